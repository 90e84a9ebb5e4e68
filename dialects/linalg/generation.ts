// How generated programs have structured ops: operands whose extents follow from the maps and small loops.
import type { Attribute } from "../../ir/core/attributes.ts";
import { denseArrayAttr, denseElementsAttr, i64ArrayAttr, integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { Region } from "../../ir/core/block.ts";
import { i1, i32, i64, indexType, memrefType, tensorType, withElementType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, type MemRefType, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { walk } from "../../ir/core/walk.ts";
import type { GeneratedParts, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import { AffineMapArrayProperty } from "../../ir/define/properties.ts";
import { IteratorTypesProperty } from "./attributes.ts";

export type Buffer = RankedTensorType | MemRefType;
type AttributeOf = (name: string) => Attribute | undefined;

const isNumber = (type: Type): boolean => ["integer", "index", "float"].includes(type.kind);
const isBuffer = (type: Type): type is Buffer =>
  (type.kind === "tensor" || (type.kind === "memref" && type.layout === undefined)) && isNumber(type.element);

/** A tensor or buffer type that the program uses. */
export function someBufferType(site: GenerationSite): Buffer | undefined {
  const type = site.type(isBuffer);
  return type !== undefined && isBuffer(type) ? type : undefined;
}

/** The type in another shape, or of other elements. */
export function reshaped(type: Buffer, shape: readonly number[], element: Type = type.element): Buffer {
  return type.kind === "tensor" ? tensorType(shape, element) : memrefType(shape, element);
}

export const tensorsAmong = (types: readonly Type[]): readonly Type[] => types.filter(({ kind }) => kind === "tensor");

export const operandSegments = (site: GenerationSite, inputs: number, outputs: number): Attribute =>
  denseArrayAttr(i32(site.context), [inputs, outputs]);

/** The values of the operands; undefined where one cannot be had. */
export function valuesOf(site: GenerationSite, types: readonly Type[]): Value[] | undefined {
  const values: Value[] = [];
  for (const type of types) {
    const value = site.available(type);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** What a named op says of itself. */
export interface NamedOp {
  readonly inputs: number;
  readonly maps: (attribute: AttributeOf, operandTypes: readonly Type[]) => readonly AffineMap[];
  readonly isElementwise: boolean;
  readonly hasIndexingMaps: boolean;
  readonly properties: readonly string[];
  readonly body: (types: readonly Type[], attribute: AttributeOf) => Region | undefined;
}

/** Whether the body runs without undefined behaviour whatever its operands are: a division of integers may not. */
function isTotal(body: Region): boolean {
  for (const block of body.blocks)
    for (const op of block.ops()) for (const inner of walk(op)) if (inner.hasTrait("NoMemoryEffect")) return false;
  return true;
}

export function generateNamed(site: GenerationSite, op: NamedOp): GeneratedParts | undefined {
  const { random } = site;
  const like = someBufferType(site);
  if (like === undefined) return undefined;
  const given = windowAttributes(site, op);
  const attribute: AttributeOf = (name) => given[name];
  const types = op.isElementwise ? elementwiseTypes(site, like, op) : mappedTypes(site, like, op, attribute);
  if (op.properties.includes("cast") && random.chance(1, 4)) castInputs(site, types);
  const body = op.body(types, attribute);
  if (body === undefined || (site.avoidsUndefinedBehavior && !isTotal(body))) return undefined;
  const operands = valuesOf(site, types);
  if (operands === undefined) return undefined;
  const maps = op.hasIndexingMaps ? AffineMapArrayProperty.encode(op.maps(attribute, types), site.context) : undefined;
  return {
    operands,
    resultTypes: tensorsAmong(types.slice(op.inputs)),
    regions: [body],
    properties: {
      ...given,
      indexing_maps: maps,
      operandSegmentSizes: operandSegments(site, op.inputs, types.length - op.inputs),
    },
  };
}

/** Inputs like the init; of fill a scalar, of select a condition first. */
function elementwiseTypes(site: GenerationSite, init: Buffer, op: NamedOp): Type[] {
  const same = Array.from({ length: op.inputs }, (): Type => init);
  const scalar = same.map((): Type => init.element);
  const conditional = [withElementType(init, i1(site.context)), ...same.slice(1)];
  const choices = op.inputs === 1 ? [same, scalar] : op.inputs === 3 ? [conditional] : [same];
  return [...site.random.pick(choices), init];
}

/** Extents of the loops, and of the operands as far as the maps reach. */
function mappedTypes(site: GenerationSite, like: Buffer, op: NamedOp, attribute: AttributeOf): Type[] {
  const maps = op.maps(attribute, []);
  const loops = Array.from({ length: maps[0]?.dims ?? 0 }, () => site.random.pick([1, 2, 2, 3]));
  const last = loops.map((extent) => extent - 1);
  return maps.map((map) =>
    reshaped(
      like,
      map.evaluate(last).map((at) => at + 1),
    ),
  );
}

/** Narrower inputs, which the body casts to the init's elements. */
function castInputs(site: GenerationSite, types: Type[]): void {
  const narrow = site.type((type) => type.kind === elementTypeOf(types[0]!).kind);
  if (narrow === undefined) return;
  for (let i = 0; i < types.length - 1; i++) types[i] = withElementType(types[i]!, narrow);
}

function windowAttributes(site: GenerationSite, op: NamedOp): Record<string, Attribute | undefined> {
  const given: Record<string, Attribute | undefined> = {};
  const windows = op
    .maps(() => undefined, [])
    .reduce((n, map) => Math.max(n, map.results.filter(({ kind }) => kind === "add").length), 0);
  for (const name of ["strides", "dilations"]) {
    if (!op.properties.includes(name)) continue;
    const steps = Array.from({ length: windows }, () => 1 + site.random.below(2));
    const type = tensorType([windows], i64(site.context));
    const data = new BigInt64Array(steps.map(BigInt));
    if (site.random.chance(1, 3)) given[name] = denseElementsAttr(type, new Uint8Array(data.buffer), false, 8);
  }
  return given;
}

// --- generic, map, reduce --------------------------------------------------------------------------------------------------

/** A body of random scalar ops. */
function body(site: GenerationSite, argumentTypes: readonly Type[], yielded: readonly Type[], loops: number): Region {
  const index = indexType(site.context);
  return site.region({
    argumentTypes,
    pure: true,
    operations: site.random.below(5),
    arguments: () => {
      if (loops === 0 || !site.random.chance(1, 4)) return;
      const dim = integerAttr(i64(site.context), site.random.below(loops));
      const made = site.builder.create("linalg.index", { resultTypes: [index], properties: { dim } });
      site.offer(made.result());
    },
    end: (inside) => {
      inside.builder.create("linalg.yield", { operands: yielded.map((type) => inside.handOut(type)) });
    },
  });
}

/** Inputs that see some of the loops, in any order; an init that sees the parallel ones. */
export function generateGeneric(site: GenerationSite): GeneratedParts | undefined {
  const { random, context } = site;
  const like = someBufferType(site);
  if (like === undefined) return undefined;
  const loops = random.pick([0, 1, 1, 2, 2, 3]);
  const extents = Array.from({ length: loops }, () => random.pick([1, 2, 3, 4]));
  const isReduced = extents.map(() => random.chance(1, 3));
  const all = extents.map((_, d) => d);
  const parallel = all.filter((d) => isReduced[d] !== true);
  const inputs = random.chance(1, 8) ? 0 : 1 + random.below(2);
  const dims: number[][] = Array.from({ length: inputs }, (_, i) => {
    if (i === 0) return random.chance(2, 3) ? all : [...all].reverse();
    return all.filter(() => random.chance(2, 3));
  });
  // Without inputs, the init alone says how far the loops go.
  dims.push(inputs === 0 ? all : random.chance(3, 4) ? parallel : [...parallel].reverse());
  const elements = dims.map((_, i) =>
    i > 0 && random.chance(1, 4) ? (site.type(isNumber) ?? like.element) : like.element,
  );
  const types: Type[] = dims.map((list, i) =>
    reshaped(
      like,
      list.map((d) => extents[d] ?? 1),
      elements[i],
    ),
  );
  const scalars = elements;
  const operands = valuesOf(site, types);
  if (operands === undefined) return undefined;
  const maps = dims.map((list) => AffineMap.projection(loops, list));
  const iterators = all.map((d) =>
    inputs > 0 && isReduced[d] === true ? ("reduction" as const) : ("parallel" as const),
  );
  return {
    operands,
    resultTypes: tensorsAmong(types.slice(-1)),
    regions: [body(site, scalars, scalars.slice(-1), loops)],
    properties: {
      indexing_maps: AffineMapArrayProperty.encode(maps, context),
      iterator_types: IteratorTypesProperty.encode(iterators, context),
      operandSegmentSizes: operandSegments(site, inputs, 1),
    },
  };
}

export function generateMap(site: GenerationSite): GeneratedParts | undefined {
  const init = someBufferType(site);
  if (init === undefined) return undefined;
  const types = Array.from({ length: 2 + site.random.below(2) }, (): Type => init);
  const operands = valuesOf(site, types);
  const elements = types.map(elementTypeOf);
  if (operands === undefined) return undefined;
  return {
    operands,
    resultTypes: tensorsAmong([init]),
    regions: [body(site, elements, [init.element], init.shape.length)],
  };
}

export function generateReduce(site: GenerationSite): GeneratedParts | undefined {
  const input = someBufferType(site);
  if (input === undefined || input.shape.length === 0) return undefined;
  const dimensions = input.shape.map((_, d) => d).filter(() => site.random.chance(1, 2));
  if (dimensions.length === 0) dimensions.push(0);
  const init = reshaped(
    input,
    input.shape.filter((_, d) => !dimensions.includes(d)),
  );
  const operands = valuesOf(site, [input, init]);
  if (operands === undefined) return undefined;
  return {
    operands,
    resultTypes: tensorsAmong([init]),
    regions: [body(site, [input.element, init.element], [init.element], 0)],
    properties: { dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

// --- transpose and broadcast -----------------------------------------------------------------------------------------------

/** mlir-opt crashes on a transposition of rank 0. */
export function generateTranspose(site: GenerationSite): GeneratedParts | undefined {
  const input = someBufferType(site);
  if (input === undefined || input.shape.length === 0) return undefined;
  const permutation = input.shape.map((_, d) => d);
  if (site.random.chance(3, 4)) permutation.reverse();
  return forwarding(
    site,
    input,
    permutation.map((d) => input.shape[d] ?? 1),
    { permutation: i64ArrayAttr(site.context, permutation) },
  );
}

export function generateBroadcast(site: GenerationSite): GeneratedParts | undefined {
  const input = someBufferType(site);
  if (input === undefined || input.shape.length > 3) return undefined;
  const at = site.random.below(input.shape.length + 1);
  const shape = [...input.shape.slice(0, at), 1 + site.random.below(3), ...input.shape.slice(at)];
  return forwarding(site, input, shape, { dimensions: i64ArrayAttr(site.context, [at]) });
}

function forwarding(
  site: GenerationSite,
  input: Buffer,
  shape: readonly number[],
  properties: Record<string, Attribute>,
): GeneratedParts | undefined {
  const init = reshaped(input, shape);
  const operands = valuesOf(site, [input, init]);
  if (operands === undefined) return undefined;
  const region = site.region({
    argumentTypes: [input.element, input.element],
    operations: 0,
    end: ({ builder }, args) => {
      builder.create("linalg.yield", { operands: args.slice(0, 1) });
    },
  });
  return { operands, resultTypes: tensorsAmong([init]), regions: [region], properties };
}
