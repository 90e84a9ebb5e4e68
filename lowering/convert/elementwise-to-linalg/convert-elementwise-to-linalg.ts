// convert-elementwise-to-linalg: an elementwise op on tensors becomes a linalg.generic whose body is the op on elements.
//
//   %r = arith.addf %a, %b : tensor<4xf32>
//   =>
//   %r = linalg.generic {all maps identity, all loops parallel} ins(%a, %b) outs(%a) {
//     ^bb0(%in, %in_0, %out): %e = arith.addf %in, %in_0 : f32   linalg.yield %e }
import { AffineMap } from "../../../ir/affine/map.ts";
import { cloneOp } from "../../../ir/core/clone.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type RankedTensorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { buildGeneric, emptyTensor, parallelLoops } from "../stablehlo-to-linalg/build.ts";

export const convertElementwiseToLinalg = definePass({
  name: "convert-elementwise-to-linalg",
  className: "ConvertElementwiseToLinalgPass",
  summary: "Convert ElementwiseMappable ops to linalg",
  description:
    "Ops with the trait Elementwise and an operand that is a ranked tensor, and none that is unranked; scalars beside it are the same " +
    "for every element. A result is written over the first operand of its type, or into a new tensor.",
  dependentDialects: ["arith", "linalg", "tensor"],
  run: (root, { context, listener }) => {
    const rewriter = new Rewriter(context, listener);
    const found = [...walk(root)].filter((op) => op.hasTrait("Elementwise") && isOnRankedTensors(op));
    for (const op of found) convert(op, rewriter);
  },
});

const tensorTypeOf = ({ type }: Value): RankedTensorType | undefined => (type.kind === "tensor" ? type : undefined);
const isRankedTensor = (value: Value): boolean => tensorTypeOf(value) !== undefined;

function isOnRankedTensors({ operands, results }: Operation): boolean {
  const isUnranked = ({ type }: Value): boolean => type.kind === "unranked_tensor";
  return operands.some(isRankedTensor) && ![...operands, ...results].some(isUnranked);
}

/** All tensors of an elementwise op have one shape up to what is dynamic: the verifier saw to that. */
function convert(op: Operation, rewriter: Rewriter): void {
  const { operands: inputs, results } = op;
  const shaped = inputs.find(isRankedTensor);
  if (shaped === undefined) throw new Error(`'${op.name}' has no tensor`);
  rewriter.setBefore(op);
  const inits = results.map((result) => {
    const type = tensorTypeOf(result);
    if (type === undefined) throw new Error(`'${op.name}' of tensors has a result that is none`);
    return inputs.find((input) => input.type === type) ?? emptyTensor(rewriter, type, shaped);
  });
  const rank = tensorTypeOf(shaped)?.shape.length ?? 0;
  const generic = buildGeneric(rewriter, {
    inputs,
    inits,
    maps: [...inputs, ...inits].map((value) =>
      isRankedTensor(value) ? AffineMap.identity(rank) : AffineMap.projection(rank, []),
    ),
    iterators: parallelLoops(rank),
    body: (b, elements) => {
      const scalar = cloneOp(op);
      for (const [i, operand] of scalar.opOperands.entries()) operand.set(elements[i] ?? operand.value);
      for (const result of scalar.results) result.setType(elementTypeOf(result.type));
      return b.insert(scalar).results;
    },
  });
  rewriter.replaceOp(op, generic);
}
