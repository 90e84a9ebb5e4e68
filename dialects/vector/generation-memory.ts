// How generated programs read and write vectors in buffers and tensors: every lane that counts is within bounds.
import { affineMapAttr, arrayAttr, boolAttr, denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import type { MemRefType, RankedTensorType, Type, VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { definiteShape, segments } from "../../ir/check/generate/index-lists.ts";
import type { GenerationSite } from "../../ir/check/generate/generation-site.ts";

interface Base {
  readonly value: Value;
  readonly type: MemRefType | RankedTensorType;
  readonly extents: readonly number[];
}

/** A buffer (or a tensor) of numbers with an element. */
function someBase(site: GenerationSite, kinds: readonly Type["kind"][]): Base | undefined {
  const fits = (type: Type): boolean => {
    if (!kinds.includes(type.kind) || (type.kind !== "memref" && type.kind !== "tensor")) return false;
    const isNumber = ["integer", "index", "float"].includes(type.element.kind);
    if (type.kind === "memref" && type.layout !== undefined) return false;
    return isNumber && type.shape.length > 0 && !definiteShape(site, type.shape).includes(0);
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

function row(site: GenerationSite, base: Base): VectorType {
  const last = base.extents[base.extents.length - 1] ?? 1;
  return vectorType([1 + site.random.below(last)], base.type.element);
}

export function generateLoad(site: GenerationSite): OperationParts | undefined {
  const base = someBase(site, ["memref"]);
  if (base === undefined) return undefined;
  const type = row(site, base);
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
export function generateMaskedLoad(site: GenerationSite): OperationParts | undefined {
  const base = someBase(site, ["memref"]);
  if (base === undefined) return undefined;
  const type = row(site, base);
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

function scattered(site: GenerationSite): Lanes | undefined {
  const base = someBase(site, ["memref", "tensor"]);
  if (base === undefined) return undefined;
  const last = base.extents[base.extents.length - 1] ?? 1;
  const type = row(site, base);
  const indices = lanes(site, last, type.shape[0] ?? 1);
  if (indices === undefined) return undefined;
  const offsets = rowStart(site, base.extents, last);
  return { base, type, operands: [...offsets, indices, maskFor(site, type)] };
}

export function generateGather(site: GenerationSite): OperationParts | undefined {
  const from = scattered(site);
  if (from === undefined) return undefined;
  return { operands: [from.base.value, ...from.operands, site.value(from.type)], resultTypes: [from.type] };
}

export function generateScatter(site: GenerationSite): OperationParts | undefined {
  const to = scattered(site);
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

/** Along some dimensions in some order, past the upper ends where it is not said to be in bounds. */
function transfer(site: GenerationSite, isWrite: boolean): Transfer | undefined {
  const { random, context } = site;
  const base = someBase(site, ["memref", "tensor"]);
  if (base === undefined) return undefined;
  const rank = base.extents.length;
  const count = random.chance(3, 4) ? Math.min(rank, 1 + random.below(2)) : rank;
  const isMinor = random.chance(2, 3);
  let dims = Array.from({ length: count }, (_, i) => rank - count + i);
  if (!isMinor) dims = dims.reverse();
  const inBounds = dims.map(() => random.chance(1, 2));
  const shape = dims.map((d, i) =>
    inBounds[i] === true ? 1 + random.below(base.extents[d] ?? 1) : 1 + random.below(4),
  );
  const index = indexType(context);
  const indices = base.extents.map((extent, d) => {
    const i = dims.indexOf(d);
    return site.below(index, i >= 0 && inBounds[i] === true ? extent - (shape[i] ?? 1) + 1 : extent);
  });
  const type = vectorType(shape, base.type.element);
  const mask = isMinor && random.chance(1, 4) ? [maskFor(site, type)] : [];
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

export function generateTransferRead(site: GenerationSite): OperationParts | undefined {
  const read = transfer(site, false);
  if (read === undefined) return undefined;
  const { base, indices, mask, type, properties } = read;
  const operands = [base.value, ...indices, site.value(type.element), ...mask];
  return { operands, resultTypes: [type], ...(properties && { properties }) };
}

export function generateTransferWrite(site: GenerationSite): OperationParts | undefined {
  const write = transfer(site, true);
  if (write === undefined) return undefined;
  const { base, indices, mask, type, properties } = write;
  const resultTypes = base.type.kind === "tensor" ? [base.type] : [];
  return {
    operands: [site.value(type), base.value, ...indices, ...mask],
    resultTypes,
    ...(properties && { properties }),
  };
}
