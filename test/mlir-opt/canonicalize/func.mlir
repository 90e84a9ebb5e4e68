func.func private @g(i32) -> (i32, f32)
func.func @a(%x: i32) -> (i32, f32) {
  %f = func.constant {t.a} @g : (i32) -> (i32, f32)
  %0:2 = func.call_indirect %f(%x) {t.b} : (i32) -> (i32, f32)
  return %0#0, %0#1 : i32, f32
}
func.func @b(%x: i32, %f: (i32) -> i32) -> i32 {
  %0 = func.call_indirect %f(%x) : (i32) -> i32
  %1 = func.constant @g : (i32) -> (i32, f32)
  return %0 : i32
}
