// The wasm dialect: its text, what its verifier says, and the meanings that the engine cannot be asked about.
import { describe, expect, test } from "@jest/globals";
import { initializeMemory, instructionEntries, opNameOf } from "../../../dialects/wasm/index.ts";
import { verify } from "../../../ir/analysis/verify.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import { POISON } from "../../../ir/interpret/value.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { callInterpreter, interpreterOf, wasmContext } from "../../lowering/target/cpu/differential.ts";
import { RandomProgram } from "../../lowering/target/cpu/random-program.ts";

function read(text: string): Operation {
  const { module, diagnostics } = parseModule(text, wasmContext(), { file: "test.mlir" });
  if (module === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return module;
}
const problems = (text: string): string[] => verify(read(text)).map(({ message }) => message);

const everything = `module {
  wasm.memory @memory {importName = "memory", min = 2 : i64, moduleName = "env", static_bytes = 4096 : i64}
  wasm.data @weights {address = 1024 : i64, bytes = dense<[1, 2, 3, 4]> : tensor<4xi8>}
  wasm.import_func @launch : (i32, i32) -> () {importName = "k", moduleName = "launch"}
  wasm.global @stack {isMutable, value = 0 : i32}
  wasm.func @main : (i32, vector<4xf32>) -> i32 attributes {export_name = "main"} {
  ^bb0(%arg0: i32, %arg1: vector<4xf32>):
    %0 = wasm.i32_const 5 : i32
    %1 = wasm.v128_const dense<0.000000e+00> : vector<4xf32>
    %2 = wasm.v128_load %arg0 {offset = 16 : i64} : vector<4xf32>
    %3 = wasm.f32x4_lt %2, %1
    %4 = wasm.v128_bitselect %2, %arg1, %3 : vector<4xf32>, vector<4xi32>
    wasm.v128_store %arg0, %4 {align = 4 : i64} : vector<4xf32>
    wasm.v128_store32_lane %arg0, %4 {lane = 3 : i64} : vector<4xf32>
    %5 = wasm.i8x16_shuffle %2, %4 {lanes = array<i64: 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27>} : vector<4xf32>
    %6 = wasm.f32x4_extract_lane %5 {lane = 2 : i64}
    %7 = wasm.i32_trunc_sat_f32_s %6
    %8 = wasm.select %0, %7, %arg0 : i32
    %9:2 = wasm.loop(%0, %8 : i32, i32) -> i32, i32 {
    ^bb0(%arg2: i32, %arg3: i32):
      %12 = wasm.i32_sub %arg2, %0
      wasm.br_if %12, 0(%12, %arg3 : i32, i32)
      %13 = wasm.block(%12 : i32) -> i32 {
      ^bb0(%arg4: i32):
        wasm.br_if %arg4, 0(%arg4 : i32)
        wasm.br_table %arg4, [0, 1](%arg4 : i32)
      }
      wasm.if %13 {
        wasm.call @launch(%13, %0) : (i32, i32) -> ()
        wasm.yield
      }
      wasm.yield %13, %arg3 : i32, i32
    }
    %10 = wasm.if %9#0 -> i32 {
      wasm.global_set @stack, %0 : i32
      %12 = wasm.global_get @stack : i32
      wasm.yield %12 : i32
    } else {
      wasm.unreachable
    }
    %11 = wasm.memory_size
    wasm.memory_fill %arg0, %10, %11
    wasm.drop %11 : i32
    wasm.return %10 : i32
  }
}`;

describe("text", () => {
  test("custom and generic form read back as they were printed", () => {
    const text = everything.replace(
      "wasm.br_table %arg4, [0, 1](%arg4 : i32)",
      "wasm.br_table %arg4, [0, 0](%arg4 : i32)",
    );
    const module = read(text);
    expect(verify(module).map(({ message }) => message)).toEqual([]);
    expect(printOperation(module)).toBe(text);
    const generic = printOperation(module, { generic: true });
    expect(generic).toContain(
      '"wasm.v128_load"(%arg0) <{align = 16 : i64, offset = 16 : i64}> : (i32) -> vector<4xf32>',
    );
    expect(printOperation(read(generic))).toBe(text);
  });

  test("random programs read back as they were printed", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = printOperation(new RandomProgram(wasmContext(), seed).module());
      expect(printOperation(read(text))).toBe(text);
    }
  });

  test("an op is named as its instruction", () => {
    const context = wasmContext();
    expect(opNameOf("i16x8.extend_low_i8x16_s")).toBe("wasm.i16x8_extend_low_i8x16_s");
    expect(instructionEntries.every(([name]) => context.ops.has(opNameOf(name)))).toBe(true);
  });
});

const inFunction = (body: string): string => `
wasm.func @main : (i32, vector<4xf32>, vector<4xi32>) -> () {
^bb0(%i: i32, %f: vector<4xf32>, %v: vector<4xi32>):
${body}
  wasm.return
}`;

