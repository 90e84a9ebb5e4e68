// vector.extract, insert, from_elements and to_elements: single elements and subvectors by position.
import { definedBy } from "../../../ir/define/op-interfaces.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { DYNAMIC, elementCount, elementTypeOf, type Type, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, derived, Index, typeVariable, variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import {
  indexListDirectives,
  mixedIndices,
  splitIndices,
  type MixedIndex,
} from "../../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty } from "../../../ir/define/properties.ts";
import { indexListReader } from "../../../ir/interpret/index-list.ts";
import {
  onValues,
  onValuesAndConstants,
  type ConstantMeaning,
  type RuntimeValue,
} from "../../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../../ir/interpret/operand.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { changedConstant, splatConstant } from "../constants.ts";
import { foldExtract } from "../fold-extract.ts";
import { knownPositions, setPositions } from "../set-positions.ts";
import { identityStrides } from "../positions.ts";
import { AnyVectorOfAnyRank, extentsOf, sameElementType, vectorOrScalar, vectorTypeOf } from "../types.ts";
import { generateExtract, generateInsert, generateFromElements } from "../generation.ts";

type Prepared = ReturnType<ConstantMeaning>;

/** What is left of a vector type when its leading dimensions are indexed. */
function subvectorType(from: VectorType, positions: number): Type {
  return vectorOrScalar(from.shape.slice(positions), from, from.scalable.slice(positions));
}

function verifyPositions(
  from: VectorType,
  positions: readonly number[],
  dynamic: number,
  what: "vector" | "dest vector",
): string | undefined {
  if (positions.filter((at) => at === DYNAMIC).length !== dynamic)
    return "mismatch between dynamic and static positions (kDynamic marker but no corresponding dynamic position)";
  const wrong = positions.findIndex((at, d) => at !== DYNAMIC && !(at >= -1 && at < (from.shape[d] ?? 0)));
  if (wrong < 0) return undefined;
  return `expected position attribute #${wrong + 1} to be a non-negative integer smaller than the corresponding ${what} dimension${what === "vector" ? " or poison (-1)" : ""}`;
}

/** The first element of the subvector at the positions; undefined where they are outside, as the poison position -1 is. */
function startOf(
  positions: readonly number[],
  shape: readonly number[],
  strides: readonly number[],
): number | undefined {
  let start = 0;
  for (const [d, at] of positions.entries()) {
    if (at < 0 || at >= shape[d]!) return undefined;
    start += at * strides[d]!;
  }
  return start;
}

function poisonOf(type: Type): RuntimeValue {
  return type.kind === "vector" ? DenseValue.poison(type.shape, type.element) : POISON;
}

/** The elements from `start` as a value of `type`. */
function subvector(source: DenseValue, start: number, type: Type): RuntimeValue {
  if (type.kind !== "vector") return source.get(start);
  const end = start + elementCount(type.shape);
  return new DenseValue(
    type.shape,
    source.element,
    source.data.slice(start, end),
    source.poison?.slice(start, end) ?? null,
  );
}

function prepareExtract(op: Operation): Prepared {
  const { source, dynamicPosition, staticPosition, result } = ExtractOp.match(op)!;
  const { shape } = vectorTypeOf(source);
  const strides = identityStrides(shape);
  const read = indexListReader(mixedIndices(staticPosition, dynamicPosition));
  const { type } = result;
  return (operands) => {
    const [positions = []] = read(operands.slice(1));
    const start = startOf(positions, shape, strides);
    return [start === undefined ? poisonOf(type) : subvector(expectDense(operands[0]), start, type)];
  };
}

/** The positions of an extract or insert: constants and values. */
export function positionsOf(view: {
  readonly dynamicPosition: readonly Value[];
  readonly staticPosition: readonly number[];
}): MixedIndex[] {
  return mixedIndices(view.staticPosition, view.dynamicPosition);
}

/** The builder's arguments for positions. */
export function positionArguments(positions: readonly MixedIndex[]): {
  dynamicPosition: readonly Value[];
  staticPosition: readonly number[];
} {
  const { statics, dynamics } = splitIndices(positions);
  return { dynamicPosition: dynamics, staticPosition: statics };
}

