// Types and attributes as text: AttributeWriter implements AttributePrinter; typeText and attributeText are for messages.
import type {
  Attribute,
  DenseElementsAttr,
  DenseStringElementsAttr,
  DialectAttr,
  DistinctAttr,
  FloatAttr,
  SparseElementsAttr,
} from "../core/attributes.ts";
import { floatToBits } from "../core/float-bits.ts";
import type { Location } from "../core/location.ts";
import type { PackedScalars } from "../core/packed-scalars.ts";
import { DYNAMIC, elementCount, type FunctionType, type Type } from "../core/types.ts";
import { writeElements } from "./print-dense.ts";
import { floatText } from "./print-floats.ts";
import { locationText, prettyLocationText, type LocationParts } from "./print-locations.ts";
import type { AttributePrinter } from "./printer-interface.ts";
import { escapeString, keywordOrString, symbolText } from "./string-escapes.ts";

/** What prints by a name defined outside the op: `#map`, `#set`, `#loc`, `!tuple`. */
export interface Aliases {
  type(type: Type): string | undefined;
  attribute(attribute: Attribute): string | undefined;
  location(location: Location): string | undefined;
}

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

const signednessPrefix = { signless: "i", signed: "si", unsigned: "ui" } as const;

const extent = (value: number): string => (value === DYNAMIC ? "?" : String(value));

/** Characters that are collected before they are put aside. */
const CHUNK = 1 << 14;

/** From this many parts on, what a list writes is put aside on the way, and no text is kept of a type. */
const LONG_LIST = 256;

export class AttributeWriter implements AttributePrinter, LocationParts {
  out = "";
  /** How many callers look at what was written since they began: until they have, nothing is put aside. */
  #held = 0;
  readonly aliases: Aliases | undefined;
  /** The handles of the resources that were printed, in their order. */
  readonly usedResources = new Set<string>();
  readonly #options: AttributePrintOptions;
  readonly #typeTexts = new Map<Type, string>();
  readonly #dialectTexts = new Map<DialectAttr, string>();
  /** The names in locations, in quotes: few files have very many positions. */
  readonly #quoted = new Map<string, string>();
  readonly #distinct = new Map<Attribute, number>();

  constructor(options: AttributePrintOptions) {
    this.aliases = options.aliases;
    this.#options = options;
  }

  /** Takes what was written out of `out`, where there is a place for it. A text that grows by small pieces is a tree of millions. */
  protected putAside(): void {
    return;
  }

  /** Called where much may have been written, between two pieces. */
  between(): void {
    if (this.out.length > CHUNK && this.#held === 0) this.putAside();
  }

  /** What `write` writes, which goes nowhere. */
  #textOf(write: () => void): string {
    const before = this.out;
    this.out = "";
    this.#held++;
    write();
    this.#held--;
    const text = this.out;
    this.out = before;
    return text;
  }

  text(text: string): void {
    this.out += text;
  }

  symbol(name: string): void {
    this.out += symbolText(name);
  }

  string(value: string): void {
    this.out += `"${escapeString(value)}"`;
  }

  list<T>(items: Iterable<T>, item: (element: T) => void): void {
    let first = true;
    for (const element of items) {
      if (!first) this.out += ", ";
      first = false;
      item(element);
      this.between();
    }
  }