describe("verifier", () => {
  test.each([
    [
      "wasm.v128_store %i, %f {align = 32 : i64} : vector<4xf32>",
      "'wasm.v128_store' op requires an alignment that is a power of two of at most 16 bytes, but got 32",
    ],
    [
      "wasm.v128_store %i, %f {offset = -1 : i64} : vector<4xf32>",
      "'wasm.v128_store' op requires an offset in 0..4294967295, but got -1",
    ],
    [
      "%l = wasm.f32x4_extract_lane %f {lane = 4 : i64}",
      "'wasm.f32x4_extract_lane' op requires a lane in 0..3, but got 4",
    ],
    [
      '"wasm.v128_store8_lane"(%i, %f) <{lane = 0 : i64}> : (i32, vector<4xf32>) -> ()',
      "128-bit vector of 8-bit lanes",
    ],
    ['%s = "wasm.f32x4_add"(%f, %v) : (vector<4xf32>, vector<4xi32>) -> vector<4xf32>', "vector<4xf32>"],
    ["wasm.block {\n wasm.br 1\n}", "'wasm.br' op branches to depth 1, where no block, loop or if is around it"],
    ["%b = wasm.block -> i32 {\n wasm.yield\n}", "'wasm.yield' op passes 0 values where 'wasm.block' takes 1"],
    [
      "%b = wasm.loop(%i : i32) -> i32 {\n^bb1(%x: i32):\n wasm.br_if %x, 0\n wasm.yield %x : i32\n}",
      "'wasm.br_if' op passes 0 values where the 'wasm.loop' at depth 0 takes 1",
    ],
    ["%b = wasm.if %i -> i32 {\n wasm.yield %i : i32\n}", "'wasm.if' op requires an else region, since it has results"],
    ["%g = wasm.local_get 7 : i32", "'wasm.local_get' op names local 7, which its function does not have"],
  ])("%s", (body, message) => {
    expect(problems(inFunction(body)).join("\n")).toContain(message);
  });

  test("what a module refers to has to be there", () => {
    expect(problems(inFunction("wasm.call @nobody() : () -> ()"))).toEqual([
      "'wasm.call' op 'nobody' does not reference a function",
    ]);
    expect(problems("wasm.func @f : (index) -> () {\n^bb0(%i: index):\n wasm.return\n}").join()).toContain(
      "'index' is none",
    );
    expect(problems('wasm.memory @m {moduleName = "env", min = 1 : i64}').join()).toContain(
      "requires both moduleName and importName",
    );
  });
});

describe("meanings", () => {
  test("a branch out of nested regions leaves no trace in the interpreter", () => {
    const module = read(`
wasm.func @main : (i32) -> i32 {
^bb0(%n: i32):
  %one = wasm.i32_const 1 : i32
  %r = wasm.loop(%n : i32) -> i32 {
  ^bb1(%x: i32):
    %s = wasm.if %x -> i32 {
      %y = wasm.i32_sub %x, %one
      wasm.br 1(%y : i32)
    } else {
      wasm.yield %x : i32
    }
    wasm.yield %s : i32
  }
  wasm.return %r : i32
}`);
    expect(callInterpreter(interpreterOf(module), module, "main", [5000])).toEqual({ kind: "values", values: [0] });
  });

  test("unreachable is undefined behaviour, at any depth", () => {
    const module = read(inFunction("wasm.block {\n wasm.unreachable\n}"));
    expect(callInterpreter(interpreterOf(module), module, "main", [0, 0, 0])).toMatchObject({
      kind: "undefined-behavior",
    });
    const whole = read("wasm.func @main : () -> i32 {\n wasm.unreachable\n}");
    expect(callInterpreter(interpreterOf(whole), whole, "main", [])).toMatchObject({
      kind: "undefined-behavior",
      op: "wasm.unreachable",
    });
  });

  test("what poison selects is poison", () => {
    const module = read(`
wasm.func @main : (i32, i32) -> i32 {
^bb0(%a: i32, %b: i32):
  %c = wasm.select %a, %b, %b : i32
  wasm.return %c : i32
}`);
    const outcome = callInterpreter(interpreterOf(module), module, "main", [1, POISON]);
    expect(outcome).toEqual({ kind: "values", values: [POISON] });
  });

  test("bulk memory: copies overlap, fills are bytes, growing fails", () => {
    const module = read(`
wasm.memory @memory {min = 1 : i64, static_bytes = 16 : i64}
wasm.data @bytes {address = 1024 : i64, bytes = dense<[1, 2, 3, 4]> : tensor<4xi8>}
wasm.func @main : (i32, i32, i32) -> i32 {
^bb0(%to: i32, %from: i32, %n: i32):
  wasm.memory_copy %to, %from, %n
  %end = wasm.i32_add %to, %n
  wasm.memory_fill %end, %n, %n
  %g = wasm.memory_grow %n
  wasm.return %g : i32
}`);
    const interpreter = interpreterOf(module);
    expect(callInterpreter(interpreter, module, "main", [1025, 1024, 4])).toEqual({ kind: "values", values: [-1] });
    expect([...interpreter.memory.bytes.slice(1024, 1034)]).toEqual([1, 1, 2, 3, 4, 4, 4, 4, 4, 0]);
    expect(callInterpreter(interpreter, module, "main", [1030, 1024, 16]).kind).toBe("undefined-behavior");
  });

  test("data outside the static part is refused, and so is a memory in use", () => {
    const module = read(`
wasm.memory @memory {min = 1 : i64, static_bytes = 16 : i64}
wasm.data @bytes {address = 1038 : i64, bytes = dense<[1, 2, 3, 4]> : tensor<4xi8>}`);
    expect(initializeMemory(module, new Memory())).toBe("data @bytes lies outside the module's static part");
    const used = new Memory();
    used.allocate(8);
    expect(initializeMemory(module, used)).toContain("the module's static part is at 1024, but memory is free from");
  });
});
