// `terrace opt --mlir-history` and `terrace history`: what is written can be looked at, and what is wrong is said.
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { runTerrace } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();
const input = place.file(
  "f.mlir",
  `func.func @f(%x: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %0 = arith.addi %x, %c0 : i32
  %1 = arith.muli %0, %x : i32
  return %1 : i32
}
// -----
func.func @g(%c: i1, %x: i32) -> i32 {
  %0 = arith.select %c, %x, %x : i32
  return %0 : i32
}
`,
);

async function recorded(name: string, ...flags: string[]): Promise<string> {
  const file = place.path(name);
  const argv = ["opt", input, "--split-input-file", "--canonicalize", "--cse", `--mlir-history=${file}`, ...flags];
  const { code, stderr } = await runTerrace(argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return file;
}

async function shown(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await runTerrace(["history", ...argv]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

describe("terrace history", () => {
  test("lists rewrites and passes, module by module", async () => {
    const file = await recorded("a.jsonl");
    const steps = (await shown(file)).split("\n").map((line) => line.trim().replace(/loc\(.*:/, "loc(...:"));
    expect(steps).toContain("1  canonicalize: fold on arith.addi loc(...:8)");
    expect(steps.filter((line) => line.includes("end of pass"))).toHaveLength(2);
    expect(await shown(file, "--module", "2")).toMatch(/fold on arith\.select/);
    const passes = await recorded("b.jsonl", "--mlir-history-granularity=pass");
    expect(await shown(passes)).toBe("     1  canonicalize: end of pass\n     2  cse: end of pass\n");
  });

  test("prints a moment as MLIR that reads back to what the module was", async () => {
    const file = await recorded("c.jsonl");
    const first = place.file("first.mlir", await shown(file, "--at", "0"));
    const last = place.file("last.mlir", await shown(file, "--at", "4"));
    const [before, after] = [await runTerrace(["opt", first]), await runTerrace(["opt", last])];
    const whole = place.file("whole.mlir", readFileSync(input, "utf8").split("// -----")[0] ?? "");
    expect(before).toEqual(await runTerrace(["opt", whole]));
    expect(after).toEqual(await runTerrace(["opt", whole, "--canonicalize", "--cse"]));
  });

  test("says what changed, both ways", async () => {
    const file = await recorded("d.jsonl");
    const lines = (await shown(file, "--changes", "0..4")).split("\n").map((line) => line.replace(/%\d+/g, "%"));
    expect(lines).toContain(`- % = "arith.addi"(%, %) {overflowFlags = #arith.overflow<none>} : (i32, i32) -> i32`);
    expect(lines).toContain(`- % = "arith.constant"() {value = 0 : i32} : () -> i32`);
    const back = await shown(file, "--changes", "4..0");
    expect(back).toMatch(/^\+ %\d+ = "arith\.addi"/m);
    expect(await shown(file, "--changes", "2..2")).toBe("");
  });

  test("what is wrong is said in one line", async () => {
    const file = await recorded("e.jsonl");
    const text = readFileSync(file, "utf8");
    const damaged = place.file("damaged.jsonl", text.replace(/"path":\["regions"/g, '"path":["nowhere"'));
    const cases: [string[], RegExp][] = [
      [[file, "--at", "77"], /^error: there is no moment 77; they are 0, .* to 4\n$/],
      [[file, "--changes", "1-2"], /^error: --changes: '1-2' is not two moments, such as 3\.\.7\n$/],
      [[file, "--module", "3"], /^error: there is no module 3 in '.*', which has 2\n$/],
      [[damaged, "--at", "2"], /^error: '.*' is damaged: .*\n$/],
      [[input], /^error: '.*f\.mlir' is not a history: line 1: it is not JSON\n$/],
      [[place.file("empty.jsonl", "")], /there is no history in it\n$/],
      [[place.file("other.jsonl", "{}\n")], /line 1: it is not the start of a history, version 1\n$/],
      [[place.file("cut.jsonl", `${text.split("\n")[0] ?? ""}\n{"kind":1}\n`)], /line 2: it is neither a step nor/],
      [[place.path("none.jsonl")], /no such file or directory\n$/],
    ];
    for (const [argv, said] of cases) {
      const { code, stdout, stderr } = await runTerrace(["history", ...argv]);
      expect(stderr).toMatch(said);
      expect([code, stdout]).toEqual([1, ""]);
    }
    const { code, stderr } = await runTerrace(["opt", input, "--mlir-history-granularity=pass"]);
    expect([code, stderr]).toEqual([1, "error: --mlir-history-granularity needs --mlir-history=FILE\n"]);
  });
});
