// Functions: definitions, imports, calls and returns.
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import type { FunctionType } from "../../ir/core/types.ts";
import { variadic } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { CallableOpInterface, CallOpInterface } from "../../ir/define/op-interfaces.ts";
import {
  attributeWhere, FunctionTypeProperty, optionalProperty, StringProperty, SymbolNameProperty, SymbolRefAttrProperty,
} from "../../ir/define/properties.ts"; // prettier-ignore
import {
  control,
  effect,
  terminator,
  type Computation,
  type Execution,
  type RuntimeValue,
} from "../../ir/interpret/meaning.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { LOCALS } from "./local.ts";
import { ValueType } from "./types.ts";
import { loopExample, moduleExample } from "./examples.ts";

const LocalTypes = optionalProperty(
  attributeWhere(
    "array of type attributes",
    (a) => a.kind === "array" && a.elements.every((e) => e.kind === "type" && ValueType.accepts(e.type)),
  ),
);

function signatureProblem({ inputs, results }: FunctionType): string | undefined {
  const wrong = [...inputs, ...results].find((type) => !ValueType.accepts(type));
  return wrong === undefined ? undefined : `requires value types in its signature, but '${typeText(wrong)}' is none`;
}

export const FuncOp = defineOp({
  name: "wasm.func",
  summary: "A function; exported where it has an export name.",
  example: moduleExample,
  properties: {
    sym_name: SymbolNameProperty,
    function_type: FunctionTypeProperty,
    export_name: optionalProperty(StringProperty),
    sym_visibility: optionalProperty(StringProperty),
    /** After stackification: the types of the locals that follow the parameters. */
    locals: LocalTypes,
  },
  regions: { body: singleBlockRegion },
  traits: ["IsolatedFromAbove", "Symbol"],
  interfaces: [CallableOpInterface.with((op) => op.region())],
  assemblyFormat: "$sym_name `:` $function_type attr-dict-with-keyword $body",
  verify: ({ functionType, body }) => {
    const problem = signatureProblem(functionType);
    if (problem !== undefined) return problem;
    const args = body.entry.arguments;
    const same = args.length === functionType.inputs.length && args.every((a, i) => a.type === functionType.inputs[i]);
    return same ? undefined : "requires the arguments of its block to have the types of its signature";
  },
  meaning: effect(() => () => []),
});

export const ImportFuncOp = defineOp({
  name: "wasm.import_func",
  summary: "A function of the embedder.",
  example: moduleExample,
  properties: {
    sym_name: SymbolNameProperty,
    moduleName: StringProperty,
    importName: StringProperty,
    function_type: FunctionTypeProperty,
  },
  traits: ["Symbol"],
  assemblyFormat: "$sym_name `:` $function_type attr-dict",
  verify: ({ functionType }) => signatureProblem(functionType),
  meaning: effect(() => () => []),
});

export const ReturnOp = defineOp({
  name: "wasm.return",
  summary: "Leaves the function with its results, from any depth.",
  example: loopExample,
  operands: { values: variadic(ValueType) },
  traits: ["Terminator", "ReturnLike", "Pure"],
  assemblyFormat: "($values^ `:` type($values))? attr-dict",
  verify: ({ op, values }) => {
    const func = FuncOp.match(op.enclosing((around) => around.definition === FuncOp));
    if (func === undefined) return "requires a function around it";
    const { results } = func.functionType;
    const same = values.length === results.length && values.every((value, i) => value.type === results[i]);
    return same ? undefined : `requires the ${results.length} results of @${func.symName}`;
  },
  meaning: terminator,
});

/** State of a run: what imported functions do, by "module.name". Without an entry a call is refused. */
export const IMPORTS = "wasm.imports";
export type Import = (args: readonly RuntimeValue[], run: Execution) => Computation<readonly RuntimeValue[]>;

function* call(run: Execution, callee: Operation, args: readonly RuntimeValue[]): Computation<readonly RuntimeValue[]> {
  const imported = ImportFuncOp.match(callee);
  if (imported !== undefined) {
    const name = `${imported.moduleName}.${imported.importName}`;
    const supplied = run.state(IMPORTS, () => new Map<string, Import>()).get(name);
    return supplied === undefined
      ? run.unsupported(`the imported function '${name}' is not supplied`)
      : yield* supplied(args, run);
  }
  const exit = yield* run.withState(LOCALS, new Map<number, RuntimeValue>(), () => run.runCallable(callee, args));
  return exit.values;
}

const calleeOf = (op: Operation): Operation | undefined => {
  const reference = op.attribute("callee");
  return reference?.kind === "symbol" ? resolveSymbol(op, reference) : undefined;
};

export const CallOp = defineOp({
  name: "wasm.call",
  summary: "Calls a function by name.",
  example: moduleExample,
  operands: { operands: variadic(ValueType) },
  properties: { callee: SymbolRefAttrProperty },
  results: { results: variadic(ValueType) },
  interfaces: [
    CallOpInterface.with((op) => {
      const callee = op.attribute("callee");
      return callee?.kind === "symbol" ? { callee, args: op.operands } : undefined;
    }),
  ],
  assemblyFormat: "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)",
  verifySymbols: ({ op, callee, operands, results }, symbols) => {
    const target = symbols.resolve(op, callee);
    const type = (FuncOp.match(target) ?? ImportFuncOp.match(target))?.functionType;
    if (type === undefined) return `'${callee.root}' does not reference a function`;
    const same =
      type.inputs.length === operands.length &&
      type.results.length === results.length &&
      operands.every((value, i) => value.type === type.inputs[i]) &&
      results.every((value, i) => value.type === type.results[i]);
    return same ? undefined : `requires operands and results of the types of @${callee.root}`;
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
