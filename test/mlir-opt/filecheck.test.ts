// Our FileCheck against LLVM's (Debian's llvm-22, `FileCheck-22`): the same verdict and the same messages, byte for byte.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { fileCheck } from "../../ir/check/filecheck.ts";
import { readFileCheckCommand } from "../../ir/check/filecheck-options.ts";
import { accepted, rejected, withFlags } from "../ir/check/filecheck-cases.ts";
import { fileCheckCase } from "../support/filecheck-cases.ts";

const binary = process.env["TERRACE_FILECHECK"] ?? "FileCheck-22";
const present = spawnSync(binary, ["--version"]).status === 0;
const seeds = Number(process.env["TERRACE_FILECHECK_CASES"] ?? 500);

let directory = "";
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "terrace-filecheck-"))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What it says of a case; empty where it passes. */
function theirs(check: string, input: string, flags: readonly string[]): string {
  const file = join(directory, "check");
  writeFileSync(file, check);
  const { status, stderr } = spawnSync(binary, [file, "--dump-input=never", ...flags], { input, encoding: "utf8" });
  const said = stderr
    .replace(/\nFileCheck command line:[^]*$/, "")
    .replace("'-' is empty", "'<stdin>' is empty")
    .replaceAll(file, "check");
  return status === 0 ? "" : said.trimEnd();
}

function ours(check: string, input: string, flags: readonly string[]): string {
  const command = readFileCheckCommand(["check", ...flags]);
  if ("error" in command) return command.error;
  const result = fileCheck(check, input, { ...command.options, checkName: "check", inputName: "<stdin>" });
  return result.ok ? "" : result.message.trimEnd();
}

(present ? describe : describe.skip)("FileCheck", () => {
  const cases: readonly (readonly [readonly string[], string, string])[] = [
    ...accepted.map(([check, input]) => [[], check, input] as const),
    ...rejected.map(([check, input]) => [[], check, input] as const),
    ...withFlags.map(([flags, check, input]) => [flags, check, input] as const),
  ];
  test.each(cases)("%j %j on %j", (flags, check, input) => {
    expect(ours(check, input, flags)).toBe(theirs(check, input, flags));
  });

  test(`${seeds} random cases`, () => {
    const first = Number(process.env["TERRACE_SEED"] ?? 20_261_123);
    const differing: string[] = [];
    let passing = 0;
    for (let seed = first; seed < first + seeds; seed++) {
      const { check, input, flags } = fileCheckCase(seed);
      const [mine, other] = [ours(check, input, flags), theirs(check, input, flags)];
      if (other === "") passing++;
      if (mine !== other)
        differing.push(`seed ${seed}: ${flags.join(" ")}\n${check}---\n${input}\n=== ${other}\n=== ${mine}`);
    }
    expect(differing).toEqual([]);
    expect(passing).toBeGreaterThan(seeds / 50);
  });
});
