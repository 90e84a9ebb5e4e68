// A built pipeline as text again: what --dump-pass-pipeline shows. Options that have their default are left out.
import type { OpPipeline, PassInstance } from "../../ir/pass/build-pipeline.ts";
import type { OptionRecord } from "../../ir/pass/options.ts";
import { printElements } from "../../ir/pass/pipeline-print.ts";
import type { PipelineElement, PipelineOption } from "../../ir/pass/pipeline-text.ts";

export function pipelineText(pipeline: OpPipeline): string {
  return printElements([elementOf(pipeline)]);
}

const nowhere = { offset: 0, length: 0 };

function elementOf(element: OpPipeline | PassInstance): PipelineElement {
  if (element.kind === "pipeline")
    return { kind: "pipeline", anchor: element.anchor, elements: element.elements.map(elementOf), ...nowhere };
  const { definition, options } = element;
  return { kind: "pass", name: definition.name, options: changedOptions(definition.options, options), ...nowhere };
}

function changedOptions(specs: PassInstance["definition"]["options"], options: OptionRecord): PipelineOption[] {
  const text = (value: OptionRecord[string] | undefined): string =>
    typeof value === "object" ? value.join(",") : String(value);
  return Object.entries(options)
    .filter(([name, value]) => text(value) !== text(specs[name]?.default))
    .map(([name, value]) => ({ name, value: text(value), ...nowhere }));
}
