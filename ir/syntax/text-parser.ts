// The reader of types and attributes: implements AttributeParser over the pieces parse-types, parse-attributes and parse-location.
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import type { Location } from "../core/location.ts";
import type { FunctionType, Type } from "../core/types.ts";
import { Token } from "./lexer.ts";
import { parseAttributeEntries, parseOptionalAttribute } from "./parse-attributes.ts";
import { parseLocation } from "./parse-location.ts";
import { parseFunctionType, parseOptionalType } from "./parse-types.ts";
import type { AttributeParser, TextPosition } from "./parser-interface.ts";
import type { SourceText } from "./source-text.ts";
import { TokenParser } from "./token-parser.ts";

export class TextParser extends TokenParser implements AttributeParser {
  /** Aliases defined so far, by name without the sigil. */
  readonly attributeAliases = new Map<string, Attribute>();
  readonly typeAliases = new Map<string, Type>();
  /** Types by their text; aliases never change within a file. */
  readonly typeCache = new Map<string, Type>();
  /** Locations that were read through aliases defined later. */
  readonly #laterLocations = new Map<string, Location>();
  #aliasOffsets: Map<string, number> | undefined;

  constructor(context: Context, source: SourceText) {
    super(context, source);
  }

  type(): Type {
    return this.optionalType() ?? this.error("expected non-function type");
  }

  optionalType(): Type | undefined {
    return parseOptionalType(this);
  }

  functionType(): FunctionType {
    return parseFunctionType(this);
  }

  /** `a`, or `(a, b)`. */
  typeOrTypeList(): Type[] {
    if (this.lexer.kind === 40) return this.commaList("(", ")", this.#oneType);
    return [this.optionalNonFunctionType() ?? this.error("expected non-function type")];
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
    return this.optionalAttribute(type) ?? this.error("expected attribute value");
  }

  optionalAttribute(type?: Type): Attribute | undefined {
    return parseOptionalAttribute(this, type);
  }

  optionalAttrDict(): (readonly [string, Attribute])[] {
    return this.lexer.kind === 123 ? parseAttributeEntries(this) : [];
  }

  optionalLocation(): Location | undefined {
    return this.lexer.kind === Token.bareId && this.peek("loc") ? parseLocation(this) : undefined;
  }

  /** The location behind `#alias`, which may be defined later in the file (mlir-opt prints locations at its end). */
  locationAlias(name: string, at: TextPosition): Location {
    const defined = this.attributeAliases.get(name);
    if (defined !== undefined) {
      if (defined.kind !== "location") this.error(`expected location, but alias '#${name}' is another attribute`, at);
      return defined.location;
    }
    const known = this.#laterLocations.get(name);
    if (known !== undefined) return known;
    const offset = this.#aliasOffset(name);
    if (offset === undefined) this.error(`operation location alias was never defined`, at);
    const { start, previousEnd } = this.lexer;
    this.enter();
    this.lexer.scan(offset);
    const location = this.peek("loc") ? parseLocation(this) : this.error("expected location");
    this.leave();
    this.lexer.scan(start);
    this.lexer.previousEnd = previousEnd;
    this.#laterLocations.set(name, location);
    return location;
  }

  /** Where the value of `#name = ...` starts, from one scan of the lines of the file. */
  #aliasOffset(name: string): number | undefined {
    if (this.#aliasOffsets === undefined) {
      this.#aliasOffsets = new Map();
      for (const match of this.source.text.matchAll(/^[ \t]*#([\w$.-]+)[ \t]*=/gm)) {
        this.#aliasOffsets.set(match[1] ?? "", match.index + match[0].length);
      }
    }
    return this.#aliasOffsets.get(name);
  }
}
