// Property specifications: which attributes a property takes, its text, its default, and the value that views decode it to.
import type { Attribute, AttributeKind, IntegerAttr } from "../core/attributes.ts";
import {
  affineMapAttr, arrayAttr, boolAttr, denseArrayAttr, i64Attr, i64ArrayAttr, integerAttr, stringAttr, symbolRefAttr, typeAttr, unitAttr,
} from "../core/attribute-constructors.ts"; // prettier-ignore
import type { Context } from "../core/context.ts";
import { floatType, i1, i32, i64, integerType } from "../core/type-constructors.ts";
import type { FunctionType, IndexType, IntegerType, Type } from "../core/types.ts";
import type { AffineMap } from "../affine/map.ts";
import { didYouMean } from "../syntax/near-miss.ts";
import type { AttributeParser } from "../syntax/parser-interface.ts";
import type { AttributePrinter } from "../syntax/printer-interface.ts";
import { numberOfInteger } from "../core/wide-integer.ts";

/** A property whose view value is a T. */
export interface PropertySpec<T, Optional extends boolean = boolean> {
  readonly description: string;
  readonly accepts: (attribute: Attribute) => boolean;
  /** May be absent from a builder's arguments: it has a default or no value. */
  readonly optional: Optional;
  readonly defaultValue?: (context: Context) => Attribute;
  readonly print?: (attribute: Attribute, printer: AttributePrinter) => void;
  readonly parse?: (parser: AttributeParser) => Attribute;
  readonly impliedType?: (context: Context) => Type;
  /** The words of an enumeration. */
  readonly cases?: readonly string[];
  readonly decode: (attribute: Attribute) => T;
  readonly encode: (value: T, context: Context) => Attribute;
  /** Attributes that generated programs have here; with `avoidPoison` those that do not make poison of a result. */
  readonly samples?: (context: Context, avoidPoison: boolean) => readonly Attribute[];
}

type Of<K extends AttributeKind> = Extract<Attribute, { kind: K }>;

/** Attributes of one builtin kind, decoded by `decode`. */
function ofKind<K extends AttributeKind, T>(
  kind: K,
  description: string,
  decode: (attribute: Of<K>) => T,
  encode: (value: T, context: Context) => Attribute,
  extra: Partial<PropertySpec<T, false>> = {},
): PropertySpec<T, false> {
  return {
    description,
    accepts: (attribute) => attribute.kind === kind,
    optional: false,
    decode: (attribute) => decode(attribute as Of<K>),
    encode,
    ...extra,
  };
}

/** An optional property: the view's value may be undefined. */
export function optionalProperty<T>(spec: PropertySpec<T>): PropertySpec<T | undefined, true> {
  return {
    ...spec,
    optional: true,
    encode: (value, context) => {
      if (value === undefined) throw new Error("an absent property is left out, not encoded");
      return spec.encode(value, context);
    },
  };
}

/** A property with a default: the view's value is never undefined, builders may leave it out, custom text elides it. */
export function withDefault<T>(spec: PropertySpec<T>, value: T): PropertySpec<T, true> {
  return { ...spec, optional: true, defaultValue: (context) => spec.encode(value, context) };
}

export const AnyAttribute: PropertySpec<Attribute, false> = {
  description: "any attribute",
  accepts: () => true,
  optional: false,
  decode: (attribute) => attribute,
  encode: (attribute) => attribute,
};

/** An attribute kept as it is, of the kinds that `accepts` takes. */
export function attributeWhere(
  description: string,
  accepts: (attribute: Attribute) => boolean,
): PropertySpec<Attribute, false> {
  return { ...AnyAttribute, description, accepts };
}

