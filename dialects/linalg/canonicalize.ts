// Canonicalisation of linalg: casts that only forget are absorbed, a generic that yields its inputs unchanged goes away.
import { verify } from "../../ir/analysis/verify.ts";
import { cloneOp } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { pattern, refuse, type Pattern, type RewriteResult } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { CastOp as MemRefCastOp } from "../memref/index.ts";
import { forgetsOnly as memrefForgetsOnly } from "../memref/cast-operand.ts";
import { CastOp as TensorCastOp } from "../tensor/index.ts";
import { forgetsOnly } from "../tensor/shapes.ts";
import { linalgOp, operandShape } from "./linalg-op.ts";
import { CopyOp } from "./ops/elementwise.ts";
import { GenericOp } from "./ops/generic.ts";
import { BroadcastOp, TransposeOp } from "./ops/permutations.ts";

/** What a cast that only forgets was given; the value itself otherwise. */
function behindCast(value: Value): Value {
  const op = value.definingOp;
  const tensor = TensorCastOp.match(op);
  if (tensor !== undefined && forgetsOnly(tensor.source.type, value.type)) return tensor.source;
  const memref = MemRefCastOp.match(op);
  return memref !== undefined && memrefForgetsOnly(memref.source.type, value.type) ? memref.source : value;
}

/** The structured op reads what its casts were given; results that say more now are cast back. */
const absorbCasts = (root: string): Pattern => ({
  name: "structured op of casts that forget => cast of the structured op",
  root,
  rewrite: absorb,
});

function absorb(op: Operation, rewriter: Rewriter): RewriteResult {
  const view = linalgOp(op);
  if (view === undefined) return refuse("not a structured op");
  const operands = op.operands.map(behindCast);
  if (operands.every((v, i) => v === op.operand(i))) return refuse("no operand is a cast that only forgets");
  const inits = operands.slice(view.inputCount).filter(({ type }) => type.kind === "tensor");
  const types: Type[] = inits.map((v) => v.type);
  const copy = cloneOp(op);
  copy.setOperands(operands);
  copy.results.forEach((r, i) => {
    r.setType(types[i] ?? r.type);
  });
  // Of sizes that do not fit each other only the casts kept quiet.
  if (verify(copy).length > 0) {
    copy.dropAllReferences();
    return refuse("the sizes behind the casts do not fit each other");
  }
  if (op.results.every((r, i) => r.type === types[i])) {
    copy.dropAllReferences();
    rewriter.modifyInPlace(op, () => {
      operands.forEach((value, i) => {
        op.setOperand(i, value);
      });
    });
    return true;
  }
  rewriter.insert(copy);
  rewriter.replaceOp(
    op,
    copy.results.map((r, i) => {
      const { type } = op.result(i);
      return r.type === type ? r : TensorCastOp.build(rewriter, { source: r, resultTypes: [type] }).dest;
    }),
  );
  return true;
}

/** `yield` of elements that come from tensors under identity maps: the results are those tensors. */
const identityGeneric = pattern(
  "generic that yields its operands' elements => its operands",
  GenericOp,
  ({ op }, rewriter) => {
    const view = linalgOp(op);
    if (view === undefined || op.resultCount === 0) return refuse("the op has no results");
    const end = view.body.firstOp;
    if (end === null || end !== view.body.lastOp) return refuse("the body computes something");
    if (!view.maps.every((map) => map.isIdentity)) return refuse("a map is not the identity");
    const values = end.operands.map((value) => (value.ownerBlock === view.body ? op.operand(value.index) : undefined));
    const replacements = values.flatMap((value, i) => (value?.type === op.result(i).type ? [value] : []));
    if (replacements.length !== op.resultCount)
      return refuse("a yielded element is not that of an operand of the result's type");
    rewriter.replaceOp(op, replacements);
    return true;
  },
);

const selfCopy = pattern(
  "copy of elements to themselves, or to a tensor of the same type => the input",
  CopyOp,
  ({ op }, rewriter) => {
    const [input, init] = [op.operand(0), op.operand(1)];
    const isValue = op.resultCount === 1 && input.type === op.result().type;
    if (input !== init && !isValue) return refuse("the elements go elsewhere, or are cast");
    rewriter.replaceOp(op, op.resultCount === 0 ? [] : [input]);
    return true;
  },
);

const transposeOfTranspose = pattern(
  "transpose(transpose(x, p), q) => transpose(x, q . p)",
  TransposeOp,
  ({ op, input, init, permutation }, rewriter) => {
    const inner = TransposeOp.match(input.definingOp);
    if (inner === undefined || op.resultCount === 0) return refuse("the input is no transpose of a tensor");
    const composed = permutation.map((d) => inner.permutation[d] ?? d);
    rewriter.replaceOp(op, TransposeOp.build(rewriter, { input: inner.input, init, permutation: composed }).op);
    return true;
  },
);

const broadcastOfBroadcast = pattern(
  "broadcast(broadcast(x, d), e) => broadcast(x, d and e)",
  BroadcastOp,
  ({ op, input, init, dimensions }, rewriter) => {
    const inner = BroadcastOp.match(input.definingOp);
    if (inner === undefined || op.resultCount === 0) return refuse("the input is no broadcast of a tensor");
    const kept = operandShape(init.type).flatMap((_, d) => (dimensions.includes(d) ? [] : [d]));
    const all = [...inner.dimensions.map((d) => kept[d] ?? d), ...dimensions].sort((a, b) => a - b);
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { input: inner.input, init, dimensions: all }).op);
    return true;
  },
);

/** A loop that never runs leaves what was there: a sum over no elements is what it starts from. */
const emptyLoops = (root: string): Pattern => ({
  name: "structured op over no elements => its inits",
  root,
  rewrite: (op, rewriter) => {
    const view = linalgOp(op);
    if (view === undefined) return refuse("not a structured op");
    if (!view.staticLoopRanges.includes(0)) return refuse("every loop runs, or may run");
    if (view.inits.some(({ type }) => type.kind === "tensor") && op.resultCount !== view.inits.length)
      return refuse("it has tensors and buffers");
    rewriter.replaceOp(op, op.resultCount === 0 ? [] : view.inits);
    return true;
  },
});

/** The dialect's patterns, given the names of its structured ops. */
export function linalgPatterns(structuredOps: readonly string[]): readonly Pattern[] {
  return [
    ...structuredOps.flatMap((name) => [emptyLoops(name), absorbCasts(name)]),
    identityGeneric,
    selfCopy,
    transposeOfTranspose,
    broadcastOfBroadcast,
  ];
}
