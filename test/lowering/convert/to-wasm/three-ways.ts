// Runs a function on buffers three ways: in the interpreter as it is, in the interpreter as WebAssembly, and as WebAssembly.
import { parse } from "../../../support/mlir.ts";
import { verify } from "../../../../ir/analysis/verify.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../../ir/core/symbol-table.ts";
import type { MemRefType, RankedTensorType } from "../../../../ir/core/types.ts";
import { bytesOfValue, copyIn, copyOut, valueFromBytes } from "../../../../ir/interpret/convert.ts";
import { Interpreter, type Outcome } from "../../../../ir/interpret/interpreter.ts";
import { allocateMemRef } from "../../../../ir/interpret/memref.ts";
import type { MemRefValue } from "../../../../ir/interpret/memory.ts";
import { DenseValue } from "../../../../ir/interpret/value.ts";
import { buildPipelineText } from "../../../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../../../ir/pass/pass-manager.ts";
import { PassRegistry } from "../../../../ir/pass/pass-registry.ts";
import { parseModule } from "../../../../ir/syntax/parser.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { initializeMemory, MemoryOp } from "../../../../dialects/wasm/index.ts";
import { loweringPasses } from "../../../../lowering/passes.ts";
import { emitWasm } from "../../../../lowering/target/cpu/emit.ts";
import { instantiateWasm, newMemory } from "../../../../lowering/target/cpu/instantiate.ts";
import { passes } from "../../../../passes/index.ts";

/** The bytes of every buffer after a run. */
export type Bytes = readonly Uint8Array[];

export interface ThreeWays {
  readonly before: Bytes;
  readonly converted: Bytes;
  readonly native: Bytes;
  /** The module in the wasm dialect. */
  readonly text: string;
}

/** Runs a pipeline on a module; throws with the messages of what failed. */
export async function lower(module: Operation, pipeline: string): Promise<void> {
  const registry = new PassRegistry([...passes, ...loweringPasses]);
  const built = await buildPipelineText(`builtin.module(${pipeline})`, registry, { nesting: "implicit" });
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("\n"));
  const messages: string[] = [];
  module.context.diagnostics = ({ message }) => messages.push(message);
  const { ok } = await new PassManager(built.pipeline, { verifyEach: true }).run(module);
  if (!ok) throw new Error(messages.join("\n"));
}

function expectValues(outcome: Outcome): void {
  if (outcome.kind !== "values") throw new Error(`${outcome.kind} at '${outcome.op}': ${outcome.reason}`);
}

function entryOf(module: Operation): Operation {
  const entry = lookupSymbolIn(module, "main");
  if (entry === undefined) throw new Error("there is no @main");
  return entry;
}

function bufferTypes(entry: Operation): MemRefType[] {
  return entry.region().entry.arguments.map(({ type }) => {
    if (type.kind !== "memref") throw new Error("@main takes buffers");
    return type;
  });
}

function interpret(
  module: Operation,
  types: readonly MemRefType[],
  inputs: readonly DenseValue[],
  raw: boolean,
): Bytes {
  const interpreter = new Interpreter({ context: module.context });
  const { memory } = interpreter;
  if (raw) {
    const problem = initializeMemory(module, memory);
    if (problem !== undefined) throw new Error(problem);
  }
  const buffers = types.map((type, i): MemRefValue => {
    const buffer = allocateMemRef(memory, type);
    const input = inputs[i];
    if (buffer === undefined || input === undefined) throw new Error("no room, or no input");
    copyOut(memory, buffer, input);
    return buffer;
  });
  expectValues(interpreter.call(entryOf(module), raw ? buffers.map(({ base }) => base) : buffers));
  return buffers.map((buffer) => bytesOfValue(copyIn(memory, buffer)));
}

const guard = 0xa5;

function runNative(module: Operation, types: readonly MemRefType[], inputs: readonly DenseValue[]): Bytes {
  const emitted = emitWasm(module);
  if (!emitted.ok) throw new Error(emitted.diagnostics.map(({ message }) => message).join("\n"));
  const view = [...module.region().entry.ops()].map((op) => MemoryOp.match(op)).find((found) => found !== undefined);
  let top = (view?.staticBase ?? 1024) + (view?.staticBytes ?? 0);
  const memory = newMemory(Math.max(view?.min ?? 0, 64));
  const instance = instantiateWasm(emitted.bytes, { memory });
  const bytes = new Uint8Array(memory.buffer);
  bytes.fill(guard, top);
  const places = types.map((_, i) => {
    const input = inputs[i];
    const data = input === undefined ? new Uint8Array() : bytesOfValue(input);
    const address = Math.ceil((top + 16) / 16) * 16;
    bytes.set(data, address);
    top = address + data.length;
    return { address, length: data.length };
  });
  instance.functions["main"]?.(...places.map(({ address }) => address));
  places.forEach(({ address, length }) => {
    for (let at = address + length; at < address + length + 16 && at % 16 !== 0; at++) {
      if (bytes[at] !== guard) throw new Error(`byte ${at - address} of a buffer of ${length} was written`);
    }
  });
  return places.map(({ address, length }) => bytes.slice(address, address + length));
}

/** The bytes of a buffer with one NaN for every NaN. */
function withOneNaN(bytes: Uint8Array, type: MemRefType | undefined): Uint8Array {
  if (type?.element.kind !== "float") return bytes;
  const value = valueFromBytes(type, bytes, type.shape);
  for (let i = 0; i < value.count; i++) if (Number.isNaN(value.data[i])) value.set(i, NaN);
  return bytesOfValue(value);
}

/** Runs `@main`, which takes buffers, on these contents of them. */
export async function threeWays(
  text: string,
  inputs: readonly DenseValue[],
  pipeline = "convert-to-wasm,canonicalize,cse",
): Promise<ThreeWays> {
  const module = parse(text);
  const types = bufferTypes(entryOf(module));
  const before = interpret(module, types, inputs, false);
  await lower(module, pipeline);
  const printed = printOperation(module);
  const again = parseModule(printed, module.context);
  if (again.module === undefined || printOperation(again.module) !== printed)
    throw new Error("the text does not read back as itself");
  const problems = verify(again.module);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const converted = interpret(module, types, inputs, true);
  await lower(module, "wasm-stackify");
  const sameNaN = (bytes: Bytes): Bytes => bytes.map((buffer, i) => withOneNaN(buffer, types[i]));
  return {
    before: sameNaN(before),
    converted: sameNaN(converted),
    native: sameNaN(runNative(module, types, inputs)),
    text: printed,
  };
}

/** Numbers of a shape from a generator. */
export function numbers(type: MemRefType | RankedTensorType, next: () => number | bigint): DenseValue {
  const value = DenseValue.zeros(type.shape, type.element);
  for (let i = 0; i < value.count; i++) value.set(i, next());
  return value;
}

/** Small whole numbers and halves, the same each time. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return ((state >> 8) % 41) - 20;
  };
}

/** Contents for each buffer of `@main`. */
export function inputsFor(text: string, seed = 1): DenseValue[] {
  const module = parse(text);
  return bufferTypes(entryOf(module)).map((type, i) => {
    const next = generator(seed + i);
    const { element } = type;
    return numbers(type, () => {
      const n = next();
      if (element.kind === "float") return n / 4;
      if (element.kind === "integer" && element.width === 1) return n & 1;
      return element.kind === "index" || (element.kind === "integer" && element.width > 32) ? BigInt(n) : n;
    });
  });
}
