// How generated programs read and write vectors in buffers and tensors: every lane that counts is within bounds.
import { affineMapAttr, arrayAttr, boolAttr, denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import type { MemRefType, RankedTensorType, Type, VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { definiteShape, segments } from "../../ir/check/generate/index-lists.ts";
import type { GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";

interface Base {
  readonly value: Value;
  readonly type: MemRefType | RankedTensorType;
  readonly extents: readonly number[];
}

/** A buffer (or a tensor) of numbers with an element. */
function someBase(
  site: GenerationSite,
  kinds: readonly Type["kind"][],
  accepts: (type: MemRefType | RankedTensorType) => boolean = () => true,
): Base | undefined {
  const fits = (type: Type): boolean => {
    if (!kinds.includes(type.kind) || (type.kind !== "memref" && type.kind !== "tensor")) return false;
    const isNumber = ["integer", "index", "float"].includes(type.element.kind);
    if (type.kind === "memref" && type.layout !== undefined) return false;
    return isNumber && accepts(type) && type.shape.length > 0 && !definiteShape(site, type.shape).includes(0);
  };
  const type = site.type(fits);
  const value = site.find(fits) ?? (type && site.available(type));
  if (value === undefined || (value.type.kind !== "memref" && value.type.kind !== "tensor")) return undefined;
  return { value, type: value.type, extents: definiteShape(site, value.type.shape) };
}

/** Where a row of `lanes` along the last dimension may start. */
function rowStart(site: GenerationSite, extents: readonly number[], lanes: number): Value[] {
  const index = indexType(site.context);
  return extents.map((extent, d) => site.below(index, d === extents.length - 1 ? extent - lanes + 1 : extent));
}

/** Buffers that have a row of the wished vector, or any. */
const hasRow =
  (site: GenerationSite, { resultType }: OperationWish) =>
  ({ shape, element }: MemRefType | RankedTensorType): boolean => {
    if (resultType === undefined) return true;
    if (resultType.kind !== "vector" || resultType.shape.length !== 1) return false;
    const [last = 0] = definiteShape(site, shape.slice(-1));
    return element === resultType.element && last >= (resultType.shape[0] ?? 0);
  };

function row(site: GenerationSite, base: Base, { resultType }: OperationWish = {}): VectorType {
  if (resultType?.kind === "vector") return resultType;
  const last = base.extents[base.extents.length - 1] ?? 1;
  return vectorType([1 + site.random.below(last)], base.type.element);
}

export function generateLoad(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const base = someBase(site, ["memref"], hasRow(site, wish));
  if (base === undefined) return undefined;
  const type = row(site, base, wish);
  return { operands: [base.value, ...rowStart(site, base.extents, type.shape[0] ?? 1)], resultTypes: [type] };
}

export function generateStore(site: GenerationSite): OperationParts | undefined {
  const base = someBase(site, ["memref"]);
  if (base === undefined) return undefined;
  const type = row(site, base);
  return { operands: [site.value(type), base.value, ...rowStart(site, base.extents, type.shape[0] ?? 1)] };
}

const maskFor = (site: GenerationSite, { shape }: VectorType): Value => site.value(vectorType(shape, i1(site.context)));

/** maskedload and expandload. */
export function generateMaskedLoad(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const base = someBase(site, ["memref"], hasRow(site, wish));
  if (base === undefined) return undefined;
  const type = row(site, base, wish);
  const start = rowStart(site, base.extents, type.shape[0] ?? 1);
  return { operands: [base.value, ...start, maskFor(site, type), site.value(type)], resultTypes: [type] };
}

/** maskedstore and compressstore. */
export function generateMaskedStore(site: GenerationSite): OperationParts | undefined {
  const base = someBase(site, ["memref"]);
  if (base === undefined) return undefined;
  const type = row(site, base);
  const start = rowStart(site, base.extents, type.shape[0] ?? 1);
  return { operands: [base.value, ...start, maskFor(site, type), site.value(type)] };
}

/** Constant lanes within the last dimension, each once. */
function lanes(site: GenerationSite, extent: number, count: number): Value | undefined {
  const type = vectorType([count], indexType(site.context));
  const data = new DataView(new ArrayBuffer(8 * count));
  const start = site.random.below(extent);
  for (let i = 0; i < count; i++) data.setBigInt64(8 * i, BigInt((start + i) % extent), true);
  return site.constant(denseElementsAttr(type, new Uint8Array(data.buffer), false, 8), type);
}

interface Lanes {
  readonly base: Base;
  readonly type: VectorType;
  /** Offsets, indices and mask. */
  readonly operands: readonly Value[];
}

function scattered(
  site: GenerationSite,
  accepts: (type: MemRefType | RankedTensorType) => boolean,
  wish: OperationWish = {},
): Lanes | undefined {
  const base = someBase(site, ["memref", "tensor"], accepts);
  if (base === undefined) return undefined;
  const last = base.extents[base.extents.length - 1] ?? 1;
  const type = row(site, base, wish);
  const indices = lanes(site, last, type.shape[0] ?? 1);
  if (indices === undefined) return undefined;
  const offsets = rowStart(site, base.extents, last);
  return { base, type, operands: [...offsets, indices, maskFor(site, type)] };
}

export function generateGather(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const from = scattered(site, hasRow(site, wish), wish);
  if (from === undefined) return undefined;
  return { operands: [from.base.value, ...from.operands, site.value(from.type)], resultTypes: [from.type] };
}

export function generateScatter(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const to = scattered(site, (type) => resultType === undefined || type === resultType);
  if (to === undefined) return undefined;
  const resultTypes = to.base.type.kind === "tensor" ? [to.base.type] : [];
  return { operands: [to.base.value, ...to.operands, site.value(to.type)], resultTypes };
}

// --- transfers -------------------------------------------------------------------------------------------------------------

interface Transfer {
  readonly base: Base;
  readonly type: VectorType;
  readonly indices: readonly Value[];
  readonly mask: readonly Value[];
  readonly properties: OperationParts["properties"];
}

/** A tensor of the wished type, for a write; for a read, what has the elements of the wished vector in enough dimensions. */
function transferBase(site: GenerationSite, isWrite: boolean, { resultType }: OperationWish): Base | undefined {
  return someBase(site, ["memref", "tensor"], (type) => {
    if (resultType === undefined) return true;
    if (isWrite) return type === resultType;
    return (
      resultType.kind === "vector" &&
      type.element === resultType.element &&
      type.shape.length >= resultType.shape.length
    );
  });
}

/** Along some dimensions in some order, past the upper ends where it is not said to be in bounds. */
function transfer(site: GenerationSite, isWrite: boolean, wish: OperationWish): Transfer | undefined {
  const { random, context } = site;
  const base = transferBase(site, isWrite, wish);
  if (base === undefined) return undefined;
  const wished = !isWrite && wish.resultType?.kind === "vector" ? wish.resultType.shape : undefined;
  const rank = base.extents.length;
  const count = wished?.length ?? (random.chance(3, 4) ? Math.min(rank, 1 + random.below(2)) : rank);
  const isMinor = random.chance(2, 3);
  let dims = Array.from({ length: count }, (_, i) => rank - count + i);
  if (!isMinor) dims = dims.reverse();
  // All of it from the start: what reads and writes of the same place are compared by.
  const isWhole = wished === undefined && random.chance(1, 4);
  const inBounds = dims.map((d, i) => (isWhole || random.chance(1, 2)) && (wished?.[i] ?? 0) <= (base.extents[d] ?? 0));
  const shape = dims.map((d, i) => {
    const extent = base.extents[d] ?? 1;
    return wished?.[i] ?? (isWhole ? extent : inBounds[i] === true ? 1 + random.below(extent) : 1 + random.below(4));
  });
  const index = indexType(context);
  const indices = base.extents.map((extent, d) => {
    const i = dims.indexOf(d);
    if (isWhole && i >= 0) return site.integer(index, 0);
    return site.below(index, i >= 0 && inBounds[i] === true ? extent - (shape[i] ?? 1) + 1 : extent);
  });
  const type = vectorType(shape, base.type.element);
  const mask = isMinor && random.chance(2, 5) ? [maskFor(site, type)] : [];
  const sizes = isWrite ? [1, 1, rank, mask.length] : [1, rank, 1, mask.length];
  return {
    base,
    type,
    indices,
    mask,
    properties: {
      permutation_map: affineMapAttr(context, AffineMap.projection(rank, dims)),
      in_bounds: arrayAttr(
        context,
        inBounds.map((flag) => boolAttr(context, flag)),
      ),
      operandSegmentSizes: segments(context, ...sizes),
    },
  };
}

export function generateTransferRead(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const read = transfer(site, false, wish);
  if (read === undefined) return undefined;
  const { base, indices, mask, type, properties } = read;
  const operands = [base.value, ...indices, site.value(type.element), ...mask];
  return { operands, resultTypes: [type], ...(properties && { properties }) };
}

export function generateTransferWrite(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const write = transfer(site, true, wish);
  if (write === undefined) return undefined;
  const { base, indices, mask, type, properties } = write;
  const resultTypes = base.type.kind === "tensor" ? [base.type] : [];
  return {
    operands: [site.value(type), base.value, ...indices, ...mask],
    resultTypes,
    ...(properties && { properties }),
  };
}
