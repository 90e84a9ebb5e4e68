// tensor.empty, from_elements, splat, generate, extract, insert, dim, rank: tensors from elements and elements from tensors.
import { denseElementsAttr, indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute, DenseElementsAttr } from "../../ir/core/attributes.ts";
import type { FoldResult, OpDefinition, OperationParts } from "../../ir/core/definition.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import {
  byteWidth,
  DYNAMIC,
  elementCount,
  elementTypeOf,
  isStaticShape,
  type RankedTensorType,
  type Type,
} from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  AnyRankedTensor,
  AnyTensor,
  AnyType,
  derived,
  Index,
  typeVariable,
  typeWhere,
  variadic,
  type TypeConstraint,
} from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { DestinationStyleOpInterface, HasParent, ImplicitTerminator } from "../../ir/define/op-interfaces.ts";
import { attributeOfValue, splatAttr, valueOfAttribute } from "../../ir/interpret/convert.ts";
import { control, onValues, terminator, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectDense, expectIndex, expectScalar } from "../../ir/interpret/operand.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import { expectTensorType } from "./slices.ts";
import {
  generateEmpty,
  generateFromElements,
  generateSplat,
  generateGenerate,
  generateExtract,
  generateInsert,
} from "./generation.ts";

/** Extents of a shape with its dynamic ones from operands. Negative ones are undefined behaviour. */
export function runtimeExtents(shape: readonly number[], dynamic: readonly RuntimeValue[]): number[] {
  let next = 0;
  return shape.map((extent) => {
    if (extent !== DYNAMIC) return extent;
    const size = expectIndex(dynamic[next++], "size");
    return size < 0 ? undefinedBehavior(`size ${size} is negative`) : size;
  });
}

const dynamicCount = (shape: readonly number[]): number => shape.filter((extent) => extent === DYNAMIC).length;

function verifyDynamicSizes(result: Value, given: number): string | undefined {
  const expected = result.type.kind === "tensor" ? dynamicCount(result.type.shape) : 0;
  return given === expected ? undefined : `incorrect number of dynamic sizes, has ${given}, expected ${expected}`;
}

export const EmptyOp = defineOp({
  name: "tensor.empty",
  summary: "A tensor of a shape, with undefined elements.",
  operands: { dynamicSizes: variadic(Index) },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat: "`(`$dynamicSizes`)` attr-dict `:` type($result)",
  verify: ({ dynamicSizes, result }) => verifyDynamicSizes(result, dynamicSizes.length),
  generate: generateEmpty,
  meaning: onValues((op) => {
    const type = expectTensorType(op.result().type);
    return (operands) => [DenseValue.poison(runtimeExtents(type.shape, operands), type.element)];
  }),
});

const StaticTensor = typeWhere(
  "statically shaped tensor of any type values",
  (t) => t.kind === "tensor" && isStaticShape(t.shape),
  AnyRankedTensor.samples,
);

/** Dense data of scalar constants, in order. */
function denseOfConstants(type: RankedTensorType, constants: readonly (Attribute | undefined)[]): FoldResult {
  const values = constants.map((c) => c && valueOfAttribute(c));
  const dense = DenseValue.zeros(type.shape, type.element);
  for (const [i, value] of values.entries()) {
    if (value === undefined || (typeof value === "object" && "kind" in value)) return undefined;
    dense.set(i, value);
  }
  const attribute = attributeOfValue(dense, type);
  return attribute && [attribute];
}

function parseFromElements(p: OpParser): OperationParts {
  const elements = p.operandList();
  const attributes = p.optionalAttrDict();
  p.expect(":");
  const at = p.position();
  const type = p.type();
  if (type.kind !== "tensor" || !isStaticShape(type.shape)) p.error("expected a tensor of static shape", at);
  const types = new Array<Type>(elementCount(type.shape)).fill(type.element);
  return { operands: p.resolveAll(elements, types, at), resultTypes: [type], attributes };
}

export const FromElementsOp = defineOp({
  name: "tensor.from_elements",
  summary: "A tensor of the given elements in row-major order.",
  operands: { elements: variadic(AnyType) },
  results: { result: StaticTensor },
  traits: ["Pure"],
  assemblyFormat: {
    print: (op, p) => {
      // Without elements mlir-opt prints this space as well.
      p.text(" ");
      p.values(op.operands);
      p.attrDict(op);
      p.text(" : ");
      p.type(op.result().type);
    },
    parse: (p) => parseFromElements(p),
  },
  verify: ({ elements, result }) => {
    const type = expectTensorType(result.type);
    return elements.length === elementCount(type.shape) && elements.every((e) => e.type === type.element)
      ? undefined
      : "failed to verify that operand types match result element type";
  },
  fold: ({ result, elements }, constants) =>
    elements.length === 0 ? undefined : denseOfConstants(expectTensorType(result.type), constants),
  generate: generateFromElements,
  meaning: onValues((op) => {
    const type = expectTensorType(op.result().type);
    return (operands) => {
      const dense = DenseValue.zeros(type.shape, type.element);
      operands.forEach((value, i) => {
        dense.set(i, expectScalar(value));
      });
      return [dense];
    };
  }),
});

