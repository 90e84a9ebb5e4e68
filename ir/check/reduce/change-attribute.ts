// Changing an attribute so that the change can be seen in the text: what the reader adds by itself cannot be dropped.
import { checkTable } from "../../analysis/definition-checks.ts";
import { verifyOperation } from "../../analysis/verify-operation.ts";
import type { Attribute } from "../../core/attributes.ts";
import type { Operation } from "../../core/operation.ts";
import { printOperation } from "../../syntax/printer.ts";
import { hasDerivedRegion } from "../visible-ops.ts";

const textOf = (op: Operation): string => printOperation(op, { localScope: true, skipRegions: true });

/** Sets or drops an attribute; false, and nothing is changed, where that makes the op wrong or leaves its text as it was. */
export function changeAttribute(op: Operation, name: string, to: Attribute | undefined): boolean {
  const from = op.attribute(name);
  if (from === to) return false;
  // Only these may be left out by an op's own syntax: what is absent, and what named structured ops derive.
  const isChecked = op.definition.registered && (to === undefined || hasDerivedRegion(op));
  const text = isChecked ? textOf(op) : undefined;
  op.setAttribute(name, to);
  if (text === undefined) return true;
  // Only an op that verifies can be printed.
  if (verifyOperation(op, checkTable(op.context)) === undefined && textOf(op) !== text) return true;
  op.setAttribute(name, from);
  return false;
}
