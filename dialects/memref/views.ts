// memref.subview, reinterpret_cast, view: other offsets, sizes and strides over the same bytes.
import { viewOfFirst } from "./view-of-first.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { byteWidth, DYNAMIC, isStaticShape, type MemRefType } from "../../ir/core/types.ts";
import { AnyMemRef, Index, typeWhere, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import {
  constantIndex, indexListDirectives, OffsetSizeAndStrideOpInterface, offsetSizeStride, offsetSizeStrideOf, offsetSizeStrideOperands,
  offsetSizeStrideProperties, staticIndex, verifyOffsetSizeStride, type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { indexListReader } from "../../ir/interpret/index-list.ts";
import { onValues } from "../../ir/interpret/meaning.ts";
import { reinterpret, subview } from "../../ir/interpret/memref.ts";
import { expectIndex, expectMemRef } from "../../ir/interpret/operand.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { foldCastOperand } from "./cast-operand.ts";
import { AnyRankedOrUnrankedMemRef, expectMemRefType, runtimeShape } from "./allocation.ts";
import { inferSubviewType, isSameView, keptDimensions } from "./subview-type.ts";
import { generateSubview, generateReinterpretCast } from "./generation-views.ts";
import { generateView } from "./generation.ts";

const listsOf = (op: Operation): OffsetSizeStride => offsetSizeStrideOf(op, 1);

export const SubViewOp = defineOp({
  name: "memref.subview",
  summary: "The elements at offset + i * stride of a buffer, as a buffer of the sizes; unit dimensions may be dropped.",
  operands: { source: AnyMemRef, ...offsetSizeStrideOperands },
  properties: offsetSizeStrideProperties,
  results: { result: AnyMemRef },
  traits: ["Pure"],
  interfaces: [OffsetSizeAndStrideOpInterface.with(listsOf), viewOfFirst],
  assemblyFormat:
    "$source `` custom<DynamicIndexList>($offsets, $static_offsets) custom<DynamicIndexList>($sizes, $static_sizes) " +
    "custom<DynamicIndexList>($strides, $static_strides) attr-dict `:` type($source) `to` type($result)",
  customDirectives: indexListDirectives,
  verify: (view) => {
    const source = expectMemRefType(view.source.type);
    const result = expectMemRefType(view.result.type);
    const lengths = verifyOffsetSizeStride(view, source.shape.length);
    if (lengths !== undefined) return lengths;
    if (layoutOf(source) === undefined) return `base type '${typeText(source)}' is not strided`;
    const lists = offsetSizeStride(view);
    const inferred = inferSubviewType(source, lists);
    if (inferred === undefined) return `base type '${typeText(source)}' is not strided`;
    if (source.memorySpace !== result.memorySpace)
      return "different memory spaces specified for base memref type and subview memref type";
    return verifyResult(inferred, result) ?? verifyInBounds(source, lists);
  },
  fold: (view) => {
    const source = expectMemRefType(view.source.type);
    const whole = view.source.type === view.result.type && source.shape.every((extent) => extent !== DYNAMIC);
    // A result of the source's own static type is the source: there is room for no other offset.
    return whole ? [view.source] : undefined;
  },
  generate: generateSubview,
  meaning: onValues((op) => {
    const source = expectMemRefType(op.operand(0).type);
    const lists = listsOf(op);
    const inferred = inferSubviewType(source, lists);
    const keep = inferred && keptDimensions(inferred, expectMemRefType(op.result().type));
    const read = indexListReader(lists.offsets, lists.sizes, lists.strides);
    return (operands, run) => {
      if (keep === undefined) return run.unsupported("a subview of a buffer whose layout is not strided");
      const [offsets = [], sizes = [], strides = []] = read(operands.slice(1));
      return [subview(expectMemRef(operands[0]), offsets, sizes, strides, keep)];
    };
  }),
});

function verifyResult(inferred: MemRefType, result: MemRefType): string | undefined {
  const expected = `expected result type to be '${typeText(inferred)}' or a rank-reduced version. (mismatch of result `;
  if (inferred.element !== result.element) return `${expected}element type)`;
  if (inferred.shape.length === result.shape.length && inferred.shape.some((extent, d) => extent !== result.shape[d]))
    return `${expected}sizes)`;
  if (inferred.shape.length === result.shape.length)
    return isSameView(inferred, result) ? undefined : `${expected}layout)`;
  const kept = keptDimensions(inferred, result);
  if (kept === undefined) return `${expected}sizes)`;
  const [from, to] = [layoutOf(inferred), layoutOf(result)];
  const same = from?.offset === to?.offset && kept.every((d, i) => from?.strides[d] === to?.strides[i]);
  return same ? undefined : `${expected}layout)`;
}

/** What a type states may already be out of bounds. */
export function verifyInBounds(source: MemRefType, { offsets, sizes, strides }: OffsetSizeStride): string | undefined {
  for (const [d, extent] of source.shape.entries()) {
    const [offset, size, stride] = [offsets[d], sizes[d], strides[d]];
    if (extent === DYNAMIC || typeof offset !== "number" || size === 0) continue;
    if (offset >= extent) return `offset ${d} is out-of-bounds: ${offset} >= ${extent}`;
    if (typeof size !== "number" || typeof stride !== "number") continue;
    const last = offset + (size - 1) * stride;
    if (last >= extent) return `slice along dimension ${d} runs out-of-bounds: ${last} >= ${extent}`;
  }
  return undefined;
}

/** Whether what an op gives lies in the allocation of its operand, and a reinterpret_cast may count from there. */
function isSameBase(op: Operation): boolean {
  if (op.name === "memref.reinterpret_cast" || op.name === "memref.cast") return true;
  return op.name === "memref.subview" && listsOf(op).offsets.every((offset) => constantIndex(offset) === 0);
}

export const ReinterpretCastOp = defineOp({
  name: "memref.reinterpret_cast",
  summary: "Any offset, sizes and strides over the allocation that a buffer is in; the offset counts from its base.",
  example: `func.func @main(%x: memref<12xf32>) -> memref<2x3xf32, strided<[4, 1], offset: 1>> {
  %0 = memref.reinterpret_cast %x to offset: [1], sizes: [2, 3], strides: [4, 1] : memref<12xf32> to memref<2x3xf32, strided<[4, 1], offset: 1>>
  return %0 : memref<2x3xf32, strided<[4, 1], offset: 1>>
}`,
  operands: { source: AnyRankedOrUnrankedMemRef, ...offsetSizeStrideOperands },
  properties: offsetSizeStrideProperties,
  results: { result: AnyMemRef },
  traits: ["Pure"],
  interfaces: [OffsetSizeAndStrideOpInterface.with(listsOf), viewOfFirst],
  assemblyFormat:
    "$source `to` `offset` `` `:` custom<DynamicIndexList>($offsets, $static_offsets) `` `,` `sizes` `` `:` " +
    "custom<DynamicIndexList>($sizes, $static_sizes) `` `,` `strides` `` `:` " +
    "custom<DynamicIndexList>($strides, $static_strides) attr-dict `:` type($source) `to` type($result)",
  customDirectives: indexListDirectives,
  verify: (view) => {
    const result = expectMemRefType(view.result.type);
    const lengths = verifyOffsetSizeStride(view, result.shape.length, 1);
    if (lengths !== undefined) return lengths;
    const { offsets, sizes, strides } = offsetSizeStride(view);
    const wrong = sizes.findIndex((s, d) => staticIndex(s) !== result.shape[d] && result.shape[d] !== DYNAMIC);
    if (wrong >= 0)
      return `expected result type with size = ${sizeText(staticIndex(sizes[wrong] ?? 0))} instead of ${sizeText(result.shape[wrong] ?? 0)} in dim = ${wrong}`;
    const layout = layoutOf(result);
    if (layout === undefined) return `expected result type to have strided layout but found '${typeText(result)}'`;
    if (layout.offset !== DYNAMIC && layout.offset !== staticIndex(offsets[0] ?? 0)) {
      return `expected result type with offset = ${sizeText(staticIndex(offsets[0] ?? 0))} instead of ${layout.offset}`;
    }
    const stride = strides.findIndex((s, d) => layout.strides[d] !== DYNAMIC && staticIndex(s) !== layout.strides[d]);
    if (stride < 0) return undefined;
    return `expected result type with stride = ${sizeText(staticIndex(strides[stride] ?? 0))} instead of ${sizeText(layout.strides[stride] ?? 0)} in dim = ${stride}`;
  },
  fold: (view) => {
    const { op, source, result } = view;
    const inner = source.definingOp;
    if (inner !== null && isSameBase(inner)) {
      op.setOperand(0, inner.operand(0));
      return "inPlace";
    }
    if (source.type !== result.type || result.type.kind !== "memref" || !isStaticShape(result.type.shape))
      return undefined;
    const { offset, strides } = layoutOf(result.type) ?? { offset: DYNAMIC, strides: [] };
    return offset !== DYNAMIC && !strides.includes(DYNAMIC) ? [source] : undefined;
  },
  generate: generateReinterpretCast,
  meaning: onValues((op) => {
    const lists = listsOf(op);
    const read = indexListReader(lists.offsets, lists.sizes, lists.strides);
    return ([source, ...indices], run) => {
      const [offsets = [], sizes = [], strides = []] = read(indices);
      if (sizes.some((size) => size < 0)) return run.undefinedBehavior(`sizes ${sizes.join(", ")} are negative`);
      return [reinterpret(expectMemRef(source), offsets[0] ?? 0, sizes, strides)];
    };
  }),
});

const sizeText = (size: number): string => (size === DYNAMIC ? "?" : String(size));

const ByteBuffer = typeWhere(
  "1D memref of 8-bit signless integer values",
  (t) => t.kind === "memref" && t.shape.length === 1 && t.element.kind === "integer" && t.element.width === 8,
);

export const ViewOp = defineOp({
  name: "memref.view",
  summary: "A row-major buffer of any element type inside a buffer of bytes.",
  example: `func.func @main(%bytes: memref<64xi8>, %offset: index) -> memref<4xf32> {
  %0 = memref.view %bytes[%offset][] : memref<64xi8> to memref<4xf32>
  return %0 : memref<4xf32>
}`,
  operands: { source: ByteBuffer, byte_shift: Index, sizes: variadic(Index) },
  results: { result: AnyMemRef },
  traits: ["Pure"],
  interfaces: [viewOfFirst],
  assemblyFormat: "$source `[` $byte_shift `]` `` `[` $sizes `]` attr-dict `:` type($source) `to` type(results)",
  verify: ({ source, sizes, result }) => {
    const [base, type] = [expectMemRefType(source.type), expectMemRefType(result.type)];
    if (base.layout !== undefined) return `unsupported map for base memref type ${typeText(base)}`;
    if (type.layout !== undefined) return `unsupported map for result memref type ${typeText(type)}`;
    if (base.memorySpace !== type.memorySpace)
      return "different memory spaces specified for base memref type and view memref type";
    const dynamic = type.shape.filter((extent) => extent === DYNAMIC).length;
    return sizes.length === dynamic ? undefined : `incorrect number of size operands for type ${typeText(type)}`;
  },
  fold: ({ op, source, byteShift, result }) => {
    if (source.type === result.type && result.type.kind === "memref" && isStaticShape(result.type.shape))
      return constantIndex(byteShift) === 0 ? [source] : undefined;
    return foldCastOperand(op, 0);
  },
  generate: generateView,
  meaning: onValues((op) => {
    const type = expectMemRefType(op.result().type);
    return ([operand, shift, ...dynamic], run) => {
      const source = expectMemRef(operand);
      const bytes = byteWidth(type.element) ?? run.unsupported(`a buffer with elements of kind '${type.element.kind}'`);
      const at = expectIndex(shift, "byte shift");
      const sizes = runtimeShape(type.shape, dynamic, run);
      const strides = layoutOf(type, sizes)?.strides ?? [];
      const count = sizes.reduce((product, size) => product * size, 1);
      if (at < 0 || at + count * bytes > (source.sizes[0] ?? 0)) {
        run.undefinedBehavior(
          `view of ${count * bytes} bytes at ${at} leaves a buffer of ${source.sizes[0] ?? 0} bytes`,
        );
      }
      return [{ ...source, base: source.base + source.offset + at, offset: 0, sizes, strides, element: type.element }];
    };
  }),
});

export const viewOps: readonly OpDefinition[] = [SubViewOp, ReinterpretCastOp, ViewOp];
