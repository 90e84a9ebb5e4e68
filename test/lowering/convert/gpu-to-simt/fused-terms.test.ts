// How many terms a sum has whose products are not rounded.
import { expect, test } from "@jest/globals";
import { opsNamed } from "../../../../ir/core/walk.ts";
import { fusedTerms } from "../../../../lowering/convert/gpu-to-simt/fused-terms.ts";
import { parse } from "../../../support/mlir.ts";

/** Of the last addition of a function. */
function termsOf(body: string): number {
  const sums = opsNamed(
    parse(`func.func @f(%x: f32, %y: f32, %n: index) -> f32 {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c8 = arith.constant 8 : index
      ${body}
    }`),
    "arith.addf",
  );
  return fusedTerms(sums[sums.length - 1]!);
}

const add = (sum: string): string => `arith.addf ${sum}, %x fastmath<contract> : f32`;
const loop = (bound: string): string => `
  %r = scf.for %i = %c0 to ${bound} step %c1 iter_args(%sum = %y) -> f32 {
    %a = ${add("%sum")}
    %b = ${add("%a")}
    scf.yield %b : f32
  }`;

test("of additions in a row each adds one", () => {
  expect(termsOf(`%a = ${add("%y")}\n%b = ${add("%a")}\nreturn %b : f32`)).toBe(3);
});

test("a sum that rounds its product is a term like others", () => {
  expect(termsOf(`%a = arith.addf %y, %x : f32\n%b = ${add("%a")}\nreturn %b : f32`)).toBe(2);
});

test("a loop adds as often as it runs, of which the sum behind it has all", () => {
  expect(termsOf(`${loop("%c8")}\n%s = ${add("%r")}\nreturn %s : f32`)).toBe(1 + 2 * 8 + 1);
});

test("of a loop whose end is not known nothing can be said", () => {
  expect(termsOf(`${loop("%n")}\n%s = ${add("%r")}\nreturn %s : f32`)).toBe(Infinity);
});
