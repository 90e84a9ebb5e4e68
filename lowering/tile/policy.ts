// What a machine's kernels hold: which ops form programs, and the sizes of program tiles and of value tiles.
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, elementTypeOf } from "../../ir/core/types.ts";
import { depthLoop, isContraction, linalgOp, matrixLoops, type LinalgOp } from "../../dialects/linalg/index.ts";
import { extentBound } from "../analysis/bounds.ts";
import type { CpuMachine, GpuMachine, Machine, SystolicMachine } from "../machine/schema.ts";
import { refuseBody } from "../vectorize/vectorizable.ts";
import type { FusionGroup, FusionPolicy } from "./groups.ts";
import { refuseContraction, systolicProgram } from "./systolic-epilogue.ts";
import type { TileSize } from "./tile-and-fuse.ts";

export interface MachineTiling {
  readonly program: FusionPolicy;
  readonly value: FusionPolicy;
  /** Why the machine's kernels cannot hold a contraction; undefined where they can. */
  refuseContraction(linalg: LinalgOp): string | undefined;
  /** Whether results leave an accumulator of the program's own: an output is never accumulated in place. */
  readonly copiesOut: boolean;
  /** Program tile sizes of the root's loops; 0 leaves a loop whole. */
  programTile(group: FusionGroup): (loop: number) => number;
  /** Value tile sizes of every member's loops; 0 leaves a loop whole. */
  valueTile(group: FusionGroup): TileSize;
}

/** The numbers that tell one vector machine's tiling from another's. Extents count elements. */
interface VectorTiling {
  /** Rows and columns of a contraction's program tile. */
  readonly program: readonly [rows: number, columns: number];
  /** Elements of a program tile without contraction, and of the rows of one with reductions. */
  readonly programElements: number;
  /** Rows, columns and depth of a contraction's value tile. */
  readonly value: readonly [rows: number, columns: number, depth: number];
  /** Rows and lanes of any other value tile. */
  readonly elementwise: readonly [rows: number, lanes: number];
  /** Bytes that the intermediates of one program may take. */
  readonly localBytes: number;
}

export function tilingOf(machine: Machine): MachineTiling {
  switch (machine.schema) {
    case "cpu-hw/1":
      return vectorTiling(cpuTiling(machine));
    case "gpu-hw/1":
      return vectorTiling(gpuTiling(machine));
    case "npu-hw/1":
      return systolicTiling(machine);
  }
}

/** Register blocks of 4 x 8 floats: 8 accumulators, 2 columns and 1 splat are 11 of the 14 values that stay in registers. */
function cpuTiling(machine: CpuMachine): VectorTiling {
  const lanes = machine.vector_bits / 32;
  const rows = Math.max(1, Math.min(4, Math.floor((machine.live_vector_limit - 2) / 3)));
  const cache = machine.caches.find(({ level }) => level === 2) ?? machine.caches[0];
  return {
    program: [8 * rows, 16 * lanes],
    programElements: 4096,
    value: [rows, 2 * lanes, 1],
    elementwise: [1, 4 * lanes],
    localBytes: ((cache?.kb ?? 32) * 1024) / 2,
  };
}

/** One value tile is a program tile; operands of a step are in shared memory together with the intermediates. */
function gpuTiling(machine: GpuMachine): VectorTiling {
  const shared = machine.sm.smem_max_block_kb * 1024 - machine.sm.smem_reserved_per_block;
  const side = shared >= 24 * 1024 ? 32 : shared >= 6 * 1024 ? 16 : 8;
  const depth = Math.min(16, side);
  return {
    program: [side, side],
    programElements: side * side,
    value: [side, side, depth],
    elementwise: [side, side],
    // Half of shared memory for intermediates that outlive a step; the rest for staged operands and exchanges.
    localBytes: Math.floor(shared / 2),
  };
}

