// How generated programs cast between types that a conversion has not brought together yet.
import { i64, indexType } from "../../ir/core/type-constructors.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";

/** The type itself, or the one that has the same numbers: of index and i64. */
function ofSameForm(site: GenerationSite, type: Type): Type {
  const { context, random } = site;
  if (random.chance(1, 4)) return type;
  if (type.kind === "index") return i64(context);
  return type.kind === "integer" && type.width === 64 ? indexType(context) : type;
}

/** One value for one, of the same form; any for any in programs that nobody runs. */
export function generateConversionCast(
  site: GenerationSite,
  { resultType }: OperationWish,
): GeneratedParts | undefined {
  const { random } = site;
  if (resultType !== undefined) {
    const input = site.available(ofSameForm(site, resultType));
    return input && { operands: [input], resultTypes: [resultType] };
  }
  const operands: Value[] = [];
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count--) {
    const value = site.find(() => true);
    if (value !== undefined) operands.push(value);
  }
  if (site.isRunnable || random.chance(1, 2)) {
    if (operands.length === 0) return undefined;
    return { operands, resultTypes: operands.map(({ type }) => ofSameForm(site, type)) };
  }
  const resultTypes = Array.from({ length: 1 + random.below(2) }, () => site.type(() => true));
  return { operands, resultTypes: resultTypes.filter((type) => type !== undefined) };
}
