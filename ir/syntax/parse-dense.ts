// `dense<...>` literals (splats, nested lists, hexadecimal strings) and `array<i64: ...>`.
import type { Attribute } from "../core/attributes.ts";
import { denseArrayAttr, denseElementsAttr } from "../core/attribute-constructors.ts";
import { bitsToFloat } from "../core/float-bits.ts";
import { elementCount, type FloatType, type IndexType, type IntegerType, type RankedTensorType, type Type, type VectorType } from "../core/types.ts"; // prettier-ignore
import { denseFromHex, elementBytes, partsPerElement, scalarOf, writeFloat, writeInteger } from "./dense-data.ts";
import { Token } from "./lexer.ts";
import { elementsType } from "./parse-elements-type.ts";
import { checkedInteger, floatBitsOfLiteral } from "./parse-numbers.ts";
import { typeText } from "./print-attributes.ts";
import type { TextParser } from "./text-parser.ts";

/** The scalars of a literal as places in the text: start, end, 1 if negative. Their type comes after them. */
interface Scalars {
  readonly places: number[];
  complex: boolean;
}

export function parseDenseElements(p: TextParser, type: Type | undefined): Attribute {
  const at = p.position();
  const before = p.lexer.start - "dense<".length;
  if (p.lexer.kind === Token.string) {
    const literal = p.string();
    p.expect(">");
    const shaped = elementsType(p, type);
    if (!/^0x([0-9a-fA-F]{2})*$/.test(literal))
      p.error("dense elements of strings are not supported; a hexadecimal string begins with 0x", at);
    const scalar = checkedScalar(p, shaped, at);
    const data = denseFromHex(
      literal,
      elementCount(shaped.shape) * partsPerElement(shaped.element),
      partsPerElement(shaped.element),
      scalar,
    );
    if (data === undefined) p.error("elements hex data size is invalid for provided type: " + typeText(shaped), at);
    return denseElementsAttr(shaped, data.bytes, data.splat, elementBytes(shaped.element));
  }
  const scalars: Scalars = { places: [], complex: false };
  const shape = p.peek(">") ? undefined : parseLiteral(p, scalars);
  const listed = p.lexer.text.charCodeAt(at) === 91;
  p.expect(">");
  return denseOfScalars(p, elementsType(p, type), scalars, listed ? shape : undefined, before);
}

/** One scalar, complex pair or list; gives its shape. */
function parseLiteral(p: TextParser, scalars: Scalars): number[] {
  if (p.lexer.kind === 91) {
    p.enter();
    let first: number[] | undefined;
    let count = 0;
    p.commaList("[", "]", () => {
      const shape = parseLiteral(p, scalars);
      count++;
      if (first === undefined) first = shape;
      else if (shape.length !== first.length || shape.some((extent, i) => extent !== first?.[i])) {
        p.error("tensor literal is invalid; ranks are not consistent between elements", p.lexer.previousEnd);
      }
    });
    p.leave();
    return [count, ...(first ?? [])];
  }
  if (p.acceptCode(40)) {
    scalars.complex = true;
    parseScalar(p, scalars);
    p.expect(",");
    parseScalar(p, scalars);
    p.expect(")");
  } else parseScalar(p, scalars);
  return [];
}

function parseScalar(p: TextParser, scalars: Scalars): void {
  const negative = p.acceptCode(45);
  const { kind, start, end } = p.lexer;
  if (kind === Token.string) p.error("dense elements of strings are not supported");
  const isWord = kind === Token.bareId && !negative && (p.peek("true") || p.peek("false"));
  if (!isWord && kind !== Token.integer && kind !== Token.float) p.error("expected element literal of primitive type");
  scalars.places.push(start, end, negative ? 1 : 0);
  p.lexer.advance();
}

function checkedScalar(
  p: TextParser,
  type: RankedTensorType | VectorType,
  at: number,
): IntegerType | IndexType | FloatType {
  return scalarOf(type.element) ?? p.error(`dense elements of type '${typeText(type.element)}' are not supported`, at);
}

