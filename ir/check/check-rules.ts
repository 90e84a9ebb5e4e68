// Rules and folders in an author's tests: a line each, which throws with a counterexample, or with the rules that never applied.
import type { Context } from "../core/context.ts";
import type { Pattern } from "../rewrite/pattern.ts";
import { failureMessage, throwUnless } from "./fuzz/check-report.ts";
import { folderPatterns } from "./fuzz/folder-patterns.ts";
import { findCounterexample, type FindOptions, type FindResult } from "./find-counterexample.ts";

export interface CheckOptions extends FindOptions {
  /** Rules that cannot apply in generated programs, by name, with the reason. One that applies after all fails the check, too. */
  readonly neverFire?: Readonly<Record<string, string>>;
}

/** What a check that passed did. */
export interface CheckResult {
  readonly fired: ReadonlyMap<string, number>;
  readonly programs: number;
}

/**
 * Tests rewrite rules on random programs in which their left sides stand: what they make must refine what was there, on random inputs.
 * Throws an error whose message has a small counterexample, or the names of rules that never applied.
 */
export function checkRules(rules: readonly Pattern[], options: CheckOptions): CheckResult {
  return conclude(findCounterexample(rules, options), options, "rule");
}

/** As `checkRules` for what the ops of a dialect fold to. */
export function checkFolders(dialect: string, options: CheckOptions): CheckResult {
  const context = options.context();
  loadDialect(context, dialect);
  const patterns = folderPatterns(context, dialect);
  const dialects = options.dialects ?? [dialect];
  return conclude(findCounterexample(patterns, { ...options, dialects }), options, "folder");
}

/** Deferred definitions load when one of their names is asked for. */
export function loadDialect(context: Context, name: string): void {
  context.ops.get(`${name}.`);
  if (context.dialects.get(name) === undefined) throw new Error(`no dialect '${name}' is registered`);
}

function conclude(result: FindResult, { neverFire = {} }: CheckOptions, what: string): CheckResult {
  if (result.kind === "found") throw new Error(failureMessage(result.counterexample));
  const { fired, programs, refusals, invalidPrograms, firstInvalid, inconclusive } = result;
  const idle = [...fired].filter(([name, times]) => times === 0 && !(name in neverFire)).map(([name]) => name);
  const stale = Object.keys(neverFire).filter((name) => (fired.get(name) ?? 0) > 0);
  throwUnless(idle.length === 0, () => {
    const lines = idle.map((name) => {
      const [first] = refusals.get(name) ?? [];
      return `  "${name}"${first === undefined ? "" : `: ${first}`}`;
    });
    const unclear = [...inconclusive].slice(0, 3).map(([reason, times]) => `\n  ${times} programs: ${reason}`);
    const invalid =
      invalidPrograms === 0 ? "" : `\n  ${invalidPrograms} programs did not verify: ${firstInvalid ?? ""}`;
    return `in ${programs} programs these ${what}s never applied:\n${lines.join("\n")}${unclear.join("")}${invalid}`;
  });
  throwUnless(stale.length === 0, () => `these ${what}s are said to never apply, and did: ${stale.join(", ")}`);
  return { fired, programs };
}
