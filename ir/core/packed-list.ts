// Attributes written one after the other into bytes: what long arrays and dictionaries hold instead of an object for each element.
//
// Equal attributes have equal bytes, whoever wrote them. Types, and attributes that have no bytes of their own, stand in a table by their number.
import type { Attribute } from "./attributes.ts";
import type { FloatType, IndexType, IntegerType, Type } from "./types.ts";

/** What begins an element. */
export const Packed = {
  /** Closes an array or a dictionary. */
  end: 0,
  unit: 1,
  /** Type, value. */
  integer: 2,
  /** Type, value as digits: what a number does not hold. */
  wideInteger: 3,
  /** Type, bits. */
  float: 4,
  string: 5,
  /** The count of names, the names. */
  symbol: 6,
  type: 7,
  /** Elements up to `end`. */
  array: 8,
  /** Pairs of a name and an element up to `end`, each after `entry`. */
  dictionary: 9,
  entry: 10,
  /** An attribute of the table. */
  reference: 11,
} as const;

export class PackedList {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly types: ReadonlyMap<number, Type>;
  readonly references: ReadonlyMap<number, Attribute>;

  constructor(
    length: number,
    bytes: Uint8Array,
    types: ReadonlyMap<number, Type>,
    references: ReadonlyMap<number, Attribute>,
  ) {
    this.length = length;
    this.#bytes = bytes;
    this.types = types;
    this.references = references;
  }

