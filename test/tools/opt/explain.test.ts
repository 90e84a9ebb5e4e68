// `--explain` and `--explain-result`: what was tried on an op and why it was refused, what became of it, and where an op of the result comes from.
import { describe, expect, test } from "@jest/globals";
import { generateModule } from "../../../ir/check/generate/generate-module.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { newContext } from "../../support/mlir.ts";
import { runTerrace } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();
const input = place.file(
  "f.mlir",
  `func.func @f(%x: i32, %c: i1) -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %sum = arith.addi %x, %c0 : i32
  %r = scf.if %c -> i32 {
    %m = arith.muli %sum, %x : i32
    scf.yield %m : i32
  } else {
    scf.yield %x : i32
  }
  %t = arith.constant true
  %s = scf.if %t -> i32 {
    scf.yield %r : i32
  } else {
    scf.yield %sum : i32
  }
  %d = arith.divsi %s, %x : i32
  %e = arith.divsi %s, %x : i32
  return %d, %e : i32, i32
}
`,
);

async function explained(...flags: string[]): Promise<string> {
  const { code, stderr } = await runTerrace(["opt", input, "-o", place.path("out.mlir"), ...flags]);
  expect(code).toBe(0);
  return stderr.replaceAll(`${input}:`, "");
}

describe("what was tried on an op of the input", () => {
  test("by its result: the folder applied, and what it was replaced with", async () => {
    expect(await explained("--canonicalize", "--explain=%sum")).toBe(
      [
        "'arith.addi' at 3:10",
        "  in canonicalize:",
        "    the folder (arith): applied",
        "  it went in canonicalize: its folder, replaced by argument #0",
        "  nothing in the result comes from it",
        "",
      ].join("\n"),
    );
  });

  test("by its place: every pattern with its owner and the reason why it was refused", async () => {
    const said = await explained("--canonicalize", "--explain=4:8");
    expect(said).toMatch(/"scf\.if on a constant => the chosen region" \(scf\): the condition is no constant/);
    expect(said).toMatch(/in the result: 'scf\.if' at 4:8/);
  });

  test("by its name: all of that name", async () => {
    const said = await explained("--canonicalize", "--explain=scf.if");
    expect(said).toMatch(/^'scf\.if' at 4:8$/m);
    expect(said).toMatch(/^'scf\.if' at 11:8$/m);
    expect(said).toMatch(
      /it went in canonicalize: "scf\.if on a constant => the chosen region", replaced by 'scf\.if' at 4:8/,
    );
  });

  test("several, in several passes", async () => {
    const said = await explained("--canonicalize", "--cse", "--explain=%e,%d");
    expect(said).toMatch(/'arith\.divsi' at 16:8[^']*\n {2}in canonicalize:/);
    expect(said).toMatch(/'arith\.divsi' at 17:8[\s\S]*it went in cse/);
  });
});

describe("where an op of the result comes from", () => {
  test("an op that a rewrite made", async () => {
    const text = place.file(
      "g.mlir",
      "func.func @g(%x: i32, %c: i1) -> i32 {\n  %0 = scf.if %c -> i32 {\n    scf.yield %x : i32\n  } else {\n    %n = arith.constant 3 : i32\n    scf.yield %n : i32\n  }\n  return %0 : i32\n}\n",
    );
    const { code, stderr } = await runTerrace([
      "opt",
      text,
      "--canonicalize",
      "--explain-result=%0",
      "-o",
      place.path("o.mlir"),
    ]);
    expect(code).toBe(0);
    expect(stderr.replaceAll(`${text}:`, "")).toMatch(
      /^'arith\.select' at 2:8 of the result\n {2}made in canonicalize by "scf\.if that yields values from outside => arith\.select" from 'scf\.if' at 2:8.*\n {2}from the input: 'scf\.if' at 2:8/,
    );
  });

  test.each([1, 2, 3, 4])("every op of the result leads back to ops of the input (program %i)", async (seed) => {
    const module = generateModule(newContext(), seededSource(seed), {
      dialects: ["arith", "scf", "tensor", "linalg", "memref"],
      operations: 50,
      undefinedBehavior: "avoid",
    });
    const file = place.file(`p${seed}.mlir`, printOperation(module));
    const names = new Set<string>();
    const passes = ["--canonicalize", "--cse", "--loop-invariant-code-motion", "--linalg-generalize-named-ops"];
    const plain = await runTerrace(["opt", file, ...passes]);
    expect(plain.code).toBe(0);
    for (const [, name = ""] of plain.stdout.matchAll(/\b((?:arith|scf|tensor|linalg|memref)\.\w+)/g)) names.add(name);
    const known = [...names].filter((name) => name !== "linalg.yield");
    for (const name of known) {
      const { code, stderr } = await runTerrace([
        "opt",
        file,
        ...passes,
        `--explain-result=${name}`,
        "--explain-format=json",
        "-o",
        place.path("o.mlir"),
      ]);
      if (code !== 0) expect(stderr).toMatch(/no operation of the result is meant/);
      else {
        const { results } = JSON.parse(stderr) as { results: { sources: { location: string }[] }[] };
        for (const { sources } of results) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { location } of sources) expect(location).toContain(`p${seed}.mlir:`);
        }
      }
    }
    expect(known.length).toBeGreaterThan(2);
  });
});

describe("what is wrong is said in one line", () => {
  test.each([
    ["--explain=99", /^error: --explain: no operation of the input is meant by it, whose text has 20 lines$/m],
    ["--explain=arith.addd", /did you mean 'arith\.addi'\?/],
    ["--explain=%nothing", /no operation of the input is meant by it$/m],
    ["--explain=?", /'\?' is no operation; it takes a place/],
    ["--explain-result=scf.for", /^error: --explain-result: no operation of the result is meant by it/m],
    ["--explain-format=json", /--explain-format needs --explain=OP/],
  ])("%s", async (flag, said) => {
    const { code, stderr } = await runTerrace(["opt", input, "--canonicalize", flag]);
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
