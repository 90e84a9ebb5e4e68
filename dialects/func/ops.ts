// The func dialect's ops: functions, calls and returns.
import type { Attribute } from "../../ir/core/attributes.ts";
import { symbolRefAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol, symbolName } from "../../ir/core/symbol-table.ts";
import type { FunctionType, Type } from "../../ir/core/types.ts";
import { AnyFunction, AnyType, variadic } from "../../ir/define/constraints.ts";
import { anyRegion, defineOp } from "../../ir/define/define-op.ts";
import {
  CallableOpInterface,
  CallOpInterface,
  ConstantValue,
  DefaultDialect,
  HasParent,
} from "../../ir/define/op-interfaces.ts";
import {
  attributeWhere, FunctionTypeProperty, optionalProperty, StringProperty, SymbolNameProperty, FlatSymbolRefAttrProperty, UnitProperty,
} from "../../ir/define/properties.ts"; // prettier-ignore
import {
  control,
  effect,
  onValues,
  terminator,
  type Computation,
  type Execution,
  type RuntimeValue,
} from "../../ir/interpret/meaning.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import { functionSyntax, functionTypeOf } from "./function-syntax.ts";

const DictionaryArray = optionalProperty(
  attributeWhere(
    "array of dictionary attributes",
    (a) => a.kind === "array" && a.elements.every((e) => e.kind === "dictionary"),
  ),
);

export const FuncOp = defineOp({
  name: "func.func",
  summary: "A function with a name; without a body, the declaration of one.",
  example: `func.func @magnitude(%x: f32, %y: f32) -> f32 {
  %0 = arith.mulf %x, %x : f32
  %1 = arith.mulf %y, %y : f32
  %2 = arith.addf %0, %1 : f32
  %3 = math.sqrt %2 : f32
  return %3 : f32
}
func.func private @declared(f32) -> f32`,
  properties: {
    sym_name: SymbolNameProperty,
    function_type: FunctionTypeProperty,
    sym_visibility: optionalProperty(StringProperty),
    arg_attrs: DictionaryArray,
    res_attrs: DictionaryArray,
    no_inline: UnitProperty,
  },
  regions: { body: anyRegion },
  traits: ["IsolatedFromAbove", "Symbol", "AutomaticAllocationScope"],
  interfaces: [
    DefaultDialect.with("func"),
    CallableOpInterface.with((op) => (op.region().isEmpty ? undefined : op.region())),
  ],
  assemblyFormat: functionSyntax,
  verify: ({ op, functionType, argAttrs, resAttrs, symVisibility, body }) => {
    const { inputs, results } = functionType;
    if (symVisibility !== undefined && !["public", "private", "nested"].includes(symVisibility)) {
      return `visibility expected to be one of ["public", "private", "nested"], but got "${symVisibility}"`;
    }
    if (symVisibility !== "private" && symVisibility !== "nested" && body.isEmpty) {
      return symbolDeclarationIsPublic;
    }
    return (
      attributeCount(argAttrs, inputs.length, "argument", "arguments") ??
      attributeCount(resAttrs, results.length, "result", "results") ??
      entryBlockProblem(op, inputs)
    );
  },
  // A function only declares; its body runs when it is called.
  meaning: effect(() => () => []),
});

const symbolDeclarationIsPublic = "symbol declaration cannot have public visibility";

function attributeCount(
  list: Attribute | undefined,
  expected: number,
  one: string,
  several: string,
): string | undefined {
  if (list?.kind !== "array") return undefined;
  if (list.elements.length === expected) {
    const isForeign = (e: Attribute): boolean =>
      e.kind === "dictionary" && e.entries.some(([name]) => !name.includes("."));
    return list.elements.some(isForeign) ? `${one}s may only have dialect attributes` : undefined;
  }
  return `expects ${one} attribute array to have the same number of elements as the number of function ${several}, got ${list.elements.length}, but expected ${expected}`;
}

