// `terrace completion`: scripts that hold every subcommand, flag and pass; bash's is run.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { flagNames } from "../../../tools/opt/flag-table.ts";
import { runTerrace } from "../../support/command.ts";
import { workplace } from "../../support/workplace.ts";

const place = workplace();
place.file("model.mlir", "");

const script = async (shell: string): Promise<string> => (await runTerrace(["completion", shell])).stdout;

test.each(["bash", "zsh", "fish"])("%s: all names are there", async (shell) => {
  const text = await script(shell);
  const { passes, pipelines } = builtinRegistry();
  for (const name of [...flagNames, ...passes.names, ...pipelines.keys()]) expect(text).toContain(name);
  for (const name of ["opt", "run", "list", "completion", "--target", "systolic-int8", "only-expected"])
    expect(text).toContain(name.replace(/^--/, ""));
});

test("another shell is refused", async () => {
  const { code, stderr } = await runTerrace(["completion", "bsh"]);
  expect([code, stderr]).toEqual([1, "error: no completion for 'bsh'; did you mean 'bash'?\n"]);
});

describe("bash", () => {
  /** Words as readline splits them: blanks and \`=\`. */
  async function completed(line: string): Promise<string> {
    const file = place.file("completion.bash", await script("bash"));
    const words = line.replaceAll("=", " = ").split(/ +/);
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const run = `. '${file}'; cd '${place.path(".")}'; COMP_LINE='${line}'; COMP_POINT=${line.length}; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _terrace; echo "\${COMPREPLY[*]}"`;
    return spawnSync("bash", ["-c", run], { encoding: "utf8" }).stdout.trim();
  }

  test.each([
    ["terrace ", /^opt run list .*completion/],
    ["terrace opt --mlir-timing-d", /^--mlir-timing-display=$/],
    ["terrace opt -mlir-timing-d", /^-mlir-timing-display=$/],
    ["terrace opt --mlir-timing-display=l", /^list$/],
    ["terrace opt --mlir-print-ir-after=cse,can", /^cse,canonicalize$/],
    ["terrace opt --canonicalize=max-i", /^max-iterations=$/],
    ["terrace opt mod", /^model.mlir$/],
    ["terrace-opt --symbol-d", /^--symbol-dce$/],
    ["terrace opt -o mod", /^model.mlir$/],
    ["terrace run --target sys", /^systolic$/],
    ["terrace run --target=sys", /^systolic$/],
    ["terrace list m", /^machines$/],
    ["terrace docs stableh", /^stablehlo stablehlo-legalize-to-linalg$/],
  ])("%s", async (line, words) => {
    expect(await completed(line)).toMatch(words);
  });
});
