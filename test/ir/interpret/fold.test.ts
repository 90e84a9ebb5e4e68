// Folding by meaning of splats: none of their elements is made, however many there are and however wide.
import { expect, test } from "@jest/globals";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { parse } from "../../support/mlir.ts";

function canonicalized(body: string, type: string): string {
  const module = parse(`func.func @f() -> ${type} {\n${body}\nreturn %r : ${type}\n}`);
  applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  return printOperation(module);
}

test("of 10^9 elements", () => {
  const type = "vector<1000000000xi32>";
  const text = canonicalized(`%a = arith.constant dense<5> : ${type}\n%r = arith.muli %a, %a : ${type}`, type);
  expect(text).toContain(`arith.constant dense<25> : ${type}`);
});

test("of 128 bits", () => {
  const type = "vector<4xi128>";
  const most = "170141183460469231731687303715884105727";
  const text = canonicalized(`%a = arith.constant dense<${most}> : ${type}\n%r = arith.addi %a, %a : ${type}`, type);
  expect(text).toContain(`arith.constant dense<-2> : ${type}`);
});

test("elements of 128 bits that differ are left alone", () => {
  const type = "vector<2xi128>";
  const text = canonicalized(`%a = arith.constant dense<[1, 2]> : ${type}\n%r = arith.muli %a, %a : ${type}`, type);
  expect(text).toContain("arith.muli");
});
