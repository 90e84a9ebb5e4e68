// The attributes of vector: combining kinds and iterator types, and the properties that hold them.
import { arrayAttr, boolAttr } from "../../ir/core/attribute-constructors.ts";
import { defineEnumAttribute, enumProperty } from "../../ir/define/enum-attribute.ts";
import {
  optionalProperty,
  BoolProperty,
  AlignmentProperty,
  withDefault,
  type PropertySpec,
} from "../../ir/define/properties.ts";

export const CombiningKindAttr = defineEnumAttribute({
  name: "vector.kind",
  summary: "Kind of combining function for contractions and reductions",
  cases: [
    "add",
    "mul",
    "minui",
    "minsi",
    "minnumf",
    "maxui",
    "maxsi",
    "maxnumf",
    "and",
    "or",
    "xor",
    "maximumf",
    "minimumf",
  ],
});
export type CombiningKind = (typeof CombiningKindAttr.cases)[number];

export const IteratorTypeAttr = defineEnumAttribute({
  name: "vector.iterator_type",
  summary: "Iterator type",
  cases: ["parallel", "reduction"],
});
export type IteratorType = (typeof IteratorTypeAttr.cases)[number];

export const CombiningKindProperty = enumProperty(CombiningKindAttr, { angle: true });
export const AddUnlessGiven = withDefault(CombiningKindProperty, "add");

/** `["parallel", "reduction"]` in custom text, an array of `#vector.iterator_type` underneath. */
export const IteratorTypesProperty: PropertySpec<readonly IteratorType[], false> = {
  description: "Iterator type should be an enum.",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => IteratorTypeAttr.valueOf(e) !== undefined),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.flatMap((e) => IteratorTypeAttr.valueOf(e) ?? []) : []),
  encode: (types, c) =>
    arrayAttr(
      c,
      types.map((t) => IteratorTypeAttr.get(c, t)),
    ),
};

/** An array of booleans: `[true, false]`. */
export const BoolAttrArrayProperty: PropertySpec<readonly boolean[], false> = {
  description: "1-bit boolean array attribute",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => BoolProperty.accepts(e)),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.map((e) => BoolProperty.decode(e)) : []),
  encode: (values, c) =>
    arrayAttr(
      c,
      values.map((v) => boolAttr(c, v)),
    ),
};

/** What loads and stores say about the memory that they reach. */
export const alignmentProperty = { alignment: optionalProperty(AlignmentProperty) } as const;
export const accessProperties = { nontemporal: optionalProperty(BoolProperty), ...alignmentProperty } as const;
