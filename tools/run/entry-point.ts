// The function that a run calls, and what it takes and gives.
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { FunctionType, Type } from "../../ir/core/types.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { SIGNATURE } from "../../lowering/bufferize/one-shot-bufferize.ts";
import { entrySignature, findEntry } from "../../lowering/entry.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import { failure, type Failure } from "../command/failure.ts";
import { refuseType } from "./element-types.ts";

export interface EntryPoint {
  readonly name: string;
  readonly signature: FunctionType;
}

/** `isCompiled`: machines need static shapes, the interpreter does not. */
export function entryPoint(module: Operation, wanted: string, isCompiled: boolean): EntryPoint | Failure {
  const functions = [...module.region().entry.ops()].filter(isFunction);
  const names = functions.flatMap((op) => symbolName(op) ?? []);
  const entry = names.includes(wanted) || wanted === "main" ? findEntry(module, wanted) : undefined;
  const name = entry === undefined ? undefined : symbolName(entry);
  if (entry === undefined || name === undefined) return noEntry(wanted, names);
  const signature = entrySignature(entry);
  if (signature === undefined || (isCompiled && entry.name !== "func.func"))
    return failure(`error: @${wanted} is a '${entry.name}', not a function that can be run`);
  if (entry.regions[0]?.isEmpty === true) return failure(`error: @${name} is a declaration without a body`);
  const problems = [
    ...signature.inputs.flatMap((type, i) => problemOf(`argument ${i}`, type, isCompiled)),
    ...signature.results.flatMap((type, i) => problemOf(`result ${i}`, type, isCompiled)),
  ];
  if (problems.length > 0) return failure(problems.map((problem) => `error: @${name}: ${problem}`).join("\n"));
  return { name, signature };
}

/** A func.func, or what it was lowered to, which still carries its signature. */
function isFunction(op: Operation): boolean {
  return op.name === "func.func" || op.attribute(SIGNATURE) !== undefined;
}

function noEntry(wanted: string, names: readonly string[]): Failure {
  if (names.length === 0) return failure("error: the program has no function to run");
  const near = nearest(wanted, names);
  const hint =
    near === undefined
      ? `its functions are ${names.map((name) => `@${name}`).join(", ")}: choose one with --entry`
      : `did you mean '${near}'?`;
  return failure(`error: the program has no function @${wanted}\nhint: ${hint}`);
}

function problemOf(what: string, type: Type, isCompiled: boolean): string[] {
  const refused = refuseType(type);
  if (refused !== undefined) return [`${what}: ${refused}`];
  if (isCompiled && type.kind === "tensor" && type.shape.includes(DYNAMIC))
    return [`${what}: type ${typeText(type)} has an extent that is not static, which only --target=interpreter takes`];
  return [];
}
