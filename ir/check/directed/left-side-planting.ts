// Plantings of rules: left sides that a search found, and copies of earlier finds, for `generateModule` to build programs around.
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import { elementTypeOf, isShaped, isStaticShape } from "../../core/types.ts";
import { HasParent } from "../../define/op-interfaces.ts";
import type { Value } from "../../core/value.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { ruleLabel } from "../fuzz/rules-subject.ts";
import type { Planting } from "../generate/generate-module.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import { derivedSeed, type RandomSource } from "../random-source.ts";
import { visibleOps } from "../visible-ops.ts";
import { generalize } from "./generalize.ts";
import { LeftSide } from "./left-side.ts";
import { instantiate, layOut, readTemplate, templateOf, templateText, type Template } from "./template.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** How many changes without progress end a search; later searches for one left side are more patient. */
const PATIENCE = 24;
const MOST_PATIENCE = 400;
/** Trials of one search: a rule that looks at whatever stands around it asks something new for ever. */
const TRIALS = 1500;
/** Left sides in a rule's library, the first of them used most. */
const LIBRARY = 48;
/** Of these, the first, which are searched for longest, and whose tensors, vectors and buffers may have one element. */
const FIRST = 3;
/**
 * Trials of all searches for the first one, and at least for the others of the first, and for the rest, which get as many again as the one
 * took that they come after; and what a search costs that has none.
 */
