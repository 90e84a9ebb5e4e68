// `terrace reduce`: tests of the user's in every form, what stops it, and what it refuses.
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();

const program = `func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %0, %a : i32
  return %1 : i32
}
`;
const smallest = `module {
  %false = arith.constant false
  %0 = arith.muli %false, %false : i1
}

`;
const input = place.file("input.mlir", program);

function script(name: string, body: string): string {
  const path = place.file(name, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

const keepsMul = script("keeps-mul.sh", 'grep -q arith.muli "$1"');

const reduce = (...argv: string[]): ReturnType<typeof runTerrace> => runTerrace(["reduce", ...argv], program);

describe("a test is", () => {
  test.each([
    ["an executable", [keepsMul]],
    ["a command line with {}", ["cat {} | grep -q arith.muli"]],
    ["a command line with %s", ["cat %s | grep -q arith.muli"]],
    ["a command line that the path ends", ["grep -q arith.muli"]],
    ["a command line of any length", [`: ${"x".repeat(5000)}; grep -q arith.muli`]],
    ["interesting with another exit code than 0", ["! grep -q arith.muli {}", "--interesting=nonzero"]],
    ["interesting when it crashes", ["grep -q arith.muli {} && kill -ABRT $$", "--interesting=crash"]],
    ["interesting when it does not end", ["grep -q arith.muli {} && sleep 20", "--interesting=timeout", "--test-timeout=0.4"]], // prettier-ignore
  ])("%s", async (_, [command = "", ...flags]) => {
    const { code, stdout, stderr } = await reduce(input, "--test", command, ...flags);
    expect([code, stdout]).toEqual([0, smallest]);
    expect(stderr).toMatch(/^4 -> 2 operations, \d+ tests, [\d.]+ s: no single step makes it smaller$/m);
  });

  test("given the candidate in a file whose name ends in .mlir, which is gone afterwards", async () => {
    const seen = place.path("seen");
    const command = script("seen.sh", `echo "$1" >> ${seen}; grep -q arith.muli "$1"`);
    expect((await reduce(input, "--test", command, "-j", "3")).code).toBe(0);
    const paths = place.text("seen").trimEnd().split("\n");
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect([path.endsWith(".mlir"), existsSync(path)]).toEqual([true, false]);
    // Nor is the folder they were in left behind.
    expect(paths.map((path) => dirname(path)).filter((folder) => folder !== tmpdir() && existsSync(folder))).toEqual([]); // prettier-ignore
  });

  test("never asked twice about one text", async () => {
    const seen = place.path("texts");
    const command = script("texts.sh", `cksum < "$1" >> ${seen}; grep -q arith.muli "$1"`);
    await reduce(input, "--test", command, "-j", "1");
    // The first two are the input as it is, and as it is printed.
    const sums = place.text("texts").trimEnd().split("\n").slice(1);
    expect(new Set(sums).size).toBe(sums.length);
  });
});

describe("the result", () => {
  test("does not depend on the number of jobs", async () => {
    const results = ["1", "2", "4"].map(async (jobs) => (await reduce(input, "--test", keepsMul, "-j", jobs)).stdout);
    expect(await Promise.all(results)).toEqual([smallest, smallest, smallest]);
  });

  test("goes to a file, from standard input", async () => {
    const output = place.path("out.mlir");
    const { code, stdout } = await reduce("--test", keepsMul, "-o", output);
    expect([code, stdout, place.text("out.mlir")]).toEqual([0, "", smallest]);
  });

  test("as JSON", async () => {
    const { stdout } = await reduce(input, "--test", keepsMul, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      operations: { before: 4, after: 2 },
      complete: true,
      steps: { "unwrap regions": 1 },
      text: smallest,
    });
  });

  test("in generic form, of an unregistered dialect", async () => {
    const file = place.file("foreign.mlir", 'func.func @f() { "foo.x"() {a = 1 : i32} : () -> () return }');
    const flags = ["--allow-unregistered-dialect", "--mlir-print-op-generic"];
    const { stdout } = await reduce(file, "--test", "grep -q foo.x", ...flags);
    expect(stdout).toBe('"builtin.module"() ({\n  "foo.x"() : () -> ()\n}) : () -> ()\n\n');
  });

  test("is the best so far when time is over", async () => {
    const { code, stdout, stderr } = await reduce(input, "--test", keepsMul, "--time", "0");
    expect([code, stdout.includes("arith.addi")]).toEqual([0, true]);
    expect(stderr).toMatch(/stopped because the time is over/);
  });

  test("is the best so far after Ctrl-C, with exit code 1", async () => {
    const marker = place.path("marker");
    const command = script(
      "slow.sh",
      `grep -q arith.muli "$1" || exit 1; echo x >> ${marker}; grep -q addi "$1" || sleep 30`,
    );
    const done = reduce(input, "--test", command, "-j", "1");
    const timer = setInterval(() => {
      if (existsSync(marker) && place.text("marker").length > 4) process.emit("SIGINT");
    }, 50);
    const { code, stdout, stderr } = await done;
    clearInterval(timer);
    expect([code, stdout.includes("arith.muli")]).toEqual([1, true]);
    expect(stderr).toMatch(/interrupted; more may be possible/);
  }, 20_000);
});

describe("refused", () => {
  mkdirSync(place.path("folder"));
  const plain = place.file("plain.sh", "exit 0\n");
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ["no test", [input], "required option '--test <test>' not specified"],
    ["an empty test", [input, "--test", " "], "--test needs an executable or a command line"],
    ["a script that is not there", [input, "--test", "./no-such.sh"], "cannot run the test './no-such.sh': no such file or program"], // prettier-ignore
    ["a program that is not there", [input, "--test", "no-such-program"], "cannot run the test 'no-such-program': no such file or program"], // prettier-ignore
    ["a script that is not executable", [input, "--test", plain], `it is not executable\nhint: chmod +x ${plain}`],
    ["a folder", [input, "--test", place.path("folder")], "it is a directory"],
    ["a program in a command line that is not there", [input, "--test", "no-such-program {}"], "it exits with 127, and 0 is interesting"], // prettier-ignore
    ["an input that is not interesting", [input, "--test", "echo looked; exit 4"], "it exits with 4, and 0 is interesting (--interesting=nonzero turns that around)\nnote: the test says:\n    looked"], // prettier-ignore
    ["an input that is interesting only as it is written", [input, "--test", "! grep -q module {}"], "but not what Terrace prints of it"], // prettier-ignore
    ["a test that takes too long", [input, "--test", "sleep 20; true", "--test-timeout", "0.2"], "it runs for more than 0.2 s"], // prettier-ignore
    ["a word for --interesting", [input, "--test", keepsMul, "--interesting", "one"], "Allowed choices are zero, nonzero, crash, timeout"], // prettier-ignore
    ["an input that is not there", [place.path("none.mlir"), "--test", keepsMul], "no such file or directory"],
    ["an output that cannot be written", [input, "--test", keepsMul, "-o", place.path("none/out")], "no such file or directory"], // prettier-ignore
    ["an empty input", [place.file("empty.mlir", ""), "--test", keepsMul], "has no operations to reduce"],
    ["text that is not read", [place.file("wrong.mlir", "func.func @f("), "--test", keepsMul], "hint: only text that `terrace opt` takes can be reduced"], // prettier-ignore
    ["an unregistered dialect", [place.file("u.mlir", 'func.func @f() { "foo.x"() : () -> () return }'), "--test", keepsMul], "hint: --allow-unregistered-dialect"], // prettier-ignore
    ["a split file", [place.file("split.mlir", `${program}// -----\n${program}`), "--test", keepsMul], "hint: reduce the parts of a split file one by one"], // prettier-ignore
  ];
  test.each(cases)("%s", async (_, argv, message) => {
    const { code, stdout, stderr } = await reduce(...argv);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("internal error");
  });
});
