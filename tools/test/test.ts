// `terrace test FILES...`: runs .mlir tests and says what failed; `--update` writes their CHECK lines anew.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { fileFailure, isFailure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { unifiedDiff } from "./line-diff.ts";
import { findMlirTests } from "./mlir-tests.ts";
import { isGood, runMlirTest, type MlirTestResult } from "./run-mlir-test.ts";
import { updateChecks } from "./update-checks.ts";

export interface TestOptions {
  /** Write the expectations anew. */
  readonly update?: boolean | undefined;
  /** Name the tests that passed, too. */
  readonly verbose?: boolean | undefined;
  /** For REQUIRES, UNSUPPORTED and XFAIL. */
  readonly feature?: readonly string[] | undefined;
}

/** `names` are files, and folders whose tests are meant. */
export async function test(names: readonly string[], options: TestOptions, io: CommandIo): Promise<ExitCode> {
  const files: string[] = [];
  for (const name of names) {
    try {
      files.push(...(statSync(name).isDirectory() ? findMlirTests(name) : [name]));
    } catch (error) {
      io.stderr(`${fileFailure(name, "read", error).failure}\n`);
      return 1;
    }
  }
  if (files.length === 0) {
    io.stderr("error: no file there has RUN lines\n");
    return 1;
  }
  return options.update === true ? updateAll(files, options, io) : runAll(files, options, io);
}

const labels: Readonly<Record<MlirTestResult["status"], string>> = {
  pass: "PASS",
  fail: "FAIL",
  xfail: "XFAIL",
  xpass: "XPASS",
  unsupported: "UNSUPPORTED",
};

async function runAll(
  files: readonly string[],
  { verbose = false, feature = [] }: TestOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const counts = new Map<string, number>();
  let ok = true;
  for (const file of files) {
    io.progress(`testing ${file}`);
    const result = await runMlirTest(file, { features: feature });
    const label = labels[result.status];
    counts.set(label, (counts.get(label) ?? 0) + 1);
    const good = isGood(result);
    ok &&= good;
    if (!good || verbose) io.stdout(`${label}: ${file}\n`);
    if (!good) io.stdout(`${result.message.replace(/^(?=.)/gm, "    ")}\n`);
  }
  io.progress(undefined);
  io.stdout(`${[...counts].map(([label, count]) => `${label}: ${count}`).join(", ")}\n`);
  return ok ? 0 : 1;
}

async function updateAll(files: readonly string[], { feature = [] }: TestOptions, io: CommandIo): Promise<ExitCode> {
  let ok = true;
  let changed = 0;
  for (const file of files) {
    const before = readFileSync(file, "utf8");
    const result = await updateChecks(file, before, { features: feature });
    if (isFailure(result)) {
      ok = false;
      io.stderr(`${file}: error: ${result.failure.trimEnd()}\n`);
      continue;
    }
    for (const kept of result.kept) io.stderr(`${kept}\n`);
    if (result.text === before) continue;
    changed++;
    writeFileSync(file, result.text);
    io.stdout(unifiedDiff(before, result.text, [file, file]));
  }
  io.stdout(`${changed} of ${files.length} file${files.length === 1 ? "" : "s"} changed\n`);
  return ok ? 0 : 1;
}
