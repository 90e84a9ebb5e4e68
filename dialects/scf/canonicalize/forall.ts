// Canonicalisation of scf.forall: constant bounds become part of the op; dimensions of one iteration and outputs that nothing fills go.
import { denseArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  offsetSizeStride, offsetSizeStrideArguments, withConstants, type MixedIndex,
} from "../../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { constantIndexOp } from "../../arith/index.ts";
import { InsertSliceOp, ParallelInsertSliceOp } from "../../tensor/index.ts";
import { forallBounds, ForallOp, ParallelInsert, setForallBounds } from "../ops/forall.ts";

const dynamicCount = (...lists: readonly (readonly MixedIndex[])[]): number =>
  lists.flat().filter((index) => typeof index !== "number").length;

const constantBounds = pattern("scf.forall with constant bounds => static ones", ForallOp, ({ op }, rewriter) => {
  const { lower, upper, step } = forallBounds(op);
  const bounds = { lower: withConstants(lower), upper: withConstants(upper), step: withConstants(step) };
  if (dynamicCount(lower, upper, step) === dynamicCount(bounds.lower, bounds.upper, bounds.step))
    return refuse("no bound is a constant");
  rewriter.modifyInPlace(op, () => setForallBounds(op, bounds));
  return true;
});

const noIterations = pattern(
  "scf.forall that never runs => its outputs",
  ForallOp,
  ({ op, outputs, mapping }, rewriter) => {
    if (mapping !== undefined) return refuse("it is mapped to a device");
    const { lower, upper } = forallBounds(op);
    const isEmpty = upper.some((to, d) => {
      const from = lower[d];
      return from === to || (typeof from === "number" && typeof to === "number" && to <= from);
    });
    if (!isEmpty) return refuse("no dimension is known to be empty");
    rewriter.replaceOp(op, outputs);
    return true;
  },
);

/** Whether a dimension runs exactly once, for all that the constants say. */
function runsOnce(lower: MixedIndex | undefined, upper: MixedIndex | undefined, step: MixedIndex | undefined): boolean {
  if (typeof lower !== "number" || typeof upper !== "number" || typeof step !== "number") return false;
  return lower < upper && step > 0 && upper - lower <= step;
}

const asValue = (rewriter: Rewriter, index: MixedIndex): Value =>
  typeof index === "number" ? constantIndexOp(rewriter, index) : index;

const singleIterations = pattern(
  "scf.forall with dimensions of one iteration => without them",
  ForallOp,
  ({ op, mapping, region }, rewriter) => {
    if (mapping !== undefined) return refuse("it is mapped to a device");
    const { lower, upper, step } = forallBounds(op);
    const kept = upper.flatMap((to, d) => (runsOnce(lower[d], to, step[d]) ? [] : [d]));
    if (kept.length === upper.length) return refuse("no dimension is known to run once");
    if (kept.length === 0) return refuse("the whole loop runs once");
    for (const [d, at] of lower.entries()) {
      const variable = region.entry.arguments[d];
      if (!kept.includes(d) && variable?.hasUses === true) rewriter.replaceAllUsesWith(variable, asValue(rewriter, at));
    }
    const pick = (list: readonly MixedIndex[]): MixedIndex[] => kept.flatMap((d) => list[d] ?? []);
    rewriter.modifyInPlace(op, () => {
      for (let d = upper.length - 1; d >= 0; d--) if (!kept.includes(d)) region.entry.eraseArgument(d);
      setForallBounds(op, { lower: pick(lower), upper: pick(upper), step: pick(step) });
    });
    return true;
  },
);

