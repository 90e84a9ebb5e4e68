// Looking for a program that a rule gets wrong.
import type { Pattern } from "../rewrite/pattern.ts";
import { corpusPrograms, programsOf } from "./directed/corpus.ts";
import { RulePlanting } from "./directed/left-side-planting.ts";
import { shrink, type Counterexample } from "./fuzz/counterexample.ts";
import { examineOptions, huntOne, noCounts, ProgramSource, type HuntOptions, type Task } from "./fuzz/hunt.ts";
import { ruleLabel, rulesSubject } from "./fuzz/rules-subject.ts";
import type { Subject } from "./fuzz/subject.ts";

export interface FindOptions extends Omit<HuntOptions, "dialects"> {
  /** Whose ops stand in the programs; those that the rules start from, unless given. */
  readonly dialects?: readonly string[];
  /** Programs for each rule. Default 1000. */
  readonly programs?: number;
  /** Stops looking after this time. No limit unless given. */
  readonly timeMs?: number;
  /** Applications of each rule that are enough. No limit unless given. */
  readonly firings?: number;
  /** Fold as well. Default false: folders may hide what a rule does. */
  readonly fold?: boolean;
  /** MLIR texts whose functions rules may apply to: programs start from these as well, and from the examples that rules carry. */
  readonly corpus?: readonly string[];
  /** Time for making a counterexample small. Default 10 s. */
  readonly reduceTimeMs?: number;
}

/** In the last of so many turns of a rule all rules apply together. */
const TURNS = 4;

/** No counterexample: how much that says. */
export interface NoCounterexample {
  /** By rule, how often it applied in programs that were compared. */
  readonly fired: ReadonlyMap<string, number>;
  readonly programs: number;
  /** By rule that never applied, the reasons of its refusals, the commonest first. */
  readonly refusals: ReadonlyMap<string, readonly string[]>;
  /** Why programs could not be compared, by how often. */
  readonly inconclusive: ReadonlyMap<string, number>;
  /** Programs that were made wrong, and the first verifier's message: a bug of a generator. */
  readonly invalidPrograms: number;
  readonly firstInvalid: string | undefined;
}

export type FindResult =
  | { readonly kind: "found"; readonly counterexample: Counterexample; readonly programs: number }
  | ({ readonly kind: "none" } & NoCounterexample);

/**
 * Searches for a program that one of the rules changes into one that does not refine it, does not verify, or makes it throw or run for
 * ever. Each rule in turn is alone in most programs, in which its left side is planted; in some all rules apply together.
 */
export function findCounterexample(patterns: readonly Pattern[], options: FindOptions): FindResult {
  const { timeMs = Infinity, firings = Infinity } = options;
  // One program is tried with each rule alone, and with all of them.
  const programs = options.replay === undefined ? (options.programs ?? 1000) : TURNS;
  const hunt: HuntOptions = { ...options, dialects: options.dialects ?? dialectsOf(patterns) };
  const source = new ProgramSource(hunt);
  const counts = noCounts();
  const plantings = patterns.map((pattern) => new RulePlanting(pattern));
  const starts = corpora(patterns, options);
  const tasks: Task[] = patterns.map((pattern, i) => {
    const planting = plantings[i];
    const planted = planting === undefined || pattern.root === undefined ? [] : [planting, planting];
    return {
      subject: rulesSubject(ruleLabel(pattern), [pattern], options),
      planted,
      corpus: starts[i] ?? [],
    };
  });
  const together: Subject = rulesSubject("all rules", patterns, options);
  const end = performance.now() + timeMs;
  for (let index = 0; index < programs * patterns.length; index++) {
    const which = index % patterns.length;
    const task = tasks[which];
    const pattern = patterns[which];
    if (task === undefined || pattern === undefined) break;
    if ((counts.fired.get(ruleLabel(pattern)) ?? 0) >= firings) {
      if (patterns.every((rule) => (counts.fired.get(ruleLabel(rule)) ?? 0) >= firings)) break;
      continue;
    }
    if (performance.now() > end) break;
    const all = patterns.length > 1 && Math.floor(index / patterns.length) % TURNS === TURNS - 1;
    const used: Task = all ? { ...task, subject: together } : task;
    const finding = huntOne(source, index, used, hunt, counts);
    if (finding === undefined) continue;
    return {
      kind: "found",
      // With inputs like those that it was found with: poison among them, where there was.
      counterexample: shrink(finding, blamed(finding.failure.rules, patterns, used.subject, options), {
        ...options,
        ...examineOptions(source, finding.seed, hunt),
      }),
      programs: counts.programs,
    };
  }
  const refusals = new Map<string, readonly string[]>();
  for (const { name, counts: planted } of plantings) {
    if ((counts.fired.get(name) ?? 0) > 0) continue;
    const reasons = [...planted.reasons].sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
    refusals.set(name, reasons);
  }
  const { fired, inconclusive, invalidPrograms, firstInvalid } = counts;
  for (const rule of patterns) if (!fired.has(ruleLabel(rule))) fired.set(ruleLabel(rule), 0);
  return { kind: "none", fired, programs: counts.programs, refusals, inconclusive, invalidPrograms, firstInvalid };
}

/** For each rule the functions of the corpus, and of its own example, that it applies to. */
function corpora(patterns: readonly Pattern[], { corpus = [], context }: FindOptions): readonly (readonly string[])[] {
  if (corpus.length === 0 && patterns.every(({ example }) => example === undefined)) return patterns.map(() => []);
  const own = context();
  const common = corpusPrograms(corpus, own);
  return patterns.map((pattern) => {
    const { example } = pattern;
    return programsOf(pattern, example === undefined ? common : [...corpusPrograms([example], own), ...common], own);
  });
}

/** The rules that applied, alone. */
function blamed(names: readonly string[], patterns: readonly Pattern[], whole: Subject, options: FindOptions): Subject {
  const applied = patterns.filter((rule) => names.includes(ruleLabel(rule)));
  return applied.length === 0 ? whole : rulesSubject(whole.name, applied, options);
}

/** The dialects of the ops that the rules start from. */
export function dialectsOf(patterns: readonly Pattern[]): readonly string[] {
  const names = new Set<string>();
  for (const { root } of patterns) if (root !== undefined) names.add(root.slice(0, root.indexOf(".")));
  return [...names];
}
