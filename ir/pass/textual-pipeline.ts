// A built pipeline as text again, every option with its value, in MLIR's spelling: what dumps and reproducers show.
import type { OpPipeline, PassInstance } from "./build-pipeline.ts";
import type { OptionValue } from "./options.ts";
import { quoteItem, quoteValue } from "./pipeline-print.ts";

type Element = PassInstance | OpPipeline;

/** One line: `builtin.module(cse, func.func(canonicalize{...},cse))`. */
export function textualPipeline({ anchor, elements }: OpPipeline): string {
  return `${anchor}(${elements.map(elementText).join(", ")})`;
}

function elementText(element: Element): string {
  return element.kind === "pass" ? passText(element) : `${element.anchor}(${element.elements.map(elementText).join()})`;
}

/** Over several lines, indented by nesting. */
export function dumpedPipeline({ anchor, elements }: OpPipeline, indent = ""): string {
  const inner = `${indent}  `;
  const lines = elements.map((element) =>
    element.kind === "pass" ? inner + passText(element) : dumpedPipeline(element, inner),
  );
  return `${indent}${anchor}(\n${lines.join(",\n")}\n${indent})`;
}

/** Options are in order of their names; a list without items leaves only its space. */
function passText({ definition: { name }, options }: PassInstance): string {
  const names = Object.keys(options).sort();
  if (names.length === 0) return name;
  return `${name}{${names.map((option) => optionText(option, options[option])).join(" ")}}`;
}

function optionText(name: string, value: OptionValue | undefined): string {
  if (typeof value !== "object") return `${name}=${quoteValue(String(value))}`;
  return value.length === 0 ? "" : `${name}={${value.map((item) => quoteItem(String(item))).join(",")}}`;
}
