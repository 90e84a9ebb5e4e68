// vector.contract, vector.outerproduct and vector.fma: products of vectors, summed.
import { dictionaryAttr, arrayAttr, stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { OperationParts } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i1, vectorType } from "../../../ir/core/type-constructors.ts";
import { elementTypeOf, type FloatType, type Type, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { AffineMap } from "../../../ir/affine/map.ts";
import { AnyType, optional, typeVariable } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { AffineMapArrayProperty } from "../../../ir/define/properties.ts";
import { floatArithmetic } from "../../../ir/interpret/floats.ts";
import { onValues, scalar, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { AddUnlessGiven, CombiningKindAttr, IteratorTypeAttr, IteratorTypesProperty } from "../attributes.ts";
import { combines } from "../combine.ts";
import { contraction } from "../contraction.ts";
import { enclosingMask, MaskableOpInterface } from "../masking.ts";
import { AnyVectorOfNonZeroRank, extentsOf, FloatVector, sameElementType, vectorTypeOf } from "../types.ts";
import { generateContract, generateOuterProduct } from "../generation.ts";
import { contractExample } from "../examples.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

/** The extents of the iteration space; undefined where the operands do not say or disagree. */
export function contractionExtents(
  maps: readonly AffineMap[],
  shapes: readonly (readonly number[])[],
  rank: number,
): (number | undefined)[] {
  const extents = new Array<number | undefined>(rank).fill(undefined);
  maps.forEach((map, k) => {
    map.dimPositions?.forEach((d, i) => (extents[d] ??= shapes[k]?.[i]));
  });
  return extents;
}

interface ContractionView {
  readonly lhs: Value;
  readonly rhs: Value;
  readonly acc: Value;
  readonly indexingMaps: readonly AffineMap[];
  readonly iteratorTypes: readonly ("parallel" | "reduction")[];
}

function verifyMaps({ lhs, rhs, acc, indexingMaps: maps, iteratorTypes }: ContractionView): string | undefined {
  if (maps.length !== 3) return "expected an indexing map for each vector operand";
  const rank = iteratorTypes.length;
  for (const [k, value] of [lhs, rhs, acc].entries()) {
    const map = maps[k];
    if (map === undefined) continue;
    if (map.symbols !== 0) return `expected indexing map ${k} to have no symbols`;
    if (map.dims !== rank) return `expected indexing map ${k} to have ${rank} number of inputs`;
    if (map.results.length !== extentsOf(value.type).length)
      return `expected indexing map ${k} to have ${extentsOf(value.type).length} number of outputs`;
    if (!map.isProjectedPermutation) return `expected indexing map ${k} to be a projected permutation of its inputs`;
  }
  return undefined;
}

function verifyContraction(
  view: ContractionView & { readonly kind: (typeof CombiningKindAttr.cases)[number]; readonly result: Value },
): string | undefined {
  const { lhs, rhs, acc, result, indexingMaps: maps, iteratorTypes, kind } = view;
  if (!sameElementType(lhs, rhs)) return "failed to verify that lhs and rhs have same element type";
  if (acc.type !== result.type) return "failed to verify that third operand acc and result have same element type";
  const problem = verifyMaps(view);
  if (problem !== undefined) return problem;
  const [lhsDims, rhsDims, accDims] = maps.map((map) => map.dimPositions ?? []);
  if (lhsDims === undefined || rhsDims === undefined || accDims === undefined)
    return "expected an indexing map for each vector operand";
  const contracting = lhsDims.filter((d) => rhsDims.includes(d) && !accDims.includes(d));
  const isReduction = (d: number): boolean => iteratorTypes[d] === "reduction";
  if (!contracting.some(isReduction)) return "expected at least one contracting dimension pair";
  const shapes = [extentsOf(lhs.type), extentsOf(rhs.type), extentsOf(acc.type)];
  const shared = lhsDims.filter((d) => rhsDims.includes(d));
  const mismatch = shared.find((d) => shapes[0]?.[lhsDims.indexOf(d)] !== shapes[1]?.[rhsDims.indexOf(d)]);
  if (mismatch !== undefined)
    return isReduction(mismatch) ? "invalid contracting dimension map" : "invalid batch dimension map";
  const extents = contractionExtents(maps.slice(0, 2), shapes, iteratorTypes.length);
  const expected = accDims.map((d) => extents[d] ?? -1);
  if (expected.some((extent, i) => extent !== shapes[2]?.[i])) {
    const element = elementTypeOf(acc.type);
    return `invalid accumulator/result vector shape, expected: '${typeText(expected.length === 0 ? element : vectorType(expected, element))}'`;
  }
  if (!combines(kind, elementTypeOf(result.type))) return "unsupported contraction type";
  const isFloat = (value: Value): boolean => elementTypeOf(value.type).kind === "float";
  return isFloat(lhs) === isFloat(acc)
    ? undefined
    : "requires operands and accumulator that are all floats or all integers";
}

function contractionMaskType(op: Operation): Type {
  const view = ContractionOp.match(op)!;
  const shapes = [extentsOf(view.lhs.type), extentsOf(view.rhs.type)];
  const extents = contractionExtents(view.indexingMaps, shapes, view.iteratorTypes.length);
  return vectorType(
    extents.map((extent) => extent ?? 1),
    i1(op.context),
  );
}

function prepareContraction(op: Operation): Prepared {
  const { lhs, rhs, acc, indexingMaps, iteratorTypes, kind } = ContractionOp.match(op)!;
  const shapes = [lhs, rhs, acc].map((value) => extentsOf(value.type));
  const extents = contractionExtents(indexingMaps, shapes, iteratorTypes.length).map((extent) => extent ?? 1);
  const [lhsElement, rhsElement, accElement] = [lhs, rhs, acc].map((value) => elementTypeOf(value.type));
  if (lhsElement === undefined || rhsElement === undefined || accElement === undefined)
    throw new Error("a contraction has three operands");
  const run = contraction({
    extents,
    dims: indexingMaps.map((map) => map.dimPositions ?? []),
    shapes,
    elements: [lhsElement, rhsElement, accElement],
    kind,
    resultType: op.result().type,
  });
  const masking = enclosingMask(op);
  return (operands, execution) => [run(operands, execution, masking?.(execution))];
}

const contractionKeys = ["indexing_maps", "iterator_types", "kind"];

/** The iterator types as text has them: strings. */
function printedDictionary(op: Operation): Attribute {
  const types = IteratorTypesProperty.decode(op.attribute("iterator_types") ?? arrayAttr(op.context, []));
  const kind = op.attribute("kind") ?? CombiningKindAttr.get(op.context, "add");
  return dictionaryAttr(op.context, [
    ["indexing_maps", op.attribute("indexing_maps") ?? arrayAttr(op.context, [])],
    [
      "iterator_types",
      arrayAttr(
        op.context,
        types.map((type) => stringAttr(op.context, type)),
      ),
    ],
    ["kind", kind],
  ]);
}

function iteratorTypesFrom(p: OpParser, attribute: Attribute | undefined): Attribute {
  if (attribute?.kind !== "array") return p.error("expected 'iterator_types' array attribute");
  return IteratorTypesProperty.encode(
    attribute.elements.map((element) => {
      const named =
        element.kind === "string"
          ? IteratorTypeAttr.cases.find((c) => c === element.value)
          : IteratorTypeAttr.valueOf(element)?.[0];
      return named ?? p.error("unexpected iterator_type");
    }),
    p.context,
  );
}

function parseContraction(p: OpParser): OperationParts {
  const entries = new Map(p.optionalAttrDict());
  const names = p.commaList(undefined, undefined, () => p.operand());
  const at = p.position();
  const [lhs, rhs, acc] = names;
  if (lhs === undefined || rhs === undefined || acc === undefined || names.length > 3)
    return p.error("expected 3 operands", at);
  const more = p.optionalAttrDict();
  p.expect(":");
  const lhsType = p.type();
  p.expect(",");
  const rhsType = p.type();
  p.expect("into");
  const type = p.type();
  return {
    operands: [p.resolve(lhs, lhsType), p.resolve(rhs, rhsType), p.resolve(acc, type)],
    resultTypes: [type],
    properties: {
      indexing_maps: entries.get("indexing_maps"),
      iterator_types: iteratorTypesFrom(p, entries.get("iterator_types")),
      kind: entries.get("kind") ?? CombiningKindAttr.get(p.context, "add"),
    },
    attributes: [...[...entries].filter(([name]) => !contractionKeys.includes(name)), ...more],
  };
}

export const ContractionOp = defineOp({
  name: "vector.contract",
  summary:
    "Accumulates products over an iteration space; narrower elements are extended by sign to the accumulator's type.",
  example: contractExample,
  operands: { lhs: AnyVectorOfNonZeroRank, rhs: AnyVectorOfNonZeroRank, acc: AnyType },
  properties: { indexing_maps: AffineMapArrayProperty, iterator_types: IteratorTypesProperty, kind: AddUnlessGiven },
  results: { result: AnyType },
  traits: ["Pure"],
  interfaces: [MaskableOpInterface.with(contractionMaskType)],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.attribute(printedDictionary(op));
      p.text(" ");
      p.values(op.operands);
      p.attrDict(op, { elide: contractionKeys });
      p.text(" : ");
      p.type(op.operand(0).type);
      p.text(", ");
      p.type(op.operand(1).type);
      p.text(" into ");
      p.type(op.result().type);
    },
    parse: parseContraction,
  },
  verify: verifyContraction,
  inferResultTypes: ({ operands }) => (operands[2] === undefined ? undefined : [operands[2].type]),
  generate: generateContract,
  meaning: onValues(prepareContraction),
});

