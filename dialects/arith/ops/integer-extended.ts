// Integer arithmetic whose whole result takes two values: addition with carry, multiplication into twice the width.
import { verifyElementwise } from "../../../ir/analysis/compatible-types.ts";
import { scalars } from "../../../ir/interpret/meaning.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { poisonAmong } from "../poison.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { integerConstantAttr } from "../constant-attribute.ts";
import { arithmeticOf } from "../integer-element.ts";
import { I1ElementwiseT, IntegerOperandT } from "../types.ts";

export const AddUIExtendedOp = defineOp({
  name: "arith.addui_extended",
  summary: "Unsigned addition: the sum modulo 2^n, and the carry.",
  operands: { lhs: IntegerOperandT, rhs: IntegerOperandT },
  results: { sum: IntegerOperandT, overflow: I1ElementwiseT },
  traits: ["Pure", "Commutative", "Elementwise"],
  assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($sum) `,` type($overflow)",
  verify: ({ op }) => verifyElementwise(op),
  fold: ({ lhs, overflow }, constants) => {
    const poison = poisonAmong(constants);
    if (poison !== undefined) return [poison, poison];
    const none = integerOf(constants[1]) === 0n ? integerConstantAttr(overflow.type, 0n) : undefined;
    return none === undefined ? undefined : [lhs, none];
  },
  meaning: scalars((op) => arithmeticOf(op).addExtended),
});

function multiplication(name: string, summary: string, isSigned: boolean) {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: IntegerOperandT, rhs: IntegerOperandT },
    results: { low: IntegerOperandT, high: IntegerOperandT },
    traits: ["Pure", "Commutative", "Elementwise"],
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($lhs)",
    fold: ({ lhs }, constants) => {
      const poison = poisonAmong(constants);
      if (poison !== undefined) return [poison, poison];
      const factor = integerOf(constants[1]);
      const zero = integerConstantAttr(lhs.type, 0n);
      if (zero === undefined) return undefined;
      if (factor === 0n) return [zero, zero];
      return factor === 1n && !isSigned ? [lhs, zero] : undefined;
    },
    meaning: scalars((op) => (isSigned ? arithmeticOf(op).mulExtendedSigned : arithmeticOf(op).mulExtendedUnsigned)),
  });
}

export const MulSIExtendedOp = multiplication("mulsi_extended", "Signed multiplication: low and high half.", true);
export const MulUIExtendedOp = multiplication("mului_extended", "Unsigned multiplication: low and high half.", false);
