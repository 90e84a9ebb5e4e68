// Generated programs for tests: the sets of dialects that they are made of, and what every one of them must satisfy.
import { expect } from "@jest/globals";
import { verify } from "../../ir/analysis/verify.ts";
import { isBufferInput, makeBuffer, type BufferInput, type Input } from "../../ir/check/buffer-input.ts";
import { generateModule, type GenerateOptions } from "../../ir/check/generate/generate-module.ts";
import { inputsOfTypes } from "../../ir/check/inputs.ts";
import { seededSource } from "../../ir/check/random-source.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { Interpreter, type Outcome } from "../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { Memory, MemRefValue } from "../../ir/interpret/memory.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

/** The dialects that mlir-opt has too, in sets that go together. */
export const upstreamSets: readonly (readonly string[])[] = [
  ["arith"],
  ["arith", "math"],
  ["complex", "arith"],
  ["index", "scf"],
  ["func", "scf", "arith"],
  ["func", "cf", "ub", "arith"],
  ["tensor", "arith", "scf"],
  ["vector", "arith", "memref"],
  ["memref", "arith", "scf"],
  ["linalg", "tensor", "arith"],
  ["linalg", "memref", "math"],
  ["affine", "arith", "cf"],
  ["bufferization", "tensor", "memref"],
  ["gpu", "memref", "arith"],
];

/** Dialects that only this project has, or that mlir-opt does not come with. */
export const otherSets: readonly (readonly string[])[] = [["stablehlo"], ["tile", "memref", "vector"]];

/** How many programs a set gets: a few in every run of the tests, TERRACE_FUZZ_RUNS of them where that is given. */
export const programCount = (few: number): number => Number(process.env["TERRACE_FUZZ_RUNS"] ?? few);

export function generated(context: Context, seed: number, options: GenerateOptions): Operation {
  return generateModule(context, seededSource(seed), options);
}

/** Fails unless the module verifies and both of its texts read back as themselves. */
export function expectSound(module: Operation, context: Context, seed: number): void {
  const problems = verify(module).map(({ message }) => message);
  expect({ seed, problems }).toEqual({ seed, problems: [] });
  for (const generic of [false, true]) {
    const text = printOperation(module, { generic });
    const { module: again, diagnostics } = parseModule(text, context);
    const reprinted =
      again === undefined ? diagnostics.map(({ message }) => message) : printOperation(again, { generic });
    expect({ seed, generic, text: reprinted }).toEqual({ seed, generic, text });
  }
}

function argumentsIn(memory: Memory, inputs: readonly Input[]): RuntimeValue[] {
  const made = new Map<BufferInput, MemRefValue>();
  return inputs.map((input) => {
    if (!isBufferInput(input)) return input;
    const buffer = made.get(input) ?? makeBuffer(memory, input);
    if (buffer === undefined) throw new Error("no memory for an argument");
    made.set(input, buffer);
    return buffer;
  });
}

/** Runs @main on random inputs. */
export function runMain(module: Operation, seed: number): Outcome {
  const main = [...module.region().entry.ops()].find((op) => symbolName(op) === "main");
  if (main === undefined) throw new Error("the program has no @main");
  const types = main.region().entry.arguments.map(({ type }) => type);
  const inputs = inputsOfTypes(types, seededSource(seed));
  if ("unsupported" in inputs) throw new Error(inputs.unsupported);
  const interpreter = new Interpreter({ context: module.context, fuel: 5e6 });
  return interpreter.call(main, argumentsIn(interpreter.memory, inputs));
}
