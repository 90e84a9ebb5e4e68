// How generated programs use buffers: they get contents before they are read, and are read and written within bounds.
import { stringAttr, symbolRefAttr, typeAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { layoutOf, stridedMemrefType } from "../../ir/core/strided-layout.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { indexType, integerType, memrefType, tensorType } from "../../ir/core/type-constructors.ts";
import { byteWidth, DYNAMIC, elementCount, isStaticShape, type MemRefType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { definiteShape, dynamicExtents, indicesWithin, segments } from "../../ir/check/generate/index-lists.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";

export interface Buffer {
  readonly value: Value;
  readonly type: MemRefType;
}

const isBuffer = (type: Type): type is MemRefType => type.kind === "memref";

/** A buffer that is there, or a new argument of a type of the program's; one of the wished type where there is a wish. */
export function someBuffer(
  site: GenerationSite,
  fits: (type: MemRefType) => boolean = () => true,
  wished?: Type,
): Buffer | undefined {
  const accepts = (type: Type): boolean => isBuffer(type) && fits(type);
  if (wished !== undefined && !accepts(wished)) return undefined;
  const type = wished ?? site.type(accepts);
  const value = (wished === undefined ? site.find(accepts) : undefined) ?? (type && site.available(type));
  return value !== undefined && isBuffer(value.type) ? { value, type: value.type } : undefined;
}

const isPlain = (type: MemRefType): boolean => type.layout === undefined;

/** A type that the program uses, or the wished one. */
function someType(site: GenerationSite, { resultType }: OperationWish = {}): MemRefType | undefined {
  const fits = (type: Type): boolean => isBuffer(type) && isPlain(type);
  const type = resultType ?? site.type(fits);
  return type?.kind === "memref" && fits(type) ? type : undefined;
}

/** What a buffer of the type is filled from; undefined where there is nothing. */
function contentsFor(site: GenerationSite, type: MemRefType): Value | undefined {
  return type.shape.length === 0 ? site.available(type.element) : site.available(type);
}

/** Gives a new buffer contents: those of another one of its type, or a number. */
function fill(site: GenerationSite, buffer: Value, contents: Value): void {
  const { builder } = site;
  if (contents.type.kind === "memref") builder.create("memref.copy", { operands: [contents, buffer] });
  else builder.create("memref.store", { operands: [contents, buffer] });
}

/** Loads from a buffer that nobody else sees, and stores to it. */
function touch(site: GenerationSite, operand: Value): void {
  for (let left = site.random.below(4); left > 0; left--) {
    const name = site.random.chance(1, 2) ? "memref.load" : "memref.store";
    const made = site.operation(site.context.opDefinition(name), { operand });
    for (const result of made?.results ?? []) site.offer(result);
  }
}

/** The op and its fellows; programs that may do anything also read buffers without contents. */
export function generateAlloc(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const type = someType(site, wish);
  const contents = type && contentsFor(site, type);
  if (type === undefined) return undefined;
  const mayBeEmpty = !site.avoidsUndefinedBehavior && site.random.chance(1, 3);
  if (contents === undefined && !mayBeEmpty) return undefined;
  const sizes = dynamicExtents(site, type.shape);
  return {
    operands: sizes,
    resultTypes: [type],
    properties: { operandSegmentSizes: segments(site.context, sizes.length, 0) },
    afterwards: (op) => {
      if (contents !== undefined && !mayBeEmpty) fill(site, op.result(), contents);
    },
  };
}

/** Ends with the region that it stands in, so that only the ops here see it: an element of it goes on. */
export function generateAlloca(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const parts = generateAlloc(site, wish);
  const type = parts?.resultTypes?.[0];
  const indices = type?.kind === "memref" ? indicesWithin(site, type.shape) : undefined;
  if (parts === undefined || type?.kind !== "memref" || indices === undefined) return undefined;
  return {
    ...parts,
    isHidden: true,
    isValid: true,
    afterwards: (op) => {
      parts.afterwards?.(op);
      touch(site, op.result());
      if (site.random.chance(1, 4)) return;
      const load = site.builder.create("memref.load", {
        operands: [op.result(), ...indices],
        resultTypes: [type.element],
      });
      site.offer(load.result());
    },
  };
}

/** Frees a buffer of its own; programs that may do anything also free others. */
export function generateDealloc(site: GenerationSite): GeneratedParts | undefined {
  if (!site.avoidsUndefinedBehavior && site.random.chance(1, 4)) {
    const buffer = someBuffer(site);
    return buffer && { operands: [buffer.value] };
  }
  const type = someType(site);
  const contents = type && contentsFor(site, type);
  if (type === undefined || contents === undefined) return undefined;
  const sizes = dynamicExtents(site, type.shape);
  const own = site.builder.create("memref.alloc", {
    operands: sizes,
    resultTypes: [type],
    properties: { operandSegmentSizes: segments(site.context, sizes.length, 0) },
  });
  fill(site, own.result(), contents);
  touch(site, own.result());
  return { operands: [own.result()] };
}

export function generateLoad(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const buffer = someBuffer(site, ({ element }) => resultType === undefined || element === resultType);
  const indices = buffer && indicesWithin(site, buffer.type.shape);
  return buffer && indices && { operands: [buffer.value, ...indices], resultTypes: [buffer.type.element] };
}

export function generateStore(site: GenerationSite): GeneratedParts | undefined {
  const buffer = someBuffer(site);
  const indices = buffer && indicesWithin(site, buffer.type.shape);
  const value = buffer && site.available(buffer.type.element);
  return buffer && indices && value && { operands: [value, buffer.value, ...indices] };
}

export function generateCopy(site: GenerationSite): GeneratedParts | undefined {
  const source = someBuffer(site);
  const target = source && site.available(source.type);
  return source && target && { operands: [source.value, target] };
}

export function makeDimensionWithinRank(site: GenerationSite, op: Operation): boolean {
  const { type } = op.operand(0);
  if (type.kind !== "memref" || type.shape.length === 0) return false;
  op.setOperand(1, site.below(indexType(site.context), type.shape.length));
  return true;
}

/** A global of the module's, with contents, and the buffer that it is. */
export function generateGetGlobal(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const { random, context } = site;
  const fits = (t: Type): boolean => isBuffer(t) && isPlain(t) && isStaticShape(t.shape);
  const type = resultType ?? site.type(fits);
  if (type?.kind !== "memref" || !fits(type) || !site.seesSymbols) return undefined;
  const initial = site.constantAttribute(tensorType(type.shape, type.element));
  if (initial === undefined) return undefined;
  const name = site.symbolName("g");
  const isConstant = !site.avoidsUndefinedBehavior && random.chance(1, 4);
  site.builder.at(
    (builder) => builder.setToStart(site.moduleBlock),
    () =>
      site.builder.create("memref.global", {
        properties: {
          sym_name: stringAttr(context, name),
          sym_visibility: stringAttr(context, "private"),
          type: typeAttr(type),
          initial_value: initial,
          constant: isConstant ? unitAttr(context) : undefined,
        },
      }),
  );
  return { resultTypes: [type], properties: { name: symbolRefAttr(context, name) } };
}

// --- types -----------------------------------------------------------------------------------------------------------------

/** The type with some extents forgotten and others known, as far as the program may. */
function sameExtents(site: GenerationSite, { shape, element, layout, memorySpace }: MemRefType): MemRefType {
  const { random, dynamicExtent, avoidsUndefinedBehavior: avoids } = site;
  const extents = shape.map((extent) => {
    if (extent === DYNAMIC) return random.chance(1, 2) ? dynamicExtent : DYNAMIC;
    return (!avoids || extent === dynamicExtent) && random.chance(1, 2) ? DYNAMIC : extent;
  });
  return memrefType(extents, element, { layout, memorySpace });
}

/** Whether they differ in the extents that are known, and in nothing else. */
const castsTo = (from: MemRefType, to: MemRefType): boolean =>
  from !== to &&
  from.element === to.element &&
  from.layout === to.layout &&
  from.memorySpace === to.memorySpace &&
  from.shape.length === to.shape.length &&
  from.shape.every((extent, d) => extent === to.shape[d] || extent === DYNAMIC || to.shape[d] === DYNAMIC);

/** Forgets or asserts extents. */
export function generateCast(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  if (resultType === undefined) {
    const source = someBuffer(site);
    if (source === undefined) return undefined;
    const same = sameExtents(site, source.type);
    // What is known of strides and of the offset may be forgotten, too.
    const { shape, element, memorySpace } = same;
    const open = { offset: DYNAMIC, strides: shape.map(() => DYNAMIC) };
    const type = site.random.chance(1, 4) ? stridedMemrefType(shape, element, open, memorySpace) : same;
    return { operands: [source.value], resultTypes: [type] };
  }
  if (resultType.kind !== "memref") return undefined;
  const source =
    site.find((type) => isBuffer(type) && castsTo(type, resultType)) ?? site.available(sameExtents(site, resultType));
  return source && { operands: [source], resultTypes: [resultType] };
}

/** The first element of the buffer is to be there. */
export function makeNonEmpty(site: GenerationSite, op: Operation): boolean {
  const { type } = op.operand(0);
  return type.kind === "memref" && !definiteShape(site, type.shape).includes(0);
}

/** A row-major buffer within one of bytes. */
export function generateView(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const { random, context } = site;
  const index = indexType(context);
  const type = someType(site, wish);
  const width = type && byteWidth(type.element);
  if (type === undefined || width === undefined) return undefined;
  const bytes = elementCount(definiteShape(site, type.shape)) * width;
  const shift = random.chance(1, 2) ? 0 : 8;
  const source = site.available(memrefType([bytes + shift], integerType(context, 8)));
  const sizes = dynamicExtents(site, type.shape);
  if (source === undefined) return undefined;
  return { operands: [source, site.integer(index, shift), ...sizes], resultTypes: [type] };
}

/** Whether a buffer lies row by row from the start of its allocation, and so may be seen in other shapes. */
export function isRowMajor(type: MemRefType): boolean {
  return isPlain(type) && layoutOf(type)?.offset === 0 && isStaticShape(type.shape);
}