function inferExtract(source: Value | undefined, positions: Attribute | undefined): readonly Type[] | undefined {
  if (source === undefined || positions?.kind !== "dense_array") return undefined;
  return [subvectorType(vectorTypeOf(source), positions.values.length)];
}

export const ExtractOp = defineOp({
  name: "vector.extract",
  summary: "The element or subvector at a position along the leading dimensions; poison where that is outside.",
  operands: { source: AnyVectorOfAnyRank, dynamic_position: variadic(Index) },
  properties: { static_position: I64ArrayProperty },
  results: { result: AnyType },
  traits: ["Pure"],
  assemblyFormat:
    "$source `` custom<DynamicIndexList>($dynamic_position, $static_position) attr-dict `:` type($result) `from` type($source)",
  customDirectives: indexListDirectives,
  verify: ({ source, dynamicPosition, staticPosition, result }) => {
    const from = vectorTypeOf(source);
    if (!sameElementType(source, result)) return "failed to verify that operand and result have same element type";
    if (staticPosition.length > from.shape.length)
      return "expected position attribute of rank no greater than vector rank";
    const inferred = subvectorType(from, staticPosition.length);
    // A vector of rank 0 may stand for its one element.
    const isUnit =
      result.type.kind === "vector" && result.type.shape.length === 0 && staticPosition.length === from.shape.length;
    if (inferred !== result.type && !isUnit) {
      return `inferred type(s) '${typeText(inferred)}' are incompatible with return type(s) of operation '${typeText(result.type)}'`;
    }
    return verifyPositions(from, staticPosition, dynamicPosition.length, "vector");
  },
  inferResultTypes: ({ operands: [source], properties: [positions] }) => inferExtract(source, positions),
  fold: ({ op, source, dynamicPosition, staticPosition, result }, [constant]) =>
    foldExtract({ op, source, positions: mixedIndices(staticPosition, dynamicPosition), result, constant }),
  generate: generateExtract,
  meaning: onValues(prepareExtract),
});

function prepareInsert(op: Operation): Prepared {
  const { valueToStore, dest, dynamicPosition, staticPosition } = InsertOp.match(op)!;
  const type = vectorTypeOf(dest);
  const strides = identityStrides(type.shape);
  const read = indexListReader(mixedIndices(staticPosition, dynamicPosition));
  const isScalar = valueToStore.type.kind !== "vector";
  return (operands) => {
    const [positions = []] = read(operands.slice(2));
    const start = startOf(positions, type.shape, strides);
    if (start === undefined) return [poisonOf(type)];
    const result = expectDense(operands[1]).clone();
    if (isScalar) result.set(start, expectScalar(operands[0]));
    else {
      const value = expectDense(operands[0]);
      for (let i = 0; i < value.count; i++) result.set(start + i, value.get(i));
    }
    return [result];
  };
}

const V = typeVariable("V", AnyVectorOfAnyRank);

export const InsertOp = defineOp({
  name: "vector.insert",
  summary: "A vector with an element or subvector replaced; poison where the position is outside.",
  operands: { valueToStore: AnyType, dest: V, dynamic_position: variadic(Index) },
  properties: { static_position: I64ArrayProperty },
  results: { result: V },
  traits: ["Pure"],
  assemblyFormat:
    "$valueToStore `,` $dest custom<DynamicIndexList>($dynamic_position, $static_position) attr-dict `:` type($valueToStore) `into` type($dest)",
  customDirectives: indexListDirectives,
  verify: ({ valueToStore, dest, dynamicPosition, staticPosition }) => {
    const to = vectorTypeOf(dest);
    if (!sameElementType(valueToStore, dest))
      return "failed to verify that source operand and result have same element type";
    if (staticPosition.length > to.shape.length)
      return "expected position attribute of rank no greater than dest vector rank";
    const rank = extentsOf(valueToStore.type).length;
    if (valueToStore.type.kind === "vector" && rank + staticPosition.length !== to.shape.length) {
      return "expected position attribute rank + source rank to match dest vector rank";
    }
    if (valueToStore.type.kind !== "vector" && staticPosition.length !== to.shape.length) {
      return "expected position attribute rank to match the dest vector rank";
    }
    if (extentsOf(valueToStore.type).some((extent, d) => extent !== to.shape[staticPosition.length + d])) {
      return "expected the extents of the source to be those of the dest vector's last dimensions";
    }
    return verifyPositions(to, staticPosition, dynamicPosition.length, "dest vector");
  },
  fold: (view) => {
    const { op, valueToStore, dest, result } = view;
    const positions = positionsOf(view);
    if (positions.length === 0 && valueToStore.type === result.type) return [valueToStore];
    const known = knownPositions(positions, dest);
    return known && setPositions(op, [valueToStore, dest], known);
  },
  generate: generateInsert,
  meaning: onValuesAndConstants(prepareInsert),
});

