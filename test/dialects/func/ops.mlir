module @outer attributes {foo.bar = 1 : i32} {
  module @inner {
  }
  module {
  }
  func.func private @ext(i32 {x.a}, f32) -> (i32 {x.b = 1 : i64}) attributes {llvm.z, no_inline}
  func.func private @"needs quotes"()
  func.func nested @nothing() {
    return
  }
  func.func public @g(%arg0: i32 {x.a}, %arg1: i32) -> ((i32) -> i32) {
    %f = constant @h : (i32) -> i32
    %0 = call_indirect %f(%arg0) {foo} : (i32) -> i32
    return %f : (i32) -> i32
  }
  func.func @h(%arg0: i32) -> i32 {
    %0 = builtin.unrealized_conversion_cast %arg0 : i32 to index
    %1 = builtin.unrealized_conversion_cast to i64
    %2:2 = builtin.unrealized_conversion_cast %arg0, %arg0 : i32, i32 to i64, f32 {foo}
    %3 = call @ext(%arg0, %2#1) : (i32, f32) -> i32
    return %3 : i32
  }
  func.func @two(%arg0: i32) -> (i32, f32 {x.c}) attributes {foo = @h} {
    %0:2 = call @two(%arg0) : (i32) -> (i32, f32)
    return %0#0, %0#1 : i32, f32
  }
}
