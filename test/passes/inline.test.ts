// inline's options: how large a callee may be, what simplifies callables, how often.
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../support/command.ts";

const program = `func.func private @small(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func private @big(%a: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %0 = arith.addi %a, %c0 : i32
  %1 = arith.muli %0, %a : i32
  %2 = arith.muli %1, %1 : i32
  return %2 : i32
}
func.func @caller(%a: i32) -> i32 {
  %0 = call @small(%a) : (i32) -> i32
  %1 = call @big(%0) : (i32) -> i32
  return %1 : i32
}
`;

const calls = async (options: string): Promise<string[]> => {
  const { stdout } = await runTerrace(["opt", `--inline=${options}`], program);
  return [...stdout.matchAll(/call @(\w+)/g)].map(([, name]) => name ?? "");
};

describe("inlining-threshold is the callee's share of the caller, in percent", () => {
  test.each([
    [0, ["small", "big"]],
    [65, ["small", "big"]],
    [66, ["big"]],
    [100, []],
  ])("%d", async (threshold, left) => {
    expect(await calls(`inlining-threshold=${threshold}`)).toEqual(left);
  });
});

test("op-pipelines say what simplifies callables of an op", async () => {
  const added = async (options: string): Promise<boolean> =>
    (await runTerrace(["opt", `--inline=${options}`], program)).stdout.includes("arith.addi");
  expect(await added("")).toBe(false);
  expect(await added("default-pipeline=")).toBe(true);
  expect(await added("default-pipeline= op-pipelines=func.func()")).toBe(true);
  expect(await added("default-pipeline= op-pipelines=func.func(canonicalize)")).toBe(false);
  const { code, stderr } = await runTerrace(["opt", "--inline=op-pipelines=func.func(cse)"], program);
  expect([code, stderr.includes("'func.func(cse)' is not supported as a pipeline")]).toEqual([1, true]);
});

test("only a symbol table can be inlined into", async () => {
  const { stderr } = await runTerrace(["opt", "--pass-pipeline=builtin.module(func.func(inline))"], program);
  expect(stderr).toContain("was scheduled to run under the inliner, but does not define a symbol table");
});
