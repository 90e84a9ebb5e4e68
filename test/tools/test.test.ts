// `terrace test` and `terrace/testing`: RUN lines, the programs in them, what makes a test fail, and the making of CHECK lines.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { definePlugin } from "../../ir/plugin/define-plugin.ts";
import { loadPlugin } from "../../ir/plugin/registry.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { readCommandLine } from "../../tools/test/command-line.ts";
import { holds } from "../../tools/test/feature-expression.ts";
import { unifiedDiff } from "../../tools/test/line-diff.ts";
import { mlirTests, type TestFramework } from "../../tools/test/mlir-tests.ts";
import { namePlugins } from "../../tools/test/plugin-tests.ts";
import { runMlirTest, type MlirTestOptions } from "../../tools/test/run-mlir-test.ts";
import { fileParts } from "../../tools/test/split-file.ts";
import { readTestScript } from "../../tools/test/test-script.ts";
import { updateChecks } from "../../tools/test/update-checks.ts";
import { runTerrace } from "../support/command.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "terrace-tests-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const run = (text: string, options: MlirTestOptions = {}) => runMlirTest(write("case.mlir", text), options);
const status = async (text: string, options: MlirTestOptions = {}): Promise<string> =>
  (await run(text, options)).status;

describe("the script", () => {
  test("RUN lines, continued; lists; an end", () => {
    const script = readTestScript(
      "// RUN: a \\\n// RUN:   b\n; REQUIRES: x, !y\n// UNSUPPORTED: z\n# RUN: c\n// XFAIL: *\n// END.\n// RUN: d\n",
    );
    expect(script).toEqual({
      commands: [
        { text: "a   b".replace("   ", " "), line: 1, definitions: new Map() },
        { text: "c", line: 5, definitions: new Map() },
      ],
      requires: ["x", "!y"],
      unsupported: ["z"],
      expectedFailure: ["*"],
    });
  });

  test.each([
    ["module {}\n", "there is no RUN line"],
    ["// RUN: a \\\n", "line 1: the last RUN line ends in a backslash"],
    ["// RUN: a \\\n// DEFINE: %{x} = 1\n", "line 1: the RUN line ends in a backslash, and no RUN line follows"],
    ["// DEFINE: x = 1\n// RUN: a\n", "line 1: expected '%{NAME} = VALUE' after DEFINE:"],
    ["// REDEFINE: %{x} = 1\n// RUN: a\n", "line 1: %{x} is not defined yet"],
  ])("%j is refused", (text, failure) => {
    expect(readTestScript(text)).toEqual({ failure });
  });

  test.each<[string, boolean | string]>([
    ["a", true],
    ["!a || b", false],
    ["a && !(b || c)", true],
    ["*", true],
    ["false", false],
    ["a &&", "expected a feature, found the end in 'a &&'"],
    ["(a", "expected ')' in '(a'"],
    ["a b", "unexpected 'b' in 'a b'"],
  ])("features: %s", (expression, expected) => {
    expect(holds(expression, new Set(["a"]))).toBe(expected);
  });
});

describe("the command line", () => {
  test("words, quotes, pipes, redirections", () => {
    expect(readCommandLine(`a 'b | c' "d \\"e\\"" f\\ g 2>&1 | h>i && j <k || l=2 ; m |& n`)).toEqual([
      {
        after: ";",
        commands: [
          { words: ["a", "b | c", 'd "e"', "f g"], redirections: [{ kind: "errorsToOut", target: "" }] },
          { words: ["h"], redirections: [{ kind: "out", target: "i" }] },
        ],
      },
      { after: "&&", commands: [{ words: ["j"], redirections: [{ kind: "in", target: "k" }] }] },
      { after: "||", commands: [{ words: ["l=2"], redirections: [] }] },
      {
        after: ";",
        commands: [
          { words: ["m"], redirections: [{ kind: "errorsToOut", target: "" }] },
          { words: ["n"], redirections: [] },
        ],
      },
    ]);
  });

  test.each([
    ["a 'b", "the quote ' is never closed"],
    ["a | | b", "expected a command before '|'"],
    ["a &&", "expected a command at the end"],
    ["a >", "expected a file after '>'"],
    ["a $(b)", "'$' is not supported in RUN lines"],
    ["a & b", "'&' is not supported in RUN lines"],
  ])("%s is refused", (text, failure) => {
    expect(readCommandLine(text)).toEqual({ failure });
  });
});

