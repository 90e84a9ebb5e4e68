// tile.mma: one issue of a matrix unit.
import { elementTypeOf, type Type, type VectorType } from "../../ir/core/types.ts";
import { AnyVector, typeVariable } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { onValues, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { DenseValue, roundTo } from "../../ir/interpret/value.ts";
import { generateMma } from "./generation.ts";

const Accumulator = typeVariable("C", AnyVector);

const matrix = (type: Type): VectorType | undefined =>
  type.kind === "vector" && type.shape.length === 2 ? type : undefined;

function asDense(value: RuntimeValue | undefined): DenseValue {
  if (value instanceof DenseValue) return value;
  throw new Error("expected a vector");
}

/** c + a b, accumulated along k in ascending order; floats round after each product and each sum, integers wrap. */
export function multiplyAccumulate(a: DenseValue, b: DenseValue, c: DenseValue): DenseValue {
  const [m, k] = [a.shape[0]!, a.shape[1]!];
  const n = b.shape[1]!;
  const result = c.clone();
  const type = c.element;
  const anyPoison = a.poison !== null || b.poison !== null;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      let poison = result.poison?.[at] === 1;
      let sum = Number(c.data[at]);
      for (let x = 0; x < k; x++) {
        if (anyPoison && (a.poison?.[i * k + x] === 1 || b.poison?.[x * n + j] === 1)) poison = true;
        const left = Number(a.data[i * k + x]);
        const right = Number(b.data[x * n + j]);
        sum =
          type.kind === "float" ? roundTo(type, sum + roundTo(type, left * right)) : (sum + Math.imul(left, right)) | 0;
      }
      if (poison) (result.poison ??= new Uint8Array(result.count))[at] = 1;
      result.data[at] = sum;
    }
  }
  return result;
}

export const MmaOp = defineOp({
  name: "tile.mma",
  summary: "Matrix multiply-accumulate of one tile: c + a b.",
  operands: { a: AnyVector, b: AnyVector, c: Accumulator },
  results: { result: Accumulator },
  traits: ["Pure"],
  assemblyFormat: "$a `,` $b `,` $c attr-dict `:` type($a) `,` type($b) `into` type($c)",
  verify: ({ a, b, c }) => {
    const [x, y, z] = [matrix(a.type), matrix(b.type), matrix(c.type)];
    if (x === undefined || y === undefined || z === undefined) return "requires vectors of rank 2";
    if (x.shape[0] !== z.shape[0] || x.shape[1] !== y.shape[0] || y.shape[1] !== z.shape[1]) {
      return `requires MxK, KxN and MxN, but got ${[x, y, z].map((t) => t.shape.join("x")).join(", ")}`;
    }
    const element = elementTypeOf(c.type);
    const narrow = element.kind === "float" || (element.kind === "integer" && element.width <= 32);
    return narrow ? undefined : "requires an accumulator of floats or of integers up to 32 bits";
  },
  generate: generateMma,
  meaning: onValues(() => (operands, run) => {
    const [a, b, c] = [asDense(operands[0]), asDense(operands[1]), asDense(operands[2])];
    run.spend(a.count * b.shape[1]!);
    return [multiplyAccumulate(a, b, c)];
  }),
});
