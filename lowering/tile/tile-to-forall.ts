// tile-to-forall: groups of linalg ops become scf.forall loops over program tiles of the machine.
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Block } from "../../ir/core/block.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { isStaticShape } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { walk, walkBlocks } from "../../ir/core/walk.ts";
import { offsetSizeStrideArguments, splitIndices, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { CopyOp, FillOp, isContraction, linalgOp } from "../../dialects/linalg/index.ts";
import { ForallOp, InParallelOp } from "../../dialects/scf/index.ts";
import { EmptyOp, ParallelInsertSliceOp } from "../../dialects/tensor/index.ts";
import { machineOf } from "../machine/module-machine.ts";
import { analyse, formGroups, type FusionGroup, type FusionPolicy } from "./groups.ts";
import { tilingOf, type MachineTiling } from "./policy.ts";
import { extractSlice, isSliceable, operandSlice, type Tile } from "./slices.ts";
import { destinationOf, raggedSize, TileComputation } from "./tile-and-fuse.ts";

export const tileToForall = definePass({
  name: "tile-to-forall",
  summary: "Fuses linalg ops into groups and tiles each to an scf.forall over the machine's program tiles.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    const tiling = tilingOf(found.machine);
    for (const block of [...walkBlocks(module)]) {
      // A body of an op that was tiled meanwhile is gone with it.
      if (block.parentOp !== module && (block.parentOp?.parentBlock ?? null) === null) continue;
      if (block.parentOp !== null && (isInsideForall(block.parentOp) || linalgOp(block.parentOp) !== undefined))
        continue;
      fillForEachUse(block);
      for (const group of formGroups(block, tileable(tiling.program)))
        tileGroup(tiling.copiesOut ? withOwnAccumulators(group) : group, tiling);
    }
    for (const op of walk(module)) {
      const reason = leftOut(op, tiling);
      if (reason !== undefined)
        fail(errorAt(op.location, `'${op.name}' op has no lowering to '${found.machine.name}': ${reason}`));
    }
  },
});

/** Why a contraction is in no kernel; undefined for all else. */
function leftOut(op: Operation, tiling: MachineTiling): string | undefined {
  const linalg = linalgOp(op);
  if (linalg === undefined || !isContraction(linalg) || isInsideForall(op)) return undefined;
  const isStatic = op.operands.every(({ type }) => type.kind !== "tensor" || isStaticShape(type.shape));
  if (!isStatic) return "a contraction of dynamic shape has no tiles";
  return tiling.refuseContraction(linalg) ?? "the tiles of its operands are no slices of them";
}

function isInsideForall(op: Operation): boolean {
  return ForallOp.match(op) !== undefined || op.enclosing((outer) => ForallOp.match(outer) !== undefined) !== undefined;
}

/** The machine's policy on ops of static shape, tiles of which are slices of their operands; the host computes the others. */
function tileable(policy: FusionPolicy): FusionPolicy {
  const isTileable = (op: Operation): boolean => {
    const types = [...op.operands, ...op.results].map((v) => v.type);
    const isStatic = types.every((type) => type.kind !== "tensor" || isStaticShape(type.shape));
    return isStatic && linalgOp(op)!.maps.every(isSliceable);
  };
  return {
    isRoot: (op, linalg) => isTileable(op) && policy.isRoot(op, linalg),
    mayJoin: (producer, group) => isTileable(producer) && policy.mayJoin(producer, group),
  };
}

/** A fill of its own for each op that starts from it, so that it can be computed with each of them. */
function fillForEachUse(block: Block): void {
  for (const op of [...block.ops()]) {
    if (FillOp.match(op) === undefined || op.resultCount === 0) continue;
    for (const use of [...op.result().uses()].slice(1)) {
      const builder = OpBuilder.before(use.owner);
      const type = op.result().type;
      const init =
        EmptyOp.match(op.operand(1).definingOp) === undefined ? op.operand(1) : emptyLike(builder, op.operand(1));
      use.set(FillOp.build(builder, { inputs: [op.operand(0)], outputs: [init], resultTypes: [type] }).op.result());
    }
  }
}

/** A new tensor of a tensor's type, which is static or that of a tensor.empty. */
function emptyLike(builder: OpBuilder, value: Value): Value {
  const dynamicSizes = EmptyOp.match(value.definingOp)?.dynamicSizes ?? [];
  return EmptyOp.build(builder, { dynamicSizes, resultTypes: [value.type] }).result;
}

/**
 * A group whose accumulators are the program's own: what a contraction starts from is copied in, and where the root is a contraction, a
 * copy of it becomes the root, which writes the output.
 */
