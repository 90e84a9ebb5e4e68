// mlir-opt's side of the comparison: `--canonicalize --cse` on many programs, and which of its patterns find something in our results.
import { spawnSync } from "node:child_process";
import { printedByMlirOpt, TIMEOUT_MS } from "../../mlir-opt/mlir-opt-batch.ts";

export const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

export const hasMlirOpt = (): boolean => spawnSync(mlirOpt, ["--version"]).status === 0;

const BATCH = 32;
const OTHERS = "(folders, dead code, equal regions, or several patterns)";
const flags = ["--canonicalize", "--cse"];

/** What mlir-opt makes of each text; undefined where it refuses it, or dies of it. */
export function canonicalizedByMlirOpt(texts: readonly string[]): (string | undefined)[] {
  const results: (string | undefined)[] = [];
  for (let start = 0; start < texts.length; start += BATCH)
    results.push(...batch(texts.slice(start, start + BATCH), flags));
  return results;
}

function batch(texts: readonly string[], flags: readonly string[]): (string | undefined)[] {
  try {
    return printedByMlirOpt(texts, flags);
  } catch (error) {
    if (texts.length > 1) return texts.flatMap((text) => batch([text], flags));
    if (error instanceof Error) return [undefined];
    throw error;
  }
}

const lines = (text: string | undefined): number => text?.split("\n").length ?? 0;

/** Patterns of mlir-opt that make less of our results, by in how many; what no single pattern does is counted as OTHERS. */
export function patternsMissed(ours: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const whole = canonicalizedByMlirOpt(ours);
  const unexplained = new Set(ours.keys());
  const tried = patternsTried(ours);
  for (const name of new Set(tried.flatMap((names) => [...names]))) {
    const indices = [...ours.keys()].filter((index) => tried[index]?.has(name) === true);
    const texts = indices.flatMap((index) => ours[index] ?? []);
    const without = batch(texts, [`--canonicalize=disable-patterns={${name}}`, "--cse"]);
    for (const [at, index] of indices.entries()) {
      if (lines(without[at]) <= lines(whole[index])) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      unexplained.delete(index);
    }
  }
  if (unexplained.size > 0) counts.set(OTHERS, unexplained.size);
  return counts;
}

/** The patterns that mlir-opt tries on each of these texts. */
function patternsTried(texts: readonly string[]): readonly ReadonlySet<string>[] {
  return texts.map((text) => {
    const { stdout } = spawnSync(mlirOpt, ["--allow-unregistered-dialect", ...flags, "--log-actions-to=-"], {
      input: text,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: TIMEOUT_MS,
    });
    const found = stdout.matchAll(/`apply-pattern pattern: (.+?) \((?:%|"|[a-z_]+\.)/g);
    return new Set([...found].flatMap(([, name]) => name ?? []));
  });
}
