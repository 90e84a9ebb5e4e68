// MLIR text as HTML, coloured by its lexis; operations lead to their entries.
import { escapedHtml } from "./escape-html.ts";

/** The classes of what is told apart, each with what it looks like; the first that fits is taken. */
const lexis: readonly (readonly [string, RegExp])[] = [
  ["comment", /\/\/[^\n]*/y],
  ["string", /"(?:[^"\\]|\\.)*"/y],
  ["value", /%[\w$.-]+(?::\d+)?(?:#\d+)?/y],
  ["symbol", /@(?:"[^"]*"|[\w$.-]+)/y],
  ["block", /\^[\w$.-]+/y],
  ["type", /![\w$.]+|\b(?:[su]?i\d+|b?f\d+\w*|tf32|index|none|(?:tensor|memref|vector|complex|tuple)(?=<))\b/y],
  ["attribute", /#[\w$.]+/y],
  ["operation", /\b[a-z_]\w*(?:\.[\w$]+)+/y],
  ["number", /\b(?:0x[0-9a-fA-F]+|\d+(?:\.\d+(?:[eE][+-]?\d+)?)?)\b/y],
  ["plain", /[A-Za-z_$][\w$]*|\s+|[^]/y],
];

/** `address` is where an operation has its entry. */
export function highlighted(text: string, address: (operation: string) => string | undefined): string {
  let html = "";
  for (let at = 0; at < text.length;) {
    for (const [name, pattern] of lexis) {
      pattern.lastIndex = at;
      const [found] = pattern.exec(text) ?? [];
      if (found === undefined) continue;
      at += found.length;
      html +=
        name === "plain" ? escapedHtml(found) : span(name, found, name === "operation" ? address(found) : undefined);
      break;
    }
  }
  return html;
}

const span = (name: string, text: string, href: string | undefined): string =>
  href === undefined
    ? `<span class="${name}">${escapedHtml(text)}</span>`
    : `<a class="${name}" href="${escapedHtml(href)}">${escapedHtml(text)}</a>`;
