// The op of each instruction, made from its row of the table.
import type { OpDefinition } from "../../ir/core/definition.ts";
import { defineOp, type CustomAssembly, type TypedOpDefinition } from "../../ir/define/define-op.ts";
import type { InterfaceImplementation } from "../../ir/define/interface.ts";
import { ConstantValue, MemoryEffects, type MemoryEffect } from "../../ir/define/op-interfaces.ts";
import type { Trait } from "../../ir/define/traits.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import { immediateProblem, propertiesOf } from "./immediates.ts";
import { instructionEntries } from "./table/index.ts";
import type { Effect, Instruction } from "./table/instruction.ts";
import { constraints, isConcrete } from "./types.ts";

/** `f32x4.add` is `wasm.f32x4_add`. */
export const opNameOf = (instruction: string): string => `wasm.${instruction.replaceAll(".", "_")}`;

const accesses: Readonly<Record<Effect, readonly MemoryEffect[]>> = {
  pure: [],
  traps: [],
  read: [{ effect: "read" }],
  write: [{ effect: "write" }],
  readwrite: [{ effect: "read" }, { effect: "write" }],
};

function operandNames(row: Instruction): readonly string[] {
  const { kind } = row.immediate;
  if (kind === "memory" || kind === "memory-lane") return ["address", "value"];
  return ["a", "b", "c"];
}

/** `$a, $b attr-dict`, then the types that do not follow from the name, one per type variable. */
function formatOf(row: Instruction, names: readonly string[]): string {
  const operands = row.operands.map((_, i) => `$${names[i] ?? ""}`).join(" `,` ");
  const places = [...row.operands.map((kind, i) => ({ kind, place: `$${names[i] ?? ""}` }))];
  if (row.result !== undefined) places.push({ kind: row.result, place: "$result" });
  const printed = new Map<string, string>();
  for (const { kind, place } of places) {
    const { variable } = constraints[kind];
    if (!isConcrete(kind) && variable !== undefined && !printed.has(variable)) printed.set(variable, `type(${place})`);
  }
  const types = printed.size === 0 ? "" : ` \`:\` ${[...printed.values()].join(" `,` ")}`;
  return `${operands} attr-dict${types}`.trim();
}

/** `wasm.i32_const 1 : i32`: the result's type is the attribute's. */
const constantSyntax: CustomAssembly = {
  print: (op, p) => {
    const value = op.attribute("value");
    p.text(" ");
    if (value !== undefined) p.attribute(value);
    p.attrDict(op, { elide: ["value"] });
  },
  parse: (p: OpParser) => {
    const at = p.position();
    const value = p.attribute();
    if (value.kind !== "integer" && value.kind !== "float" && value.kind !== "dense")
      p.error("expected a constant", at);
    return { resultTypes: [value.type], properties: { value }, attributes: p.optionalAttrDict() };
  },
};

function traitsOf({ effect, immediate }: Instruction): Trait[] {
  if (effect === "traps") return ["NoMemoryEffect"];
  if (effect !== "pure") return [];
  return immediate.kind === "constant" ? ["Pure", "ConstantLike"] : ["Pure"];
}

function interfacesOf({ effect, immediate }: Instruction): InterfaceImplementation[] {
  if (effect !== "pure" && effect !== "traps") return [MemoryEffects.with(() => accesses[effect])];
  return immediate.kind === "constant" ? [ConstantValue.with((op) => op.attribute("value"))] : [];
}

const summaryOf = (name: string, row: Instruction): string =>
  `The instruction ${name}${row.feature === undefined ? "" : ` (${row.feature})`}.`;

type InstructionDefinition = TypedOpDefinition<
  Readonly<Record<string, (typeof constraints)["any"]>>,
  ReturnType<typeof propertiesOf>,
  Readonly<Record<string, (typeof constraints)["any"]>>
>;

function defineInstruction(name: string, row: Instruction): InstructionDefinition {
  const names = operandNames(row);
  const { immediate } = row;
  return defineOp({
    name: opNameOf(name),
    summary: summaryOf(name, row),
    operands: Object.fromEntries(row.operands.map((kind, i) => [names[i] ?? "", constraints[kind]])),
    properties: propertiesOf(row),
    results: row.result === undefined ? {} : { result: constraints[row.result] },
    traits: traitsOf(row),
    interfaces: interfacesOf(row),
    assemblyFormat: immediate.kind === "constant" ? constantSyntax : formatOf(row, names),
    ...(immediate.kind === "none" || immediate.kind === "zeros"
      ? {}
      : { verify: ({ op }) => immediateProblem(op, immediate) }),
    ...(immediate.kind === "constant"
      ? { fold: ({ op }) => [op.attribute("value")].filter((a) => a !== undefined) }
      : {}),
    meaning: row.meaning,
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
