// Termination: the greedy driver's watch for rewriting that has no end. It names the rules that go round, and where.
import { errorAt, type Diagnostic, type DiagnosticNote } from "../core/diagnostic.ts";
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import { foldName } from "./fold.ts";
import type { Named } from "./listener.ts";
import { structureHash } from "../core/operation-hash.ts";

/** One rewrite: which rule, on an op of which name, where. */
interface Step {
  readonly rule: Named;
  readonly on: string;
  readonly location: Location;
}

/** Steps that are remembered; cycles that are longer are named by their last ones. */
const REMEMBERED = 1024;
/** Rewrites in a row after each of which the IR is compared with what it was; then a pause, each twice as long as the one before. */
const WINDOW = 256;
const FIRST_PAUSE = 1024;
/** Ops more in a window that say that the IR grows. */
const GROWTH_THAT_SHOWS = 32;
/** Ops hashed in all, so that a long rewriting that does end is not slowed down for ever: some seconds. */
const HASHED_OPS = 50_000_000;
/** Limits of a rewriting that began with `operations` ops. */
const limitsFor = (operations: number, patience = 4 * operations + 1000): Limits => ({
  looked: patience,
  grown: 16 * operations + 4000,
  stopped: 64 * operations + 16_000,
});

interface Limits {
  /** Rewrites after which cycles are looked for; before, the watch costs nothing. */
  readonly looked: number;
  /** Ops from which on the IR counts as growing, if it still does. */
  readonly grown: number;
  /** New ops after which cycles and growth are looked for, and rewrites after which what neither comes back nor grows is stopped. */
  readonly stopped: number;
}

/** Few programs need so many iterations. */
const FIRST_COMPARED = 4;
/** Most places that a diagnostic points at. */
const PLACES = 6;

/**
 * Watches the rewriting of `root`, which began with `operations` ops. Nothing is looked at before the limits say so; from then on the IR
 * is hashed after each rewrite (Brent's way of finding cycles: one state is kept, and moved on at powers of two).
 */
export class TerminationWatch {
  readonly #root: Operation;
  readonly #operations: number;
  readonly #limits: Limits;
  readonly #eraseDead: () => void;
  readonly #steps: Step[] = [];
  #rewrites = 0;
  #inserted = 0;
  #recording = false;
  #recorded = 0;
  #hashedOps = 0;
  #windowEnd = 0;
  #nextWindow = 0;
  #pause = FIRST_PAUSE;
  /** Ops at the start of the last window. */
  #opsBefore: number | undefined;
  #kept: { readonly hash: string; readonly at: number } | undefined;
  #keepUntil = 0;
  /** Hashes at the ends of iterations, and how many rewrites there had been. */
  readonly #iterations = new Map<string, number>();

  /** `eraseDead` takes away ops that are dead and were not looked at yet, so that they make no difference. */
  constructor(root: Operation, operations: number, eraseDead: () => void, patience?: number) {
    this.#root = root;
    this.#operations = operations;
    this.#limits = limitsFor(operations, patience);
    this.#eraseDead = eraseDead;
  }

  get rewrites(): number {
    return this.#rewrites;
  }

  /** An op came into being. */
  inserted(): void {
    this.#inserted++;
  }

