// Canonicalisation of complex: bitcasts meet, parts of a negation are negations of parts.
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { BitcastOp as ArithBitcastOp, NegFOp } from "../arith/index.ts";
import { BitcastOp } from "./bitcast.ts";
import { CreateOp, ImOp, NegOp, ReOp } from "./ops.ts";

function replaceByBitcast(op: Operation, operand: Value, rewriter: Rewriter): true {
  rewriter.replaceOp(op, BitcastOp.build(rewriter, { operand, resultTypes: [op.result().type] }).result);
  return true;
}

const bitcastOfBitcast = pattern("bitcast(bitcast x) => bitcast x", BitcastOp, ({ op, operand, result }, rewriter) => {
  const inner = BitcastOp.match(operand.definingOp)?.operand;
  const fromArith = ArithBitcastOp.match(operand.definingOp)?.in;
  const source = inner ?? fromArith;
  if (source === undefined) return refuse("its operand is no bitcast");
  if (inner === undefined || result.type.kind === "complex" || inner.type.kind === "complex")
    return replaceByBitcast(op, source, rewriter);
  rewriter.replaceOp(op, ArithBitcastOp.build(rewriter, { in: inner, resultTypes: [result.type] }).out);
  return true;
});

const arithBitcastOfBitcast = pattern(
  "arith.bitcast(complex.bitcast x) => complex.bitcast x",
  ArithBitcastOp,
  ({ op, in: operand }, rewriter) => {
    const source = BitcastOp.match(operand.definingOp)?.operand;
    return source === undefined ? refuse("its operand is no complex.bitcast") : replaceByBitcast(op, source, rewriter);
  },
);

/** `re(neg(create(a, b))) => negf a`, and the other part. */
function partOfNegation(definition: typeof ReOp | typeof ImOp, part: "real" | "imaginary"): Pattern {
  return {
    name: `the ${part} part of a negation => the negation of the part`,
    root: definition.name,
    rewrite: (op, rewriter) => {
      const negation = NegOp.match(op.operand(0).definingOp);
      const made = CreateOp.match(negation?.complex.definingOp);
      if (made === undefined) return refuse("its operand is no negation of complex.create");
      rewriter.replaceOp(op, NegFOp.build(rewriter, { operand: made[part] }).result);
      return true;
    },
  };
}

export const complexPatterns: readonly Pattern[] = [
  bitcastOfBitcast,
  arithBitcastOfBitcast,
  partOfNegation(ImOp, "imaginary"),
  partOfNegation(ReOp, "real"),
];
