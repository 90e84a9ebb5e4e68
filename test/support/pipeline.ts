// A program through a list of passes, checked after each: it verifies, prints and reads back to the same text, and gives
// the same results in the interpreter.
import { verify } from "../../ir/analysis/verify.ts";
import type { Context } from "../../ir/core/context.ts";
import { DiagnosticList, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { DenseValue, POISON, type Scalar } from "../../ir/interpret/value.ts";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { renderDiagnostic } from "../../ir/syntax/render.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { callEntry, entrySignature, findEntry } from "../../lowering/entry.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { mlirOptRoundTrip } from "./mlir-opt.ts";

export interface PipelineCheck {
  /** Seed of the inputs; as many runs as there are seeds. */
  readonly seeds?: readonly number[];
  /** Inputs are whole numbers from -4 to 4. */
  readonly whole?: boolean;
  /** Inputs instead of random ones. */
  readonly inputs?: readonly RuntimeValue[];
  /** Every intermediate module goes through mlir-opt in generic form, and has to come back the same. */
  readonly mlirOpt?: string | undefined;
}

export interface PipelineOutcome {
  readonly module: Operation;
  /** The text after the last pass; empty where one refused. */
  readonly text: string;
  /** What a pass refused; empty when the whole list ran. */
  readonly refused: readonly string[];
}

const registry: Registry = builtinRegistry();

/** Runs `passes` (elements of a textual pipeline) on `text`; throws, naming the pass, at the first thing that is wrong. */
export async function checkPipeline(
  text: string,
  passes: readonly string[],
  check: PipelineCheck = {},
): Promise<PipelineOutcome> {
  const context = createContext(registry);
  const reported = new DiagnosticList();
  context.diagnostics = reported.sink;
  const module = read(text, context);
  const second = createContext(registry);
  const runs = (check.inputs === undefined ? (check.seeds ?? [1]) : [0]).map((seed) => {
    const inputs = check.inputs ?? randomInputs(module, seed, check.whole);
    return { inputs, expected: resultsOf(module, inputs, "the program itself") };
  });
  let before = printOperation(module);
  for (const pass of passes) {
    const ok = await runPass(module, pass, text);
    if (!ok) {
      const problems = reported.items.map((item) => renderDiagnostic(item, []));
      if (problems.length === 0) throw new Error(`${pass} failed and said nothing`);
      if (problems.some((problem) => problem.includes("found after pass")))
        throw new Error(`${pass} made what does not verify:\n${problems.join("\n")}\n${excerpt(module)}`);
      return { module, text: "", refused: reported.items.map(({ message }) => message) };
    }
    const printed = printOperation(module);
    if (printed === before) continue;
    before = printed;
    const again = printOperation(read(printed, second));
    if (again !== printed)
      throw new Error(`after ${pass}, the text reads back as another:\n${difference(printed, again)}`);
    if (check.mlirOpt !== undefined) {
      const problem = mlirOptRoundTrip(check.mlirOpt, module, (generic) => printOperation(read(generic, second)));
      if (problem !== undefined) throw new Error(`after ${pass}, ${problem}`);
    }
    for (const { inputs, expected } of runs) {
      const problem = compare(resultsOf(module, inputs, pass), expected);
      if (problem !== undefined) throw new Error(`${pass} changes the results: ${problem}\n${excerpt(module)}`);
    }
  }
  return { module, text: printOperation(module), refused: [] };
}

async function runPass(module: Operation, pass: string, text: string): Promise<boolean> {
  const built = await buildPipelineText(`builtin.module(${pass})`, registry.passes, { nesting: "implicit" });
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("; "));
  try {
    return (await new PassManager(built.pipeline).run(module)).ok;
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${pass} threw: ${reason}\non the program:\n${text}`);
  }
}

function read(text: string, context: Context): Operation {
  const { module, diagnostics } = parseModule(text, context, { file: "program.mlir" });
  const problems: readonly Diagnostic[] = module === undefined ? diagnostics : verify(module);
  if (module === undefined || problems.length > 0) {
    throw new Error(problems.map((d) => renderDiagnostic(d, [{ file: "program.mlir", text }])).join("\n"));
  }
  return module;
}

function resultsOf(module: Operation, inputs: readonly RuntimeValue[], after: string): readonly RuntimeValue[] {
  const entry = findEntry(module);
  if (entry === undefined) throw new Error(`there is no entry after ${after}`);
  const outcome = callEntry(interpreterFor(module), entry, inputs);
  if (outcome.kind === "values") return outcome.values;
  throw new Error(`after ${after}: ${outcome.kind} in '${outcome.op}': ${outcome.reason}\n${excerpt(module)}`);
}

/** Numbers for the entry's arguments: floats in -1 to 1, integers over their width up to 8 bits, booleans. */
export function randomInputs(module: Operation, seed: number, whole = false): RuntimeValue[] {
  const entry = findEntry(module);
  const signature = entry && entrySignature(entry);
  if (signature === undefined) throw new Error("there is no entry");
  const random = generator(seed);
  const scalar = (type: Type): Scalar =>
    whole && (type.kind === "float" || (type.kind === "integer" && type.width > 1 && type.width <= 32))
      ? Math.floor(random() * 9) - 4
      : randomScalar(type, random);
  return signature.inputs.map((type) => {
    if (type.kind !== "tensor") return scalar(type);
    const shape = type.shape.map((extent) => (extent === DYNAMIC ? 4 : extent));
    const value = DenseValue.zeros(shape, type.element);
    for (let i = 0; i < value.count; i++) value.set(i, scalar(type.element));
    return value;
  });
}

function randomScalar(type: Type, random: () => number): Scalar {
  if (type.kind === "float") return type.name === "f64" ? random() * 2 - 1 : Math.round(random() * 512 - 256) / 256;
  if (type.kind !== "integer") return Math.floor(random() * 4);
  const width = Math.min(type.width, 8);
  const value = width === 1 ? Math.round(random()) : Math.floor(random() * 2 ** width) - 2 ** (width - 1);
  return type.width > 32 ? BigInt(value) : value;
}

/** A linear congruential generator of numbers in 0 to 1. */
function generator(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

/** What differs; floats may by 1e-5 of the largest expected value (f16 and bf16 by what they resolve). */
function compare(actual: readonly RuntimeValue[], expected: readonly RuntimeValue[]): string | undefined {
  if (actual.length !== expected.length) return `${actual.length} results instead of ${expected.length}`;
  for (const [i, want] of expected.entries()) {
    const have = actual[i];
    const problem =
      want instanceof DenseValue && have instanceof DenseValue ? compareDense(have, want) : compareScalar(have, want);
    if (problem !== undefined) return `result ${i}: ${problem}`;
  }
  return undefined;
}

function compareScalar(have: RuntimeValue | undefined, want: RuntimeValue): string | undefined {
  if (have === want) return undefined;
  if (typeof have === "number" && typeof want === "number" && Math.abs(have - want) <= 1e-5 * Math.abs(want))
    return undefined;
  return `${text(have)} instead of ${text(want)}`;
}

const text = (value: RuntimeValue | undefined): string =>
  typeof value === "object" || value === undefined ? typeof value : value.toString();

function compareDense(have: DenseValue, want: DenseValue): string | undefined {
  if (have.shape.join("x") !== want.shape.join("x"))
    return `shape ${have.shape.join("x")} instead of ${want.shape.join("x")}`;
  const { element } = want;
  const elements = Array.from({ length: want.count }, (_, i) => want.get(i));
  const largest = elements.reduce<number>(
    (max, v) => (Number.isFinite(Number(typeof v === "symbol" ? NaN : v)) ? Math.max(max, Math.abs(Number(v))) : max),
    0,
  );
  const relative = element.kind !== "float" ? 0 : element.name === "f16" ? 4e-3 : element.name === "bf16" ? 3e-2 : 1e-5;
  for (const [i, wanted] of elements.entries()) {
    const got = have.get(i);
    if (wanted === POISON) return `the program's own result is poison at ${i}`;
    if (got === POISON) return `poison at ${i} instead of ${text(wanted)}`;
    if (Object.is(got, wanted) || got === wanted) continue;
    const [x, y] = [Number(got), Number(wanted)];
    if (!(Math.abs(x - y) <= relative * largest)) return `element ${i} is ${x} instead of ${y} (largest ${largest})`;
  }
  return undefined;
}

const excerpt = (module: Operation): string => printOperation(module).slice(0, 12_000);

function difference(before: string, after: string): string {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `line ${at + 1}:\n  ${a[at]}\n  ${b[at]}`;
}
