// Types as text: the builtin ones, aliases, and `!dialect.name<...>`.
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import {
  complexType, dialectType, floatType, floatWidths, functionType, indexType, integerType, memrefType, noneType, opaqueType,
  tensorType, tupleType, unrankedMemrefType, unrankedTensorType, vectorType,
} from "../core/type-constructors.ts"; // prettier-ignore
import type { FloatName, FunctionType, Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { parseExtendedSymbol } from "./parse-symbols.ts";
import { typeText } from "./print-attributes.ts";
import { closingBracket } from "./read-cache.ts";
import type { TextParser } from "./text-parser.ts";
import { isIntegerTypeName } from "./token-parser.ts";

export function parseOptionalType(p: TextParser): Type | undefined {
  const { kind, text, end } = p.lexer;
  if (kind === 40) return p.functionType();
  if (kind === Token.bangId) return parseExtendedType(p);
  if (kind !== Token.bareId) return undefined;
  return p.readOnce(p.builtinTypes, text.charCodeAt(end) === 60 ? closingBracket(text, end) : end, parseBuiltinType);
}

const isFloatName = (word: string): word is FloatName => Object.hasOwn(floatWidths, word);

function parseBuiltinType(p: TextParser): Type | undefined {
  const word = p.lexer.spelling;
  const scalar = scalarType(p, word);
  if (scalar !== undefined) {
    p.lexer.advance();
    return scalar;
  }
  const shaped = shapedTypes.get(word);
  if (shaped === undefined) return undefined;
  const at = p.position();
  p.lexer.advance();
  p.enter();
  p.expect("<", "in type");
  const type = shaped(p, at);
  p.expect(">", "in type");
  p.leave();
  return type;
}

function scalarType(p: TextParser, word: string): Type | undefined {
  const context: Context = p.context;
  if (isIntegerTypeName(word)) {
    const signedness = word.startsWith("s") ? "signed" : word.startsWith("u") ? "unsigned" : "signless";
    const width = Number(word.slice(signedness === "signless" ? 1 : 2));
    if (width > 0xffffff) p.mistake(`integer bitwidth is limited to ${0xffffff} bits`);
    return integerType(context, Math.min(width, 0xffffff), signedness);
  }
  if (isFloatName(word)) return floatType(context, word);
  if (word === "index") return indexType(context);
  if (word === "none") return noneType(context);
  return undefined;
}

const shapedTypes: ReadonlyMap<string, (p: TextParser, at: number) => Type> = new Map([
  ["tensor", parseTensor],
  ["vector", parseVector],
  ["memref", parseMemref],
  ["complex", parseComplex],
  [
    "tuple",
    (p: TextParser): Type => tupleType(p.context, p.peek(">") ? [] : p.commaList(undefined, undefined, () => p.type())),
  ],
]);

/** `*x` before an element type; the rest of the glued word becomes the next token. */
function acceptUnranked(p: TextParser): boolean {
  if (!p.acceptCode(42)) return false;
  p.dimensionSeparator();
  return true;
}

function elementType(p: TextParser, shaped: string, allowed: (type: Type) => boolean): Type {
  const at = p.position();
  const type = p.type();
  if (!allowed(type)) p.mistake(`invalid ${shaped} element type: '${typeText(type)}'`, at);
  return type;
}

const isTensorElement = ({ kind }: Type): boolean =>
  kind === "integer" ||
  kind === "index" ||
  kind === "float" ||
  kind === "complex" ||
  kind === "vector" ||
  kind === "dialect" ||
  kind === "opaque";
const isVectorElement = ({ kind }: Type): boolean =>
  kind === "integer" || kind === "index" || kind === "float" || kind === "dialect";
const isMemrefElement = (type: Type): boolean =>
  (type.kind !== "opaque" && isTensorElement(type)) || type.kind === "memref" || type.kind === "unranked_memref";

function parseTensor(p: TextParser): Type {
  if (acceptUnranked(p)) {
    const element = elementType(p, "tensor", isTensorElement);
    const at = p.position();
    if (p.acceptCode(44) && p.optionalAttribute() !== undefined)
      p.mistake("cannot apply encoding to unranked tensor", at);
    return unrankedTensorType(element);
  }
  const shape = p.dimensionList();
  const element = elementType(p, "tensor", isTensorElement);
  return tensorType(shape, element, p.acceptCode(44) ? encoding(p) : undefined);
}

/** Words of attributes that mlir-opt does not read as an encoding. */
const noEncodings: ReadonlySet<string> = new Set(["array", "strided", "distinct"]);

function encoding(p: TextParser): Attribute | undefined {
  const { spelling } = p.lexer;
  if (noEncodings.has(spelling))
    p.mistake(`'${spelling}' is no encoding of a tensor type: expected '>' in tensor type`);
  return p.optionalAttribute();
}

function parseVector(p: TextParser, at: number): Type {
  const shape: number[] = [];
  const scalable: boolean[] = [];
  for (;;) {
    const bracket = p.acceptCode(91);
    const extent = p.dimension(false);
    if (extent === undefined) {
      if (bracket) p.error("expected integer dimension");
      break;
    }
    if (bracket) p.expect("]");
    if (extent === 0) p.mistake("vector types must have positive constant sizes but got 0", at);
    shape.push(extent);
    scalable.push(bracket);
    p.dimensionSeparator();
  }
  return vectorType(shape, elementType(p, "vector", isVectorElement), scalable);
}

/** What says no layout: memory space 0 is the default one, as in MLIR. */
function memorySpace(p: TextParser, attribute: Attribute | undefined, at: number): Attribute | undefined {
  if (attribute === undefined) return undefined;
  if (attribute.kind === "integer" && attribute.value === 0n) return undefined;
  if (!memorySpaceKinds.has(attribute.kind)) p.mistake("unsupported memory space Attribute", at);
  return attribute;
}

const memorySpaceKinds: ReadonlySet<string> = new Set<Attribute["kind"]>([
  "integer", "string", "dictionary", "dialect",
]); // prettier-ignore

function parseMemref(p: TextParser): Type {
  if (acceptUnranked(p)) {
    const element = elementType(p, "memref", isMemrefElement);
    if (!p.acceptCode(44)) return unrankedMemrefType(element);
    const at = p.position();
    const attribute = p.attribute();
    if (attribute.kind === "affine_map" || attribute.kind === "strided")
      p.mistake("cannot have affine map for unranked memref type", at);
    return unrankedMemrefType(element, memorySpace(p, attribute, at));
  }
  const shape = p.dimensionList();
  const element = elementType(p, "memref", isMemrefElement);
  let layout: Attribute | undefined;
  let space: Attribute | undefined;
  let hasSpace = false;
  while (p.acceptCode(44)) {
    const at = p.position();
    const attribute = p.attribute();
    if (hasSpace) p.mistake("multiple memory spaces specified in memref type", at);
    if (attribute.kind === "affine_map" || attribute.kind === "strided") {
      const rank = attribute.kind === "affine_map" ? attribute.map.dims : attribute.strides.length;
      if (rank !== shape.length) {
        p.mistake(`memref layout mismatch between rank and affine map: ${shape.length} != ${rank}`, at);
      }
      layout = attribute;
    } else {
      hasSpace = true;
      space = memorySpace(p, attribute, at);
    }
  }
  return memrefType(shape, element, { layout, memorySpace: space });
}

function parseComplex(p: TextParser): Type {
  const at = p.position();
  const element = p.type();
  if (element.kind !== "integer" && element.kind !== "float") p.mistake("invalid element type for complex", at);
  return complexType(element);
}

export function parseFunctionType(p: TextParser): FunctionType {
  p.enter();
  const inputs = p.commaList("(", ")", () => p.type());
  if (p.lexer.kind !== Token.arrow) p.wrongToken("expected '->' in function type");
  p.lexer.advance();
  const results = p.typeOrTypeList();
  p.leave();
  return functionType(p.context, inputs, results);
}

/** `!alias`, `!dialect.name...` or `!dialect<...>`. */
function parseExtendedType(p: TextParser): Type {
  const at = p.position();
  const { symbolStart, nesting } = p;
  try {
    const type = parseOneExtendedType(p, at);
    p.symbolStart = symbolStart;
    return type;
  } catch (failure) {
    p.recover(failure);
    p.leaveSymbol(at, symbolStart, nesting);
    return noneType(p.context);
  }
}

function parseOneExtendedType(p: TextParser, at: number): Type {
  const symbol = parseExtendedSymbol(p, p.context.types);
  if (symbol.kind === "alias") {
    const known = p.typeAliases.get(symbol.name);
    if (known !== undefined) {
      p.enterAlias(p.aliasDepths.get(`!${symbol.name}`) ?? 1);
      return known;
    }
    p.undefinedAlias("!", symbol.name, at, p.typeAliases.keys());
    return noneType(p.context);
  }
  if (symbol.kind === "opaque") return opaqueType(p.context, symbol.dialect, symbol.text);
  const parameters = symbol.definition.parse(p);
  const problem = symbol.definition.verify?.(parameters);
  if (problem !== undefined) p.error(problem, at);
  if (symbol.closing) p.expect(">");
  p.leave();
  return dialectType(p.context, symbol.definition, parameters);
}

/** Words that are or begin a type, for messages. */
export const typeWords = (): readonly string[] => [
  ...["index", "none", "i1", "i8", "i16", "i32", "i64"],
  ...Object.keys(floatWidths),
  ...shapedTypes.keys(),
];
