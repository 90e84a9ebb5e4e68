// Reproducers: written when a pass fails, and run again, they fail again.
import { describe, expect, test } from "@jest/globals";
import { opt } from "../../../tools/opt/opt.ts";
import { captured, runTerrace } from "../../support/command.ts";
import { faultyRegistry } from "../../support/faulty-passes.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();
const program = `module {
  func.func @f(%arg0: i32) -> i32 {
    %c0_i32 = arith.constant 0 : i32
    %0 = arith.addi %arg0, %c0_i32 : i32
    return %0 : i32
  }
}
`;
const pipeline = "--pass-pipeline=builtin.module(cse,func.func(canonicalize{max-iterations=3},symbol-dce))";
const failed = /op {2}was scheduled to run under SymbolDCE, but does not define a symbol table/;

const section = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^ {6}(\w+): (.*?),?$/gm)].map(([, name = "", value = ""]) => [name, value]));

describe("a pass that fails", () => {
  test("leaves the pipeline and the IR before it", async () => {
    const file = place.path("whole.mlir");
    const flags = [pipeline, `--mlir-pass-pipeline-crash-reproducer=${file}`];
    const { code, stderr } = await runTerrace(["opt", ...flags], program);
    expect(code).toBe(1);
    expect(stderr).toMatch(failed);
    expect(stderr).toMatch(/error: Failures have been detected while processing an MLIR pass pipeline\n/);
    expect(stderr).toContain(
      `note: Pipeline failed while executing \`SymbolDCE\` on 'func.func' operation: @f: reproducer generated at \`${file}\``,
    );
    const text = place.text("whole.mlir");
    expect(text.startsWith(program)).toBe(true);
    expect(section(text)).toEqual({
      pipeline:
        '"builtin.module(cse, func.func(canonicalize{  max-iterations=3 max-num-rewrites=-1 region-simplify=normal test-convergence=false top-down=true},symbol-dce))"',
      disable_threading: "false",
      verify_each: "true",
    });
    const again = await runTerrace(["opt", file, "--run-reproducer"]);
    expect([again.code, again.stdout]).toEqual([1, ""]);
    expect(again.stderr).toMatch(failed);
  });

  test("alone, with the IR right before it", async () => {
    const file = place.path("local.mlir");
    const flags = ["--mlir-pass-pipeline-local-reproducer", "--verify-each=false", "--mlir-disable-threading"];
    await runTerrace(["opt", pipeline, `--mlir-pass-pipeline-crash-reproducer=${file}`, ...flags], program);
    const text = place.text("local.mlir");
    expect(text).toContain("func.func @f(%arg0: i32) -> i32 {\n    return %arg0 : i32\n");
    expect(section(text)).toEqual({
      pipeline: '"builtin.module(func.func(symbol-dce))"',
      disable_threading: "true",
      verify_each: "false",
    });
    expect((await runTerrace(["opt", file, "--run-reproducer"])).stderr).toMatch(failed);
  });

  test("because of a bug of ours leaves one too", async () => {
    const file = place.path("thrown.mlir");
    const argv = ["--canonicalize", "--test-throw", `--mlir-pass-pipeline-crash-reproducer=${file}`];
    const run = (...flags: string[]) => captured((io) => opt(flags, io, faultyRegistry()), program);
    const { code, stderr } = await run(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain("Pipeline failed while executing `TestThrow` on 'builtin.module' operation");
    expect(stderr).toContain("internal error: it broke");
    const again = await run(file, "--run-reproducer");
    expect([again.code, again.stderr.includes("internal error: it broke")]).toEqual([2, true]);
  });

  test("and a file that cannot be written", async () => {
    const file = place.path("no/such/folder.mlir");
    const { code, stderr } = await runTerrace(
      ["opt", pipeline, `--mlir-pass-pipeline-crash-reproducer=${file}`],
      program,
    );
    expect([code, stderr.includes("no such file or directory")]).toEqual([1, true]);
  });
});

test("nothing fails: no reproducer, unless it is asked for", async () => {
  const file = place.path("none.mlir");
  await runTerrace(["opt", "--cse", `--mlir-pass-pipeline-crash-reproducer=${file}`], program);
  expect(place.list()).not.toContain("none.mlir");
  await runTerrace(["opt", "--canonicalize", `--mlir-generate-reproducer=${file}`], program);
  const { code, stdout } = await runTerrace(["opt", file, "--run-reproducer"]);
  // What the reproducer says of itself is used up.
  expect([code, stdout]).toEqual([
    0,
    "module {\n  func.func @f(%arg0: i32) -> i32 {\n    return %arg0 : i32\n  }\n}\n\n",
  ]);
});

test("a reproducer whose pipeline cannot be read is refused", async () => {
  const file = place.path("wrong.mlir");
  await runTerrace(["opt", "--cse", `--mlir-generate-reproducer=${file}`], program);
  const text = place.text("wrong.mlir").replace('"builtin.module(cse)"', '"builtin.module(csee)"');
  const { code, stderr } = await runTerrace(["opt", "--run-reproducer"], text);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/reproducer:1:16: error: 'csee' does not[\s\S]*did you mean 'cse'\?/),
  ]);
});
