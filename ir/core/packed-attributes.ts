// Long array attributes over packed elements: the elements become values and attributes when somebody asks for them, and are kept. So these
// are not frozen, as other attributes are: what ships has ordinary properties for private names.
import type { ArrayAttr, Attribute, DenseArrayAttr, DictionaryAttr, IntegerAttr } from "./attributes.ts";
import type { Context, Identity } from "./context.ts";
import { bitsToFloat, floatToBits } from "./float-bits.ts";
import type { PackedList } from "./packed-list.ts";
import type { PackedScalars } from "./packed-scalars.ts";
import type { FloatType, IntegerType } from "./types.ts";

class PackedDenseArray implements DenseArrayAttr {
  readonly kind = "dense_array";
  readonly context: Context;
  readonly id: number;
  readonly element: IntegerType | FloatType;
  readonly packed: PackedScalars;
  #values: readonly (bigint | number)[] | undefined;
  #bits: readonly bigint[] | undefined;

  constructor({ context, id }: Identity, element: IntegerType | FloatType, packed: PackedScalars) {
    this.context = context;
    this.id = id;
    this.element = element;
    this.packed = packed;
  }

  get values(): readonly (bigint | number)[] {
    return this.#values ?? this.#unpack();
  }

  get bits(): readonly bigint[] | undefined {
    if (this.#values === undefined) this.#unpack();
    return this.#bits;
  }

  #unpack(): readonly (bigint | number)[] {
    const { element, packed } = this;
    const all = packed.all();
    if (element.kind === "integer") return (this.#values = all);
    const values = all.map((bits) => bitsToFloat(element.name, bits));
    // A NaN of JavaScript may or may not keep its payload.
    const exact = (value: number): bigint => floatToBits(element.name, Number.isNaN(value) ? NaN : value);
    if (values.some((value, i) => exact(value) !== all[i])) this.#bits = all;
    return (this.#values = values);
  }
}

class PackedArray implements ArrayAttr {
  readonly kind = "array";
  readonly context: Context;
  readonly id: number;
  readonly packed: PackedScalars;
  readonly #element: (value: bigint) => IntegerAttr;
  #elements: readonly Attribute[] | undefined;

  constructor({ context, id }: Identity, packed: PackedScalars, element: (value: bigint) => IntegerAttr) {
    this.context = context;
    this.id = id;
    this.packed = packed;
    this.#element = element;
  }

  get elements(): readonly Attribute[] {
    return (this.#elements ??= this.packed.all().map(this.#element));
  }
}

class ListArray implements ArrayAttr {
  readonly kind = "array";
  readonly context: Context;
  readonly id: number;
  readonly list: PackedList;
  readonly #unpack: (list: PackedList) => readonly Attribute[];
  #elements: readonly Attribute[] | undefined;

  constructor({ context, id }: Identity, list: PackedList, unpack: (list: PackedList) => readonly Attribute[]) {
    this.context = context;
    this.id = id;
    this.list = list;
    this.#unpack = unpack;
  }

  get elements(): readonly Attribute[] {
    return (this.#elements ??= this.#unpack(this.list));
  }
}

type Entries = DictionaryAttr["entries"];

class ListDictionary implements DictionaryAttr {
  readonly kind = "dictionary";
  readonly context: Context;
  readonly id: number;
  readonly list: PackedList;
  readonly #unpack: (list: PackedList) => Entries;
  #entries: Entries | undefined;

  constructor({ context, id }: Identity, list: PackedList, unpack: (list: PackedList) => Entries) {
    this.context = context;
    this.id = id;
    this.list = list;
    this.#unpack = unpack;
  }

  get entries(): Entries {
    return (this.#entries ??= this.#unpack(this.list));
  }
}

/** The array of these elements; `unpack` makes their attributes. */
export function listArrayAttr(
  context: Context,
  list: PackedList,
  unpack: (list: PackedList) => readonly Attribute[],
): ArrayAttr {
  return context.uniqueByContents(
    "array",
    `list ${list.length} ${list.hash()}`,
    (candidate) => candidate.list?.equals(list) === true,
    (identity) => new ListArray(identity, list, unpack),
  );
}

/** The dictionary of these entries; `unpack` makes their attributes. */
export function listDictionaryAttr(
  context: Context,
  list: PackedList,
  unpack: (list: PackedList) => Entries,
): DictionaryAttr {
  return context.uniqueByContents(
    "dictionary",
    `${list.length} ${list.hash()}`,
    (candidate) => candidate.list?.equals(list) === true,
    (identity) => new ListDictionary(identity, list, unpack),
  );
}

/** The dense array of these elements. */
export function packedDenseArrayAttr(element: IntegerType | FloatType, packed: PackedScalars): DenseArrayAttr {
  return element.context.uniqueByContents(
    "dense_array",
    `${element.id} ${packed.length} ${packed.hash()}`,
    (candidate) => candidate.packed?.equals(packed) === true,
    (identity) => new PackedDenseArray(identity, element, packed),
  );
}

/** The array of these integers; `element` makes the attribute of one. */
export function packedArrayAttr(packed: PackedScalars, element: (value: bigint) => IntegerAttr): ArrayAttr {
  const { type } = packed;
  return type.context.uniqueByContents(
    "array",
    `packed ${type.id} ${packed.length} ${packed.hash()}`,
    (candidate) => candidate.packed?.equals(packed) === true,
    (identity) => new PackedArray(identity, packed, element),
  );
}
