// Changing the types of many values at once: all of a module, or those connected with one.
import type { Operation } from "../../core/operation.ts";
import { typeAttr } from "../../core/attribute-constructors.ts";
import { functionType } from "../../core/type-constructors.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { connectedValues } from "./connected-values.ts";
import { convertAttribute, convertType, type TypeMap } from "./convert-attribute.ts";
import { hasDerivedRegion, visibleOps } from "../visible-ops.ts";
import { entryOf, returnsOf, signatureOf } from "../../rewrite/function-signature.ts";

/** Every value of a module, in the order of the text. */
export function valuesOf(module: Operation): Value[] {
  const values: Value[] = [];
  for (const op of visibleOps(module)) {
    values.push(...op.results);
    if (hasDerivedRegion(op)) continue;
    for (const { blocks } of op.regions) for (const block of blocks) values.push(...block.arguments);
  }
  return values;
}

/** Applies the map to every type of the module; whether one changed. */
export function retypeAll(module: Operation, map: TypeMap): boolean {
  let changed = false;
  for (const value of valuesOf(module)) changed = retypeValue(value, map) || changed;
  for (const op of visibleOps(module)) changed = retypeAttributes(op, map) || changed;
  return changed;
}

/** Applies the map to the types of all values that are connected with one. */
export function retypeConnected(module: Operation, seed: Value, map: TypeMap): boolean {
  const values = connectedValues(seed, (type) => map(type) !== type);
  let changed = false;
  const touched = new Set<Operation>();
  for (const value of values) {
    changed = retypeValue(value, map) || changed;
    const owner = value.definingOp ?? value.ownerBlock?.parentOp ?? null;
    if (owner !== null) touched.add(owner);
    for (const { owner: user } of value.uses()) if (user.parentOp !== null) touched.add(user).add(user.parentOp);
  }
  for (const op of touched) {
    if (signatureOf(op) !== undefined && entryOf(op) !== undefined) retypeSignature(op);
    else if (op !== module) retypeAttributes(op, map);
  }
  return changed;
}

function retypeValue(value: Value, map: TypeMap): boolean {
  const type = convertType(value.type, map);
  if (type === value.type) return false;
  value.setType(type);
  return true;
}

/** The attributes that may be of other types; properties that must have theirs keep it. */
function retypeAttributes(op: Operation, map: TypeMap): boolean {
  let changed = false;
  op.definition.properties.forEach(({ accepts }, slot) => {
    const attribute = op.properties[slot];
    const converted = attribute && convertAttribute(attribute, map);
    if (converted === undefined || converted === attribute || !accepts(converted)) return;
    op.setProperty(slot, converted);
    changed = true;
  });
  return changed;
}

/** The type of a function whose arguments and returns have changed. */
function retypeSignature(op: Operation): void {
  const signature = signatureOf(op);
  if (signature === undefined) return;
  const typesOf = (values: readonly Value[] | undefined): readonly Type[] | undefined =>
    values?.map(({ type }) => type);
  const inputs = typesOf(entryOf(op)?.arguments) ?? signature.inputs;
  const results = typesOf(returnsOf(op)[0]?.operands) ?? signature.results;
  op.setAttribute("function_type", typeAttr(functionType(op.context, inputs, results)));
}
