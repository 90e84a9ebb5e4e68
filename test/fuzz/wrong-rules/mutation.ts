// Mutations: one small change each to what a rule has just built, or to what it asks before it builds.
//
// A mutation of the built ops is tried on every op that the rule inserted; the first that takes it is changed, if it still verifies.
import { verify } from "../../../ir/analysis/verify.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { denseArrayAttr, denseElementsAttr, floatAttr, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { bitsToFloat } from "../../../ir/core/float-bits.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import { CmpFPredicate, CmpIPredicate, FastMathAttr, IntegerOverflowAttr } from "../../../dialects/arith/index.ts";

/** Changes an op of the right side in place. */
export interface BuiltMutation {
  readonly name: string;
  /** The attributes and operands after; undefined where the op has nothing of the kind. */
  readonly change: (op: Operation) => (() => void) | undefined;
}

/** Sets an attribute, and how to take that back. */
const setting =
  (op: Operation, name: string, attribute: Attribute | undefined): (() => void) =>
  () => {
    op.setAttribute(name, attribute);
  };

/** A number added to an integer or float constant, to every element of a splat. */
function shifted(attribute: Attribute, by: bigint): Attribute | undefined {
  switch (attribute.kind) {
    case "integer":
      return integerAttr(attribute.type, attribute.value + by);
    case "float":
      return floatAttr(attribute.type, bitsToFloat(attribute.type.name, attribute.bits) + Number(by));
    case "dense": {
      const { element } = attribute.type;
      if (!attribute.splat || (element.kind !== "integer" && element.kind !== "index")) return undefined;
      const width = element.kind === "index" ? 64 : element.width;
      let value = 0n;
      for (let i = attribute.data.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(attribute.data[i] ?? 0);
      value = BigInt.asUintN(width, value + by);
      const data = attribute.data.map((_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
      return denseElementsAttr(attribute.type, data, true, attribute.data.length);
    }
    default:
      return undefined;
  }
}

const constantBy = (by: 1n | -1n): BuiltMutation => ({
  name: by > 0n ? "constant + 1" : "constant - 1",
  change: (op) => {
    if (!op.hasTrait("ConstantLike")) return undefined;
    const value = op.attribute("value");
    const other = value && shifted(value, by);
    return other === undefined || other === value ? undefined : setting(op, "value", other);
  },
});

/** The list properties whose numbers are places, extents or lanes. */
const entryBy = (by: 1 | -1): BuiltMutation => ({
  name: by > 0 ? "list entry + 1" : "list entry - 1",
  change: (op) => {
    for (const [name, attribute] of op.allAttributes) {
      if (attribute.kind !== "dense_array" || name === "operandSegmentSizes" || name.includes("segments")) continue;
      const at = attribute.values.findIndex((value) => value !== BigInt(DYNAMIC) && Number(value) !== DYNAMIC);
      if (at < 0 || attribute.element.kind !== "integer") continue;
      const values = attribute.values.map((value, i) => (i === at ? BigInt(value) + BigInt(by) : value));
      return setting(op, name, denseArrayAttr(attribute.element, values));
    }
    return undefined;
  },
});

const entriesSwapped: BuiltMutation = {
  name: "list entries exchanged",
  change: (op) => {
    for (const [name, attribute] of op.allAttributes) {
      if (attribute.kind !== "dense_array" || name === "operandSegmentSizes" || name.includes("segments")) continue;
      const [a, b, ...rest] = attribute.values;
      if (a === undefined || b === undefined || a === b || attribute.element.kind !== "integer") continue;
      return setting(op, name, denseArrayAttr(attribute.element, [b, a, ...rest]));
    }
    return undefined;
  },
};

const operandsSwapped: BuiltMutation = {
  name: "operands exchanged",
  change: (op) => {
    if (op.hasTrait("Commutative")) return undefined;
    for (let i = 0; i + 1 < op.operandCount; i++) {
      const [a, b] = [op.operand(i), op.operand(i + 1)];
      if (a === b || a.type !== b.type) continue;
      return () => {
        op.setOperand(i, b);
        op.setOperand(i + 1, a);
      };
    }
    return undefined;
  },
};

/** An operand in place of another of its type. */
const operandRepeated: BuiltMutation = {
  name: "operand repeated",
  change: (op) => {
    for (let i = 0; i + 1 < op.operandCount; i++) {
      const [a, b] = [op.operand(i), op.operand(i + 1)];
      if (a === b || a.type !== b.type) continue;
      return () => op.setOperand(i + 1, a);
    }
    return undefined;
  },
};

const overflowFlag = (flag: "nsw" | "nuw"): BuiltMutation => ({
  name: `+ ${flag}`,
  change: (op) => {
    if (!op.definition.propertySlots.has("overflowFlags")) return undefined;
    const present = op.attribute("overflowFlags");
    const flags = present === undefined ? [] : (IntegerOverflowAttr.valueOf(present) ?? []);
    if (flags.includes(flag)) return undefined;
    return setting(op, "overflowFlags", IntegerOverflowAttr.get(op.context, [...flags, flag]));
  },
});

const fastMathFlag = (flag: "nnan" | "ninf"): BuiltMutation => ({
  name: `+ ${flag}`,
  change: (op) => {
    if (!op.definition.propertySlots.has("fastmath")) return undefined;
    const present = op.attribute("fastmath");
    const flags = present === undefined ? [] : (FastMathAttr.valueOf(present) ?? []);
    if (flags.includes(flag)) return undefined;
    return setting(op, "fastmath", FastMathAttr.get(op.context, [...flags, flag]));
  },
});

const opposite: Readonly<Record<string, string>> = {
  eq: "ne", ne: "eq", slt: "sge", sge: "slt", sle: "sgt", sgt: "sle", ult: "uge", uge: "ult", ule: "ugt", ugt: "ule",
  oeq: "une", une: "oeq", olt: "uge", uge_: "olt", ogt: "ule", oge: "ult", ole: "ugt", one: "ueq", ueq: "one", ord: "uno", uno: "ord",
}; // prettier-ignore
const strictness: Readonly<Record<string, string>> = {
  slt: "sle", sle: "slt", sgt: "sge", sge: "sgt", ult: "ule", ule: "ult", ugt: "uge", uge: "ugt",
  olt: "ole", ole: "olt", ogt: "oge", oge: "ogt", oeq: "ole",
}; // prettier-ignore
const otherSign: Readonly<Record<string, string>> = {
  slt: "ult", sle: "ule", sgt: "ugt", sge: "uge", ult: "slt", ule: "sle", ugt: "sgt", uge: "sge",
}; // prettier-ignore
const otherOrder: Readonly<Record<string, string>> = {
  oeq: "ueq", ueq: "oeq", olt: "ult", ult: "olt", ole: "ule", ule: "ole", ogt: "ugt", ugt: "ogt", oge: "uge", uge: "oge",
}; // prettier-ignore

/** Another predicate of a comparison of integers, floats, or indices. */
const predicate = (name: string, table: Readonly<Record<string, string>>, kind: "i" | "f"): BuiltMutation => ({
  name,
  change: (op) => {
    if (op.name !== `arith.cmp${kind}`) return undefined;
    const cases: readonly string[] = kind === "i" ? CmpIPredicate.cases : CmpFPredicate.cases;
    const attribute = op.attribute("predicate");
    if (attribute?.kind !== "integer") return undefined;
    const other = table[cases[Number(attribute.value)] ?? ""];
    const at = other === undefined ? -1 : cases.indexOf(other);
    return at < 0 ? undefined : setting(op, "predicate", integerAttr(attribute.type, at));
  },
});

export const builtMutations: readonly BuiltMutation[] = [
  constantBy(1n),
  constantBy(-1n),
  entryBy(1),
  entryBy(-1),
  entriesSwapped,
  operandsSwapped,
  operandRepeated,
  overflowFlag("nsw"),
  overflowFlag("nuw"),
  fastMathFlag("nnan"),
  fastMathFlag("ninf"),
  predicate("opposite predicate", opposite, "i"),
  predicate("strictness of the predicate", strictness, "i"),
  predicate("signedness of the predicate", otherSign, "i"),
  predicate("opposite float predicate", opposite, "f"),
  predicate("order of the float predicate", otherOrder, "f"),
];

/** Applies the mutation to the first of the ops that takes it and verifies with it. Returns whether one did. */
export function mutateBuilt(made: readonly Operation[], { change }: BuiltMutation): boolean {
  for (const op of made) {
    if (op.parentBlock === null) continue;
    const apply = change(op);
    if (apply === undefined) continue;
    const before = { operands: op.operands, attributes: op.allAttributes };
    apply();
    if (verify(op).length === 0) return true;
    op.setOperands(before.operands);
    for (const [name, attribute] of before.attributes) op.setAttribute(name, attribute);
  }
  return false;
}
