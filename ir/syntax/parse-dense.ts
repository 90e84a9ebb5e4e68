// `dense<...>` and `sparse<...>` literals: splats, nested lists, strings, hexadecimal bytes.
import type { Attribute, DenseElementsAttr, DenseStringElementsAttr } from "../core/attributes.ts";
import {
  denseElementsAttr,
  denseStringElementsAttr,
  sparseElementsAttr,
  unitAttr,
} from "../core/attribute-constructors.ts";
import { i64, tensorType } from "../core/type-constructors.ts";
import { elementCount, type IndexType, type IntegerType, type ShapedType } from "../core/types.ts";
import {
  denseFromHex,
  elementBytes,
  isHexLiteral,
  partsPerElement,
  readInteger,
  scalarOf,
  writeFloat,
  writeInteger,
  writeSmallInteger,
  type ScalarType,
} from "./dense-data.ts";
import { Token } from "./lexer.ts";
import { elementsType } from "./parse-elements-type.ts";
import { checkedInteger, floatBitsOfLiteral, floatOfLiteral, plainInteger } from "./parse-numbers.ts";
import { typeText } from "./print-attributes.ts";
import { unescapeString } from "./string-escapes.ts";
import type { TextParser } from "./text-parser.ts";
import { TextPlaces } from "./text-places.ts";
import type { Type } from "../core/types.ts";

/** A literal as it stands in the text; its type comes after it. */
interface Literal {
  /** Where it begins. */
  readonly at: number;
  /** The scalars, without their signs. */
  readonly places: TextPlaces;
  complex: boolean;
  /** Extents of a nested list; empty for a scalar, and for nothing at all. */
  shape: readonly number[];
  /** A string that stands alone: hexadecimal bytes, or the text of a splat. */
  alone: string | undefined;
}

type Elements = DenseElementsAttr | DenseStringElementsAttr;

/** After `dense<`. */
export function parseDenseElements(p: TextParser, type: Type | undefined): Attribute {
  const at = p.lexer.start - "dense<".length;
  const literal = p.peek(">") ? emptyLiteral(p) : parseLiteral(p, true);
  p.expect(">");
  return meantElements(p, type, (shaped) => elementsOf(p, shaped, literal, at));
}

/** What a literal is at the type behind it. */
function meantElements(p: TextParser, type: Type | undefined, make: (shaped: ShapedType) => Attribute): Attribute {
  try {
    const shaped = elementsType(p, type);
    if (!p.mistaken) return make(shaped);
  } catch (failure) {
    p.recover(failure);
  }
  return unitAttr(p.context);
}

/** After `sparse<`: `>`, or indices and values. */
export function parseSparseElements(p: TextParser, type: Type | undefined): Attribute {
  const at = p.lexer.start - "sparse<".length;
  const indexType = i64(p.context);
  if (p.accept(">")) {
    return meantElements(p, type, (shaped) =>
      sparseElementsAttr(
        shaped,
        denseElementsAttr(tensorType([0, shaped.shape.length], indexType), new Uint8Array(0), false, 8),
        elementsOf(p, tensorType([0], shaped.element), emptyLiteral(p), at),
      ),
    );
  }
  const indices = parseLiteral(p, false);
  p.expect(",");
  const values = parseLiteral(p, true);
  p.expect(">");
  return meantElements(p, type, (shaped) => sparseOf(p, shaped, indices, values, at));
}

function sparseOf(p: TextParser, shaped: ShapedType, indices: Literal, values: Literal, at: number): Attribute {
  const indexType = i64(p.context);
  const rank = shaped.shape.length;
  const indicesShape = indices.shape.length === 0 ? [1, rank] : indices.shape;
  const indexElements = elementsOf(p, tensorType(indicesShape, indexType), indices, indices.at);
  const valuesShape = values.shape.length === 0 ? [indicesShape[0] ?? 0] : values.shape;
  const valueElements = elementsOf(p, tensorType(valuesShape, shaped.element), values, values.at);
  if (valuesShape.length !== 1) p.reject("expected 1-d tensor for sparse element values", at);
  if (
    (indicesShape.length === 2 ? indicesShape[1] !== rank : indicesShape.length !== 1 || rank !== 1) ||
    indicesShape[0] !== valuesShape[0]
  ) {
    p.reject(
      `expected shape ([${shaped.shape.join(", ")}]); inferred shape of indices literal ([${indicesShape.join(", ")}]); ` +
        `inferred shape of values literal ([${valuesShape.join(", ")}])`,
      at,
    );
  }
  if (indexElements.kind === "dense") checkIndices(p, shaped, indexElements, indicesShape[0] ?? 0, at);
  return indexElements.kind === "dense" ? sparseElementsAttr(shaped, indexElements, valueElements) : indexElements;
}