/** The element type of a variable; `fact` is what the verifier could not verify. */
function elementOf(variable: string, fact: string): TypeConstraint {
  return derived(
    AnyType.description,
    [variable],
    (bindings) => {
      const type = bindings.get(variable);
      return type && elementTypeOf(type);
    },
    undefined,
    `failed to verify that ${fact}`,
  );
}

const Aggregate = typeVariable("aggregate", AnyRankedTensor);
const ElementOfAggregate = elementOf("aggregate", "operand type matches element type of result");

export const SplatOp = defineOp({
  name: "tensor.splat",
  summary: "A tensor with every element the same.",
  operands: { input: ElementOfAggregate, dynamicSizes: variadic(Index) },
  results: { aggregate: Aggregate },
  traits: ["Pure"],
  assemblyFormat: "$input (`[` $dynamicSizes^ `]`)? attr-dict `:` type($aggregate)",
  verify: ({ aggregate, dynamicSizes }) => verifyDynamicSizes(aggregate, dynamicSizes.length),
  fold: ({ aggregate }, [input]) => {
    const type = expectTensorType(aggregate.type);
    if (!isStaticShape(type.shape) || (input?.kind !== "integer" && input?.kind !== "float")) return undefined;
    const value = valueOfAttribute(input);
    if (value === undefined || (typeof value === "object" && "kind" in value)) return undefined;
    const one = attributeOfValue(DenseValue.splat([1], type.element, value), tensorType([1], type.element));
    return one?.kind === "dense" ? [spreadOver(type, one)] : undefined;
  },
  generate: generateSplat,
  meaning: onValues((op) => {
    const type = expectTensorType(op.result().type);
    return ([input, ...dynamic]) => [
      DenseValue.splat(runtimeExtents(type.shape, dynamic), type.element, expectScalar(input)),
    ];
  }),
});

function spreadOver(type: RankedTensorType, one: DenseElementsAttr): DenseElementsAttr {
  return denseElementsAttr(type, one.data, true, byteWidth(type.element) ?? one.data.length);
}

export const YieldOp = defineOp({
  name: "tensor.yield",
  summary: "Ends the body of a generate or a pad with the element.",
  operands: { value: AnyType },
  traits: ["Pure", "ReturnLike", "Terminator"],
  interfaces: [HasParent.with(["tensor.generate", "tensor.pad"])],
  assemblyFormat: "$value attr-dict `:` type($value)",
  meaning: terminator,
});

/** Visits all indices of a shape in row-major order. */
export function* indicesOf(shape: readonly number[]): Generator<readonly number[]> {
  const indices = new Array<number>(shape.length).fill(0);
  for (let left = elementCount(shape); left > 0; left--) {
    yield indices;
    for (let d = shape.length - 1; d >= 0 && ++indices[d]! === shape[d]; d--) indices[d] = 0;
  }
}