export const StringProperty = ofKind(
  "string",
  "string attribute",
  (a) => a.value,
  (value, c) => stringAttr(c, value),
  { samples: (c) => ["", "a", "two words", 'quote " and \\', "newline\nétoile"].map((text) => stringAttr(c, text)) },
);
/** `sym_name`: a string whose text is `@name`. */
export const SymbolNameProperty: PropertySpec<string, false> = {
  ...StringProperty,
  print: (attribute, p) => {
    if (attribute.kind === "string") p.symbol(attribute.value);
  },
  parse: (p) => stringAttr(p.context, p.symbolName()),
};
export const SymbolRefProperty = ofKind(
  "symbol",
  "symbol reference attribute",
  (a) => a.root,
  (value: string, c) => symbolRefAttr(c, value),
);
/** A reference kept as attribute, nested ones included. */
export const SymbolRefAttrProperty = ofKind<"symbol", Of<"symbol">>(
  "symbol",
  "symbol reference attribute",
  (a) => a,
  (value) => value,
);
/** A reference to a symbol of the nearest table, kept as attribute. */
export const FlatSymbolRefAttrProperty: PropertySpec<Of<"symbol">, false> = {
  ...SymbolRefAttrProperty,
  description: "flat symbol reference attribute",
  accepts: (a) => a.kind === "symbol" && a.nested.length === 0,
};
export const TypeProperty = ofKind(
  "type",
  "any type attribute",
  (a) => a.type,
  (value: Type) => typeAttr(value),
);
export const FunctionTypeProperty: PropertySpec<FunctionType, false> = {
  description: "type attribute of function type",
  accepts: (a) => a.kind === "type" && a.type.kind === "function",
  optional: false,
  decode: (a) => {
    if (a.kind !== "type" || a.type.kind !== "function") throw new Error("not a function type");
    return a.type;
  },
  encode: (value) => typeAttr(value),
};
/** Present or not: a boolean. */
export const UnitProperty: PropertySpec<boolean, true> = {
  description: "unit attribute",
  accepts: (a) => a.kind === "unit",
  optional: true,
  decode: () => true,
  encode: (value, c) => {
    if (!value) throw new Error("an absent unit property is left out, not encoded");
    return unitAttr(c);
  },
  samples: (c) => [unitAttr(c)],
};
/** A unit property whose presence may make the result poison (`exact`). */
export const PoisonUnitProperty: PropertySpec<boolean, true> = {
  ...UnitProperty,
  samples: (c, avoidPoison) => (avoidPoison ? [] : [unitAttr(c)]),
};
export const BoolProperty: PropertySpec<boolean, false> = {
  description: "bool attribute",
  accepts: (a) => a.kind === "integer" && a.type.kind === "integer" && a.type.width === 1,
  optional: false,
  decode: (a) => a.kind === "integer" && a.value !== 0n,
  encode: (value, c) => boolAttr(c, value),
  samples: (c) => [boolAttr(c, false), boolAttr(c, true)],
};

function integerOf(description: string, type: (c: Context) => IntegerType | IndexType): PropertySpec<number, false> {
  return ofKind(
    "integer",
    description,
    (a) => Number(a.value),
    (value: number, c) => integerAttr(type(c), BigInt(value)),
    {
      accepts: (a) => a.kind === "integer" && a.type === type(a.context),
      impliedType: type,
      samples: (c) => [0, 1, 2, 3, 4, 8, 16].map((value) => integerAttr(type(c), value)),
    },
  );
}
export const I64Property = integerOf("64-bit signless integer attribute", i64);
/** A number of bytes that addresses are multiples of. */
export const AlignmentProperty: PropertySpec<number, false> = {
  ...I64Property,
  description: "64-bit signless integer attribute whose value is positive and whose value is a power of two > 0",
  accepts: (a) => I64Property.accepts(a) && a.kind === "integer" && a.value > 0n && (a.value & (a.value - 1n)) === 0n,
  samples: (c, avoidPoison) => (avoidPoison ? [1] : [1, 2, 8, 64]).map((bytes) => i64Attr(c, bytes)),
};
export const I32Property = integerOf("32-bit signless integer attribute", i32);
export const I16Property = integerOf("16-bit signless integer attribute", (c) => integerType(c, 16));
export const IndexProperty = integerOf("index attribute", (c) => c.uniqueType("index", "", { kind: "index" }));
export const F32Property: PropertySpec<Attribute, false> = {
  ...AnyAttribute,
  description: "32-bit float attribute",
  accepts: (a) => a.kind === "float" && a.type.name === "f32",
  impliedType: (c) => floatType(c, "f32"),
};

/** `array<i64: ...>` as numbers; DYNAMIC (-2^63) is exact. */
export const I64ArrayProperty = ofKind(
  "dense_array",
  "i64 dense array attribute",
  (a) => a.values.map(numberOfInteger),
  (v: readonly number[], c) => i64ArrayAttr(c, v),
  {
    accepts: (a) => a.kind === "dense_array" && a.element === i64(a.context),
    ...denseArrayText(i64),
  },
);
export const I32ArrayProperty = ofKind(
  "dense_array",
  "i32 dense array attribute",
  (a) => a.values.map(numberOfInteger),
  (v: readonly number[], c) => denseArrayAttr(i32(c), v),
  {
    accepts: (a) => a.kind === "dense_array" && a.element === i32(a.context),
    ...denseArrayText(i32),
  },
);
export const BoolArrayProperty = ofKind(
  "dense_array",
  "i1 dense array attribute",
  (a) => a.values.map((v) => v !== 0n),
  (v: readonly boolean[], c) =>
    denseArrayAttr(
      i1(c),
      v.map((b) => (b ? 1n : 0n)),
    ),
  {
    accepts: (a) => a.kind === "dense_array" && a.element === i1(a.context),
    ...denseArrayText(i1),
  },
);

