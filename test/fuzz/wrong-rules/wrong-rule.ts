// A rewrite that looks right and is wrong, with the smallest program that shows it: what the tester is tested with.
import { unitAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { refuse, type MatchableDefinition, type Pattern } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { materializeConstant } from "../../../ir/rewrite/fold.ts";
import { arithConstant, floatConstantAttr, integerConstantAttr } from "../../../dialects/arith/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";

/** What its author overlooked. */
export type Mistake =
  | "overflow" | "signedness" | "width" | "poison" | "undefined behaviour" | "rounding" | "NaN" | "signed zero" | "infinity"
  | "boundary" | "guard" | "flag" | "operand order" | "predicate" | "trip count" | "aliasing" | "effect" | "index" | "shape"; // prettier-ignore

/** A function `@main` and arguments for it on which the rule changes what the program does. */
export interface Witness {
  readonly text: string;
  readonly args?: readonly (number | bigint)[];
}

export interface WrongRule {
  /** The equation that does not hold. */
  readonly name: string;
  readonly mistake: Mistake;
  /** Where it was made in earnest: repository and number of an issue or of the change that mended it. */
  readonly source?: string;
  /** The dialects that a program needs so that the rule fires. */
  readonly dialects: readonly string[];
  /** How many ops the left side has at least, constants that it asks for counted, terminators not. */
  readonly leftOps: number;
  readonly pattern: Pattern;
  readonly witness: Witness;
}

/** A wrong folder: what it returns replaces the op's only result, as a value or as a constant. */
export function folder<View extends { readonly op: Operation }>(
  name: string,
  definition: MatchableDefinition<View>,
  fold: (view: View, constants: readonly (Attribute | undefined)[]) => Value | Attribute | undefined,
): Pattern {
  return {
    name,
    root: definition.name,
    text: String(fold),
    rewrite: (op, rewriter) => {
      const view = definition.match(op);
      const folded = view && fold(view, op.operands.map(constantOf));
      if (folded === undefined) return refuse("it does not fold");
      const value = "kind" in folded ? materializeConstant(rewriter, op, folded, op.result().type) : folded;
      if (value === undefined) return refuse("the type has no such constant");
      rewriter.replaceOp(op, value);
      return true;
    },
  };
}

/** Thrown where a type has no constants: `refusingWithoutConstants` makes a refusal of it. */
class NoConstants extends Error {}

/** The rule, refusing types without constants (tensors of dynamic extents); it asks for its constants before it changes anything. */
export function refusingWithoutConstants(rule: WrongRule): WrongRule {
  const { pattern } = rule;
  const rewrite: Pattern["rewrite"] = (op, rewriter) => {
    try {
      return pattern.rewrite(op, rewriter);
    } catch (error) {
      if (error instanceof NoConstants) return refuse("the type has no constants");
      throw error;
    }
  };
  return { ...rule, pattern: { ...pattern, text: pattern.text ?? String(pattern.rewrite), rewrite } };
}

/** An integer constant of a type, or a splat of it. */
export function integer(rewriter: Rewriter, type: Type, value: bigint): Value {
  const attribute = integerConstantAttr(type, value);
  if (attribute === undefined) throw new NoConstants(`a ${type.kind} holds no integers`);
  return arithConstant(rewriter, attribute);
}

/** A float constant of a type, or a splat of it. */
export function float(rewriter: Rewriter, type: Type, value: number): Value {
  const attribute = floatConstantAttr(type, value);
  if (attribute === undefined) throw new NoConstants(`a ${type.kind} holds no floats`);
  return arithConstant(rewriter, attribute);
}

const rewrittenOnce = "wrong_rules.rewritten";

/** Whether an op was marked by `markRewritten`: rules that make another of what they match would apply for ever. */
export const isRewritten = (op: Operation): boolean => op.attribute(rewrittenOnce) !== undefined;

export function markRewritten(op: Operation): Operation {
  op.setAttribute(rewrittenOnce, unitAttr(op.context));
  return op;
}

/** A function `@main` of some arguments that returns one value. */
export function returning(head: string, body: string, value: string, type: string): string {
  return `func.func @main(${head}) -> ${type} {\n${body}\n  return ${value} : ${type}\n}\n`;
}

/** A program that returns what an op of arith makes of two arguments of this type. */
export const binaryOf = (op: string, type: string): string =>
  returning(`%x: ${type}, %y: ${type}`, `  %r = arith.${op} %x, %y : ${type}`, "%r", type);

/** A program on two i8 and two indices that returns `%r`; `values` are lines that all programs of a family begin with. */
export const onElements =
  (values: string) =>
  (body: string, result: string): string => `func.func @main(%x: i8, %y: i8, %i: index, %j: index) -> ${result} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
${values}
${body}
  return %r : ${result}
}
`;

/** A program of stablehlo on two i32 and tensors of them that returns `%r`. */
export const onTensors = (body: string, result: string): string =>
  `func.func @main(%x: i32, %y: i32) -> ${result} {
  %a = tensor.from_elements %x, %y : tensor<2xi32>
  %q = tensor.from_elements %x, %y, %y, %x : tensor<4xi32>
  %m = tensor.from_elements %x, %y, %x, %x : tensor<2x2xi32>
  %n = tensor.from_elements %y, %x, %x, %y : tensor<2x2xi32>
  %s = tensor.from_elements %x : tensor<i32>
${body}
  return %r : ${result}
}
`;