const E = derived("element type of the vector", ["V"], (bindings) => {
  const type = bindings.get("V");
  return type && elementTypeOf(type);
});

export const FromElementsOp = defineOp({
  name: "vector.from_elements",
  summary: "A vector from all its elements in row-major order.",
  operands: { elements: variadic(E) },
  results: { dest: V },
  traits: ["Pure"],
  assemblyFormat: "$elements attr-dict `:` type($dest)",
  verify: ({ elements, dest }) => {
    const type = vectorTypeOf(dest);
    const count = elementCount(type.shape);
    if (elements.length !== count) return `requires ${count} elements, but got ${elements.length}`;
    return elements.every((element) => element.type === type.element)
      ? undefined
      : "requires elements of the vector's element type";
  },
  fold: ({ dest, elements }, constants) => {
    const [first] = constants;
    // from_elements(to_elements(x)) is x.
    const source = elements[0]?.definingOp;
    if (
      source?.name === "vector.to_elements" &&
      source.operand(0).type === dest.type &&
      elements.every((e, i) => e === source.results[i])
    ) {
      return [source.operand(0)];
    }
    if (first === undefined || constants.some((c) => c !== first)) return undefined;
    // Equal constants, however many: none but one element is made.
    const splat = splatConstant(first, vectorTypeOf(dest));
    return splat && [splat];
  },
  generate: generateFromElements,
  meaning: onValuesAndConstants((op) => {
    const { shape, element } = vectorTypeOf(op.result());
    return (elements) => {
      const result = DenseValue.zeros(shape, element);
      elements.forEach((value, i) => result.set(i, expectScalar(value)));
      return [result];
    };
  }),
});

export const ToElementsOp = defineOp({
  name: "vector.to_elements",
  summary: "All elements of a vector in row-major order.",
  operands: { source: V },
  results: { elements: variadic(AnyType) },
  traits: ["Pure"],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.value(op.operand(0));
      p.attrDict(op);
      p.text(" : ");
      p.type(op.operand(0).type);
    },
    parse: (p) => {
      const source = p.operand();
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const at = p.position();
      const type = p.type();
      if (type.kind !== "vector") return p.error("expected a vector type", at);
      return { operands: [p.resolve(source, type)], attributes, resultTypes: elementsOf(type) };
    },
  },
  verify: ({ source, elements }) => {
    const expected = elementsOf(vectorTypeOf(source));
    const fits = expected.length === elements.length && elements.every((element, i) => element.type === expected[i]);
    return fits ? undefined : `requires ${expected.length} results of the vector's element type`;
  },
  inferResultTypes: ({ operands: [source] }) => (source === undefined ? undefined : elementsOf(vectorTypeOf(source))),
  fold: ({ source, elements }, [constant]) => {
    const from = definedBy(source, "vector.from_elements");
    if (from !== undefined) return from.operands;
    const splat = definedBy(source, "vector.broadcast")?.operand(0);
    if (splat !== undefined && splat.type.kind !== "vector") return elements.map(() => splat);
    const type = elementTypeOf(source.type);
    const folded = elements.map((_, i) => changedConstant(constant, type, (value) => value.get(i)));
    // Two constants are as many ops as the vector and the op that takes it apart.
    const isFew = new Set(folded.filter((_, i) => elements[i]?.hasUses)).size <= 2;
    return isFew && folded.every((attribute) => attribute !== undefined) ? folded : undefined;
  },
  meaning: onValues(() => ([value]) => {
    const source = expectDense(value);
    return Array.from({ length: source.count }, (_, i) => source.get(i));
  }),
});

function elementsOf(type: VectorType): Type[] {
  return new Array<Type>(elementCount(type.shape)).fill(type.element);
}
