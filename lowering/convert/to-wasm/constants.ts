// Rules of constants and poison.
import type { Attribute } from "../../../ir/core/attributes.ts";
import { denseElementsAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { bytesOfValue, valueOfAttribute, valueOfDense } from "../../../ir/interpret/convert.ts";
import { DenseValue, type Scalar } from "../../../ir/interpret/value.ts";
import { instruction } from "../../../dialects/wasm/index.ts";
import { chunkType, expectElement, scalarType, type Element } from "./element.ts";
import type { Emitter } from "./emitter.ts";
import type { FunctionLowering } from "./function-lowering.ts";
import { chunkCount, geometry, lanesInChunk } from "./lowered.ts";
import type { RuleTable } from "./rule.ts";

/** A chunk with these numbers in its lanes, and zeros after them. */
export function constantChunk(emitter: Emitter, element: Element, numbers: readonly (number | bigint)[]): Value {
  const type = chunkType(emitter.context, element);
  if (type.kind !== "vector") throw new Error("a chunk is a vector");
  const value = DenseValue.zeros(type.shape, type.element);
  numbers.forEach((number, i) => value.set(i, number));
  const bytes = bytesOfValue(value);
  return emitter.constantOnce(`${type.id} [${bytes.join()}]`, () =>
    instruction(emitter.builder, "v128.const", [], {
      value: denseElementsAttr(type, bytes, false, bytes.length / value.count),
    }),
  );
}

function numberOf(scalar: Scalar): number | bigint {
  if (typeof scalar === "number" || typeof scalar === "bigint") return scalar;
  throw new Error("a constant element is a number");
}

function vectorConstant(f: FunctionLowering, type: VectorType, attribute: Attribute): Value[] {
  const { emitter } = f;
  const element = expectElement(type.element);
  if (attribute.kind !== "dense") throw new Error("a vector constant is dense");
  const value = valueOfDense(attribute);
  // A lane of i1 is 0 or -1.
  const lane = (i: number): number | bigint =>
    element.kind === "i1" ? -Number(numberOf(value.get(i))) : numberOf(value.get(i));
  if (attribute.splat) {
    const count = chunkCount(type.shape, element);
    return new Array<Value>(count).fill(emitter.constant(chunkType(emitter.context, element), lane(0)));
  }
  const form = geometry(type.shape, element);
  const chunks: Value[] = [];
  for (let row = 0; row < form.rows; row++) {
    for (let c = 0; c < form.chunksPerRow; c++) {
      const start = row * form.columns + c * form.lanes;
      chunks.push(
        constantChunk(
          emitter,
          element,
          Array.from({ length: lanesInChunk(form, c) }, (_, i) => lane(start + i)),
        ),
      );
    }
  }
  return chunks;
}

function lowerConstant(op: Operation, f: FunctionLowering): void {
  const result = op.result();
  const attribute = constantOf(result);
  if (attribute === undefined) throw new Error("a constant has a value");
  if (result.type.kind === "vector") {
    f.setVector(result, vectorConstant(f, result.type, attribute));
    return;
  }
  const value = valueOfAttribute(attribute);
  if (typeof value !== "number" && typeof value !== "bigint") throw new Error("a scalar constant is a number");
  f.setScalar(result, f.emitter.constant(scalarType(f.emitter.context, expectElement(result.type)), value));
}

export const constantRules: RuleTable = {
  "arith.constant": { lower: lowerConstant },
  // Any value is poison; this one is zero.
  "ub.poison": {
    refuse: (op) => (op.result().type.kind === "memref" ? "a buffer that is poison" : undefined),
    lower: (op, f) => {
      const result = op.result();
      const { type } = result;
      if (type.kind === "vector") {
        const element = expectElement(type.element);
        f.setVector(result, new Array<Value>(chunkCount(type.shape, element)).fill(f.zeroChunk(element)));
      } else f.setScalar(result, f.emitter.constant(scalarType(f.emitter.context, expectElement(type)), 0));
    },
  },
};
