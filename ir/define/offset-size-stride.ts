// Lists of indices that are partly constants in a property and partly operands: `[%a, 0] [8, %n] [1, 1]`.
//
// The property `static_offsets` holds DYNAMIC wherever the next of the operands `offsets` stands.
import type { Attribute } from "../core/attributes.ts";
import { i64ArrayAttr } from "../core/attribute-constructors.ts";
import type { Context } from "../core/context.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { DYNAMIC } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import type { OpParser, UnresolvedOperand } from "../syntax/parser-interface.ts";
import type { OpPrinter } from "../syntax/printer-interface.ts";
import type { CustomArgs, CustomDirective } from "./assembly-format/custom-directive.ts";
import { Index, variadic } from "./constraints.ts";
import { defineInterface } from "./interface.ts";
import { constantOf } from "./op-interfaces.ts";
import { I64ArrayProperty } from "./properties.ts";
import { integerText, numberOfInteger, wideNumber } from "../core/wide-integer.ts";

/** A constant or a value of type index: MLIR's OpFoldResult. */
export type MixedIndex = number | Value;

/** The whole list from its static part and its operands. */
export function mixedIndices(statics: readonly number[], dynamics: readonly Value[]): MixedIndex[] {
  let next = 0;
  return statics.map((s) => {
    if (s !== DYNAMIC) return s;
    const value = dynamics[next++];
    if (value === undefined) throw new Error("fewer operands than dynamic entries");
    return value;
  });
}

export interface SplitIndices {
  readonly statics: readonly number[];
  readonly dynamics: readonly Value[];
}

/** The static part and the operands of a whole list. A value that a constant defines stays an operand. */
export function splitIndices(indices: readonly MixedIndex[]): SplitIndices {
  return {
    statics: indices.map((i) => (typeof i === "number" ? i : DYNAMIC)),
    dynamics: indices.filter((i) => typeof i !== "number"),
  };
}

