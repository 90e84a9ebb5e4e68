// `terrace opt` against mlir-opt: the same output, the same standard error and the same exit code for the same flags.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { runTerrace } from "../support/command.ts";
import { expectations, fourParts, printed, twoFunctions } from "../support/opt-programs.ts";
import { workplace } from "../support/workplace.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";
const place = workplace();

const files = {
  functions: place.file("functions.mlir", twoFunctions),
  parts: place.file("parts.mlir", fourParts),
  marked: place.file("marked.mlir", fourParts.replaceAll("// -----", "//%%")),
  expectations: place.file("expectations.mlir", expectations),
  printed: place.file("printed.mlir", printed),
  one: place.file("one.mlir", "func.func @a() {\n  return\n}\n"),
  empty: place.file("empty.mlir", ""),
};

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One pass after another, and without the note that shows the operation, which Terrace gives only when asked. */
const quiet = ["--mlir-disable-threading", "--mlir-print-op-on-diagnostic=false"];

function theirs(argv: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(mlirOpt, [...quiet, ...argv], { encoding: "utf8" });
  return { code: status, stdout, stderr };
}

/** Terrace underlines what is wrong, where mlir-opt points at its first character. */
const pointed = ({ code, stdout, stderr }: Ran): Ran => ({ code, stdout, stderr: stderr.replace(/\^~+/g, "^") });

const same = async (argv: readonly string[]): Promise<void> => {
  expect(pointed(await runTerrace(["opt", ...argv]))).toEqual(pointed(theirs(argv)));
};

const nested = "--pass-pipeline=builtin.module(func.func(cse),canonicalize)";
const all =
  "--pass-pipeline=builtin.module(func.func(cse,canonicalize),any(cse),any(canonicalize),builtin.module(cse),cse,func.func(cse),builtin.module(canonicalize),symbol-dce)";

describe("passes and dumps", () => {
  test.each([
    [[]],
    [["--cse", "-canonicalize"]],
    [["--verify-each=false", "--cse"]],
    [["--verify-roundtrip", "--cse"]],
    [["--cse", "--mlir-print-ir-before-all"]],
    [[nested, "--mlir-print-ir-after-all"]],
    [[nested, "--mlir-print-ir-after-all", "--mlir-print-ir-module-scope"]],
    [[nested, "--mlir-print-ir-after-all", "--mlir-print-ir-after-change"]],
    [[nested, "--mlir-print-ir-after-change"]],
    [[nested, "--mlir-print-ir-before=cse,canonicalize", "--mlir-print-ir-after=cse"]],
    [[nested, "--mlir-print-ir-after-all", "--mlir-print-local-scope", "--mlir-print-ir-module-scope"]],
    [[nested, "--mlir-print-ir-after-all", "--mlir-print-debuginfo"]],
    [[nested, "--mlir-print-ir-after-all", "--mlir-print-op-generic"]],
    [[all, "--mlir-print-ir-before-all", "--mlir-print-ir-after-all", "--dump-pass-pipeline"]],
    [["--canonicalize=disable-patterns=a,b max-num-rewrites=3", "--cse", "--dump-pass-pipeline"]],
    [["--canonicalize=max-iterations=2 top-down=0", "--dump-pass-pipeline"]],
    [["--pass-pipeline=builtin.module()", "--dump-pass-pipeline"]],
    [["--pass-pipeline=func.func(cse)"]],
    [["--pass-pipeline=builtin.module(func.func(symbol-dce,cse),cse)", "--mlir-print-ir-after-failure"]],
    [
      [
        "--pass-pipeline=builtin.module(func.func(inline))",
        "--mlir-print-ir-after-all",
        "--mlir-print-ir-module-scope",
      ],
    ],
  ])("%j", async (flags) => {
    await same([files.functions, ...flags]);
  });

  test("a tree of files", async () => {
    const flags = [files.functions, all, "--mlir-print-ir-before-all", "--mlir-print-ir-after-all"];
    for (const folder of ["theirs", "ours"]) mkdirSync(place.path(folder));
    theirs([...flags, `--mlir-print-ir-tree-dir=${place.path("theirs")}`]);
    await runTerrace(["opt", ...flags, `--mlir-print-ir-tree-dir=${place.path("ours")}`]);
    const names = place.list("theirs");
    expect(names.length).toBeGreaterThan(10);
    expect(place.list("ours")).toEqual(names);
    for (const name of names) expect(place.text(`ours/${name}`)).toBe(place.text(`theirs/${name}`));
  });
});

