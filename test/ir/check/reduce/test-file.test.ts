// A reduced module as a test file: what comes out can be run as a test, and read back.
import { expect, test } from "@jest/globals";
import { asTestFile } from "../../../../ir/check/reduce/test-file.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { runMlirTest } from "../../../../tools/test/run-mlir-test.ts";
import { workplace } from "../../../support/workplace.ts";
import { read } from "./modules.ts";

const place = workplace();

test("RUN line, seed, note, then the module", async () => {
  const module = read("func.func @main(%a: i32) -> i32 { %0 = arith.addi %a, %a : i32 return %0 : i32 }");
  const text = asTestFile(module, {
    run: "terrace-opt %s --canonicalize\nterrace-opt %s --cse",
    seed: 42,
    note: "addi of a value and itself\n\nwas once wrong\n",
  });
  expect(text.split("\n").slice(0, 7)).toEqual([
    "// RUN: terrace-opt %s --canonicalize",
    "// RUN: terrace-opt %s --cse",
    "// Seed: 42",
    "// addi of a value and itself",
    "//",
    "// was once wrong",
    "",
  ]);
  expect(printOperation(read(text))).toBe(printOperation(module));
  const { status, message } = await runMlirTest(place.file("found.mlir", text), {});
  expect([status, message]).toEqual(["pass", ""]);
});
