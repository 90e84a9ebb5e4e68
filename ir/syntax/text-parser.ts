// The reader of types and attributes: implements AttributeParser over the pieces parse-types, parse-attributes and parse-location.
import type { Attribute, DistinctAttr } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import { noAttributes } from "../core/operation.ts";
import { unknownLocation, type Location } from "../core/location.ts";
import type { FunctionType, Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { nearest } from "./near-miss.ts";
import { attributeWords, parseOptionalAttribute } from "./parse-attributes.ts";
import { parseAttributeEntries } from "./parse-dictionary.ts";
import { parseTrailingLocation } from "./parse-location.ts";
import { parseFunctionType, parseOptionalType, typeWords } from "./parse-types.ts";
import type { AttributeParser, TextPosition } from "./parser-interface.ts";
import { functionTypeEnd, ReadCache } from "./read-cache.ts";
import type { SourceText } from "./source-text.ts";
import { TokenParser } from "./token-parser.ts";

export class TextParser extends TokenParser implements AttributeParser {
  /** Aliases defined so far, by name without the sigil. */
  readonly attributeAliases = new Map<string, Attribute>();
  readonly typeAliases = new Map<string, Type>();
  /** Aliases, with their sigils, whose definitions could not be read. */
  readonly brokenAliases = new Set<string>();
  /** How deep what aliases stand for nests, by name with the sigil; one level where nothing is kept. */
  readonly aliasDepths = new Map<string, number>();
  readonly builtinTypes: ReadCache<Type>;
  readonly functionTypes: ReadCache<FunctionType>;
  readonly dictionaries: ReadCache<Attribute>;
  /** The names of files, mostly. */
  readonly locationStrings: ReadCache<string>;
  /** The `distinct` attributes of the file, by number. */
  readonly distinct = new Map<string, DistinctAttr>();
  /** Aliases of locations; `missingAt` is the first use of one that nothing has defined yet, or -1. */
  readonly #locations = new Map<string, { readonly location: Location; missingAt: TextPosition }>();
  #missingLocations = 0;

  constructor(context: Context, source: SourceText) {
    super(context, source);
    this.builtinTypes = new ReadCache(source.text);
    this.functionTypes = new ReadCache(source.text);
    this.locationStrings = new ReadCache(source.text);
    this.dictionaries = new ReadCache(source.text);
  }

  /**
   * Reads what stands from here to `end`, or takes what was read of the same text before. `end` may be a guess, and is the start
   * where there is none. What has aliases in it is read again, since its depth counts.
   */
  readOnce<T>(cache: ReadCache<T>, end: number, read: (p: TextParser) => T | undefined): T | undefined {
    const { start } = this.lexer;
    const known = end > start ? cache.get(start, end) : undefined;
    if (known !== undefined) {
      this.lexer.end = end;
      this.lexer.advance();
      return known;
    }
    const { aliasUses } = this;
    const value = read(this);
    const isWhole = end > start && this.lexer.previousEnd === end;
    if (value !== undefined && isWhole && this.aliasUses === aliasUses && !this.mistaken) cache.set(start, end, value);
    return value;
  }

  type(): Type {
    return this.optionalType() ?? this.#noType();
  }

  optionalType(): Type | undefined {
    return parseOptionalType(this);
  }

  #noType(): never {
    return this.missing("expected non-function type", this.nearWord(typeWords()));
  }

  #noAttribute(): never {
    const hint = this.nearWord([...attributeWords(), ...typeWords()]);
    return this.missing("expected attribute value", hint);
  }

  /** An alias that nothing defines; nothing is said where its definition could not be read. */
  undefinedAlias(sigil: "#" | "!", name: string, at: TextPosition, known: Iterable<string>): void {
    if (this.brokenAliases.has(sigil + name)) {
      this.mistaken = true;
      return;
    }
    const near = nearest(name, known);
    const hint = near === undefined ? undefined : `did you mean '${sigil}${near}'?`;
    this.mistake(`undefined symbol alias id '${name}'`, at, hint);
  }

  functionType(): FunctionType {
    const end = functionTypeEnd(this.lexer.text, this.lexer.start);
    return this.readOnce(this.functionTypes, end, parseFunctionType) ?? this.#noType();
  }

  /** `a`, or `(a, b)`. */
  typeOrTypeList(): Type[] {
    if (this.lexer.kind === 40) return this.commaList("(", ")", this.#oneType);
    return [this.optionalNonFunctionType() ?? this.#noType()];
  }

  typeList(): Type[] {
    const first = this.optionalType();
    if (first === undefined) return [];
    const types = [first];
    while (this.acceptCode(44)) types.push(this.type());
    return types;
  }

  optionalNonFunctionType(): Type | undefined {
    return this.lexer.kind === 40 ? undefined : this.optionalType();
  }

  readonly #oneType = (): Type => this.type();

  attribute(type?: Type): Attribute {
    return this.optionalAttribute(type) ?? this.#noAttribute();
  }

  optionalAttribute(type?: Type): Attribute | undefined {
    return parseOptionalAttribute(this, type);
  }

  optionalAttrDict(): readonly (readonly [string, Attribute])[] {
    return this.lexer.kind === 123 ? parseAttributeEntries(this) : noAttributes;
  }

  optionalLocation(): Location | undefined {
    return this.lexer.kind === Token.bareId && this.peek("loc") ? parseTrailingLocation(this) : undefined;
  }

  /** The location behind `#alias`, defined before. */
  locationAlias(name: string, at: TextPosition): Location {
    const location = this.definedLocation(name);
    if (location !== undefined) {
      this.enterAlias(this.aliasDepths.get(`#${name}`) ?? 1);
      return location;
    }
    this.#reportLocationAlias(name, at);
    return unknownLocation;
  }

  /** The location behind `#alias` at an op or argument. It may be defined later, as mlir-opt prints it, and is filled in then. */
  trailingLocationAlias(name: string, at: TextPosition): Location {
    const known = this.#locations.get(name);
    if (known !== undefined) return known.location;
    const attribute = this.attributeAliases.get(name);
    if (attribute?.kind === "location") return attribute.location;
    const location: Location = { kind: "unknown" };
    this.#locations.set(name, { location, missingAt: at });
    this.#missingLocations++;
    return location;
  }

  /** What `#name` was defined as, if that is a location. */
  definedLocation(name: string): Location | undefined {
    const known = this.#locations.get(name);
    return known === undefined || known.missingAt >= 0 ? undefined : known.location;
  }

  /** Defines `#name`, also for the ops and arguments that have used it. A second definition, which was reported, changes nothing. */
  defineLocation(name: string, location: Location): void {
    const known = this.#locations.get(name);
    if (known === undefined) this.#locations.set(name, { location, missingAt: -1 });
    else if (known.missingAt >= 0) {
      Object.assign(known.location, location);
      known.missingAt = -1;
      this.#missingLocations--;
    }
  }

  /** At the end of the file: the aliases of locations that nothing defines. */
  reportUndefinedLocations(): void {
    if (this.#missingLocations === 0) return;
    for (const [name, { missingAt }] of this.#locations) if (missingAt >= 0) this.#reportLocationAlias(name, missingAt);
  }

  #reportLocationAlias(name: string, at: TextPosition): void {
    if (this.attributeAliases.has(name)) {
      this.mistake(`expected location, but alias '#${name}' is another attribute`, at);
    } else if (this.brokenAliases.has(`#${name}`)) this.mistaken = true;
    else this.mistake(`operation location alias was never defined`, at);
  }
}
