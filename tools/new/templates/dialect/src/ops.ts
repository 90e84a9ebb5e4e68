// The ops: what they look like, what they ask of their operands, and what they compute.
import { defineOp, elementTypeOf, floatArithmetic, FloatLike, scalar, typeVariable } from "terrace";

const T = typeVariable("T", FloatLike);

/** `%y = toy.square %x : f32`, or on vectors and tensors of floats, element by element. */
export const SquareOp = defineOp({
  name: "toy.square",
  summary: "A number times itself.",
  operands: { value: T },
  results: { result: T },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$value attr-dict `:` type($result)",
  // What it computes on one element. The interpreter runs it, constants fold by it, and tests hold rules and lowerings against it.
  meaning: scalar((op) => {
    const type = elementTypeOf(op.result().type);
    if (type.kind !== "float") throw new Error("the verifier lets only floats pass");
    const { mul } = floatArithmetic(type);
    return (x) => mul(x, x);
  }),
});
