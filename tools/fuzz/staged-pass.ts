// Passes in the middle of a target's pipeline: programs are lowered up to the pass, and what the pass makes of that is examined.
import { verify } from "../../ir/analysis/verify.ts";
import type { HuntOptions } from "../../ir/check/fuzz/hunt.ts";
import { passSubject, type Refusals } from "../../ir/check/fuzz/pass-subject.ts";
import { thrownText, type AsyncSubject } from "../../ir/check/fuzz/subject.ts";
import { DiagnosticList } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import {
  buildPipelineText,
  pipelineDiagnostics,
  type OpPipeline,
  type PassInstance,
} from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { pipelines } from "../../lowering/target/pipelines.ts";
import { sharedRegistry } from "../library/context.ts";

/** Programs that machines take: arrays of static shape, of numbers that they compute with. */
export const machinePrograms = (name: string): Pick<HuntOptions, "types" | "undefinedBehavior" | "operations"> => ({
  types: onArrays.has(name) ? isArrayType : isMachineType,
  undefinedBehavior: "avoid",
  operations: 10,
});

/** The target that computes with one kind of number, and its passes. */
const onArrays: ReadonlySet<string> = new Set(["systolic", "place", "convert-tile-to-systolic"]);

const elementOf = (type: Type): Type | undefined =>
  type.kind !== "tensor" ? type : type.shape.includes(DYNAMIC) ? undefined : type.element;

function isArrayType(type: Type): boolean {
  const element = elementOf(type);
  return element?.kind === "float" && element.name === "f32";
}

function isMachineType(type: Type): boolean {
  const element = elementOf(type);
  if (element?.kind === "integer") return [1, 8, 32, 64].includes(element.width);
  return element?.kind === "index" || isArrayType(type);
}

/** What WebAssembly has: for the pass that takes what no pipeline has made into buffers. */
export const hostPrograms: Pick<HuntOptions, "types"> = {
  types: (type) =>
    type.kind === "index" ||
    (type.kind === "float" && (type.name === "f32" || type.name === "f64")) ||
    (type.kind === "integer" && [1, 32, 64].includes(type.width)),
};

const matmul = (n: number, input: string, result: string, zero: string): string => `
  func.func @main(%a: tensor<${n}x${n}x${input}>, %b: tensor<${n}x${n}x${input}>) -> tensor<${n}x${n}x${result}> {
    %zero = arith.constant ${zero} : ${result}
    %empty = tensor.empty() : tensor<${n}x${n}x${result}>
    %init = linalg.fill ins(%zero : ${result}) outs(%empty : tensor<${n}x${n}x${result}>) -> tensor<${n}x${n}x${result}>
    %c = linalg.matmul ins(%a, %b : tensor<${n}x${n}x${input}>, tensor<${n}x${n}x${input}>)
      outs(%init : tensor<${n}x${n}x${result}>) -> tensor<${n}x${n}x${result}>
    return %c : tensor<${n}x${n}x${result}>
  }`;

/** Programs large enough for passes that look for many elements side by side. */
const largePrograms: Readonly<Record<string, readonly string[]>> = {
  "simt-dot-products": [8, 16].map((n) => matmul(n, "i8", "i32", "0")),
  "simt-vectorize-loads": [8, 16].map((n) => matmul(n, "f32", "f32", "0.0")),
  "convert-tile-to-systolic": [3, 8].map((n) => matmul(n, "f32", "f32", "0.0")),
  place: [3, 8].map((n) => matmul(n, "f32", "f32", "0.0")),
};

/** Where a pass stands in a pipeline: what runs before it, and the pass with its options. */
interface Stage {
  readonly before: OpPipeline;
  readonly pass: PassInstance;
}

export interface StagedPass {
  readonly subject: AsyncSubject;
  readonly prepare: NonNullable<HuntOptions["prepare"]>;
  readonly corpus: readonly string[];
}

/** The pass at all places where targets' pipelines have it: the program's seed says at which. */
export async function stagedPass(name: string, refusals: Refusals): Promise<StagedPass> {
  const stages = await stagesOf(name);
  const subjects = stages.map(({ pass }) => passSubject(pass.definition, pass.options, refusals));
  let current = 0;
  return {
    corpus: largePrograms[name] ?? [],
    subject: { name, apply: (module) => at(subjects, current).apply(module) },
    prepare: async (program, seed) => {
      current = Math.floor(seed / 4) % stages.length;
      return lowered(program, at(stages, current).before, refusals);
    },
  };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error("a pass that stands in no pipeline");
  return item;
}

async function stagesOf(name: string): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  for (const { expand } of pipelines) {
    // No option of theirs has a comma.
    const steps = expand({}, []).split(",");
    for (const [index, step] of steps.entries()) {
      if (step.replace(/\{.*/, "") !== name) continue;
      const [pass] = passesIn(await build(step));
      if (pass !== undefined) stages.push({ before: await build(steps.slice(0, index).join(",")), pass });
    }
  }
  if (stages.length === 0) throw new Error(`'${name}' stands in no target's pipeline`);
  return stages;
}

async function build(steps: string): Promise<OpPipeline> {
  const built = await buildPipelineText(`builtin.module(${steps})`, sharedRegistry().passes, { nesting: "implicit" });
  if (!built.ok) throw new Error(pipelineDiagnostics(built.errors)[0]?.message);
  return built.pipeline;
}

const passesIn = ({ elements }: OpPipeline): readonly PassInstance[] =>
  elements.flatMap((element) => (element.kind === "pass" ? element : passesIn(element)));

/** What the pipeline makes of the program; undefined where it declines it, or where what it makes is wrong: the passes before have units of their own. */
async function lowered(module: Operation, pipeline: OpPipeline, refusals: Refusals): Promise<Operation | undefined> {
  const { context } = module;
  const { diagnostics } = context;
  const reported = new DiagnosticList();
  context.diagnostics = reported.sink;
  const decline = (reason: string): undefined => {
    refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
  };
  try {
    const { ok } = await new PassManager(pipeline, { verifyEach: false }).run(module);
    if (!ok || reported.failed) return decline(reported.items[0]?.message ?? "no message");
    const [problem] = verify(module);
    return problem === undefined ? module : decline(`before the pass: ${problem.message}`);
  } catch (error) {
    return decline(`before the pass: ${thrownText(error)}`);
  } finally {
    context.diagnostics = diagnostics;
  }
}
