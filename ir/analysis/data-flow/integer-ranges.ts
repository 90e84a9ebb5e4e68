// Integer ranges: between which bounds integers are, read with and without sign, from what ops say of their results.
import type { Attribute } from "../../core/attributes.ts";
import { integerAttr } from "../../core/attribute-constructors.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import type { RegionSuccessor } from "../../define/region-branch.ts";
import { ConstantValue } from "../../define/op-interfaces.ts";
import { integerOf } from "../../rewrite/constant.ts";
import { isTerminator } from "../effects.ts";
import {
  constantOfRange,
  constantRange,
  fromSigned,
  fromUnsigned,
  maxRange,
  rangeUnion,
  type IntRange,
} from "../int-range/int-range.ts";
import { InductionVariables, InferIntRangeInterface, rangeWidth, type LoopBound } from "../int-range/interfaces.ts";
import type { ConstantPropagation } from "./constant-propagation.ts";
import type { DeadCodeAnalysis } from "./dead-code.ts";
import type { DataFlowSolver } from "./solver.ts";
import { SparseForwardAnalysis } from "./sparse-forward.ts";

function constantElementRange(attribute: Attribute, width: number): IntRange | undefined {
  const value = integerOf(attribute);
  return value === undefined ? undefined : constantRange(value, width);
}

export class IntegerRangeAnalysis extends SparseForwardAnalysis<IntRange> {
  readonly #constants: ConstantPropagation | undefined;

  /** `constants`, if any, are told of ranges of one integer. */
  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis, constants?: ConstantPropagation) {
    super(solver, deadCode);
    this.#constants = constants;
  }

  protected override changed(value: Value, range: IntRange): void {
    const { type } = value;
    if (this.#constants === undefined || (type.kind !== "integer" && type.kind !== "index")) return;
    const known = constantOfRange(range);
    const owner = value.definingOp ?? value.ownerBlock?.parentOp;
    if (owner === null || owner === undefined) return;
    const { dialect } = owner.definition;
    this.#constants.learn(value, known === undefined ? null : { attribute: integerAttr(type, known), dialect });
  }

  protected joined(a: IntRange, b: IntRange): IntRange {
    return rangeUnion(a, b);
  }

  protected entryState(value: Value): IntRange | undefined {
    const width = rangeWidth(value.type);
    return width === undefined ? undefined : maxRange(width);
  }

  protected transfer(op: Operation, operands: readonly (IntRange | undefined)[]): void {
    const constant = operands.length === 0 && op.resultCount === 1 ? ConstantValue.of(op)?.(op) : undefined;
    const width = constant && rangeWidth(op.result().type);
    const range = constant && width !== undefined ? constantElementRange(constant, width) : undefined;
    if (range !== undefined) {
      this.join(op.result(), range);
      return;
    }
    const ranges = InferIntRangeInterface.of(op)?.(op, operands);
    if (ranges === undefined) {
      this.joinEntryStates(op.results);
      return;
    }
    ranges.forEach((result, i) => {
      if (result !== undefined) this.#joinResult(op.result(i), result);
    });
  }

  /** What goes round in a loop may be anything once it changes: its bounds would creep on otherwise. */
  #joinResult(value: Value, range: IntRange): void {
    const old = this.elementOf(value);
    if (old !== undefined && this.joined(old, range) !== old) {
      for (let use = value.firstUse; use !== null; use = use.nextUse) {
        if (!isTerminator(use.owner)) continue;
        this.join(value, maxRange(range.width));
        return;
      }
    }
    this.join(value, range);
  }

  protected override nonControlFlow(
    op: Operation,
    to: RegionSuccessor,
    values: readonly Value[],
    first: number,
    count: number,
  ): void {
    const variables = to === null ? undefined : InductionVariables.of(op)?.(op);
    if (variables === undefined) {
      super.nonControlFlow(op, to, values, first, count);
      return;
    }
    const counts = new Set(variables.map(({ variable }) => variable));
    values.forEach((value, i) => {
      if ((i < first || i >= first + count) && !counts.has(value)) this.joinEntryState(value);
    });
    for (const { variable, lower, upper, isUnsigned = false } of variables) {
      const width = rangeWidth(variable.type);
      const block = variable.ownerBlock;
      if (width === undefined || block === null) continue;
      const bound = (of: LoopBound): IntRange | undefined =>
        typeof of === "number" ? constantRange(BigInt(of), width) : (this.read(of, block) ?? maxRange(width));
      const [low, high] = [bound(lower), bound(upper)];
      if (low === undefined || high === undefined) continue;
      const [min, max] = isUnsigned ? [low.umin, high.umax - 1n] : [low.smin, high.smax - 1n];
      if (max >= min) this.join(variable, isUnsigned ? fromUnsigned(min, max, width) : fromSigned(min, max, width));
    }
  }
}
