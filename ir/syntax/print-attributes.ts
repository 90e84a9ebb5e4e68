// Types and attributes as text: AttributeWriter implements AttributePrinter; typeText and attributeText are for messages.
import type {
  Attribute,
  DenseElementsAttr,
  DenseStringElementsAttr,
  DialectAttr,
  DistinctAttr,
  SparseElementsAttr,
} from "../core/attributes.ts";
import { floatToBits } from "../core/float-bits.ts";
import type { Location } from "../core/location.ts";
import { Packed, type PackedReader } from "../core/packed-list.ts";
import type { PackedScalars } from "../core/packed-scalars.ts";
import {
  elementCount,
  type DialectType,
  type FloatType,
  type IndexType,
  type IntegerType,
  type Type,
} from "../core/types.ts";
import { writeElements } from "./print-dense.ts";
import { floatText } from "./print-floats.ts";
import { locationText, prettyLocationText, type LocationParts } from "./print-locations.ts";
import { escapeString } from "./string-escapes.ts";
import type { AttributePrinter } from "./printer-interface.ts";
import { extentText, TypeWriter, type Aliases } from "./print-types.ts";
import { keywordOrString, symbolText } from "./string-escapes.ts";

/** How attributes print. */
export interface AttributePrintOptions {
  readonly aliases?: Aliases | undefined;
  /** Elements attributes with more elements than this, and not all equal, are left out. */
  readonly elideIfLarger?: number | undefined;
  /** Dense elements with more elements than this print as hexadecimal bytes (100 unless given; -1: never). */
  readonly hexIfLarger?: number | undefined;
  readonly prettyLocations?: boolean | undefined;
}

/** When the type after a literal is left out: never, where reading would default to it, always. */
type Elision = "never" | "default" | "always";

export class AttributeWriter extends TypeWriter implements AttributePrinter, LocationParts {
  /** The handles of the resources that were printed, in their order. */
  readonly usedResources = new Set<string>();
  readonly #options: AttributePrintOptions;
  readonly #dialectTexts = new Map<DialectAttr, string>();
  /** The names in locations, in quotes: few files have very many positions. */
  readonly #quoted = new Map<string, string>();
  readonly #distinct = new Map<Attribute, number>();

  constructor(options: AttributePrintOptions) {
    super(options.aliases);
    this.#options = options;
  }

  attributeDefinition(attribute: Attribute): void {
    this.#attributeText(attribute, "never");
  }

  /** `loc(...)`, an alias inside, or the pretty form. `aliased` is false where MLIR takes no alias. */
  location(location: Location, aliased: boolean): void {
    if (this.#options.prettyLocations === true) {
      this.out += prettyLocationText(location, this);
      return;
    }
    const alias = aliased ? this.aliases?.location(location) : undefined;
    this.out += alias === undefined ? locationText(location, this) : `loc(${alias})`;
  }

  // --- LocationParts ----------------------------------------------------------------------------------------------

  alias(location: Location): string | undefined {
    return this.aliases?.location(location);
  }

  metadata(attribute: Attribute): string {
    return this.textOf(() => {
      this.attribute(attribute);
    });
  }

  quoted(text: string): string {
    let quoted = this.#quoted.get(text);
    if (quoted === undefined) this.#quoted.set(text, (quoted = `"${escapeString(text)}"`));
    return quoted;
  }

  lineBreak(): string {
    return "\n";
  }

  protected override parameters({ definition, parameters }: DialectType): void {
    definition.print(parameters, this);
  }

  protected override parameter(attribute: Attribute, isTyped: boolean): void {
    this.#attribute(attribute, isTyped ? "never" : "default");
  }

  attribute(attribute: Attribute, options?: { elideType?: boolean }): void {
    this.#attribute(attribute, options?.elideType === true ? "always" : "never");
  }