describe("parts, expectations, modules", () => {
  test.each([
    [["parts", "--split-input-file"]],
    [["parts", "--split-input-file", "--output-split-marker=//==="]],
    [["marked", "--split-input-file=//%%"]],
    [["marked", "--split-input-file="]],
    [["empty", "--split-input-file"]],
    [["empty"]],
    [["expectations", "--split-input-file", "--verify-diagnostics"]],
    [["expectations", "--split-input-file", "--verify-diagnostics=only-expected"]],
    [["functions", "--verify-diagnostics", "--cse"]],
    [["one", "--no-implicit-module"]],
    [["one", "--no-implicit-module", "--cse"]],
    [["one", "--no-implicit-module", "--pass-pipeline=func.func(cse)", "--dump-pass-pipeline"]],
    [["one", "--no-implicit-module", "--pass-pipeline=builtin.module(cse)"]],
    [["functions", "--no-implicit-module", "--mlir-print-ir-before-all", "--cse"]],
    [["printed", "--no-implicit-module"]],
    [["empty", "--no-implicit-module"]],
  ] as const)("%j", async ([file, ...flags]) => {
    await same([files[file], ...flags]);
  });
});

describe("printing", () => {
  test.each([
    [["--mlir-print-op-generic"]],
    [["--mlir-print-local-scope"]],
    [["--mlir-print-debuginfo"]],
    [["--mlir-print-debuginfo", "--mlir-pretty-debuginfo"]],
    [["--mlir-print-debuginfo", "--mlir-print-local-scope"]],
    [["--mlir-print-value-users"]],
    [["--mlir-print-value-users", "--mlir-print-op-generic"]],
    [["--mlir-print-unique-ssa-ids"]],
    [["--mlir-use-nameloc-as-prefix"]],
    [["--mlir-print-skip-regions"]],
    [["--mlir-elide-elementsattrs-if-larger=2"]],
    [["--mlir-print-elementsattrs-with-hex-if-larger=2"]],
    [["--mlir-print-elementsattrs-with-hex-if-larger=-1"]],
  ])("%j", async (flags) => {
    await same([files.printed, ...flags]);
  });
});

describe("debug counters: the same program, the same counts", () => {
  test.each([
    ["pass-execution-skip=1"],
    ["pass-execution-count=1,pass-execution-skip=1"],
    ["GreedyPatternRewriteIteration-count=0"],
  ])("%s", async (counter) => {
    const argv = [
      files.functions,
      "--canonicalize",
      "--cse",
      `--mlir-debug-counter=${counter}`,
      "--mlir-print-debug-counter",
    ];
    const expected = theirs(argv);
    const { code, stdout, stderr } = await runTerrace(["opt", ...argv]);
    expect([code, stdout]).toEqual([expected.code, expected.stdout]);
    // mlir-opt reports twice: before anything ran, and at the end.
    expect(expected.stderr.endsWith(stderr)).toBe(true);
  });
});

describe("reproducers", () => {
  const failing =
    "--pass-pipeline=builtin.module(cse,canonicalize{max-iterations=3},func.func(canonicalize,symbol-dce))";

  test.each([[[]], [["--mlir-pass-pipeline-local-reproducer"]]])("are the same file: %j", async (flags) => {
    const argv = (name: string) => [
      files.one,
      failing,
      ...quiet,
      `--mlir-pass-pipeline-crash-reproducer=${place.path(name)}`,
      ...flags,
    ];
    theirs(argv("theirs.mlir"));
    expect((await runTerrace(["opt", ...argv("ours.mlir")])).code).toBe(1);
    expect(place.text("ours.mlir")).toBe(place.text("theirs.mlir"));
  });

  test("fail in mlir-opt as they fail here", async () => {
    const file = place.path("again.mlir");
    await runTerrace(["opt", files.functions, failing, `--mlir-pass-pipeline-crash-reproducer=${file}`]);
    const expected = theirs([file, "--run-reproducer"]);
    expect(expected.stderr).toContain("was scheduled to run under SymbolDCE");
    expect(pointed(await runTerrace(["opt", file, "--run-reproducer"]))).toEqual(pointed(expected));
  });

  test("that succeed lose their section", async () => {
    const file = place.path("good.mlir");
    theirs([files.functions, "--cse", `--mlir-generate-reproducer=${file}`]);
    await same([file, "--run-reproducer"]);
  });
});
