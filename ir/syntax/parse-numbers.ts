// Integer and float literals with their types: ranges, hexadecimal bit patterns of floats.
import type { Attribute } from "../core/attributes.ts";
import { floatAttrFromBits, integerAttr } from "../core/attribute-constructors.ts";
import { floatToBits } from "../core/float-bits.ts";
import { f64, i64 } from "../core/type-constructors.ts";
import type { FloatType, IndexType, IntegerType, Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import type { TextParser } from "./text-parser.ts";
import type { TokenParser } from "./token-parser.ts";

/** `-1 : i8`, `0x7F800000 : f32`; `type` is known from elsewhere, else after a colon, else i64 or f64. */
export function parseNumber(p: TextParser, type: Type | undefined): Attribute {
  const number = parseNumberParts(p, type);
  return "bits" in number ? floatAttrFromBits(number.type, number.bits) : integerAttr(number.type, number.value);
}

/** What a literal says: the value of an integer, which its type may wrap, or the bits of a float. */
export type NumberParts =
  | { readonly type: IntegerType | IndexType; readonly value: bigint }
  | { readonly type: FloatType; readonly bits: bigint };

export function parseNumberParts(p: TextParser, type?: Type): NumberParts {
  const at = p.position();
  const negative = p.acceptCode(45);
  const { kind, text, start, end } = p.lexer;
  if (kind !== Token.integer && kind !== Token.float) p.error("expected constant integer or floating point value");
  p.lexer.advance();
  const isFloat = kind === Token.float;
  const actual = type ?? (p.acceptCode(58) ? p.type() : isFloat ? f64(p.context) : i64(p.context));
  if (!negative && (actual.kind === "integer" || actual.kind === "index")) {
    const value = plainInteger(actual, text, start, end);
    if (value >= 0) return integerAttr(actual, value);
  }
  try {
    return numberOf(p, actual, text.slice(start, end), isFloat, negative, at);
  } catch (failure) {
    p.recover(failure);
    return { type: i64(p.context), value: 0n };
  }
}

function numberOf(
  p: TextParser,
  actual: Type,
  spelling: string,
  isFloat: boolean,
  negative: boolean,
  at: number,
): NumberParts {
  if (actual.kind === "float") {
    const bits = isFloat
      ? floatToBits(actual.name, floatOfLiteral(spelling, negative))
      : floatBitsOfLiteral(p, actual, spelling, negative, at);
    return { type: actual, bits };
  }
  if (isFloat) p.error("floating point value not valid for specified type", at);
  if (actual.kind !== "integer" && actual.kind !== "index") p.error("integer literal not valid for specified type", at);
  return { type: actual, value: checkedInteger(p, actual, spelling, negative, at) };
}

/** A literal with a point, in double precision as MLIR reads it; too large a one is infinite. */
export const floatOfLiteral = (spelling: string, negative: boolean): number =>
  negative ? -Number(spelling) : Number(spelling);

/** The bits that a hexadecimal integer literal gives a float. */
export function floatBitsOfLiteral(
  p: TokenParser,
  type: FloatType,
  spelling: string,
  negative: boolean,
  at: number,
): bigint {
  if (!spelling.startsWith("0x")) {
    const diagnostic = p.diagnostic("unexpected decimal integer literal for a floating point value", at);
    p.fail(
      {
        ...diagnostic,
        notes: [{ location: diagnostic.location, message: "add a trailing dot to make the literal a float" }],
      },
      at,
    );
  }
  if (negative) p.error("hexadecimal float literal should not have a leading minus", at);
  const bits = BigInt(spelling);
  if (bits >> BigInt(type.width) !== 0n) p.error("hexadecimal float constant out of range for type", at);
  return type.name === "f80" ? canonicalF80(bits) : bits;
}

const F80_INTEGER_BIT = 1n << 63n;

/** Numbers without their leading bit, which hardware does not have, are NaNs. */
function canonicalF80(bits: bigint): bigint {
  const exponent = (bits >> 64n) & 0x7fffn;
  const isInvalid = exponent !== 0n && exponent !== 0x7fffn && (bits & F80_INTEGER_BIT) === 0n;
  return isInvalid ? bits | (0x7fffn << 64n) : bits;
}

/** The value of an integer literal, refused when the type cannot hold it. Signless types take signed and unsigned readings; there is no -0. */
export function checkedInteger(
  p: TokenParser,
  type: IntegerType | IndexType,
  spelling: string,
  negative: boolean,
  at: number,
  message = "integer constant out of range for attribute",
): bigint {
  const magnitude = BigInt(spelling);
  const width = type.kind === "index" ? 64 : type.width;
  const signedness = type.kind === "index" ? "signed" : type.signedness;
  if (negative && signedness === "unsigned")
    p.reject("negative integer literal not valid for unsigned integer type", at);
  const half = width === 0 ? 1n : 1n << BigInt(width - 1);
  const limit = negative ? half : signedness === "signed" ? half - 1n : (1n << BigInt(width)) - 1n;
  if (magnitude > limit || (negative && width === 0) || (negative && magnitude === 0n)) p.reject(message, at);
  return negative ? -magnitude : magnitude;
}

/** The value of a few decimal digits that the type surely holds; -1 for all else, which is read with more care. */
export function plainInteger(
  type: IntegerType | IndexType | FloatType,
  text: string,
  start: number,
  end: number,
): number {
  const width = type.kind === "index" ? 64 : type.kind === "integer" && type.signedness !== "unsigned" ? type.width : 0;
  if (width < 8 || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return width >= 32 || value < 2 ** (width - 1) ? value : -1;
}
