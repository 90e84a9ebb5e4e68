// The op of each instruction, made from its row of the table; and simt.const, the immediate.
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { defineOp, type TypedOpDefinition } from "../../ir/define/define-op.ts";
import type { InterfaceImplementation } from "../../ir/define/interface.ts";
import { ConstantValue, MemoryEffects, type MemoryEffect } from "../../ir/define/op-interfaces.ts";
import { attributeWhere, I64Property, withDefault, type PropertySpec } from "../../ir/define/properties.ts";
import type { Trait } from "../../ir/define/traits.ts";
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { effect, onValues, type Meaning } from "../../ir/interpret/meaning.ts";
import { scalarMeaning } from "./scalar-meaning.ts";
import { instructionEntries } from "./table/index.ts";
import type { Effect, ImmediateName, Instruction } from "./table/instruction.ts";
import { constraints, kindOfType, RegisterType } from "./types.ts";

/** `mad.lo.s32` is `simt.mad_lo_s32`. */
export const opNameOf = (instruction: string): string => `simt.${instruction.replaceAll(".", "_")}`;

const operandNames = ["a", "b", "c", "d", "e"];

/** Instructions that look at other lanes depend on the mask, which no operand shows: they stay where they are. */
const accesses: Partial<Readonly<Record<Effect, readonly MemoryEffect[]>>> = {
  warp: [{ effect: "read" }, { effect: "write" }],
  barrier: [{ effect: "read" }, { effect: "write" }],
  read: [{ effect: "read" }],
  write: [{ effect: "write" }],
  readwrite: [{ effect: "read" }, { effect: "write" }],
};
const traits: Partial<Readonly<Record<Effect, readonly Trait[]>>> = {
  pure: ["Pure"],
  place: ["Pure"],
  traps: ["NoMemoryEffect"],
};

/** What an immediate is unless it is given. */
const defaults: Readonly<Record<ImmediateName, number>> = { offset: 0, width: 32, id: 0 };

/** The immediate of an op of a row. */
export function immediateOf(op: Operation, { immediate }: Instruction): number {
  if (immediate === undefined) return 0;
  const attribute = op.attribute(immediate);
  return attribute?.kind === "integer" ? Number(attribute.value) : defaults[immediate];
}

function immediateProblem(op: Operation, row: Instruction): string | undefined {
  const value = immediateOf(op, row);
  switch (row.immediate) {
    case "offset":
      return Math.abs(value) < 2 ** 31 ? undefined : `requires an offset of 32 bits, but got ${value}`;
    case "width":
      return value >= 1 && value <= 32 && Number.isInteger(Math.log2(value))
        ? undefined
        : `requires a width of 1, 2, 4, 8, 16 or 32, but got ${value}`;
    case "id":
      return value >= 0 && value < 16 ? undefined : `requires a barrier in 0..15, but got ${value}`;
    case undefined:
      return undefined;
  }
}

/** Memory, other lanes and places exist only in a launch, which runs warps: see `warp/`. */
const onlyInLaunch: Meaning = effect(() => (_, run) => run.unsupported("it runs in the warps of a launch only"));

type InstructionDefinition = TypedOpDefinition<
  Readonly<Record<string, (typeof constraints)["i32"]>>,
  Readonly<Record<string, PropertySpec<number, true>>>,
  Readonly<Record<string, (typeof constraints)["i32"]>>
>;

function defineInstruction(name: string, row: Instruction): InstructionDefinition {
  const effects = accesses[row.effect];
  const interfaces: InterfaceImplementation[] = effects === undefined ? [] : [MemoryEffects.with(() => effects)];
  const operands = row.operands.map((_, i) => `$${operandNames[i] ?? ""}`).join(" `,` ");
  const { immediate } = row;
  const resultName = (i: number): string => (row.results.length === 1 ? "result" : `d${i}`);
  return defineOp({
    name: opNameOf(name),
    summary: `The instruction ${name}.`,
    operands: Object.fromEntries(row.operands.map((kind, i) => [operandNames[i] ?? "", constraints[kind]])),
    properties: immediate === undefined ? {} : { [immediate]: withDefault(I64Property, defaults[immediate]) },
    results: Object.fromEntries(row.results.map((kind, i) => [resultName(i), constraints[kind]])),
    traits: traits[row.effect] ?? [],
    interfaces,
    assemblyFormat: `${operands} attr-dict`.trim(),
    ...(immediate === undefined ? {} : { verify: ({ op }) => immediateProblem(op, row) }),
    meaning: row.effect === "pure" || row.effect === "traps" ? scalarMeaning(row) : onlyInLaunch,
  });
}

/** All instruction ops, in the table's order. */
export const instructionOps: readonly OpDefinition[] = instructionEntries.map(([name, row]) =>
  defineInstruction(name, row),
);

const rows = new Map<string, { readonly name: string; readonly row: Instruction }>(
  instructionEntries.map(([name, row]) => [opNameOf(name), { name, row }]),
);

/** The row of an op, by the op's name; undefined for control and for other dialects. */
export const instructionOf = (opName: string): { readonly name: string; readonly row: Instruction } | undefined =>
  rows.get(opName);

const RegisterConstant = attributeWhere(
  "i1, i32, i64, f32 or f64 constant",
  (a) => (a.kind === "integer" || a.kind === "float") && kindOfType(a.type) !== undefined,
);

export const ConstOp = defineOp({
  name: "simt.const",
  summary: "An immediate operand: the same value in all lanes.",
  properties: { value: RegisterConstant },
  results: { result: RegisterType },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  assemblyFormat: {
    print: (op, p) => {
      const value = op.attribute("value");
      p.text(" ");
      if (value !== undefined) p.attribute(value);
      p.attrDict(op, { elide: ["value"] });
    },
    parse: (p) => {
      const at = p.position();
      const value = p.attribute();
      if (value.kind !== "integer" && value.kind !== "float") return p.error("expected a constant", at);
      return { resultTypes: [value.type], properties: { value }, attributes: p.optionalAttrDict() };
    },
  },
  verify: ({ op, result }) => {
    const value = op.attribute("value");
    const type = value !== undefined && "type" in value ? value.type : undefined;
    return type === result.type ? undefined : "requires a constant of the result's type";
  },
  fold: ({ value }) => [value],
  meaning: onValues((op) => {
    const attribute = op.attribute("value");
    const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
    return (_, run) => [value ?? run.unsupported("the constant has no value")];
  }),
});