const oneIteration = pattern(
  "scf.forall of one iteration => its body, with insertions one after the other",
  ForallOp,
  ({ op, mapping, outputs, region }, rewriter) => {
    if (mapping !== undefined) return refuse("it is mapped to a device");
    const { lower, upper, step } = forallBounds(op);
    if (!upper.every((to, d) => runsOnce(lower[d], to, step[d]))) return refuse("it is not known to run once");
    const end = region.entry.terminator;
    const inserts = [...end.region().entry.ops()].flatMap((insert) => ParallelInsertSliceOp.match(insert) ?? []);
    if (inserts.length !== [...end.region().entry.ops()].length) return refuse("it is filled by other ops than slices");
    const filled = [...outputs];
    const shared = region.entry.arguments.slice(upper.length);
    const values = [...lower.map((at) => asValue(rewriter, at)), ...outputs];
    const inside = (value: Value): Value =>
      (value.ownerBlock === region.entry ? values[value.index] : undefined) ?? value;
    const parts = inserts.map((view) => {
      const lists = offsetSizeStrideArguments(offsetSizeStride(view));
      const [offsets, sizes, strides] = [lists.offsets, lists.sizes, lists.strides].map((list) => list.map(inside));
      return { ...lists, offsets, sizes, strides, source: inside(view.source), position: shared.indexOf(view.dest) };
    });
    rewriter.eraseOp(end);
    rewriter.inlineBlockBefore(region.entry, op, values);
    for (const { position, ...slice } of parts) {
      const dest = filled[position];
      if (dest === undefined) throw new Error("an insertion fills an output");
      filled[position] = InsertSliceOp.build(rewriter, { ...slice, dest }).result;
    }
    rewriter.replaceOp(op, filled);
    return true;
  },
);

/** The ops that fill the output which the body knows as `argument`. */
const insertsInto = (op: Operation, argument: Value): Operation[] =>
  [...op.region().entry.terminator.region().entry.ops()].filter(
    (insert) => (ParallelInsert.of(insert)?.(insert) ?? insert.operand(1)) === argument,
  );

const fewerOutputs = pattern(
  "scf.forall with outputs that nothing fills, or nobody uses => without them",
  ForallOp,
  ({ op, outputs, results, region }, rewriter) => {
    const rank = forallBounds(op).upper.length;
    const shared = region.entry.arguments.slice(rank);
    const inserts = shared.map((argument) => insertsInto(op, argument));
    const kept = results.flatMap((result, i) => (result.hasUses && inserts[i]?.length !== 0 ? [i] : []));
    const sizes = op.attribute("operandSegmentSizes");
    if (kept.length === results.length) return refuse("every output is filled and used");
    if (sizes?.kind !== "dense_array") throw new Error("an scf.forall has segment sizes");
    for (const [i, argument] of [...shared.entries()].reverse()) {
      if (kept.includes(i)) continue;
      for (const insert of inserts[i] ?? []) rewriter.eraseOp(insert);
      rewriter.replaceAllUsesWith(argument, outputs[i] ?? argument);
    }
    const drop = shared.flatMap((argument, i) => (kept.includes(i) ? [] : [argument.index]));
    rewriter.modifyInPlace(op, () => {
      for (const index of drop.reverse()) region.entry.eraseArgument(index);
    });
    const pick = (list: readonly Value[]): Value[] => kept.flatMap((i) => list[i] ?? []);
    const moved = rewriter.regionWithBlock(region.entry.arguments.map(({ type }) => type));
    rewriter.mergeBlocks(region.entry, moved.entry, moved.entry.arguments);
    const bounds = op.operandCount - outputs.length;
    const made = rewriter.create(
      op.name,
      {
        operands: [...op.operands.slice(0, bounds), ...pick(outputs)],
        resultTypes: pick(results).map(({ type }) => type),
        regions: [moved],
        propertySlots: [...op.properties],
        attributes: op.discardable,
      },
      op.location,
    );
    made.setAttribute(
      "operandSegmentSizes",
      denseArrayAttr(sizes.element, [...sizes.values.slice(0, -1), kept.length]),
    );
    let next = 0;
    rewriter.replaceOp(
      op,
      outputs.map((output, i) => (kept.includes(i) ? made.result(next++) : output)),
    );
    return true;
  },
);

export const forallPatterns = [constantBounds, noIterations, singleIterations, oneIteration, fewerOutputs];
