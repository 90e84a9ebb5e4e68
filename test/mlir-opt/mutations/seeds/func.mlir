// Every op of func and builtin: the modules that are mutated.
func.func private @declared(i32, tensor<4xf32>) -> (i32, f32)
func.func private @attributed(i32 {func.name = "a"}, f32) -> (i32 {func.result}) attributes {func.kept = 1 : i32}
func.func @nothing() {
  return
}
func.func @several(%a: i32, %b: f32) -> (i32, f32) {
  return %a, %b : i32, f32
}
func.func @calls(%a: i32, %t: tensor<4xf32>) -> f32 {
  %0:2 = call @declared(%a, %t) : (i32, tensor<4xf32>) -> (i32, f32)
  call @nothing() : () -> ()
  %1:2 = func.call @several(%0#0, %0#1) : (i32, f32) -> (i32, f32)
  return %1#1 : f32
}
func.func @indirect(%a: i32, %b: f32, %g: (i32, f32) -> (i32, f32)) -> i32 {
  %f = constant @several : (i32, f32) -> (i32, f32)
  %0:2 = call_indirect %f(%a, %b) : (i32, f32) -> (i32, f32)
  %1:2 = func.call_indirect %g(%0#0, %0#1) : (i32, f32) -> (i32, f32)
  return %1#0 : i32
}
module @inner attributes {builtin.note = "x"} {
  func.func private @hidden() -> index
  func.func @user() -> index {
    %0 = func.call @hidden() : () -> index
    return %0 : index
  }
}
func.func @casts(%a: i32, %b: f32) -> index {
  %0 = builtin.unrealized_conversion_cast %a : i32 to index
  %1:2 = builtin.unrealized_conversion_cast %a, %b : i32, f32 to f32, i32
  %2 = builtin.unrealized_conversion_cast to tensor<4xf32>
  return %0 : index
}