const rootExtents = (op: Operation, linalg: LinalgOp): (number | undefined)[] =>
  linalg.iterators.map((_, loop) => {
    for (const [number, operand] of [...linalg.inputs, ...linalg.inits].entries()) {
      const dimension = linalg.maps[number]!.results.findIndex((e) => e.kind === "dim" && e.position === loop);
      if (dimension >= 0) return extentBound(operand, dimension);
    }
    return undefined;
  });

/** Bytes of the intermediate results of one program: everything but the root's, with blocked loops whole and the others at 1. */
function intermediateBytes(group: FusionGroup): number {
  let bytes = 0;
  for (const op of group.ops) {
    if (op === group.root) continue;
    const linalg = linalgOp(op)!;
    const extents = rootExtents(op, linalg);
    for (const [i, init] of linalg.inits.entries()) {
      const loops = linalg.maps[linalg.inputs.length + i]!.dimPositions ?? [];
      const elements = loops.reduce(
        (n, loop) => n * (group.loops.blocked.has(group.loops.classOf(op, loop)) ? (extents[loop] ?? Infinity) : 1),
        1,
      );
      bytes += elements * (byteWidth(elementTypeOf(init.type)) ?? 8);
    }
  }
  return bytes;
}

const hasReduction = (linalg: LinalgOp): boolean => linalg.iterators.some((kind) => kind !== "parallel");

/** Whether `producer` feeds the inputs (not the accumulator) of a contraction in the group. */
function feedsContraction(producer: Operation, group: FusionGroup): boolean {
  return group.ops.some((op) => {
    const linalg = linalgOp(op)!;
    return isContraction(linalg) && linalg.inputs.some((input) => input.definingOp === producer);
  });
}

const isFill = (op: Operation): boolean => op.name === "linalg.fill";
const elementsOf = (op: Operation): number => {
  const type = op.result().type;
  return type.kind === "tensor" ? type.shape.reduce((n, extent) => n * extent, 1) : 0;
};

function vectorTiling(tiling: VectorTiling): MachineTiling {
  const contractions = (group: FusionGroup): Operation[] => group.ops.filter((op) => isContraction(linalgOp(op)!));
  return {
    program: {
      // A contraction always is a kernel; anything else is one when there is enough of it, and rank to tile.
      isRoot: (op, linalg) =>
        isContraction(linalg) ||
        (!isFill(op) &&
          linalg.iterators.includes("parallel") &&
          (elementsOf(op) >= 32 || hasReduction(linalg)) &&
          refuseBody(linalg) === undefined),
      mayJoin: (producer, group) => {
        if (isFill(producer)) return true;
        if (refuseBody(linalgOp(producer)!) !== undefined) return false;
        if (feedsContraction(producer, group) || contractions(group).length > 1) return false;
        return intermediateBytes(group) <= tiling.localBytes;
      },
    },
    value: {
      isRoot: () => true,
      mayJoin: (producer, group) => {
        if (isFill(producer)) return group.ops.length > 1;
        if (group.loops.blocked.size > 0 || producer.results.some((r) => !r.hasOneUse)) return false;
        return (
          !feedsContraction(producer, group) && contractions(group).length <= 1 && !feedsReduction(producer, group)
        );
      },
    },
    refuseContraction: () => undefined,
    copiesOut: false,
    programTile: (group) => programTile(group, tiling),
    valueTile: (group) => {
      const contraction = contractions(group).length > 0;
      return (op, loop) => valueTile(op, loop, tiling, contraction);
    },
  };
}

function feedsReduction(producer: Operation, group: FusionGroup): boolean {
  return group.ops.some((op) => {
    const linalg = linalgOp(op)!;
    return hasReduction(linalg) && linalg.inputs.some((input) => input.definingOp === producer);
  });
}

