// The predicates of index.cmp.
import { defineEnumAttribute, enumProperty } from "../../ir/define/enum-attribute.ts";

export const IndexCmpPredicateAttr = defineEnumAttribute({
  name: "index.cmp_predicate",
  summary: "index comparison predicate kind",
  cases: ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"],
  bare: true,
});
export type IndexCmpPredicate = (typeof IndexCmpPredicateAttr.cases)[number];

export const IndexCmpPredicateProperty = enumProperty(IndexCmpPredicateAttr);
