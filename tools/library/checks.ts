// Checks on random programs, for authors' tests: as in ir/check, with a context in which all that is built in is registered.
import { checkConversion as checkConversionIn, checkPass as checkPassIn } from "../../ir/check/check-passes.ts";
import type { CheckPassOptions, CheckPassResult } from "../../ir/check/check-passes.ts";
import { checkFolders as checkFoldersIn, checkRules as checkRulesIn } from "../../ir/check/check-rules.ts";
import type { CheckOptions, CheckResult } from "../../ir/check/check-rules.ts";
import { checkRoundTrip as checkRoundTripIn } from "../../ir/check/check-round-trip.ts";
import type { RoundTripOptions, RoundTripResult } from "../../ir/check/check-round-trip.ts";
import { findCounterexample as findIn, type FindOptions, type FindResult } from "../../ir/check/find-counterexample.ts";
import type { Conversion } from "../../ir/check/fuzz/conversion-subject.ts";
import type { Context } from "../../ir/core/context.ts";
import type { DialectDefinition } from "../../ir/core/definition.ts";
import type { PassDefinition } from "../../ir/pass/define-pass.ts";
import type { Pattern } from "../../ir/rewrite/pattern.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { createTerraceContext } from "./context.ts";

interface Registration {
  /** Dialects of one's own, besides the built-in ones. */
  readonly register?: readonly DialectDefinition[];
  /** Makes the contexts of programs, in place of those with the built-in dialects. */
  readonly context?: () => Context;
}

type Own<O> = Omit<O, "context"> & Registration;

/** A dialect by its name, or its definition, which is then registered. */
type Dialect = string | DialectDefinition;

function contextOf({ register = [], context }: Registration, more: readonly Dialect[] = []): () => Context {
  if (context !== undefined) return context;
  return () => {
    const made = createTerraceContext();
    for (const dialect of [...register, ...more]) {
      if (typeof dialect === "string" || made.dialects.has(dialect.name)) continue;
      const problem = made.registerDialect(dialect);
      if (problem !== undefined) throw new Error(problem);
    }
    return made;
  };
}

const nameOf = (dialect: Dialect): string => (typeof dialect === "string" ? dialect : dialect.name);

/**
 * Tests rewrite rules, a line in a test: random programs in which their left sides stand are rewritten by each rule alone and by all
 * together, verified, and run before and after on random inputs. Throws with a small counterexample, or with the rules that never applied.
 *
 *     test("rules", () => checkRules(canonicalizationPatterns));
 */
export function checkRules(rules: readonly Pattern[], options: Own<CheckOptions> = {}): CheckResult {
  return checkRulesIn(rules, { timeMs: 10_000, ...options, context: contextOf(options) });
}

/** Tests what the ops of a dialect fold to, as `checkRules` does rules. */
export function checkFolders(dialect: Dialect, options: Own<CheckOptions> = {}): CheckResult {
  return checkFoldersIn(nameOf(dialect), { timeMs: 10_000, ...options, context: contextOf(options, [dialect]) });
}

/** Tests a pass on random programs of `dialects`. */
export async function checkPass(pass: PassDefinition, options: Own<CheckPassOptions>): Promise<CheckPassResult> {
  return checkPassIn(pass, {
    timeMs: 10_000,
    makeInterpreter: interpreterFor,
    ...options,
    context: contextOf(options),
  });
}

/** Tests a dialect conversion, given as patterns and a target, or as a pass, on random programs of `dialects`. */
export async function checkConversion(
  conversion: Conversion | PassDefinition,
  options: Own<CheckPassOptions>,
): Promise<CheckPassResult> {
  return checkConversionIn(conversion, {
    timeMs: 10_000,
    makeInterpreter: interpreterFor,
    ...options,
    context: contextOf(options),
  });
}

/** Prints random programs of a dialect in both forms and reads them again; throws where the text is not the same. */
export function checkRoundTrip(dialect: Dialect, options: Own<RoundTripOptions> = {}): RoundTripResult {
  return checkRoundTripIn(nameOf(dialect), { timeMs: 10_000, ...options, context: contextOf(options, [dialect]) });
}

/** What `checkRules` stands on: searches for a program that a rule gets wrong, and gives it as a value. */
export function findCounterexample(rules: readonly Pattern[], options: Own<FindOptions> = {}): FindResult {
  return findIn(rules, { ...options, context: contextOf(options) });
}