  /** FNV-1a over the bytes: a key, not an identity. */
  hash(): number {
    let hash = 0x811c9dc5;
    for (const byte of this.#bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  }

  equals(other: PackedList): boolean {
    const a = this.#bytes;
    const b = other.#bytes;
    if (this.length !== other.length || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }

  reader(): PackedReader {
    return new PackedReader(this, this.#bytes);
  }

  /** Calls the visitor with the types among the elements, and with the attributes that have no bytes of their own, in their order. */
  visitParts(visitor: { type(type: Type): void; attribute(attribute: Attribute): void }): void {
    if (this.references.size === 0 && [...this.types.values()].every(isScalar)) return;
    for (const reader = this.reader(); !reader.done;) {
      const tag = reader.next();
      if (tag === Packed.type) visitor.type(reader.type());
      else if (tag === Packed.reference) visitor.attribute(reader.reference());
      else reader.skip(tag);
    }
  }
}

const isScalar = ({ kind }: Type): boolean => kind === "integer" || kind === "index" || kind === "float";

/** Goes through the elements. After `next` has said what comes, the parts of that are read in their order. */
export class PackedReader {
  readonly list: PackedList;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(list: PackedList, bytes: Uint8Array) {
    this.list = list;
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** What begins here, of `Packed`. */
  next(): number {
    return this.#bytes[this.#at++] ?? Packed.end;
  }

  type(): Type {
    const type = this.list.types.get(this.unsigned());
    if (type === undefined) throw new Error("a type is missing in the table of a packed list");
    return type;
  }

  integerType(): IntegerType | IndexType {
    const type = this.type();
    if (type.kind !== "integer" && type.kind !== "index") throw new Error("an integer without an integer's type");
    return type;
  }

  floatType(): FloatType {
    const type = this.type();
    if (type.kind !== "float") throw new Error("a float without a float's type");
    return type;
  }

  reference(): Attribute {
    const attribute = this.list.references.get(this.unsigned());
    if (attribute === undefined) throw new Error("an attribute is missing in the table of a packed list");
    return attribute;
  }

  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** The parts of what began with `tag`, up to where another element can begin. */
  skip(tag: number): void {
    switch (tag) {
      case Packed.integer:
        this.unsigned();
        this.unsigned();
        return;
      case Packed.wideInteger:
        this.unsigned();
        this.#skipString();
        return;
      case Packed.float:
        this.unsigned();
        this.#at += (this.#bytes[this.#at] ?? 0) + 1;
        return;
      case Packed.string:
      case Packed.entry:
        this.#skipString();
        return;
      case Packed.symbol:
        for (let count = this.unsigned(); count > 0; count--) this.#skipString();
        return;
      case Packed.type:
      case Packed.reference:
        this.unsigned();
        return;
      default:
    }
  }

  #skipString(): void {
    const head = this.unsigned();
    this.#at += head % 2 === 1 ? head - 1 : head / 2;
  }

  /** The value of `Packed.integer`. */
  integer(): number {
    const folded = this.unsigned();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** The bits of a float. */
  bits(): bigint {
    const count = this.#bytes[this.#at++] ?? 0;
    let bits = 0n;
    for (let i = count - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(this.#bytes[this.#at + i] ?? 0);
    this.#at += count;
    return bits;
  }

  string(): string {
    const head = this.unsigned();
    const isWide = head % 2 === 1;
    const length = Math.floor(head / 2);
    const from = this.#at;
    this.#at += isWide ? 2 * length : length;
    return textAt(this.#bytes, from, length, isWide);
  }
}

/** Characters that become text at once. */
const RUN = 4096;

const codeAt = (bytes: Uint8Array, from: number, index: number, isWide: boolean): number =>
  isWide ? (bytes[from + 2 * index] ?? 0) | ((bytes[from + 2 * index + 1] ?? 0) << 8) : (bytes[from + index] ?? 0);

function textAt(bytes: Uint8Array, from: number, length: number, isWide: boolean): string {
  let text = "";
  for (let start = 0; start < length; start += RUN) {
    const codes: number[] = [];
    for (let i = start; i < Math.min(length, start + RUN); i++) codes.push(codeAt(bytes, from, i, isWide));
    text += String.fromCharCode(...codes);
  }
  return text;
}

/** Integers up to here, folded with their sign, are exact. */
const LIMIT = 2 ** 51;

export class PackedWriter {
  /** Elements, or entries of a dictionary, of the list itself. */
  length = 0;
  #bytes = new Uint8Array(1024);
  #used = 0;
  readonly #types = new Map<number, Type>();
  readonly #references = new Map<number, Attribute>();

  // --- elements ---------------------------------------------------------------------------------------------------

  unit(): void {
    this.#byte(Packed.unit);
  }

  /** A value as the type wraps it. */
  integer(type: IntegerType | IndexType, value: number | bigint): void {
    if (value >= -LIMIT && value <= LIMIT) {
      this.#byte(Packed.integer);
      this.#type(type);
      const exact = Number(value);
      this.#unsigned(exact < 0 ? -2 * exact - 1 : 2 * exact);
      return;
    }
    this.#byte(Packed.wideInteger);
    this.#type(type);
    this.#string(value.toString());
  }

  float(type: FloatType, bits: bigint): void {
    this.#byte(Packed.float);
    this.#type(type);
    const count = Math.ceil(type.width / 8);
    this.#byte(count);
    for (let i = 0, rest = bits; i < count; i++, rest >>= 8n) this.#byte(Number(rest & 255n));
  }

  string(value: string): void {
    this.#byte(Packed.string);
    this.#string(value);
  }

  symbol(root: string, nested: readonly string[]): void {
    this.#byte(Packed.symbol);
    this.#unsigned(nested.length + 1);
    this.#string(root);
    for (const name of nested) this.#string(name);
  }

  type(type: Type): void {
    this.#byte(Packed.type);
    this.#type(type);
  }

  /** Its elements come next, and `end`. */
  array(): void {
    this.#byte(Packed.array);
  }

  /** Its entries come next, and `end` with what `entry` gave for them. */
  dictionary(): void {
    this.#byte(Packed.dictionary);
  }

  end(): void {
    this.#byte(Packed.end);
  }

  /** The name of an entry, whose value comes next. */
  entry(name: string): void {
    this.#byte(Packed.entry);
    this.#string(name);
  }

  attribute(attribute: Attribute): void {
    switch (attribute.kind) {
      case "unit":
        return this.unit();
      case "integer":
        return this.integer(attribute.type, attribute.value);
      case "float":
        return this.float(attribute.type, attribute.bits);
      case "symbol":
        return this.symbol(attribute.root, attribute.nested);
      case "type":
        return this.type(attribute.type);
      case "string":
        if (attribute.type === undefined) return this.string(attribute.value);
        break;
      case "array":
        this.array();
        for (const element of attribute.elements) this.attribute(element);
        return this.end();
      case "dictionary":
        this.dictionary();
        for (const [name, value] of attribute.entries) {
          this.entry(name);
          this.attribute(value);
        }
        return this.end();
      default:
    }
    this.#byte(Packed.reference);
    this.#references.set(attribute.id, attribute);
    this.#unsigned(attribute.id);
  }

  // --- order of entries -------------------------------------------------------------------------------------------

  /** Where the next element begins. */
  get position(): number {
    return this.#used;
  }

  /**
   * Puts the entries that begin at `starts`, of which the last ends here, in the order of their names. Gives the first entry
   * whose name one before it has.
   */
  sort(starts: readonly number[]): { readonly number: number; readonly name: string } | undefined {
    if (this.#inOrder(starts)) return undefined;
    const startOf = (number: number): number => starts[number] ?? this.#used;
    const order = Uint32Array.from(starts.keys());
    order.sort((a, b) => this.#compare(startOf(a), startOf(b)) || a - b);
    let repeated = Infinity;
    for (let i = 1; i < order.length; i++) {
      const number = order[i] ?? 0;
      const isSame = this.#compare(startOf(order[i - 1] ?? 0), startOf(number)) === 0;
      if (isSame && number < repeated) repeated = number;
    }
    if (repeated < Infinity) return { number: repeated, name: this.#nameText(startOf(repeated)) };
    const first = startOf(0);
    const sorted = new Uint8Array(this.#used - first);
    let at = 0;
    for (const number of order) {
      const entry = this.#bytes.subarray(startOf(number), startOf(number + 1));
      sorted.set(entry, at);
      at += entry.length;
    }
    this.#bytes.set(sorted, first);
    return undefined;
  }

  #inOrder(starts: readonly number[]): boolean {
    for (let i = 1; i < starts.length; i++) if (this.#compare(starts[i - 1] ?? 0, starts[i] ?? 0) >= 0) return false;
    return true;
  }

  /** Compares the names of two entries. */
  #compare(a: number, b: number): number {
    const one = this.#name(a);
    const two = this.#name(b);
    const common = Math.min(one.length, two.length);
    for (let i = 0; i < common; i++) {
      const difference = codeAt(this.#bytes, one.from, i, one.isWide) - codeAt(this.#bytes, two.from, i, two.isWide);
      if (difference !== 0) return difference;
    }
    return one.length - two.length;
  }

  #name(start: number): { readonly from: number; readonly length: number; readonly isWide: boolean } {
    let head = 0;
    let from = start + 1;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[from++] ?? 0;
      head += (byte & 127) * scale;
      if (byte < 128) break;
    }
    return { from, length: Math.floor(head / 2), isWide: head % 2 === 1 };
  }

  #nameText(start: number): string {
    const { from, length, isWide } = this.#name(start);
    return textAt(this.#bytes, from, length, isWide);
  }

  // --- parts ------------------------------------------------------------------------------------------------------

  #byte(byte: number): void {
    if (this.#used === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#used++] = byte;
  }

  /** Pages that are not written take no memory. */
  #grow(needed: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#used + needed));
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }

  #type(type: Type): void {
    this.#types.set(type.id, type);
    this.#unsigned(type.id);
  }

  /** Seven bits a byte, the low ones first. */
  #unsigned(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  #string(text: string): void {
    const { length } = text;
    let isWide = false;
    for (let i = 0; i < length && !isWide; i++) isWide = text.charCodeAt(i) > 255;
    this.#unsigned(2 * length + (isWide ? 1 : 0));
    if (this.#used + 2 * length > this.#bytes.length) this.#grow(2 * length);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      this.#bytes[this.#used++] = code & 255;
      if (isWide) this.#bytes[this.#used++] = code >> 8;
    }
  }

  /** The elements; nothing is added after this. */
  finish(): PackedList {
    return new PackedList(this.length, this.#bytes.subarray(0, this.#used), this.#types, this.#references);
  }
}
