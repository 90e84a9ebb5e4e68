// mlir-opt as a judge of our text: what it reads in generic form and prints back must be what we printed.
import { spawnSync } from "node:child_process";
import type { Operation } from "../../ir/core/operation.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

/** Sends a module through mlir-opt in generic form; what is wrong with what comes back, or undefined. `reprint` reads a text and prints it. */
export function mlirOptRoundTrip(
  binary: string,
  module: Operation,
  reprint: (generic: string) => string,
): string | undefined {
  const generic = printOperation(module, { generic: true });
  const { status, stdout, stderr } = spawnSync(binary, ["--allow-unregistered-dialect", "--mlir-print-op-generic"], {
    input: generic,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return `mlir-opt refuses the module:\n${stderr.slice(0, 2000)}`;
  const [before, after] = [printOperation(module), reprint(stdout)];
  if (before === after) return undefined;
  const [a, b] = [before.split("\n"), after.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `the module comes back from mlir-opt as another, from line ${at + 1}:\n  ${a[at]}\n  ${b[at]}`;
}
