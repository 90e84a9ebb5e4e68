// The machine that a module carries: `terrace.machine`, a preset's name or a whole description as JSON.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { findPreset, presetNames } from "./presets/index.ts";
import { parseMachineText, type Machine } from "./schema.ts";

export const MACHINE_ATTRIBUTE = "terrace.machine";

export type ModuleMachine =
  { readonly ok: true; readonly machine: Machine } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads the machine of the module that holds `op`. */
export function machineOf(op: Operation): ModuleMachine {
  let holder: Operation | null = op;
  while (holder !== null && holder.attribute(MACHINE_ATTRIBUTE) === undefined) holder = holder.parentOp;
  const attribute = holder?.attribute(MACHINE_ATTRIBUTE);
  const refuse = (message: string, hint?: string): ModuleMachine => ({
    ok: false,
    diagnostic: errorAt((holder ?? op).location, message, hint === undefined ? {} : { hint }),
  });
  if (attribute === undefined) {
    return refuse(
      `the module has no '${MACHINE_ATTRIBUTE}' attribute`,
      `run 'set-machine{name=cpu}' first, or write ${MACHINE_ATTRIBUTE} = "cpu"`,
    );
  }
  if (attribute.kind !== "string")
    return refuse(`'${MACHINE_ATTRIBUTE}' must be a string: a preset's name or a description as JSON`);
  const text = attribute.value;
  if (!text.trimStart().startsWith("{")) {
    const preset = findPreset(text);
    if (preset !== undefined) return { ok: true, machine: preset };
    const near = nearest(text, presetNames);
    return refuse(
      `there is no machine '${text}'`,
      near === undefined ? `known machines: ${presetNames.join(", ")}` : `did you mean '${near}'?`,
    );
  }
  const parsed = parseMachineText(text);
  return parsed.ok ? parsed : refuse(`the machine description is wrong: ${parsed.message}`);
}

/** Puts a machine into a module: a preset's name, or a description as JSON text. */
export function setMachine(module: Operation, machine: string): void {
  module.setAttribute(MACHINE_ATTRIBUTE, stringAttr(module.context, machine));
}
