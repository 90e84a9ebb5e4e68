// The cf dialect's assertions and branches; cf.switch is in switch.ts.
import { errorAt } from "../../ir/core/diagnostic.ts";
import { operandGroups } from "../../ir/core/element-groups.ts";
import { Operation } from "../../ir/core/operation.ts";
import { AnyType, I1, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import {
  BranchOpInterface,
  MemoryEffects,
  SuccessorForOperands,
  UnconditionalBranch,
} from "../../ir/define/op-interfaces.ts";
import { I32ArrayProperty, optionalProperty, StringProperty } from "../../ir/define/properties.ts";
import { branch, effect, type BranchMeaning } from "../../ir/interpret/meaning.ts";
import { expectBoolean } from "../../ir/interpret/operand.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import { abort } from "../../ir/interpret/unwind.ts";

export const AssertOp = defineOp({
  name: "cf.assert",
  summary: "Ends the program with a message unless the condition holds.",
  operands: { arg: I1 },
  properties: { msg: StringProperty },
  interfaces: [MemoryEffects.with(() => [{ effect: "write" }])],
  assemblyFormat: "$arg `,` $msg attr-dict",
  makeDefined: (site, op) => {
    op.setOperand(0, site.integer(op.operand(0).type, 1));
    return true;
  },
  meaning: effect((op) => {
    const message = op.attribute("msg");
    const text = message?.kind === "string" ? message.value : "";
    return ([condition]) => (expectBoolean(condition) ? [] : abort(text));
  }),
});

export const BranchOp = defineOp({
  name: "cf.br",
  summary: "Goes on with a block.",
  operands: { destOperands: variadic(AnyType) },
  successors: { dest: "one" },
  traits: ["Pure", "Terminator"],
  interfaces: [BranchOpInterface.with((op) => [{ start: 0, length: op.operandCount }])],
  assemblyFormat: "$dest (`(` $destOperands^ `:` type($destOperands) `)`)? attr-dict",
  meaning: branch(() => (args) => ({ successor: 0, args })),
});

/** The branch that always goes on with the successor of this number, as an op that branches by a value would. */
export function branchAlways(op: Operation, successor: number): Operation {
  const { start, length } = BranchOpInterface.of(op)?.(op)[successor] ?? { start: 0, length: 0 };
  return Operation.create(op.context, BranchOp, op.location, {
    operands: op.operands.slice(start, start + length),
    successors: op.successors.slice(successor, successor + 1),
  });
}

/** How many operands go to the block of a true condition; those of a false one follow. */
const trueOperandCount = (op: Operation): number => operandGroups(op)[1]?.length ?? 0;

function prepareCondBranch(op: Operation): ReturnType<BranchMeaning["prepare"]> {
  const split = 1 + trueOperandCount(op);
  return (operands) =>
    expectBoolean(operands[0])
      ? { successor: 0, args: operands.slice(1, split) }
      : { successor: 1, args: operands.slice(split) };
}

const branchWeights = optionalProperty(I32ArrayProperty);

export const CondBranchOp = defineOp({
  name: "cf.cond_br",
  summary: "Goes on with one of two blocks.",
  operands: { condition: I1, trueDestOperands: variadic(AnyType), falseDestOperands: variadic(AnyType) },
  properties: { branch_weights: branchWeights },
  successors: { trueDest: "one", falseDest: "one" },
  traits: ["Pure", "Terminator"],
  interfaces: [
    BranchOpInterface.with((op) => {
      const length = trueOperandCount(op);
      return [
        { start: 1, length },
        { start: 1 + length, length: op.operandCount - 1 - length },
      ];
    }),
    UnconditionalBranch.with(branchAlways),
    SuccessorForOperands.with((_, constant) => {
      const condition = integerOf(constant(0));
      return condition === undefined ? undefined : condition === 0n ? 1 : 0;
    }),
  ],
  assemblyFormat:
    "$condition (`weights` `(` $branch_weights^ `)` )? `,` " +
    "$trueDest (`(` $trueDestOperands^ `:` type($trueDestOperands) `)`)? `,` " +
    "$falseDest (`(` $falseDestOperands^ `:` type($falseDestOperands) `)`)? attr-dict",
  verify: ({ op, branchWeights }) => {
    const problem = weightsProblem(branchWeights);
    return problem === undefined ? undefined : errorAt(op.location, problem);
  },
  meaning: branch(prepareCondBranch),
});

/** Weights count the branches taken; an empty list says as little as none. */
function weightsProblem(weights: readonly number[] | undefined): string | undefined {
  if (weights === undefined || weights.length === 0) return undefined;
  if (weights.length !== 2)
    return `expects number of branch weights to match number of successors: ${weights.length} vs 2`;
  return weights.every((weight) => weight === 0) ? "branch weights cannot all be zero" : undefined;
}
