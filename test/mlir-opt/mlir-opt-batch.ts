// Many texts through one run of mlir-opt: they are the parts of one split input.
import { spawnSync } from "node:child_process";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";
/** Some programs it rewrites without end. */
export const TIMEOUT_MS = 10_000;
const separator = "// ===== next text =====";

/** What mlir-opt prints of each text with these flags; undefined for a text that it refuses. */
export function printedByMlirOpt(texts: readonly string[], flags: readonly string[]): (string | undefined)[] {
  const run = spawnSync(
    mlirOpt,
    ["--allow-unregistered-dialect", `--split-input-file=${separator}`, `--output-split-marker=${separator}`, ...flags],
    {
      input: texts.join(`\n${separator}\n`),
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: TIMEOUT_MS,
    },
  );
  if (run.error !== undefined || run.signal !== null) throw new Error(`${mlirOpt} ${flags.join(" ")}: ${run.stderr}`);
  const parts = run.stdout.split(`${separator}\n`);
  if (parts.length !== texts.length) throw new Error(`${texts.length} texts in, ${parts.length} out`);
  return parts.map((part) => (part.trim() === "" ? undefined : part));
}