function checkIndices(p: TextParser, type: ShapedType, indices: DenseElementsAttr, rows: number, at: number): void {
  const { data, splat } = indices;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const rank = type.shape.length;
  for (let row = 0; row < rows; row++) {
    const index = type.shape.map((_, d) => readInteger(view, splat ? 0 : 8 * (row * rank + d), i64(p.context)));
    if (index.every((position, d) => position >= 0n && position < BigInt(type.shape[d] ?? 0))) continue;
    p.reject(
      `sparse index #${row} is not contained within the value shape, with index=[${index.join(", ")}], and type='${typeText(type)}'`,
      at,
    );
  }
}

const emptyLiteral = (p: TextParser): Literal => ({
  at: p.lexer.start,
  places: new TextPlaces(),
  complex: false,
  shape: [],
  alone: undefined,
});

function parseLiteral(p: TextParser, strings: boolean): Literal {
  const literal = emptyLiteral(p);
  if (strings && p.lexer.kind === Token.string) literal.alone = p.string();
  else literal.shape = parseNested(p, literal);
  return literal;
}

/** One scalar, complex pair or list; gives its shape. */
function parseNested(p: TextParser, literal: Literal): readonly number[] {
  if (p.lexer.kind === 91) {
    p.enter();
    let first: readonly number[] | undefined;
    let count = 0;
    p.skipCommaList("[", "]", () => {
      const shape = parseNested(p, literal);
      count++;
      if (first === undefined) first = shape;
      else if (shape.length !== first.length || shape.some((extent, i) => extent !== first?.[i])) {
        p.mistake("tensor literal is invalid; ranks are not consistent between elements", p.lexer.previousEnd);
      }
    });
    p.leave();
    return [count, ...(first ?? [])];
  }
  if (p.acceptCode(40)) {
    literal.complex = true;
    parseScalar(p, literal.places);
    p.expect(",", "between complex elements");
    parseScalar(p, literal.places);
    p.expect(")", "after complex elements");
  } else parseScalar(p, literal.places);
  return scalarShape;
}

const scalarShape: readonly number[] = [];

function parseScalar(p: TextParser, places: TextPlaces): void {
  const negative = p.acceptCode(45);
  const { kind, start, end } = p.lexer;
  const isWord = !negative && (kind === Token.string || (kind === Token.bareId && (p.peek("true") || p.peek("false"))));
  if (!isWord && kind !== Token.integer && kind !== Token.float) p.error("expected element literal of primitive type");
  places.push(start, end, negative);
  p.lexer.advance();
}

/** The attribute that a literal is at a type. */
function elementsOf(p: TextParser, type: ShapedType, literal: Literal, at: number): Elements {
  const { places, shape, alone } = literal;
  const scalar = scalarOf(type.element);
  const size = elementCount(type.shape);
  if (alone !== undefined && scalar !== undefined) return elementsOfHex(p, type, alone, scalar, literal.at);
  if (shape.length > 0 && shape.join() !== type.shape.join()) {
    p.reject(
      `inferred shape of elements literal ([${shape.join(", ")}]) does not match type ([${type.shape.join(", ")}])`,
      at,
    );
  }
  const count = places.length;
  if (count === 0 && alone === undefined && size !== 0)
    p.reject(`parsed zero elements, but type ('${typeText(type)}') expected at least 1`, at);
  if (scalar === undefined) return elementsOfStrings(p, type, literal);
  if (count > 0) checkParts(p, type, literal, at);
  const bytesEach = elementBytes(scalar);
  const bytes = new Uint8Array(count * bytesEach);
  const view = new DataView(bytes.buffer);
  const text = p.lexer.text;
  const place = places.cursor();
  for (let i = 0; i < count; i++) {
    place.advance();
    const { start, end, negative } = place;
    const plain = plainInteger(scalar, text, start, end);
    if (plain > 0 || (plain === 0 && !negative)) {
      writeSmallInteger(view, i * bytesEach, bytesEach, negative ? -plain : plain);
      continue;
    }
    writeLiteral(p, scalar, text.slice(start, end), negative, start, view, i * bytesEach, bytesEach);
  }
  return denseElementsAttr(type, bytes, shape.length === 0 && count > 0, elementBytes(type.element));
}

