// What a module has besides functions: its memory, data segments, globals.
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { MemoryEffects } from "../../ir/define/op-interfaces.ts";
import {
  attributeWhere, I64Property, optionalProperty, StringProperty, SymbolNameProperty, SymbolRefAttrProperty, UnitProperty, withDefault,
} from "../../ir/define/properties.ts"; // prettier-ignore
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { effect, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { ValueType } from "./types.ts";
import { moduleExample } from "./examples.ts";

export const MemoryOp = defineOp({
  name: "wasm.memory",
  summary: "The module's memory, imported or its own.",
  description:
    "The bytes from static_base on, static_bytes of them, are the module's: data segments and static buffers lie there.",
  example: moduleExample,
  properties: {
    sym_name: SymbolNameProperty,
    moduleName: optionalProperty(StringProperty),
    importName: optionalProperty(StringProperty),
    export_name: optionalProperty(StringProperty),
    min: I64Property,
    max: optionalProperty(I64Property),
    static_base: withDefault(I64Property, 1024),
    static_bytes: withDefault(I64Property, 0),
  },
  traits: ["Symbol"],
  assemblyFormat: "$sym_name attr-dict",
  verify: ({ moduleName, importName, min, max, staticBase, staticBytes }) => {
    if ((moduleName === undefined) !== (importName === undefined))
      return "requires both moduleName and importName, or neither";
    if (min < 0 || min > 65536 || (max !== undefined && (max < min || max > 65536)))
      return "requires 0 <= min <= max <= 65536 pages";
    if (staticBase < 0 || staticBytes < 0) return "requires a static part that does not start below zero";
    return staticBase + staticBytes <= min * 65536 || staticBytes === 0
      ? undefined
      : "requires its static part to lie within its first 'min' pages";
  },
  meaning: effect(() => () => []),
});

const Bytes = attributeWhere(
  "dense i8 elements",
  (a) => a.kind === "dense" && a.type.element.kind === "integer" && a.type.element.width === 8,
);

export const DataOp = defineOp({
  name: "wasm.data",
  summary: "Bytes that are in memory when the module starts.",
  example: moduleExample,
  properties: { sym_name: SymbolNameProperty, address: I64Property, bytes: Bytes },
  traits: ["Symbol"],
  assemblyFormat: "$sym_name attr-dict",
  verify: ({ address }) => (address >= 0 && address < 2 ** 32 ? undefined : "requires an address of 32 bits"),
  meaning: effect(() => () => []),
});

const NumberConstant = attributeWhere(
  "i32, i64, f32 or f64 constant",
  (a) => (a.kind === "integer" || a.kind === "float") && ValueType.accepts(a.type),
);

export const GlobalOp = defineOp({
  name: "wasm.global",
  summary: "A global variable with its first value.",
  example: moduleExample,
  properties: {
    sym_name: SymbolNameProperty,
    value: NumberConstant,
    isMutable: UnitProperty,
    export_name: optionalProperty(StringProperty),
  },
  traits: ["Symbol"],
  assemblyFormat: "$sym_name attr-dict",
  meaning: effect(() => () => []),
});

const globalOf = (op: Operation): Operation | undefined => {
  const reference = op.attribute("global");
  return reference?.kind === "symbol" ? resolveSymbol(op, reference) : undefined;
};
const constantType = (attribute: Attribute): Type | undefined =>
  attribute.kind === "integer" || attribute.kind === "float" ? attribute.type : undefined;

function globalProblem(op: Operation, type: Type, writes: boolean): string | undefined {
  const global = GlobalOp.match(globalOf(op));
  if (global === undefined) return "does not reference a global";
  if (constantType(global.value) !== type) return `has another type than @${global.symName}`;
  return writes && !global.isMutable ? `sets @${global.symName}, which is not mutable` : undefined;
}

/** State of a run: the globals that were set. */
const globalsOf = (run: Execution): Map<Operation, RuntimeValue> =>
  run.state("wasm.globals", () => new Map<Operation, RuntimeValue>());

export const GlobalGetOp = defineOp({
  name: "wasm.global_get",
  summary: "Reads a global.",
  example: moduleExample,
  properties: { global: SymbolRefAttrProperty },
  results: { result: ValueType },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }])],
  assemblyFormat: "$global attr-dict `:` type($result)",
  verifySymbols: ({ op, result }) => globalProblem(op, result.type, false),
  meaning: effect((op) => (_, run) => {
    const global = globalOf(op);
    if (global === undefined) return run.unsupported("the global is not in a symbol table around its use");
    const first = global.attribute("value");
    const value = globalsOf(run).get(global) ?? (first === undefined ? undefined : valueOfAttribute(first));
    return [value ?? run.undefinedBehavior("the global has no value")];
  }),
});

export const GlobalSetOp = defineOp({
  name: "wasm.global_set",
  summary: "Sets a global.",
  example: moduleExample,
  operands: { value: ValueType },
  properties: { global: SymbolRefAttrProperty },
  interfaces: [MemoryEffects.with(() => [{ effect: "write" }])],
  assemblyFormat: "$global `,` $value attr-dict `:` type($value)",
  verifySymbols: ({ op, value }) => globalProblem(op, value.type, true),
  meaning: effect((op) => ([value], run) => {
    const global = globalOf(op);
    if (global === undefined) return run.unsupported("the global is not in a symbol table around its use");
    if (value !== undefined) globalsOf(run).set(global, value);
    return [];
  }),
});