  type(type: Type): void {
    const known = this.#typeTexts.get(type);
    if (known !== undefined) {
      this.out += known;
      return;
    }
    const alias = type.kind === "tuple" ? this.aliases?.type(type) : undefined;
    if (alias === undefined && partCount(type) > LONG_LIST) {
      this.#type(type);
      return;
    }
    const text =
      alias ??
      this.#textOf(() => {
        this.#type(type);
      });
    this.#typeTexts.set(type, text);
    this.out += text;
  }

  /** The text that defines an alias. */
  typeDefinition(type: Type): void {
    this.#type(type);
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
    return this.#textOf(() => {
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

  #type(type: Type): void {
    switch (type.kind) {
      case "integer":
        this.out += `${signednessPrefix[type.signedness]}${type.width}`;
        break;
      case "index":
      case "none":
        this.out += type.kind;
        break;
      case "float":
        this.out += type.name;
        break;
      case "complex":
        this.#angled("complex", type.element);
        break;
      case "tuple":
        this.out += "tuple<";
        this.list(type.elements, (element) => {
          this.type(element);
        });
        this.out += ">";
        break;
      case "function":
        this.functionType(type);
        break;
      case "tensor":
        this.#shaped("tensor", type.shape.map(extent), type.element, [type.encoding]);
        break;
      case "vector":
        this.#shaped(
          "vector",
          type.shape.map((size, i) => (type.scalable[i] === true ? `[${size}]` : String(size))),
          type.element,
          [],
        );
        break;
      case "memref":
        this.#shaped("memref", type.shape.map(extent), type.element, [type.layout, type.memorySpace]);
        break;
      case "unranked_tensor":
        this.#shaped("tensor", ["*"], type.element, []);
        break;
      case "unranked_memref":
        this.#shaped("memref", ["*"], type.element, [type.memorySpace]);
        break;
      case "dialect":
        this.out += `!${type.definition.name}`;
        type.definition.print(type.parameters, this);
        break;
      case "opaque":
        this.out += `!${type.text}`;
    }
  }

  #angled(name: string, element: Type): void {
    this.out += `${name}<`;
    this.type(element);
    this.out += ">";
  }

  #shaped(name: string, extents: readonly string[], element: Type, extras: readonly (Attribute | undefined)[]): void {
    this.out += `${name}<${extents.map((text) => `${text}x`).join("")}`;
    this.type(element);
    for (const extra of extras) {
      if (extra === undefined) continue;
      this.out += ", ";
      this.#attribute(extra, "default");
    }
    this.out += ">";
  }

  functionType(type: Pick<FunctionType, "inputs" | "results">): void {
    this.typeTuple(type.inputs);
    this.out += " -> ";
    const [only] = type.results;
    if (type.results.length === 1 && only !== undefined && only.kind !== "function") this.type(only);
    else this.typeTuple(type.results);
  }

  /** `(a, b)`. */
  typeTuple(types: readonly Type[]): void {
    this.out += "(";
    for (let i = 0; i < types.length; i++) {
      if (i > 0) this.out += ", ";
      const type = types[i];
      if (type !== undefined) this.type(type);
      this.between();
    }
    this.out += ")";
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
      case "integer": {
        const { type, value } = attribute;
        if (type.kind === "integer" && type.width === 1 && type.signedness === "signless") {
          this.out += value === 0n ? "false" : "true";
          return;
        }
        this.out += value.toString();
        const isDefault = type.kind === "integer" && type.width === 64 && type.signedness === "signless";
        this.#suffix(type, elision, isDefault);
        return;
      }
      case "float":
        this.#float(attribute, elision);
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
        for (let i = 0; i < attribute.elements.length; i++) {
          if (i > 0) this.out += ", ";
          const element = attribute.elements[i];
          if (element !== undefined) this.#attribute(element, "default");
          this.between();
        }
        this.out += "]";
        return;
      case "dictionary":
        this.entries(attribute.entries);
        return;
      case "symbol":
        this.out += [attribute.root, ...attribute.nested].map(symbolText).join("::");
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
        this.out += `strided<[${attribute.strides.map(extent).join(", ")}]`;
        if (attribute.offset !== 0) this.out += `, offset: ${extent(attribute.offset)}`;
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

  /** `text`, for what may be a part of much. */
  readonly piece = (text: string): void => {
    this.out += text;
    this.between();
  };

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
    const body = this.#textOf(() => {
      definition.print(parameters, this);
    });
    const { name } = definition;
    const dot = name.indexOf(".");
    const isPretty = body === "" || body.startsWith("<");
    return `#${isPretty ? `${name}${body}` : `${name.slice(0, dot)}<${name.slice(dot + 1)}${body}>`}`;
  }

  /** The type of f64 goes without saying, except after bits, which would be an integer. */
  #float({ type, bits }: FloatAttr, elision: Elision): void {
    const text = floatText(type.name, bits);
    this.out += text;
    this.#suffix(type, elision, type.name === "f64" && !text.startsWith("0x"));
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

/** How many parts a type lists. */
function partCount(type: Type): number {
  if (type.kind === "tuple") return type.elements.length;
  return type.kind === "function" ? type.inputs.length + type.results.length : 0;
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
