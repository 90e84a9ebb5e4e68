// loop-invariant-code-motion where mlir-opt 22 hoists what may be undefined: a loop that runs no time must not compute it.
import { expect, test } from "@jest/globals";
import { builtinDialects } from "../../dialects/index.ts";
import { optimize } from "./optimize.ts";

test.each([
  ["floordivsi of the least integer by -1 overflows", "%c = arith.constant -1 : i32", "arith.floordivsi %a, %c : i32"],
  ["a dimension below zero is none", "%c = arith.constant -1 : index", "tensor.dim %t, %c : tensor<?xi32>"],
  ["zero to a power below zero divides by zero", "", "math.ipowi %a, %a : i32"],
])("%s", async (_, constant, op) => {
  const { text } = await optimize(
    `func.func @f(%lb: index, %ub: index, %step: index, %a: i32, %t: tensor<?xi32>) {
  ${constant}
  scf.for %i = %lb to %ub step %step {
    %0 = ${op}
  }
  return
}`,
    "loop-invariant-code-motion",
    { dialects: builtinDialects },
  );
  expect(text).toMatch(new RegExp(`scf\\.for [^{]*\\{\\s+%\\w+ = ${op.split(" ")[0] ?? ""} `));
});
