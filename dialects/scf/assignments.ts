// The syntax `iter_args(%a = %x, %b = %y)`: region arguments with the values that they start from.
import type { Value } from "../../ir/core/value.ts";
import type { Type } from "../../ir/core/types.ts";
import type { OpParser, UnresolvedOperand } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";

export interface Assignment {
  readonly argument: UnresolvedOperand;
  readonly init: UnresolvedOperand;
}

/** ` iter_args(%a = %x)` with the given words in front; nothing for no arguments. */
export function printAssignments(p: OpPrinter, words: string, args: readonly Value[], inits: readonly Value[]): void {
  if (args.length === 0) return;
  p.text(`${words}(`);
  p.list(args.entries(), ([i, argument]) => {
    p.value(argument);
    const init = inits[i];
    if (init === undefined) return;
    p.text(" = ");
    p.value(init);
  });
  p.text(")");
}

/** `(%a = %x, %b = %y)`. */
export function parseAssignments(p: OpParser): Assignment[] {
  return p.commaList("(", ")", () => {
    const argument = p.argument({ type: "none" }).name;
    p.expect("=");
    return { argument, init: p.operand() };
  });
}

/** Region arguments for `p.region`, pairwise. */
export function typedArguments(
  names: readonly UnresolvedOperand[],
  types: readonly Type[],
): { name: UnresolvedOperand; type: Type }[] {
  return names.flatMap((name, i) => {
    const type = types[i];
    return type === undefined ? [] : [{ name, type }];
  });
}

/** `(%i, %j)` as names of arguments. */
export const parseArgumentNames = (p: OpParser): UnresolvedOperand[] =>
  p.commaList("(", ")", () => p.argument({ type: "none" }).name);

/** `(%i, %j)`. */
export function printInParentheses(p: OpPrinter, values: readonly Value[]): void {
  p.text("(");
  p.values(values);
  p.text(")");
}

/** `(%a, %b)` as operands of one type. */
export function parseInParentheses(p: OpParser, type: Type): Value[] {
  p.expect("(");
  const operands = p.operandList();
  p.expect(")");
  return operands.map((operand) => p.resolve(operand, type));
}