/** In formats a dense array prints as `[1, 2]`, without its element type. */
function denseArrayText(element: (c: Context) => IntegerType): Pick<PropertySpec<never>, "print" | "parse"> {
  return {
    print: (attribute, p) => {
      if (attribute.kind !== "dense_array") return;
      p.text("[");
      p.list(attribute.values, (v) => {
        p.text(
          attribute.element.kind === "integer" && attribute.element.width === 1
            ? v === 0n
              ? "false"
              : "true"
            : String(v),
        );
      });
      p.text("]");
    },
    parse: (p) => {
      const type = element(p.context);
      return denseArrayAttr(
        type,
        p.commaList("[", "]", () => {
          const at = p.position();
          const value = p.accept("true") ? 1n : p.accept("false") ? 0n : p.integer();
          if (type.width > 1 && BigInt.asIntN(type.width, value) !== value) p.error("integer value too large", at);
          return value;
        }),
      );
    },
  };
}

export const AffineMapProperty = ofKind(
  "affine_map",
  "AffineMap attribute",
  (a) => a.map,
  (v: AffineMap, c) => affineMapAttr(c, v),
);
export const AffineMapArrayProperty: PropertySpec<readonly AffineMap[], false> = {
  description: "AffineMap array attribute",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => e.kind === "affine_map"),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.map((e) => (e as Of<"affine_map">).map) : []),
  encode: (maps, c) =>
    arrayAttr(
      c,
      maps.map((m) => affineMapAttr(c, m)),
    ),
};
export const ArrayProperty = ofKind(
  "array",
  "array attribute",
  (a) => a.elements,
  (v: readonly Attribute[], c) => arrayAttr(c, v),
);
export const StringArrayProperty: PropertySpec<readonly string[], false> = {
  description: "string array attribute",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => e.kind === "string"),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.map((e) => (e as Of<"string">).value) : []),
  encode: (v, c) =>
    arrayAttr(
      c,
      v.map((s) => stringAttr(c, s)),
    ),
};
/** An array of i64 integer attributes, `[1, 2]` with `: i64` implied. */
export const I64AttrArrayProperty: PropertySpec<readonly number[], false> = {
  description: "64-bit integer array attribute",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => e.kind === "integer"),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.map((e) => Number((e as IntegerAttr).value)) : []),
  encode: (v, c) =>
    arrayAttr(
      c,
      v.map((n) => i64Attr(c, n)),
    ),
};

/** An enumeration kept as an integer attribute of `width` bits; the custom text is the case's keyword. */
export function integerEnum<const C extends readonly string[]>(
  description: string,
  cases: C,
  width: 32 | 64 = 64,
): PropertySpec<C[number], false> & { readonly cases: C } {
  const type = (c: Context): IntegerType => (width === 64 ? i64(c) : i32(c));
  const decode = (a: Attribute): C[number] => cases[Number((a as IntegerAttr).value)] as C[number];
  return {
    cases,
    description,
    accepts: (a) =>
      a.kind === "integer" && a.type === type(a.context) && a.value >= 0n && a.value < BigInt(cases.length),
    optional: false,
    print: (a, p) => {
      p.text(decode(a));
    },
    parse: (p) => {
      const at = p.position();
      const word = p.optionalString() ?? p.optionalKeyword();
      const index = word === undefined ? -1 : cases.indexOf(word);
      if (index < 0) {
        p.error(
          `expected string or keyword containing one of the following enum values for attribute '${description}' [${cases.join(", ")}]`,
          at,
        );
      }
      return integerAttr(type(p.context), BigInt(index));
    },
    decode,
    encode: (value, c) => integerAttr(type(c), BigInt(cases.indexOf(value))),
    samples: (c) => cases.map((_, index) => integerAttr(type(c), index)),
  };
}

/** An enumeration kept as a string attribute; the custom text is the bare keyword. */
export function stringEnum<const C extends readonly string[]>(
  description: string,
  cases: C,
): PropertySpec<C[number], false> & { readonly cases: C } {
  return {
    cases,
    description,
    accepts: (a) => a.kind === "string" && cases.includes(a.value),
    optional: false,
    print: (a, p) => {
      if (a.kind === "string") p.text(a.value);
    },
    parse: (p) => {
      const at = p.position();
      const word = p.keyword(description);
      if (!cases.includes(word))
        p.error(`expected ${description} to be one of: ${cases.join(", ")}`, at, didYouMean(word, cases));
      return stringAttr(p.context, word);
    },
    decode: (a) => (a as Of<"string">).value as C[number],
    encode: (value, c) => stringAttr(c, value),
    samples: (c) => cases.map((word) => stringAttr(c, word)),
  };
}
