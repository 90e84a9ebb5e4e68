// Locals: how values travel that are not used in stack order. Only `wasm-stackify` makes these ops.
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { typeVariable } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { MemoryEffects } from "../../ir/define/op-interfaces.ts";
import { I64Property } from "../../ir/define/properties.ts";
import { effect, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { integerImmediate } from "./immediates.ts";
import { ValueType } from "./types.ts";
import { localExample } from "./examples.ts";

const T = typeVariable("T", ValueType);

/** State of a run: the locals of the function that runs, by number. */
export const LOCALS = "wasm.locals";

const localsOf = (run: Execution): Map<number, RuntimeValue> =>
  run.state(LOCALS, () => new Map<number, RuntimeValue>());
const functionAround = (op: Operation): Operation | undefined => op.enclosing((around) => around.name === "wasm.func");

/** The type of a local: a parameter's, or a declared one. */
export function localType(func: Operation, local: number): Type | undefined {
  const parameters = func.region().entry.arguments;
  if (local < parameters.length) return parameters[local]?.type;
  const declared = func.attribute("locals");
  const attribute = declared?.kind === "array" ? declared.elements[local - parameters.length] : undefined;
  return attribute?.kind === "type" ? attribute.type : undefined;
}

function localProblem(op: Operation, local: number, type: Type): string | undefined {
  const func = functionAround(op);
  const declared = func === undefined ? undefined : localType(func, local);
  if (declared === undefined) return `names local ${local}, which its function does not have`;
  return declared === type ? undefined : `names local ${local} of type '${typeText(declared)}' as '${typeText(type)}'`;
}

export const LocalGetOp = defineOp({
  name: "wasm.local_get",
  summary: "Reads a local; the first ones are the function's parameters.",
  example: localExample,
  properties: { local: I64Property },
  results: { result: T },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }])],
  assemblyFormat: "$local attr-dict `:` type($result)",
  verify: ({ op, local, result }) => localProblem(op, local, result.type),
  meaning: effect((op) => {
    const local = integerImmediate(op, "local");
    const parameter = functionAround(op)?.region().entry.arguments[local];
    return (_, run) => {
      const value = localsOf(run).get(local) ?? (parameter === undefined ? undefined : run.valueOf(parameter));
      return [value ?? run.undefinedBehavior(`local ${local} is read before it is set`)];
    };
  }),
});

export const LocalSetOp = defineOp({
  name: "wasm.local_set",
  summary: "Sets a local.",
  example: localExample,
  operands: { value: T },
  properties: { local: I64Property },
  interfaces: [MemoryEffects.with(() => [{ effect: "write" }])],
  assemblyFormat: "$local `,` $value attr-dict `:` type($value)",
  verify: ({ op, local, value }) => localProblem(op, local, value.type),
  meaning: effect((op) => {
    const local = integerImmediate(op, "local");
    return ([value], run) => {
      if (value !== undefined) localsOf(run).set(local, value);
      return [];
    };
  }),
});

export const LocalTeeOp = defineOp({
  name: "wasm.local_tee",
  summary: "Sets a local and gives the value on.",
  example: localExample,
  operands: { value: T },
  properties: { local: I64Property },
  results: { result: T },
  interfaces: [MemoryEffects.with(() => [{ effect: "write" }])],
  assemblyFormat: "$local `,` $value attr-dict `:` type($value)",
  verify: ({ op, local, value }) => localProblem(op, local, value.type),
  meaning: effect((op) => {
    const local = integerImmediate(op, "local");
    return ([value], run) => {
      if (value === undefined) return [];
      localsOf(run).set(local, value);
      return [value];
    };
  }),
});
