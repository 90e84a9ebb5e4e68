// Canonicalisation of scf.forall: constant bounds become part of the op; outputs that nothing fills go.
import { denseArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { withConstants, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
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

// A loop of one iteration stays a loop, other than in MLIR: it is what becomes a kernel.
export const forallPatterns = [constantBounds, noIterations, fewerOutputs];