export const GenerateOp = defineOp({
  name: "tensor.generate",
  summary: "A tensor whose element at each index the body computes.",
  example: `func.func @iota(%n: index) -> tensor<?xindex> {
  %0 = tensor.generate %n {
  ^bb0(%i: index):
    tensor.yield %i : index
  } : tensor<?xindex>
  return %0 : tensor<?xindex>
}`,
  operands: { dynamicExtents: variadic(Index) },
  results: { result: AnyRankedTensor },
  regions: { body: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [ImplicitTerminator.with("tensor.yield")],
  assemblyFormat: "$dynamicExtents $body attr-dict `:` type($result)",
  verify: ({ dynamicExtents, result }) => verifyDynamicSizes(result, dynamicExtents.length),
  verifyRegions: ({ op, result, body }) => {
    const type = expectTensorType(result.type);
    const { arguments: args, lastOp } = body.entry;
    if (args.some((a) => a.type.kind !== "index")) return errorAt(op.location, "all body arguments must be index");
    if (args.length !== type.shape.length)
      return errorAt(op.location, "must have one body argument per input dimension");
    return lastOp?.operands[0]?.type === type.element
      ? undefined
      : "body must be terminated with a `yield` operation of the tensor element type";
  },
  generate: generateGenerate,
  meaning: control((op) => {
    const type = expectTensorType(op.result().type);
    return function* (operands, run) {
      const shape = runtimeExtents(type.shape, operands);
      const dense = DenseValue.zeros(shape, type.element);
      let position = 0;
      for (const indices of indicesOf(shape)) {
        const exit = yield* run.runRegion(op.region(), [...indices]);
        dense.set(position++, expectScalar(exit.values[0]));
      }
      return [dense];
    };
  }),
});

/** Row-major position of an element; outside of the tensor is undefined behaviour. */
function positionOf({ shape }: DenseValue, indices: readonly RuntimeValue[], run: Execution): number {
  let position = 0;
  for (let d = 0; d < shape.length; d++) {
    const index = expectIndex(indices[d]);
    const extent = shape[d]!;
    if (index < 0 || index >= extent)
      run.undefinedBehavior(`index ${index} out of bounds for extent ${extent} in dimension ${d}`);
    position = position * extent + index;
  }
  return position;
}

const T = typeVariable("T", AnyRankedTensor);
const ElementOfT = elementOf("T", "result type matches element type of tensor");
const ElementOfDest = elementOf("T", "scalar type matches element type of dest");
const TypeOfDest = derived(
  AnyRankedTensor.description,
  ["T"],
  (bindings) => bindings.get("T"),
  (type) => AnyRankedTensor.accepts(type),
  "failed to verify that result type matches type of dest",
);

export const ExtractOp = defineOp({
  name: "tensor.extract",
  summary: "The element at the indices.",
  operands: { tensor: T, indices: variadic(Index) },
  results: { result: ElementOfT },
  traits: ["Pure"],
  assemblyFormat: "$tensor `[` $indices `]` attr-dict `:` type($tensor)",
  verify: ({ tensor, indices }) =>
    expectTensorType(tensor.type).shape.length === indices.length
      ? undefined
      : "incorrect number of indices for extract_element",
  fold: ({ op, tensor }, [dense, ...indices]) => {
    const { shape } = expectTensorType(tensor.type);
    const maker = tensor.definingOp;
    if (maker?.name === "tensor.cast" && maker.operand(0).type.kind === "tensor") {
      op.setOperand(0, maker.operand(0));
      return "inPlace";
    }
    const numbers = indices.map((i) => (i?.kind === "integer" ? Number(i.value) : undefined));
    let position: number | undefined = 0;
    for (const [d, extent] of shape.entries()) {
      const index = numbers[d];
      if (index === undefined || index < 0 || index >= extent || extent === DYNAMIC) position = undefined;
      else if (position !== undefined) position = position * extent + index;
    }
    if (position !== undefined && maker?.name === "tensor.from_elements") return [maker.operand(position)];
    if (dense?.kind !== "dense" || (position === undefined && !dense.splat)) return undefined;
    const value = valueOfAttribute(dense);
    if (typeof value !== "object" || !("kind" in value) || value.kind !== "dense" || value.count === 0)
      return undefined;
    const element = attributeOfValue(value.get(position ?? 0), dense.type.element);
    return element && [element];
  },
  generate: generateExtract,
  meaning: onValues(() => ([operand, ...indices], run) => {
    const tensor = expectDense(operand);
    return [tensor.get(positionOf(tensor, indices, run))];
  }),
});

export const InsertOp = defineOp({
  name: "tensor.insert",
  summary: "The destination with one element replaced.",
  operands: { scalar: ElementOfDest, dest: T, indices: variadic(Index) },
  results: { result: TypeOfDest },
  traits: ["Pure"],
  interfaces: [DestinationStyleOpInterface.with(() => [1])],
  assemblyFormat: "$scalar `into` $dest `[` $indices `]` attr-dict `:` type($dest)",
  verify: ({ dest, indices }) =>
    expectTensorType(dest.type).shape.length === indices.length ? undefined : "incorrect number of indices",
  // What every element is already changes nothing.
  fold: ({ dest }, [scalar, elements]) => {
    if (elements?.kind !== "dense" || !elements.splat || (scalar?.kind !== "integer" && scalar?.kind !== "float"))
      return undefined;
    return splatAttr(elements.type, scalar) === elements ? [dest] : undefined;
  },
  generate: generateInsert,
  meaning: onValues(() => ([scalar, dest, ...indices], run) => {
    const tensor = expectDense(dest);
    return [tensor.withElement(positionOf(tensor, indices, run), expectScalar(scalar))];
  }),
});

export const RankOp = defineOp({
  name: "tensor.rank",
  summary: "The number of dimensions.",
  operands: { tensor: AnyTensor },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "$tensor attr-dict `:` type($tensor)",
  fold: ({ op, tensor }) =>
    tensor.type.kind === "tensor" ? [indexAttr(op.context, tensor.type.shape.length)] : undefined,
  meaning: onValues(() => ([tensor]) => [expectDense(tensor).shape.length]),
});

export const elementOps: readonly OpDefinition[] = [
  EmptyOp,
  FromElementsOp,
  SplatOp,
  YieldOp,
  GenerateOp,
  ExtractOp,
  InsertOp,
  RankOp,
];
