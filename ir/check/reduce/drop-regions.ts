// The step that takes regions from ops that may have any number of them, with what a property says of each: the cases of a switch.
import { arrayAttr, denseArrayAttr } from "../../core/attribute-constructors.ts";
import type { Attribute } from "../../core/attributes.ts";
import type { Operation } from "../../core/operation.ts";
import { visibleOps } from "../visible-ops.ts";
import { withoutRegion } from "../../rewrite/rebuild.ts";
import type { Edit, Step } from "./step.ts";

/** The numbers of the regions that may go: those of a variadic group at the end, or all of an op that is not registered. */
function firstVariadic({ definition, regions }: Operation): number {
  if (!definition.registered) return 0;
  const last = definition.regions.at(-1);
  return last !== undefined && last.arity !== "one" ? definition.regions.length - 1 : regions.length;
}

/** A list of one element for each of `count` regions, without one of them. */
function withoutElement(attribute: Attribute, count: number, index: number): Attribute | undefined {
  if (attribute.kind === "dense_array" && attribute.values.length === count && attribute.bits === undefined)
    return denseArrayAttr(attribute.element, attribute.values.filter((_, at) => at !== index)); // prettier-ignore
  if (attribute.kind === "array" && attribute.elements.length === count)
    return arrayAttr(attribute.context, attribute.elements.filter((_, at) => at !== index)); // prettier-ignore
  return undefined;
}

function dropRegion(op: Operation, number: number, first: number): void {
  const count = op.regions.length - first;
  op.properties.forEach((attribute, slot) => {
    const rest = attribute && withoutElement(attribute, count, number - first);
    if (rest !== undefined) op.setProperty(slot, rest);
  });
  withoutRegion(op, number);
}

export const dropRegions: Step = {
  name: "drop regions",
  summary: "an op with any number of regions has one less",
  // A region less is a new op.
  alone: true,
  edits: (module) =>
    visibleOps(module).flatMap((op) => {
      const first = firstVariadic(op);
      return op.regions.slice(first).map((region): Edit => () => {
        const number = op.regions.indexOf(region);
        if (op === module || number < 0 || !op.isWithin(module)) return false;
        dropRegion(op, number, first);
        return true;
      });
    }),
};
