// Structured control: random programs mean the same in SSA form, in stack order, and in the engine; what is not in order is refused.
import { describe, expect, test } from "@jest/globals";
import { builtinDialect } from "../../../../dialects/builtin/index.ts";
import { vectorDialect } from "../../../../dialects/vector/index.ts";
import { wasmDialect } from "../../../../dialects/wasm/index.ts";
import { parseModule } from "../../../../ir/syntax/parser.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Outcome } from "../../../../ir/interpret/interpreter.ts";
import { emitWasm } from "../../../../lowering/target/cpu/emit.ts";
import { optimize } from "../../../passes/optimize.ts";
import {
  callInterpreter,
  emitted,
  expectVerified,
  instanceOf,
  interpreterOf,
  stackify,
  wasmContext,
} from "./differential.ts";
import { RandomProgram } from "./random-program.ts";

function read(text: string): Operation {
  const { module, diagnostics } = parseModule(text, wasmContext(), { file: "test.mlir" });
  if (module === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  expectVerified(module);
  return module;
}

const argumentLists: readonly (readonly [number, number])[] = [
  [0, 1],
  [5, -7],
  [-2147483648, 3],
];

interface Run {
  readonly outcomes: readonly (readonly [Outcome, Uint8Array])[];
}

function interpretAll(module: Operation): Run {
  return {
    outcomes: argumentLists.map((args) => {
      const interpreter = interpreterOf(module);
      const outcome = callInterpreter(interpreter, module, "main", args);
      return [outcome, interpreter.memory.bytes.slice(1024, 1280)];
    }),
  };
}

describe("random structured programs", () => {
  test("mean the same before and after wasm-stackify and in the engine", () => {
    const context = wasmContext();
    for (let seed = 1; seed <= 300; seed++) {
      const module = new RandomProgram(context, seed * 7919).module();
      expectVerified(module);
      const text = printOperation(module);
      const before = interpretAll(module);
      stackify(module);
      const after = interpretAll(module);
      const ordered = printOperation(module);
      const bytes = emitted(module);
      argumentLists.forEach((args, i) => {
        const [outcome, memory] = before.outcomes[i] ?? [];
        if (outcome?.kind !== "values" || memory === undefined)
          throw new Error(`seed ${seed}: ${JSON.stringify(outcome?.kind)}\n${text}`);
        const instance = instanceOf(bytes);
        const results = instance.functions["main"]?.(...args);
        const [ordinal, orderedMemory] = after.outcomes[i] ?? [];
        const contents = new Uint8Array(instance.memory?.buffer ?? new ArrayBuffer(0), 1024, 256);
        const message = `seed ${seed}, arguments ${args.join()}:\n${text}\n${ordered}`;
        if (!sameList(ordinal?.kind === "values" ? ordinal.values : [], outcome.values))
          throw new Error(`stackified: ${message}`);
        if (!sameList(asList(results), outcome.values)) throw new Error(`engine: ${message}`);
        if (!sameList([...contents], [...memory]) || !sameList([...(orderedMemory ?? [])], [...memory]))
          throw new Error(`memory: ${message}`);
      });
    }
    expect(context.ops.has("wasm.loop")).toBe(true);
  });
});

describe("generic passes on the dialect", () => {
  test("canonicalize and cse keep what random programs mean", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const text = printOperation(new RandomProgram(wasmContext(), seed * 6151).module());
      const before = interpretAll(read(text)).outcomes;
      const optimized = await optimize(text, "canonicalize,cse", {
        dialects: [builtinDialect, vectorDialect, wasmDialect],
      });
      const module = read(optimized.text);
      const after = interpretAll(module).outcomes;
      expect(after).toEqual(before);
      stackify(module);
      const instance = instanceOf(emitted(module));
      const [first] = before;
      expect({ kind: "values", values: asList(instance.functions["main"]?.(0, 1)) }).toEqual(first?.[0]);
    }
  });
});

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

const swap = `
wasm.func @main : (i32, i32) -> (i32, i32) attributes {export_name = "main"} {
^bb0(%a: i32, %b: i32):
  %one = wasm.i32_const 1 : i32
  %three = wasm.i32_const 3 : i32
  %r:3 = wasm.loop(%one, %a, %b : i32, i32, i32) -> i32, i32, i32 {
  ^bb1(%i: i32, %x: i32, %y: i32):
    %n = wasm.i32_add %i, %one
    %c = wasm.i32_le_s %n, %three
    wasm.br_if %c, 0(%n, %y, %x : i32, i32, i32)
    wasm.yield %n, %x, %y : i32, i32, i32
  }
  wasm.return %r#1, %r#2 : i32, i32
}`;

