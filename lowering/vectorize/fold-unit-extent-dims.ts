// linalg-fold-unit-extent-dims: loops of extent 1 leave linalg ops inside scf.forall, through rank-reducing slices.
//
// Two loops stay in any case, so that a matrix product stays one and what is computed of its result has the same rank: the last two of what
// is written; of a reduction, the last of what is written and the last that is reduced.
import { substituteExpr, affineConstant, affineDim, type AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { Region } from "../../ir/core/block.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed, walk } from "../../ir/core/walk.ts";
import { offsetSizeStrideArguments, staticIndex, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { arithConstant } from "../../dialects/arith/index.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import { depthLoop, GenericOp, isContraction, linalgOp, type LinalgOp } from "../../dialects/linalg/index.ts";
import { ForOp } from "../../dialects/scf/index.ts";
import { ExtractSliceOp, InsertSliceOp } from "../../dialects/tensor/index.ts";
import { extentIndex } from "../tile/slices.ts";

export const linalgFoldUnitExtentDims = definePass({
  name: "linalg-fold-unit-extent-dims",
  className: "LinalgFoldUnitExtentDimsPass",
  summary: "Drops loops of extent 1 from the linalg ops inside each scf.forall.",
  run: (root) => {
    for (const forall of opsNamed(root, "scf.forall")) {
      for (const op of [...walk(forall)]) {
        const linalg = linalgOp(op);
        if (linalg !== undefined && op.resultCount > 0) foldUnitLoops(op, linalg);
      }
    }
  },
});

/** Whether every operand that a loop alone indexes has extent 1 there. */
function isUnit({ inputs, inits, maps }: LinalgOp, loop: number): boolean {
  return [...inputs, ...inits].some((operand, i) => {
    const type = operand.type;
    return (
      type.kind === "tensor" &&
      maps[i]!.results.some((e, d) => e.kind === "dim" && e.position === loop && type.shape[d] === 1)
    );
  });
}

const reduces = (linalg: LinalgOp): boolean =>
  linalg.iterators.some((kind) => kind !== "parallel") && !isContraction(linalg);

/** Whether a value is only what reductions start from, in loops or not. */
function startsReduction(value: Value): boolean {
  return [...value.uses()].every(({ owner, index }) => {
    const loop = ForOp.match(owner);
    if (loop !== undefined) return index >= 3 && startsReduction(loop.region.entry.arguments[index - 2]!);
    const linalg = linalgOp(owner);
    return linalg !== undefined && reduces(linalg) && index >= linalg.inputs.length;
  });
}

function foldUnitLoops(op: Operation, linalg: LinalgOp): void {
  const { inputs, inits, maps, iterators, body } = linalg;
  const written = maps[inputs.length]!.dimPositions ?? [];
  const kept = new Set(written.slice(reduces(linalg) || startsReduction(op.result()) ? -1 : -2));
  const lastReduction =
    (isContraction(linalg) ? depthLoop(linalg) : undefined) ?? iterators.findLastIndex((kind) => kind !== "parallel");
  if (lastReduction >= 0) kept.add(lastReduction);
  const dropped = iterators.flatMap((_, loop) => (!kept.has(loop) && isUnit(linalg, loop) ? [loop] : []));
  // An operand dimension that is a constant (a loop that tiling made 1) goes as well.
  const constantDims = inputs.some(
    (input, i) => input.type.kind === "tensor" && maps[i]!.results.some((e) => e.kind === "constant"),
  );
  if (dropped.length === 0 && !constantDims) return;

  const builder = OpBuilder.before(op);
  const remaining = iterators.flatMap((_, loop) => (dropped.includes(loop) ? [] : [loop]));
  const replacement = iterators.map((_, loop): AffineExpr =>
    dropped.includes(loop) ? affineConstant(0) : affineDim(remaining.indexOf(loop)),
  );
  const reduced = [...inputs, ...inits].map((operand, i) => {
    const exprs = maps[i]!.results.map((e) => substituteExpr(e, replacement, []));
    const keep = exprs.flatMap((e, d) => (e.kind === "constant" ? [] : [d]));
    return {
      value: reduceRank(builder, operand, keep),
      map: new AffineMap(
        remaining.length,
        0,
        keep.map((d) => exprs[d]!),
      ),
      keep,
    };
  });
  const region = new Region(op.context);
  const mapping = new IRMapping();
  const block = region.addBlock(body.arguments.map((argument) => argument.type));
  body.arguments.forEach((argument, i) => mapping.map(argument, block.arguments[i]!));
  builder.at(
    (b) => b.setToEnd(block),
    () => {
      for (const inner of body.ops()) {
        const dim = inner.name === "linalg.index" ? inner.attribute("dim") : undefined;
        if (dim?.kind !== "integer") builder.insert(cloneOp(inner, mapping));
        else if (dropped.includes(Number(dim.value)))
          mapping.map(inner.result(), arithConstant(builder, indexAttr(op.context, 0)));
        else builder.insert(cloneOp(inner, mapping)).setAttribute("dim", dimAttribute(dim.value, remaining, op));
      }
    },
  );
  const outs = reduced.slice(inputs.length);
  const generic = GenericOp.build(builder, {
    inputs: reduced.slice(0, inputs.length).map((r) => r.value),
    outputs: outs.map((r) => r.value),
    indexingMaps: reduced.map((r) => r.map),
    iteratorTypes: remaining.map((loop) => iterators[loop]!),
    region,
    resultTypes: outs.map((r) => r.value.type),
  });
  const results = generic.op.results.map((result, i) =>
    outs[i]!.value === inits[i] ? result : restoreRank(builder, result, inits[i]!),
  );
  op.replaceAllUsesWith(results);
  op.erase();
}

function dimAttribute(loop: bigint, remaining: readonly number[], op: Operation) {
  const property = op.context.opDefinition("linalg.index").properties[0]!;
  return property.encode(remaining.indexOf(Number(loop)), op.context);
}

function sizesOf(builder: OpBuilder, value: Value): MixedIndex[] {
  const type = value.type;
  if (type.kind !== "tensor") throw new Error("slices are of tensors");
  return type.shape.map((_, d) => extentIndex(builder, value, d));
}

/** The operand without the dimensions that are not kept, each of which has extent 1 (or is read at 0). */
function reduceRank(builder: OpBuilder, value: Value, keep: readonly number[]): Value {
  const type = value.type;
  if (type.kind !== "tensor" || keep.length === type.shape.length) return value;
  const all = sizesOf(builder, value);
  const sizes = all.map((size, d) => (keep.includes(d) ? size : 1));
  const result = tensorType(
    keep.map((d) => staticIndex(all[d]!)),
    type.element,
  );
  return ExtractSliceOp.build(builder, {
    source: value,
    ...offsetSizeStrideArguments({ offsets: sizes.map(() => 0), sizes, strides: sizes.map(() => 1) }),
    resultTypes: [result],
  }).result;
}

function restoreRank(builder: OpBuilder, source: Value, dest: Value): Value {
  const sizes = sizesOf(builder, dest);
  return InsertSliceOp.build(builder, {
    source,
    dest,
    ...offsetSizeStrideArguments({ offsets: sizes.map(() => 0), sizes, strides: sizes.map(() => 1) }),
  }).result;
}
