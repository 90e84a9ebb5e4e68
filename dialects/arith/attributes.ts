// The attributes of arith: fast-math flags, overflow flags, rounding modes, comparison predicates.
import { defineEnumAttribute, flagsProperty } from "../../ir/define/enum-attribute.ts";
import { integerEnum, optionalProperty, withDefault } from "../../ir/define/properties.ts";

export const FastMathAttr = defineEnumAttribute({
  name: "arith.fastmath",
  summary: "Floating point fast math flags",
  cases: ["reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn"],
  bits: { none: "none", all: "fast" },
});

export const IntegerOverflowAttr = defineEnumAttribute({
  name: "arith.overflow",
  summary: "Integer overflow arith flags",
  cases: ["nsw", "nuw"],
  bits: { none: "none", separator: ", " },
});

/** Flags of most float ops: none unless given. */
export const FastMath = withDefault(flagsProperty(FastMathAttr, { poison: ["nnan", "ninf"] }), []);
/** Flags of casts between float types, which may be absent altogether. */
export const OptionalFastMath = optionalProperty(flagsProperty(FastMathAttr, { poison: ["nnan", "ninf"] }));
export const OverflowFlags = withDefault(flagsProperty(IntegerOverflowAttr, { poison: ["nsw", "nuw"] }), []);

export const roundingModes = ["to_nearest_even", "downward", "upward", "toward_zero", "to_nearest_away"] as const;
export type RoundingMode = (typeof roundingModes)[number];
export const RoundingModeProperty = optionalProperty(integerEnum("Floating point rounding mode", roundingModes, 32));

export const CmpIPredicate = integerEnum("predicate", [
  "eq",
  "ne",
  "slt",
  "sle",
  "sgt",
  "sge",
  "ult",
  "ule",
  "ugt",
  "uge",
]);
export type CmpIPredicateName = (typeof CmpIPredicate.cases)[number];

export const CmpFPredicate = integerEnum("predicate", [
  "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true",
]); // prettier-ignore
export type CmpFPredicateName = (typeof CmpFPredicate.cases)[number];
