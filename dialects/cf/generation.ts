// How generated programs branch.
import { denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import { i1, i32, integerType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import type { BlockTarget, DialectGeneration, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import { BranchOp, CondBranchOp } from "./ops.ts";
import { caseValuesAttr, SwitchOp } from "./switch.ts";

const WEIGHTS = [[1, 2], [2000, 1], [0, 7]]; // prettier-ignore

function branchByCondition(site: GenerationSite, condition: Value, yes: BlockTarget, no: BlockTarget): void {
  CondBranchOp.build(site.builder, {
    condition,
    trueDest: yes.block,
    trueDestOperands: yes.operands,
    falseDest: no.block,
    falseDestOperands: no.operands,
    branchWeights: site.random.chance(1, 8) ? site.random.pick(WEIGHTS) : undefined,
  });
}

/** Cases by small numbers; those that the flag's width does not hold once only, and so the flag is wide enough. */
function branchBySwitch(site: GenerationSite, targets: readonly BlockTarget[]): void {
  const { context, random, builder } = site;
  const [first, ...cases] = targets;
  if (first === undefined) return;
  const known = site.type((type) => type.kind === "integer" && type.width >= 3 && type.width <= 64);
  const type = known?.kind === "integer" ? known : integerType(context, 32);
  const start = random.below(3);
  const values = cases.map((_, i) => BigInt(start + i));
  // What is known of the flag is often what is handed over.
  const tellsFlag = random.chance(1, 4);
  const told = (operands: readonly Value[], value: bigint): readonly Value[] =>
    tellsFlag ? operands.map((operand) => (operand.type === type ? site.integer(type, value) : operand)) : operands;
  const caseOperands = cases.flatMap(({ operands }, i) => told(operands, values[i] ?? 0n));
  const defaultOperands = random.chance(1, 2) ? told(first.operands, values[0] ?? 0n) : first.operands;
  const segments = cases.map(({ operands }) => operands.length);
  const flag = random.chance(1, 2) ? site.below(type, 5) : site.value(type);
  builder.create(SwitchOp.name, {
    operands: [flag, ...defaultOperands, ...caseOperands],
    properties: {
      case_values: caseValuesAttr(type, values),
      case_operand_segments: denseArrayAttr(i32(context), segments),
      operandSegmentSizes: denseArrayAttr(i32(context), [1, defaultOperands.length, caseOperands.length]),
    },
    successors: targets.map(({ block }) => block),
  });
}

export const cfGeneration: DialectGeneration = {
  branch: (site, targets, condition) => {
    const [first, second] = targets;
    if (first === undefined) return false;
    if (condition !== undefined && second !== undefined) branchByCondition(site, condition, first, second);
    else if (second === undefined) {
      if (site.random.chance(1, 16)) branchBySwitch(site, targets);
      else BranchOp.build(site.builder, { dest: first.block, destOperands: first.operands });
    } else if (targets.length === 2 && site.random.chance(4, 5))
      branchByCondition(site, site.value(i1(site.context)), first, second);
    else branchBySwitch(site, targets);
    return true;
  },
};
