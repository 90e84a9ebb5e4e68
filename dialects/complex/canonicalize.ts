// Canonicalisation of complex: bitcasts meet, parts of a negation are negations of parts.
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { BitcastOp as ArithBitcastOp, NegFOp } from "../arith/index.ts";
import { BitcastOp } from "./bitcast.ts";
import { CreateOp, ImOp, NegOp, ReOp } from "./ops.ts";

/** A bitcast from the source: complex's where a complex number is on one side, none between equal types. */
function replaceByBitcast(op: Operation, operand: Value, rewriter: Rewriter): true {
  const { type } = op.result();
  const resultTypes = [type];
  if (operand.type === type) rewriter.replaceOp(op, operand);
  else if (operand.type.kind === "complex" || type.kind === "complex")
    rewriter.replaceOp(op, BitcastOp.build(rewriter, { operand, resultTypes }).result);
  else rewriter.replaceOp(op, ArithBitcastOp.build(rewriter, { in: operand, resultTypes }).out);
  return true;
}

const bitcastOfBitcast = pattern("bitcast(bitcast x) => bitcast x", BitcastOp, ({ op, operand }, rewriter) => {
  const inner = BitcastOp.match(operand.definingOp)?.operand;
  const fromArith = ArithBitcastOp.match(operand.definingOp)?.in;
  const source = inner ?? fromArith;
  if (source === undefined) return refuse("its operand is no bitcast");
  return replaceByBitcast(op, source, rewriter);
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