function entryBlockProblem(op: Operation, inputs: readonly Type[]): string | undefined {
  const entry = op.region().blocks[0];
  if (entry === undefined) return undefined;
  if (entry.arguments.length !== inputs.length)
    return `entry block must have ${inputs.length} arguments to match function signature`;
  const wrong = entry.arguments.findIndex((argument, i) => argument.type !== inputs[i]);
  if (wrong < 0) return undefined;
  return `type of entry block argument #${wrong}(${quoted(entry.arguments[wrong]?.type)}) must match the type of the corresponding argument in function signature(${quoted(inputs[wrong])})`;
}

const quoted = (type: Type | undefined): string => (type === undefined ? "nothing" : `'${typeText(type)}'`);

export const ReturnOp = defineOp({
  name: "func.return",
  summary: "Ends a function and hands back its results.",
  operands: { operands: variadic(AnyType) },
  traits: ["Pure", "ReturnLike", "Terminator"],
  interfaces: [HasParent.with(["func.func"])],
  assemblyFormat: "attr-dict ($operands^ `:` type($operands))?",
  verify: ({ op, operands }) => {
    const parent = op.parentOp;
    const func = FuncOp.match(parent);
    if (func === undefined) return undefined;
    const { results } = func.functionType;
    if (operands.length !== results.length) {
      return `has ${operands.length} operands, but enclosing function (@${func.symName}) returns ${results.length}`;
    }
    const wrong = operands.findIndex((value, i) => value.type !== results[i]);
    if (wrong < 0) return undefined;
    return errorAt(
      op.location,
      `type of return operand ${wrong} (${quoted(operands[wrong]?.type)}) doesn't match function result type (${quoted(results[wrong])}) in function @${func.symName}`,
    );
  },
  meaning: terminator,
});

/** Runs a function's body; a declaration has none to run. */
function* call(run: Execution, callee: Operation, args: readonly RuntimeValue[]): Computation<readonly RuntimeValue[]> {
  if (callee.region().isEmpty)
    return run.unsupported(`'@${symbolName(callee) ?? ""}' is declared without a body: it cannot be called here`);
  const exit = yield* run.runCallable(callee, args);
  return exit.values;
}

export const CallOp = defineOp({
  name: "func.call",
  summary: "Calls a function by name.",
  properties: {
    callee: FlatSymbolRefAttrProperty,
    arg_attrs: DictionaryArray,
    res_attrs: DictionaryArray,
    no_inline: UnitProperty,
  },
  operands: { operands: variadic(AnyType) },
  results: { results: variadic(AnyType) },
  interfaces: [CallOpInterface.with((op) => callOf(op))],
  assemblyFormat: "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)",
  verifySymbols: ({ op, callee, operands, results }, symbols) => {
    const target = symbols.resolveNearest(op, callee);
    if (target === undefined || target.definition !== FuncOp)
      return `'${callee.root}' does not reference a valid function`;
    const type = functionTypeOf(target);
    if (type.inputs.length !== operands.length) return "incorrect number of operands for callee";
    const operand = operands.findIndex((value, i) => value.type !== type.inputs[i]);
    if (operand >= 0) {
      return `operand type mismatch: expected operand type ${quoted(type.inputs[operand])}, but provided ${quoted(operands[operand]?.type)} for operand number ${operand}`;
    }
    if (type.results.length !== results.length) return "incorrect number of results for callee";
    const result = results.findIndex((value, i) => value.type !== type.results[i]);
    if (result >= 0) return `result type mismatch at index ${result}`;
    return undefined;
  },
  generate: (site) => {
    if (site.callables.length === 0) return undefined;
    const callee = site.random.pick(site.callables);
    const { inputs, results } = functionTypeOf(callee);
    const operands = inputs.map((type) => site.available(type));
    if (!operands.every((operand) => operand !== undefined)) return undefined;
    return {
      operands,
      resultTypes: results,
      properties: {
        callee: symbolRefAttr(site.context, symbolName(callee) ?? ""),
        no_inline: site.random.chance(1, 8) ? unitAttr(site.context) : undefined,
      },
    };
  },
  meaning: control((op) => {
    let callee: Operation | undefined;
    return function* (operands, run) {
      callee ??= calleeOf(op);
      if (callee === undefined) return run.unsupported("the called function is not in a symbol table around the call");
      return yield* call(run, callee, operands);
    };
  }),
});

