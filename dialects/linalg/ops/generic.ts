// linalg.generic: a structured op that states its maps, iterators and body itself.
import { arrayAttr, dictionaryAttr, stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { OperationParts } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { AnyRankedTensor, AnyShaped, AnyType, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { AffineMapArrayProperty, optionalProperty, StringProperty } from "../../../ir/define/properties.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../../ir/syntax/printer-interface.ts";
import { IteratorTypeAttr, IteratorTypesProperty } from "../attributes.ts";
import { segments } from "../define-structured-op.ts";
import type { StructuredFacts } from "../linalg-op.ts";
import { structuredInterfaces, structuredMeaning, verifyStructured } from "../structured-semantics.ts";
import { parseArrowTypes, parseInsOuts, printArrowTypes, printInsOuts, tensorTypes } from "../structured-text.ts";
import { generateGeneric } from "../generation.ts";
import { genericExample } from "../examples.ts";

function genericFacts(op: Operation): StructuredFacts {
  const [maps, iterators, sizes] = ["indexing_maps", "iterator_types", "operandSegmentSizes"].map((name) =>
    op.attribute(name),
  );
  return {
    maps: maps === undefined ? [] : AffineMapArrayProperty.decode(maps),
    iterators: iterators === undefined ? [] : IteratorTypesProperty.decode(iterators),
    inputCount: sizes?.kind === "dense_array" ? Number(sizes.values[0] ?? 0) : 0,
  };
}

/** In the text, before the operands, in this order; the rest of the attributes follow them. */
const leading = ["doc", "indexing_maps", "iterator_types", "library_call"];

/** `#linalg.iterator_type<parallel>` is `"parallel"` in the text. */
function iteratorStrings(attribute: Attribute): Attribute {
  const { context } = attribute;
  return arrayAttr(
    context,
    IteratorTypesProperty.decode(attribute).map((type) => stringAttr(context, type)),
  );
}

function printGeneric(op: Operation, p: OpPrinter): void {
  const present = leading.flatMap((name) => {
    const attribute = op.attribute(name);
    if (attribute === undefined) return [];
    return [[name, name === "iterator_types" ? iteratorStrings(attribute) : attribute] as const];
  });
  p.text(" ");
  p.attribute(dictionaryAttr(op.context, present));
  printInsOuts(p, op, genericFacts(op).inputCount);
  const others = op.discardable.filter(([name]) => !leading.includes(name));
  if (others.length > 0) {
    p.text(" attrs = ");
    p.attrDict(op, { elide: [...leading, "operandSegmentSizes"] });
  }
  p.text(" ");
  p.region(op.region());
  printArrowTypes(
    p,
    op.results.map((r) => r.type),
  );
}

function parseGeneric(p: OpParser): OperationParts {
  const { context } = p;
  const at = p.position();
  const entries = new Map(p.optionalAttrDict());
  const iterators = entries.get("iterator_types");
  if (iterators?.kind !== "array") p.error("expected 'iterator_types' array attribute", at);
  const types = iterators.elements.map((e) => {
    const word =
      e.kind === "string" ? IteratorTypeAttr.cases.find((name) => name === e.value) : IteratorTypeAttr.valueOf(e)?.[0];
    return word === undefined
      ? p.error(
          `unexpected iterator_type (${e.kind === "string" ? e.value : e.kind}): expected ${IteratorTypeAttr.cases.join(", ")}`,
          at,
        )
      : IteratorTypeAttr.get(context, word);
  });
  entries.set("iterator_types", arrayAttr(context, types));
  if (entries.get("indexing_maps") === undefined) p.error("expected 'indexing_maps' attribute", at);
  const { inputs, outputs } = parseInsOuts(p);
  if (p.accept("attrs")) {
    p.expect("=");
    for (const [name, attribute] of p.optionalAttrDict()) entries.set(name, attribute);
  }
  const region = p.region();
  return {
    operands: [...inputs, ...outputs],
    resultTypes: parseArrowTypes(p),
    properties: { operandSegmentSizes: segments(context, inputs.length, outputs.length) },
    attributes: entries,
    regions: [region],
  };
}

export const GenericOp = defineOp({
  name: "linalg.generic",
  summary: "A loop nest over tensors or memrefs: indexing maps, iterator types and a scalar body.",
  example: genericExample,
  operands: { inputs: variadic(AnyType), outputs: variadic(AnyShaped) },
  properties: {
    indexing_maps: AffineMapArrayProperty,
    iterator_types: IteratorTypesProperty,
    doc: optionalProperty(StringProperty),
    library_call: optionalProperty(StringProperty),
  },
  results: { result_tensors: variadic(AnyRankedTensor) },
  regions: { region: singleBlockRegion },
  traits: ["SingleBlock", "RecursiveMemoryEffects"],
  interfaces: structuredInterfaces(genericFacts),
  inferResultTypes: ({ operands, properties }) => {
    const sizes = properties.find((a) => a?.kind === "dense_array");
    return tensorTypes(operands.slice(sizes?.kind === "dense_array" ? Number(sizes.values[0] ?? 0) : 0));
  },
  assemblyFormat: { print: printGeneric, parse: parseGeneric },
  verify: ({ op }) => verifyStructured(op, genericFacts(op)),
  generate: generateGeneric,
  meaning: structuredMeaning(genericFacts),
});

/** Whether an op is a generic whose only op is its yield of the first input's element. */
export function yieldsItsInput(op: Operation): boolean {
  const body = op.region().entry;
  return (
    body.firstOp === body.lastOp && body.firstOp?.operandCount === 1 && body.firstOp.operand(0) === body.arguments[0]
  );
}
