// The step that drops attributes: discardable ones, optional properties, and values that differ from the default.
import { dictionaryAttr } from "../../core/attribute-constructors.ts";
import { UNREGISTERED_PROPERTIES } from "../../core/unregistered-definition.ts";
import type { Operation } from "../../core/operation.ts";
import { changeAttribute } from "./change-attribute.ts";
import { visibleOps } from "../visible-ops.ts";
import type { Edit, Step } from "./step.ts";

const bookkeeping: ReadonlySet<string> = new Set(["operandSegmentSizes", "resultSegmentSizes"]);

function attributeEdits(op: Operation, module: Operation): Edit[] {
  const edits: Edit[] = op.discardable.map(
    ([name]) =>
      () =>
        op.isWithin(module) && changeAttribute(op, name, undefined),
  );
  op.definition.properties.forEach(({ name, optional, defaultValue }, slot) => {
    const attribute = op.properties[slot];
    const simplest = defaultValue?.(op.context);
    if (attribute === undefined || attribute === simplest || bookkeeping.has(name)) return;
    if (name === UNREGISTERED_PROPERTIES && attribute.kind === "dictionary") {
      for (const [key] of attribute.entries) edits.push(() => op.isWithin(module) && dropEntry(op, slot, key));
    }
    if (!optional && simplest === undefined) return;
    edits.push(() => op.isWithin(module) && changeAttribute(op, name, simplest));
  });
  return edits;
}

/** An entry of the properties of an op of an unregistered dialect. */
function dropEntry(op: Operation, slot: number, key: string): boolean {
  const attribute = op.properties[slot];
  if (attribute?.kind !== "dictionary" || attribute.entries.every(([name]) => name !== key)) return false;
  const rest = attribute.entries.filter(([name]) => name !== key);
  op.setProperty(slot, rest.length === 0 ? undefined : dictionaryAttr(op.context, rest));
  return true;
}

export const dropAttributes: Step = {
  name: "drop attributes",
  summary: "an attribute that may be absent goes; a property takes its default",
  edits: (module) => visibleOps(module).flatMap((op) => attributeEdits(op, module)),
};
