// Ops that show each part of the reader, the printer and the verifier; a context with them and the builtin dialect.
import { builtinDialect } from "../../../dialects/builtin/index.ts";
import { Context } from "../../../ir/core/context.ts";
import { dialectAttr } from "../../../ir/core/attribute-constructors.ts";
import {
  AnyType,
  I1,
  Index,
  SignlessInteger,
  derived,
  typeVariable,
  variadic,
} from "../../../ir/define/constraints.ts";
import { defineAttribute, defineDialect, defineType } from "../../../ir/define/define-dialect.ts";
import { anyRegion, defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { BlockArgumentNames, DefaultDialect, HasParent, ImplicitTerminator } from "../../../ir/define/op-interfaces.ts";
import { SymbolNameProperty, StringProperty, optionalProperty, withDefault } from "../../../ir/define/properties.ts";

const T = typeVariable("T", SignlessInteger);

const AddOp = defineOp({
  name: "toy.add",
  summary: "Adds.",
  operands: { lhs: T, rhs: T },
  results: { result: T },
  properties: { mode: withDefault(StringProperty, "wrap") },
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.values(op.operands);
      p.attrDict(op);
      p.types([op.result().type]);
    },
    parse: (p) => {
      const operands = p.operandList();
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const type = p.type();
      return { operands: p.resolveAll(operands, [type, type]), resultTypes: [type], attributes };
    },
  },
});

const ConstantOp = defineOp({
  name: "toy.constant",
  summary: "One value.",
  properties: { label: optionalProperty(StringProperty) },
  results: { result: SignlessInteger },
});

const CompareOp = defineOp({
  name: "toy.compare",
  summary: "Compares.",
  operands: { lhs: T, rhs: T },
  results: { result: derived("bool", ["T"], (_, context) => I1.infer?.(new Map(), context)) },
});

const PairsOp = defineOp({
  name: "toy.pairs",
  summary: "Two variadic groups.",
  operands: { first: variadic(Index), second: variadic(SignlessInteger) },
});

const FuncOp = defineOp({
  name: "toy.func",
  summary: "A function without arguments.",
  properties: { sym_name: SymbolNameProperty },
  regions: { body: anyRegion },
  traits: ["IsolatedFromAbove", "Symbol"],
  interfaces: [DefaultDialect.with("toy")],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      const name = op.attribute("sym_name");
      if (name?.kind === "string") p.symbol(name.value);
      p.attrDict(op, { elide: ["sym_name"], keyword: true });
      p.text(" ");
      p.region(op.region());
    },
    parse: (p) => {
      const name = p.symbolName();
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      const region = p.region();
      return {
        properties: { sym_name: SymbolNameProperty.encode(name, p.context) },
        attributes,
        regions: [region],
      };
    },
  },
});

const EndOp = defineOp({
  name: "toy.end",
  summary: "Ends a block.",
  traits: ["Terminator"],
  interfaces: [HasParent.with(["toy.func", "toy.loop"])],
  assemblyFormat: {
    print: (op, p) => {
      p.attrDict(op);
    },
    parse: (p) => ({ attributes: p.optionalAttrDict() }),
  },
});

const JumpOp = defineOp({
  name: "toy.jump",
  summary: "Goes to one of some blocks.",
  operands: { operands: variadic(AnyType) },
  successors: { targets: "variadic" },
  traits: ["Terminator"],
});

const LoopOp = defineOp({
  name: "toy.loop",
  summary: "Repeats.",
  regions: { body: singleBlockRegion },
  traits: ["SingleBlock"],
  interfaces: [ImplicitTerminator.with("toy.end"), BlockArgumentNames.with(() => ["iv"])],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      const [iv] = op.region().entry.arguments;
      if (iv !== undefined) p.argument(iv);
      p.text(" ");
      p.region(op.region(), { entryArguments: false, terminators: false });
    },
    parse: (p) => {
      const { name, type } = p.argument();
      return { regions: [p.region(type === undefined ? [] : [{ name, type }])] };
    },
  },
});

export const TokenType = defineType({ name: "toy.token", summary: "token" });

const UnitAttribute = defineAttribute({
  name: "toy.unit",
  summary: "A keyword.",
  print: (parameters, p) => {
    p.text("<");
    p.list(parameters, (parameter) => {
      if (parameter.kind === "string") p.text(parameter.value);
    });
    p.text(">");
  },
  parse: (p) => p.commaList("<", ">", () => StringProperty.encode(p.keyword("unit"), p.context)),
});

const toyDialect = defineDialect({
  name: "toy",
  summary: "For tests.",
  ops: [AddOp, ConstantOp, CompareOp, PairsOp, FuncOp, EndOp, JumpOp, LoopOp],
  types: [TokenType],
  attributes: [UnitAttribute],
  suggestResultName: (op) => {
    const label = op.name === "toy.constant" ? op.attribute("label") : undefined;
    return label?.kind === "string" ? label.value : undefined;
  },
});

/** `#toy.unit<name>`. */
export const unit = (context: Context, name: string): ReturnType<typeof dialectAttr> =>
  dialectAttr(context, UnitAttribute, [StringProperty.encode(name, context)]);

export function toyContext(allowUnregistered = true): Context {
  const context = new Context();
  for (const dialect of [builtinDialect, toyDialect]) {
    const problem = context.registerDialect(dialect);
    if (problem !== undefined) throw new Error(problem);
  }
  context.allowUnregisteredDialects = allowUnregistered;
  return context;
}
