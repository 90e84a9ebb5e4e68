// Signatures of functions, whatever dialect they are of: one argument or result more or less, in the body and at the callers.
import type { Attribute, SymbolRefAttr } from "../../core/attributes.ts";
import { arrayAttr, typeAttr } from "../../core/attribute-constructors.ts";
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { symbolName, symbolUsers } from "../../core/symbol-table.ts";
import { functionType } from "../../core/type-constructors.ts";
import type { FunctionType, Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { CallableOpInterface, CallOpInterface, LaunchOpInterface } from "../../define/op-interfaces.ts";
import { eraseOperand } from "../../rewrite/branch-operands.ts";
import { withoutResult } from "./rebuild.ts";

/** The type of a function-like op. */
export function signatureOf(op: Operation): FunctionType | undefined {
  const attribute = op.attribute("function_type");
  return attribute?.kind === "type" && attribute.type.kind === "function" ? attribute.type : undefined;
}

/** The entry block of a function that has a body. */
export function entryOf(callable: Operation): Block | undefined {
  return CallableOpInterface.of(callable)?.(callable)?.blocks[0];
}

/** The ends of the blocks of a function's body that return. */
export function returnsOf(callable: Operation): Operation[] {
  const body = CallableOpInterface.of(callable)?.(callable);
  const ends = (body?.blocks ?? []).flatMap((block) => block.lastOp ?? []);
  return ends.filter((op) => op.hasTrait("ReturnLike"));
}

/** The calls of a function, and where in their operands the arguments begin. */
export function callersOf(callable: Operation): { readonly call: Operation; readonly start: number }[] {
  const name = symbolName(callable);
  const { parentOp } = callable;
  if (name === undefined || parentOp === null) return [];
  return symbolUsers(parentOp, name).flatMap((call) => {
    const args = argumentsOf(call, name);
    if (args === undefined) return [];
    const start = call.operandCount - args.length;
    return args.every((value, i) => call.operand(start + i) === value) ? [{ call, start }] : [{ call, start: 0 }];
  });
}

function argumentsOf(op: Operation, name: string): readonly Value[] | undefined {
  const call = CallOpInterface.of(op)?.(op);
  if (call !== undefined) return isOf(call.callee, name) ? call.args : undefined;
  const launch = LaunchOpInterface.of(op)?.(op);
  return launch?.callee === name ? launch.args : undefined;
}

const isOf = ({ root, nested }: SymbolRefAttr, name: string): boolean => (nested.at(-1) ?? root) === name;

/** Gives the function around `at` one argument more. Undefined where it is called, or there is no function. */
export function addArgument(at: Operation, type: Type): Value | undefined {
  const callable = at.enclosing((op) => op.hasTrait("IsolatedFromAbove"));
  if (callable === undefined) return undefined;
  const [signature, entry] = [signatureOf(callable), entryOf(callable)];
  if (signature === undefined || entry === undefined || callersOf(callable).length > 0) return undefined;
  const { inputs, results, context } = signature;
  if (entry.arguments.length !== inputs.length) return undefined;
  callable.setAttribute("function_type", typeAttr(functionType(context, [...inputs, type], results)));
  const attributes = callable.attribute("arg_attrs");
  if (attributes !== undefined) callable.setAttribute("arg_attrs", undefined);
  return entry.addArgument(type);
}

/** Takes an argument without uses from a function and its callers. */
export function eraseArgument(callable: Operation, index: number): boolean {
  const signature = signatureOf(callable);
  if (signature?.inputs[index] === undefined) return false;
  const callers = callersOf(callable);
  const { inputs, results, context } = signature;
  callable.setAttribute("function_type", typeAttr(functionType(context, without(inputs, index), results)));
  eraseElement(callable, "arg_attrs", index);
  const entry = entryOf(callable);
  if (entry?.arguments[index] !== undefined) entry.eraseArgument(index);
  for (const { call, start } of callers) {
    if (start + index < call.operandCount) eraseOperand(call, { start, length: inputs.length }, index);
    eraseElement(call, "arg_attrs", index);
  }
  return true;
}

/** Takes a result from a function, its returns and its callers, whose uses of it are gone. */
export function eraseFunctionResult(callable: Operation, index: number): boolean {
  const signature = signatureOf(callable);
  if (signature?.results[index] === undefined) return false;
  const callers = callersOf(callable);
  const { inputs, results, context } = signature;
  callable.setAttribute("function_type", typeAttr(functionType(context, inputs, without(results, index))));
  eraseElement(callable, "res_attrs", index);
  for (const end of returnsOf(callable))
    if (end.operandCount === results.length) eraseOperand(end, { start: 0, length: results.length }, index);
  for (const { call } of callers) {
    eraseElement(call, "res_attrs", index);
    if (index < call.resultCount) withoutResult(call, index);
  }
  return true;
}

const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, at) => at !== index);

/** Takes an element out of an array attribute of one element for each argument or result. */
function eraseElement(op: Operation, name: string, index: number): void {
  const list: Attribute | undefined = op.attribute(name);
  if (list?.kind !== "array") return;
  const rest = without(list.elements, index);
  op.setAttribute(name, rest.length === 0 ? undefined : arrayAttr(op.context, rest));
}
