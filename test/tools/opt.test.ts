// `terrace opt`: flags, pipelines, printing of the IR, outputs, and everything that can be wrong with them.
import { describe, expect, test } from "@jest/globals";
import { captured, runTerrace } from "../support/command.ts";
import { workplace } from "../support/workplace.ts";

const place = workplace();
const program = `module {
  func.func @f(%arg0: i32) -> i32 {
    %c0_i32 = arith.constant 0 : i32
    %0 = arith.addi %arg0, %c0_i32 : i32
    return %0 : i32
  }
  func.func private @g(%arg0: i32) -> i32 {
    return %arg0 : i32
  }
}
`;
const input = place.file("f.mlir", program);
const canonical = program.replace(/ {4}%c0_i32.*\n {4}%0.*\n/, "").replace("return %0", "return %arg0");

/** mlir-opt ends its output with an empty line, and so do we. */
const printed = (text: string): string => `${text}\n`;

const opt = (...argv: string[]) => runTerrace(["opt", ...argv]);

/** The command fails with 1, says this, and writes nothing. */
async function refused(argv: readonly string[], said: RegExp | string, stdin = ""): Promise<void> {
  const before = place.list();
  const { code, stdout, stderr } = await runTerrace(argv, stdin);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([code, stdout]).toEqual([1, ""]);
  expect(place.list()).toEqual(before);
}

describe("passes", () => {
  test("none: the module is read, verified and printed", async () => {
    expect(await opt(input)).toEqual({ code: 0, stdout: printed(program), stderr: "" });
  });

  test.each([
    [["--canonicalize"]],
    [["-canonicalize"]],
    [["--cse", "--canonicalize=max-iterations=3 top-down", "--cse"]],
    [["--canonicalize={max-iterations=3 top-down=false}"]],
    [["--pass-pipeline=builtin.module(func.func(canonicalize))"]],
    [["--pass-pipeline", "canonicalize,cse"]],
    [["--verify-each=false", "--canonicalize"]],
  ])("%j", async (flags) => {
    expect(await opt(input, ...flags)).toEqual({ code: 0, stdout: printed(canonical), stderr: "" });
    expect(await opt(...flags, input)).toEqual({ code: 0, stdout: printed(canonical), stderr: "" });
  });

  test("run in the order of the flags", async () => {
    const { stderr } = await opt(input, "--cse", "--canonicalize=max-iterations=3", "-cse", "--dump-pass-pipeline");
    expect(stderr).toMatch(
      /^Pass Manager with 3 passes:\nbuiltin\.module\(\n {2}cse,\n {2}canonicalize\{.*max-iterations=3 .*\},\n {2}cse\n\)\n\n$/,
    );
  });

  test("standard input, with and without -", async () => {
    expect((await runTerrace(["opt", "-", "--canonicalize"], program)).stdout).toBe(printed(canonical));
    expect((await runTerrace(["opt", "--canonicalize"], program)).stdout).toBe(printed(canonical));
  });

  test("a machine is put into the module", async () => {
    const { stdout } = await opt(input, "--machine=systolic-int8");
    expect(stdout).toContain('module attributes {terrace.machine = "systolic-int8"}');
  });
});

