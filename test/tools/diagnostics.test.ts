// `--diagnostics=json`: what is said, for programs to read.
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../support/command.ts";

const objects = (stderr: string): unknown[] =>
  stderr
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));

const wrong = [
  "func.func @f(%a: i32) {",
  '  %0 = "arith.addf"(%a, %a) : (i32, i32) -> i32',
  "  return",
  "}",
  "func.func @g(%a: i32) {",
  "  call @ff(%a) : (i32) -> ()",
  "  return",
  "}",
].join("\n");

describe("diagnostics as JSON", () => {
  test("one object on a line for each, with place, notes and hint", async () => {
    const { code, stdout, stderr } = await runTerrace(["opt", "--diagnostics=json"], wrong);
    expect([code, stdout]).toEqual([1, ""]);
    expect(objects(stderr)).toEqual([
      {
        severity: "error",
        category: "semantic",
        message: "'arith.addf' op operand #0 must be floating-point-like, but got 'i32'",
        location: { file: "<stdin>", line: 2, column: 8, length: 12 },
        notes: [
          {
            message: "operand #0 is defined here, with type 'i32'",
            location: { file: "<stdin>", line: 1, column: 14, length: 2 },
          },
        ],
        hint: null,
      },
    ]);
  });

  test("errors of syntax, all of them", async () => {
    const { stderr } = await runTerrace(
      ["opt", "--diagnostics=json"],
      "func.func @f( {\n}\nfunc.func @g() {\n  foo\n}\n",
    );
    expect(objects(stderr)).toMatchObject([
      { category: "syntax", location: { line: 1 } },
      { category: "syntax", location: { line: 4, column: 3, length: 3 } },
    ]);
  });

  test("where one function cannot be read, what does not verify in the others", async () => {
    const { code, stderr } = await runTerrace(
      ["opt", "--diagnostics=json"],
      [
        "func.func @f(",
        "func.func @g() -> i32 {",
        "  func.call @f() : () -> ()",
        "  return",
        "}",
        "module @inner {",
        "  func.func @h(%a: i32) -> i32 {",
        '    %0 = "arith.addf"(%a, %a) : (i32, i32) -> i32',
        "    return %0 : i32",
        "  }",
        "  func.func @k() {",
        "    return %b : i32",
        "  }",
        "}",
      ].join("\n"),
    );
    expect(code).toBe(1);
    expect(objects(stderr)).toMatchObject([
      { category: "syntax", location: { line: 1 } },
      { category: "semantic", location: { line: 12 } },
      {
        category: "semantic",
        message: "'func.return' op has 0 operands, but enclosing function (@g) returns 1",
        location: { line: 4 },
      },
      { category: "semantic", location: { line: 8 } },
    ]);
  });

  test("mistakes on the command line", async () => {
    const unknown = await runTerrace(["opt", "--diagnostics=json", "--canonicalise"]);
    expect(objects(unknown.stderr)).toMatchObject([{ severity: "error", hint: "did you mean '--canonicalize'?" }]);
    const pipeline = await runTerrace(["opt", "--diagnostics=json", "--pass-pipeline=builtin.module(cs)"], "module {}");
    expect(objects(pipeline.stderr)).toMatchObject([{ severity: "error", location: { line: 1 } }]);
    const missing = await runTerrace(["opt", "--diagnostics=json", "no-such-file.mlir"]);
    expect(objects(missing.stderr)).toMatchObject([{ severity: "error", location: null }]);
  });

  test("of a run as well", async () => {
    const { code, stderr } = await runTerrace(["run", "-", "--diagnostics=json"], wrong);
    expect(code).toBe(1);
    expect(objects(stderr)).toMatchObject([{ severity: "error", location: { file: "<stdin>", line: 2 } }]);
  });
});
