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
import type { RandomSource } from "../random-source.ts";
import { LeftSide } from "./left-side.ts";
import { instantiate, readTemplate, templateOf, templateText, type Template } from "./template.ts";

/** How many changes without progress end a search: many while nothing was ever found. */
const PATIENCE = 24;
const PATIENCE_AT_FIRST = 500;
/** Trials of one search: a rule that looks at whatever stands around it asks something new for ever. */
const TRIALS = 1500;
/** Finds kept a context, and as texts for the contexts that follow. */
const TEMPLATES = 24;
const TEXTS = 12;
/** Of these, such whose tensors, vectors and buffers have one element. */
const SMALL_TEMPLATES = 3;

/** What a planting has done so far. */
export interface PlantingCounts {
  searches: number;
  finds: number;
  /** Reasons of refusals that ended searches, by how often. */
  readonly reasons: Map<string, number>;
}

/** A planting of left sides of a rule. Rules that start from any op are planted nowhere: they apply to what there is. */
export class RulePlanting implements Planting {
  readonly name: string;
  readonly counts: PlantingCounts = { searches: 0, finds: 0, reasons: new Map() };
  readonly #pattern: Pattern;
  readonly #templates = new WeakMap<Context, Template[]>();
  readonly #texts: string[] = [];
  /** Names of the ops that the rule looked for. */
  readonly #wanted = new Set<string>();

  constructor(pattern: Pattern) {
    this.name = ruleLabel(pattern);
    this.#pattern = pattern;
  }

  plant(site: GenerationSite): readonly Value[] | undefined {
    const { random, context } = site;
    let templates = this.#templates.get(context);
    if (templates === undefined) this.#templates.set(context, (templates = []));
    if (templates.length === 0 && this.#texts.length > 0) {
      const earlier = readTemplate(random.pick(this.#texts), context);
      if (earlier !== undefined) templates.push(earlier);
    }
    const enough = templates.length >= TEMPLATES;
    if (templates.length > 0 && random.chance(enough ? 15 : 3, enough ? 16 : 4))
      return instantiate(random.pick(templates), site);
    let found: Template | undefined;
    site.aside(() => {
      const side = this.#search(site);
      if (side !== undefined) found = templateOf(side.ordered(), side.outermost);
    });
    if (found === undefined) return templates.length > 0 ? instantiate(random.pick(templates), site) : undefined;
    // Left sides of one element are found most easily, and show least: they do not take the place of others.
    const small = templates.filter(hasOneElement);
    if (hasOneElement(found) ? small.length < SMALL_TEMPLATES && !enough : !enough) templates.push(found);
    else if (!hasOneElement(found))
      templates[templates.indexOf(random.pick(small.length > 0 ? small : templates))] = found;
    if (this.#texts.length < TEXTS) this.#texts.push(templateText(found));
    else if (random.chance(1, 16)) this.#texts[random.below(TEXTS)] = templateText(found);
    return instantiate(found, site);
  }

  /**
   * An op such as the rule asks for among its operands, at hand when the root is made: a root fits its operands more easily than what
   * defines an operand fits the type that is there.
   */
  #makeBait(site: GenerationSite): Operation | undefined {
    if (this.#wanted.size === 0 || !site.random.chance(2, 3)) return undefined;
    const definition = site.context.ops.get(site.random.pick([...this.#wanted]));
    const bait =
      definition === undefined || definition.traits.has("Terminator") ? undefined : makeRoot(definition, site);
    for (const result of bait?.results ?? []) site.offer(result);
    return bait;
  }

  #search(site: GenerationSite): LeftSide | undefined {
    const definition = this.#pattern.root === undefined ? undefined : site.context.ops.get(this.#pattern.root);
    if (definition === undefined) return undefined;
    const { counts } = this;
    const { random } = site;
    // What was searched for in vain many times is searched for more rarely.
    if (counts.finds === 0 && counts.searches > 200 && site.random.below(Math.min(16, counts.searches / 200)) > 0)
      return undefined;
    counts.searches++;
    const bait = this.#makeBait(site);
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
    let patience = counts.finds === 0 ? PATIENCE_AT_FIRST : PATIENCE;
    for (let trials = 0; patience > 0 && trials < TRIALS; patience--, trials++) {
      const trial = side.try(this.#pattern);
      if (trial.applies) {
        side.generalize(this.#pattern);
        side.tidy();
        if (!side.isValid()) break;
        counts.finds++;
        return side;
      }
      for (const wish of trial.wishes) if (wish.kind === "definition") this.#wanted.add(wish.wanted.name);
      const known = ranks.get(trial.key);
      if (known === undefined) {
        rank = ranks.size;
        ranks.set(trial.key, rank);
        patience += PATIENCE;
      } else if (known < rank) undo();
      else rank = known;
      ({ reason } = trial);
      // Without a question there is little to go by: another op of the root is as good.
      if (trial.wishes.length === 0) patience -= 8;
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

const hasOneElement = ({ root }: Template): boolean => isOnOneElement(root);

function note({ reasons }: PlantingCounts, reason: string): void {
  if (reasons.size < 50 || reasons.has(reason)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