describe("output", () => {
  test("goes to a file, whole", async () => {
    expect(await opt(input, "--canonicalize", "-o", place.path("out.mlir"))).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(place.text("out.mlir")).toBe(printed(canonical));
  });

  test("locations, local scope, generic form", async () => {
    expect((await opt(input, "--mlir-print-debuginfo")).stdout).toContain("#loc = loc(");
    const local = (await opt(input, "--mlir-print-debuginfo", "--mlir-print-local-scope")).stdout;
    expect(local).toMatch(/arith\.addi .* loc\(".*f\.mlir":4:/);
    expect((await opt(input, "--mlir-print-op-generic")).stdout).toContain('"arith.addi"');
  });

  test("--mlir-print-ir-after-all prints each op in its own scope", async () => {
    const { stderr } = await opt(
      input,
      "--pass-pipeline=builtin.module(func.func(canonicalize))",
      "--mlir-print-ir-after-all",
    );
    const head = "// -----// IR Dump After Canonicalizer (canonicalize) //----- //\n";
    const f = "func.func @f(%arg0: i32) -> i32 {\n  return %arg0 : i32\n}\n\n";
    const g = "func.func private @g(%arg0: i32) -> i32 {\n  return %arg0 : i32\n}\n\n";
    expect(stderr).toBe(head + f + head + g);
  });

  test("--mlir-print-ir-tree-dir makes mlir-opt's files", async () => {
    const pipeline = "--pass-pipeline=builtin.module(canonicalize,func.func(cse,canonicalize),cse,func.func(cse))";
    await opt(input, pipeline, "--mlir-print-ir-after-all", `--mlir-print-ir-tree-dir=${place.path("tree")}`);
    // As mlir-opt 22 names them.
    expect(place.list("tree")).toEqual([
      "builtin_module_no-symbol-name/0_canonicalize.mlir",
      "builtin_module_no-symbol-name/1_cse.mlir",
      "builtin_module_no-symbol-name/func_func_f/0_0_cse.mlir",
      "builtin_module_no-symbol-name/func_func_f/0_1_canonicalize.mlir",
      "builtin_module_no-symbol-name/func_func_f/1_2_cse.mlir",
      "builtin_module_no-symbol-name/func_func_g/0_0_cse.mlir",
      "builtin_module_no-symbol-name/func_func_g/0_1_canonicalize.mlir",
      "builtin_module_no-symbol-name/func_func_g/1_2_cse.mlir",
    ]);
    expect(place.text("tree/builtin_module_no-symbol-name/1_cse.mlir")).toContain(canonical);
  });

  test("a tree begins at zero for an op whose module no pass ran on before", async () => {
    const pipeline = "--pass-pipeline=builtin.module(func.func(cse),canonicalize)";
    await opt(input, pipeline, "--mlir-print-ir-after-all", `--mlir-print-ir-tree-dir=${place.path("tree2")}`);
    expect(place.list("tree2")).toEqual([
      "builtin_module_no-symbol-name/1_canonicalize.mlir",
      "builtin_module_no-symbol-name/func_func_f/0_0_cse.mlir",
      "builtin_module_no-symbol-name/func_func_g/0_0_cse.mlir",
    ]);
  });

  test("lists and help", async () => {
    expect((await opt("--show-dialects")).stdout).toMatch(/^Available Dialects: .*arith.*stablehlo.*wasm/);
    for (const flag of ["--list-passes", "--help", "-h"]) {
      const { code, stdout } = await opt(flag);
      expect([code, stdout.includes("--canonicalize"), stdout.includes("max-iterations")]).toEqual([0, true, true]);
    }
  });
});

describe("wrong commands", () => {
  test.each([
    [["--canonicalise"], /unknown pass or option '--canonicalise'\nhint: did you mean '--canonicalize'\?/],
    [["--mlir-print-ir-after-al"], /did you mean '--mlir-print-ir-after-all'/],
    [["--verify-each=perhaps"], /'--verify-each' takes true or false, not 'perhaps'/],
    [["--list-passes=3"], /'--list-passes' takes no value/],
    [["-o"], /'-o' needs a value/],
    [["second.mlir"], /more than one input/],
    [["--cse", "--pass-pipeline=cse"], /cannot be used together/],
    [["--machine=systolik"], /did you mean the machine 'systolic'/],
    [
      ["--canonicalize=max-iteration=3"],
      /:1:14: error: 'canonicalize' has no option 'max-iteration'\n.*\n {13}\^~+\nhint: did you mean/,
    ],
    [["--canonicalize=max-iterations=x"], /takes an integer of at least -1, not 'x'/],
    [
      ["--pass-pipeline=builtin.module(csee)"],
      /:1:16: error: 'csee' does not.*\nbuiltin.module\(csee\)\n {15}\^~~~\nhint: did you mean 'cse'\?/,
    ],
    [["--pass-pipeline=builtin.module(cse"], /:1:19: error: expected ',' or '\)', but the text ends/],
    [["--pass-pipeline=func.func(cse)"], /can't run 'func.func' pass manager on 'builtin.module' op/],
  ])("%j", async (flags, said) => {
    await refused(["opt", input, ...flags], said);
  });

  test("a subcommand or list that there is not", async () => {
    await refused(["opd"], /unknown command 'opd'/);
    await refused(["list", "machine"], /did you mean 'machines'/);
    await refused([], /Usage: terrace/);
  });
});

describe("wrong inputs", () => {
  const out = place.path("never.mlir");

  test.each([
    [
      "text that does not parse",
      "func.func @f() {\n  %0 = arith.constant : i32\n  return\n}\n",
      /<stdin>:2:23: error: .*\n {2}%0 = arith.constant : i32\n {22}\^/,
    ],
    [
      "an op that fails verification",
      "func.func @f() -> i32 {\n  return\n}\n",
      /<stdin>:2:3: error: 'func.return' op .*\n {2}return\n {2}\^/,
    ],
    ["an unknown dialect", '"fonc.bar"() : () -> ()', /unregistered operation 'fonc.bar'.*\n"fonc.bar"\(\)[^\n]*\n\^/],
    ["an unknown op", "func.func @f() {\n  arith.adi\n  return\n}\n", /'arith.adi'[\s\S]*arith.addi/],
    ["bytes", "\0\0MLïR\0", /<stdin>:1:3: error: unregistered operation/],
    ["a byte order mark and no text", "\uFEFF}", /<stdin>:1:1: error/],
  ])("%s", async (_what, text, said) => {
    await refused(["opt", "-", "--cse", "-o", out], said, text);
  });

  test("a long line is shown around the place", async () => {
    const text = `func.func @f() {\n  %0 = arith.constant dense<[${"1, ".repeat(500)}x]> : tensor<501xi32>\n  return\n}\n`;
    const { stderr } = await runTerrace(["opt"], text);
    const [, line = "", caret = ""] = stderr.split("\n");
    expect(line.length).toBeLessThanOrEqual(160);
    expect(line.slice(caret.indexOf("^"), caret.indexOf("^") + 1)).toBe("x");
  });

  test("a missing file, a folder, an output that cannot be", async () => {
    await refused(["opt", place.path("none.mlir")], /cannot read '.*none.mlir': no such file or directory/);
    await refused(["opt", place.path(".")], /it is a directory/);
    await refused(
      ["opt", input, "-o", place.path("no/such/folder.mlir")],
      /cannot write .*: no such file or directory/,
    );
    await refused(["opt", input, "-o", place.path(".")], /cannot write .*: it is a directory/);
    await refused(
      ["opt", input, "--cse", "--mlir-print-ir-after-all", `--mlir-print-ir-tree-dir=${input}/tree`],
      /cannot write .*: a part of its path is not a directory|cannot write/,
    );
  });

  test("nothing at all is an empty module", async () => {
    expect(await runTerrace(["opt"], "")).toEqual({ code: 0, stdout: "module {\n}\n\n", stderr: "" });
  });

  test("a machine description with a wrong field", async () => {
    const machine = place.file("machine.json", '{ "schema": "gpu-hw/1", "warpp": 32 }');
    await refused(["opt", input, `--machine=${machine}`], /machine.json: error: warpp: unknown field; .*"warp"/);
    const broken = place.file("broken.json", '{ "schema" "gpu" }');
    await refused(["opt", input, `--machine=${broken}`], /broken.json:1:12: error: not JSON/);
  });
});

test("what is thrown is a bug of ours: exit code 2, no stack trace", async () => {
  const { code, stdout, stderr } = await captured(() => Promise.reject(new Error("it broke")));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^internal error: it broke; please report it.*\n\(TERRACE_DEBUG=1 .*\)\n$/);
});