/** The dimensions that an outer product multiplies: rows by columns, or rows by a scalar. */
function outerProductType(lhs: VectorType, rhs: Type): VectorType {
  const scalable = [...lhs.scalable, ...(rhs.kind === "vector" ? rhs.scalable : [])];
  return vectorType([...lhs.shape, ...extentsOf(rhs)], lhs.element, scalable);
}

function prepareOuterProduct(op: Operation): Prepared {
  const { lhs, rhs, acc, kind, result } = OuterProductOp.match(op)!;
  const type = vectorTypeOf(result);
  const columns = rhs.type.kind === "vector";
  const run = contraction({
    extents: type.shape,
    dims: [[0], columns ? [1] : [], columns ? [0, 1] : [0]],
    shapes: [extentsOf(lhs.type), extentsOf(rhs.type), type.shape],
    elements: [type.element, type.element, type.element],
    kind,
    resultType: type,
    productOnly: acc === undefined,
  });
  const masking = enclosingMask(op);
  return (operands, execution) => [run(operands, execution, masking?.(execution))];
}

export const OuterProductOp = defineOp({
  name: "vector.outerproduct",
  summary:
    "The products of every element of one vector with every element of another, combined with an accumulator if there is one.",
  operands: { lhs: AnyVectorOfNonZeroRank, rhs: AnyType, acc: optional(AnyVectorOfNonZeroRank) },
  properties: { kind: AddUnlessGiven },
  results: { result: AnyVectorOfNonZeroRank },
  traits: ["Pure"],
  interfaces: [
    MaskableOpInterface.with((op) =>
      vectorType(vectorTypeOf(op.result()).shape, i1(op.context), vectorTypeOf(op.result()).scalable),
    ),
  ],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.values(op.operands);
      if (op.operandCount === 3) {
        p.text(" ");
        p.attribute(dictionaryAttr(op.context, op.allAttributes));
      } else p.attrDict(op);
      p.text(" : ");
      p.type(op.operand(0).type);
      p.text(", ");
      p.type(op.operand(1).type);
    },
    parse: (p) => {
      const at = p.position();
      const names = p.commaList(undefined, undefined, () => p.operand());
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const lhsType = p.type();
      p.expect(",");
      const rhsType = p.type();
      const [lhs, rhs, acc] = names;
      if (lhs === undefined || rhs === undefined || names.length > 3)
        return p.error("expected at least 2 operands", at);
      if (lhsType.kind !== "vector") return p.error("expected vector type for operand #1", at);
      const type = outerProductType(lhsType, rhsType);
      return {
        operands: [
          p.resolve(lhs, lhsType),
          p.resolve(rhs, rhsType),
          ...(acc === undefined ? [] : [p.resolve(acc, type)]),
        ],
        resultTypes: [type],
        properties: { kind: CombiningKindAttr.get(p.context, "add") },
        attributes,
      };
    },
  },
  verify: ({ lhs, rhs, acc, kind, result }) => {
    const from = vectorTypeOf(lhs);
    if (from.shape.length !== 1) return "expected 1-d vector for operand #1";
    if (rhs.type.kind === "vector" && rhs.type.shape.length !== 1) return "expected 1-d vector for operand #2";
    if (!sameElementType(lhs, result) || !sameElementType(rhs, result))
      return "failed to verify that operands and result have same element type";
    if (result.type !== outerProductType(from, rhs.type)) return "expected the extents of the operands for the result";
    if (acc !== undefined && acc.type !== result.type) return "expected operand #3 of same type as result type";
    return combines(kind, from.element) ? undefined : "unsupported outerproduct type";
  },
  inferResultTypes: ({ operands: [lhs, rhs] }) =>
    lhs === undefined || rhs === undefined ? undefined : [outerProductType(vectorTypeOf(lhs), rhs.type)],
  generate: generateOuterProduct,
  meaning: onValues(prepareOuterProduct),
});

const T = typeVariable("T", FloatVector);

function floatElement(op: Operation): FloatType {
  const element = elementTypeOf(op.result().type);
  if (element.kind === "float") return element;
  throw new Error("vector.fma is on floats");
}

export const FMAOp = defineOp({
  name: "vector.fma",
  summary: "lhs * rhs + acc, rounded once.",
  operands: { lhs: T, rhs: T, acc: T },
  results: { result: T },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$lhs `,` $rhs `,` $acc attr-dict `:` type($lhs)",
  meaning: scalar((op) => floatArithmetic(floatElement(op)).fma),
});
