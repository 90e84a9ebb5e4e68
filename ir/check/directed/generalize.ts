// Left sides made general: values of the program where constants stand that the rule does not need, and others where one stands several times.
import { Block } from "../../core/block.ts";
import type { OpOperand, Value } from "../../core/value.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import { visibleOps } from "../visible-ops.ts";
import { isBefore } from "./definition-order.ts";
import type { LeftSide } from "./left-side.ts";

/** Replaces what the left side takes from outside, as far as the rule still applies. */
export function generalize(side: LeftSide, pattern: Pattern, site: GenerationSite): void {
  const { random } = site;
  handOut(side, pattern, site);
  for (const value of leavesOf(side)) {
    const uses = [...value.uses()].filter(({ owner }) => side.owns(owner));
    const isConstant = value.definingOp !== null;
    // All uses together first: the rule may ask that they are one value.
    if (isConstant && !random.chance(1, 8) && !frees(side, uses, pattern, site) && uses.length > 1)
      for (const use of uses) frees(side, [use], pattern, site);
    // Left sides in which one value stands everywhere show little: x - x is 0.
    for (const use of uses.slice(1))
      if (use.value === uses[0]?.value && random.chance(3, 4)) frees(side, [use], pattern, site);
  }
}

/** Hands out of regions what nothing uses: what a rule does to it is to be seen. */
function handOut(side: LeftSide, pattern: Pattern, site: GenerationSite): void {
  for (const outer of side.ops)
    for (const op of visibleOps(outer)) {
      if (op.hasTrait("Pure") || op.hasResultUses || op.parentOp === null || site.random.chance(1, 4)) continue;
      // What a loop ends by stays.
      const places = op.parentBlock?.lastOp?.opOperands.filter(({ value }) => site.limitOf(value) === undefined) ?? [];
      for (const result of op.results) {
        const use = places.find(({ owner, value }) => owner !== op && value.type === result.type);
        if (use === undefined) continue;
        const { value } = use;
        use.set(result);
        if (!side.try(pattern).applies) use.set(value);
      }
    }
}

/** Constants and arguments that the ops of a left side take. */
function leavesOf({ ops }: LeftSide): ReadonlySet<Value> {
  const leaves = new Set<Value>();
  for (const op of ops)
    for (const inner of visibleOps(op))
      for (const { value } of inner.opOperands)
        if (value.definingOp?.hasTrait("ConstantLike") ?? value.ownerBlock === op.parentBlock) leaves.add(value);
  return leaves;
}

/** Puts a value that is no constant into these places; puts the old ones back where the rule then does not apply. */
function frees(side: LeftSide, uses: readonly OpOperand[], pattern: Pattern, site: GenerationSite): boolean {
  const [first] = uses;
  if (first === undefined) return false;
  const { value } = first;
  const existing = site.random.chance(1, 2) ? site.existing(value.type) : undefined;
  const usable =
    existing !== undefined &&
    existing !== value &&
    existing.definingOp?.hasTrait("ConstantLike") !== true &&
    side.keepsLimit(value, existing) &&
    uses.every(({ owner }) => isBefore(existing, owner));
  // A block argument stands for whatever there will be.
  const other = usable ? existing : (side.outermost.parentBlock ?? new Block()).addArgument(value.type);
  const limit = site.limitOf(value);
  if (!usable && limit !== undefined) site.setLimit(other, limit);
  for (const use of uses) use.set(other);
  if (side.try(pattern).applies) return true;
  for (const use of uses) use.set(value);
  return false;
}
