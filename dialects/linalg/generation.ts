// How generated programs have structured ops: operands whose extents follow from the maps and small loops.
import type { Attribute } from "../../ir/core/attributes.ts";
import { denseArrayAttr, denseElementsAttr, i64ArrayAttr, integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { Region } from "../../ir/core/block.ts";
import { i1, i32, i64, indexType, memrefType, tensorType, withElementType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, type MemRefType, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { usesDim } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { walk } from "../../ir/core/walk.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import { definiteShape } from "../../ir/check/generate/index-lists.ts";
import { permuted, randomPermutation, unpermuted } from "../../ir/check/generate/shape-changes.ts";
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

/** What a result of this type can be of; nothing where no structured op has such results. */
const wishedTensor = (type: Type): RankedTensorType | undefined =>
  type.kind === "tensor" && isNumber(type.element) ? type : undefined;

/** The init's type that goes with the wished result's, or one that the program uses. */
const initType = (site: GenerationSite, { resultType }: OperationWish): Buffer | undefined =>
  resultType === undefined ? someBufferType(site) : wishedTensor(resultType);

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

export function generateNamed(site: GenerationSite, wish: OperationWish, op: NamedOp): GeneratedParts | undefined {
  const { random } = site;
  const like = initType(site, wish);
  if (like === undefined) return undefined;
  const given = windowAttributes(site, op);
  const attribute: AttributeOf = (name) => given[name];
  const types = op.isElementwise
    ? elementwiseTypes(site, like, op)
    : mappedTypes(site, like, op.maps(attribute, []), wish);
  if (types === undefined) return undefined;
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

/** Types of the operands, of which one is like this: the init if a result is wished. */
function mappedTypes(
  site: GenerationSite,
  like: Buffer,
  maps: readonly AffineMap[],
  { resultType }: OperationWish,
): Type[] | undefined {
  const { random } = site;
  const loops = Array.from({ length: maps[0]?.dims ?? 0 }, () => random.pick([1, 2, 2, 3]));
  // A window over nothing has no extent to give: only loops that stand alone may be empty.
  const alone = loops.map((_, d) => d).filter((d) => maps.every((map) => isAlone(map, d)));
  if (alone.length > 0 && random.chance(1, 8)) loops[random.pick(alone)] = 0;
  const fitting = maps.flatMap((map, i) =>
    map.dimPositions?.length === like.shape.length && (resultType === undefined || i === maps.length - 1) ? i : [],
  );
  const place = fitting.length === 0 ? -1 : random.pick(fitting);
  const extents = definiteShape(site, like.shape);
  for (const [i, d] of (maps[place]?.dimPositions ?? []).entries()) {
    loops[d] = extents[i] ?? 1;
    if (loops[d] === 0 && !alone.includes(d)) return undefined;
  }
  const last = loops.map((extent) => extent - 1);
  return maps.map((map, i) => {
    if (i === place) return like;
    return reshaped(
      like,
      map.evaluate(last).map((at) => at + 1),
    );
  });
}

/** Whether a map has the dimension as it is, or not at all. */
const isAlone = ({ results }: AffineMap, d: number): boolean =>
  results.every((result) => result.kind === "dim" || !usesDim(result, d));

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
      // An index as a number like the others, so that it comes to be seen.
      const number = yielded.find(({ kind }) => kind === "integer");
      if (number === undefined || site.random.chance(1, 2)) return;
      site.offer(site.builder.create("arith.index_cast", { operands: made.results, resultTypes: [number] }).result());
    },
    end: (inside, args) => {
      const operands = yielded.map((type) => {
        // The element of an input, as it is: what is read where can then be seen.
        const given = args.slice(0, -1).filter((argument) => argument.type === type);
        return given.length > 0 && site.random.chance(1, 4) ? site.random.pick(given) : inside.handOut(type);
      });
      inside.builder.create("linalg.yield", { operands });
    },
  });
}

/** The loops of a generic op. */
interface Nest {
  /** The extent of each. */
  readonly extents: readonly number[];
  /** Which of them each operand sees, in order; the last is the init. */
  readonly dims: readonly (readonly number[])[];
  /** The operand whose type was given. */
  readonly place: number;
}