const TRIALS_FOR_ANY = 6000;
const TRIALS_AT_FIRST = 800;
const TRIALS_LATER = 120;
const MOST_TRIALS_LATER = 800;
const COST = 12;
/** Left sides of one form that the library has before others are looked for, and how often these are looked for. */
const MOST_OF_FORM = 2;
const MOST_FAMILIAR = 3;
/** Scenes of one search, and what one costs. */
const SCENES = 4;
const SCENE_COST = 16;
/** Changes of a scene without progress. */
const SCENE_PATIENCE = 16;

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
  /** How many have a root of each form. */
  readonly #forms = new Map<string, number>();
  /** What it took to find each of them, and the names of ops that had to do with it. */
  readonly #efforts: { readonly trials: number; readonly wanted: ReadonlySet<string> }[] = [];
  #names: readonly string[] | undefined;
  readonly #templates = new WeakMap<Context, Map<number, Template>>();

  constructor(pattern: Pattern) {
    this.name = ruleLabel(pattern);
    this.#pattern = pattern;
    this.#seed = [...this.name].reduce((hash, char) => derivedSeed(hash, char.charCodeAt(0)), 0);
  }

  plant(site: GenerationSite): readonly Value[] | undefined {
    const { random } = site;
    if (!random.chance(1, this.#isEasilyFound(site) ? 4 : 10)) {
      // In place of one that could not be found stands an earlier one.
      const index = Math.floor((random.below(LIBRARY) * random.below(LIBRARY) * random.below(LIBRARY)) / LIBRARY ** 2);
      for (const at of new Set([index, index >> 1, index >> 2, 0, 1])) {
        const template = this.#fromLibrary(at, site);
        const values = template && instantiate(template, site);
        if (values !== undefined) return values;
      }
    }
    let found: Template | undefined;
    site.aside(() => {
      const side = this.#search(site, new Set(this.#efforts[0]?.wanted), PATIENCE, site.random.below(8));
      if (side !== undefined) found = this.#templateOf(side, site);
    });
    return found && instantiate(found, site);
  }

  /** Whether searches cost little: then there may be more left sides than the library holds. */
  #isEasilyFound(site: GenerationSite): boolean {
    return this.#textOf(0, site) !== null && (this.#efforts[0]?.trials ?? Infinity) <= TRIALS_LATER;
  }

  /** What the rule's text names. */
  #vocabulary({ context }: GenerationSite): readonly string[] {
    return (this.#names ??= vocabularyOf(this.#pattern, context));
  }

  /** The left side of this number, in the site's context. */
  #fromLibrary(index: number, site: GenerationSite): Template | undefined {
    let templates = this.#templates.get(site.context);
    if (templates === undefined) this.#templates.set(site.context, (templates = new Map<number, Template>()));
    let template = templates.get(index);
    if (template === undefined) {
      const text = this.#textOf(index, site);
      // Read back even where it was found in this context: it is to be the same in all.
      template = text === null ? undefined : readTemplate(text, site.context);
      if (template !== undefined) templates.set(index, template);
    }
    return template;
  }

  #templateOf(side: LeftSide, site: GenerationSite): Template {
    const isUnused = side.asksForNoUse(this.#pattern);
    return templateOf(side.ordered(), side.outermost, (value) => site.limitOf(value), isUnused);
  }

  #textOf(index: number, site: GenerationSite): string | null {
    let text = this.#texts[index];
    if (text === undefined) this.#texts[index] = text = this.#searchFor(index, site);
    return text;
  }

  /** The number of the one that a search goes on from; undefined where there is none. */
  #earlierThan(index: number, site: GenerationSite): number | undefined {
    const candidates = index === 0 ? [] : index === 1 ? [0] : [index >> 1, 0, 1];
    return candidates.find((earlier) => this.#textOf(earlier, site) !== null);
  }

  /** Searches with seeds of its own; null where all searches are in vain, and where an earlier one could not be found with more. */
  #searchFor(index: number, site: GenerationSite): string | null {
    const earlier = this.#earlierThan(index, site);
    if (index > 1 && earlier === undefined) return null;
    const { counts } = this;
    // Some rules apply only to what may be undefined.
    const avoids = index % 2 === 0 && (index === 0 || this.#texts[0] !== null);
    const effort = earlier === undefined ? undefined : this.#efforts[earlier];
    const wanted = new Set<string>(effort?.wanted);
    const isFirst = index < FIRST;
    const least = isFirst ? TRIALS_AT_FIRST : TRIALS_LATER;
    const budget =
      earlier === undefined ? TRIALS_FOR_ANY : Math.max(least, Math.min(MOST_TRIALS_LATER, 2 * (effort?.trials ?? 0)));
    let text: string | null = null;
    let patience = PATIENCE;
    let left = budget;
    let form = "";
    let familiar = 0;
    for (let search = 0; left > 0; search++) {
      const before = counts.trials;
      const seed = derivedSeed(derivedSeed(this.#seed, index), search);
      // What is seldom found is found once, and then changed.
      const evolves = effort !== undefined && effort.trials > TRIALS_LATER && (index + search) % 3 > 0;
      const found = site.apart(seed, avoids, (own) => {
        const side = evolves
          ? this.#evolve(own, this.#texts[earlier ?? 0] ?? "", wanted)
          : this.#search(own, wanted, patience, (index >> 1) + search);
        return side && this.#templateOf(side, own);
      });
      left -= COST + counts.trials - before;
      patience = Math.min(patience * 2, MOST_PATIENCE);
      if (found === undefined || namesSymbols(found)) continue;
      text = templateText(found);
      form = formOf(lastNamed(found.root, this.#pattern.root));
      if ((this.#forms.get(form) ?? 0) >= MOST_OF_FORM && ++familiar < MOST_FAMILIAR) continue;
      // Left sides of one element are found most easily, and show least: they do not take the place of others.
      if (isFirst || !isOnOneElement(found.root)) break;
    }
    if (text !== null) this.#forms.set(form, (this.#forms.get(form) ?? 0) + 1);
    this.#efforts[index] = { trials: budget - left, wanted };
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

  /** One search, the `turn`-th; notes the names of ops that the rule looked for. */
  #search(site: GenerationSite, wanted: Set<string>, patience: number, turn: number): LeftSide | undefined {
    const definition = this.#pattern.root === undefined ? undefined : site.context.ops.get(this.#pattern.root);
    if (definition === undefined) return undefined;
    this.counts.searches++;
    const { counts } = this;
    const side =
      turn % turnsOfScenes(definition) === 0
        ? this.#searchScenes(definition, site, wanted)
        : this.#searchAlone(definition, site, wanted, patience);
    if (side === undefined) return undefined;
    generalize(side, this.#pattern, site);
    side.tidy();
    if (!side.isValid()) {
      note(counts, "what was found does not verify");
      return undefined;
    }
    counts.finds++;
    return side;
  }

  /** A left side that was found, with other operands and more ops, as far as the rule still applies to it. */
  #evolve(site: GenerationSite, text: string, wanted: ReadonlySet<string>): LeftSide | undefined {
    const template = readTemplate(text, site.context);
    const definition = site.context.ops.get(this.#pattern.root ?? "");
    if (template === undefined || definition === undefined) return undefined;
    const at = [...template.block.ops()].indexOf(template.root);
    const ops = layOut(template, site);
    const outermost = ops[at];
    if (outermost === undefined) return undefined;
    const others = ops.filter((op) => op !== outermost);
    for (const root of visibleOps(outermost)) {
      if (root.definition !== definition) continue;
      const side = new LeftSide(site, root, outermost, this.#vocabulary(site), others);
      if (!side.try(this.#pattern).applies) continue;
      for (let changes = 4 + site.random.below(8); changes > 0; changes--) {
        const undo = site.random.chance(1, 2) ? side.enrich([...wanted]) : side.perturb();
        if (!side.try(this.#pattern).applies) undo();
        this.counts.trials++;
      }
      generalize(side, this.#pattern, site);
      if (!side.isValid()) return undefined;
      this.counts.finds++;
      return side;
    }
    return undefined;
  }

  /** The root, and what defines its operands. */
  #searchAlone(
    definition: OpDefinition,
    site: GenerationSite,
    wanted: Set<string>,
    patience: number,
  ): LeftSide | undefined {
    const bait = this.#makeBait(site, wanted);
    const outermost = makeRoot(definition, site, bait);
    const root = outermost && findInside(outermost, definition, site.random);
    if (outermost === undefined || root === undefined) {
      note(this.counts, `no '${definition.name}' could be made`);
      return undefined;
    }
    const side = new LeftSide(site, root, outermost, this.#vocabulary(site));
    if (bait !== undefined) side.adopt(bait);
    return this.#climb(side, patience, wanted) ? side : undefined;
  }

  /** Scenes in which the root stands, among others that work on the same values. */
  #searchScenes(definition: OpDefinition, site: GenerationSite, wanted: Set<string>): LeftSide | undefined {
    const { random, context } = site;
    for (let left = SCENES; left > 0; left--) {
      const holder = holderOf(definition, site);
      const isBranch = holder.traits.has("Terminator");
      const definitions = isBranch ? [] : [holder];
      const others = [...wanted];
      for (let n = random.below(4); n > 0 && others.length > 0; n--) {
        const [name = ""] = others.splice(random.below(others.length), 1);
        const other = context.ops.get(name);
        if (other !== undefined && !other.traits.has("Terminator")) definitions.push(other);
      }
      const operations = (isBranch ? 8 : 3) + random.below(8);
      const scene = site.scene({ definitions, operations, blocks: isBranch });
      this.counts.trials += SCENE_COST;
      const roots = visibleOps(scene).filter((op) => op.definition === definition);
      if (roots.length === 0) note(this.counts, `no '${definition.name}' could be made`);
      for (let tries = 0; tries < 3 && roots.length > 0; tries++) {
        const [root] = roots.splice(random.below(roots.length), 1);
        if (root === undefined) break;
        const side = new LeftSide(site, root, scene, this.#vocabulary(site));
        const isLast = roots.length === 0 || tries === 2;
        if (!this.#climb(side, isLast ? SCENE_PATIENCE : 1, wanted)) continue;
        wanted.clear();
        const names = random.chance(1, 2) ? side.needed(this.#pattern) : side.strip(this.#pattern);
        for (const name of names) wanted.add(name);
        return side;
      }
      scene.erase();
    }
    return undefined;
  }

  /** Changes what is there until the rule applies, or there was no progress for too long. */
  #climb(side: LeftSide, patienceAtFirst: number, wanted: Set<string>): boolean {
    const { counts } = this;
    /** In the order in which they came: what is asked later is asked deeper in the rule. */
    const ranks = new Map<string, number>();
    let rank = -1;
    let furthest = "";
    let reason = "";
    let undo = (): void => undefined;
    let patience = patienceAtFirst;
    const most = Math.min(TRIALS, 6 * patienceAtFirst);
    for (let trials = 0; patience > 0 && trials < most; patience--, trials++) {
      counts.trials++;
      const trial = side.try(this.#pattern);
      if (trial.applies) return true;
      for (const name of trial.wanted) wanted.add(name);
      const known = ranks.get(trial.key);
      // What asks less and refuses for the same reason got less far.
      if (known === undefined && furthest.startsWith(trial.key)) undo();
      else if (known !== undefined && known < rank) undo();
      else {
        rank = known ?? ranks.size;
        furthest = trial.key;
        ranks.set(trial.key, rank);
        if (known === undefined && patienceAtFirst > 1) patience += PATIENCE;
      }
      ({ reason } = trial);
      if (patience === 1) break;
      // Without a question there is little to go by: another op of the root is as good.
      if (trial.wishes.length === 0) patience = (patience >> 1) - 2;
      undo = side.change(trial.wishes, known !== undefined);
    }
    note(counts, reason);
    return false;
  }
}

/** Of how many searches one is in scenes: rules on what has effects, regions or successors mostly look at ops around. */
function turnsOfScenes({ traits, regions, successors }: OpDefinition): number {
  if (successors.length > 0) return 1;
  return regions.length > 0 || !traits.has("Pure") ? 2 : 8;
}

/** An op of the definition in an op and what is inside. */
function findInside(op: Operation, definition: OpDefinition, random: RandomSource): Operation | undefined {
  if (op.definition === definition) return op;
  const found = visibleOps(op).filter((inner) => inner.definition === definition);
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

/** The last op of this name in an op, or the op itself. */
function lastNamed(op: Operation, name: string | undefined): Operation {
  return visibleOps(op).findLast((inner) => inner.name === name) ?? op;
}

/** How many operands and results there are, and of which kinds of types: rules that hold for one form need not hold for others. */
function formOf(root: Operation): string {
  const kinds = [...root.operands, ...root.results].map(({ type }) =>
    isShaped(type) ? `${type.kind}${type.shape.length}${isStaticShape(type.shape) ? "" : "?"}` : type.kind,
  );
  return `${root.name} ${root.resultCount} ${kinds.join()}`;
}

/** Whether its ops refer to symbols, which stand in one module. */
function namesSymbols({ block }: Template): boolean {
  for (const op of block.ops())
    for (const inner of visibleOps(op)) if (inner.allAttributes.some(([, { kind }]) => kind === "symbol")) return true;
  return false;
}

function note({ reasons }: PlantingCounts, reason: string): void {
  if (reasons.size < 50 || reasons.has(reason)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