/** The number behind an index where it is known: itself, or that of the constant that defines it. */
export function constantIndex(index: MixedIndex): number | undefined {
  if (typeof index === "number") return index;
  const attribute = constantOf(index);
  if (attribute?.kind !== "integer") return undefined;
  // Numbers that a double does not hold exactly, the one that says dynamic among them, stay operands.
  const number = Number(attribute.value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The list with values that constants define as numbers; the same values otherwise. */
export function withConstants(indices: readonly MixedIndex[]): MixedIndex[] {
  return indices.map((i) => constantIndex(i) ?? i);
}

export const sameIndex = (a: MixedIndex, b: MixedIndex): boolean =>
  a === b || (constantIndex(a) !== undefined && constantIndex(a) === constantIndex(b));

/** Extent, offset or stride that a type states for an index: the number, or DYNAMIC. */
export const staticIndex = (index: MixedIndex): number => (typeof index === "number" ? index : DYNAMIC);

type Delimiters = readonly [open: string, close: string];
const square: Delimiters = ["[", "]"];

/** Prints `[%a, 0]`. */
export function printIndexList(
  printer: OpPrinter,
  indices: readonly MixedIndex[],
  [open, close]: Delimiters = square,
): void {
  printer.text(open);
  printer.list(indices, (index) => {
    if (typeof index === "number") printer.text(integerText(index));
    else printer.value(index);
  });
  printer.text(close);
}

/** A list as read: the operands are of type index. */
export interface ParsedIndexList {
  readonly statics: readonly number[];
  readonly operands: readonly UnresolvedOperand[];
}

/** Parses `[%a, 0]`. */
export function parseIndexList(parser: OpParser, [open, close]: Delimiters = square): ParsedIndexList {
  const operands: UnresolvedOperand[] = [];
  const statics = parser.commaList(open, close, () => {
    const operand = parser.optionalOperand();
    if (operand !== undefined) {
      operands.push(operand);
      return DYNAMIC;
    }
    const at = parser.position();
    return wideNumber(parser.integer("SSA value or integer")) ?? parser.error("integer value too large", at);
  });
  return { statics, operands };
}

/** What further string arguments say in upstream's words (`"...::Delimiter::Paren"`); square brackets without. */
function delimitersOf(args: CustomArgs): Delimiters {
  for (let i = 2; i < args.count; i++) if (args.name(i).endsWith("Paren")) return ["(", ")"];
  return square;
}

/** `custom<DynamicIndexList>($offsets, $static_offsets)`. */
const DynamicIndexList: CustomDirective = {
  print: (args, op, p) => {
    const statics = args.property(op, 1);
    printIndexList(
      p,
      mixedIndices(statics?.kind === "dense_array" ? statics.values.map(numberOfInteger) : [], args.values(op, 0)),
      delimitersOf(args),
    );
  },
  parse: (p, state, args) => {
    const { statics, operands } = parseIndexList(p, delimitersOf(args));
    state.setOperands(args.name(0), operands);
    state.setProperty(args.name(1), i64ArrayAttr(p.context, statics));
  },
};
/** For an op's `customDirectives`. */
export const indexListDirectives = { DynamicIndexList } as const;

/** Operands and properties of an op with offsets, sizes and strides; spread them after the op's own. */
export const offsetSizeStrideOperands = {
  offsets: variadic(Index),
  sizes: variadic(Index),
  strides: variadic(Index),
} as const;
export const offsetSizeStrideProperties = {
  static_offsets: I64ArrayProperty,
  static_sizes: I64ArrayProperty,
  static_strides: I64ArrayProperty,
} as const;

/** What a view of such an op has. */
export interface OffsetSizeStrideView {
  readonly offsets: readonly Value[];
  readonly sizes: readonly Value[];
  readonly strides: readonly Value[];
  readonly staticOffsets: readonly number[];
  readonly staticSizes: readonly number[];
  readonly staticStrides: readonly number[];
}

export interface OffsetSizeStride {
  readonly offsets: readonly MixedIndex[];
  readonly sizes: readonly MixedIndex[];
  readonly strides: readonly MixedIndex[];
}

/** The three lists of an op's view. */
export function offsetSizeStride(view: OffsetSizeStrideView): OffsetSizeStride {
  return {
    offsets: mixedIndices(view.staticOffsets, view.offsets),
    sizes: mixedIndices(view.staticSizes, view.sizes),
    strides: mixedIndices(view.staticStrides, view.strides),
  };
}

/** The numbers in an i64 array property. */
export function staticList(op: Operation, name: string): readonly number[] {
  const attribute = op.attribute(name);
  return attribute?.kind === "dense_array" ? attribute.values.map(numberOfInteger) : [];
}

/** The three lists of an op with `leading` operands before them. */
export function offsetSizeStrideOf(op: Operation, leading: number): OffsetSizeStride {
  let next = leading;
  const list = (name: string): MixedIndex[] =>
    staticList(op, name).map((index) => (index === DYNAMIC ? op.operand(next++) : index));
  return { offsets: list("static_offsets"), sizes: list("static_sizes"), strides: list("static_strides") };
}

/** The builder's arguments for three lists. */
export function offsetSizeStrideArguments(lists: OffsetSizeStride): OffsetSizeStrideView {
  const [offsets, sizes, strides] = [
    splitIndices(lists.offsets),
    splitIndices(lists.sizes),
    splitIndices(lists.strides),
  ];
  return {
    offsets: offsets.dynamics,
    sizes: sizes.dynamics,
    strides: strides.dynamics,
    staticOffsets: offsets.statics,
    staticSizes: sizes.statics,
    staticStrides: strides.statics,
  };
}

/** Ops with offsets, sizes and strides: subview, extract_slice and their like. */
export const OffsetSizeAndStrideOpInterface = defineInterface<(op: Operation) => OffsetSizeStride>(
  "OffsetSizeAndStrideOpInterface",
);

/** What is wrong with the lengths of the lists, each of which belongs to one dimension of `rank` (offsets: of `offsetRank`). */
export function verifyOffsetSizeStride(
  view: OffsetSizeStrideView & { readonly op: Operation },
  rank: number,
  offsetRank = rank,
): Diagnostic | undefined {
  const problem = offsetSizeStrideProblem(view, rank, offsetRank);
  return problem === undefined ? undefined : errorAt(view.op.location, problem);
}

function offsetSizeStrideProblem(view: OffsetSizeStrideView, rank: number, offsetRank: number): string | undefined {
  const lists = [
    ["offset", view.staticOffsets, view.offsets, offsetRank],
    ["size", view.staticSizes, view.sizes, rank],
    ["stride", view.staticStrides, view.strides, rank],
  ] as const;
  const holes = (statics: readonly number[]): number => statics.filter((s) => s === DYNAMIC).length;
  for (const [name, statics, dynamics] of lists) {
    if (holes(statics) !== dynamics.length)
      return `expected the number of '${name}s' to match the number of dynamic entries in 'static_${name}s' (${dynamics.length} vs ${holes(statics)})`;
  }
  const [offsets, sizes, strides] = [view.staticOffsets, view.staticSizes, view.staticStrides];
  const tail = "so the rank of the result type is well-formed.";
  if (!(offsets.length === 1 && offsetRank === 1) && offsets.length !== sizes.length)
    return `expected mixed offsets rank to match mixed sizes rank (${offsets.length} vs ${sizes.length}) ${tail}`;
  if (sizes.length !== strides.length)
    return `expected mixed sizes rank to match mixed strides rank (${sizes.length} vs ${strides.length}) ${tail}`;
  for (const [name, statics, , expected] of lists) {
    if (statics.length !== expected) return `expected ${expected} ${name} values, got ${statics.length}`;
  }
  const negative = (list: readonly number[]): number | undefined => list.find((s) => s < 0 && s !== DYNAMIC);
  const [offset, size] = [negative(offsets), negative(sizes)];
  if (offset !== undefined) return `expected offsets to be non-negative, but got ${offset}`;
  return size === undefined ? undefined : `expected sizes to be non-negative, but got ${size}`;
}

/** Whether the lists select the whole of a static shape, in order. */
export function isWholeSlice({ offsets, sizes, strides }: OffsetSizeStride, shape: readonly number[]): boolean {
  return shape.every(
    (extent, d) =>
      extent !== DYNAMIC &&
      constantIndex(offsets[d] ?? 0) === 0 &&
      constantIndex(sizes[d] ?? 0) === extent &&
      constantIndex(strides[d] ?? 1) === 1,
  );
}

/** A property that holds the static part of a list. */
export function staticListAttr(context: Context, indices: readonly MixedIndex[]): Attribute {
  return i64ArrayAttr(context, splitIndices(indices).statics);
}
