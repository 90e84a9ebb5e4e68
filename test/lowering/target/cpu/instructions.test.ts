// Every instruction of the table, as the interpreter has it and as the engine has it, on boundary values.
import { describe, expect, test } from "@jest/globals";
import { setFlagsFromString } from "node:v8";
import {
  buildInstruction, constant, FuncOp, instructionEntries, instructions, kindOfType, laneType, MemoryOp, ReturnOp,
  type Instruction, type InstructionName, type InstructionOptions, type LaneShape, type NumberKind, type ValueKind,
} from "../../../../dialects/wasm/index.ts"; // prettier-ignore
import { OpBuilder } from "../../../../ir/core/builder.ts";
import { Operation } from "../../../../ir/core/operation.ts";
import { unknownLocation } from "../../../../ir/core/location.ts";
import { f32, f64, functionType, i32, i64 } from "../../../../ir/core/type-constructors.ts";
import type { Type } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { hasRelaxedSimd } from "../../../../lowering/target/cpu/instantiate.ts";
import {
  callInterpreter,
  emitted,
  expectVerified,
  instanceOf,
  interpreterOf,
  sameNumber,
  stackify,
  wasmContext,
} from "./differential.ts";

setFlagsFromString("--experimental-wasm-relaxed-simd");
const relaxed = hasRelaxedSimd();

// Memory: three operands of 16 bytes, then the result, from here on.
const base = 1024;
const operandAt = (i: number): number => base + 64 * i;
const resultAt = base + 64 * 4;

const concreteOf: Readonly<Record<ValueKind, NumberKind | LaneShape>> = {
  i32: "i32", i64: "i64", f32: "f32", f64: "f64",
  i8x16: "i8x16", i16x8: "i16x8", i32x4: "i32x4", i64x2: "i64x2", f32x4: "f32x4", f64x2: "f64x2",
  any128: "f32x4", mask: "i32x4", lanes8: "i8x16", lanes16: "i16x8", lanes32: "f32x4", lanes64: "f64x2", any: "i64",
}; // prettier-ignore

const context = wasmContext();
const numberTypes: Readonly<Record<NumberKind, Type>> = {
  i32: i32(context),
  i64: i64(context),
  f32: f32(context),
  f64: f64(context),
};
const typeOf = (kind: ValueKind): Type => {
  const concrete = concreteOf[kind];
  return concrete === "i32" || concrete === "i64" || concrete === "f32" || concrete === "f64"
    ? numberTypes[concrete]
    : laneType(context, concrete);
};

function loadOperand(builder: OpBuilder, kind: ValueKind, address: Value): Value {
  const concrete = concreteOf[kind];
  if (concrete === "i32" || concrete === "i64" || concrete === "f32" || concrete === "f64") {
    return buildInstruction(builder, `${concrete}.load`, [address]).result();
  }
  return buildInstruction(builder, "v128.load", [address], { type: typeOf(kind) }).result();
}

function storeResult(builder: OpBuilder, value: Value, address: Value): void {
  const kind = kindOfType(value.type);
  if (kind === "i32" || kind === "i64" || kind === "f32" || kind === "f64")
    buildInstruction(builder, `${kind}.store`, [address, value]);
  else buildInstruction(builder, "v128.store", [address, value]);
}

const shuffles = [0, 17, 2, 19, 4, 21, 6, 23, 31, 14, 29, 12, 27, 10, 25, 8];

/** The immediates to try. */
function optionsOf({ immediate, result }: Instruction): InstructionOptions[] {
  const type = result === undefined ? {} : { type: typeOf(result) };
  switch (immediate.kind) {
    case "lane":
      return [0, immediate.count - 1].map((lane) => ({ ...type, lane }));
    case "memory":
      return [
        { ...type, offset: 0 },
        { ...type, offset: 3, align: 1 },
      ];
    case "memory-lane":
      return [0, 16 / immediate.bytes - 1].map((lane) => ({ ...type, lane, offset: 1, align: 1 }));
    case "shuffle":
      return [{ ...type, lanes: shuffles }];
    default:
      return [type];
  }
}

const unitTested: ReadonlySet<string> = new Set<InstructionName>([
  "memory.size",
  "memory.grow",
  "memory.copy",
  "memory.fill",
  "drop",
]);
interface Case {
  readonly name: string;
  readonly symbol: string;
  readonly row: Instruction;
}

function isTested(name: string): name is InstructionName {
  return name in instructions && !unitTested.has(name);
}

