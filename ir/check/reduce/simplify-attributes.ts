// The steps that make the numbers in constants and other attributes smaller.
import type { Attribute } from "../../core/attributes.ts";
import type { Operation } from "../../core/operation.ts";
import { changeAttribute } from "./change-attribute.ts";
import { visibleOps } from "../visible-ops.ts";
import { simplerAttributes } from "./simpler-attributes.ts";
import type { Edit, Step } from "./step.ts";

/** Properties that follow from the rest of the op. */
const derived: ReadonlySet<string> = new Set([
  "operandSegmentSizes",
  "resultSegmentSizes",
  "sym_name",
  "sym_visibility",
  "function_type",
]);

function set(op: Operation, module: Operation, name: string, from: Attribute, to: Attribute): Edit {
  return () => op.attribute(name) === from && op.isWithin(module) && changeAttribute(op, name, to);
}

/** The simplest that each may be: those of all attributes together are tried first. */
export const simplestAttributes: Step = {
  name: "set numbers to zero",
  summary: "numbers in attributes take the simplest value, elements become splats",
  edits: (module) => editsOf(module, (simpler) => simpler.slice(0, 1)),
};

export const simplifyAttributes: Step = {
  name: "make numbers smaller",
  summary: "numbers in attributes come nearer to zero, elements one by one, lists shorter",
  edits: (module) => editsOf(module, (simpler) => simpler),
};

function editsOf(module: Operation, choose: (simpler: readonly Attribute[]) => readonly Attribute[]): Edit[] {
  return visibleOps(module).flatMap((op) =>
    op.allAttributes
      .filter(([name]) => !derived.has(name))
      .flatMap(([name, attribute]) => {
        const slot = op.definition.propertySlots.get(name);
        const accepts = slot === undefined ? undefined : op.definition.properties[slot]?.accepts;
        const fitting = simplerAttributes(attribute).filter((simpler) => accepts?.(simpler) ?? true);
        return choose(fitting).map((simpler) => set(op, module, name, attribute, simpler));
      }),
  );
}