test("differences of texts", () => {
  expect(unifiedDiff("a\n", "a\n", ["x", "y"])).toBe("");
  const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
  expect(unifiedDiff(before, before.replace("2\n", "two\n").replace("11\n", ""), ["x", "y"], 1)).toBe(
    "--- x\n+++ y\n@@ -1,3 +1,3 @@\n 1\n-2\n+two\n 3\n@@ -10,3 +10,2 @@\n 10\n-11\n 12\n",
  );
  expect(unifiedDiff("a", "a\n", ["x", "y"])).toBe(
    "--- x\n+++ y\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n",
  );
});

test("parts of a file", () => {
  expect(fileParts("// RUN: x\n//--- a.mlir\none\n//--- b/c.txt\ntwo\n")).toEqual([
    { name: "a.mlir", text: "one\n" },
    { name: "b/c.txt", text: "two\n" },
  ]);
});

const add =
  "func.func @f(%a: i32) -> i32 {\n  %z = arith.constant 0 : i32\n  %s = arith.addi %a, %z : i32\n  return %s : i32\n}\n";

describe("running", () => {
  test.each<[string, string]>([
    ["pass", `// RUN: terrace-opt %s -canonicalize | FileCheck %s\n// CHECK: return %arg0\n${add}`],
    ["fail", `// RUN: terrace-opt %s | FileCheck %s\n// CHECK: return %arg0\n${add}`],
    ["pass", "// RUN: echo x | not FileCheck %s --check-prefix=NO\n// NO: never\n"],
    ["pass", "// RUN: echo a b | FileCheck %s\n// CHECK: a b\n"],
    ["pass", `// RUN: mlir-opt --canonicalize < %s > %t && FileCheck %s < %t\n// CHECK: return %arg0\n${add}`],
    ["pass", `// RUN: terrace-opt %s -o %t.1\n// RUN: terrace-opt %t.1 | diff %t.1 -\n${add}`],
    ["fail", `// RUN: terrace-opt %s -canonicalize | diff %s -\n${add}`],
    ["pass", '// RUN: not terrace-opt %s 2>&1 | FileCheck %s\n// CHECK: error:\n"a.b"(\n'],
    ["fail", `// RUN: not terrace-opt %s\n${add}`],
    ["fail", "// RUN: terrace-opt %s | count 2\nfunc.func @f(\n"],
    [
      "pass",
      "// RUN: terrace-opt %s -split-input-file -verify-diagnostics\nfunc.func @f() -> i32 {\n  // expected-error @+1 {{0 operands}}\n  return\n}\n",
    ],
    [
      "pass",
      "// RUN: split-file %s %t\n// RUN: terrace-opt %t/a.mlir | FileCheck %t/b\n//--- a.mlir\nfunc.func private @f()\n//--- b\nCHECK: @f\n",
    ],
    [
      "pass",
      "// DEFINE: %{opt} = terrace-opt %{flags}\n// DEFINE: %{flags} = --cse\n// RUN: %{opt} %s | grep -q module\n",
    ],
    ["pass", "// RUN: false || true ; true\n"],
    ["fail", "// RUN: false && true\n"],
    ["fail", "// RUN: false | true\n"],
    ["pass", "// RUN: echo %(line) %(line+2) 100%% | grep '1 3 100%'\n"],
    [
      "pass",
      "// RUN: mkdir -p %t.dir && cp %s %t.dir && test -f %t.dir/case.mlir && rm -rf %t.dir && not test -e %t.dir\n",
    ],
    ["pass", "// RUN: env A=1 cat %s | count 1\n"],
    ["unsupported", "// REQUIRES: cuda\n// RUN: false\n"],
    ["unsupported", "// UNSUPPORTED: terrace\n// RUN: false\n"],
    ["xfail", "// XFAIL: *\n// RUN: false\n"],
    ["xpass", "// XFAIL: terrace && !cuda\n// RUN: true\n"],
    ["fail", "// REQUIRES: (a\n// RUN: true\n"],
    ["fail", "// no commands\n"],
  ])("%s: %j", async (expected, text) => {
    expect(await status(text)).toBe(expected);
  });

  test("a failure says which command failed and what it said", async () => {
    const { message } = await run("// RUN: true\n// RUN: echo a | FileCheck %s\n// CHECK: b\n");
    expect(message).toContain("case.mlir:2: RUN: echo a | FileCheck %s");
    expect(message).toContain("case.mlir:3:11: error: CHECK: expected string not found in input");
    expect((await run("// RUN: clang %s\n")).message).toContain(
      "there is no program 'clang' for RUN lines; there are: ",
    );
  });

  test("features, programs and substitutions of one's own", async () => {
    const options: MlirTestOptions = {
      features: ["cuda"],
      programs: { shout: (argv, { stdin, stdout }) => (stdout(`${stdin}${argv.join(" ")}`.toUpperCase()), 0) },
      substitutions: { word: "hello" },
    };
    expect(await status("// REQUIRES: cuda\n// RUN: echo %word | shout you | grep 'HELLO'\n", options)).toBe("pass");
  });

  test("a dialect author's registry", async () => {
    const registry = builtinRegistry();
    const noOp = defineOp({ name: "mine.no_op", summary: "Nothing.", assemblyFormat: "attr-dict" });
    const erase = definePass({
      name: "erase-no-ops",
      summary: "Erases them.",
      run: (root) => {
        for (const block of root.regions[0]?.blocks ?? [])
          for (const op of [...block.ops()]) if (op.name === "mine.no_op") op.erase();
      },
    });
    const dialects = [defineDialect({ name: "mine", summary: "Mine.", ops: [noOp] })];
    expect(
      loadPlugin(registry, definePlugin({ name: "mine", terrace: "*", dialects, passes: [erase] })),
    ).toBeUndefined();
    const text =
      "// RUN: terrace-opt %s --erase-no-ops | FileCheck %s --implicit-check-not=mine\n// CHECK: module\nmine.no_op\n";
    expect(await run(text, { registry })).toEqual({ status: "pass", message: "" });
    expect(await status(text)).toBe("fail");
    const updated = await updateChecks("x.mlir", "// RUN: terrace-opt %s --no-such-pass | FileCheck %s\n", {
      registry,
    });
    expect(updated).toEqual({ failure: expect.stringContaining("exited with 1") });
  });

  test("mlirTests registers one test a file", async () => {
    const inner = join(folder, "suite");
    mkdirSync(join(inner, "deep"), { recursive: true });
    writeFileSync(join(inner, "good.mlir"), "// RUN: true\n");
    writeFileSync(join(inner, "deep", "bad.mlir"), "// RUN: false\n");
    writeFileSync(join(inner, "input.mlir"), "module {}\n");
    const registered = new Map<string, () => Promise<void>>();
    const framework: TestFramework = {
      describe: (_name, register) => register(),
      test: (name, body) => registered.set(name, body),
    };
    mlirTests(inner, { framework });
    expect([...registered.keys()]).toEqual(["deep/bad.mlir", "good.mlir"]);
    await expect(registered.get("good.mlir")?.()).resolves.toBeUndefined();
    await expect(registered.get("deep/bad.mlir")?.()).rejects.toThrow("'false' exited with 1");
    registered.clear();
    mlirTests(inner, { framework, files: (name) => name.endsWith(".td") });
    await expect(registered.get("there are tests")?.()).rejects.toThrow("has RUN lines");
  });
});

