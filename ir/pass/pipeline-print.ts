// Prints a pipeline as text that `parsePipeline` reads back, and takes list-valued options apart.

import type { PipelineAst, PipelineElement, PipelineOption } from "./pipeline-text.ts";

/** One line, as mlir-opt's `--pass-pipeline` takes it. A pipeline without an anchor stays without one. */
export function printPipeline({ anchor, implicit, elements }: PipelineAst): string {
  // A single nested pipeline would be read as the whole, so its implicit anchor is written out.
  const ambiguous = elements.length === 1 && elements[0]?.kind === "pipeline";
  const list = printElements(elements);
  return implicit && !ambiguous ? list : `${anchor}(${list})`;
}

/** Elements without an anchor around them. */
export function printElements(elements: readonly PipelineElement[]): string {
  return elements.map(printElement).join(",");
}

function printElement(element: PipelineElement): string {
  if (element.kind === "pipeline") return `${element.anchor}(${printElements(element.elements)})`;
  if (element.options.length === 0) return element.name;
  return `${element.name}{${element.options.map(printOption).join(" ")}}`;
}

function printOption({ name, value }: PipelineOption): string {
  return `${name}=${quoteValue(value)}`;
}

/** A value as it stands after `=`: in quotes or braces where it needs them. */
export function quoteValue(value: string): string {
  if (/^[^\s'"(){}[\]]*$/.test(value)) return value;
  if (!/['"]/.test(value) && isBalanced(value)) return `{${value}}`;
  if (!value.includes('"')) return `"${value}"`;
  if (!value.includes("'")) return `'${value}'`;
  return `{${value}}`;
}

/** An item of a list: a pipeline stands as it is, because its commas are inside brackets. */
export function quoteItem(item: string): string {
  return splitOptionList(item).length === 1 && !/['"]/.test(item) && isBalanced(item) && !/^\{/.test(item)
    ? item
    : quoteValue(item);
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const close = { "(": ")", "[": "]", "{": "}" }[character];
    if (close !== undefined) open.push(close);
    else if (")]}".includes(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

/** The items of a list option: split at the commas outside brackets and quotes, outer quotes and braces gone. */
export function splitOptionList(value: string): string[] {
  const items: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= value.length; at++) {
    const character = value[at] ?? ",";
    if (character === '"' || character === "'") {
      const close = value.indexOf(character, at + 1);
      if (close >= 0) at = close;
    } else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (character === "," && (depth <= 0 || at === value.length)) {
      items.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (items.length === 1 && items[0] === "") return [];
  return items.map((item) => (/^(?:"[^"]*"|'[^']*'|\{[^{}]*\})$/.test(item) ? item.slice(1, -1).trim() : item));
}
