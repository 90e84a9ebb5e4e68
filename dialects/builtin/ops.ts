// The builtin dialect's ops: the module, and the cast that stands between two type systems during a conversion.
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { Type } from "../../ir/core/types.ts";
import { AnyType, variadic } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { definedBy, DefaultDialect } from "../../ir/define/op-interfaces.ts";
import { optionalProperty, StringProperty, SymbolNameProperty } from "../../ir/define/properties.ts";
import { effect, onValues, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { generateConversionCast } from "./generation.ts";

export const ModuleOp = defineOp({
  name: "builtin.module",
  summary: "A container of symbols: functions, kernels, globals.",
  properties: { sym_name: optionalProperty(SymbolNameProperty), sym_visibility: optionalProperty(StringProperty) },
  regions: { bodyRegion: singleBlockRegion },
  traits: ["IsolatedFromAbove", "NoTerminator", "SymbolTable", "Symbol", "SingleBlock", "GraphRegion"],
  interfaces: [DefaultDialect.with("builtin")],
  assemblyFormat: {
    print: (op, p) => {
      const name = symbolName(op);
      if (name !== undefined) {
        p.text(" ");
        p.symbol(name);
      }
      p.attrDict(op, { elide: ["sym_name"], keyword: true });
      p.text(" ");
      p.region(op.region());
    },
    parse: (p) => {
      const name = p.optionalSymbolName();
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      const body = p.region();
      if (body.isEmpty) body.addBlock();
      return {
        properties: { sym_name: name === undefined ? undefined : stringAttr(p.context, name) },
        attributes,
        regions: [body],
      };
    },
  },
  verify: ({ op, bodyRegion }) => {
    if (bodyRegion.entry.arguments.length > 0) return "region should have no arguments";
    for (const [name] of op.discardable) {
      if (!name.includes(".")) return `can only contain attributes with dialect-prefixed names, found: '${name}'`;
    }
    return undefined;
  },
  // A module only declares; what it holds runs when it is called.
  meaning: effect(() => () => []),
});

export const UnrealizedConversionCastOp = defineOp({
  name: "builtin.unrealized_conversion_cast",
  summary: "A conversion between types that no pass has made real yet.",
  operands: { inputs: variadic(AnyType) },
  results: { outputs: variadic(AnyType) },
  traits: ["Pure"],
  assemblyFormat: "($inputs^ `:` type($inputs))? `to` type($outputs) attr-dict",
  verify: ({ outputs }) => (outputs.length === 0 ? "expected at least one result for cast operation" : undefined),
  fold: ({ inputs, outputs }) => {
    if (inputs.length === outputs.length && inputs.every((value, i) => value.type === outputs[i]?.type)) return inputs;
    // A cast of a cast back to the first types is the first values.
    const first = definedBy(inputs[0], "builtin.unrealized_conversion_cast");
    if (first?.resultCount !== inputs.length) return undefined;
    if (!inputs.every((value, i) => value === first.result(i)) || first.operandCount !== outputs.length)
      return undefined;
    return first.operands.every((value, i) => value.type === outputs[i]?.type) ? first.operands : undefined;
  },
  generate: generateConversionCast,
  hasMeaning: (op) =>
    op.operandCount === op.resultCount && op.operands.every(({ type }, i) => isSameForm(type, op.result(i).type)),
  meaning: onValues((op) => {
    const from = op.operands.map((value) => value.type);
    const to = op.results.map((value) => value.type);
    return (operands, run) =>
      from.length === to.length
        ? operands.map((value, i) => reinterpret(value, from[i], to[i], run.unsupported.bind(run)))
        : run.unsupported("an unrealized_conversion_cast between different numbers of values has no meaning");
  }),
});

const isIndexLike = (type: Type | undefined): boolean =>
  type?.kind === "index" || (type?.kind === "integer" && type.width === 64);

/** Types with one run-time form: equal ones, and index with i64. */
const isSameForm = (from: Type | undefined, to: Type | undefined): boolean =>
  from === to || (isIndexLike(from) && isIndexLike(to));

function reinterpret(
  value: RuntimeValue,
  from: Type | undefined,
  to: Type | undefined,
  unsupported: (reason: string) => never,
): RuntimeValue {
  if (from === to) return value;
  if (isSameForm(from, to) && (typeof value === "number" || typeof value === "bigint")) {
    const exact = BigInt(value);
    return to?.kind === "index" && exact === BigInt(Number(exact)) && Number.isSafeInteger(Number(exact))
      ? Number(exact)
      : exact;
  }
  return unsupported("an unrealized_conversion_cast between types of different run-time form has no meaning");
}
