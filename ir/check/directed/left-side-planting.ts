// Plantings of rules: left sides that a search found, and copies of earlier finds, for `generateModule` to build programs around.
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import { elementTypeOf, isShaped } from "../../core/types.ts";
import { walk } from "../../core/walk.ts";
import { HasParent } from "../../define/op-interfaces.ts";
import type { Value } from "../../core/value.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { ruleLabel } from "../fuzz/rules-subject.ts";
import type { Planting } from "../generate/generate-module.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import { derivedSeed, type RandomSource } from "../random-source.ts";
import { LeftSide } from "./left-side.ts";
import { instantiate, readTemplate, templateOf, templateText, type Template } from "./template.ts";

/** How many changes without progress end a search; later searches for one left side are more patient. */
const PATIENCE = 24;
const MOST_PATIENCE = 400;
/** Trials of one search: a rule that looks at whatever stands around it asks something new for ever. */
const TRIALS = 1500;
/** Left sides in a rule's library, the first of them used most. */
const LIBRARY = 48;
/** Of these, the first, which are searched for longest, and whose tensors, vectors and buffers may have one element. */
const FIRST = 3;
/** Trials of all searches for one of the first, and for one of the others; and what a search costs that has none. */
const TRIALS_AT_FIRST = 800;
const TRIALS_LATER = 120;
const COST = 12;

/** What a planting has done so far. */
export interface PlantingCounts {
  searches: number;
  trials: number;
  finds: number;
  /** Reasons of refusals that ended searches, by how often. */
  readonly reasons: Map<string, number>;
}

/**
 * A planting of left sides of a rule. Rules that start from any op are planted nowhere: they apply to what there is.
 *
 * What it plants depends on the site's random numbers alone, so that a program's seed makes the program again: most times a left side out of
 * a library that is the same in all runs (its n-th comes from a search with a seed of its own), at times one that is searched for on the spot.
 */
export class RulePlanting implements Planting {
  readonly name: string;
  readonly counts: PlantingCounts = { searches: 0, trials: 0, finds: 0, reasons: new Map() };
  readonly #pattern: Pattern;
  readonly #seed: number;
  /** The library as text, as far as it was asked for; null where the searches found nothing. */
  readonly #texts: (string | null)[] = [];
  readonly #templates = new WeakMap<Context, Map<number, Template>>();

  constructor(pattern: Pattern) {
    this.name = ruleLabel(pattern);
    this.#pattern = pattern;
    this.#seed = [...this.name].reduce((hash, char) => derivedSeed(hash, char.charCodeAt(0)), 0);
  }

  plant(site: GenerationSite): readonly Value[] | undefined {
    const { random } = site;
    if (!random.chance(1, 10)) {
      // In place of one that could not be found stands an earlier one.
      let index = Math.floor((random.below(LIBRARY) * random.below(LIBRARY)) / LIBRARY);
      for (; ; index >>= 1) {
        const template = this.#fromLibrary(index, site);
        const values = template && instantiate(template, site);
        if (values !== undefined) return values;
        if (index === 0) break;
      }
    }
    let found: Template | undefined;
    site.aside(() => {
      const side = this.#search(site, new Set(), PATIENCE);
      if (side !== undefined) found = templateOf(side.ordered(), side.outermost);
    });
    return found && instantiate(found, site);
  }

  /** The left side of this number, in the site's context. */
  #fromLibrary(index: number, site: GenerationSite): Template | undefined {
    let templates = this.#templates.get(site.context);
    if (templates === undefined) this.#templates.set(site.context, (templates = new Map<number, Template>()));
    let template = templates.get(index);
    if (template === undefined) {
      const text = (this.#texts[index] ??= this.#searchFor(index, site));
      // Read back even where it was found in this context: it is to be the same in all.
      template = text === null ? undefined : readTemplate(text, site.context);
      if (template !== undefined) templates.set(index, template);
    }
    return template;
  }

