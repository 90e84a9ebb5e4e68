// Checks of combining regions: arguments and results are rank-0 tensors of the accumulators' types.
import type { Region } from "../../ir/core/block.ts";
import type { Type } from "../../ir/core/types.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";

const listed = (types: readonly Type[]): string => types.map((type) => `'${typeText(type)}'`).join(", ");

/** What is wrong with the types of a region's arguments or of what its terminator returns. */
export function verifyRegionTypes(
  region: Region,
  args: readonly Type[],
  results: readonly Type[],
  what: string,
): string | undefined {
  if (region.isEmpty) return `${what} must have a block`;
  const found = region.entry.arguments.map(({ type }) => type);
  if (found.length !== args.length || found.some((type, i) => type !== args[i]))
    return `${what} must take (${listed(args)}), but takes (${listed(found)})`;
  const end = region.entry.lastOp;
  if (end?.name !== "stablehlo.return") return `${what} must end in 'stablehlo.return'`;
  const returned = end.operands.map(({ type }) => type);
  if (returned.length === results.length && returned.every((type, i) => type === results[i])) return undefined;
  return `${what} must return (${listed(results)}), but returns (${listed(returned)})`;
}

export const scalarTypes = (elements: readonly Type[]): Type[] => elements.map((element) => tensorType([], element));
