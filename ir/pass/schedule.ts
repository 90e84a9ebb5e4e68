// The schedule: a pipeline as it is run. Neighbouring pipelines on inner ops become one walk, so that an op is finished before the next begins.
import type { OpPipeline, PassInstance } from "./build-pipeline.ts";

/** One walk over the ops directly inside; each op runs the pipeline of its name, or the one of `any`. */
export interface Adaptor {
  readonly kind: "adaptor";
  readonly pipelines: readonly Schedule[];
}

export interface Schedule {
  readonly anchor: string;
  readonly steps: readonly (PassInstance | Adaptor)[];
}

/** As MLIR coalesces: pipelines of one anchor are joined, those of several share a walk; `any` stays by itself, because it may hold any op. */
export function schedule(pipeline: OpPipeline): Schedule {
  const steps: (PassInstance | OpPipeline[])[] = [];
  for (const element of pipeline.elements) {
    const last = steps.at(-1);
    if (element.kind === "pass") steps.push(element);
    else if (Array.isArray(last) && element.anchor !== "any" && last.every(({ anchor }) => anchor !== "any"))
      join(last, element);
    else steps.push([element]);
  }
  return {
    anchor: pipeline.anchor,
    steps: steps.map((step) =>
      Array.isArray(step) ? { kind: "adaptor", pipelines: step.sort(byAnchor).map(schedule) } : step,
    ),
  };
}

function join(pipelines: OpPipeline[], pipeline: OpPipeline): void {
  const at = pipelines.findIndex(({ anchor }) => anchor === pipeline.anchor);
  const present = pipelines[at];
  if (present === undefined) pipelines.push(pipeline);
  else pipelines[at] = { ...present, elements: [...present.elements, ...pipeline.elements] };
}

function byAnchor(a: OpPipeline, b: OpPipeline): number {
  return a.anchor < b.anchor ? -1 : 1;
}