/** @symbol: loads the operands, runs the instruction, stores its result. Loads and stores get the address of the first operand, of the result. */
function defineCase(module: OpBuilder, name: InstructionName, options: InstructionOptions, symbol: string): void {
  const row = instructions[name];
  const body = module.regionWithBlock();
  const builder = OpBuilder.atEnd(context, body.entry);
  const at = (address: number): Value => constant(builder, i32(context), address);
  const isAccess = row.immediate.kind === "memory" || row.immediate.kind === "memory-lane";
  const operands = row.operands.map((kind, i) => {
    if (isAccess && i === 0) return at(row.result === undefined ? resultAt : operandAt(2));
    return loadOperand(builder, kind, at(operandAt(i)));
  });
  if (row.immediate.kind === "constant")
    storeResult(
      builder,
      constant(builder, row.result === undefined ? i32(context) : typeOf(row.result), -3),
      at(resultAt),
    );
  else {
    const op = buildInstruction(builder, name, operands, options);
    if (op.resultCount > 0) storeResult(builder, op.result(), at(resultAt));
  }
  ReturnOp.build(builder, {});
  FuncOp.build(module, { symName: symbol, functionType: functionType(context, [], []), exportName: symbol, body });
}

function buildModule(withRelaxed: boolean): { module: Operation; cases: Case[] } {
  const module = Operation.create(context, context.opDefinition("builtin.module"), unknownLocation, {
    regions: [new OpBuilder(context).regionWithBlock()],
  });
  const builder = OpBuilder.atEnd(context, module.region().entry);
  MemoryOp.build(builder, {
    symName: "memory",
    moduleName: "env",
    importName: "memory",
    min: 2,
    staticBase: base,
    staticBytes: 1024,
  });
  const cases: Case[] = [];
  for (const [name, row] of instructionEntries) {
    if (!isTested(name) || (row.feature !== undefined) !== withRelaxed) continue;
    optionsOf(row).forEach((options, i) => {
      const symbol = `${name}#${i}`;
      defineCase(builder, name, options, symbol);
      cases.push({ name, symbol, row });
    });
  }
  return { module, cases };
}

const integers = [
  0, 1, -1, 2, 7, 31, 32, 33, 63, 127, 128, -128, -129, 255, 32767, -32768, 65535, 2147483647, -2147483648,
];
const bigs = [
  0n,
  1n,
  -1n,
  31n,
  63n,
  64n,
  9007199254740993n,
  2n ** 62n + 513n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  -(2n ** 40n) - 1n,
];
const floats = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  0.1,
  3.7,
  -3.7,
  127.5,
  2147483648,
  -2147483649,
  4294967296,
  1e10,
  9.3e18,
  -9.3e18,
  1.9e19,
  1e-40,
  5e-46,
  3.4e38,
  1e39,
  Infinity,
  -Infinity,
  NaN,
];