describe("CHECK lines from the output", () => {
  const update = async (text: string): Promise<string> => {
    const result = await updateChecks("case.mlir", text);
    return "failure" in result ? `failure: ${result.failure}` : result.text;
  };
  // The file itself is what the RUN lines read.
  const updated = async (text: string): Promise<string> => {
    const file = write("update.mlir", text);
    const result = await updateChecks(file, text);
    return "failure" in result ? `failure: ${result.failure}` : result.text;
  };

  test("one function, with variables", async () => {
    const text = await updated(`// RUN: terrace-opt %s | FileCheck %s\n\n// CHECK: old\n${add}`);
    expect(text).toBe(
      [
        "// RUN: terrace-opt %s | FileCheck %s",
        "",
        "// CHECK-LABEL: func.func @f(",
        "// CHECK-SAME:  %[[ARG0:.*]]: i32) -> i32 {",
        "// CHECK-NEXT:    %[[C0_I32:.*]] = arith.constant 0 : i32",
        "// CHECK-NEXT:    %[[VAL_0:.*]] = arith.addi %[[ARG0]], %[[C0_I32]] : i32",
        "// CHECK-NEXT:    return %[[VAL_0]] : i32",
        "// CHECK-NEXT:  }",
        add,
      ].join("\n"),
    );
    expect(await updated(text)).toBe(text);
    expect((await run(text)).status).toBe("pass");
  });

  test("several RUN lines share a prefix where they print the same", async () => {
    const runs =
      "// RUN: terrace-opt %s | FileCheck %s --check-prefixes=CHECK,PLAIN\n// RUN: terrace-opt %s -canonicalize | FileCheck %s --check-prefixes=CHECK,CANON\n";
    const text = await updated(`${runs}${add}func.func private @g()\n`);
    expect(text).toContain("// PLAIN-NEXT:    return %[[VAL_0]] : i32");
    expect(text).toContain("// CANON-NEXT:    return %[[ARG0]] : i32");
    expect(text).toContain("// CHECK-LABEL: func.func private @g(");
    expect((await run(text)).status).toBe("pass");
    const clash = await updated(
      `// RUN: terrace-opt %s | FileCheck %s\n// RUN: terrace-opt %s -canonicalize | FileCheck %s\n${add}`,
    );
    expect(clash).toMatch(/^failure: .*:1: other RUN lines print something else under CHECK/);
  });

  test("split input, symbols that a pass makes, and messages that are left alone", async () => {
    const text =
      "// RUN: terrace-opt %s --split-input-file | FileCheck %s\nfunc.func private @a()\n// -----\n#map = affine_map<(d0) -> (d0)>\nfunc.func private @a() attributes {m = #map}\n";
    const made = await updated(text);
    expect(made.match(/CHECK-LABEL: func.func private @a\(/g)).toHaveLength(2);
    expect(made).toContain("// CHECK:       #[[$MAP:.*]] = affine_map<(d0) -> (d0)>");
    expect(made).toContain("m = #[[$MAP]]");
    expect((await run(made)).status).toBe("pass");
    const messages = `// RUN: not terrace-opt %s 2>&1 | FileCheck %s\n// CHECK: error\nfunc.func @f(\n`;
    expect(await update(messages)).toBe(messages);
    expect(await update("// RUN: terrace-opt %s | FileCheck %s\nfunc.func @f(\n")).toMatch(/^failure: /);
  });

  test("every example of the dialects, in both forms: it passes, and is made the same again", async () => {
    const root = fileURLToPath(new URL("../dialects/", import.meta.url));
    const files = readdirSync(root)
      .map((name) => join(root, name, "ops.mlir"))
      .filter((file) => existsSync(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const flags = "--allow-unregistered-dialect";
      const text = `// RUN: terrace-opt %s ${flags} | FileCheck %s --enable-var-scope\n// RUN: terrace-opt %s ${flags} --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC\n${readFileSync(file, "utf8")}`;
      const made = await updated(text);
      expect(await run(made)).toEqual({ status: "pass", message: "" });
      expect(await updated(made)).toBe(made);
    }
  });
});

describe("the command", () => {
  test("runs files and folders", async () => {
    const inner = join(folder, "command");
    mkdirSync(inner);
    const good = join(inner, "good.mlir");
    writeFileSync(good, `// RUN: terrace-opt %s | FileCheck %s\n${add}`);
    expect(await runTerrace(["test", inner])).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^FAIL: .*good.mlir\n[^]*no check strings found with prefix 'CHECK:'[^]*\nFAIL: 1\n$/,
      ),
      stderr: "",
    });
    const update = await runTerrace(["test", "--update", good]);
    expect(update).toEqual({ code: 0, stdout: expect.stringContaining("+// CHECK-LABEL: func.func @f("), stderr: "" });
    expect(update.stdout).toMatch(/1 of 1 file changed\n$/);
    expect(await runTerrace(["test", "-u", good])).toEqual({ code: 0, stdout: "0 of 1 file changed\n", stderr: "" });
    expect(await runTerrace(["test", "-v", inner])).toEqual({
      code: 0,
      stdout: `PASS: ${good}\nPASS: 1\n`,
      stderr: "",
    });
    writeFileSync(good, "// REQUIRES: a && b\n// RUN: true\n");
    expect((await runTerrace(["test", good])).stdout).toBe("UNSUPPORTED: 1\n");
    expect((await runTerrace(["test", "--feature", "a", "--feature", "b", good])).stdout).toBe("PASS: 1\n");
    expect((await runTerrace(["test", join(inner, "none.mlir")])).stderr).toContain("no such file or directory");
  });
});

