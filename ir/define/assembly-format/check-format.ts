// What a format must mention: every operand, region and successor once, required properties, an attribute dictionary, and enough
// types. Made when the format is compiled; says where the text's types come from.
import type { ArgumentElement, FormatElement, TypeSource } from "./format-elements.ts";
import { allElements } from "./format-elements.ts";
import { definitionOf, planInference, type InferencePlan } from "./infer-types.ts";
import { variableCount } from "../../core/element-groups.ts";
import type { FormatSubject } from "./subject.ts";

/** What the elements of a format mention, by index. */
export interface Mentions {
  readonly operands: Set<number>;
  readonly properties: Set<number>;
  readonly regions: Set<number>;
  readonly successors: Set<number>;
  /** Operands, then results, whose types the text shows. */
  readonly types: Set<number>;
  allOperands: boolean;
  allOperandTypes: boolean;
  allResultTypes: boolean;
  attrDict: boolean;
  propDict: boolean;
}

type Fail = (message: string) => never;

/** Collects what the format mentions; an element that is mentioned twice is a mistake. */
export function collectMentions(elements: readonly FormatElement[], subject: FormatSubject, fail: Fail): Mentions {
  const mentions: Mentions = {
    operands: new Set(), properties: new Set(), regions: new Set(), successors: new Set(), types: new Set(),
    allOperands: false, allOperandTypes: false, allResultTypes: false, attrDict: false, propDict: false,
  }; // prettier-ignore
  const lists = {
    operand: [mentions.operands, subject.operands], property: [mentions.properties, subject.properties],
    region: [mentions.regions, subject.regions], successor: [mentions.successors, subject.successors],
  } as const; // prettier-ignore
  const once = (kind: keyof typeof lists, index: number): void => {
    const [seen, definitions] = lists[kind];
    if (seen.has(index)) fail(`${kind} '${definitions[index]?.name ?? ""}' stands in the text twice`);
    seen.add(index);
  };
  const all = (seen: Set<number>, from: number, count: number, what: string): void => {
    for (let i = from; i < from + count; i++) {
      if (seen.has(i)) fail(`'${what}' repeats what stands in the text already`);
      seen.add(i);
    }
  };
  const operandCount = subject.operands.length;
  const type = (source: TypeSource): void => {
    if (source.kind === "operands") {
      mentions.allOperandTypes = true;
      all(mentions.types, 0, operandCount, "type(operands)");
    } else if (source.kind === "results") {
      mentions.allResultTypes = true;
      all(mentions.types, operandCount, subject.results.length, "type(results)");
    } else {
      const element = source.kind === "operand" ? source.index : operandCount + source.index;
      if (mentions.types.has(element))
        fail(`the type of '${definitionOf(subject, element)?.name ?? ""}' stands in the text twice`);
      mentions.types.add(element);
    }
  };
  const argument = (element: ArgumentElement): void => {
    if (element.reference || element.kind === "text") return;
    if (element.kind === "type") type(element.of);
    else if (element.kind === "result") fail(`result '${element.name}' may only stand in a type directive`);
    else once(element.kind, element.index);
  };
  for (const element of allElements(elements)) {
    switch (element.kind) {
      case "operand":
      case "property":
      case "region":
      case "successor":
        once(element.kind, element.index);
        break;
      case "operands":
        mentions.allOperands = true;
        all(mentions.operands, 0, operandCount, "operands");
        break;
      case "regions":
        all(mentions.regions, 0, subject.regions.length, "regions");
        break;
      case "successors":
        all(mentions.successors, 0, subject.successors.length, "successors");
        break;
      case "attr-dict":
        if (mentions.attrDict) fail("'attr-dict' stands in the text twice");
        mentions.attrDict = true;
        break;
      case "prop-dict":
        mentions.propDict = true;
        break;
      case "type":
        type(element.of);
        break;
      case "functional-type":
        type(element.inputs);
        type(element.results);
        break;
      case "custom":
        element.arguments.forEach(argument);
        break;
      default:
        break;
    }
  }
  return mentions;
}

/** Requires everything that has no other way into the op, and plans how to find the types that are not shown. */
export function checkCoverage(mentions: Mentions, subject: FormatSubject, fail: Fail): InferencePlan {
  const required = [
    ["operand", subject.operands, mentions.operands],
    ["region", subject.regions, mentions.regions],
    ["successor", subject.successors, mentions.successors],
  ] as const;
  for (const [kind, definitions, seen] of required) {
    definitions.forEach(({ name }, index) => {
      if (!seen.has(index)) fail(`${kind} #${index}, named '${name}', is not in the text`);
    });
  }
  if (!mentions.attrDict) fail("'attr-dict' is missing");
  if (mentions.allOperands && variableCount(subject.operands) > 1 && !mentions.allOperandTypes) {
    fail("'operands' with several variadic operands needs 'type(operands)'");
  }
  const plan = planInference(subject, mentions.types);
  for (const element of plan.open) {
    const name = definitionOf(subject, element)?.name ?? "";
    if (element < subject.operands.length)
      fail(`the type of operand '${name}' is not in the text and does not follow from it`);
    if (subject.inferResultTypes === undefined)
      fail(`the type of result '${name}' is not in the text and does not follow from it`);
  }
  return plan;
}
