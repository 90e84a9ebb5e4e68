// `array<i64: 1, 2>`, between the angle brackets.
import type { Attribute } from "../core/attributes.ts";
import { denseArrayAttr, denseFloatArrayAttr } from "../core/attribute-constructors.ts";
import { floatToBits } from "../core/float-bits.ts";
import { packedDenseArrayAttr } from "../core/packed-attributes.ts";
import { isPackable, PACKED_FROM, ScalarPacker } from "../core/packed-scalars.ts";
import { i64 } from "../core/type-constructors.ts";
import type { FloatType, IntegerType } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { checkedInteger, floatBitsOfLiteral, floatOfLiteral, plainInteger } from "./parse-numbers.ts";
import type { TextParser } from "./text-parser.ts";

export function parseDenseArray(p: TextParser): Attribute {
  const at = p.position();
  const element = p.type();
  const problem =
    element.kind !== "integer" && element.kind !== "float"
      ? "expected integer or float type"
      : (element.kind === "float" || element.width !== 1) && element.width % 8 !== 0
        ? "element type bitwidth must be a multiple of 8"
        : undefined;
  if (problem !== undefined) p.mistake(problem, at);
  const type =
    problem === undefined && (element.kind === "integer" || element.kind === "float") ? element : i64(p.context);
  const values: bigint[] = [];
  if (!p.acceptCode(58)) return denseArrayAttr(type, values);
  let many: ScalarPacker | undefined;
  do {
    if (many !== undefined) pushElement(p, type, many);
    else if (values.push(arrayElement(p, type)) === PACKED_FROM && isPackable(type)) {
      many = new ScalarPacker(type);
      for (const value of values) many.push(value);
    }
  } while (p.acceptCode(44));
  if (many !== undefined) return packedDenseArrayAttr(type, many.finish());
  return type.kind === "float" ? denseFloatArrayAttr(type, values) : denseArrayAttr(type, values);
}

function pushElement(p: TextParser, type: IntegerType | FloatType, packer: ScalarPacker): void {
  const { kind, text, start, end } = p.lexer;
  const plain = kind === Token.integer ? plainInteger(type, text, start, end) : -1;
  if (plain < 0) {
    packer.push(arrayElement(p, type));
    return;
  }
  p.lexer.advance();
  packer.pushNumber(plain);
}

/** A word or a number; which of them, the type of the elements says. A float gives its bits. */
function arrayElement(p: TextParser, type: IntegerType | FloatType): bigint {
  const at = p.position();
  const isBoolean = type.kind === "integer" && type.width === 1;
  const expected = isBoolean
    ? "expected 'true' or 'false' values for i1 type"
    : `expected ${type.kind === "float" ? "floating point" : "integer"} literal`;
  const isTrue = p.accept("true");
  if (isTrue || p.accept("false")) {
    if (!isBoolean) p.mistake(expected, at);
    return isTrue ? 1n : 0n;
  }
  const negative = p.acceptCode(45);
  const { kind, spelling, start } = p.lexer;
  if (kind !== Token.integer && kind !== Token.float) p.error(expected);
  p.lexer.advance();
  try {
    if (isBoolean || (type.kind === "integer" && kind === Token.float)) p.reject(expected, start);
    if (type.kind === "integer")
      return checkedInteger(p, type, spelling, negative, at, "integer constant out of range");
    if (kind === Token.float) return floatToBits(type.name, floatOfLiteral(spelling, negative));
    return floatBitsOfLiteral(p, type, spelling, negative, at);
  } catch (failure) {
    p.recover(failure);
    return 0n;
  }
}
