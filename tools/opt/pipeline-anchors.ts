// Warns of pipelines in --pass-pipeline that are for an operation which is not there: mlir-opt runs them on nothing, without a word.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { pipelineDiagnostics, type PipelineError } from "../../ir/pass/build-pipeline.ts";
import { parsePipeline, type PipelineElement } from "../../ir/pass/pipeline-text.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";

export async function anchorWarnings(text: string, registry: Registry, source: string): Promise<Diagnostic[]> {
  const parsed = await parsePipeline(text);
  if (!parsed.ok) return [];
  const errors = parsed.pipeline.elements.flatMap((element) => unknownAnchors(element, registry));
  return pipelineDiagnostics(errors, source).map((diagnostic) => ({ ...diagnostic, severity: "warning" }));
}

function unknownAnchors(element: PipelineElement, registry: Registry): PipelineError[] {
  if (element.kind === "pass") return [];
  const { anchor, offset, elements } = element;
  const inner = elements.flatMap((nested) => unknownAnchors(nested, registry));
  if (anchor === "any") return inner;
  const names = opNames(anchor.slice(0, anchor.indexOf(".")), registry);
  if (names.includes(anchor)) return inner;
  const near = nearest(anchor, names) ?? nearest(anchor, ["any", "func.func", "builtin.module"]);
  const message = `there is no operation '${anchor}', so that nothing runs this pipeline`;
  const hint = near === undefined ? {} : { hint: `did you mean '${near}'?` };
  return [{ message, offset, length: anchor.length, ...hint }, ...inner];
}

function opNames(dialect: string, registry: Registry): string[] {
  const definition = registry.dialects.get(dialect);
  if (definition === undefined) return [];
  return ("load" in definition ? definition.load() : definition).ops.map(({ name }) => name);
}
