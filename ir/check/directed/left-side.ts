// Left sides: programs that a rule applies to, found by trying it on an op and giving it what it looked for in vain.
//
// A rule is run on a random op of its root, undone, and asked what it missed (Context.matchProbe): an operand of another definition, a
// constant, two values that would have to be one. One of these wishes is granted, and the rule is run again, until it applies.
import { verify } from "../../analysis/verify.ts";
import type { MatchProbe } from "../../core/context.ts";
import { Block } from "../../core/block.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import { elementTypeOf, isIntegerOrIndex } from "../../core/types.ts";
import { walk } from "../../core/walk.ts";
import type { OpOperand, Value } from "../../core/value.ts";
import { withJournal } from "../../rewrite/journaled.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import { integerConstant } from "../../rewrite/constant.ts";
import { Rewriter } from "../../rewrite/rewriter.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import type { RandomSource } from "../random-source.ts";

type Wish =
  | { readonly kind: "definition"; readonly op: Operation; readonly wanted: OpDefinition }
  | { readonly kind: "constant"; readonly op: Operation; readonly wanted: bigint | undefined }
  /** A constant was read, and may have been the wrong one. */
  | { readonly kind: "read"; readonly op: Operation }
  | { readonly kind: "same"; readonly found: Value; readonly wanted: Value };

/** What a trial of the rule showed. */
interface Trial {
  readonly applies: boolean;
  readonly wishes: readonly Wish[];
  /** Why it refused. */
  readonly reason: string;
  /** The reason and the questions: what tells how far the rule got. */
  readonly key: string;
}