  #attribute(attribute: Attribute, elision: Elision): void {
    switch (attribute.kind) {
      case "affine_map":
      case "affine_set":
      case "distinct": {
        const alias = this.aliases?.attribute(attribute);
        if (alias === undefined) this.#attributeText(attribute, elision);
        else this.out += alias;
        return;
      }
      case "location": {
        const alias = this.aliases?.location(attribute.location);
        if (alias === undefined) this.location(attribute.location, false);
        else this.out += alias;
        return;
      }
      default:
        this.#attributeText(attribute, elision);
    }
  }

  #attributeText(attribute: Attribute, elision: Elision): void {
    switch (attribute.kind) {
      case "integer":
        this.#integer(attribute.type, attribute.value, elision);
        return;
      case "float":
        this.#float(attribute.type, attribute.bits, elision);
        return;
      case "string":
        this.string(attribute.value);
        if (attribute.type !== undefined) this.#suffix(attribute.type, elision, false);
        return;
      case "unit":
        this.out += "unit";
        return;
      case "type":
        this.type(attribute.type);
        return;
      case "array":
        this.out += "[";
        if (attribute.packed !== undefined) {
          this.#packed(attribute.packed, "default");
          this.out += "]";
          return;
        }
        if (attribute.list !== undefined) {
          this.#listElements(attribute.list.reader());
          this.out += "]";
          return;
        }
        for (let i = 0; i < attribute.elements.length; i++) {
          if (i > 0) this.out += ", ";
          const element = attribute.elements[i];
          if (element !== undefined) this.#attribute(element, "default");
          this.between();
        }
        this.out += "]";
        return;
      case "dictionary":
        if (attribute.list === undefined) this.entries(attribute.entries);
        else this.#listEntries(attribute.list.reader());
        return;
      case "symbol":
        this.#symbol([attribute.root, ...attribute.nested]);
        return;
      case "dense":
      case "dense_string":
      case "sparse":
        if (this.#isElided(attribute)) this.out += "dense_resource<__elided__>";
        else writeElements(attribute, this.#options, this.piece);
        this.#suffix(attribute.type, elision, false);
        return;
      case "dense_resource":
        this.usedResources.add(attribute.handle);
        this.out += `dense_resource<${keywordOrString(attribute.handle)}>`;
        this.#suffix(attribute.type, elision, false);
        return;
      case "distinct":
        this.out += `distinct[${this.#distinctNumber(attribute)}]<`;
        if (attribute.referenced.kind !== "unit") this.attribute(attribute.referenced);
        this.out += ">";
        return;
      case "dense_array": {
        const { element, packed } = attribute;
        this.out += "array<";
        this.type(element);
        if (packed !== undefined) {
          this.out += ": ";
          this.#packed(packed, "always");
          this.out += ">";
          return;
        }
        const { values, bits } = attribute;
        if (values.length > 0) this.out += ": ";
        const isBool = element.kind === "integer" && element.width === 1;
        values.forEach((value, i) => {
          if (i > 0) this.out += ", ";
          if (element.kind === "float")
            this.out += floatText(element.name, bits?.[i] ?? floatToBits(element.name, Number(value)));
          else this.out += isBool ? String(value !== 0n) : value.toString();
        });
        this.out += ">";
        return;
      }
      case "affine_map":
        this.out += `affine_map<${attribute.map.key}>`;
        return;
      case "affine_set":
        this.out += `affine_set<${attribute.set.key}>`;
        return;
      case "strided":
        this.out += `strided<[${attribute.strides.map(extentText).join(", ")}]`;
        if (attribute.offset !== 0) this.out += `, offset: ${extentText(attribute.offset)}`;
        this.out += ">";
        return;
      case "location":
        this.location(attribute.location, false);
        return;
      case "dialect":
        this.#dialectAttribute(attribute);
        return;
      case "opaque":
        this.out += `#${attribute.text}`;
        if (attribute.type !== undefined) this.#suffix(attribute.type, elision, false);
    }
  }

  #integer(type: IntegerType | IndexType, value: bigint | number, elision: Elision): void {
    if (type.kind === "integer" && type.width === 1 && type.signedness === "signless") {
      this.out += Number(value) === 0 ? "false" : "true";
      return;
    }
    this.out += value.toString();
    const isDefault = type.kind === "integer" && type.width === 64 && type.signedness === "signless";
    this.#suffix(type, elision, isDefault);
  }

  /** The type of f64 goes without saying, except after bits, which would be an integer. */
  #float(type: FloatType, bits: bigint, elision: Elision): void {
    const text = floatText(type.name, bits);
    this.out += text;
    this.#suffix(type, elision, type.name === "f64" && !text.startsWith("0x"));
  }

  #symbol(names: readonly string[]): void {
    this.out += names.map(symbolText).join("::");
  }

  // --- long lists -------------------------------------------------------------------------------------------------

  /** Up to the end of the array. */
  #listElements(reader: PackedReader): void {
    for (let first = true; !reader.done; first = false) {
      const tag = reader.next();
      if (tag === Packed.end) return;
      if (!first) this.out += ", ";
      this.#listElement(reader, tag, "default");
      this.between();
    }
  }

  /** Up to the end of the dictionary, in braces. */
  #listEntries(reader: PackedReader): void {
    this.out += "{";
    for (let first = true; !reader.done && reader.next() === Packed.entry; first = false) {
      if (!first) this.out += ", ";
      this.out += keywordOrString(reader.string());
      const tag = reader.next();
      if (tag !== Packed.unit) {
        this.out += " = ";
        this.#listElement(reader, tag, "never");
      }
      this.between();
    }
    this.out += "}";
  }

  #listElement(reader: PackedReader, tag: number, elision: Elision): void {
    switch (tag) {
      case Packed.unit:
        this.out += "unit";
        return;
      case Packed.integer:
        this.#integer(reader.integerType(), reader.integer(), elision);
        return;
      case Packed.wideInteger:
        this.#integer(reader.integerType(), BigInt(reader.string()), elision);
        return;
      case Packed.float:
        this.#float(reader.floatType(), reader.bits(), elision);
        return;
      case Packed.string:
        this.string(reader.string());
        return;
      case Packed.symbol:
        this.#symbol(Array.from({ length: reader.unsigned() }, () => reader.string()));
        return;
      case Packed.type:
        this.type(reader.type());
        return;
      case Packed.array:
        this.out += "[";
        this.#listElements(reader);
        this.out += "]";
        return;
      case Packed.dictionary:
        this.#listEntries(reader);
        return;
      default:
        this.#attribute(reader.reference(), elision);
    }
  }

  /** Many elements, in pieces: text that grows by an element at a time would be kept as millions of parts. */
  #packed(packed: PackedScalars, elision: Elision): void {
    const { type, length } = packed;
    const isSignless = type.kind === "integer" && type.signedness === "signless";
    const isBool = type.kind === "integer" && type.width === 1 && (isSignless || elision === "always");
    const isDefault = isSignless && type.width === 64;
    const suffix = elision === "always" || isDefault || isBool ? "" : ` : ${typeText(type)}`;
    for (let from = 0; from < length; from += 4096) {
      const parts: string[] = [];
      for (let i = from; i < Math.min(from + 4096, length); i++) {
        if (type.kind === "float") parts.push(floatText(type.name, packed.at(i)));
        else parts.push(isBool ? String(packed.at(i) !== 0n) : packed.digits(i) + suffix);
      }
      this.piece((from > 0 ? ", " : "") + parts.join(", "));
    }
  }

  /** Numbers count the distinct attributes of the text. */
  #distinctNumber(attribute: DistinctAttr): number {
    let number = this.#distinct.get(attribute);
    if (number === undefined) this.#distinct.set(attribute, (number = this.#distinct.size));
    return number;
  }

  #isElided(attribute: DenseElementsAttr | DenseStringElementsAttr | SparseElementsAttr): boolean {
    const limit = this.#options.elideIfLarger;
    if (limit === undefined) return false;
    if (attribute.kind === "sparse") return this.#isElided(attribute.indices) || this.#isElided(attribute.values);
    return !attribute.splat && elementCount(attribute.type.shape) > limit;
  }

  /** `#dialect.name<...>`, or `#dialect<name ...>` where the parameters' text has no brackets of its own. */
  #dialectAttribute(attribute: DialectAttr): void {
    let text = this.#dialectTexts.get(attribute);
    if (text === undefined) this.#dialectTexts.set(attribute, (text = this.#dialectText(attribute)));
    this.out += text;
  }

  #dialectText({ definition, parameters }: DialectAttr): string {
    const body = this.textOf(() => {
      definition.print(parameters, this);
    });
    const { name } = definition;
    const dot = name.indexOf(".");
    const isPretty = body === "" || body.startsWith("<");
    return `#${isPretty ? `${name}${body}` : `${name.slice(0, dot)}<${name.slice(dot + 1)}${body}>`}`;
  }

  #suffix(type: Type, elision: Elision, isDefault: boolean): void {
    if (elision === "always" || (elision === "default" && isDefault)) return;
    this.out += " : ";
    this.type(type);
  }

  /** `{a = 1 : i64, b}`. */
  entries(entries: readonly (readonly [string, Attribute])[]): void {
    this.out += "{";
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (entry === undefined) continue;
      if (i > 0) this.out += ", ";
      this.out += keywordOrString(entry[0]);
      if (entry[1].kind === "unit") continue;
      this.out += " = ";
      this.attribute(entry[1]);
      this.between();
    }
    this.out += "}";
  }
}

/** A type as it stands in text and messages. */
export function typeText(type: Type): string {
  const writer = new AttributeWriter({});
  writer.type(type);
  return writer.out;
}

/** An attribute as it stands in text and messages. */
export function attributeText(attribute: Attribute, options?: { elideType?: boolean }): string {
  const writer = new AttributeWriter({});
  writer.attribute(attribute, options);
  return writer.out;
}

/** A location as it stands in messages. */
export function locationInText(location: Location): string {
  const writer = new AttributeWriter({});
  writer.location(location, false);
  return writer.out;
}
