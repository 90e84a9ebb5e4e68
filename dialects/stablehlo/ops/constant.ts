// Values from nothing: constants and counts along a dimension; and the barrier that passes values on.
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i64 } from "../../../ir/core/type-constructors.ts";
import { elementCount, isStaticShape, type Type } from "../../../ir/core/types.ts";
import { variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { ConstantValue } from "../../../ir/define/op-interfaces.ts";
import { attributeWhere, I64Property } from "../../../ir/define/properties.ts";
import { valueOfDense } from "../../../ir/interpret/convert.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { unsupported } from "../../../ir/interpret/unwind.ts";
import { DenseValue, type Scalar } from "../../../ir/interpret/value.ts";
import { conversion } from "../scalar/convert.ts";
import { AnyTensor, elementOf, IotaTensor, shapeOf, tensorTypeOf } from "../types.ts";
import { mismatch, quoted } from "../verify.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

const ElementsProperty = attributeWhere(
  "constant vector/tensor attribute",
  (a) => a.kind === "dense" || a.kind === "dense_resource",
);
const typeOf = (attribute: Attribute | undefined): Type | undefined =>
  attribute?.kind === "dense" || attribute?.kind === "dense_resource" ? attribute.type : undefined;

function prepareConstant(op: Operation): Prepared {
  const attribute = op.attribute("value");
  if (attribute?.kind !== "dense")
    return (_, run) => run.unsupported("the bytes of a dense_resource constant are not at hand");
  const values = [valueOfDense(attribute)];
  return () => values;
}

export const ConstantOp = defineOp({
  name: "stablehlo.constant",
  summary: "A tensor of known elements.",
  properties: { value: ElementsProperty },
  results: { output: AnyTensor },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  assemblyFormat: {
    print: (op, p) => {
      p.attrDict(op, { elide: ["value"] });
      p.text(" ");
      const value = op.attribute("value");
      if (value !== undefined) p.attribute(value);
    },
    parse: (p) => {
      const attributes = p.optionalAttrDict();
      const at = p.position();
      const value = p.attribute();
      const type = typeOf(value);
      if (type === undefined) return p.error("expected an elements attribute", at);
      return { properties: { value }, attributes, resultTypes: [type] };
    },
  },
  inferResultTypes: ({ properties }) => {
    const type = typeOf(properties[0]);
    return type && [type];
  },
  verify: ({ value, output }) => {
    const type = typeOf(value);
    return type === undefined || type === output.type ? undefined : mismatch([type], [output.type]);
  },
  fold: ({ value }) => [value],
  meaning: onValues((op) => prepareConstant(op)),
});

function prepareIota(op: Operation): Prepared {
  const type = tensorTypeOf(op.result());
  const attribute = op.attribute("iota_dimension");
  const dimension = attribute?.kind === "integer" ? Number(attribute.value) : 0;
  const convert =
    conversion(i64(op.context), type.element) ?? unsupported(`counting in elements of type ${quoted(type.element)}`);
  if (!isStaticShape(type.shape)) return unsupported("the shape of the result is dynamic");
  const extent = type.shape[dimension] ?? 1;
  const inner = elementCount(type.shape.slice(dimension + 1));
  const counts: Scalar[] = Array.from({ length: extent }, (_, i) => convert(BigInt(i)));
  const value = DenseValue.zeros(type.shape, type.element);
  for (let i = 0, n = value.count; i < n; i++) value.set(i, counts[Math.floor(i / inner) % extent] ?? 0);
  return () => [value];
}

export const IotaOp = defineOp({
  name: "stablehlo.iota",
  summary: "0, 1, 2, ... along a dimension.",
  properties: { iota_dimension: I64Property },
  results: { output: IotaTensor },
  traits: ["Pure"],
  assemblyFormat: "`dim` `=` $iota_dimension attr-dict `:` type($output)",
  verify: ({ iotaDimension, output }) => {
    const rank = shapeOf(output).length;
    if (rank === 0) return "does not support scalars";
    return iotaDimension >= 0 && iotaDimension < rank
      ? undefined
      : `iota dimension ${iotaDimension} is out of range [0, ${rank})`;
  },
  makeDefined: (_, op) => isStaticShape(tensorTypeOf(op.result()).shape),
  meaning: onValues((op) => prepareIota(op)),
});

export const OptimizationBarrierOp = defineOp({
  name: "stablehlo.optimization_barrier",
  summary: "Passes its operands on, all at once.",
  operands: { operand: variadic(AnyTensor) },
  results: { result: variadic(AnyTensor) },
  traits: ["Pure"],
  assemblyFormat: {
    print: (op, p) => {
      p.text(op.operandCount === 0 ? " ()" : " ");
      p.values(op.operands);
      p.attrDict(op);
      if (op.operandCount === 0) return;
      p.text(" : ");
      p.list(op.operands, (value) => {
        p.type(value.type);
      });
    },
    parse: (p) => {
      const at = p.position();
      if (p.accept("(")) {
        p.expect(")");
        return { attributes: p.optionalAttrDict() };
      }
      const operands = p.operandList();
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const types = p.typeList();
      return { operands: p.resolveAll(operands, types, at), resultTypes: types, attributes };
    },
  },
  inferResultTypes: ({ operands }) => operands.map((value) => value.type),
  verify: ({ operand, result }) => {
    const [given, found] = [operand, result].map((values) => values.map((value) => value.type));
    if (given === undefined || found === undefined) return undefined;
    return given.length === found.length && given.every((type, i) => type === found[i])
      ? undefined
      : mismatch(given, found);
  },
  meaning: onValues(() => (operands) => operands),
});

/** Result names as JAX and mlir-opt have them: `c` for integers, `cst` for others. */
export const constantName = (op: Operation): string => (elementOf(op.result()).kind === "integer" ? "c" : "cst");

export const constantOps: readonly OpDefinition[] = [ConstantOp, IotaOp, OptimizationBarrierOp];
