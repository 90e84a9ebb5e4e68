// Provenance: for each op where it comes from, and for ops that somebody asks about, what was tried on them. A side table, filled by a listener.
import type { Context } from "../core/context.ts";
import { filePosition, locationKey, type Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { traverse } from "../core/walk.ts";
import type { PassInstrumentation } from "../pass/instrumentation.ts";
import { foldName } from "../rewrite/fold.ts";
import type { Listener, Named } from "../rewrite/listener.ts";

/** A pattern or a folder that was tried on an op. */
export interface Attempt {
  readonly pass: string;
  /** The equation or name of the pattern, or `fold`. */
  readonly rule: string;
  /** The dialect that the rule comes from, who attached it, or the pass that brought it. */
  readonly owner: string;
  /** Why it was refused; undefined where it applied, or a folder found nothing. */
  readonly reason: string | undefined;
  readonly applied: boolean;
}

/** An op at one moment or another: of the input, or made by a rewrite. */
export interface Origin {
  readonly op: string;
  readonly location: Location;
  /** What it stood in at that moment. */
  readonly around: Origin | undefined;
  /** Undefined for ops of the input. `rule` is undefined for what a pass made by itself. */
  readonly made: { readonly pass: string; readonly rule: string | undefined; readonly owner: string } | undefined;
  /** What it was made of: the op that the rule started from first. */
  readonly parents: readonly Origin[];
  readonly attempts: Attempt[];
  /** Rewrites that changed its operands or attributes. */
  readonly changes: { readonly pass: string; readonly rule: string }[];
  /** How it went, if it did. `rule` is undefined where it was dead. */
  gone: { readonly pass: string; readonly rule: string | undefined } | undefined;
  /** What its results were replaced with, if they were. */
  replacement: readonly Replacement[];
}

/** A value that took the place of a result: of an op, or an argument of a block. */
export type Replacement = Origin | { readonly argument: number };

/** The rewrite that is running. */
interface Running {
  readonly rule: Named;
  readonly root: Operation;
  readonly origin: Origin;
  readonly inserted: Operation[];
  readonly erased: Origin[];
  readonly modified: Set<Origin>;
}

/** What an attempt is kept for. */
export type Interest = (op: Operation) => boolean;

/** Follows all ops of `root` through passes. Its `listener` and `instrumentation` go to the pass manager. */
export class Provenance {
  readonly listener: Listener;
  readonly instrumentation: PassInstrumentation;
  readonly #origins = new WeakMap<Operation, Origin>();
  /** Of the input, in order. */
  readonly sources: Origin[] = [];
  /** Each op has a location object of its own: what a pass makes at the location of an op shows by it where it comes from. */
  readonly #byPlace = new WeakMap<Location, Origin>();
  /** Ops of the input by where they stand in its text, for locations that are made anew. */
  readonly #byPosition = new Map<string, Origin[]>();
  readonly #interesting = new Set<Origin>();
  readonly #passes: string[] = [];
  #owners: ReadonlyMap<Named, string> = new Map();
  #running: Running | undefined;
  readonly #replacements: { readonly origin: Origin; readonly values: readonly Value[] }[] = [];

  /** Attempts are kept of those ops of the input that are of interest, and of what comes from them. */
  constructor(root: Operation, interest: Interest) {
    traverse(root, (op) => {
      const origin = this.#found(op, undefined, []);
      this.sources.push(origin);
      if (filePosition(op.location) !== undefined) {
        const key = locationKey(op.location);
        const there = this.#byPosition.get(key);
        if (there === undefined) this.#byPosition.set(key, [origin]);
        else there.push(origin);
      }
      if (interest(op)) this.#interesting.add(origin);
    });
    this.listener = this.#listening();
    this.instrumentation = {
      beforePass: ({ definition }) => {
        this.#passes.push(definition.name);
        this.#owners = rulesOf(root.context);
      },
      afterPass: (_, op) => this.#passEnded(op),
      afterFailure: (_, op) => this.#passEnded(op),
    };
  }

  /** Where an op of the module comes from. */
  of(op: Operation): Origin | undefined {
    return this.#origins.get(op);
  }

  get #pass(): string {
    return this.#passes[this.#passes.length - 1] ?? "";
  }

  #found(op: Operation, made: Origin["made"], parents: readonly Origin[]): Origin {
    const origin: Origin = {
      op: op.name,
      location: op.location,
      around: op.parentOp === null ? undefined : this.#origins.get(op.parentOp),
      made,
      parents,
      attempts: [],
      changes: [],
      gone: undefined,
      replacement: [],
    };
    this.#origins.set(op, origin);
    op.location = { ...op.location };
    this.#byPlace.set(op.location, origin);
    if (parents.some((parent) => this.#interesting.has(parent))) this.#interesting.add(origin);
    return origin;
  }

  #ownerOf(rule: Named, op: Operation): string {
    const own = rule.name === foldName.name ? op.definition.dialect : this.#owners.get(rule);
    return rule.owner ?? own ?? this.#pass;
  }

  #listening(): Listener {
    return {
      patternBegin: (rule, root) => {
        const origin = this.#origins.get(root) ?? this.#found(root, this.#byItself(), this.#near(root));
        this.#running = { rule, root, origin, inserted: [], erased: [], modified: new Set() };
      },
      patternEnd: (rule, applied) => {
        const { origin, root } = this.#running ?? {};
        if (origin === undefined || root === undefined) return;
        if (applied) this.#applied(this.#running!);
        if ((applied || rule.name === foldName.name) && this.#interesting.has(origin))
          origin.attempts.push({
            pass: this.#pass,
            rule: rule.name,
            owner: this.#ownerOf(rule, root),
            reason: undefined,
            applied,
          });
        this.#running = undefined;
      },
      matchRefused: (rule, op, reason) => {
        const origin = this.#origins.get(op);
        if (origin === undefined || !this.#interesting.has(origin)) return;
        const owner = this.#ownerOf(rule, op);
        origin.attempts.push({ pass: this.#pass, rule: rule.name, owner, reason, applied: false });
      },
      inserted: (op) => {
        this.#running?.inserted.push(op);
      },
      modified: (op) => {
        const origin = this.#origins.get(op);
        if (origin !== undefined) this.#running?.modified.add(origin);
      },
      replaced: (op, values) => {
        const origin = this.#origins.get(op);
        // Ops that the same rewrite made have no origin yet.
        if (origin !== undefined) this.#replacements.push({ origin, values });
      },
      erased: (op) => {
        const origin = this.#origins.get(op);
        if (origin === undefined) return;
        origin.gone = { pass: this.#pass, rule: this.#running?.rule.name };
        this.#running?.erased.push(origin);
      },
    };
  }

  #applied({ rule, root, origin, inserted, erased, modified }: Running): void {
    const made = { pass: this.#pass, rule: rule.name, owner: this.#ownerOf(rule, root) };
    const parents = [origin, ...erased.filter((other) => other !== origin)];
    for (const op of inserted) {
      traverse(op, (inner) => {
        if (!this.#origins.has(inner)) this.#found(inner, made, parents);
      });
    }
    this.#settleReplacements();
    for (const changed of modified) changed.changes.push({ pass: this.#pass, rule: rule.name });
  }

  #settleReplacements(): void {
    for (const { origin, values } of this.#replacements.splice(0)) {
      origin.replacement = values.map((value) => {
        const { definingOp } = value;
        const from = definingOp === null ? undefined : this.#origins.get(definingOp);
        return from ?? { argument: value.index };
      });
    }
  }

  #byItself(): Origin["made"] {
    return { pass: this.#pass, rule: undefined, owner: this.#pass };
  }

  /** What a pass made and told nobody of comes from the ops whose locations it has; failing that, from what uses it or what it stands in. */
  #near(op: Operation): readonly Origin[] {
    const here = this.#at(op.location);
    if (here.length > 0) return [...new Set(here)];
    const users = new Set<Origin>();
    for (const result of op.results)
      for (const { owner } of result.uses()) for (const origin of this.#known(owner)) users.add(origin);
    if (users.size > 0) return [...users];
    for (let around = op.parentOp; around !== null; around = around.parentOp) {
      const origins = this.#known(around);
      if (origins.length > 0) return origins;
    }
    return this.sources.slice(0, 1);
  }

  /** The origin of an op that has one, or what its location says. */
  #known(op: Operation): readonly Origin[] {
    const origin = this.#origins.get(op);
    return origin === undefined ? this.#at(op.location) : [origin];
  }

  /** The ops that a location, or its parts, were taken from. */
  #at(location: Location): readonly Origin[] {
    const origin = this.#byPlace.get(location);
    if (origin !== undefined) return [origin];
    const here = this.#byPosition.get(locationKey(location));
    if (here !== undefined) return here;
    return partsOf(location).flatMap((part) => this.#at(part));
  }

  #passEnded(root: Operation): void {
    const made = this.#byItself();
    const news: Operation[] = [];
    traverse(root, (op) => {
      if (!this.#origins.has(op)) news.push(op);
    });
    // All are looked at before one has an origin of its own: it would hide whose location it has.
    for (const { op, parents } of news.map((op) => ({ op, parents: this.#near(op) }))) this.#found(op, made, parents);
    this.#settleReplacements();
    this.#passes.pop();
  }
}

function partsOf(location: Location): readonly Location[] {
  switch (location.kind) {
    case "name":
      return location.inner === undefined ? [] : [location.inner];
    case "callsite":
      return [location.callee, location.caller];
    case "fused":
      return location.locations;
    default:
      return [];
  }
}

/** Canonicalisation patterns belong to the dialect that has them. */
function rulesOf(context: Context): ReadonlyMap<Named, string> {
  const owners = new Map<Named, string>();
  for (const { name, canonicalizationPatterns = [] } of context.loadedDialects())
    for (const pattern of canonicalizationPatterns) owners.set(pattern, name);
  return owners;
}
