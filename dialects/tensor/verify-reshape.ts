// What tensor.collapse_shape and expand_shape ask of the larger and the smaller type.
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, type RankedTensorType } from "../../ir/core/types.ts";
import { collapsedShape, type Reassociation } from "../../ir/define/reassociation.ts";
import { typeText } from "../../ir/syntax/printer.ts";

/** The first group that is not the dimensions behind those of the groups before it. */
function invalidGroup(reassociation: Reassociation): number {
  let next = 0;
  return reassociation.findIndex((group) => group.length === 0 || group.some((d) => d !== next++));
}

export function verifyTensorReshape(
  large: RankedTensorType,
  small: RankedTensorType,
  reassociation: Reassociation,
): string | undefined {
  const [largeRank, smallRank] = [large.shape.length, small.shape.length];
  if (largeRank < smallRank)
    return `expected the expanded type, '${typeText(large)}' to have a higher (or same) rank than the collapsed type, '${typeText(small)}'.`;
  if (smallRank !== reassociation.length)
    return `expected collapsed rank (${smallRank}) to equal the number of reassociation maps (${reassociation.length}).`;
  const dims = Math.max(-1, ...reassociation.flat()) + 1;
  if (reassociation.length > 0 && dims !== largeRank)
    return `expected reassociation map #0 to have size equal to the expanded rank (${largeRank}), but it is  ${dims}.`;
  const invalid = invalidGroup(reassociation);
  if (invalid >= 0) return `expected reassociation map #${invalid} to be valid and contiguous.`;
  const collapsed = collapsedShape(large.shape, reassociation);
  for (const [d, extent] of collapsed.entries()) {
    if (extent === small.shape[d]) continue;
    return extent === DYNAMIC
      ? `expected dimension ${d} of collapsed type to be dynamic since one or more of the corresponding dimensions in the expanded type is dynamic`
      : `expected dimension ${d} of collapsed type to be static value of ${extent}`;
  }
  if (large.element === small.element) return undefined;
  return `expected collapsed type to be '${typeText(tensorType(collapsed, large.element))}', but got '${typeText(small)}'`;
}
