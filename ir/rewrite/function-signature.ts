// Signatures of functions, whatever dialect they are of: one argument or result more or less, in the body and at the callers.
import type { Attribute, SymbolRefAttr } from "../core/attributes.ts";
import { arrayAttr, dictionaryAttr, typeAttr } from "../core/attribute-constructors.ts";
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import { symbolName, symbolUsers } from "../core/symbol-table.ts";
import { functionType } from "../core/type-constructors.ts";
import type { FunctionType, Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { CallableOpInterface, CallOpInterface, LaunchOpInterface } from "../define/op-interfaces.ts";
import { eraseOperand } from "./branch-operands.ts";
import type { Listener } from "./listener.ts";
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

/** A call, and where in its operands the arguments begin. */
export interface Caller {
  /** Another op once a result was taken out. */
  call: Operation;
  readonly start: number;
}

/** The calls of a function. */
export function callersOf(callable: Operation): Caller[] {
  const name = symbolName(callable);
  const { parentOp } = callable;
  if (name === undefined || parentOp === null) return [];
  return symbolUsers(parentOp, name).flatMap((call) => callerOf(call, name) ?? []);
}

/** The op as a call of the function of this name. */
export function callerOf(call: Operation, name: string): Caller | undefined {
  const args = argumentsOf(call, name);
  return args && { call, start: argumentStart(call, args) };
}

/** Where the arguments that a call says it passes are among its operands. */
export function argumentStart(call: Operation, args: readonly Value[]): number {
  const start = call.operandCount - args.length;
  return args.every((value, i) => call.operand(start + i) === value) ? start : 0;
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
  if (attributes?.kind === "array")
    callable.setAttribute("arg_attrs", arrayAttr(context, [...attributes.elements, dictionaryAttr(context, [])]));
  return entry.addArgument(type);
}

/** Takes an argument without uses from a function and its callers. */
export function eraseArgument(
  callable: Operation,
  index: number,
  callers: Iterable<Caller> = callersOf(callable),
  listener?: Listener,
): boolean {
  const signature = signatureOf(callable);
  if (signature?.inputs[index] === undefined) return false;
  const { inputs, results, context } = signature;
  callable.setAttribute("function_type", typeAttr(functionType(context, without(inputs, index), results)));
  eraseElement(callable, "arg_attrs", index);
  const entry = entryOf(callable);
  if (entry?.arguments[index] !== undefined) entry.eraseArgument(index);
  for (const { call, start } of callers) {
    if (start + index < call.operandCount) eraseOperand(call, { start, length: inputs.length }, index);
    eraseElement(call, "arg_attrs", index);
    listener?.modified?.(call);
  }
  listener?.modified?.(callable);
  return true;
}

/** Takes a result from a function, its returns and its callers, whose uses of it are gone; a caller is made anew. */
export function eraseFunctionResult(
  callable: Operation,
  index: number,
  callers: Iterable<Caller> = callersOf(callable),
  listener?: Listener,
): boolean {
  const signature = signatureOf(callable);
  if (signature?.results[index] === undefined) return false;
  const { inputs, results, context } = signature;
  callable.setAttribute("function_type", typeAttr(functionType(context, inputs, without(results, index))));
  eraseElement(callable, "res_attrs", index);
  for (const end of returnsOf(callable)) {
    if (end.operandCount !== results.length) continue;
    eraseOperand(end, { start: 0, length: results.length }, index);
    listener?.modified?.(end);
  }
  for (const caller of callers) {
    eraseElement(caller.call, "res_attrs", index);
    if (index < caller.call.resultCount) caller.call = withoutResult(caller.call, index, listener);
  }
  listener?.modified?.(callable);
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
