// remove-dead-values: what nothing that is seen needs goes: ops, arguments and results of functions, block arguments; what regions hand on for nothing becomes poison.
import { PoisonOp, UnreachableOp } from "../dialects/ub/index.ts";
import { livenessAnalysis } from "../ir/analysis/data-flow/liveness.ts";
import { isTerminator } from "../ir/analysis/effects.ts";
import { errorAt } from "../ir/core/diagnostic.ts";
import { unknownLocation } from "../ir/core/location.ts";
import { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";
import { walkPostOrder } from "../ir/core/walk.ts";
import { RegionBranchOpInterface } from "../ir/define/region-branch.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { eraseIncomingOperands } from "../ir/rewrite/branch-operands.ts";
import { entryOf, eraseArgument, eraseFunctionResult } from "../ir/rewrite/function-signature.ts";
import { applyPatternsToOps } from "../ir/rewrite/greedy.ts";
import { PatternSet } from "../ir/rewrite/pattern-set.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { canonicalizationPatterns } from "./canonicalize.ts";
import { findDeadValues, type DeadValues } from "./dead-values.ts";

class DeadValueRemover {
  readonly #root: Operation;
  readonly #rewriter: Rewriter;
  readonly #poisons: Operation[] = [];

  constructor(root: Operation, rewriter: Rewriter) {
    this.#root = root;
    this.#rewriter = rewriter;
  }

  remove({ ops, functions, blockArguments, handedOn }: DeadValues): void {
    for (const [op, operands] of handedOn) for (const operand of operands) this.#poison(op, operand);
    // From the end, so that what uses an op is gone before it.
    for (const op of ops.toReversed()) if (op.isWithin(this.#root)) this.#erase(op);
    for (const argument of blockArguments.toReversed()) this.#eraseBlockArgument(argument);
    const { listener } = this.#rewriter;
    for (const { callable, callers, args, results } of functions) {
      for (const index of args.toReversed()) {
        const argument = entryOf(callable)?.arguments[index];
        if (argument !== undefined) this.#poisonUses(argument);
        eraseArgument(callable, index, callers, listener);
      }
      for (const index of results.toReversed()) {
        for (const { call } of callers) this.#poisonUses(call.result(index));
        eraseFunctionResult(callable, index, callers, listener);
      }
    }
    for (const op of this.#poisons)
      if (op.parentBlock !== null && !op.hasResultUses && op.isWithin(this.#root)) this.#rewriter.eraseOp(op);
  }

  #erase(op: Operation): void {
    for (const result of op.results) this.#poisonUses(result);
    if (isTerminator(op)) {
      // Its condition is dead: it is never reached.
      this.#rewriter.setBefore(op);
      this.#rewriter.insert(Operation.create(op.context, UnreachableOp, op.location, {}));
    }
    this.#rewriter.eraseOp(op);
  }

  #eraseBlockArgument(argument: Value): void {
    const block = argument.ownerBlock;
    if (block === null) return;
    eraseIncomingOperands(block, argument.index, this.#rewriter);
    this.#poisonUses(argument);
    block.eraseArgument(argument.index);
  }

  /** What still uses a value that goes is never reached, or goes too. */
  #poisonUses(value: Value): void {
    for (const { owner, index } of [...value.uses()]) this.#poison(owner, index);
  }

  #poison(op: Operation, operand: number): void {
    const value = op.operand(operand);
    const location = value.definingOp?.location ?? value.argumentLocation ?? unknownLocation;
    this.#rewriter.setBefore(op);
    const poison = this.#rewriter.insert(
      Operation.create(op.context, PoisonOp, location, { resultTypes: [value.type] }),
    );
    this.#poisons.push(poison);
    this.#rewriter.setOperand(op, operand, poison.result());
  }
}

export const removeDeadValuesPass = definePass({
  name: "remove-dead-values",
  summary: "Remove dead values",
  description:
    "What no op needs that does something, and no one outside, goes: ops, arguments and results of functions that are called in " +
    "sight only, with what calls pass and returns hand back, and block arguments. What ops with regions hand on for nothing " +
    "becomes poison, which canonicalisation takes out.",
  options: {
    canonicalize: { type: "bool", default: true, description: "Canonicalize region branch ops" },
  },
  dependentDialects: ["ub"],
  run: (root, { context, listener, options, analysis, fail }) => {
    new DeadValueRemover(root, new Rewriter(context, listener)).remove(
      findDeadValues(root, analysis(livenessAnalysis)),
    );
    if (!options.canonicalize) return;
    const branches = walkPostOrder(root).filter((op) => op.regions.length > 0 && RegionBranchOpInterface.of(op) !== undefined); // prettier-ignore
    const { converged } = applyPatternsToOps(branches, new PatternSet(canonicalizationPatterns(context)), { listener });
    if (!converged) fail(errorAt(root.location, "greedy pattern rewrite failed to converge"));
  },
});
