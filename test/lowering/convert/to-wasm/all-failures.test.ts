// A conversion that cannot be done says of every op why, in one run, and leaves no output.
import { expect, test } from "@jest/globals";
import { runTerrace } from "../../../support/command.ts";

const kinds = [
  "complex.add %a, %a : complex<f32>",
  "complex.mul %a, %a : complex<f32>",
  "complex.exp %a : complex<f32>",
  "arith.addf %b, %b : f16",
  "arith.mulf %b, %b : f16",
  "math.sin %b : f16",
  "arith.addi %i, %i : i128",
  "arith.muli %i, %i : i128",
  "tensor.extract %t[%x] : tensor<4xf32>",
  "tensor.dim %t, %x : tensor<4xf32>",
  "arith.subf %v, %v : vector<4xf16>",
  "index.add %x, %x",
];
const lines = Array.from({ length: 30 }, (_, n) => `  %${n} = ${kinds[n % kinds.length] ?? ""}`);
const program = `func.func @f(%a: complex<f32>, %b: f16, %t: tensor<4xf32>, %i: i128, %x: index, %v: vector<4xf16>) {
${lines.join("\n")}
  return
}
`;

test("30 ops of 12 kinds, each with its reason", async () => {
  const { code, stdout, stderr } = await runTerrace(["opt", "-", "--convert-to-wasm"], program);
  expect([code, stdout]).toEqual([1, ""]);
  const errors = [
    ...stderr.matchAll(/^<stdin>:(\d+):\d+: error: '([\w.]+)' op cannot be converted to WebAssembly: (.*)$/gm),
  ];
  const reported = errors.filter(([, , op]) => op !== "func.func");
  expect(reported.map(([, line, op]) => `${line} ${op}`)).toEqual(
    lines.map((text, n) => `${n + 2} ${/= ([\w.]+)/.exec(text)?.[1] ?? ""}`),
  );
  for (const [, , op, reason] of reported)
    expect(reason).toMatch(
      op === "index.add" ? /^there is no rule for it$/ : /^WebAssembly has no form for (elements of )?'.*'$/,
    );
});