/** Numbers from a generator of 32 bits, so that a failure comes again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state ^ (state >>> 15)) >>> 0;
  };
}

function fill(view: DataView, address: number, kind: ValueKind, random: () => number): void {
  const concrete = concreteOf[kind];
  const pick = <T>(from: readonly T[]): T => {
    const value = from[random() % from.length];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  };
  for (let i = 0; i < 16; i++) view.setUint8(address + i, random());
  const any = random() % 3 === 0;
  switch (concrete) {
    case "i8x16":
      for (let i = 0; i < 16; i++) if (!any) view.setInt8(address + i, pick(integers));
      return;
    case "i16x8":
      for (let i = 0; i < 16; i += 2) if (!any) view.setInt16(address + i, pick(integers), true);
      return;
    case "i32":
    case "i32x4":
      for (let i = 0; i < 16; i += 4) if (!any) view.setInt32(address + i, pick(integers), true);
      return;
    case "i64":
    case "i64x2":
      for (let i = 0; i < 16; i += 8) if (!any) view.setBigInt64(address + i, pick(bigs), true);
      return;
    case "f32":
    case "f32x4":
      for (let i = 0; i < 16; i += 4) view.setFloat32(address + i, pick(floats), true);
      return;
    case "f64":
    case "f64x2":
      for (let i = 0; i < 16; i += 8) view.setFloat64(address + i, pick(floats), true);
  }
}

function sameResult(a: DataView, b: DataView, kind: ValueKind | undefined): boolean {
  const concrete = kind === undefined ? "i8x16" : concreteOf[kind];
  for (let i = 0; i < 32; i += 4) {
    if (
      concrete.startsWith("f32")
        ? !sameNumber(a.getFloat32(resultAt + i, true), b.getFloat32(resultAt + i, true))
        : false
    )
      return false;
    if (
      concrete.startsWith("f64") &&
      i % 8 === 0 &&
      !sameNumber(a.getFloat64(resultAt + i, true), b.getFloat64(resultAt + i, true))
    )
      return false;
    if (!concrete.startsWith("f") && a.getInt32(resultAt + i, true) !== b.getInt32(resultAt + i, true)) return false;
  }
  return true;
}

const hex = (view: DataView, at: number): string =>
  Array.from({ length: 16 }, (_, i) =>
    view
      .getUint8(at + i)
      .toString(16)
      .padStart(2, "0"),
  ).join(" ");

/** Runs one case on both; a description where they differ. */
function differences(withRelaxed: boolean, trials: number): string[] {
  const { module, cases } = buildModule(withRelaxed);
  expectVerified(module);
  const interpreter = interpreterOf(module);
  const before = interpreter.memory.view;
  const symbols = cases.map(({ symbol }) => symbol);
  expect(symbols.length).toBeGreaterThan(4);
  const random = randomNumbers(7);
  const inputs = cases.map(({ row }) =>
    Array.from({ length: row.operands.length === 0 ? 1 : trials }, () => {
      row.operands.forEach((kind, i) => fill(before, operandAt(i), kind, random));
      // Relaxed dot products agree only where the second operand has seven bits.
      if (withRelaxed)
        for (let i = 0; i < 16; i++)
          if (row.operands[1] === "i8x16") before.setUint8(operandAt(1) + i, before.getUint8(operandAt(1) + i) & 127);
      if (row.immediate.kind.startsWith("memory")) fill(before, operandAt(2), row.result ?? "i64", random);
      before.setBigUint64(resultAt, 0n);
      new Uint8Array(before.buffer).fill(0, resultAt, resultAt + 32);
      return interpreter.memory.bytes.slice(base, base + 1024);
    }),
  );
  const expected = cases.map(({ symbol }, i) =>
    (inputs[i] ?? []).map((bytes) => {
      interpreter.memory.bytes.set(bytes, base);
      const outcome = callInterpreter(interpreter, module, symbol, []);
      return { outcome, bytes: interpreter.memory.bytes.slice(0, 4096) };
    }),
  );
  stackify(module);
  const instance = instanceOf(emitted(module, withRelaxed));
  const memory = new Uint8Array(instance.memory?.buffer ?? new ArrayBuffer(0));
  const found: string[] = [];
  cases.forEach(({ symbol, row }, i) => {
    (inputs[i] ?? []).forEach((bytes, t) => {
      const wanted = expected[i]?.[t];
      memory.set(bytes, base);
      let trapped = false;
      try {
        instance.functions[symbol]?.();
      } catch {
        trapped = true;
      }
      const after = new DataView(memory.buffer);
      if (wanted === undefined) return;
      const reference = new DataView(wanted.bytes.buffer);
      const isUndefined = wanted.outcome.kind === "undefined-behavior";
      if (isUndefined !== trapped || (wanted.outcome.kind !== "values" && !isUndefined))
        found.push(`${symbol}: ${wanted.outcome.kind}, engine ${trapped ? "trapped" : "went on"}`);
      else if (!trapped && !sameResult(reference, after, row.result)) {
        const operands = row.operands.map((_, k) => hex(after, operandAt(k))).join(" | ");
        found.push(`${symbol} of ${operands}: interpreter ${hex(reference, resultAt)}, engine ${hex(after, resultAt)}`);
      }
    });
  });
  return found;
}

describe("instructions, in the interpreter and in the engine", () => {
  test("the table has the instructions of WebAssembly 2.0 on numbers, vectors and memory", () => {
    expect(
      instructionEntries.filter(([, { prefix }]) => prefix === 0xfd).filter(([, { feature }]) => feature === undefined),
    ).toHaveLength(236);
    const opcodes = instructionEntries.map(([, { prefix, code }]) => `${prefix} ${code}`);
    expect(new Set(opcodes).size).toBe(opcodes.length);
  });

  test("agree on boundary values and random bits", () => {
    expect(differences(false, 24).slice(0, 20)).toEqual([]);
  });

  (relaxed ? test : test.skip)("relaxed instructions agree where they must", () => {
    // Whether multiply-add rounds once or twice is the engine's choice.
    expect(differences(true, 24).filter((line) => !/relaxed_n?madd/.test(line))).toEqual([]);
  });
});
