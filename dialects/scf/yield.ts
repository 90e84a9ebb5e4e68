// What a region hands to the op around it: the check that a terminator's operands fit.
import type { Region } from "../../ir/core/block.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";

const quoted = (type: Type | undefined): string => (type === undefined ? "nothing" : `'${typeText(type)}'`);

const typesOf = (values: readonly Value[]): readonly Type[] => values.map((value) => value.type);

/** Checks values that control flow passes on against the types that the target takes. */
export function verifyEdge(
  from: string,
  to: string,
  passed: readonly Type[],
  taken: readonly Type[],
): string | undefined {
  const edge = `along control flow edge from ${from} to ${to}`;
  if (passed.length !== taken.length) {
    return `${edge}: region branch point has ${passed.length} operands, but region successor needs ${taken.length} inputs`;
  }
  const wrong = passed.findIndex((type, i) => type !== taken[i]);
  return wrong < 0
    ? undefined
    : `${edge}: successor operand type #${wrong} ${quoted(passed[wrong])} should match successor input type #${wrong} ${quoted(taken[wrong])}`;
}

/** Checks every `scf.yield` that leaves a region against the types that its op gives. */
export function verifyYields(region: Region, to: string, taken: readonly Type[], isSingle = true): string | undefined {
  for (const block of region.blocks) {
    const last = block.lastOp;
    if (last === null) return "expects regions to end with 'scf.yield'";
    if (last.name !== "scf.yield") {
      // Other terminators (branches) stay inside.
      if (isSingle) return `expects regions to end with 'scf.yield', found '${last.name}'`;
      continue;
    }
    const problem = verifyEdge("Operation scf.yield", to, typesOf(last.operands), taken);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Two rows of carried values of a loop, whose types must agree: inits and arguments, arguments and what is yielded. */
export function verifyCarried(
  [several, one]: readonly [several: string, one: string],
  a: readonly Type[],
  [severalOther, other]: readonly [several: string, one: string],
  b: readonly Type[],
): string | undefined {
  if (a.length !== b.length) return `different number of ${several} and ${severalOther}: ${a.length} != ${b.length}`;
  const wrong = a.findIndex((type, i) => type !== b[i]);
  return wrong < 0
    ? undefined
    : `${wrong}-th ${one} and ${wrong}-th ${other} have different type: ${quoted(a[wrong])} != ${quoted(b[wrong])}`;
}
