// Splits an op's operands and results into the groups that its definition names, by arity and segment sizes.
//
// Groups need no sizes when at most one is optional or variadic: it takes the rest. Several are told apart by the property
// `operandSegmentSizes` (`resultSegmentSizes`), or are of one size under the trait `SameVariadicOperandSize`.
import type { Attribute } from "./attributes.ts";
import type { OperandDefinition } from "./definition.ts";
import type { Operation } from "./operation.ts";
import type { Value } from "./value.ts";

type Arities = readonly Pick<OperandDefinition, "arity">[];

/** What a grouping counts, as the messages name it, and where the sizes of several variadic groups are. */
interface GroupKind {
  readonly noun: "operand" | "result";
  readonly sizes: "operandSegmentSizes" | "resultSegmentSizes";
  readonly sameSize: "SameVariadicOperandSize" | "SameVariadicResultSize";
}
const operandKind: GroupKind = { noun: "operand", sizes: "operandSegmentSizes", sameSize: "SameVariadicOperandSize" };
const resultKind: GroupKind = { noun: "result", sizes: "resultSegmentSizes", sameSize: "SameVariadicResultSize" };

/** How many of the elements may occur other than once. */
export function variableCount(definitions: Arities): number {
  let count = 0;
  for (const { arity } of definitions) if (arity !== "one") count++;
  return count;
}

/**
 * The size of each group when `count` values are split over `definitions`, or why they cannot be, in the verifier's words.
 * `segmentSizes` is read when several groups vary and `sameSize` is not set.
 */
export function groupSizes(
  definitions: Arities,
  count: number,
  segmentSizes: Attribute | undefined,
  sameSize: boolean,
  kind: GroupKind = operandKind,
): readonly number[] | string {
  const variable = variableCount(definitions);
  const fixed = definitions.length - variable;
  const { noun } = kind;
  if (variable === 0 && count !== fixed) return `expected ${fixed} ${noun}s, but found ${count}`;
  if (count < fixed) return `expected ${fixed} or more ${noun}s, but found ${count}`;
  if (variable > 1 && !sameSize) return segments(definitions, count, segmentSizes, kind);
  const each = variable === 0 ? 0 : (count - fixed) / variable;
  if (!Number.isInteger(each))
    return `expected ${variable} variadic ${noun} groups of one size, but found ${count} ${noun}s`;
  const sizes = definitions.map(({ arity }) => (arity === "one" ? 1 : each));
  return checkOptional(definitions, sizes, noun) ?? sizes;
}

function segments(
  definitions: Arities,
  count: number,
  attribute: Attribute | undefined,
  kind: GroupKind,
): readonly number[] | string {
  if (attribute?.kind !== "dense_array") return `requires dense i32 array attribute '${kind.sizes}'`;
  const sizes = attribute.values.map(Number);
  if (sizes.some((size) => size < 0)) return `'${kind.sizes}' attribute cannot have negative elements`;
  if (sizes.length !== definitions.length) {
    return `'${kind.sizes}' attribute for specifying ${kind.noun} segments must have ${definitions.length} elements, but got ${sizes.length}`;
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total !== count) {
    return `${kind.noun} count (${count}) does not match with the total size (${total}) specified in attribute '${kind.sizes}'`;
  }
  return checkOptional(definitions, sizes, kind.noun) ?? sizes;
}

function checkOptional(definitions: Arities, sizes: readonly number[], noun: string): string | undefined {
  let start = 0;
  for (let i = 0; i < definitions.length; i++) {
    const size = sizes[i] ?? 0;
    const arity = definitions[i]?.arity;
    if (arity === "optional" && size > 1)
      return `${noun} group starting at #${start} requires 0 or 1 element, but found ${size}`;
    if (arity === "one" && size !== 1)
      return `${noun} group starting at #${start} requires 1 element, but found ${size}`;
    start += size;
  }
  return undefined;
}

/** Cuts `items` into consecutive groups of the given sizes. */
export function splitBySizes<T>(items: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] {
  let start = 0;
  return sizes.map((size) => items.slice(start, (start += size)));
}

/** Sizes of an op's operand groups, or why its operands do not fit its definition. */
export function operandGroupSizes(op: Operation): readonly number[] | string {
  return sizesOf(op, op.definition.operands, op.operandCount, operandKind);
}

/** Sizes of an op's result groups, or why its results do not fit its definition. */
export function resultGroupSizes(op: Operation): readonly number[] | string {
  return sizesOf(op, op.definition.results, op.resultCount, resultKind);
}

function sizesOf(op: Operation, definitions: Arities, count: number, kind: GroupKind): readonly number[] | string {
  if (variableCount(definitions) < 2) return groupSizes(definitions, count, undefined, false, kind);
  return groupSizes(definitions, count, op.attribute(kind.sizes), op.hasTrait(kind.sameSize), kind);
}

/** The operands, one list per operand of the definition. The op's counts have been verified. */
export function operandGroups(op: Operation): readonly (readonly Value[])[] {
  return groupsOf(op, op.definition.operands, op.operands, operandKind);
}

/** The results, one list per result of the definition. The op's counts have been verified. */
export function resultGroups(op: Operation): readonly (readonly Value[])[] {
  return groupsOf(op, op.definition.results, op.results, resultKind);
}

function groupsOf(
  op: Operation,
  definitions: Arities,
  values: readonly Value[],
  kind: GroupKind,
): readonly (readonly Value[])[] {
  if (definitions.length === values.length && variableCount(definitions) === 0) return values.map((value) => [value]);
  const sizes = sizesOf(op, definitions, values.length, kind);
  if (typeof sizes === "string") throw new Error(`'${op.name}' op ${sizes}`);
  return splitBySizes(values, sizes);
}

/** The operands of one group. The op's counts have been verified. */
export function operandGroup(op: Operation, index: number): readonly Value[] {
  const sizes = op.attribute(operandKind.sizes);
  if (sizes?.kind !== "dense_array") return operandGroups(op)[index] ?? [];
  let start = 0;
  for (let group = 0; group < index; group++) start += Number(sizes.values[group]);
  const end = start + Number(sizes.values[index]);
  const values: Value[] = [];
  for (let number = start; number < end; number++) values.push(op.operand(number));
  return values;
}