/** Program tiles: a contraction's rows and columns, or as many elements as a program takes, from the innermost loop outwards. */
function programTile(group: FusionGroup, tiling: VectorTiling): (loop: number) => number {
  const { root, loops } = group;
  const linalg = linalgOp(root)!;
  const extents = rootExtents(root, linalg);
  const sizes = linalg.iterators.map(() => 0);
  const order = (linalg.maps[linalg.inputs.length]!.dimPositions ?? []).toReversed();
  const contraction = group.ops.some((op) => isContraction(linalgOp(op)!));
  const isBlocked = (loop: number): boolean => loops.blocked.has(loops.classOf(root, loop));
  let budget = tiling.programElements;
  for (const loop of order) if (isBlocked(loop)) budget = Math.floor(budget / (extents[loop] ?? 1));
  // Intermediates of one row of tiles times the rows must fit, too.
  const perRow = intermediateBytes(group);
  if (perRow > 0) budget = Math.min(budget, Math.floor(tiling.localBytes / perRow));
  const [rows, columns] = tiling.program;
  let position = 0;
  for (const loop of order) {
    if (isBlocked(loop)) {
      position++;
      continue;
    }
    const wanted = contraction ? (position === 0 ? columns : position === 1 ? rows : 1) : budget;
    const limited = perRow > 0 ? Math.min(wanted, budget) : wanted;
    sizes[loop] = Math.max(1, Math.min(limited, extents[loop] ?? limited));
    budget = Math.floor(budget / sizes[loop]);
    position++;
  }
  return (loop) => sizes[loop]!;
}

/** Value tiles: lanes are the innermost dimension of what is written, or of what is read where that is reduced. */
function valueTile(op: Operation, loop: number, tiling: VectorTiling, contraction: boolean): number {
  const linalg = linalgOp(op)!;
  const written = linalg.maps[linalg.inputs.length]!.dimPositions ?? [];
  const place = written.length - 1 - written.indexOf(loop);
  const parallel = linalg.iterators[loop] === "parallel";
  const [rows, columns, depth] = tiling.value;
  if (isContraction(linalg) || (contraction && !hasReduction(linalg))) {
    if (parallel) return place === 0 ? columns : place === 1 ? rows : 1;
    return loop === depthLoop(linalg) ? depth : 1;
  }
  const [height, lanes] = tiling.elementwise;
  const read = linalg.maps[0]?.dimPositions ?? [];
  const innermost = hasReduction(linalg) && read.length > 0 ? read[read.length - 1] : written[written.length - 1];
  if (loop === innermost) return lanes;
  const next = hasReduction(linalg) && read.length > 1 ? read[read.length - 2] : written[written.length - 2];
  return loop === next ? height : 1;
}

/** One program holds the whole group; value tiles are at most the array. */
function systolicTiling(machine: SystolicMachine): MachineTiling {
  const rows = machine.array.mesh_rows * machine.array.tile_rows;
  const columns = machine.array.mesh_cols * machine.array.tile_cols;
  return {
    program: systolicProgram(machine),
    value: { isRoot: (op, linalg) => isContraction(linalg) || !isFill(op), mayJoin: () => true },
    refuseContraction: (linalg) => refuseContraction(linalg, machine),
    copiesOut: true,
    programTile: (group) => {
      // Batch loops become the grid; the last two stay whole.
      const linalg = linalgOp(group.root)!;
      const written = linalg.maps[linalg.inputs.length]!.dimPositions ?? [];
      return (loop) => (written.indexOf(loop) >= 0 && written.indexOf(loop) < written.length - 2 ? 1 : 0);
    },
    valueTile: () => (op, loop) => {
      const linalg = linalgOp(op)!;
      const written = linalg.maps[linalg.inputs.length]!.dimPositions ?? [];
      if (linalg.iterators[loop] !== "parallel") return loop === matrixLoops(linalg)?.depth ? rows : 1;
      const place = written.length - 1 - written.indexOf(loop);
      // One instruction names at most max(rows, columns) rows of A.
      return place === 0 ? columns : place === 1 ? Math.max(rows, columns) : 1;
    },
  };
}
