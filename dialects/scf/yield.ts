// What a region hands to the op around it: the check that a terminator's operands fit.
import type { Region } from "../../ir/core/block.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";

const quoted = (type: Type | undefined): string => (type === undefined ? "nothing" : `'${typeText(type)}'`);

/** The first place where two rows of equal length have values of different types, or -1. */
function firstDifference(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length; i++) if (a[i]!.type !== b[i]!.type) return i;
  return -1;
}

/** Checks values that control flow passes on against those of the target, whose types they must have. */
export function verifyEdge(
  from: string,
  to: string,
  passed: readonly Value[],
  taken: readonly Value[],
): string | undefined {
  const wrong = passed.length === taken.length ? firstDifference(passed, taken) : 0;
  if (wrong < 0) return undefined;
  const edge = `along control flow edge from ${from} to ${to}`;
  return passed.length === taken.length
    ? `${edge}: successor operand type #${wrong} ${quoted(passed[wrong]?.type)} should match successor input type #${wrong} ${quoted(taken[wrong]?.type)}`
    : `${edge}: region branch point has ${passed.length} operands, but region successor needs ${taken.length} inputs`;
}

/** Checks every `scf.yield` that leaves a region against what its op takes. */
export function verifyYields(region: Region, to: string, taken: readonly Value[], isSingle = true): string | undefined {
  for (const block of region.blocks) {
    const last = block.lastOp;
    if (last === null) return "expects regions to end with 'scf.yield'";
    if (last.name !== "scf.yield") {
      // Other terminators (branches) stay inside.
      if (isSingle) return `expects regions to end with 'scf.yield', found '${last.name}'`;
      continue;
    }
    const problem = verifyEdge("Operation scf.yield", to, last.operands, taken);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Two rows of carried values of a loop, whose types must agree: inits and arguments, arguments and what is yielded. */
export function verifyCarried(
  [several, one]: readonly [several: string, one: string],
  a: readonly Value[],
  [severalOther, other]: readonly [several: string, one: string],
  b: readonly Value[],
): string | undefined {
  if (a.length !== b.length) return `different number of ${several} and ${severalOther}: ${a.length} != ${b.length}`;
  const wrong = firstDifference(a, b);
  return wrong < 0
    ? undefined
    : `${wrong}-th ${one} and ${wrong}-th ${other} have different type: ${quoted(a[wrong]?.type)} != ${quoted(b[wrong]?.type)}`;
}