/** Inputs that see some of the loops, in any order; an init that sees the parallel ones. One operand has the given shape. */
function randomNest(site: GenerationSite, shape: readonly number[], isResult: boolean): Nest {
  const { random } = site;
  const rank = shape.length;
  const inputs = random.chance(1, 8) ? 0 : random.pick([1, 1, 2]);
  const place = isResult || inputs === 0 || random.chance(1, 4) ? inputs : 0;
  const loops = rank + (inputs === 0 || rank > 2 ? 0 : random.pick([0, 0, 0, 1]));
  const all = Array.from({ length: loops }, (_, d) => d);
  const given = (random.chance(1, 2) ? all : randomPermutation(site, loops)).slice(0, rank);
  const extents = all.map((d) => {
    const at = given.indexOf(d);
    return at < 0 ? 1 + random.below(3) : (definiteShape(site, shape)[at] ?? 1);
  });
  const someOf = (list: readonly number[], share: number): number[] =>
    permuted(list, randomPermutation(site, list.length)).filter(() => random.chance(share, 4));
  const inAnyOrder = (): number[] => (random.chance(1, 2) ? all : randomPermutation(site, loops));
  const first = loops === rank && random.chance(1, 2) ? given : inAnyOrder();
  const dims = Array.from({ length: inputs }, (_, i) => (i === 0 ? first : someOf(all, 3)));
  // Without inputs, the init alone says how far the loops go.
  const isElementwise = loops === rank && random.chance(1, 2);
  dims.push(inputs === 0 || isElementwise ? inAnyOrder() : someOf(all, random.pick([3, 4])));
  dims[place] = given;
  // A loop that none of the others sees is seen by the first input.
  if (place === 0) for (const d of all) if (!dims.some((list) => list.includes(d))) dims[inputs]?.push(d);
  return { extents, dims, place };
}

export function generateGeneric(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const { random, context } = site;
  const like = initType(site, wish);
  if (like === undefined) return undefined;
  const { extents, dims, place } = randomNest(site, like.shape, wish.resultType !== undefined);
  const loops = extents.length;
  const inputs = dims.length - 1;
  const elements = dims.map((_, i) =>
    i !== place && random.chance(1, 4) ? (site.type(isNumber) ?? like.element) : like.element,
  );
  const types: Type[] = dims.map((list, i) =>
    i === place
      ? like
      : reshaped(
          like,
          list.map((d) => extents[d] ?? 1),
          elements[i],
        ),
  );
  const scalars = elements;
  const operands = valuesOf(site, types);
  if (operands === undefined) return undefined;
  const maps = dims.map((list) => AffineMap.projection(loops, list));
  const seen = dims[inputs] ?? [];
  const iterators = extents.map((_, d) => (seen.includes(d) ? ("parallel" as const) : ("reduction" as const)));
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

export function generateMap(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const init = initType(site, wish);
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

export function generateReduce(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const { random } = site;
  const like = initType(site, { resultType });
  if (like === undefined || (resultType === undefined && like.shape.length === 0)) return undefined;
  const isReduced = like.shape.map(() => random.chance(1, 2));
  if (!isReduced.includes(true)) isReduced[random.below(isReduced.length)] = true;
  let [input, init, dimensions]: readonly [Buffer, Buffer, number[]] = [
    like,
    reshaped(
      like,
      like.shape.filter((_, d) => isReduced[d] !== true),
    ),
    like.shape.map((_, d) => d).filter((d) => isReduced[d] === true),
  ];
  if (resultType !== undefined) {
    // The other way round: a dimension more, somewhere.
    const at = random.below(like.shape.length + 1);
    dimensions = [at];
    init = like;
    input = reshaped(like, [...like.shape.slice(0, at), random.pick([1, 2, 3]), ...like.shape.slice(at)]);
  }
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
export function generateTranspose(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const like = initType(site, { resultType });
  if (like === undefined || like.shape.length === 0) return undefined;
  const permutation = randomPermutation(site, like.shape.length);
  const other = reshaped(like, (resultType === undefined ? permuted : unpermuted)(like.shape, permutation));
  const [input, init] = resultType === undefined ? [like, other] : [other, like];
  return forwarding(site, input, init, { permutation: i64ArrayAttr(site.context, permutation) });
}

export function generateBroadcast(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const { random, context } = site;
  const like = initType(site, { resultType });
  if (like === undefined) return undefined;
  const { shape } = like;
  if (resultType !== undefined) {
    if (shape.length === 0) return undefined;
    const dimensions = shape.map((_, d) => d).filter(() => random.chance(1, 2));
    if (dimensions.length === 0) dimensions.push(random.below(shape.length));
    const input = reshaped(
      like,
      shape.filter((_, d) => !dimensions.includes(d)),
    );
    return forwarding(site, input, like, { dimensions: i64ArrayAttr(context, dimensions) });
  }
  if (shape.length > 3) return undefined;
  const at = random.below(shape.length + 1);
  const init = reshaped(like, [...shape.slice(0, at), 1 + random.below(3), ...shape.slice(at)]);
  return forwarding(site, like, init, { dimensions: i64ArrayAttr(context, [at]) });
}

function forwarding(
  site: GenerationSite,
  input: Buffer,
  init: Buffer,
  properties: Record<string, Attribute>,
): GeneratedParts | undefined {
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
