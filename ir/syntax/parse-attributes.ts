// Attributes as text: literals, collections, symbols, types, and `#alias` / `#dialect.name<...>`.
import type { Attribute } from "../core/attributes.ts";
import type { AttributeDefinition } from "../core/definition.ts";
import {
  affineMapAttr, boolAttr, denseResourceAttr, dialectAttr, distinctAttr, integerSetAttr, locationAttr, opaqueAttr,
  stridedLayoutAttr, stringAttr, symbolRefAttr, typeAttr, unitAttr,
} from "../core/attribute-constructors.ts"; // prettier-ignore
import { DYNAMIC, type Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { elementsType } from "./parse-elements-type.ts";
import { parseArray } from "./parse-array.ts";
import { attributeName } from "./parse-attribute-name.ts";
import { parseAffineMap, parseIntegerSet } from "./parse-affine.ts";
import { parseDenseElements, parseSparseElements } from "./parse-dense.ts";
import { parseDenseArray } from "./parse-dense-array.ts";
import { parseDictionary } from "./parse-dictionary.ts";
import { parseLocation } from "./parse-location.ts";
import { parseNumber } from "./parse-numbers.ts";
import { parseExtendedSymbol, type ExtendedSymbol } from "./parse-symbols.ts";
import { attributeText } from "./print-attributes.ts";
import { closingBracket } from "./read-cache.ts";
import type { TextParser } from "./text-parser.ts";

/** An attribute, if the next token can begin one. `type` is the type of a literal that leaves its own out. */
export function parseOptionalAttribute(p: TextParser, type: Type | undefined): Attribute | undefined {
  const { kind } = p.lexer;
  switch (kind) {
    case 45:
    case Token.integer:
    case Token.float:
      return parseNumber(p, type);
    case Token.string: {
      const value = p.string();
      const suffix = type ?? (p.acceptCode(58) ? p.type() : undefined);
      return stringAttr(p.context, value, suffix?.kind === "none" ? undefined : suffix);
    }
    case Token.atId:
      return parseSymbolReference(p);
    case Token.hashId:
      return parseExtendedAttribute(p, type);
    case Token.bareId: {
      const keyword = keywordAttributes.get(p.lexer.spelling);
      if (keyword !== undefined) return keyword(p, type);
      break;
    }
    case 91:
      return parseArray(p);
    case 123:
      return p.readOnce(p.dictionaries, closingBracket(p.lexer.text, p.lexer.start), parseDictionary);
  }
  const parsed = p.optionalType();
  return parsed === undefined ? undefined : typeAttr(parsed);
}

function parseSymbolReference(p: TextParser): Attribute {
  const root = p.symbolName();
  return symbolRefAttr(p.context, root, p.nestedSymbolNames());
}

type KeywordAttribute = (p: TextParser, type: Type | undefined) => Attribute;

/** An attribute written `keyword<...>`. */
const angled =
  (read: KeywordAttribute): KeywordAttribute =>
  (p, type) => {
    p.lexer.advance();
    p.expect("<");
    const attribute = read(p, type);
    return attribute;
  };

const closed = (read: (p: TextParser) => Attribute): KeywordAttribute =>
  angled((p) => {
    const attribute = read(p);
    p.expect(">");
    return attribute;
  });

const word =
  (make: (p: TextParser) => Attribute): KeywordAttribute =>
  (p) => {
    p.lexer.advance();
    return make(p);
  };

/** Words that begin an attribute, for messages. */
export const attributeWords = (): Iterable<string> => keywordAttributes.keys();

const keywordAttributes: ReadonlyMap<string, KeywordAttribute> = new Map<string, KeywordAttribute>([
  ["true", word((p) => boolAttr(p.context, true))],
  ["false", word((p) => boolAttr(p.context, false))],
  ["unit", word((p) => unitAttr(p.context))],
  ["loc", (p): Attribute => locationAttr(p.context, parseLocation(p))],
  ["array", closed(parseDenseArray)],
  ["dense", angled(parseDenseElements)],
  ["dense_resource", angled(parseDenseResource)],
  ["affine_map", closed((p) => affineMapAttr(p.context, parseAffineMap(p)))],
  ["affine_set", closed((p) => integerSetAttr(p.context, parseIntegerSet(p)))],
  ["strided", closed(parseStrided)],
  ["sparse", angled(parseSparseElements)],
  ["distinct", parseDistinct],
]);

function parseDenseResource(p: TextParser, type: Type | undefined): Attribute {
  const handle = p.optionalString() ?? attributeName(p);
  p.expect(">");
  try {
    return denseResourceAttr(elementsType(p, type, false), handle);
  } catch (failure) {
    p.recover(failure);
    return unitAttr(p.context);
  }
}

/** `distinct[0]<attribute>`: equal numbers of a file are one attribute. */
function parseDistinct(p: TextParser): Attribute {
  p.lexer.advance();
  p.expect("[", "after 'distinct'");
  if (p.lexer.kind !== Token.integer) p.error("expected distinct ID");
  const number = BigInt(p.lexer.spelling);
  if (number >> 64n !== 0n) p.mistake("expected an unsigned 64-bit integer");
  p.lexer.advance();
  p.expect("]", "to close distinct ID");
  p.expect("<", "to start distinct attribute");
  const at = p.position();
  const referenced = p.peek(">") ? unitAttr(p.context) : p.attribute();
  p.expect(">", "to close distinct attribute");
  const key = number.toString();
  const known = p.distinct.get(key);
  if (known !== undefined) {
    if (known.referenced === referenced) return known;
    p.mistake(`referenced attribute does not match previous definition: ${attributeText(known.referenced)}`, at);
  }
  const made = distinctAttr(referenced);
  p.distinct.set(key, made);
  return made;
}

/** `[1, ?], offset: ?>`. */
function parseStrided(p: TextParser): Attribute {
  const extent = (): number => {
    if (p.acceptCode(63)) return DYNAMIC;
    const at = p.position();
    return p.wide(p.optionalInteger() ?? p.error("expected a 64-bit signed integer or '?'"), "stride or offset", at);
  };
  const strides = p.commaList("[", "]", extent);
  let offset = 0;
  if (p.acceptCode(44)) {
    p.expect("offset");
    p.expect(":");
    offset = extent();
  }
  return stridedLayoutAttr(p.context, strides, offset);
}

/** What `:` and a type behind it say is the dialect's to know; only opaque attributes keep it, and no alias has one. */
function parseExtendedAttribute(p: TextParser, type: Type | undefined): Attribute {
  const at = p.position();
  const { symbolStart, nesting } = p;
  let attribute: Attribute;
  let mayHaveType = type === undefined;
  try {
    const symbol = parseExtendedSymbol(p, p.context.attributes);
    if (symbol.kind !== "registered") mayHaveType = false;
    attribute = attributeOfSymbol(p, symbol, type, at);
    p.symbolStart = symbolStart;
  } catch (failure) {
    p.recover(failure);
    p.leaveSymbol(at, symbolStart, nesting);
    attribute = unitAttr(p.context);
  }
  if (mayHaveType && p.acceptCode(58)) p.type();
  return attribute;
}

function attributeOfSymbol(
  p: TextParser,
  symbol: ExtendedSymbol<AttributeDefinition>,
  type: Type | undefined,
  at: number,
): Attribute {
  if (symbol.kind === "alias") {
    const aliases = p.attributeAliases;
    const location = p.definedLocation(symbol.name);
    const known = location === undefined ? aliases.get(symbol.name) : locationAttr(p.context, location);
    if (known !== undefined) {
      p.enterAlias(p.aliasDepths.get(`#${symbol.name}`) ?? 1);
      return known;
    }
    p.undefinedAlias("#", symbol.name, at, aliases.keys());
    return unitAttr(p.context);
  }
  if (symbol.kind === "opaque") {
    const suffix = type ?? (p.acceptCode(58) ? p.type() : undefined);
    return opaqueAttr(p.context, symbol.dialect, symbol.text, suffix?.kind === "none" ? undefined : suffix);
  }
  const parameters = symbol.definition.parse(p);
  const problem = symbol.definition.verify?.(parameters);
  if (problem !== undefined) p.error(problem, at);
  if (symbol.closing) p.expect(">");
  p.leave();
  return dialectAttr(p.context, symbol.definition, parameters);
}