function withOwnAccumulators(group: FusionGroup): FusionGroup {
  const { root } = group;
  const ops = [...group.ops];
  for (const op of group.ops) {
    const linalg = linalgOp(op);
    const init = linalg?.inits[0];
    if (linalg === undefined || init === undefined || !isContraction(linalg)) continue;
    const isMade = init.definingOp !== null && group.ops.includes(init.definingOp);
    if (isMade || EmptyOp.match(init.definingOp) !== undefined) continue;
    const builder = OpBuilder.before(op);
    const copy = copyOf(builder, init);
    op.setOperand(linalg.inputs.length, copy.result());
    ops.push(copy);
  }
  if (isContraction(linalgOp(root)!)) {
    const uses = [...root.result().uses()];
    const copy = copyOf(new OpBuilder(root.context).setAfter(root), root.result());
    for (const use of uses) use.set(copy.result());
    ops.unshift(copy);
  }
  const larger = analyse(ops);
  if (larger === undefined) throw new Error("a copy shares the loops of what it copies");
  return larger;
}

function copyOf(builder: OpBuilder, value: Value): Operation {
  const outputs = [emptyLike(builder, value)];
  return CopyOp.build(builder, { inputs: [value], outputs, resultTypes: [value.type] }).op;
}

/** Replaces the group by a forall whose body computes one program tile of the root. */
function tileGroup(group: FusionGroup, tiling: MachineTiling): void {
  const { root } = group;
  const linalg = linalgOp(root)!;
  const builder = OpBuilder.before(root);
  const members: ReadonlySet<Operation> = new Set(group.ops);
  const computation = new TileComputation(builder, group, () => 0);
  const extents = computation.extents(root);
  const programTile = tiling.programTile(group);
  const tiled = linalg.iterators.flatMap((kind, loop) => {
    const size = programTile(loop);
    return kind === "parallel" && size > 0 && extents[loop] !== size ? [loop] : [];
  });
  const outputs = linalg.inits.map((_, i) => destinationOf(root, i, members));
  // A group that one program computes whole still is a kernel: a grid of one.
  const upper = tiled.length === 0 ? [1] : tiled.map((loop) => extents[loop]!);
  const steps = tiled.length === 0 ? [1] : tiled.map(programTile);
  const forall = buildForall(builder, upper, steps, outputs);
  const ivs = forall.body.arguments.slice(0, upper.length);
  const shared = forall.body.arguments.slice(upper.length);
  builder.at(
    (b) => b.setBefore(forall.body.lastOp!),
    () => {
      const offsets = extents.map((): MixedIndex => 0);
      const sizes = [...extents];
      tiled.forEach((loop, i) => {
        offsets[loop] = ivs[i]!;
        sizes[loop] = raggedSize(builder, programTile(loop), extents[loop]!, ivs[i]!);
      });
      const tile: Tile = { offsets, sizes };
      const slices = shared.map((_, i) => operandSlice(builder, linalg.maps[linalg.inputs.length + i]!, tile));
      const destinations = shared.map((argument, i) => extractSlice(builder, argument, slices[i]!));
      const results = computation.compute(root, tile, destinations);
      builder.setToEnd(forall.parallel);
      results.forEach((source, i) => {
        ParallelInsertSliceOp.build(builder, { source, dest: shared[i]!, ...offsetSizeStrideArguments(slices[i]!) });
      });
    },
  );
  root.replaceAllUsesWith(forall.op.results);
  eraseDead(group.ops);
}

function eraseDead(ops: readonly Operation[]): void {
  for (let erased = true; erased;) {
    erased = false;
    for (const op of ops) {
      if (op.parentBlock === null || op.hasResultUses) continue;
      op.erase();
      erased = true;
    }
  }
}

function buildForall(
  builder: OpBuilder,
  upper: readonly MixedIndex[],
  steps: readonly number[],
  outputs: readonly Value[],
) {
  const region = builder.regionWithBlock();
  const body = region.entry;
  const types = outputs.map((output) => output.type);
  const index = builder.context.uniqueType("index", "", { kind: "index" });
  for (const _ of upper) body.addArgument(index);
  for (const type of types) body.addArgument(type);
  const bounds = splitIndices(upper);
  const view = ForallOp.build(builder, {
    staticLowerBound: upper.map(() => 0),
    dynamicLowerBound: [],
    staticUpperBound: bounds.statics,
    dynamicUpperBound: bounds.dynamics,
    staticStep: steps,
    dynamicStep: [],
    outputs,
    region,
    resultTypes: types,
  });
  const inner = builder.regionWithBlock();
  builder.at(
    (b) => b.setToEnd(body),
    () => InParallelOp.build(builder, { region: inner }),
  );
  return { op: view.op, body, parallel: inner.entry };
}
