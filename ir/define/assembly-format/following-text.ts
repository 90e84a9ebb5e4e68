// With which tokens may the text go on? Tells whether an absent-able property with its own syntax stands here: it does when none
// of these does.
import type { FormatElement } from "./format-elements.ts";

/** The tokens that a list of elements can begin with, or undefined when they are not known (values, attributes, the op's end). */
export function firstTokens(elements: readonly FormatElement[]): readonly string[] | undefined {
  const tokens: string[] = [];
  for (const element of elements) {
    switch (element.kind) {
      case "whitespace":
        continue;
      case "literal":
        return [...tokens, element.text];
      case "region":
      case "regions":
        return [...tokens, "{"];
      case "attr-dict":
        tokens.push(element.keyword ? "attributes" : "{");
        continue;
      case "prop-dict":
        tokens.push("<");
        continue;
      case "oilist":
        tokens.push(...element.clauses.map((clause) => clause.literal));
        continue;
      case "optional": {
        const then = firstTokens(element.then);
        const otherwise = element.otherwise.length === 0 ? [] : firstTokens(element.otherwise);
        if (then === undefined || otherwise === undefined) return undefined;
        tokens.push(...then, ...otherwise);
        if (element.otherwise.length > 0) return tokens;
        continue;
      }
      default:
        return undefined;
    }
  }
  return undefined;
}
