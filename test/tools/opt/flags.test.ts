// Flags of `terrace opt`: values, refusals, and those that change what is read.
import { describe, expect, test } from "@jest/globals";
import { flagGroups, flagTable, type FlagSpec } from "../../../tools/opt/flag-table.ts";
import { runTerrace } from "../../support/command.ts";
import { twoFunctions } from "../../support/opt-programs.ts";

const opt = (flags: readonly string[], text = twoFunctions) => runTerrace(["opt", ...flags], text);

describe("refused", () => {
  test.each([
    ["--emit-bytecode", "'--emit-bytecode' is not supported: Terrace reads and writes MLIR text only"],
    ["--load-pass-plugin=x.so", "--load-pass-plugin is taken where a program starts"],
    ["--mlir-print-stacktrace-on-diagnostic", "'--mlir-print-stacktrace-on-diagnostic' is not supported"],
    ["--mlir-timing-display=tre", "takes 'list' or 'tree', not 'tre'\nhint: did you mean 'tree'?"],
    ["--mlir-timing-display", "'--mlir-timing-display' needs a value: --mlir-timing-display=list|tree"],
    ["--verify-diagnostics=al", "takes 'all' or 'only-expected', not 'al'\nhint: did you mean 'all'?"],
    ["--mlir-elide-elementsattrs-if-larger=-1", "takes an integer of at least 0, not '-1'"],
    ["--mlir-print-ir-before=csee", "there is no pass 'csee'\nhint: did you mean 'cse'?"],
    [
      "--mlir-print-ir-afte=cse",
      "unknown pass or option '--mlir-print-ir-afte=cse'\nhint: did you mean '--mlir-print-ir-after'?",
    ],
    ["--mlir-timing=2", "takes true or false, not '2'"],
  ])("%s", async (flag, said) => {
    const { code, stdout, stderr } = await opt([flag]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(said);
  });
});

describe("accepted", () => {
  test.each([
    [["-mlir-print-op-generic", "-cse"], '"func.func"() <{'],
    [["--mlir-print-op-generic=true"], '"func.func"() <{'],
    [["--mlir-print-op-generic", "--mlir-print-op-generic=0"], "func.func @f"],
    [["--mlir-elide-elementsattrs-if-larger", "4"], "module {"],
    [["-p", "builtin.module(cse)"], "module {"],
    [["--mlir-disable-threading", "--mlir-print-assume-verified"], "module {"],
  ])("%j", async (flags, said) => {
    const { code, stdout, stderr } = await opt(flags);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(said);
  });
});

test("help shows every flag, in its group", async () => {
  const { stdout } = await opt(["--help"]);
  for (const group of flagGroups) expect(stdout).toContain(`\n${group}:\n`);
  for (const [name, { help }] of Object.entries<FlagSpec>(flagTable)) {
    expect(stdout).toContain(`  ${name.length === 1 ? "-" : "--"}${name}`);
    expect(stdout).toContain(help);
  }
});

test("--verify-roundtrip", async () => {
  expect(await opt(["--verify-roundtrip"])).toEqual({ code: 0, stdout: `${twoFunctions}\n`, stderr: "" });
  const implied = "module {\n  func.func @f(%arg0: i1) {\n    scf.if %arg0 {\n    }\n    return\n  }\n}\n\n";
  expect(await opt(["--verify-roundtrip"], implied)).toEqual({ code: 0, stdout: implied, stderr: "" });
});

test("--mlir-print-op-on-diagnostic adds the op", async () => {
  const { stderr } = await opt(["--mlir-print-op-on-diagnostic"], "func.func @f() -> i32 {\n  return\n}\n");
  expect(stderr).toContain('note: see current operation: "func.return"() : () -> ()\n');
});

test("less is said on demand", async () => {
  const text =
    "func.func @f() -> i32 {\n  %0 = arith.addi %1, %1 : i32\n  %1 = arith.addi %0, %0 : i32\n  return %0 : i32\n}\n";
  expect((await opt([], text)).stderr).toContain("note: operand defined here");
  const { stderr } = await opt(["--mlir-disable-diagnostic-notes"], text);
  expect(stderr).toContain("error: operand #0 does not dominate this use");
  expect(stderr).not.toContain("note:");
  const warned = '%0 = "arith.constant"() <{value = 1 : i32, foo}> : () -> i32\n';
  expect((await opt(["--mlir-diagnostic-verbosity-level=warnings"], warned)).stderr).toContain("warning:");
  expect((await opt(["--mlir-diagnostic-verbosity-level=errors"], warned)).stderr).toBe("");
});

test("--mlir-very-unsafe-disable-verifier-on-parsing", async () => {
  const text =
    '"builtin.module"() ({\n  "func.func"() <{function_type = () -> i32, sym_name = "f"}> ({\n    "func.return"() : () -> ()\n  }) : () -> ()\n}) : () -> ()\n';
  expect((await opt([], text)).code).toBe(1);
  const flags = ["--mlir-very-unsafe-disable-verifier-on-parsing", "--mlir-print-op-generic"];
  expect(await opt(flags, text)).toEqual({ code: 0, stdout: `${text}\n`, stderr: "" });
});

describe("--no-implicit-module", () => {
  const one = "func.func @a() {\n  return\n}\n";

  test("the input is one op, on which pass flags and pipelines run", async () => {
    for (const flags of [[], ["--cse"], ["--canonicalize=max-iterations=2"], ["--pass-pipeline=func.func(cse)"]])
      expect(await opt(["--no-implicit-module", ...flags], one)).toEqual({ code: 0, stdout: `${one}\n`, stderr: "" });
    const { stderr } = await opt(["--no-implicit-module", "--pass-pipeline=builtin.module(cse)"], one);
    expect(stderr).toContain("can't run 'builtin.module' pass manager on 'func.func' op");
  });

  test("none and several are refused", async () => {
    const said = "<stdin>:0:0: error: source must contain a single top-level operation, found: ";
    expect((await opt(["--no-implicit-module"], one + one.replace("@a", "@b"))).stderr).toContain(`${said}2`);
    expect((await opt(["--no-implicit-module"], "")).stderr).toContain(`${said}0`);
  });
});

test("a pipeline for an op that is not there is warned of", async () => {
  const { code, stderr } = await opt(["--pass-pipeline=builtin.module(func.fnc(cse),any(cse))"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /:1:16: warning: there is no operation 'func.fnc'.*\n.*\n {15}\^~{7}\nhint: did you mean 'func.func'\?\n$/,
  );
});
