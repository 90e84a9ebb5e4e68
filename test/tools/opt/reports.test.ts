// Reports of `terrace opt`: times, statistics, debug counters, the pipeline.
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../../support/command.ts";
import { twoFunctions } from "../../support/opt-programs.ts";

const pipeline =
  "--pass-pipeline=builtin.module(func.func(cse,canonicalize),any(cse),symbol-dce,builtin.module(cse),func.func(cse))";

const report = async (...flags: string[]): Promise<string> =>
  (await runTerrace(["opt", pipeline, ...flags], twoFunctions)).stderr;

/** The names of a report of times, with their indentation. */
const names = (text: string): string[] =>
  [...text.matchAll(/^ +\d+\.\d{4} \( *\d+\.\d%\) {2}(.*)$/gm)].map(([, name]) => name ?? "");

describe("--mlir-timing", () => {
  test("as a tree", async () => {
    const text = await report("--mlir-timing");
    expect(text).toMatch(
      /^===-{73}===\n {25}\.\.\. Execution time report \.\.\.\n===-{73}===\n {2}Total Execution Time: \d/,
    );
    expect(names(text)).toEqual([
      "Parser",
      "'func.func' Pipeline",
      "  CSE",
      "  Canonicalizer",
      "'any' Pipeline",
      "  CSE",
      "SymbolDCE",
      "Pipeline Collection : ['builtin.module', 'func.func']",
      "  'func.func' Pipeline",
      "    CSE",
      "Output",
      "Rest",
      "Total",
    ]);
  });

  test("as a list", async () => {
    const list = names(await report("--mlir-timing", "--mlir-timing-display=list"));
    expect(list[0]).toBe("root");
    expect(list.slice(-2)).toEqual(["Rest", "Total"]);
    expect(list.filter((name) => name === "CSE")).toHaveLength(1);
  });

  test("as JSON", async () => {
    const tree: unknown = JSON.parse(await report("--mlir-timing", "--mlir-output-format=json"));
    expect(tree).toContainEqual({
      wall: { duration: expect.any(Number), percentage: expect.any(Number) },
      name: "'any' Pipeline",
      passes: [{ wall: expect.anything(), name: "CSE", passes: [{}] }, {}],
    });
    const list: unknown = JSON.parse(
      await report("--mlir-timing", "--mlir-output-format=json", "--mlir-timing-display=list"),
    );
    expect(list).toContainEqual({ wall: expect.anything(), name: "Total" });
  });
});

describe("--mlir-pass-statistics", () => {
  test("by pipeline", async () => {
    const text = await report("--mlir-pass-statistics");
    expect(text.split("\n").slice(3)).toEqual([
      "'func.func' Pipeline",
      "  CSE",
      "    (S) 2 num-cse'd - Number of operations CSE'd",
      "    (S) 1 num-dce'd - Number of operations DCE'd",
      "  Canonicalizer",
      "'any' Pipeline",
      "  CSE",
      "    (S) 0 num-cse'd - Number of operations CSE'd",
      "    (S) 0 num-dce'd - Number of operations DCE'd",
      "SymbolDCE",
      "  (S) 1 num-dce'd - Number of symbols DCE'd",
      "Pipeline Collection : ['builtin.module', 'func.func']",
      "  'builtin.module' Pipeline",
      "    CSE",
      "      (S) 0 num-cse'd - Number of operations CSE'd",
      "      (S) 0 num-dce'd - Number of operations DCE'd",
      "  'func.func' Pipeline",
      "    CSE",
      "      (S) 0 num-cse'd - Number of operations CSE'd",
      "      (S) 0 num-dce'd - Number of operations DCE'd",
      "",
      "",
    ]);
  });

  test("summed up by pass", async () => {
    const text = await report("--mlir-pass-statistics", "--mlir-pass-statistics-display=list");
    expect(text).toContain("... Pass statistics report ...");
    expect(text.split("\n").slice(3, -2)).toEqual([
      "  CSE",
      "    (S) 2 num-cse'd - Number of operations CSE'd",
      "    (S) 1 num-dce'd - Number of operations DCE'd",
      "  SymbolDCE",
      "    (S) 1 num-dce'd - Number of symbols DCE'd",
    ]);
  });
});

describe("--mlir-debug-counter", () => {
  const counted = (counter: string, ...flags: string[]) =>
    runTerrace(["opt", `--mlir-debug-counter=${counter}`, "--mlir-print-debug-counter", ...flags], twoFunctions);

  test("leaves out passes", async () => {
    const { stdout, stderr } = await counted("pass-execution-skip=1", "--canonicalize");
    expect(stdout).toBe(`${twoFunctions}\n`);
    expect(stderr).toBe("DebugCounter counters:\npass-execution                  : {1,1,-1}\n");
    const second = await counted(
      "pass-execution-skip=1,pass-execution-count=1",
      "--canonicalize",
      "--symbol-dce",
      "--cse",
    );
    expect(second.stdout).toBe(`${twoFunctions.replace(/ {2}func.func private[\s\S]*\n {2}\}\n/, "")}\n`);
  });

  test("leaves out patterns and rounds of the greedy driver", async () => {
    const { stderr } = await counted("apply-pattern-count=0", "--canonicalize");
    expect(stderr).toMatch(/^DebugCounter counters:\napply-pattern {19}: \{[1-9]\d*,0,0\}\n$/);
    const { stdout } = await counted("GreedyPatternRewriteIteration-count=0", "--canonicalize");
    expect(stdout).toContain("arith.addi %arg0, %c0_i32 : i32");
  });

  test.each([
    ["apply-pattern=1", "must end in '-skip' or '-count'"],
    ["apply-pattern-skip=x", "'x' is not a number"],
    ["apply-pattern", "has no '='"],
  ])("refuses %s", async (counter, said) => {
    const { code, stderr } = await counted(counter);
    expect([code, stderr.includes(said)]).toEqual([1, true]);
  });
});

test("--dump-pass-pipeline shows every option, a pass a line", async () => {
  const { stderr } = await runTerrace(
    [
      "opt",
      "--pass-pipeline=builtin.module(func.func(canonicalize{disable-patterns=a,b}),cse)",
      "--dump-pass-pipeline",
    ],
    "",
  );
  expect(stderr).toBe(`Pass Manager with 2 passes:
builtin.module(
  func.func(
    canonicalize{disable-patterns={a,b}  max-iterations=10 max-num-rewrites=-1 region-simplify=normal test-convergence=false top-down=true}
  ),
  cse
)

`);
});