  /** Searches with seeds of its own; null where all searches are in vain, and where an earlier one could not be found with more. */
  #searchFor(index: number, site: GenerationSite): string | null {
    if (index >= FIRST && (this.#texts[index >> 1] ??= this.#searchFor(index >> 1, site)) === null) return null;
    const { counts } = this;
    const wanted = new Set<string>();
    const isFirst = index < FIRST;
    let text: string | null = null;
    let patience = PATIENCE;
    for (let search = 0, left = isFirst ? TRIALS_AT_FIRST : TRIALS_LATER; left > 0; search++) {
      const before = counts.trials;
      const seed = derivedSeed(derivedSeed(this.#seed, index), search);
      const found = site.apart(seed, index % 2 === 0, (own) => {
        const side = this.#search(own, wanted, patience);
        return side && templateOf(side.ordered(), side.outermost);
      });
      left -= COST + counts.trials - before;
      patience = Math.min(patience * 2, MOST_PATIENCE);
      if (found === undefined || namesSymbols(found)) continue;
      text = templateText(found);
      // Left sides of one element are found most easily, and show least: they do not take the place of others.
      if (isFirst || !isOnOneElement(found.root)) break;
    }
    return text;
  }

  /**
   * An op such as the rule asks for among its operands, at hand when the root is made: a root fits its operands more easily than what
   * defines an operand fits the type that is there.
   */
  #makeBait(site: GenerationSite, wanted: ReadonlySet<string>): Operation | undefined {
    if (wanted.size === 0 || !site.random.chance(2, 3)) return undefined;
    const definition = site.context.ops.get(site.random.pick([...wanted]));
    const bait =
      definition === undefined || definition.traits.has("Terminator") ? undefined : makeRoot(definition, site);
    for (const result of bait?.results ?? []) site.offer(result);
    return bait;
  }

  /** One search; notes the names of ops that the rule looked for. */
  #search(site: GenerationSite, wanted: Set<string>, patience: number): LeftSide | undefined {
    const definition = this.#pattern.root === undefined ? undefined : site.context.ops.get(this.#pattern.root);
    if (definition === undefined) return undefined;
    const { counts } = this;
    const { random } = site;
    counts.searches++;
    const bait = this.#makeBait(site, wanted);
    const outermost = makeRoot(definition, site, bait);
    const root = outermost && findInside(outermost, definition, random);
    if (outermost === undefined || root === undefined) {
      note(counts, `no '${definition.name}' could be made`);
      return undefined;
    }
    const side = new LeftSide(site, root, outermost);
    if (bait !== undefined) side.adopt(bait);
    /** In the order in which they came: what is asked later is asked deeper in the rule. */
    const ranks = new Map<string, number>();
    let rank = -1;
    let reason = "";
    let undo = (): void => undefined;
    for (let trials = 0; patience > 0 && trials < TRIALS; patience--, trials++, counts.trials++) {
      const trial = side.try(this.#pattern);
      if (trial.applies) {
        side.generalize(this.#pattern);
        side.tidy();
        if (!side.isValid()) break;
        counts.finds++;
        return side;
      }
      for (const wish of trial.wishes) if (wish.kind === "definition") wanted.add(wish.wanted.name);
      const known = ranks.get(trial.key);
      if (known === undefined) {
        rank = ranks.size;
        ranks.set(trial.key, rank);
        patience += PATIENCE;
      } else if (known < rank) undo();
      else rank = known;
      ({ reason } = trial);
      // Without a question there is little to go by: another op of the root is as good.
      if (trial.wishes.length === 0) patience = (patience >> 1) - 2;
      undo = side.change(trial.wishes, known !== undefined);
    }
    note(counts, reason);
    return undefined;
  }
}

/** An op of the definition in an op and what is inside. */
function findInside(op: Operation, definition: OpDefinition, random: RandomSource): Operation | undefined {
  if (op.definition === definition) return op;
  const found = [...walk(op)].filter((inner) => inner.definition === definition);
  return found.length === 0 ? undefined : random.pick(found);
}

/** What to make in order to have an op of the definition: of what stands only inside others, one of those. */
function holderOf(definition: OpDefinition, { context, random }: GenerationSite): OpDefinition {
  const parents = definition.interfaces.get(HasParent.name);
  if (Array.isArray(parents) && parents.length > 0) {
    const name: unknown = random.pick(parents);
    return (typeof name === "string" ? context.ops.get(name) : undefined) ?? definition;
  }
  if (!definition.traits.has("Terminator")) return definition;
  const holders = context.dialects.get(definition.dialect)?.ops.filter(({ regions }) => regions.length > 0) ?? [];
  return holders.length === 0 ? definition : random.pick(holders);
}

/** A random op of the definition, or of one that holds such ops; rarely one on truth values where it can be on others, because little shows on those. */
function makeRoot(definition: OpDefinition, site: GenerationSite, bait?: Operation): Operation | undefined {
  const holder = holderOf(definition, site);
  for (let tries = 0; ; tries++) {
    const operand = bait === undefined || bait.resultCount === 0 ? undefined : site.random.pick(bait.results);
    const root = site.operation(holder, site.random.chance(3, 4) ? { operand } : {});
    const showsLittle = root !== undefined && (isOnTruthValues(root) || isOnOneElement(root));
    if (root === undefined || tries === 3 || !showsLittle || site.random.chance(1, 8)) return root;
    root.erase();
  }
}

const isOnTruthValues = (op: Operation): boolean =>
  op.operandCount > 0 &&
  op.opOperands.every(({ value }) => {
    const element = elementTypeOf(value.type);
    return element.kind === "integer" && element.width === 1;
  });

/** Whether the op has tensors, vectors or buffers, and all of one element. */
function isOnOneElement(op: Operation): boolean {
  const types = [...op.operands, ...op.results].map(({ type }) => type).filter(isShaped);
  return types.length > 0 && types.every(({ shape }) => shape.every((extent) => extent === 1));
}

/** Whether its ops refer to symbols, which stand in one module. */
function namesSymbols({ block }: Template): boolean {
  for (const op of block.ops())
    for (const inner of walk(op)) if (inner.allAttributes.some(([, { kind }]) => kind === "symbol")) return true;
  return false;
}

function note({ reasons }: PlantingCounts, reason: string): void {
  if (reasons.size < 50 || reasons.has(reason)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