describe("branches", () => {
  test("a loop that swaps its arguments reads both before it sets one", () => {
    const module = read(swap);
    stackify(module);
    const instance = instanceOf(emitted(module));
    expect(instance.functions["main"]?.(10, 20)).toEqual([10, 20]);
    expect(callInterpreter(interpreterOf(module), module, "main", [10, 20])).toEqual({
      kind: "values",
      values: [10, 20],
    });
  });

  test("a read is not moved past a write", () => {
    const module = read(`
wasm.memory @memory {moduleName = "env", importName = "memory", min = 1 : i64, static_bytes = 16 : i64}
wasm.func @main : (i32, i32) -> i32 attributes {export_name = "main"} {
^bb0(%p: i32, %v: i32):
  %old = wasm.i32_load %p
  wasm.i32_store %p, %v
  wasm.return %old : i32
}`);
    stackify(module);
    const instance = instanceOf(emitted(module));
    expect([instance.functions["main"]?.(1024, 5), instance.functions["main"]?.(1024, 6)]).toEqual([0, 5]);
  });

  test("a function that is not in stack order is refused by name", () => {
    const result = emitWasm(read(swap));
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual([
      "'wasm.func' op is not in stack order: 'wasm-stackify' has to run before",
    ]);
  });

  test("relaxed SIMD is refused unless it is asked for", () => {
    const module = read(`
wasm.func @main : (vector<4xf32>) -> vector<4xf32> {
^bb0(%v: vector<4xf32>):
  %r = wasm.f32x4_relaxed_madd %v, %v, %v
  wasm.return %r : vector<4xf32>
}`);
    stackify(module);
    const result = emitWasm(module);
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual([
      "'wasm.f32x4_relaxed_madd' op needs the feature 'relaxed-simd', which is not enabled",
    ]);
    expect(emitWasm(module, { relaxedSimd: true }).ok).toBe(true);
  });
});

describe("modules", () => {
  test("imports, data, globals and exports are those of the module", () => {
    const module = read(`
wasm.memory @memory {export_name = "memory", min = 1 : i64, max = 4 : i64, static_bytes = 64 : i64}
wasm.data @bytes {address = 1040 : i64, bytes = dense<[1, 2, 3, 4]> : tensor<4xi8>}
wasm.data @same {address = 1048 : i64, bytes = dense<7> : tensor<8xi8>}
wasm.global @count {value = 40 : i32, isMutable}
wasm.import_func @twice : (i32) -> i32 {moduleName = "launch", importName = "twice"}
wasm.func @main : () -> (i32, i64) attributes {export_name = "main"} {
  %p = wasm.i32_const 1040 : i32
  %w = wasm.i32_load %p
  %l = wasm.i64_load %p {offset = 8 : i64}
  %g = wasm.global_get @count : i32
  %two = wasm.call @twice(%g) : (i32) -> i32
  wasm.global_set @count, %two : i32
  %h = wasm.global_get @count : i32
  %s = wasm.i32_add %h, %w
  wasm.return %s, %l : i32, i64
}`);
    stackify(module);
    const result = emitWasm(module);
    if (!result.ok) throw new Error("refused");
    const twice = (value: number): number => 2 * value;
    const compiled = new WebAssembly.Module(result.bytes);
    expect(WebAssembly.Module.imports(compiled)).toEqual([{ module: "launch", name: "twice", kind: "function" }]);
    expect(WebAssembly.Module.exports(compiled).map(({ name }) => name)).toEqual(["main", "memory"]);
    const { exports } = new WebAssembly.Instance(compiled, { launch: { twice } });
    const { main } = exports;
    expect(typeof main === "function" ? main() : undefined).toEqual([80 + 0x04030201, 0x0707070707070707n]);
    const outcome = callInterpreter(interpreterOf(module), module, "main", []);
    expect(outcome).toMatchObject({
      kind: "unsupported",
      reason: "the imported function 'launch.twice' is not supplied",
    });
  });

  test("an access outside every buffer is undefined behaviour", () => {
    const module = read(`
wasm.memory @memory {moduleName = "env", importName = "memory", min = 1 : i64, static_bytes = 16 : i64}
wasm.func @main : (i32) -> vector<4xf32> {
^bb0(%p: i32):
  %v = wasm.v128_load %p : vector<4xf32>
  wasm.return %v : vector<4xf32>
}`);
    expect(callInterpreter(interpreterOf(module), module, "main", [1024]).kind).toBe("values");
    expect(callInterpreter(interpreterOf(module), module, "main", [1028])).toMatchObject({
      kind: "undefined-behavior",
      reason: "access of 16 bytes at 1028, outside every live buffer",
    });
  });
});
