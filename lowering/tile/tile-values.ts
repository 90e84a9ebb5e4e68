// tile-values: inside every program, linalg ops become loops (scf.for) over the machine's value tiles.
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { offsetSizeStrideArguments, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { linalgOp, type LinalgOp } from "../../dialects/linalg/index.ts";
import { InsertSliceOp } from "../../dialects/tensor/index.ts";
import { upperBound } from "../analysis/bounds.ts";
import { machineOf } from "../machine/module-machine.ts";
import { loopBounds } from "../vectorize/vectorize-op.ts";
import { formGroups, type FusionGroup, type FusionPolicy } from "./groups.ts";
import { addIndex, materializeIndex } from "./index-arithmetic.ts";
import { tilingOf, type MachineTiling } from "./policy.ts";
import { extractSlice, isSliceable, operandSlice, type Tile } from "./slices.ts";
import { destinationOf, forLoop, raggedSize, TileComputation } from "./tile-and-fuse.ts";

export const tileValues = definePass({
  name: "tile-values",
  summary: "Tiles the linalg ops inside each scf.forall by scf.for to the machine's value tiles.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    const tiling = tilingOf(found.machine);
    for (const forall of opsNamed(module, "scf.forall")) {
      for (const group of formGroups(forall.region().entry, bounded(tiling.value))) tileGroup(group, tiling);
    }
  },
});

/** The machine's policy on ops whose tiles are slices of static bounds; others in a program are refused when they are vectorised. */
function bounded(policy: FusionPolicy): FusionPolicy {
  const hasTiles = (linalg: LinalgOp): boolean => loopBounds(linalg) !== undefined && linalg.maps.every(isSliceable);
  return {
    isRoot: (op, linalg) => hasTiles(linalg) && policy.isRoot(op, linalg),
    mayJoin: (producer, group) => hasTiles(linalgOp(producer)!) && policy.mayJoin(producer, group),
  };
}

function tileGroup(group: FusionGroup, tiling: MachineTiling): void {
  const { root } = group;
  const linalg = linalgOp(root)!;
  const builder = OpBuilder.before(root);
  const members: ReadonlySet<Operation> = new Set(group.ops);
  const valueTile = tiling.valueTile(group);
  const computation = new TileComputation(builder, group, valueTile);
  const extents = computation.extents(root);
  const loops = linalg.iterators.flatMap((kind, loop) => {
    const size = valueTile(root, loop);
    return kind === "parallel" && size > 0 && (upperBound(extents[loop]!) ?? Infinity) > size ? [loop] : [];
  });
  const outputs = linalg.inits.map((_, i) => destinationOf(root, i, members));
  const whole: Tile = { offsets: extents.map(() => 0), sizes: extents };
  const nest: Nest = { builder, computation, root, linalg, size: (loop) => valueTile(root, loop) };
  const results = loopNest(nest, loops, whole, outputs);
  root.replaceAllUsesWith(results);
  for (let erased = true; erased;) {
    erased = false;
    for (const op of group.ops) {
      if (op.parentBlock === null || op.hasResultUses) continue;
      op.erase();
      erased = true;
    }
  }
}

interface Nest {
  readonly builder: OpBuilder;
  readonly computation: TileComputation;
  readonly root: Operation;
  readonly linalg: LinalgOp;
  readonly size: (loop: number) => number;
}

/** Loops over the parallel loops, carrying the outputs; the innermost body writes its tile back. */
function loopNest(nest: Nest, loops: readonly number[], tile: Tile, outputs: readonly Value[]): readonly Value[] {
  const { builder, computation, root, linalg } = nest;
  const [loop, ...rest] = loops;
  if (loop === undefined) {
    const slices = outputs.map((_, i) => operandSlice(builder, linalg.maps[linalg.inputs.length + i]!, tile));
    const destinations = outputs.map((output, i) => extractSlice(builder, output, slices[i]!));
    const results = computation.compute(root, tile, destinations);
    return results.map((source, i) => {
      if (destinations[i] === outputs[i]) return source;
      return InsertSliceOp.build(builder, { source, dest: outputs[i]!, ...offsetSizeStrideArguments(slices[i]!) })
        .result;
    });
  }
  const extent: MixedIndex = tile.sizes[loop]!;
  const size = nest.size(loop);
  const [zero, end, step] = [
    materializeIndex(builder, 0),
    materializeIndex(builder, extent),
    materializeIndex(builder, size),
  ];
  return forLoop(builder, zero, end, step, outputs, (iv, carried) => {
    const offsets = tile.offsets.with(loop, addIndex(builder, tile.offsets[loop]!, iv));
    const sizes = tile.sizes.with(loop, raggedSize(builder, size, extent, iv));
    return loopNest(nest, rest, { offsets, sizes }, carried);
  });
}
