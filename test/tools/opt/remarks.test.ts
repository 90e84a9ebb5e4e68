// `--remarks-filter` and its like: remarks of passes as diagnostics and as LLVM's YAML; nothing without a filter; what is wrong is said.
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { runTerrace } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();
const input = place.file(
  "f.mlir",
  `func.func private @twice(%x: i32) -> i32 {
  %0 = arith.addi %x, %x : i32
  return %0 : i32
}
func.func @again(%x: i32) -> i32 {
  %0 = call @again(%x) : (i32) -> i32
  %1 = call @twice(%0) : (i32) -> i32
  return %1 : i32
}
func.func @loop(%m: memref<i32>, %n: index, %a: i32, %b: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.addi %a, %b : i32
    %1 = arith.divsi %a, %b : i32
    %2 = arith.addi %0, %1 : i32
    memref.store %2, %m[] : memref<i32>
  }
  return
}
`,
);

async function remarks(...flags: string[]): Promise<string[]> {
  const { code, stderr } = await runTerrace(["opt", input, ...flags]);
  expect(code).toBe(0);
  return stderr.split("\n").flatMap((line) => /f\.mlir:(\d+:\d+: remark: .*)$/.exec(line)?.slice(1) ?? []);
}

describe("remarks", () => {
  test("passes say what they did, and what they did not do and why", async () => {
    expect(await remarks("--inline=default-pipeline=", "--remarks-filter=inline", "--remark-policy=final")).toEqual([
      '7:8: remark: [Passed] inline | Category:inline | Function=again | Callee="twice"',
      '6:8: remark: [Missed] inline | Category:inline | Function=again | Operation="func.call", Reason="the callee is recursive"',
    ]);
    expect(await remarks("--loop-invariant-code-motion", "--remarks-filter-missed=loop-.*")).toEqual([
      expect.stringMatching(/^15:10: .*\[Missed\] hoist .*Operation="arith.divsi", Reason="the loop may run no time/),
    ]);
    expect(await remarks("--loop-invariant-code-motion", "--remarks-filter-passed=loop-invariant-code-motion")).toEqual(
      [expect.stringMatching(/^14:10: .*\[Passed\] hoist .*Operation="arith.addi"$/)],
    );
  });

  test("a filter takes whole names, and of its kind only; without one there are none", async () => {
    expect(await remarks("--inline=default-pipeline=", "--remarks-filter=in")).toEqual([]);
    expect(
      await remarks("--inline=default-pipeline=", "--remarks-filter-failed=inline", "--remarks-filter-analyse=.*"),
    ).toEqual([]);
    expect(await remarks("--inline=default-pipeline=")).toEqual([]);
  });

  test("patterns and folders speak as well; the final policy keeps the last", async () => {
    const file = place.file(
      "g.mlir",
      "func.func @f(%x: i32) -> i32 {\n  %0 = arith.subi %x, %x : i32\n  return %0 : i32\n}\n",
    );
    const { stderr } = await runTerrace(["opt", file, "--canonicalize", "--remarks-filter-passed=canon.*"]);
    expect(stderr).toMatch(
      /:2:8: remark: \[Passed\] fold \| Category:canonicalize \| Function=f \| Operation="arith\.subi"/,
    );
    const all = await remarks(
      "--inline=default-pipeline=",
      "--inline=default-pipeline=",
      "--remarks-filter-missed=inline",
    );
    expect(all.length).toBeGreaterThan(1);
    expect(
      await remarks(
        "--inline=default-pipeline=",
        "--inline=default-pipeline=",
        "--remarks-filter-missed=inline",
        "--remark-policy=final",
      ),
    ).toEqual(all.slice(-1));
  });

  test("YAML is LLVM's", async () => {
    const file = place.path("remarks.yaml");
    const flags = [
      "--inline=default-pipeline=",
      "--remarks-filter=inline",
      "--remark-format=yaml",
      `--remarks-output-file=${file}`,
    ];
    const { code, stderr } = await runTerrace(["opt", input, ...flags]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(
      readFileSync(file, "utf8")
        .split("...\n")[0]
        ?.replace(/File: .*, L/, "File: F, L"),
    ).toBe(`--- !Missed
Pass:            inline
Name:            inline
DebugLoc:        { File: F, Line: 6, Column: 8 }
Function:        again
Args:
  - Operation:       func.call
  - Reason:          the callee is recursive
`);
  });

  test.each([
    [["--remarks-filter=("], /^error: --remarks-filter: '\(' is no regular expression: /],
    [["--remark-format=yaml"], /^error: --remark-format needs --remarks-filter=REGEX/],
    [["--remark-policy=final"], /^error: --remark-policy needs --remarks-filter=REGEX/],
    [["--remarks-output-file=x"], /^error: --remarks-output-file needs --remarks-filter=REGEX/],
    [["--remarks-filter=.*", "--remarks-output-file=x"], /needs --remark-format=yaml/],
    [["--remarks-filter=.*", "--remark-format=yaml", "--remarks-output-file="], /takes the name of a file/],
    [["--remarks-filter=.*", "--remark-format=yaml", "--remarks-output-file=/none/x"], /no such file or directory/],
    [["--remark-format=bitstream"], /^error: --remark-format=bitstream is not supported: /],
    [["--remark-format=emitremark"], /did you mean 'emitRemark'/],
    [["--remark-policy=last"], /takes 'all' or 'final', not 'last'/],
    [["--remarks-filter"], /needs a value/],
  ])("%j is refused", async (flags, said) => {
    const { code, stderr } = await runTerrace(["opt", input, ...flags]);
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
  });
});
