// The interpreter as a target: runs a program as it is, at whatever level, and measures nothing but time.
import { errorAt } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import type { Type } from "../../../ir/core/types.ts";
import { listUnsupported } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { initializeMemory } from "../../../dialects/wasm/index.ts";
import { callEntry } from "../../entry.ts";
import { interpreterFor } from "../../interpret.ts";
import type { BuildOutcome, RunOutcome, RunSettings } from "../executable.ts";

/** Refuses, all at once, the ops that have no meaning; and a static memory that cannot be laid out. */
export function buildInterpreted(module: Operation, settings: RunSettings): BuildOutcome {
  const unsupported = listUnsupported(module).map(({ op, location, reason }) =>
    errorAt(location, reason.includes(op) ? reason : `'${op}' op: ${reason}`),
  );
  if (unsupported.length > 0) return { ok: false, diagnostics: unsupported };
  const problem = initializeMemory(module, new Memory());
  if (problem !== undefined) return { ok: false, diagnostics: [errorAt(module.location, problem)] };
  return { ok: true, executable: { run: (inputs) => Promise.resolve(interpret(module, settings, inputs)) } };
}

function interpret(module: Operation, settings: RunSettings, inputs: readonly DenseValue[]): RunOutcome {
  const entry = lookupSymbolIn(module, settings.entry);
  if (entry === undefined) throw new Error(`there is no @${settings.entry}`);
  const { signature } = settings;
  const interpreter = interpreterFor(module);
  const args = inputs.map((input, i) => (signature.inputs[i]?.kind === "tensor" ? input : input.get(0)));
  const start = performance.now();
  const outcome = callEntry(interpreter, entry, args);
  const milliseconds = performance.now() - start;
  if (outcome.kind !== "values") {
    const message = outcome.reason.includes(outcome.op) ? outcome.reason : `'${outcome.op}' op: ${outcome.reason}`;
    return { ok: false, diagnostics: [errorAt(outcome.location, message)] };
  }
  const results = outcome.values.map((value, i) => asArray(value, signature.results[i]));
  return { ok: true, results, report: { machine: "interpreter", milliseconds } };
}

/** A scalar as an array of rank 0. */
function asArray(value: RuntimeValue, type: Type | undefined): DenseValue {
  if (value instanceof DenseValue) return value;
  if (type === undefined) throw new Error("a result has no type");
  if (typeof value === "object" && "kind" in value) throw new Error(`a result of kind '${value.kind}' is no array`);
  return DenseValue.splat([], type, value);
}