  /** A rule applied to an op, which may be gone. Returns why the rewriting has no end, once that is known. */
  applied(rule: Named, op: Operation): Diagnostic | undefined {
    this.#rewrites++;
    if (!this.#recording && !this.#isSuspicious) return undefined;
    this.#recording = true;
    this.#steps[this.#recorded++ % REMEMBERED] = { rule, on: op.name, location: op.location };
    return this.#isSuspicious ? this.#look() : undefined;
  }

  /** All ops were looked at once more, and something changed. From the fourth time on, IR that was there before is a cycle. */
  iterated(iteration: number): Diagnostic | undefined {
    if (iteration < FIRST_COMPARED) return undefined;
    this.#recording = true;
    const { hash } = structureHash(this.#root);
    const before = this.#iterations.get(hash);
    if (before !== undefined) return this.#comesBack(this.#rewrites - before);
    this.#iterations.set(hash, this.#rewrites);
    return undefined;
  }

  get #isSuspicious(): boolean {
    return this.#rewrites > this.#limits.looked || this.#inserted > this.#limits.stopped;
  }

  #look(): Diagnostic | undefined {
    if (this.#rewrites > this.#limits.stopped)
      return this.#report(WINDOW, "go on changing the IR, which neither comes back nor grows");
    if (this.#rewrites < this.#nextWindow || this.#hashedOps > HASHED_OPS) return undefined;
    this.#eraseDead();
    const { hash, operations } = structureHash(this.#root);
    this.#hashedOps += operations;
    if (this.#rewrites >= this.#windowEnd) {
      // A window begins.
      const grown = this.#opsBefore !== undefined && operations > this.#opsBefore;
      const atOnce = this.#inserted > this.#limits.stopped;
      if (operations > this.#limits.grown && (grown || atOnce))
        return this.#report(WINDOW, `make the IR grow: ${this.#operations} ops became ${operations}`);
      this.#opsBefore = operations;
      this.#windowEnd = this.#rewrites + WINDOW;
      this.#kept = undefined;
      this.#keepUntil = 1;
    }
    if (this.#kept?.hash === hash) return this.#comesBack(this.#rewrites - this.#kept.at);
    if (this.#kept === undefined || this.#rewrites - this.#kept.at >= this.#keepUntil) {
      this.#kept = { hash, at: this.#rewrites };
      this.#keepUntil *= 2;
    }
    // What grows does not come back.
    const grows = operations > (this.#opsBefore ?? operations) + GROWTH_THAT_SHOWS;
    if (grows || this.#rewrites + 1 >= this.#windowEnd) {
      this.#windowEnd = 0;
      this.#nextWindow = this.#rewrites + this.#pause;
      this.#pause *= 2;
    }
    return undefined;
  }

  #comesBack(length: number): Diagnostic {
    const steps = this.#last(length);
    const rules = new Set(steps.map(ruleText)).size;
    if (length === 1) return this.#report(1, "says that it changed the IR, which is as it was");
    if (rules === 1) return this.#report(length, `brings back the same IR after ${length} rewrites`);
    if (rules === 2 && length === 2) return this.#report(length, "undo each other");
    return this.#report(length, `bring back the same IR every ${length} rewrites`);
  }

  /** The last `count` steps, of those that are remembered. */
  #last(count: number): readonly Step[] {
    const known = Math.min(count, this.#steps.length);
    return Array.from({ length: known }, (_, i) => this.#steps[(this.#recorded - known + i) % REMEMBERED]).filter(
      (step) => step !== undefined,
    );
  }

  /** The commonest rules of the last steps, and what they do. */
  #report(length: number, what: string): Diagnostic {
    const steps = this.#last(length);
    const places = new Map<string, { readonly step: Step; times: number }>();
    for (const step of steps) {
      const key = `${ruleText(step)} on ${step.on}`;
      const place = places.get(key);
      if (place === undefined) places.set(key, { step, times: 1 });
      else place.times++;
    }
    // Those that apply once in a while by themselves are not what goes round.
    const most = Math.max(...[...places.values()].map(({ times }) => times));
    const named = [...places.values()].filter(({ times }) => times * 20 >= most).slice(0, PLACES);
    const rules = [...new Set(named.map(({ step }) => ruleText(step)))];
    const { location } = named[0]?.step ?? this.#root;
    const notes: DiagnosticNote[] = named.map(({ step }) => ({
      location: step.location,
      message: `${ruleText(step)} applies here, to '${step.on}'`,
    }));
    const verb = rules.length === 1 ? singular(what) : what;
    return errorAt(
      location,
      `rewriting does not end: after ${this.#rewrites} rewrites inside '${this.#root.name}', ${listText(rules)} ${verb}`,
      {
        notes,
        hint: "leave one of them out with --canonicalize='disable-patterns=...', or give it a condition that ends it",
      },
    );
  }
}

/** A rule, and who attached it. */
const ruleText = ({ rule, on }: Step): string => {
  const text = rule.name === foldName.name ? `the folder of '${on}'` : `"${rule.name}"`;
  return rule.owner === undefined ? text : `${text} (attached by '${rule.owner}')`;
};

const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1] ?? ""}`;

/** The verb for one rule. */
const singular = (what: string): string => what.replace(/^(go|make)\b/, (verb) => (verb === "go" ? "goes" : "makes"));
