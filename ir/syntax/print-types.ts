// Types as text, and how text is collected: the lower half of AttributeWriter (print-attributes.ts).
import type { Attribute } from "../core/attributes.ts";
import type { Location } from "../core/location.ts";
import {
  DYNAMIC,
  isShaped,
  type DialectType,
  type FunctionType,
  type ShapedType,
  type Type,
  type UnrankedMemRefType,
  type UnrankedTensorType,
} from "../core/types.ts";
import { escapeString, symbolText } from "./string-escapes.ts";
import { integerText } from "../core/wide-integer.ts";

/** What prints by a name defined outside the op: `#map`, `#set`, `#loc`, `!tuple`. */
export interface Aliases {
  type(type: Type): string | undefined;
  attribute(attribute: Attribute): string | undefined;
  location(location: Location): string | undefined;
}

const signednessPrefix = { signless: "i", signed: "si", unsigned: "ui" } as const;

export const extentText = (value: number): string => (value === DYNAMIC ? "?" : integerText(value));

/** Characters that are collected before they are put aside. */
const CHUNK = 1 << 14;

/** From this many parts on, what a list writes is put aside on the way, and no text is kept of a type. */
const LONG_LIST = 256;

export abstract class TypeWriter {
  out = "";
  /** How many callers look at what was written since they began: until they have, nothing is put aside. */
  #held = 0;
  readonly aliases: Aliases | undefined;
  readonly #typeTexts = new Map<Type, string>();

  constructor(aliases: Aliases | undefined) {
    this.aliases = aliases;
  }

  /** An attribute that a type has: its layout or memory space, in which the types of plain numbers are left out, or its encoding. */
  protected abstract parameter(attribute: Attribute, isTyped: boolean): void;

  /** What stands behind the name of a dialect's type. */
  protected abstract parameters(type: DialectType): void;

  /** Takes what was written out of `out`, where there is a place for it. A text that grows by small pieces is a tree of millions. */
  protected putAside(): void {
    return;
  }

  /** Called where much may have been written, between two pieces. */
  between(): void {
    if (this.out.length > CHUNK && this.#held === 0) this.putAside();
  }

  /** What `write` writes, which goes nowhere. */
  protected textOf(write: () => void): string {
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
    if (value.length <= CHUNK) {
      this.out += `"${escapeString(value)}"`;
      return;
    }
    this.piece('"');
    for (let from = 0; from < value.length;) {
      // Between two halves of a character nothing is cut.
      const isHalf = (value.charCodeAt(from + CHUNK - 1) & 0xfc00) === 0xd800;
      const until = from + (isHalf ? CHUNK - 1 : CHUNK);
      this.piece(escapeString(value.slice(from, until)));
      from = until;
    }
    this.piece('"');
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

  /** `text`, for what may be a part of much. */
  readonly piece = (text: string): void => {
    this.out += text;
    this.between();
  };

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
      this.textOf(() => {
        this.#type(type);
      });
    this.#typeTexts.set(type, text);
    this.out += text;
  }

  /** The text that defines an alias. */
  typeDefinition(type: Type): void {
    this.#type(type);
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
        this.#shaped("tensor", type, [type.encoding]);
        break;
      case "vector":
        this.#shaped("vector", type, []);
        break;
      case "memref":
        this.#shaped("memref", type, [type.layout, type.memorySpace]);
        break;
      case "unranked_tensor":
        this.#shaped("tensor", type, []);
        break;
      case "unranked_memref":
        this.#shaped("memref", type, [type.memorySpace]);
        break;
      case "dialect":
        this.out += `!${type.definition.name}`;
        this.parameters(type);
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

  #shaped(
    name: string,
    type: ShapedType | UnrankedTensorType | UnrankedMemRefType,
    extras: readonly (Attribute | undefined)[],
  ): void {
    this.out += `${name}<`;
    if ("shape" in type) this.#dimensions(type);
    else this.out += "*x";
    this.type(type.element);
    for (const extra of extras) {
      if (extra === undefined) continue;
      this.out += ", ";
      this.parameter(extra, name === "tensor");
    }
    this.out += ">";
  }

  #dimensions(type: ShapedType): void {
    const { shape } = type;
    for (let i = 0; i < shape.length; i++) {
      const extent = extentText(shape[i] ?? 0);
      this.out += type.kind === "vector" && type.scalable[i] === true ? `[${extent}]x` : `${extent}x`;
      this.between();
    }
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
}

/** How many parts a type lists. */
function partCount(type: Type): number {
  if (type.kind === "tuple") return type.elements.length;
  if (isShaped(type)) return type.shape.length;
  return type.kind === "function" ? type.inputs.length + type.results.length : 0;
}
