// Canonicalisation of scf.parallel and index_switch: loops of no or one iteration, loops directly in loops, known cases.
import type { Operation } from "../../../ir/core/operation.ts";
import { IRMapping } from "../../../ir/core/clone.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { ParallelOp, ReduceOp } from "../ops/parallel.ts";
import { IndexSwitchOp } from "../ops/yield.ts";
import { replaceByBody } from "./for.ts";

/** How often a dimension runs, where its bounds are constants or equal. */
function iterations(lower: Value, upper: Value, step: Value): bigint | undefined {
  if (lower === upper) return 0n;
  const [from, to, by] = [integerConstant(lower), integerConstant(upper), integerConstant(step)];
  if (from === undefined || to === undefined) return undefined;
  if (to <= from) return 0n;
  return by === undefined || by <= 0n ? undefined : (to - from + by - 1n) / by;
}

const cloneBody = (op: Operation, mapping: IRMapping, rewriter: Rewriter): void => {
  for (const inner of op.region().entry.ops()) if (!inner.hasTrait("Terminator")) rewriter.clone(inner, mapping);
};

/** The values after the only iteration of a loop whose body was cloned. */
function reduceOnce(op: Operation, inits: readonly Value[], mapping: IRMapping, rewriter: Rewriter): Value[] {
  const reduce = op.region().entry.terminator;
  return reduce.regions.map(({ entry }, i) => {
    const [sofar, value] = entry.arguments;
    const init = inits[i];
    if (sofar === undefined || value === undefined || init === undefined)
      throw new Error("a reduction has two arguments");
    mapping.map(sofar, init).map(value, mapping.value(reduce.operand(i)));
    for (const inner of entry.ops()) if (!inner.hasTrait("Terminator")) rewriter.clone(inner, mapping);
    return mapping.value(entry.terminator.operand(0));
  });
}

const fewIterations = pattern(
  "scf.parallel with dimensions of no or one iteration => without them",
  ParallelOp,
  ({ op, lowerBound, upperBound, step, initVals, results, region }, rewriter) => {
    const mapping = new IRMapping();
    const kept: number[] = [];
    for (const [d, lower] of lowerBound.entries()) {
      const [upper, by, iv] = [upperBound[d], step[d], region.entry.arguments[d]];
      if (upper === undefined || by === undefined || iv === undefined) return refuse("it has fewer bounds than steps");
      const count = iterations(lower, upper, by);
      if (count === 0n) {
        rewriter.replaceOp(op, initVals);
        return true;
      }
      if (count === 1n) mapping.map(iv, lower);
      else kept.push(d);
    }
    if (kept.length === lowerBound.length) return refuse("no dimension is known to run once");
    if (kept.length === 0) {
      cloneBody(op, mapping, rewriter);
      rewriter.replaceOp(op, reduceOnce(op, initVals, mapping, rewriter));
      return true;
    }
    const pick = (values: readonly Value[]): Value[] => kept.flatMap((d) => values[d] ?? []);
    const body = rewriter.regionWithBlock(pick(region.entry.arguments).map(({ type }) => type));
    pick(region.entry.arguments).forEach((iv, d) => mapping.map(iv, body.entry.arguments[d] ?? iv));
    rewriter.at(
      (b) => b.setToEnd(body.entry),
      () => {
        cloneBody(op, mapping, rewriter);
        rewriter.clone(region.entry.terminator, mapping);
      },
    );
    const made = ParallelOp.build(rewriter, {
      lowerBound: pick(lowerBound),
      upperBound: pick(upperBound),
      step: pick(step),
      initVals,
      region: body,
      resultTypes: results.map(({ type }) => type),
    });
    rewriter.replaceOp(op, made.op.results);
    return true;
  },
);

const nestedLoops = pattern(
  "scf.parallel of nothing but an scf.parallel => one loop nest",
  ParallelOp,
  ({ op, lowerBound, upperBound, step, initVals, region }, rewriter) => {
    const { firstOp, lastOp, arguments: ivs } = region.entry;
    const inner = ParallelOp.match(firstOp);
    if (inner === undefined || firstOp?.next !== lastOp) return refuse("the body is more than a loop");
    if (initVals.length + inner.initVals.length > 0) return refuse("there are reductions");
    if (inner.op.operands.some((value) => ivs.includes(value)))
      return refuse("the inner bounds depend on the outer loop");
    const mapping = new IRMapping();
    const all = [...ivs, ...inner.region.entry.arguments];
    const body = rewriter.regionWithBlock(all.map(({ type }) => type));
    all.forEach((iv, d) => mapping.map(iv, body.entry.arguments[d] ?? iv));
    rewriter.at(
      (b) => b.setToEnd(body.entry),
      () => {
        cloneBody(inner.op, mapping, rewriter);
        ReduceOp.build(rewriter, { operands: [], reductions: [] });
      },
    );
    ParallelOp.build(rewriter, {
      lowerBound: [...lowerBound, ...inner.lowerBound],
      upperBound: [...upperBound, ...inner.upperBound],
      step: [...step, ...inner.step],
      initVals: [],
      region: body,
      resultTypes: [],
    });
    rewriter.eraseOp(op);
    return true;
  },
);

const knownCase = pattern(
  "scf.index_switch on a constant => the region of its case",
  IndexSwitchOp,
  ({ op, arg }, rewriter) => {
    const chosen = integerConstant(arg);
    if (chosen === undefined) return refuse("the index is no constant");
    const cases = op.attribute("cases");
    const at = cases?.kind === "dense_array" ? cases.values.map(BigInt).indexOf(chosen) : -1;
    replaceByBody(op, at + 1, [], rewriter);
    return true;
  },
);

export const parallelPatterns: readonly Pattern[] = [fewIterations, nestedLoops, knownCase];
