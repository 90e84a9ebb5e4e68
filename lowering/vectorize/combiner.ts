// Reductions: the op that combines an accumulator with an element, as vector's combining kinds, and their neutral elements.
import { floatAttr, floatAttrFromBits, integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { FloatAttr, IntegerAttr } from "../../ir/core/attributes.ts";
import type { Block } from "../../ir/core/block.ts";
import { floatToBits } from "../../ir/core/float-bits.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";

export type CombiningKind =
  | "add" | "mul" | "minui" | "minsi" | "minnumf" | "maxui" | "maxsi" | "maxnumf" | "and" | "or" | "xor" | "maximumf" | "minimumf"; // prettier-ignore

const kinds: Readonly<Record<string, CombiningKind>> = {
  "arith.addf": "add",
  "arith.addi": "add",
  "arith.mulf": "mul",
  "arith.muli": "mul",
  "arith.minui": "minui",
  "arith.minsi": "minsi",
  "arith.minnumf": "minnumf",
  "arith.minimumf": "minimumf",
  "arith.maxui": "maxui",
  "arith.maxsi": "maxsi",
  "arith.maxnumf": "maxnumf",
  "arith.maximumf": "maximumf",
  "arith.andi": "and",
  "arith.ori": "or",
  "arith.xori": "xor",
};

/** How body argument `accumulator` is combined, and with which value; undefined when the body is no such reduction. */
export function combinerOf(
  body: Block,
  accumulator: number,
): { readonly kind: CombiningKind; readonly operand: Value } | undefined {
  const argument = body.arguments[accumulator];
  if (argument === undefined || !argument.hasOneUse) return undefined;
  const outputs = body.terminator.operandCount;
  const combined = body.terminator.operands[accumulator - (body.arguments.length - outputs)];
  const op = combined?.definingOp;
  const kind = op === null || op === undefined ? undefined : kinds[op.name];
  if (op === null || op === undefined || kind === undefined || !op.operands.includes(argument) || !combined!.hasOneUse)
    return undefined;
  const operand = op.operand(0) === argument ? op.operand(1) : op.operand(0);
  return operand === argument ? undefined : { kind, operand };
}

/** x such that combining with x changes nothing. */
export function neutralElement(kind: CombiningKind, type: Type): FloatAttr | IntegerAttr | undefined {
  if (type.kind === "float") {
    switch (kind) {
      case "add":
        // -0 + x is x for every x, -0 included.
        return floatAttrFromBits(type, floatToBits(type.name, -0));
      case "mul":
        return floatAttr(type, 1);
      case "maximumf":
        return floatAttr(type, -Infinity);
      case "minimumf":
        return floatAttr(type, Infinity);
      case "maxnumf":
      case "minnumf":
        return floatAttr(type, NaN);
      default:
        return undefined;
    }
  }
  if (type.kind !== "integer" && type.kind !== "index") return undefined;
  const bits = BigInt(type.kind === "index" ? 64 : type.width);
  switch (kind) {
    case "add":
    case "or":
    case "xor":
    case "maxui":
      return integerAttr(type, 0n);
    case "mul":
      return integerAttr(type, 1n);
    case "and":
    case "minui":
      return integerAttr(type, -1n);
    case "maxsi":
      return integerAttr(type, -(1n << (bits - 1n)));
    case "minsi":
      return integerAttr(type, (1n << (bits - 1n)) - 1n);
    default:
      return undefined;
  }
}