describe("plugins that RUN lines name", () => {
  const sources = new URL("../../", import.meta.url);
  const plugin = (name: string): string => `
    import { defineDialect, defineOp, definePlugin } from ${JSON.stringify(fileURLToPath(new URL("tools/library/index.ts", sources)))};
    const op = defineOp({ name: "${name}.op", summary: "An op.", assemblyFormat: "attr-dict" });
    export default definePlugin({ name: "${name}", terrace: "^0.1.0", dialects: [defineDialect({ name: "${name}", summary: "One.", ops: [op] })] });
  `;

  test.each(["--load-plugin=", "--load-dialect-plugin=", "--load-pass-plugin=", "--load-plugin "])(
    "%s loads it, for the one command",
    async (flag) => {
      write("one.ts", plugin("one"));
      const load = `${flag}%S/one.ts`;
      const checked = "| FileCheck %s\n// CHECK: one.op\none.op\n";
      expect(await run(`// RUN: terrace-opt ${load} %s ${checked}`)).toEqual({ status: "pass", message: "" });
      expect(await status(`// RUN: terrace opt %s ${load} ${checked}`)).toBe("pass");
      const twice = `// RUN: terrace-opt %s ${load}\n// RUN: not terrace-opt %s 2>&1 ${checked}`;
      expect(await status(twice)).toBe("pass");
      expect((await run(`// RUN: terrace-opt %s ${load} && terrace-opt %s\none.op\n`)).message).toContain("'one.op'");
    },
  );

  test("several, beside those of the suite's registry, which stays as it is", async () => {
    write("one.ts", plugin("one"));
    write("two.ts", plugin("two"));
    const registry = builtinRegistry();
    const text = "// RUN: terrace-opt %s --load-plugin=%S/one.ts --load-pass-plugin=%S/two.ts\none.op\ntwo.op\n";
    expect(await run(text, { registry })).toEqual({ status: "pass", message: "" });
    expect(registry.dialects.has("one")).toBe(false);
  });

  test("what cannot be loaded, and programs that load none, fail the test with the reason", async () => {
    expect((await run("// RUN: terrace-opt %s --load-plugin=%S/none.ts\n")).message).toContain("there is no file");
    expect((await run("// RUN: terrace-opt %s --load-plugin\n")).message).toContain("wants the path");
    expect((await run("// RUN: terrace list dialects --load-plugin=%S/one.ts\n")).message).toContain("load plugins");
  });

  test("CHECK lines are made anew of what they read", async () => {
    write("one.ts", plugin("one"));
    const text = "// RUN: terrace-opt %s --load-plugin=%S/one.ts | FileCheck %s\n\none.op\n";
    const updated = await updateChecks(write("case.mlir", text), text);
    expect(updated).toMatchObject({ text: expect.stringMatching(/^\/\/ CHECK: +one\.op$/m) });
  });

  test("are looked for before `terrace test` starts", () => {
    expect(namePlugins([write("plain.mlir", "// RUN: terrace-opt %s\n")])).toBe(false);
    expect(namePlugins(["-v", write("named.mlir", "// RUN: terrace-opt %s --load-plugin=%S/one.ts\n")])).toBe(true);
    expect(namePlugins([folder])).toBe(true);
  });
});
