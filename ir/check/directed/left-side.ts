// Left sides: programs that a rule applies to, found by trying it on an op and giving it what it looked for in vain.
//
// A rule is run on a random op of its root, undone, and asked what it missed (Context.matchProbe): an operand of another definition, a
// constant, two values that would have to be one. One of these wishes is granted, and the rule is run again, until it applies.
import { verify } from "../../analysis/verify.ts";
import type { Block } from "../../core/block.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import { elementTypeOf, isIntegerOrIndex } from "../../core/types.ts";
import type { OpOperand, Value } from "../../core/value.ts";
import { withJournal } from "../../rewrite/journaled.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { integerConstant } from "../../rewrite/constant.ts";
import { Rewriter } from "../../rewrite/rewriter.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import { isScene, SCENE, SCENE_END } from "../generate/scene.ts";
import { visibleOps } from "../visible-ops.ts";
import { isBefore, standsBehindItsOperands } from "./definition-order.ts";
import { runAndUndo } from "./trial.ts";
import { isVague, wishText, type Wish } from "./wish.ts";
import { integersIn, related, widthOf } from "./related-constants.ts";

/** What a trial of the rule showed. */
interface Trial {
  readonly applies: boolean;
  /** What it asked of the operands of our ops. */
  readonly wishes: readonly Wish[];
  /** The ops that it looked for, there or elsewhere. */
  readonly wanted: ReadonlySet<string>;
  /** Why it refused. */
  readonly reason: string;
  /** The reason and the questions: what tells how far the rule got. */
  readonly key: string;
}

/** Takes a change back. */
type Undo = () => void;

/** Stands for whatever uses the root's results. */
const USE = "left_side.use";

const nothing: Undo = () => undefined;

/** The ops of a left side that is being put together, in front of where the site stands. */
export class LeftSide {
  readonly root: Operation;
  /** What holds the root, or the root itself, and what was made for it, in no order. */
  readonly ops = new Set<Operation>();
  readonly outermost: Operation;
  /** The first of them in the block: all that is made goes in front of it, so that whatever is at hand is defined before its use. */
  #first: Operation;
  readonly #site: GenerationSite;
  readonly #rewriter: Rewriter;
  readonly #vocabulary: readonly string[];

  /**
   * `outermost` is the root, or the op around it that came with it; `vocabulary` what the rule names; `others`, in order, stand in front of
   * it where it was found before.
   */
  constructor(
    site: GenerationSite,
    root: Operation,
    outermost: Operation,
    vocabulary: readonly string[],
    others?: readonly Operation[],
  ) {
    this.#site = site;
    this.#vocabulary = vocabulary;
    this.root = root;
    this.outermost = outermost;
    this.#rewriter = new Rewriter(site.context);
    this.ops.add(outermost);
    for (const op of others ?? []) this.ops.add(op);
    this.#first = others?.[0] ?? outermost;
    if (isScene(outermost)) return;
    if (others === undefined) this.#giveDefinitions(outermost);
    // Many rules ask whether a result is used at all.
    if (site.random.chance(3, 4)) this.#use();
  }

