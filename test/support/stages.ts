// A program after every pass of a target's pipeline: texts that tests hold against each other and against mlir-opt.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticList } from "../../ir/core/diagnostic.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { FunctionType, Type } from "../../ir/core/types.ts";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import { valueFromBytes } from "../../ir/interpret/convert.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { renderDiagnostic } from "../../ir/syntax/render.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { callEntry, entrySignature, findEntry } from "../../lowering/entry.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { setMachine } from "../../lowering/machine/module-machine.ts";
import { readNpz } from "../../tools/npz/npz.ts";

export const registry = builtinRegistry();

/** Tests run in the root of the repository. */
const models = join(process.cwd(), "test", "models");

export interface Stage {
  /** The pass, with its number in the pipeline. */
  readonly name: string;
  readonly custom: string;
  readonly generic: string;
}

export const modelText = (model: string): string => readFileSync(join(models, `${model}.mlir`), "utf8");

/** Parses and verifies; throws with the rendered diagnostics where something is wrong. */
export function parseWith(context: Context, text: string): Operation {
  const { module, diagnostics } = parseModule(text, context, { file: "stage.mlir" });
  const problems = module === undefined ? diagnostics : verify(module);
  if (module === undefined || problems.length > 0)
    throw new Error(problems.map((d) => renderDiagnostic(d, [{ file: "stage.mlir", text }])).join("\n"));
  return module;
}

/** The texts after each pass that changed something, the program itself first. */
export async function stagesOf(text: string, pipeline: string, machine: string): Promise<Stage[]> {
  const context = createContext(registry);
  const module = parseWith(context, text);
  setMachine(module, machine);
  const stages: Stage[] = [];
  const take = (name: string): void => {
    const generic = printOperation(module, { generic: true });
    if (stages.at(-1)?.generic !== generic) stages.push({ name, generic, custom: printOperation(module) });
  };
  take("0 program");
  const built = await buildPipelineText(`builtin.module(${pipeline})`, registry.passes, { nesting: "implicit" });
  if (!built.ok) throw new Error(built.errors.map((e) => e.message).join("\n"));
  const diagnostics = new DiagnosticList();
  context.diagnostics = diagnostics.sink;
  let number = 0;
  const manager = new PassManager(built.pipeline, {
    instrumentations: [
      {
        afterPass: (pass) => {
          take(`${++number} ${pass.definition.name}`);
        },
      },
    ],
  });
  const { ok } = await manager.run(module);
  if (!ok || diagnostics.failed)
    throw new Error(diagnostics.items.map((d) => renderDiagnostic(d)).join("\n") || "the pipeline failed");
  return stages;
}

/** The arrays of an .npz file that stand for these types, `arg0` or `result0` and so on. */
export function arraysOf(file: string, prefix: "arg" | "result", types: readonly Type[]): RuntimeValue[] {
  const read = readNpz(readFileSync(join(models, file)));
  if ("error" in read) throw new Error(read.error);
  return types.map((type, i) => {
    const array = read.arrays.get(`${prefix}${i}`);
    if (array === undefined || type.kind !== "tensor") throw new Error(`${file} has no ${prefix}${i}`);
    return valueFromBytes(type, array.data, type.shape);
  });
}

/** Inputs and expected results of a model. */
export function modelArrays(model: string): { readonly inputs: RuntimeValue[]; readonly expected: RuntimeValue[] } {
  const module = parseWith(createContext(registry), modelText(model));
  const signature: FunctionType | undefined = entrySignature(findEntry(module)!);
  if (signature === undefined) throw new Error("the model has no entry");
  return {
    inputs: arraysOf(`${model}.inputs.npz`, "arg", signature.inputs),
    expected: arraysOf(`${model}.expected.npz`, "result", signature.results),
  };
}

/** Runs a module's text in the interpreter. */
export function interpretText(text: string, inputs: readonly RuntimeValue[]): readonly RuntimeValue[] {
  const module = parseWith(createContext(registry), text);
  const outcome = callEntry(interpreterFor(module), findEntry(module)!, inputs);
  if (outcome.kind !== "values") throw new Error(`${outcome.kind} at '${outcome.op}': ${outcome.reason}`);
  return outcome.values;
}

/** The largest difference relative to the largest expected value; Infinity where poison or a NaN stands on one side only. */
export function difference(actual: readonly RuntimeValue[], expected: readonly RuntimeValue[]): number {
  if (actual.length !== expected.length) return Infinity;
  let worst = 0;
  expected.forEach((wanted, k) => {
    const got = actual[k];
    if (!(wanted instanceof DenseValue) || !(got instanceof DenseValue)) {
      if (got !== wanted) worst = Infinity;
      return;
    }
    let largest = 0;
    for (let i = 0; i < wanted.count; i++) largest = Math.max(largest, Math.abs(Number(wanted.data[i])));
    for (let i = 0; i < wanted.count; i++) {
      const [a, b] = [got.get(i), wanted.get(i)];
      if (typeof a === "symbol" || typeof b === "symbol" || Number.isNaN(Number(a)) !== Number.isNaN(Number(b)))
        worst = Infinity;
      else if (Number(a) !== Number(b))
        worst = Math.max(
          worst,
          wanted.element.kind === "float" ? Math.abs(Number(a) - Number(b)) / (largest || 1) : Infinity,
        );
    }
  });
  return worst;
}