/** Takes a change back. */
type Undo = () => void;

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

  /** `outermost` is the root, or the op around it that came with it. */
  constructor(site: GenerationSite, root: Operation, outermost: Operation) {
    this.#site = site;
    this.root = root;
    this.outermost = outermost;
    this.#rewriter = new Rewriter(site.context);
    this.#first = outermost;
    this.ops.add(outermost);
    this.#giveDefinitions(outermost);
  }

  /** Takes in an op that stands in front of the root, and that the root may use. */
  adopt(op: Operation): void {
    this.ops.add(op);
    this.#first = op;
    this.#giveDefinitions(op);
  }

  /** Runs the rule on the root and undoes what it did. */
  try(pattern: Pattern): Trial {
    const { context } = this.#site;
    const wishes: Wish[] = [];
    const probe: MatchProbe = {
      definition: (op, wanted) => wishes.push({ kind: "definition", op, wanted }),
      constant: (op, wanted) => wishes.push({ kind: "constant", op, wanted }),
      read: (op) => wishes.push({ kind: "read", op }),
      same: (found, wanted) => wishes.push({ kind: "same", found, wanted }),
    };
    let applies = false;
    let reason = "";
    withJournal(context, ({ mark, rollback }) => {
      const start = mark();
      context.matchProbe = probe;
      try {
        const result = pattern.rewrite(this.root, this.#rewriter.setBefore(this.root));
        applies = result === true;
        if (result !== true) ({ reason } = result);
      } catch {
        // What throws is worth a program: the tester tells of it.
        applies = true;
      } finally {
        context.matchProbe = undefined;
        rollback(start);
      }
    });
    return { applies, wishes, reason, key: `${reason} ${wishes.map(wishText).join()}` };
  }

  /** Grants one of the wishes, or changes something at random; what is random can be taken back. */
  change(wishes: readonly Wish[], known: boolean): Undo {
    const { random } = this.#site;
    if (wishes.length > 0 && random.chance(known ? 1 : 3, known ? 2 : 4)) {
      // The last question is the likeliest reason of the refusal.
      const last = wishes[wishes.length - 1];
      const wish = last !== undefined && random.chance(1, 2) ? last : random.pick(wishes);
      const undo = this.#grant(wish, wishes);
      if (undo !== undefined) return undo;
    }
    return this.perturb();
  }

  #grant(wish: Wish, all: readonly Wish[]): Undo | undefined {
    if (wish.kind === "same") return this.#unify(wish.found, wish.wanted) ? nothing : undefined;
    const use = this.#useOf(wish.op);
    if (use === undefined) return undefined;
    if (wish.kind === "definition") return this.#define(use, wish.wanted) ? nothing : undefined;
    if (wish.kind === "constant") return this.#fix(use, wish.wanted) ? nothing : undefined;
    const { random } = this.#site;
    const { value } = use;
    const read = all.flatMap((other) => (other.kind === "read" ? (integerConstant(other.op.result()) ?? []) : []));
    const near =
      read.length > 0 && random.chance(3, 4) ? related(random.pick(read), widthOf(value), random) : undefined;
    if (!this.#fix(use, near)) return undefined;
    return () => {
      use.set(value);
    };
  }

  /** An operand of ours that `op` defines. */
  #useOf(op: Operation): OpOperand | undefined {
    const uses: OpOperand[] = [];
    for (const result of op.results) for (const use of result.uses()) if (this.#owns(use.owner)) uses.push(use);
    return uses.length === 0 ? undefined : this.#site.random.pick(uses);
  }

  /** Whether an op is ours, or inside one of ours. */
  #owns(op: Operation): boolean {
    for (let at: Operation | null = op; at !== null; at = at.parentOp) if (this.ops.has(at)) return true;
    return false;
  }

  /** All our ops and, at times, those inside. */
  #all(): readonly Operation[] {
    const ops = [...this.ops];
    if (this.outermost.regions.length === 0 || this.#site.random.chance(1, 2)) return ops;
    return ops.flatMap((op) => (op.regions.length === 0 ? op : [...walk(op)]));
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
        if (!this.#owns(use.owner) || !isBefore(to, use.owner)) continue;
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
    const op = random.pick(ops);
    if (op.operandCount === 0 || random.chance(1, 3)) {
      const able = ops.filter(({ definition }) => definition.properties.some(({ samples }) => samples !== undefined));
      if (able.length > 0) return this.#changeProperty(random.pick(able));
    }
    const use = op.opOperands[random.below(op.operandCount)];
    if (use === undefined) return nothing;
    const { value } = use;
    const { definingOp } = value;
    // Another op like the one that is there: of other numbers, shapes, properties.
    const again = definingOp !== null && this.ops.has(definingOp) && random.chance(1, 2) ? definingOp : undefined;
    const isMade = again !== undefined && this.#define(use, again.definition);
    if (!isMade && (!random.chance(1, 4) || !this.#defineAnyhow(use))) this.#replace(use);
    return () => {
      use.set(value);
    };
  }

  /** Puts a random op of the root's dialect where the operand comes from; often one like the root itself. */
  #defineAnyhow(use: OpOperand): boolean {
    const { random, context } = this.#site;
    const { definition } = this.root;
    const ops = context.dialects.get(definition.dialect)?.ops ?? [];
    const wanted = random.chance(1, 2) || ops.length === 0 ? definition : random.pick(ops);
    return wanted.results.length > 0 && this.#define(use, wanted);
  }

  #replace(use: OpOperand): void {
    const { random } = this.#site;
    const { owner, value } = use;
    const others: Value[] = [];
    const constants: bigint[] = [];
    for (const op of this.#all())
      for (const operand of op.opOperands) {
        const other = operand.value;
        if (other !== value && other.type === value.type && isBefore(other, owner)) others.push(other);
        const constant = integerConstant(other);
        if (constant !== undefined) constants.push(constant);
      }
    const choice = random.below(8);
    if (choice < 2 && others.length > 0) use.set(random.pick(others));
    else if (choice < 6) {
      const near = constants.length > 0 && random.chance(1, 2);
      const wanted = near ? related(random.pick(constants), widthOf(value), random) : undefined;
      use.set(this.#constant(value.type, wanted) ?? value);
    } else {
      const existing = this.#site.existing(value.type);
      if (existing !== undefined && isBefore(existing, owner)) use.set(existing);
    }
  }

  #changeProperty(op: Operation): Undo {
    const { random, context, avoidsUndefinedBehavior } = this.#site;
    const candidates = op.definition.properties.filter(({ samples }) => samples !== undefined);
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
    for (const use of op.opOperands) {
      if (use.value.definingOp !== null || this.#site.random.chance(1, op === this.outermost ? 4 : 2)) continue;
      if (op === this.outermost && this.#site.random.chance(1, 3) && this.#defineAnyhow(use)) continue;
      use.set(this.#constant(use.value.type) ?? use.value);
    }
  }

  /** Puts values of the program where constants stand that the rule does not need. */
  generalize(pattern: Pattern): void {
    const { random } = this.#site;
    const constants = new Set<Value>();
    for (const op of this.ops)
      for (const inner of walk(op))
        for (const { value } of inner.opOperands)
          if (value.definingOp?.hasTrait("ConstantLike") === true) constants.add(value);
    const isOurs = (op: Operation): boolean =>
      this.ops.has(op) || (op.parentOp !== null && op.enclosing((outer) => this.ops.has(outer)) !== undefined);
    for (const constant of constants) {
      if (random.chance(1, 8)) continue;
      const uses = [...constant.uses()].filter(({ owner }) => isOurs(owner));
      // All uses together first: the rule may ask that they are one value.
      if (this.#frees(uses, pattern) || uses.length < 2) continue;
      for (const use of uses) this.#frees([use], pattern);
    }
  }

  /** Puts a value that is no constant into these places; puts the old ones back where the rule then does not apply. */
  #frees(uses: readonly OpOperand[], pattern: Pattern): boolean {
    const [first] = uses;
    if (first === undefined) return false;
    const { value } = first;
    const existing = this.#site.random.chance(1, 2) ? this.#site.existing(value.type) : undefined;
    const usable =
      existing !== undefined &&
      existing.definingOp?.hasTrait("ConstantLike") !== true &&
      uses.every(({ owner }) => isBefore(existing, owner));
    // A block argument stands for whatever there will be.
    const other = usable ? existing : new Block().addArgument(value.type);
    for (const use of uses) use.set(other);
    if (this.try(pattern).applies) return true;
    for (const use of uses) use.set(value);
    return false;
  }

  /** Whether each of the ops verifies. */
  isValid(): boolean {
    for (const op of this.ops) if (verify(op).length > 0) return false;
    return true;
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
  }
}

function wishText(wish: Wish): string {
  if (wish.kind === "definition") return wish.wanted.name;
  if (wish.kind === "read") return "read";
  return wish.kind === "constant" ? `constant ${wish.wanted ?? ""}` : "same";
}

function widthOf({ type }: Value): number {
  const element = elementTypeOf(type);
  return element.kind === "integer" ? element.width : 64;
}

/** A number that has to do with another: what rules on constants compare. */
function related(constant: bigint, width: number, random: RandomSource): bigint {
  const bits = BigInt(width);
  switch (random.below(10)) {
    case 0:
      return constant + 1n;
    case 1:
      return constant - 1n;
    case 2:
      return -constant;
    case 3:
      return ~constant;
    case 4:
      return constant >= 0n && constant < bits ? 1n << constant : bits - constant;
    case 5:
      return bits - 1n - constant;
    case 6:
      return constant >= 0n && constant < bits ? (1n << constant) - 1n : constant >> 1n;
    default:
      return constant;
  }
}

/** Whether all that an op, and what is inside, uses of its own block is defined before it. */
function standsBehindItsOperands(op: Operation): boolean {
  for (const inner of walk(op))
    for (const value of inner.operands)
      if (value.definingOp !== null && value.definingOp.parentBlock === op.parentBlock && !isBefore(value, op))
        return false;
  return true;
}

/** Whether a value is defined in a block around an op, before what holds the op. */
function isBefore(value: Value, op: Operation): boolean {
  const home = value.definingOp?.parentBlock ?? value.ownerBlock;
  for (let at: Operation | null = op; at !== null; at = at.parentOp) {
    if (at.parentBlock !== home) continue;
    return value.definingOp === null || (value.definingOp !== at && home?.isBefore(value.definingOp, at) === true);
  }
  return false;
}