  #use(): void {
    const { builder } = this.#site;
    const { outermost } = this;
    if (outermost.resultCount === 0) return;
    builder.at(
      (at) => at.setAfter(outermost),
      () => builder.create(USE, { operands: outermost.results }),
    );
  }

  /** Whether the rule applies only where nothing uses the results. */
  asksForNoUse(pattern: Pattern): boolean {
    if (isScene(this.outermost) || this.outermost.resultCount === 0 || this.outermost.hasResultUses) return false;
    this.#use();
    return !this.try(pattern).applies;
  }

  /** Takes in an op that stands in front of the root, and that the root may use. */
  adopt(op: Operation): void {
    this.ops.add(op);
    this.#first = op;
    this.#giveDefinitions(op);
  }

  /** Runs the rule on the root and undoes what it did. */
  try(pattern: Pattern): Trial {
    const { applies, wishes, opened, reason } = runAndUndo(pattern, this.root, this.#rewriter);
    const wanted = new Set<string>();
    for (const wish of wishes) if (wish.kind === "definition") wanted.add(wish.wanted.name);
    if (wishes.some(({ kind }) => kind === "name")) for (const name of this.#vocabulary) wanted.add(name);
    const granted = wishes.filter((wish) => this.#canGrant(wish));
    const depth = [...opened].filter((op) => this.owns(op)).length;
    const key = `${reason} ${granted.map(wishText).join()}${"*".repeat(depth)}`;
    return { applies, wishes: granted, wanted, reason, key };
  }

  /** Whether a wish can be granted: a rule that looks around asks of ops that are no operands of ours, too. */
  #canGrant(wish: Wish): boolean {
    if (wish.kind === "same") return wish.found.type === wish.wanted.type;
    if (wish.kind === "attribute") return this.owns(wish.op) && canVary(wish.op, wish.name);
    return (wish.kind !== "definition" || wish.wanted.results.length > 0) && this.#isUsed(wish.op);
  }

  #isUsed(op: Operation): boolean {
    for (const result of op.results) for (const use of result.uses()) if (this.owns(use.owner)) return true;
    return false;
  }

  /** Erases the ops of a scene without which the rule applies, too; gives the names of the others, constants aside. */
  strip(pattern: Pattern): ReadonlySet<string> {
    for (const op of visibleOps(this.outermost).reverse()) {
      if (op === this.root || op.hasTrait("Terminator") || isAround(op, this.root)) continue;
      if (!isPartOfScene(op) || [...op.results].some((result) => result.users().some(isPartOfScene))) continue;
      const isNeeded = withJournal(this.#site.context, ({ mark, rollback }) => {
        const before = mark();
        for (const result of op.results)
          for (const use of [...result.uses()])
            use.owner.setOperands(use.owner.operands.filter((value) => value !== result));
        op.erase();
        const { applies } = this.try(pattern);
        if (!applies) rollback(before);
        return !applies;
      });
      if (!isNeeded) this.ops.delete(op);
    }
    const names = new Set<string>();
    for (const op of visibleOps(this.outermost))
      if (isPartOfScene(op) && !op.hasTrait("ConstantLike") && !op.hasTrait("Terminator")) names.add(op.name);
    return names;
  }

  /** As `strip`, and leaves all as it was. */
  needed(pattern: Pattern): ReadonlySet<string> {
    return withJournal(this.#site.context, ({ mark, rollback }) => {
      const start = mark();
      const names = this.strip(pattern);
      rollback(start);
      return names;
    });
  }

  /** Puts an op in front of one of a scene, or of the root, that works on an operand of ours. */
  enrich(names: readonly string[]): Undo {
    const { random, context, builder } = this.#site;
    const ops = this.#all().filter((op) => !op.hasTrait("ConstantLike") && op.parentBlock !== null);
    if (ops.length === 0) return nothing;
    const anchor = random.pick(ops);
    const near = random.pick(ops);
    const name = names.length > 0 && random.chance(1, 2) ? random.pick(names) : near.name;
    const definition = context.ops.get(name);
    if (definition === undefined || definition.traits.has("Terminator")) return nothing;
    const shared = near.operands.filter((value) => isBefore(value, anchor));
    const operand = shared.length > 0 ? random.pick(shared) : undefined;
    const made = builder.at(
      (at) => at.setBefore(anchor),
      () => this.#site.operation(definition, operand === undefined ? {} : { operand }),
    );
    if (made === undefined) return nothing;
    if (!standsBehindItsOperands(made)) {
      made.erase();
      return nothing;
    }
    if (anchor.parentBlock === this.outermost.parentBlock) this.ops.add(made);
    return () => {
      this.ops.delete(made);
      made.erase();
    };
  }

  /** Grants one of the wishes, or changes something at random; what is random can be taken back. */
  change(wishes: readonly Wish[], known: boolean): Undo {
    const { random } = this.#site;
    const clear = wishes.filter((wish) => !isVague(wish));
    if (wishes.length > 0 && random.chance(known ? 2 : 3, clear.length > 0 ? 4 : 6)) {
      const asked = clear.length > 0 && random.chance(3, 4) ? clear : wishes;
      // The last question is the likeliest reason of the refusal.
      const last = asked[asked.length - 1];
      const wish = last !== undefined && random.chance(1, 2) ? last : random.pick(asked);
      const undo = this.#grant(wish, wishes);
      if (undo !== undefined) return undo;
    }
    return this.perturb();
  }

  #grant(wish: Wish, all: readonly Wish[]): Undo | undefined {
    if (wish.kind === "same") return this.#unify(wish.found, wish.wanted) ? nothing : undefined;
    if (wish.kind === "attribute") return this.#changeProperty(wish.op, wish.name);
    const use = this.#useOf(wish.op);
    if (use === undefined) return undefined;
    if (wish.kind === "definition") return this.#define(use, wish.wanted) ? nothing : undefined;
    if (wish.kind === "constant") return this.#fix(use, wish.wanted) ? nothing : undefined;
    const { random } = this.#site;
    const { value } = use;
    const takeBack: Undo = () => {
      use.set(value);
    };
    if (wish.kind === "name") return this.#defineAnyhow(use) ? takeBack : undefined;
    const read = all.flatMap((other) => (other.kind === "read" ? (integerConstant(other.op.result()) ?? []) : []));
    const near =
      read.length > 0 && random.chance(3, 4) ? related(random.pick(read), widthOf(value), random) : undefined;
    return this.#fix(use, near) ? takeBack : undefined;
  }

  /** An operand of ours that `op` defines. */
  #useOf(op: Operation): OpOperand | undefined {
    const uses: OpOperand[] = [];
    for (const result of op.results) for (const use of result.uses()) if (this.owns(use.owner)) uses.push(use);
    return uses.length === 0 ? undefined : this.#site.random.pick(uses);
  }

  /** Whether an op is ours, or inside one of ours. */
  owns(op: Operation): boolean {
    for (let at: Operation | null = op; at !== null; at = at.parentOp) if (this.ops.has(at)) return true;
    return false;
  }

  /** All our ops and, at times, those inside. */
  #all(): readonly Operation[] {
    const ops = [...this.ops];
    if (isScene(this.outermost))
      return ops.flatMap((op) => (op === this.outermost ? visibleOps(op).filter(isPartOfScene) : op));
    if (this.outermost.regions.length === 0 || this.#site.random.chance(1, 2)) return ops;
    return ops.flatMap((op) => (op.regions.length === 0 ? op : visibleOps(op)));
  }

  /** Puts an op of this definition where the operand comes from. */
  #define(use: OpOperand, wanted: OpDefinition): boolean {
    const { type } = use.value;
    const made = this.#site.builder.at(
      (builder) => builder.setBefore(this.#first),
      () => this.#site.operation(wanted, { resultType: type }),
    );
    if (made === undefined) return false;
    const result = made.results.find((candidate) => candidate.type === type);
    if (result === undefined || !standsBehindItsOperands(made)) {
      made.erase();
      return false;
    }
    this.ops.add(made);
    this.#first = made;
    this.#giveDefinitions(made);
    use.set(result);
    return true;
  }

  #fix(use: OpOperand, wanted: bigint | undefined): boolean {
    const { type } = use.value;
    const value = this.#constant(type, wanted);
    if (value === undefined) return false;
    use.set(value);
    return true;
  }

  #constant(type: Value["type"], wanted?: bigint): Value | undefined {
    const site = this.#site;
    return site.builder.at(
      (builder) => builder.setBefore(this.#first),
      () => {
        const attribute = site.constantAttribute(type);
        if (wanted !== undefined && attribute !== undefined && isIntegerOrIndex(elementTypeOf(type)))
          return site.integer(type, wanted);
        return attribute && site.constant(attribute, type);
      },
    );
  }

  #unify(found: Value, wanted: Value): boolean {
    if (found.type !== wanted.type) return false;
    for (const [from, to] of [
      [found, wanted],
      [wanted, found],
    ] as const) {
      for (const use of [...from.uses()]) {
        if (!this.owns(use.owner) || !isBefore(to, use.owner)) continue;
        use.set(to);
        return true;
      }
    }
    return false;
  }

  /** Gives a random operand another value of its type: another operand's, a constant, one of the program. Or another property. */
  perturb(): Undo {
    const { random } = this.#site;
    const ops = this.#all();
    const op = random.chance(1, 3) ? this.root : random.pick(ops);
    if (op.successors.length > 0 && random.chance(1, 8)) return this.#redirect(op);
    if (op.operandCount === 0 || random.chance(1, 3)) {
      const able = ops.filter(({ definition }) => definition.properties.some(({ samples }) => samples !== undefined));
      if (able.length > 0) return this.#changeProperty(random.pick(able));
    }
    const use = op.opOperands[random.below(op.operandCount)];
    if (use === undefined) return nothing;
    const { value } = use;
    const { definingOp } = value;
    // Another op like the one that is there: of other numbers, shapes, properties.
    const again = definingOp !== null && this.ops.has(definingOp) && random.chance(1, 8) ? definingOp : undefined;
    const isMade = again !== undefined && this.#define(use, again.definition);
    const often = this.#vocabulary.length > 0 ? 2 : 4;
    if (!isMade && (!random.chance(1, often) || !this.#defineAnyhow(use))) this.#replace(use);
    return () => {
      use.set(value);
    };
  }

  /** Puts a random op where the operand comes from: one that the rule names, one of the root's dialect, often one like the root itself. */
  #defineAnyhow(use: OpOperand): boolean {
    const { random, context } = this.#site;
    const { definition } = this.root;
    const named = this.#vocabulary.length > 0 && random.chance(3, 4) ? random.pick(this.#vocabulary) : undefined;
    const ops = context.dialects.get(definition.dialect)?.ops ?? [];
    const anyhow = random.chance(1, 2) || ops.length === 0 ? definition : random.pick(ops);
    const wanted = named === undefined ? anyhow : (context.ops.get(named) ?? anyhow);
    return wanted.results.length > 0 && this.#define(use, wanted);
  }

  #replace(use: OpOperand): void {
    const { random } = this.#site;
    const { owner, value } = use;
    const choice = random.below(8);
    // What a rule compares on its own, it does not ask for.
    const other = choice < (this.#vocabulary.length > 0 ? 4 : 2) ? this.#operandLike(use) : undefined;
    if (other !== undefined) use.set(other);
    else if (choice < 6) {
      const constants = random.chance(1, 2) ? this.#numbersAround(owner) : [];
      const near = constants.length > 0 ? related(random.pick(constants), widthOf(value), random) : undefined;
      use.set(this.#constant(value.type, this.#numberWithin(value) ?? near) ?? value);
    } else {
      const existing = this.#site.existing(value.type);
      if (existing !== undefined && isBefore(existing, owner) && this.keepsLimit(value, existing)) use.set(existing);
    }
  }

  /** For an index or a bound most times a number that can be in its place; for a condition that a loop goes on by, what ends it. */
  #numberWithin(value: Value): bigint | undefined {
    const { random } = this.#site;
    const limit = this.#site.limitOf(value);
    if (limit !== undefined && widthOf(value) === 1) return 0n;
    return limit !== undefined && random.chance(7, 8) ? BigInt(random.below(Math.max(limit, 4))) : undefined;
  }

  /** The integers among an op's attributes and our operands. */
  #numbersAround(op: Operation): readonly bigint[] {
    const numbers = op.allAttributes.flatMap(([, attribute]) => integersIn(attribute));
    for (const { opOperands } of this.#all())
      for (const { value } of opOperands) {
        const constant = integerConstant(value);
        if (constant !== undefined) numbers.push(constant);
      }
    return numbers;
  }

  /** Whether a value may stand for one that is an index or a bound; now and then any may. */
  keepsLimit(value: Value, other: Value): boolean {
    const { random } = this.#site;
    const limit = this.#site.limitOf(value);
    return limit === undefined || (this.#site.limitOf(other) ?? Infinity) <= limit || random.chance(1, 8);
  }

  /** Leads one of an op's successors to another block of its region that takes such values. */
  #redirect(op: Operation): Undo {
    const { random } = this.#site;
    const old = op.successors;
    const at = random.below(old.length);
    const types = (block: Block | undefined): string => block?.arguments.map(({ type }) => type.id).join() ?? "";
    const [entry, ...others] = op.parentBlock?.parentRegion?.blocks ?? [];
    const candidates = others.filter((block) => block !== entry && types(block) === types(old[at]));
    if (candidates.length === 0) return nothing;
    const target = random.pick(candidates);
    op.setSuccessors(old.map((block, i) => (i === at ? target : block)));
    return () => {
      op.setSuccessors(old);
    };
  }

  #changeProperty(op: Operation, only?: string): Undo {
    const { random, context, avoidsUndefinedBehavior } = this.#site;
    const candidates = op.definition.properties.filter(
      ({ name, samples }) => samples !== undefined && (only ?? name) === name,
    );
    if (candidates.length === 0) return nothing;
    const { name, samples, optional } = random.pick(candidates);
    const choices = samples?.(context, avoidsUndefinedBehavior) ?? [];
    if (choices.length === 0) return nothing;
    const old = op.attribute(name);
    op.setAttribute(name, optional && random.chance(1, 4) ? undefined : random.pick(choices));
    return () => {
      op.setAttribute(name, old);
    };
  }

  /** Constants in place of block arguments: a rule can ask what defines its operand only where something does. */
  #giveDefinitions(op: Operation): void {
    const { random } = this.#site;
    const rarity = (op === this.outermost ? 4 : 2) * (this.#vocabulary.length > 0 ? 4 : 1);
    for (const use of op.opOperands) {
      if (use.value.definingOp !== null || random.chance(1, rarity)) continue;
      if (op === this.outermost && random.chance(1, 3) && this.#defineAnyhow(use)) continue;
      const other = this.#vocabulary.length > 0 && random.chance(1, 3) ? this.#operandLike(use) : undefined;
      use.set(other ?? this.#constant(use.value.type, this.#numberWithin(use.value)) ?? use.value);
    }
  }

  /** An operand of one of our ops that could stand in this place. */
  #operandLike({ owner, value }: OpOperand): Value | undefined {
    const others: Value[] = [];
    for (const op of this.#all())
      for (const { value: other } of op.opOperands)
        if (other !== value && other.type === value.type && isBefore(other, owner) && this.keepsLimit(value, other))
          others.push(other);
    return others.length === 0 ? undefined : this.#site.random.pick(others);
  }

  /** Whether each of the ops verifies. */
  isValid(): boolean {
    const { context } = this.#site;
    const { allowUnregisteredDialects } = context;
    // What holds a scene is of no dialect.
    context.allowUnregisteredDialects = true;
    const isValid = [...this.ops].every((op) => verify(op).length === 0);
    context.allowUnregisteredDialects = allowUnregisteredDialects;
    return isValid;
  }

  /** The ops in the order in which they stand. */
  ordered(): readonly Operation[] {
    return [...this.ops]
      .filter((op) => op.parentBlock !== null)
      .sort((a, b) => (a.parentBlock?.isBefore(a, b) === true ? -1 : 1));
  }

  /** Erases what the search made and left unused. */
  tidy(): void {
    for (const op of [...this.ordered()].reverse()) {
      if (op === this.outermost || op.hasResultUses) continue;
      this.ops.delete(op);
      op.erase();
    }
    if (!isScene(this.outermost)) return;
    for (const op of visibleOps(this.outermost))
      if (op.hasTrait("ConstantLike") && !op.hasResultUses && op !== this.root) op.erase();
  }
}

/** Whether other values of an op's property are known. */
const canVary = ({ definition }: Operation, property: string): boolean =>
  definition.properties.some(({ name, samples }) => name === property && samples !== undefined);

/** Whether an op is inside another. */
const isAround = (outer: Operation, inner: Operation): boolean =>
  inner.enclosing((around) => around === outer) !== undefined;

/** Whether an op of a scene is more than its frame. */
const isPartOfScene = ({ name }: Operation): boolean => name !== SCENE && name !== SCENE_END;
