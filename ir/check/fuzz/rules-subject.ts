// Rules as a subject: patterns applied greedily, without folders beside them that would hide what they do.
import type { Operation } from "../../core/operation.ts";
import { foldName } from "../../rewrite/fold.ts";
import { applyPatternsGreedily } from "../../rewrite/greedy.ts";
import type { Listener } from "../../rewrite/listener.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { EMPTY_REWRITE, PatternSet } from "../../rewrite/pattern-set.ts";
import { loosest, type Tolerance } from "../../rewrite/tolerance.ts";
import { thrownText, type Application, type Subject } from "./subject.ts";

export interface RulesSubjectOptions {
  /** Fold, too. Default false. */
  readonly fold?: boolean;
  /** Hears of refusals. */
  readonly refused?: (pattern: string, op: Operation, reason: string) => void;
}

/** A subject that applies these rules until nothing changes. */
export function rulesSubject(name: string, patterns: readonly Pattern[], options: RulesSubjectOptions = {}): Subject {
  const set = new PatternSet(patterns);
  const tolerances = new Map<string, Tolerance | undefined>(patterns.map((rule) => [ruleLabel(rule), rule.tolerance]));
  return { name, apply: (module) => applyRules(module, set, tolerances, options) };
}

/** What a rule is called in counts and findings: its equation, with the op that it starts from where that does not say it. */
export const ruleLabel = ({ name, root }: Pick<Pattern, "name" | "root">): string =>
  root === undefined || name.includes(root) ? name : `${root}: ${name}`;

type Named = Pick<Pattern, "name"> & Partial<Pick<Pattern, "root">>;

const labelOf = ({ name, root }: Named): string => ruleLabel({ name, root });

/** Counts what applied, and sees which rules refuse after they changed something. */
class Witness implements Listener {
  readonly fired = new Map<string, number>();
  current: Named | undefined;
  changedAndRefused: Application["problem"];
  #touched = false;
  readonly #refused: RulesSubjectOptions["refused"];

  constructor(refused: RulesSubjectOptions["refused"]) {
    this.#refused = refused;
  }

  inserted(): void {
    this.#touched = true;
  }
  moved(): void {
    this.#touched = true;
  }
  modified(): void {
    this.#touched = true;
  }
  erased(): void {
    this.#touched = true;
  }
  blockErased(): void {
    this.#touched = true;
  }
  patternBegin(pattern: Named): void {
    this.current = pattern;
    this.#touched = false;
  }
  patternEnd(pattern: Named, applied: boolean): void {
    this.current = undefined;
    if (!applied && !this.#touched) return;
    const name = labelOf(pattern);
    if (applied) this.fired.set(name, (this.fired.get(name) ?? 0) + 1);
    else if (name !== foldName.name)
      this.changedAndRefused ??= {
        kind: "changed-and-refused",
        reason: "it changed something and then refused",
        rules: [name],
      };
  }
  matchRefused(pattern: Named, op: Operation, reason: string): void {
    this.#refused?.(labelOf(pattern), op, reason);
  }
}

function applyRules(
  module: Operation,
  set: PatternSet,
  tolerances: ReadonlyMap<string, Tolerance | undefined>,
  { fold = false, refused }: RulesSubjectOptions,
): Application {
  const witness = new Witness(refused);
  const { fired } = witness;
  let lie: Application["problem"];
  try {
    const { diagnostic, emptyRewrites } = applyPatternsGreedily(module, set, {
      fold,
      uniqueConstants: fold,
      regionSimplify: "disabled",
      listener: witness,
    });
    if (diagnostic !== undefined)
      return { fired, problem: { kind: "endless", reason: diagnostic.message, rules: [...fired.keys()] } };
    const [empty] = emptyRewrites;
    lie =
      empty === undefined
        ? witness.changedAndRefused
        : { kind: "unchanged", reason: EMPTY_REWRITE, rules: [labelOf(empty.pattern)] };
  } catch (error) {
    const rules = witness.current === undefined ? [...fired.keys()] : [labelOf(witness.current)];
    return { fired, problem: { kind: "crash", reason: thrownText(error), rules } };
  }
  let tolerance: Tolerance | undefined;
  for (const name of fired.keys()) tolerance = loosest(tolerance, tolerances.get(name));
  return lie === undefined ? { fired, tolerance } : { fired, problem: lie };
}
