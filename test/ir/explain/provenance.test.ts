// Every op of a result leads back to ops of the input, whatever pass, conversion or pipeline made it, and the same ones whether the input has locations
// or not. A few generated programs for each here, a hundred with TERRACE_FUZZ.
import { describe, expect, test } from "@jest/globals";
import { unknownLocation } from "../../../ir/core/location.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { traverse, walk } from "../../../ir/core/walk.ts";
import { generateModule, type GenerateOptions } from "../../../ir/check/generate/generate-module.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { sourcesOf } from "../../../ir/explain/explanation.ts";
import { Provenance } from "../../../ir/explain/provenance.ts";
import { buildPipelineText } from "../../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../../ir/pass/pass-manager.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { loweringPasses } from "../../../lowering/passes.ts";
import { pipelines } from "../../../lowering/target/pipelines.ts";
import { passes } from "../../../passes/index.ts";
import { MACHINE_DIALECTS, needsPipeline, programsOfPass } from "../../../tools/fuzz/company.ts";
import { machinePrograms } from "../../../tools/fuzz/staged-pass.ts";
import { createTerraceContext, sharedRegistry } from "../../../tools/library/context.ts";

const programs = process.env["TERRACE_FUZZ"] === undefined ? 4 : 100;

/** Ops that a module or a function has as such. */
const ofTheWhole: ReadonlySet<string> = new Set(["builtin.module", "func.func", "wasm.func", "wasm.memory"]);

/** Where an op of a result comes from: ops of the input by number. */
interface Led {
  readonly op: string;
  /** The rule that made it: a constant that takes the place of a function's argument comes from the function. */
  readonly rule: string | undefined;
  readonly from: readonly number[];
}

/** What each op of the result leads back to. */
async function ancestry(pipeline: string, text: string, isLocated: boolean): Promise<readonly Led[]> {
  const context = createTerraceContext();
  context.diagnostics = () => undefined;
  const { module } = parseModule(text, context, { file: "p.mlir" });
  const built = await buildPipelineText(`builtin.module(${pipeline})`, sharedRegistry().passes, {
    nesting: "implicit",
  });
  if (module === undefined || !built.ok) throw new Error(`${pipeline} cannot begin`);
  if (!isLocated)
    traverse(module, (op) => {
      op.location = unknownLocation;
    });
  const provenance = new Provenance(module, () => false);
  const numbers = new Map(provenance.sources.map((source, i) => [source, i]));
  const { listener, instrumentation } = provenance;
  await new PassManager(built.pipeline, { verifyEach: false, listener, instrumentations: [instrumentation] }).run(
    module,
  );
  return [...walk(module)].map((op) => {
    const origin = provenance.of(op);
    if (origin === undefined) throw new Error(`nothing is known of '${op.name}'`);
    const from = sourcesOf(origin).map((source) => numbers.get(source) ?? -1);
    return { op: op.name, rule: origin.made?.rule, from: from.sort((a, b) => a - b) };
  });
}

/** Ops that lead to nothing, or to no more than the function or module around them. */
function lost(all: readonly Led[], sources: readonly Operation[]): string[] {
  const isWhole = (i: number): boolean => ofTheWhole.has(sources[i]?.name ?? "");
  return all
    .filter(({ op, rule, from }) => rule === undefined && !ofTheWhole.has(op) && from.every(isWhole))
    .map(({ op }) => op);
}

async function check(pipeline: string, options: GenerateOptions): Promise<void> {
  for (let seed = 0; seed < programs; seed++) {
    const module = generateModule(createTerraceContext(), seededSource(seed), options);
    const sources = [...walk(module)];
    const text = printOperation(module);
    const located = await ancestry(pipeline, text, true);
    expect({ seed, lost: lost(located, sources) }).toEqual({ seed, lost: [] });
    expect({ seed, led: await ancestry(pipeline, text, false) }).toEqual({ seed, led: located });
  }
}

const options = { operations: 20, undefinedBehavior: "avoid" } as const;

describe("every op of the result leads back to the input", () => {
  test.each([...passes, ...loweringPasses].map(({ name }) => name).filter((name) => !needsPipeline(name)))(
    "%s",
    (name) => check(name, { ...options, dialects: programsOfPass(name) }),
    60_000 * programs,
  );

  test.each(pipelines.map(({ name }) => name))(
    "%s",
    async (name) => {
      const steps = pipelines.find((pipeline) => pipeline.name === name)?.expand({}, []) ?? "";
      await check(steps, { ...options, dialects: MACHINE_DIALECTS, ...machinePrograms(name.replace("terrace-", "")) });
    },
    60_000 * programs,
  );

  test("canonicalize, cse and sccp on the ops of all dialects", () =>
    check("canonicalize,sccp,cse,canonicalize", {
      ...options,
      operations: 60,
      dialects: ["arith", "index", "math", "complex", "scf", "cf", "tensor", "memref", "linalg", "vector", "affine"],
    }));
});
