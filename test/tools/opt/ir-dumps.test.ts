// Dumps of the IR between passes: mlir-opt's heads, scopes and ends, in the order of the passes.
import { describe, expect, test } from "@jest/globals";
import { opt } from "../../../tools/opt/opt.ts";
import { captured, runTerrace } from "../../support/command.ts";
import { faultyRegistry } from "../../support/faulty-passes.ts";
import { twoFunctions } from "../../support/opt-programs.ts";

const pipeline = "--pass-pipeline=builtin.module(func.func(cse),canonicalize)";

/** What a run says, the bodies of functions left out. */
async function heads(...flags: string[]): Promise<string[]> {
  const { stderr } = await runTerrace(["opt", ...flags], twoFunctions);
  return stderr.split("\n").filter((line) => /^(\/\/|module|func)/.test(line));
}

const dump = (what: string): string => `// -----// IR Dump ${what} //----- //`;

describe("which passes", () => {
  test("all, before and after", async () => {
    expect(await heads("--cse", "--mlir-print-ir-before-all", "--mlir-print-ir-after-all")).toEqual([
      dump("Before CSE (cse)"),
      "module {",
      dump("After CSE (cse)"),
      "module {",
    ]);
  });

  test("those named, in one flag or in several", async () => {
    const named = [dump("Before CSE (cse)"), "func.func @f(%arg0: i32) -> i32 {"];
    const said = await heads(pipeline, "--mlir-print-ir-before=cse", "--mlir-print-ir-before=canonicalize");
    expect(said.slice(0, 2)).toEqual(named);
    expect(said).toContain(dump("Before Canonicalizer (canonicalize)"));
    expect(await heads(pipeline, "--mlir-print-ir-before=cse,canonicalize")).toEqual(said);
  });

  test("only where something changed", async () => {
    const said = await heads(pipeline, "--mlir-print-ir-after-all", "--mlir-print-ir-after-change");
    expect(said.filter((line) => line.startsWith("//"))).toEqual([
      dump("After CSE (cse)"),
      dump("After Canonicalizer (canonicalize)"),
    ]);
    expect(await heads(pipeline, "--mlir-print-ir-after-change")).toEqual([]);
  });

  test("only where a pass failed; every function has its turn", async () => {
    const said = await heads(
      "--pass-pipeline=builtin.module(cse,func.func(canonicalize,symbol-dce,cse))",
      "--mlir-print-ir-after-failure",
      "--mlir-print-ir-module-scope",
    );
    expect(said.filter((line) => line.startsWith("//"))).toEqual([
      dump("After SymbolDCE Failed (symbol-dce) ('func.func' operation: @f)"),
      dump("After SymbolDCE Failed (symbol-dce) ('func.func' operation: @g)"),
    ]);
  });
});

test("an op alone ends with one empty line, a module with two", async () => {
  const { stderr } = await runTerrace(
    ["opt", "--pass-pipeline=builtin.module(func.func(symbol-dce))", "--mlir-print-ir-before-all"],
    "func.func @f() {\n  return\n}\n",
  );
  expect(stderr).toContain(`${dump("Before SymbolDCE (symbol-dce)")}\nfunc.func @f() {\n  return\n}\n\n<stdin>`);
  const whole = await runTerrace(["opt", "--cse", "--mlir-print-ir-before-all"], "");
  expect(whole.stderr).toBe(`${dump("Before CSE (cse)")}\nmodule {\n}\n\n\n`);
  const local = await runTerrace(["opt", "--cse", "--mlir-print-ir-before-all", "--mlir-print-local-scope"], "");
  expect(local.stderr).toBe(`${dump("Before CSE (cse)")}\nmodule {\n}\n\n`);
  expect([whole.stdout, local.stdout]).toEqual(["module {\n}\n\n", "module {\n}\n"]);
});

test("IR that does not verify is printed in generic form", async () => {
  const argv = ["--test-break", "--mlir-print-ir-after-failure"];
  const text = "func.func @f(%a: i32) -> i32 {\n  return %a : i32\n}\n";
  const { code, stdout, stderr } = await captured((io) => opt(argv, io, faultyRegistry()), text);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("note: found after pass 'test-break'");
  expect(stderr).toContain(`${dump("After TestBreak Failed (test-break)")}\n"builtin.module"() ({\n`);
  expect(stderr).toContain('"func.return"() : () -> ()\n');
  const unverified = await captured((io) => opt(["--test-break", "--verify-each=false"], io, faultyRegistry()), text);
  expect([unverified.code, unverified.stdout.startsWith('"builtin.module"() ({\n')]).toEqual([0, true]);
});
