// Canonicalisation of cf.switch: cases that say nothing, known flags, blocks that only branch on, what an earlier switch decided.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { BranchOp } from "../ops.ts";
import { caseValues, caseValuesAttr, SwitchOp, switchTargets } from "../switch.ts";
import { collapse, sameValues, singlePredecessor, type Destination } from "./collapse.ts";

interface Case extends Destination {
  readonly value: bigint;
}

interface Switch {
  readonly op: Operation;
  readonly flag: Value;
  readonly otherwise: Destination;
  readonly cases: readonly Case[];
}

function switchOf(op: Operation): Switch {
  const [otherwise, ...targets] = switchTargets(op);
  if (otherwise === undefined) throw new Error("a switch has a default block");
  const values = caseValues(op.attribute("case_values"));
  const cases = targets.map((target, i) => ({ ...target, value: values[i] ?? 0n }));
  return { op, flag: op.operand(0), otherwise, cases };
}

function replaceSwitch({ op, flag }: Switch, otherwise: Destination, cases: readonly Case[], rewriter: Rewriter): true {
  if (flag.type.kind !== "integer") throw new Error("a switch is by an integer");
  const made = SwitchOp.build(rewriter, {
    flag,
    defaultOperands: otherwise.operands,
    caseOperands: cases.flatMap(({ operands }) => operands),
    caseValues: caseValuesAttr(
      flag.type,
      cases.map(({ value }) => value),
    ),
    caseOperandSegments: cases.map(({ operands }) => operands.length),
    defaultDestination: otherwise.block,
    caseDestinations: cases.map(({ block }) => block),
  });
  rewriter.replaceOp(op, made.op);
  return true;
}

function branchTo(op: Operation, { block, operands }: Destination, rewriter: Rewriter): true {
  rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: block, destOperands: operands }).op);
  return true;
}

const taken = ({ cases, otherwise }: Switch, value: bigint): Destination =>
  cases.find((candidate) => candidate.value === value) ?? otherwise;

const onlyDefault = pattern("cf.switch without cases => cf.br", SwitchOp, ({ op }, rewriter) => {
  const { cases, otherwise } = switchOf(op);
  return cases.length > 0 ? refuse("it has cases") : branchTo(op, otherwise, rewriter);
});

const caseLikeDefault = pattern("a case of cf.switch that is the default => none", SwitchOp, ({ op }, rewriter) => {
  const view = switchOf(op);
  const { otherwise, cases } = view;
  const isKept = ({ block, operands, value }: Case, i: number): boolean =>
    block !== otherwise.block ||
    !sameValues(operands, otherwise.operands) ||
    // Without it a later case of the same value would be taken.
    cases.some((later, at) => at > i && later.value === value);
  const kept = cases.filter(isKept);
  return kept.length === cases.length
    ? refuse("no case is the default")
    : replaceSwitch(view, otherwise, kept, rewriter);
});

const constantFlag = pattern("cf.switch on a constant => cf.br", SwitchOp, ({ op, flag }, rewriter) => {
  const known = integerConstant(flag);
  if (known === undefined || flag.type.kind !== "integer") return refuse("the flag is no constant");
  return branchTo(op, taken(switchOf(op), BigInt.asUintN(flag.type.width, known)), rewriter);
});

const skipBranchOnly = pattern(
  "cf.switch to a block that only branches on => a branch there",
  SwitchOp,
  ({ op }, rewriter) => {
    const view = switchOf(op);
    let changed = false;
    const onward = <D extends Destination>(target: D): D => {
      const collapsed = collapse(target);
      changed ||= collapsed !== undefined;
      return { ...target, ...collapsed };
    };
    const [otherwise, cases] = [onward(view.otherwise), view.cases.map(onward)];
    return changed ? replaceSwitch(view, otherwise, cases, rewriter) : refuse("all blocks do more than to branch on");
  },
);

/** The switch on the same flag whose one edge leads to the block of `op`. */
function switchBefore(op: Operation, flag: Value): Switch | undefined {
  const before = op.parentBlock === null ? undefined : singlePredecessor(op.parentBlock);
  const earlier = SwitchOp.match(before?.lastOp);
  return earlier === undefined || earlier.flag !== flag ? undefined : switchOf(earlier.op);
}

const caseKnownByPredecessor = pattern(
  "cf.switch in the case of one on the same flag => cf.br",
  SwitchOp,
  ({ op, flag }, rewriter) => {
    const earlier = switchBefore(op, flag);
    const reached = earlier?.cases.find(({ block }) => block === op.parentBlock);
    if (reached === undefined) return refuse("no case of a switch on the same flag is the only way here");
    return branchTo(op, taken(switchOf(op), reached.value), rewriter);
  },
);

const casesExcludedByPredecessor = pattern(
  "cf.switch in the default of one on the same flag => without its cases",
  SwitchOp,
  ({ op, flag }, rewriter) => {
    const earlier = switchBefore(op, flag);
    if (earlier === undefined || earlier.otherwise.block !== op.parentBlock)
      return refuse("the default of a switch on the same flag is not the only way here");
    const excluded = new Set(earlier.cases.map(({ value }) => value));
    const view = switchOf(op);
    const kept = view.cases.filter(({ value }) => !excluded.has(value));
    if (kept.length === view.cases.length) return refuse("no case was excluded");
    return replaceSwitch(view, view.otherwise, kept, rewriter);
  },
);

export const switchPatterns = [
  onlyDefault,
  caseLikeDefault,
  constantFlag,
  skipBranchOnly,
  caseKnownByPredecessor,
  casesExcludedByPredecessor,
];
