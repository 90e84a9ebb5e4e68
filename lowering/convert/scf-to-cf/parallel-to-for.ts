// Loops without order as loop nests: scf.forall on buffers as scf.parallel, scf.parallel as scf.for.
import { constantIndexOp } from "../../../dialects/arith/index.ts";
import { ForallOp, forallBounds, ForOp, ParallelOp, ReduceOp, YieldOp } from "../../../dialects/scf/index.ts";
import { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";

/**
 *     scf.forall (%i) = (%l) to (%u) step (%s) { ... }
 *     => scf.parallel (%i) = (%l) to (%u) step (%s) { ... scf.reduce }
 *
 * Returns why not, where the loop fills tensors.
 */
export function forallToParallel(op: Operation, rewriter: Rewriter): Operation | string {
  if (ForallOp.match(op) === undefined) throw new Error(`'${op.name}' is no scf.forall`);
  if (op.resultCount > 0) return "it fills tensors: only one on buffers has a loop nest; bufferize first";
  rewriter.setBefore(op);
  const { lower, upper, step } = forallBounds(op);
  const values = (list: readonly MixedIndex[]): Value[] =>
    list.map((item) => (typeof item === "number" ? constantIndexOp(rewriter, item) : item));
  const [lowerBound, upperBound, steps] = [values(lower), values(upper), values(step)];
  const region = new Region(op.context);
  const body = op.region().entry;
  const end = body.terminator;
  rewriter.setBefore(end);
  ReduceOp.build(rewriter, { operands: [], reductions: [] });
  rewriter.eraseOp(end);
  region.takeBlocks(op.region());
  rewriter.setBefore(op);
  const made = ParallelOp.build(rewriter, {
    lowerBound,
    upperBound,
    step: steps,
    initVals: [],
    region,
    resultTypes: [],
  });
  rewriter.eraseOp(op);
  return made.op;
}

/**
 *     scf.parallel (%i, %j) = ... init (%a) { ... scf.reduce(%x) { ^(%l, %r): ... scf.reduce.return %s } }
 *     => scf.for %i = ... iter_args(%b = %a) { scf.for %j = ... iter_args(%c = %b) { ... scf.yield %s with %l := %c, %r := %x } scf.yield }
 */
export function parallelToFor(op: Operation, rewriter: Rewriter): void {
  const parallel = ParallelOp.match(op);
  if (parallel === undefined) throw new Error(`'${op.name}' is no scf.parallel`);
  let carried: readonly Value[] = parallel.initVals;
  let results: readonly Value[] | undefined;
  const ivs: Value[] = [];
  rewriter.setBefore(op);
  parallel.lowerBound.forEach((lowerBound, dimension) => {
    const region = new Region(op.context);
    const body = region.addBlock([lowerBound.type, ...carried.map(({ type }) => type)]);
    const loop = ForOp.build(rewriter, {
      lowerBound,
      upperBound: parallel.upperBound[dimension] ?? lowerBound,
      step: parallel.step[dimension] ?? lowerBound,
      initArgs: carried,
      region,
      resultTypes: carried.map(({ type }) => type),
    });
    const [iv, ...inner] = body.arguments;
    if (iv !== undefined) ivs.push(iv);
    carried = inner;
    if (results === undefined) results = loop.results;
    else YieldOp.build(rewriter, { results: loop.results });
    rewriter.setToStart(body);
  });
  const body = rewriter.block;
  const reduce = parallel.region.entry.terminator;
  if (body === null) throw new Error("an scf.parallel has at least one dimension");
  const ends = reduce.regions.map(({ entry }) => entry.terminator);
  rewriter.setAfter(reduce);
  // What it yields follows when arguments of the reductions, and of the body, are replaced.
  YieldOp.build(rewriter, { results: ends.map((end) => end.operand(0)) });
  reduce.regions.forEach(({ entry }, i) => {
    const argument = carried[i];
    const end = ends[i];
    if (argument === undefined || end === undefined) throw new Error("a reduction has a carried value");
    rewriter.eraseOp(end);
    rewriter.inlineBlockBefore(entry, reduce, [argument, reduce.operand(i)]);
  });
  rewriter.eraseOp(reduce);
  rewriter.mergeBlocks(parallel.region.entry, body, ivs);
  rewriter.replaceOp(op, results ?? []);
}