/** Refuses literals with another number of parts than the elements have: pairs where they are not complex, or not everywhere. */
function checkParts(p: TextParser, type: ShapedType, { places, shape, complex }: Literal, at: number): void {
  const isComplex = type.element.kind === "complex";
  if (complex && !isComplex) p.reject(`a pair is no element of type '${typeText(type.element)}'`, at);
  const expected = partsPerElement(type.element) * (shape.length === 0 ? 1 : elementCount(type.shape));
  if (places.length === expected && complex === isComplex) return;
  const name = typeText(isComplex && shape.length === 0 ? type.element : type);
  p.reject(`parsed ${places.length} elements, but type ('${name}') expected ${expected} elements`, at);
}

function elementsOfHex(
  p: TextParser,
  type: ShapedType,
  text: string,
  scalar: ScalarType,
  at: number,
): DenseElementsAttr {
  if (!isHexLiteral(text)) {
    p.reject("expected string containing hex digits starting with `0x`", at);
  }
  const parts = partsPerElement(type.element);
  const data = denseFromHex(text, elementCount(type.shape) * parts, parts, scalar);
  if (data === undefined) p.reject(`elements hex data size is invalid for provided type: '${typeText(type)}'`, at);
  return denseElementsAttr(type, data.bytes, data.splat, elementBytes(type.element));
}

/** Elements of a type that is neither number nor index are strings. */
function elementsOfStrings(p: TextParser, type: ShapedType, literal: Literal): Elements {
  const { places, alone } = literal;
  if (alone !== undefined) return denseStringElementsAttr(type, [alone], true);
  const text = p.lexer.text;
  const values: string[] = [];
  const place = places.cursor();
  for (let i = 0; i < places.length; i++) {
    place.advance();
    const { start, end } = place;
    if (text.charCodeAt(start) !== 34) p.reject(`expected string elements of type '${typeText(type.element)}'`, start);
    values.push(unescapeString(text, start + 1, end - 1));
  }
  return denseStringElementsAttr(type, values, false);
}

function writeLiteral(
  p: TextParser,
  type: ScalarType,
  literal: string,
  negative: boolean,
  start: number,
  view: DataView,
  offset: number,
  bytes: number,
): void {
  if (type.kind !== "float") {
    writeInteger(view, offset, bytes, integerOfLiteral(p, type, literal, negative, start));
    return;
  }
  if (literal === "true" || literal === "false" || literal.startsWith('"'))
    p.reject("expected floating point literal", start);
  if (literal.includes(".")) writeFloat(view, offset, type, floatOfLiteral(literal, negative));
  else writeInteger(view, offset, bytes, floatBitsOfLiteral(p, type, literal, negative, start));
}

function integerOfLiteral(
  p: TextParser,
  type: IntegerType | IndexType,
  literal: string,
  negative: boolean,
  at: number,
): bigint {
  if (literal === "true" || literal === "false") {
    if (type.kind !== "integer" || type.width !== 1) p.reject("expected i1 type for 'true' or 'false' values", at);
    return literal === "true" ? 1n : 0n;
  }
  if (literal.includes(".")) p.reject("expected integer elements, but parsed floating-point", at);
  if (literal.startsWith('"')) p.reject("integer constant out of range for type", at);
  const value = checkedInteger(p, type, literal, negative, at, "integer constant out of range for type");
  const width = type.kind === "index" ? 64 : type.width;
  return width === 1 || (type.kind === "integer" && type.signedness === "unsigned")
    ? BigInt.asUintN(width, value)
    : BigInt.asIntN(width, value);
}