function denseOfScalars(
  p: TextParser,
  type: RankedTensorType | VectorType,
  { places, complex }: Scalars,
  shape: readonly number[] | undefined,
  at: number,
): Attribute {
  const count = places.length / 3;
  if (shape !== undefined && shape.join() !== type.shape.join() && !(count === 0 && elementCount(type.shape) === 0)) {
    p.error(
      `inferred shape of elements literal ([${shape.join(", ")}]) does not match type ([${type.shape.join(", ")}])`,
      at,
    );
  }
  if (count === 0 && elementCount(type.shape) !== 0) p.error("expected element literal of primitive type", at);
  if (complex !== (type.element.kind === "complex") && count > 0) {
    p.error(`expected element type to be ${complex ? "" : "no "}complex type, but got '${typeText(type.element)}'`, at);
  }
  const scalar = checkedScalar(p, type, at);
  const bytesEach = elementBytes(scalar);
  const bytes = new Uint8Array(count * bytesEach);
  const view = new DataView(bytes.buffer);
  const text = p.lexer.text;
  for (let i = 0, offset = 0; i < places.length; i += 3, offset += bytesEach) {
    const start = places[i] ?? 0;
    const literal = text.slice(start, places[i + 1]);
    const negative = places[i + 2] === 1;
    if (scalar.kind === "float") {
      const isFloat = literal.includes(".");
      if (literal === "true" || literal === "false")
        p.error("expected floating-point elements, but parsed boolean", start);
      if (isFloat) writeFloat(view, offset, scalar, negative ? -Number(literal) : Number(literal));
      else writeInteger(view, offset, bytesEach, floatBitsOfLiteral(p, scalar, literal, negative, start));
    } else writeInteger(view, offset, bytesEach, integerOfLiteral(p, scalar, literal, negative, start));
  }
  return denseElementsAttr(type, bytes, shape === undefined && count > 0, elementBytes(type.element));
}

function integerOfLiteral(
  p: TextParser,
  type: IntegerType | IndexType,
  literal: string,
  negative: boolean,
  at: number,
): bigint {
  if (literal === "true" || literal === "false") {
    if (type.kind !== "integer" || type.width !== 1) p.error("expected i1 type for 'true' or 'false' values", at);
    return literal === "true" ? 1n : 0n;
  }
  if (literal.includes(".")) p.error("expected integer elements, but parsed floating-point", at);
  const value = checkedInteger(p, type, literal, negative, at);
  const width = type.kind === "index" ? 64 : type.width;
  return width === 1 || (type.kind === "integer" && type.signedness === "unsigned")
    ? BigInt.asUintN(width, value)
    : BigInt.asIntN(width, value);
}

/** `i64: 1, 2`, between the angle brackets. */
export function parseDenseArray(p: TextParser): Attribute {
  const at = p.position();
  const element = p.type();
  if (element.kind !== "integer" && element.kind !== "float") p.error("expected integer or float type", at);
  if (element.kind === "integer" && element.width !== 1 && element.width % 8 !== 0) {
    p.error("element type bitwidth must be a multiple of 8", at);
  }
  if (!p.acceptCode(58)) return denseArrayAttr(element, []);
  const values = p.commaList(undefined, undefined, (): bigint | number => {
    const start = p.position();
    if (element.kind === "integer" && element.width === 1) return p.integer();
    const negative = p.acceptCode(45);
    const { kind, spelling } = p.lexer;
    if (kind !== Token.integer && kind !== Token.float)
      p.error(`expected ${element.kind === "integer" ? "integer" : "float"} literal`);
    p.lexer.advance();
    if (element.kind === "integer") {
      if (kind === Token.float) p.error("expected integer literal", start);
      return checkedInteger(p, element, spelling, negative, start);
    }
    if (kind === Token.float) return negative ? -Number(spelling) : Number(spelling);
    return bitsToFloat(element.name, floatBitsOfLiteral(p, element, spelling, negative, start));
  });
  return denseArrayAttr(element, values);
}
