// Canonicalisation of scf.for: loops of no or one iteration, and carried values that do not change.
import { effectsOf } from "../../../ir/analysis/effects.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { bitWidth } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { ForOp } from "../ops/for.ts";

/** How often a loop runs, where its bounds are constants or equal. */
export function constantTripCount(op: Operation): bigint | undefined {
  const view = ForOp.match(op);
  if (view === undefined) return undefined;
  if (view.lowerBound === view.upperBound) return 0n;
  const step = integerConstant(view.step);
  const [lower, upper] = [integerConstant(view.lowerBound), integerConstant(view.upperBound)];
  if (lower === undefined || upper === undefined) return undefined;
  const width = bitWidth(view.lowerBound.type) ?? 64;
  const read = (value: bigint): bigint => (view.unsignedCmp ? BigInt.asUintN(width, value) : value);
  const distance = read(upper) - read(lower);
  if (distance <= 0n) return 0n;
  if (step === undefined || read(step) <= 0n) return undefined;
  return (distance + read(step) - 1n) / read(step);
}

/** Moves the body of a region in front of `op` and replaces `op` by what it yields. */
export function replaceByBody(op: Operation, regionNumber: number, values: readonly Value[], rewriter: Rewriter): void {
  const { entry } = op.region(regionNumber);
  const end = entry.terminator;
  const results = end.operands;
  const mapped = results.map((value) => {
    const argument = value.ownerBlock === entry ? values[value.index] : undefined;
    return argument ?? value;
  });
  rewriter.eraseOp(end);
  rewriter.inlineBlockBefore(entry, op, values);
  rewriter.replaceOp(op, mapped);
}

/** `for i = l to l => inits`, and the body itself for one iteration. */
const trivialLoop = pattern(
  "scf.for of no or one iteration => its body",
  ForOp,
  ({ op, lowerBound, initArgs }, rewriter) => {
    const count = constantTripCount(op);
    if (count === undefined || count > 1n) return refuse("the trip count is not known to be 0 or 1");
    if (count === 0n) rewriter.replaceOp(op, initArgs);
    else replaceByBody(op, 0, [lowerBound, ...initArgs], rewriter);
    return true;
  },
);

/** A loop that would run with a step that is no progress is undefined behaviour. */
const withoutProgress = pattern(
  "scf.for with a step that is not positive => its inits",
  ForOp,
  ({ op, step, initArgs, unsignedCmp }, rewriter) => {
    const by = integerConstant(step);
    if (by === undefined || by > 0n || (unsignedCmp && by !== 0n))
      return refuse("the step is not known to be no progress");
    rewriter.replaceOp(op, initArgs);
    return true;
  },
);

/** Whatever a body without effects yields from outside is the result, however often it runs. */
const yieldsFromOutside = pattern(
  "scf.for that runs, without effects, and yields values from outside => these values",
  ForOp,
  ({ op, region }, rewriter) => {
    const count = constantTripCount(op);
    if (count === undefined || count === 0n) return refuse("it may run no iteration");
    const yielded = region.entry.terminator.operands;
    if (yielded.length === 0) return refuse("there are no results");
    if (yielded.some((value) => value.parentBlock?.parentRegion?.isWithin(region) === true))
      return refuse("it yields a value from inside");
    if (effectsOf(op)?.length !== 0) return refuse("its body has effects");
    rewriter.replaceOp(op, yielded);
    return true;
  },
);

/** Makes the loop again without the carried values that have a replacement. */
function withoutCarried(op: Operation, replacements: readonly (Value | undefined)[], rewriter: Rewriter): void {
  const body = op.region().entry;
  const kept = replacements.flatMap((value, i) => (value === undefined ? [i] : []));
  const pick = <T>(list: readonly T[]): T[] => kept.flatMap((i) => list[i] ?? []);
  const inits = pick(op.operands.slice(3));
  const types = inits.map((value) => value.type);
  const region = rewriter.regionWithBlock([op.operand(0).type, ...types]);
  const made = rewriter.create(
    op.name,
    {
      operands: [...op.operands.slice(0, 3), ...inits],
      resultTypes: types,
      regions: [region],
      properties: { unsignedCmp: op.attribute("unsignedCmp") },
      attributes: op.discardable,
    },
    op.location,
  );
  const end = body.terminator;
  rewriter.modifyInPlace(end, () => end.setOperands(pick(end.operands)));
  const [iv, ...carried] = region.entry.arguments;
  if (iv === undefined) throw new Error("a loop has an induction variable");
  let nextArgument = 0;
  const all = replacements.map((value) => value ?? carried[nextArgument++] ?? iv);
  rewriter.mergeBlocks(body, region.entry, [iv, ...all]);
  let nextResult = 0;
  rewriter.replaceOp(
    op,
    replacements.map((value) => value ?? made.result(nextResult++)),
  );
}

/** Carried values that the loop does not change are the values they start from; unused ones go. */
const invariantCarried = pattern(
  "scf.for with unchanged or unused iter_args => without them",
  ForOp,
  ({ op, initArgs, results, region }, rewriter) => {
    const args = region.entry.arguments;
    const yielded = region.entry.terminator.operands;
    const replacements: (Value | undefined)[] = [];
    let changes = false;
    for (const [i, init] of initArgs.entries()) {
      const [argument, next, result] = [args[i + 1], yielded[i], results[i]];
      const isInvariant =
        argument !== undefined &&
        next !== undefined &&
        result !== undefined &&
        (next === argument || next === init || (!argument.hasUses && !result.hasUses));
      replacements.push(isInvariant ? init : undefined);
      changes ||= isInvariant;
    }
    if (!changes) return refuse("every carried value changes and is used");
    withoutCarried(op, replacements, rewriter);
    return true;
  },
);

export const forPatterns = [trivialLoop, withoutProgress, yieldsFromOutside, invariantCarried];
