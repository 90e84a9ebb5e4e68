// custom_call: a call of something outside of StableHLO. The `check.*` targets compare values, as StableHLO's own tests do; others
// have no meaning here and are refused by name.
import { stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { AnyType, variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { MemoryEffects } from "../../../ir/define/op-interfaces.ts";
import {
  ArrayProperty,
  attributeWhere,
  BoolProperty,
  I32Property,
  optionalProperty,
  StringProperty,
  type PropertySpec,
} from "../../../ir/define/properties.ts";
import { effect, type EffectMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { checks } from "../run/checks.ts";

/** `@name` in custom text, a string underneath. */
const CallTarget: PropertySpec<string, false> = {
  ...StringProperty,
  samples: (c) => ["a", "two words"].map((name) => stringAttr(c, name)),
  print: (attribute, p) => {
    if (attribute.kind === "string") p.symbol(attribute.value);
  },
  parse: (p) => stringAttr(p.context, p.symbolName()),
};

type Prepared = ReturnType<EffectMeaning["prepare"]>;

function prepareCustomCall(op: Operation): Prepared {
  const target = op.attribute("call_target_name");
  const name = target?.kind === "string" ? target.value : "";
  const check = checks.get(name);
  if (check === undefined) return (_, run) => run.unsupported(`custom_call of '@${name}', whose meaning is not known`);
  return (operands, run) => {
    const [actual, expected] = operands.map(expectDense);
    const problem = actual === undefined || expected === undefined ? "expected two operands" : check(actual, expected);
    return problem === undefined ? [] : run.undefinedBehavior(`${name} failed: ${problem}`);
  };
}

export const CustomCallOp = defineOp({
  name: "stablehlo.custom_call",
  summary: "A call of something outside of StableHLO.",
  example: `func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = stablehlo.custom_call @name_of_it(%x) {api_version = 2 : i32, backend_config = "options"} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}`,
  operands: { inputs: variadic(AnyType) },
  properties: {
    call_target_name: CallTarget,
    has_side_effect: optionalProperty(BoolProperty),
    backend_config: optionalProperty(
      attributeWhere("string or dictionary attribute", (a) => a.kind === "string" || a.kind === "dictionary"),
    ),
    api_version: optionalProperty(I32Property),
    called_computations: optionalProperty(ArrayProperty),
    operand_layouts: optionalProperty(ArrayProperty),
    result_layouts: optionalProperty(ArrayProperty),
    output_operand_aliases: optionalProperty(ArrayProperty),
  },
  results: { results: variadic(AnyType) },
  interfaces: [
    MemoryEffects.with((op) => {
      const flag = op.attribute("has_side_effect");
      return flag?.kind === "integer" && flag.value !== 0n ? [{ effect: "read" }, { effect: "write" }] : [];
    }),
  ],
  assemblyFormat: "$call_target_name `(` $inputs `)` attr-dict `:` functional-type(operands, results)",
  // Whom it calls is not known.
  hasMeaning: () => false,
  meaning: effect((op) => prepareCustomCall(op)),
});

export const customCallOps: readonly OpDefinition[] = [CustomCallOp];