const callOf = (op: Operation): { callee: FlatReference; args: Operation["operands"] } | undefined => {
  const callee = op.attribute("callee");
  return callee?.kind === "symbol" ? { callee, args: op.operands } : undefined;
};
type FlatReference = Extract<Attribute, { kind: "symbol" }>;

function calleeOf(op: Operation): Operation | undefined {
  const callee = op.attribute("callee");
  return callee?.kind === "symbol" ? resolveSymbol(op, callee) : undefined;
}

export const ConstantOp = defineOp({
  name: "func.constant",
  summary: "A function as a value.",
  properties: { value: FlatSymbolRefAttrProperty },
  results: { result: AnyType },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  assemblyFormat: "attr-dict $value `:` type(results)",
  verifySymbols: ({ op, value, result }, symbols) => {
    const target = symbols.resolveNearest(op, value);
    if (target === undefined || target.definition !== FuncOp) return `reference to undefined function '${value.root}'`;
    return functionTypeOf(target) === result.type ? undefined : "reference to function with mismatched type";
  },
  generate: (site) => {
    if (site.callables.length === 0) return undefined;
    const callee = site.random.pick(site.callables);
    const value = symbolRefAttr(site.context, symbolName(callee) ?? "");
    return { resultTypes: [functionTypeOf(callee)], properties: { value } };
  },
  fold: ({ value }) => [value],
  meaning: onValues((op) => {
    const reference = op.attribute("value");
    return (_, run) => {
      const object = reference?.kind === "symbol" ? resolveSymbol(op, reference) : undefined;
      return [
        { kind: "object", object: object ?? run.unsupported("the function is not in a symbol table around its use") },
      ];
    };
  }),
});

const calleeType = (type: Type): FunctionType | undefined => (type.kind === "function" ? type : undefined);

export const CallIndirectOp = defineOp({
  name: "func.call_indirect",
  summary: "Calls a function that is a value.",
  properties: { arg_attrs: DictionaryArray, res_attrs: DictionaryArray },
  operands: { callee: AnyFunction, callee_operands: variadic(AnyType) },
  results: { results: variadic(AnyType) },
  generate: (site) => {
    const callee = site.find(({ kind }) => kind === "function");
    const type = callee && calleeType(callee.type);
    if (callee === undefined || type === undefined) return undefined;
    const operands = type.inputs.map((input) => site.available(input));
    if (!operands.every((operand) => operand !== undefined)) return undefined;
    return { operands: [callee, ...operands], resultTypes: type.results };
  },
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.value(op.operand(0));
      p.text("(");
      p.values(op.operands.slice(1));
      p.text(")");
      p.attrDict(op);
      p.text(" : ");
      p.type(op.operand(0).type);
    },
    parse: (p: OpParser) => {
      const callee = p.operand();
      p.expect("(");
      const args = p.operandList();
      p.expect(")");
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const at = p.position();
      const type = calleeType(p.type());
      if (type === undefined) p.error("expected a function type", at);
      return {
        operands: [p.resolve(callee, type), ...p.resolveAll(args, type.inputs, at)],
        resultTypes: type.results,
        attributes,
      };
    },
  },
  verify: ({ callee, calleeOperands, results }) => {
    const type = calleeType(callee.type);
    if (type === undefined) return undefined;
    const { inputs } = type;
    if (inputs.length !== calleeOperands.length || calleeOperands.some((value, i) => value.type !== inputs[i]))
      return "failed to verify that callee input types match argument types";
    const same = results.length === type.results.length && results.every((value, i) => value.type === type.results[i]);
    return same ? undefined : "failed to verify that callee result types match result types";
  },
  meaning: control(() => {
    return function* (operands, run) {
      const [callee, ...args] = operands;
      const target =
        typeof callee === "object" && "kind" in callee && callee.kind === "object" ? callee.object : undefined;
      if (!isFunction(target)) return run.undefinedBehavior("the called value is no function");
      return yield* call(run, target, args);
    };
  }),
});

function isFunction(object: unknown): object is Operation {
  return typeof object === "object" && object !== null && "definition" in object && object.definition === FuncOp;
}
