// What mlir-opt and Terrace say of many small modules: accepted, or the place and words of the first error.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify } from "../../../ir/analysis/verify.ts";
import { filePosition } from "../../../ir/core/location.ts";
import { createContext, type Registry } from "../../../ir/plugin/registry.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";

export interface Refusal {
  readonly line: number;
  readonly message: string;
}

/** `undefined` is acceptance; "crash" is a crash of the tool. */
export type Verdict = Refusal | "crash" | undefined;

export function ourVerdict(text: string, registry: Registry): Verdict {
  try {
    return verdictOf(text, registry);
  } catch {
    return "crash";
  }
}

function verdictOf(text: string, registry: Registry): Verdict {
  const context = createContext(registry);
  const { module, diagnostics } = parseModule(text, context);
  const [first] = [...diagnostics, ...(module === undefined ? [] : verify(module))].filter(
    (d) => d.severity === "error",
  );
  return first && { line: filePosition(first.location)?.line ?? 0, message: first.message };
}

const separator = "\n// -----\n";

/** mlir-opt reads them as the parts of one file; it goes on after an error. */
export function theirVerdicts(texts: readonly string[], mlirOpt: string): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), "terrace-mutations-"));
  const file = join(folder, "all.mlir");
  try {
    writeFileSync(file, texts.join(separator));
    const options = [
      file,
      "--split-input-file",
      "--mlir-disable-threading",
      "--mlir-print-skip-regions",
      "-o",
      "/dev/null",
    ];
    const { signal, stderr, status } = spawnSync(mlirOpt, options, { encoding: "utf8", maxBuffer: 1 << 30 });
    if (signal === null && (status === 0 || status === 1)) return readErrors(texts, stderr, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (texts.length === 1) return ["crash"];
  const middle = texts.length >> 1;
  return [...theirVerdicts(texts.slice(0, middle), mlirOpt), ...theirVerdicts(texts.slice(middle), mlirOpt)];
}

function readErrors(texts: readonly string[], stderr: string, file: string): Verdict[] {
  const starts: number[] = [];
  let line = 1;
  for (const text of texts) {
    starts.push(line);
    line += text.split("\n").length + 1;
  }
  const verdicts: Verdict[] = texts.map(() => undefined);
  let part = 0;
  for (const each of stderr.split("\n")) {
    const found = /^(.*):(\d+):(\d+): error: (.*)$/.exec(each);
    if (found === null || found[1] !== file) {
      if (/^[^ ].*: error: |^error: /.test(each)) throw new Error(`an error without a place: ${each}`);
      continue;
    }
    const at = Number(found[2]);
    while ((starts[part + 1] ?? Infinity) <= at) part++;
    verdicts[part] ??= { line: at - (starts[part] ?? 0) + 1, message: found[4] ?? "" };
  }
  return verdicts;
}
