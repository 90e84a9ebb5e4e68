// Tile and fuse: computes one tile of a group's root, with the tiles of its producers that this tile needs.
import type { AffineMap } from "../../ir/affine/map.ts";
import { affineConstant, affineBinary } from "../../ir/affine/expr.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { walk } from "../../ir/core/walk.ts";
import { sameIndex, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { AddIOp } from "../../dialects/arith/index.ts";
import { ForOp, YieldOp } from "../../dialects/scf/index.ts";
import { IndexOp, indexingMapsAttr, linalgOp, type LinalgOp } from "../../dialects/linalg/index.ts";
import { EmptyOp } from "../../dialects/tensor/index.ts";
import { generalizeNamedOp } from "../../passes/linalg-generalize-named-ops.ts";
import { addIndex, d0, materializeIndex, minimumOf } from "./index-arithmetic.ts";
import type { FusionGroup } from "./groups.ts";
import { extentIndex, extractSlice, localTensor, operandSlice, type OperandSlice, type Tile } from "./slices.ts";

/** Tile size of a loop of an op; 0 leaves the loop whole. */
export type TileSize = (op: Operation, loop: number) => number;

/** The size of the tile at `offset`: `size`, or what is left of `extent`. */
export function raggedSize(builder: OpBuilder, size: number, extent: MixedIndex, offset: MixedIndex): MixedIndex {
  if (typeof extent === "number" && extent % size === 0) return size;
  const left = affineBinary("add", { kind: "dim", position: 1 }, affineBinary("mul", d0, affineConstant(-1)));
  return minimumOf(builder, [affineConstant(size), left], [offset, extent]);
}

interface ComputedTile {
  readonly op: Operation;
  readonly tile: Tile;
  readonly results: readonly Value[];
}

/** Computes tiles of the ops of one group at a builder's insertion point. */
export class TileComputation {
  readonly #builder: OpBuilder;
  readonly #members: ReadonlySet<Operation>;
  readonly #reductionTile: TileSize;
  /** Tiles computed so far, one list per loop nest that is open: inner loops see what outer ones computed. */
  readonly #scopes: ComputedTile[][] = [[]];

  /** `reductionTile` gives the tile sizes of reduction loops, which become loops around the op. */
  constructor(builder: OpBuilder, group: FusionGroup, reductionTile: TileSize) {
    this.#builder = builder;
    this.#members = new Set(group.ops);
    this.#reductionTile = reductionTile;
  }

  /** The extents of an op's loops. */
  extents(op: Operation): MixedIndex[] {
    const linalg = described(op);
    return linalg.iterators.map((_, loop) => {
      for (const [number, operand] of [...linalg.inputs, ...linalg.inits].entries()) {
        const dimension = linalg.maps[number]!.results.findIndex((e) => e.kind === "dim" && e.position === loop);
        if (dimension >= 0) return extentIndex(this.#builder, operand, dimension);
      }
      throw new Error(`no operand of '${op.name}' has the extent of loop ${loop}`);
    });
  }

  /** The op's results on a tile. `destinations` are the tiles of the tensors that the op (or the fill before it) writes into. */
  compute(op: Operation, tile: Tile, destinations: readonly (Value | undefined)[]): readonly Value[] {
    for (const scope of this.#scopes) {
      const found = scope.find((c) => c.op === op && sameTile(c.tile, tile));
      if (found !== undefined) return found.results;
    }
    const linalg = described(op);
    const inits = linalg.inits.map((init, i) =>
      this.#initTile(init, linalg.maps[linalg.inputs.length + i]!, tile, destinations[i]),
    );
    const loops = linalg.iterators.flatMap((kind, loop) =>
      kind !== "parallel" && this.#reductionTile(op, loop) > 0 ? [loop] : [],
    );
    const results = this.#reduce(op, linalg, tile, inits, loops);
    this.#scopes[this.#scopes.length - 1]!.push({ op, tile, results });
    return results;
  }

  /** Loops over the tiled reduction loops, carrying the accumulators, around the op on its innermost tile. */
  #reduce(
    op: Operation,
    linalg: LinalgOp,
    tile: Tile,
    accumulators: readonly Value[],
    loops: readonly number[],
  ): readonly Value[] {
    const [loop, ...rest] = loops;
    if (loop === undefined) return this.#onSlices(op, linalg, tile, accumulators);
    const builder = this.#builder;
    const size = this.#reductionTile(op, loop);
    const extent = tile.sizes[loop]!;
    if (typeof extent === "number" && extent <= size) return this.#reduce(op, linalg, tile, accumulators, rest);
    const [zero, end, step] = [
      materializeIndex(builder, 0),
      materializeIndex(builder, extent),
      materializeIndex(builder, size),
    ];
    return forLoop(builder, zero, end, step, accumulators, (iv, carried) => {
      this.#scopes.push([]);
      const offsets = tile.offsets.with(loop, addIndex(builder, tile.offsets[loop]!, iv));
      const sizes = tile.sizes.with(loop, raggedSize(builder, size, extent, iv));
      const results = this.#reduce(op, linalg, { offsets, sizes }, carried, rest);
      this.#scopes.pop();
      return results;
    });
  }

  /** A copy of the op on the slices of its inputs that the tile needs. */
  #onSlices(op: Operation, linalg: LinalgOp, tile: Tile, inits: readonly Value[]): readonly Value[] {
    const builder = this.#builder;
    const slices = linalg.inputs.map((_, i) => operandSlice(builder, linalg.maps[i]!, tile));
    const inputs = linalg.inputs.map((input, i) => this.#inputTile(input, slices[i]!));
    const mapping = new IRMapping();
    const copy = cloneOp(op, mapping);
    copy.setOperands([...inputs, ...inits]);
    inits.forEach((init, i) => {
      copy.result(i).setType(init.type);
    });
    builder.insert(copy);
    const maps = [...slices.map((s) => s.map), ...linalg.maps.slice(linalg.inputs.length)];
    const changed = maps.some((map, i) => map.key !== linalg.maps[i]!.key);
    const made = changed ? generalizeNamedOp(copy) : copy;
    if (changed) made.setAttribute("indexing_maps", indexingMapsAttr(op.context, maps));
    this.#shiftIndices(made, tile);
    return made.results;
  }

  /** `linalg.index` counts from the start of the tile; adds where the tile starts. */
  #shiftIndices(copy: Operation, tile: Tile): void {
    for (const inner of [...walk(copy)]) {
      const index = IndexOp.match(inner);
      if (index === undefined || tile.offsets[index.dim] === 0) continue;
      this.#builder.at(
        (b) => b.setAfter(inner),
        () => {
          const uses = [...index.result.uses()];
          const rhs = materializeIndex(this.#builder, tile.offsets[index.dim]!);
          const shifted = AddIOp.build(this.#builder, { lhs: index.result, rhs }).result;
          for (const use of uses) use.set(shifted);
        },
      );
    }
  }

  #inputTile(input: Value, slice: OperandSlice): Value {
    if (input.type.kind !== "tensor") return input;
    const producer = input.definingOp;
    if (producer === null || !this.#members.has(producer)) return extractSlice(this.#builder, input, slice);
    return this.#producerTile(producer, input.index, slice);
  }

  /** The tile of a member that yields this slice of its result. */
  #producerTile(
    producer: Operation,
    result: number,
    slice: Pick<OperandSlice, "offsets" | "sizes">,
    destination?: Value,
  ): Value {
    const linalg = described(producer);
    const written = linalg.maps[linalg.inputs.length + result]!.dimPositions;
    if (written === undefined) throw new Error("a fused producer writes through plain dimensions");
    const extents = this.extents(producer);
    const offsets = extents.map((_, loop): MixedIndex =>
      written.includes(loop) ? slice.offsets[written.indexOf(loop)]! : 0,
    );
    const sizes = extents.map((extent, loop) =>
      written.includes(loop) ? slice.sizes[written.indexOf(loop)]! : extent,
    );
    const destinations = linalg.inits.map((_, i) => (i === result ? destination : undefined));
    return this.compute(producer, { offsets, sizes }, destinations)[result]!;
  }

  #initTile(init: Value, map: AffineMap, tile: Tile, destination: Value | undefined): Value {
    const slice = operandSlice(this.#builder, map, tile);
    const producer = init.definingOp;
    if (producer !== null && this.#members.has(producer))
      return this.#producerTile(producer, init.index, slice, destination);
    if (destination !== undefined) return destination;
    if (EmptyOp.match(producer) !== undefined) return localTensor(this.#builder, slice.sizes, init);
    return extractSlice(this.#builder, init, slice);
  }
}

/** The tensor that an op's result `i` starts from, before the group: its init, or that of the fill that makes its init. */
export function destinationOf(op: Operation, i: number, members: ReadonlySet<Operation>): Value {
  let value = described(op).inits[i]!;
  while (value.definingOp !== null && members.has(value.definingOp))
    value = described(value.definingOp).inits[value.index]!;
  return value;
}

/** An scf.for over tensors, built around `body`; gives its results. */
export function forLoop(
  builder: OpBuilder,
  from: Value,
  to: Value,
  step: Value,
  inits: readonly Value[],
  body: (iv: Value, carried: readonly Value[]) => readonly Value[],
): readonly Value[] {
  const region = builder.regionWithBlock([from.type, ...inits.map((init) => init.type)]);
  const loop = ForOp.build(builder, {
    lowerBound: from,
    upperBound: to,
    step,
    initArgs: inits,
    region,
    resultTypes: inits.map((init) => init.type),
  });
  const [iv, ...carried] = region.entry.arguments;
  builder.at(
    (b) => b.setToEnd(region.entry),
    () => {
      YieldOp.build(builder, { results: body(iv!, carried) });
    },
  );
  return loop.op.results;
}

function described(op: Operation): LinalgOp {
  const linalg = linalgOp(op);
  if (linalg === undefined) throw new Error(`'${op.name}' is no structured op`);
  return linalg;
}

const sameTile = (a: Tile, b: Tile): boolean =>
  a.offsets.every((offset, d) => sameIndex(offset, b.offsets[d]!)) &&
  a.sizes.every((size, d) => sameIndex(size, b.sizes[d]!));
