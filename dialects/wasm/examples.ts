// Programs that show the operations of which no random program is made: modules, functions, locals and structured control.

/** A module of its own memory that calls what its host gives it. */
export const moduleExample = `wasm.memory @memory {export_name = "memory", min = 1 : i64, static_bytes = 16 : i64}
wasm.data @weights {address = 1024 : i64, bytes = dense<[1, 2, 3, 4]> : tensor<4xi8>}
wasm.global @calls {isMutable, value = 0 : i32}
wasm.import_func @log : (i32) -> () {importName = "log", moduleName = "env"}
wasm.func @main : () -> i32 attributes {export_name = "main"} {
  %calls = wasm.global_get @calls : i32
  %one = wasm.i32_const 1 : i32
  %next = wasm.i32_add %calls, %one
  wasm.global_set @calls, %next : i32
  wasm.call @log(%next) : (i32) -> ()
  %address = wasm.i32_const 1024 : i32
  %weight = wasm.i32_load %address
  wasm.return %weight : i32
}`;

/** The sum of the numbers from n down to 1. */
export const loopExample = `wasm.func @sum : (i32) -> i32 {
^bb0(%n: i32):
  %zero = wasm.i32_const 0 : i32
  %one = wasm.i32_const 1 : i32
  %last:2 = wasm.loop(%n, %zero : i32, i32) -> i32, i32 {
  ^bb0(%i: i32, %sum: i32):
    %more = wasm.i32_add %sum, %i
    %next = wasm.i32_sub %i, %one
    wasm.br_if %next, 0(%next, %more : i32, i32)
    wasm.yield %next, %more : i32, i32
  }
  wasm.return %last#1 : i32
}`;

/** A value for each of three cases. */
export const blockExample = `wasm.func @choose : (i32) -> i32 {
^bb0(%case: i32):
  %ten = wasm.i32_const 10 : i32
  %found = wasm.block -> i32 {
    %other = wasm.block -> i32 {
      wasm.br_table %case, [0, 1](%ten : i32)
    }
    %twice = wasm.i32_add %other, %other
    wasm.br 0(%twice : i32)
  }
  wasm.return %found : i32
}`;

export const ifExample = `wasm.func @reciprocal : (f32) -> f32 {
^bb0(%x: f32):
  %zero = wasm.f32_const 0.0 : f32
  %one = wasm.f32_const 1.0 : f32
  %isZero = wasm.f32_eq %x, %zero
  %result = wasm.if %isZero -> f32 {
    wasm.unreachable
  } else {
    %quotient = wasm.f32_div %one, %x
    wasm.yield %quotient : f32
  }
  wasm.return %result : f32
}`;

/** After wasm-stackify: a value that is used twice is in a local. */
export const localExample = `wasm.func @square_plus_one : (f32) -> f32 attributes {locals = [f32]} {
^bb0(%x: f32):
  %0 = wasm.local_get 0 : f32
  %1 = wasm.f32_const 1.0 : f32
  %2 = wasm.f32_add %0, %1
  wasm.local_set 1, %2 : f32
  %3 = wasm.local_get 0 : f32
  %4 = wasm.local_tee 1, %3 : f32
  %5 = wasm.local_get 1 : f32
  %6 = wasm.f32_mul %4, %5
  wasm.return %6 : f32
}`;
