// `terrace fuzz` in this process: its output, its exit code, and what is wrong on its command line.
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../support/command.ts";

describe("terrace fuzz", () => {
  test("counts how often each rule applied", async () => {
    const { code, stdout } = await runTerrace(["fuzz", "rules", "--dialects=index", "--only=add", "--count=40"]);
    expect(stdout).toMatch(/index\.add: .*=> x add \(c0 add c1\) +[1-9]\d* +40/);
    expect(code).toBe(0);
  });

  test("--json", async () => {
    const { stdout } = await runTerrace([
      "fuzz",
      "folders",
      "--dialects=index",
      "--only=index.add",
      "--count=20",
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      seed: 1,
      programs: 20,
      findings: [],
      units: [{ kind: "folders", name: "fold index.add", programs: 20 }],
    });
  });

  test("--quota ends it as soon as all have applied so often", async () => {
    const { stdout } = await runTerrace(["fuzz", "folders", "--dialects=index", "--only=index.add", "--quota=5"]);
    expect(stdout).toMatch(/^fold index\.add +[5-9]\d* /m);
  });

  test("a pipeline", async () => {
    const { code, stdout } = await runTerrace([
      "fuzz", "--pass-pipeline=builtin.module(canonicalize,cse)", "--dialects=index", "--count=10",
    ]); // prettier-ignore
    expect(stdout).toContain("builtin.module(canonicalize,cse)");
    expect(code).toBe(0);
  });

  test("text of ops that run on a machine alone", async () => {
    const { code, stdout } = await runTerrace(["fuzz", "round-trip", "--only=systolic", "--count=10"]);
    expect(stdout).toMatch(/^systolic +10 +10 *$/m);
    expect(code).toBe(0);
  });

  test.each([
    [["fuzz", "rulez"], "error: cannot test 'rulez'; did you mean 'rules'?\n"],
    [["fuzz", "--dialects=aritj"], "error: there is no dialect 'aritj'; did you mean 'arith'?\n"],
    [["fuzz", "--pass-pipeline=no-such"], "error: 'no-such' does not refer to a registered pass or pass pipeline\n"],
    [
      ["fuzz", "rules", "--only=no such rule"],
      /^error: nothing of that kind has 'no such rule' in its name; one of them is '/,
    ],
    [["fuzz", "passes", "--only=canonicalise"], /in its name; did you mean 'canonicalize'\?\n$/],
    [["fuzz", "bufferization", "--dialects=bufferization"], /^error: cannot test 'bufferization'/],
    [["fuzz", "rules", "--jobs=2"], "error: --jobs needs the built program: there is no file for workers\n"],
    [["fuzz", "--against=no-such-tool"], /^error: there is no program 'no-such-tool'\nhint: .*mlir-opt-22/],
    [["fuzz", "--against=/etc/passwd"], /^error: cannot run '\/etc\/passwd': it is not executable\nhint: /],
    [["fuzz", "passes", "--only=cse", "--out=/dev/null"], /^error: cannot write findings to '\/dev\/null': .*\nhint: /],
    [["fuzz", "passes", "--only=cse", "--out=/dev/null/x"], /^error: cannot write findings to '.*\nhint: --out takes/],
    [["fuzz", "rules", "--dialects=zzzzzzzz"], /^error: there is no dialect 'zzzzzzzz'; there are builtin, /],
    [
      ["fuzz", "rules", "--corpus=no-such-folder"],
      /^error: cannot read 'no-such-folder': no such file or directory\nhint: --corpus/,
    ],
  ])("%s", async (argv, message) => {
    const { code, stderr } = await runTerrace(argv);
    if (typeof message === "string") expect(stderr).toBe(message);
    else expect(stderr).toMatch(message);
    expect(code).toBe(1);
  });
});
