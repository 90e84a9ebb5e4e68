// memref.cast, memory_space_cast, assume_alignment: the same buffer under another type.
import { viewOfFirst } from "./view-of-first.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { byteWidth, DYNAMIC, type Type } from "../../ir/core/types.ts";
import { AnyMemRef, typeVariable } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { I32Property, type PropertySpec } from "../../ir/define/properties.ts";
import { onValues } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import { expectMemRef } from "../../ir/interpret/operand.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { AnyRankedOrUnrankedMemRef } from "./allocation.ts";
import { forgetsOnly } from "./cast-operand.ts";
import { areCastCompatible } from "./subview-type.ts";
import { generateCast } from "./generation.ts";

function mayCast(from: Type, to: Type): boolean {
  if (from.kind === "memref" && to.kind === "memref") return areCastCompatible(from, to);
  if (from.kind !== "unranked_memref" && to.kind !== "unranked_memref") return false;
  const ranked = from.kind === "memref" || to.kind === "memref";
  if (from.kind !== "memref" && from.kind !== "unranked_memref") return false;
  if (to.kind !== "memref" && to.kind !== "unranked_memref") return false;
  return ranked && from.element === to.element && from.memorySpace === to.memorySpace;
}

/** In what a buffer is not as the type states; undefined where it is. */
export function disagreement(memref: MemRefValue, type: Type): string | undefined {
  if (type.kind !== "memref") return undefined;
  const check = (what: string, found: number, stated: number | undefined): string | undefined =>
    stated === DYNAMIC || stated === found ? undefined : `${what} ${found}`;
  const rank = check("rank", memref.sizes.length, type.shape.length);
  if (rank !== undefined) return rank;
  const layout = layoutOf(type, memref.sizes);
  const sizes = memref.sizes.map((size, d) => check("size", size, type.shape[d]));
  const strides = memref.strides.map((stride, d) =>
    layout === undefined || memref.sizes[d] === 1 ? undefined : check("stride", stride, layout.strides[d]),
  );
  const offset = layout === undefined ? undefined : check("offset", memref.offset, layout.offset);
  return [...sizes, offset, ...strides].find((found) => found !== undefined);
}

export const CastOp = defineOp({
  name: "memref.cast",
  summary: "A buffer under a type that states more or less of its sizes, strides and offset.",
  example: `func.func @main(%x: memref<4xf32>) -> memref<?xf32> {
  %0 = memref.cast %x : memref<4xf32> to memref<?xf32>
  return %0 : memref<?xf32>
}`,
  operands: { source: AnyRankedOrUnrankedMemRef },
  results: { dest: AnyRankedOrUnrankedMemRef },
  traits: ["Pure"],
  interfaces: [viewOfFirst],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($dest)",
  verify: ({ source, dest }) =>
    mayCast(source.type, dest.type)
      ? undefined
      : `operand type '${typeText(source.type)}' and result type '${typeText(dest.type)}' are cast incompatible`,
  fold: ({ op, source, dest }) => {
    if (source.type === dest.type) return [source];
    const inner = source.definingOp;
    if (inner?.name !== "memref.cast" || !forgetsOnly(inner.operand(0).type, source.type)) return undefined;
    if (inner.operand(0).type === dest.type) return [inner.operand(0)];
    if (!mayCast(inner.operand(0).type, dest.type)) return undefined;
    op.setOperand(0, inner.operand(0));
    return "inPlace";
  },
  generate: generateCast,
  meaning: onValues((op) => {
    const { type } = op.result();
    return ([source], run) => {
      const memref = expectMemRef(source);
      const found = disagreement(memref, type);
      // A buffer that is not what the type states is undefined behaviour.
      return found === undefined
        ? [memref]
        : run.undefinedBehavior(`cast to '${typeText(type)}' of a buffer with ${found}`);
    };
  }),
});

export const MemorySpaceCastOp = defineOp({
  name: "memref.memory_space_cast",
  summary: "A buffer under a type of another memory space.",
  example: `func.func @main(%x: memref<4xf32>) -> memref<4xf32, "shared"> {
  %0 = memref.memory_space_cast %x : memref<4xf32> to memref<4xf32, "shared">
  return %0 : memref<4xf32, "shared">
}`,
  operands: { source: AnyRankedOrUnrankedMemRef },
  results: { dest: AnyRankedOrUnrankedMemRef },
  traits: ["Pure"],
  interfaces: [viewOfFirst],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($dest)",
  verify: ({ source: { type: from }, dest: { type: to } }) => {
    const same =
      from.kind === "memref" && to.kind === "memref"
        ? from.element === to.element && from.layout === to.layout && from.shape.join() === to.shape.join()
        : from.kind === "unranked_memref" && to.kind === "unranked_memref" && from.element === to.element;
    return same
      ? undefined
      : `operand type '${typeText(from)}' and result type '${typeText(to)}' are cast incompatible`;
  },
  fold: ({ source, dest }) => (source.type === dest.type ? [source] : undefined),
  meaning: onValues(() => ([source]) => [expectMemRef(source)]),
});

const M = typeVariable("M", AnyMemRef);

/** Every buffer is at a multiple of one byte; where they lie otherwise is not for programs to know. */
const Alignment: PropertySpec<number, false> = {
  ...I32Property,
  samples: (c, avoidPoison) => (avoidPoison ? [1] : [1, 2, 8, 64]).map((bytes) => I32Property.encode(bytes, c)),
};

export const AssumeAlignmentOp = defineOp({
  name: "memref.assume_alignment",
  summary: "The buffer, whose first byte is at a multiple of the alignment.",
  operands: { memref: M },
  properties: { alignment: Alignment },
  results: { result: M },
  traits: ["Pure"],
  assemblyFormat: "$memref `,` $alignment attr-dict `:` type($memref)",
  verify: ({ alignment }) =>
    alignment > 0 && Number.isInteger(Math.log2(alignment)) ? undefined : "alignment must be power of 2",
  fold: ({ memref, alignment }) => {
    const known = memref.definingOp;
    const before = known?.name === "memref.assume_alignment" ? known.attribute("alignment") : undefined;
    return alignment === 1 || (before?.kind === "integer" && Number(before.value) >= alignment) ? [memref] : undefined;
  },
  meaning: onValues((op) => {
    const attribute = op.attribute("alignment");
    const alignment = attribute?.kind === "integer" ? Number(attribute.value) : 1;
    return ([source], run) => {
      const memref = expectMemRef(source);
      const address = memref.base + memref.offset * (byteWidth(memref.element) ?? 1);
      if (address % alignment !== 0)
        run.undefinedBehavior(`the buffer at ${address} is not aligned to ${alignment} bytes`);
      return [memref];
    };
  }),
});

export const castOps: readonly OpDefinition[] = [CastOp, MemorySpaceCastOp, AssumeAlignmentOp];
