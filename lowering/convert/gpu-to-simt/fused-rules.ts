// Products that are made with the sum that uses them: fma where both ops allow contraction, mad for integers, which is exact.
import type { Operation } from "../../../ir/core/operation.ts";
import { AddFOp, MulFOp } from "../../../dialects/arith/index.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import { signExtended } from "./integer-rules.ts";
import type { KernelCode, Rule } from "./kernel-code.ts";
import { narrowFloat, registerOf } from "./register.ts";

/** Whether an op lets its product or sum be made with another. */
export const mayContract = (op: Operation): boolean =>
  (MulFOp.match(op) ?? AddFOp.match(op))?.fastmath.includes("contract") === true;

/** The instruction for a product and a sum of this type. */
function fusedName(product: Operation, sum: Operation): InstructionName | undefined {
  const { type } = product.result();
  if (product.name === "arith.mulf" && sum.name === "arith.addf") {
    if (!mayContract(product) || !mayContract(sum) || narrowFloat(type) !== undefined) return undefined;
    return registerOf(type) === "f64" ? "fma.rn.f64" : "fma.rn.f32";
  }
  if (product.name !== "arith.muli" || sum.name !== "arith.addi" || type.kind === "index") return undefined;
  const register = registerOf(type);
  return register === "i32" ? "mad.lo.s32" : register === "i64" ? "mad.lo.s64" : undefined;
}

/** Which operand of a sum is a product that only the sum uses, of the same block: the last that is. */
function fusedOperand(sum: Operation): number | undefined {
  const index = sum.operands.findLastIndex((value) => {
    const product = value.definingOp;
    return (
      product !== null &&
      value.hasOneUse &&
      product.parentBlock === sum.parentBlock &&
      fusedName(product, sum) !== undefined
    );
  });
  return index < 0 ? undefined : index;
}

function isFused(product: Operation): boolean {
  const result = product.result();
  if (!result.hasOneUse) return false;
  const [user] = result.users();
  const operand = user === undefined ? undefined : fusedOperand(user);
  return user !== undefined && operand !== undefined && user.operand(operand) === result;
}

/** The rule of a product: none is made where a sum makes it. */
export const product = (rule: Rule): Rule => ({
  ...rule,
  lower: (op, code) => {
    if (!isFused(op)) rule.lower(op, code);
  },
});

/** The rule of a sum: with its product where there is one. */
export const sum = (rule: Rule): Rule => ({
  ...rule,
  lower: (op, code: KernelCode) => {
    const operand = fusedOperand(op);
    const factor = operand === undefined ? null : op.operand(operand).definingOp;
    const name = factor === null ? undefined : fusedName(factor, op);
    if (operand === undefined || factor === null || name === undefined) {
      rule.lower(op, code);
      return;
    }
    const operands = [factor.operand(0), factor.operand(1), op.operand(1 - operand)].map((value) => code.get(value));
    code.set(op.result(), signExtended(code, code.emitter.emit(name, operands), op.result().type));
  },
});
