// One program in the making: the op to make next, and the regions inside ops.
import { effectsOf } from "../../analysis/effects.ts";
import { stringAttr } from "../../core/attribute-constructors.ts";
import { Region, type Block } from "../../core/block.ts";
import { cloneOp } from "../../core/clone.ts";
import type { OpDefinition } from "../../core/definition.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { seededSource, type RandomSource } from "../random-source.ts";
import { fillBlocks } from "./blocks.ts";
import type { GeneratedParts, GenerationSite, OperationWish, RegionPlan } from "./generation-site.ts";
import type { OperationPlan } from "./plans.ts";
import { NoSuchValue, ProgramValues } from "./program-values.ts";
import { recent, Scope } from "./scope.ts";
import { alignOperands, makeScene, type ScenePlan } from "./scene.ts";
import { solve } from "./solve.ts";
import { planFor, plansTaking, type GenerationTables } from "./tables.ts";
import type { ValueSource, YieldingRegion } from "./value-source.ts";

const MAX_DEPTH = 4;
/** About how many ops what is made apart may have, whatever the size of the program that asks for it. */
const GOAL_APART = 30;
/** Ops that a program prefers: of few kinds of op, more stand together as rules want them. */
const FAVOURITES = 6;

export class Program extends ProgramValues implements GenerationSite, ValueSource {
  readonly moduleBlock: Block;
  /** The functions of the module so far. */
  readonly functions: Operation[] = [];
  /** Only ops that can be run. */
  isRunnable = false;
  seesSymbols = true;
  depth = 0;
  #pureOnly = false;
  #within: string[] = [];
  #symbols = 0;
  #last: OperationPlan | undefined;
  #favourites: readonly OperationPlan[];
  /** In a scene: the ops that it has so far. */
  #scene: Operation[] | undefined;
  /** Regions of ops in the making. */
  readonly #regions: Region[] = [];

  constructor(
    tables: GenerationTables,
    random: RandomSource,
    avoids: boolean,
    moduleBlock: Block,
    accepts?: (type: Type) => boolean,
  ) {
    super(tables, random, avoids, accepts);
    this.moduleBlock = moduleBlock;
    this.#favourites = Array.from({ length: FAVOURITES }, () => this.#pickAny()).filter((plan) => plan !== undefined);
  }

  get callables(): readonly Operation[] {
    return this.seesSymbols ? this.functions : [];
  }

  // --- ops -----------------------------------------------------------------------------------------------------------------

  /** Makes ops until the program has `goal`. */
  fill(goal: number): void {
    for (let failures = 0; this.made < goal && failures < 20;) {
      if (this.makeOne()) failures = 0;
      else failures++;
    }
  }

  /** Makes an op of the plan, or of any. */
  makeOne(wanted?: OperationPlan): boolean {
    const { random } = this;
    if (wanted !== undefined) return this.#make(wanted, undefined) || this.#make(wanted, undefined);
    if (this.#scene !== undefined && random.below(8) === 0 && this.#repeat(this.#scene)) return true;
    const roll = random.below(8);
    let preferred: Value | undefined;
    let plan: OperationPlan | undefined;
    if (roll < 3) {
      preferred = recent(this.scope.all, random);
      const { type } = preferred ?? {};
      const takes = ({ operands }: OperationPlan): boolean =>
        type !== undefined && operands.some((operand) => operand.arity === "one" && operand.accepts(type));
      const favourites = random.below(2) === 0 ? this.#favourites.filter(takes) : [];
      const taking = favourites.length > 0 || type === undefined ? favourites : plansTaking(this.tables, type);
      if (taking.length > 0) plan = taking[random.below(taking.length)];
    } else if (roll === 3) {
      plan = this.#last;
      preferred = this.scope.all[this.scope.all.length - 1];
    }
    plan ??= this.#pick();
    return plan !== undefined && this.#make(plan, preferred);
  }

  #pick(): OperationPlan | undefined {
    const share = this.#scene === undefined ? 4 : 7;
    const isFavourite = this.#favourites.length > 0 && this.random.below(8) < share;
    return isFavourite ? this.random.pick(this.#favourites) : this.#pickAny();
  }

  #pickAny(): OperationPlan | undefined {
    const { dialects, totalWeight } = this.tables;
    let at = this.random.below(totalWeight);
    for (const { plans, weight } of dialects) {
      if (at < weight) return plans[this.random.below(plans.length)];
      at -= weight;
    }
    return undefined;
  }

  #make(plan: OperationPlan, preferred: Value | undefined): boolean {
    const { definition } = plan;
    const { builder } = this;
    const hasRegions = definition.regions.length > 0;
    if (hasRegions && (this.depth >= MAX_DEPTH || this.goal - this.made < 2)) return false;
    if (this.#pureOnly && !definition.traits.has("Pure")) return false;
    // What is inside leaves room for the op itself.
    builder.made++;
    const { op, parts } = this.#create(plan, { operand: preferred });
    builder.made--;
    if (op === undefined) return false;
    const scene = this.#scene;
    if (scene !== undefined && scene.length > 0 && !hasRegions && this.random.below(2) === 0 && !frees(op))
      alignOperands(this, op, this.random.pick(scene));
    // Programs that may do anything mostly do not: else the first division would end most of them.
    if (definition.makeDefined !== undefined && (this.avoidsUndefinedBehavior || this.random.below(8) > 0)) {
      if (!definition.makeDefined(this, op)) {
        op.dropAllReferences();
        return false;
      }
    }
    builder.insert(op);
    const isValid =
      (this.accepts === undefined || op.results.every(({ type }) => this.accepts?.(type) === true)) &&
      (parts?.isValid === true || (definition.verify?.(op) ?? definition.verifyRegions?.(op)) === undefined);
    if (!isValid) {
      op.erase();
      builder.made--;
      return false;
    }
    if (this.random.below(64) === 0) this.#tag(op);
    this.#last = plan;
    parts?.afterwards?.(op);
    if (parts?.isHidden !== true) for (let i = 0; i < op.resultCount; i++) this.scope.add(op.result(i));
    scene?.push(op);
    return true;
  }

  /** Makes an op of the scene once more, of the same operands where they are seen from here. */
  #repeat(scene: Operation[]): boolean {
    if (scene.length === 0) return false;
    const op = this.random.pick(scene);
    const isSeen = op.operands.every((value) => this.scope.ofType(value.type).includes(value));
    if (!isSeen || op.regions.length > 0 || op.operandCount === 0 || frees(op)) return false;
    const copy = this.builder.insert(cloneOp(op));
    for (const result of copy.results) this.scope.add(result);
    scene.push(copy);
    return true;
  }

  scene(plan: ScenePlan): Operation {
    return makeScene(this, plan);
  }

  /** From here on ops of these plans are made for the most part, of these types. */
  enterScene(plans: readonly OperationPlan[], types: readonly Type[]): () => void {
    const { pool, goal, made } = this;
    const [favourites, scene, last] = [this.#favourites, this.#scene, this.#last];
    const [first] = plans;
    this.#favourites = first === undefined ? plans : [first, ...plans];
    this.#scene = [];
    this.#last = undefined;
    if (types.length > 0) this.pool = { ...pool, types };
    return () => {
      this.pool = pool;
      this.goal = goal;
      this.builder.made = made;
      this.#favourites = favourites;
      this.#scene = scene;
      this.#last = last;
    };
  }

  operation(definition: OpDefinition, wish: OperationWish = {}): Operation | undefined {
    const plan = planFor(this.tables, definition);
    if (plan === undefined || (definition.regions.length > 0 && this.depth >= MAX_DEPTH)) return undefined;
    const { resultType } = wish;
    for (let tries = 0; tries < 4; tries++) {
      const { op } = this.#create(plan, wish);
      if (op === undefined) continue;
      if (this.avoidsUndefinedBehavior && definition.makeDefined?.(this, op) === false) {
        op.dropAllReferences();
        continue;
      }
      this.builder.insert(op);
      const fits = resultType === undefined || op.results.some(({ type }) => type === resultType);
      if (fits && (definition.verify?.(op) ?? definition.verifyRegions?.(op)) === undefined) return op;
      op.erase();
      this.builder.made--;
    }
    return undefined;
  }

  /** A detached op; none where something that it needs cannot be had. */
  #create(plan: OperationPlan, wish: OperationWish): { readonly op?: Operation; readonly parts?: GeneratedParts } {
    const regions = this.#regions;
    const mark = regions.length;
    const made = this.#tryToCreate(plan, wish);
    // What stands in regions that come to nothing uses values no longer.
    if (made === undefined)
      for (const { blocks } of regions.slice(mark))
        for (const block of blocks) for (const op of block.ops()) op.dropAllReferences();
    regions.length = mark;
    return made ?? {};
  }

  #tryToCreate(plan: OperationPlan, wish: OperationWish): { op: Operation; parts?: GeneratedParts } | undefined {
    const { generate, hasMeaning, traits } = plan.definition;
    const outer = this.preferred;
    const wasPure = this.#pureOnly;
    // Who erases or copies an op without effects does not look into its regions.
    if (traits.has("Pure")) this.#pureOnly = true;
    try {
      let made: { op: Operation; parts?: GeneratedParts };
      if (generate === undefined) {
        const op = solve(plan, this, wish.operand, wish.resultType);
        if (op === undefined) return undefined;
        made = { op };
      } else {
        this.preferred = wish.operand;
        const parts = generate(this, wish);
        if (parts === undefined) return undefined;
        made = { op: this.#fromParts(plan, parts), parts };
      }
      if (!this.isRunnable || hasMeaning?.(made.op) !== false) return made;
      made.op.dropAllReferences();
      return undefined;
    } catch (error) {
      if (error instanceof NoSuchValue) return undefined;
      throw error;
    } finally {
      this.preferred = outer;
      this.#pureOnly = wasPure;
    }
  }

  #fromParts({ definition, properties }: OperationPlan, parts: GeneratedParts): Operation {
    const given = parts.properties;
    const slots = properties.map(
      ({ defaultValue }, slot) => given?.[definition.properties[slot]?.name ?? ""] ?? defaultValue,
    );
    const { operands = [], regions = [], resultTypes, attributes, successors } = parts;
    const inferred =
      resultTypes ??
      (definition.results.length === 0
        ? []
        : definition.inferResultTypes?.({ context: this.context, operands, properties: slots, regions }));
    if (inferred === undefined) throw new Error(`the generator of '${definition.name}' leaves its result types open`);
    return Operation.create(this.context, definition, unknownLocation, {
      operands,
      resultTypes: inferred,
      propertySlots: slots,
      regions,
      ...(attributes === undefined ? {} : { attributes }),
      ...(successors === undefined ? {} : { successors }),
    });
  }

  /** A discardable attribute. */
  #tag(op: Operation): void {
    if (op.definition.propertySlots.has("tag")) return;
    op.setAttribute(
      "tag",
      this.random.below(2) === 0 ? stringAttr(this.context, "t") : stringAttr(this.context, "a b"),
    );
  }

  symbolName(stem: string): string {
    return `${stem}_${this.#symbols++}`;
  }

  // --- regions -------------------------------------------------------------------------------------------------------------

  yieldingRegion(plan: OperationPlan, given: readonly Type[] | undefined): YieldingRegion {
    let types = given;
    const end = (): void => {
      types ??= this.typesToHandOut(3);
      const operands = types.map((type) => this.handOut(type));
      this.builder.create(plan.terminator?.name ?? "", { operands });
    };
    const several = plan.definition.regions.some(({ blocks }) => blocks === "any");
    const region = several ? this.blocks({ end }) : this.region({ end });
    return { region, types: types ?? [] };
  }

  aside(body: (block: Block) => void): void {
    const { made } = this;
    const types = this.pool.types.filter((type) => this.isArgumentType(type));
    const indices = types.filter(({ kind }) => kind === "index");
    const region = new Region(this.context);
    const block = region.addBlock([...types, ...types, ...indices]);
    // Some ops stand in functions only.
    this.tables.functions.make(this.context, "aside", [], [], region, true);
    // Two of the indices are small, so that they stand for places in a buffer.
    for (const [at, value] of block.arguments.filter(({ type }) => type.kind === "index").entries())
      if (at > 0) this.setLimit(value, this.random.pick([1, 2, 2, 3]));
    this.inside(block, { isolated: true, hidesSymbols: true }, () => {
      this.entry = block;
      body(block);
    });
    this.builder.made = made;
  }

  apart<T>(seed: number, avoids: boolean, body: (site: GenerationSite) => T): T {
    const home = new Region(this.context).addBlock();
    const other = new Program(this.tables, seededSource(seed), avoids, home);
    other.goal = GOAL_APART;
    other.isRunnable = this.isRunnable;
    let made: { readonly value: T } | undefined;
    other.aside(() => {
      made = { value: body(other) };
    });
    if (made === undefined) throw new Error("an aside without its body");
    return made.value;
  }

  region(plan: RegionPlan): Region {
    const region = new Region(this.context);
    this.#regions.push(region);
    const block = region.addBlock(plan.argumentTypes);
    this.inside(block, plan, () => {
      this.fill(this.made + (plan.operations ?? this.#shareOfRegion()));
      plan.end(this, block.arguments);
    });
    return region;
  }

  /** A share of what is left of the program; in a scene a few ops, since it is there that a rule looks for them. */
  #shareOfRegion(): number {
    const { random } = this;
    if (this.#scene === undefined) return random.below(Math.min(Math.max(0, this.goal - this.made), 12) + 1);
    const share = random.pick([0, 1, 2, 3, 4, 6]);
    this.goal = Math.max(this.goal, this.made + share + 1);
    return share;
  }

  blocks(plan: RegionPlan): Region {
    const region = new Region(this.context);
    this.#regions.push(region);
    const block = region.addBlock(plan.argumentTypes);
    this.inside(block, plan, () => {
      const left = Math.max(0, this.goal - this.made);
      const goal = this.made + (plan.operations ?? this.random.below(Math.min(left, 16) + 1));
      fillBlocks(this, goal, () => {
        plan.end(this, block.arguments);
      });
    });
    return region;
  }

  /** Runs `body` with the builder at the end of a block whose arguments are in scope. */
  inside(
    block: Block,
    plan: Pick<RegionPlan, "isolated" | "pure" | "arguments" | "within" | "hidesSymbols">,
    body: () => void,
  ): void {
    const { scope, entry, builder, preferred } = this;
    this.preferred = undefined;
    const wasPure = this.#pureOnly;
    if (plan.isolated === true) {
      this.scope = new Scope();
      this.entry = undefined;
    }
    if (plan.pure === true) this.#pureOnly = true;
    const mark = this.scope.mark();
    const { block: outer, before } = builder;
    builder.setToEnd(block);
    for (const argument of block.arguments) this.scope.add(argument);
    const outside = this.#within;
    const sawSymbols = this.seesSymbols;
    if (plan.hidesSymbols === true) this.seesSymbols = false;
    if (plan.within !== undefined) this.#within = [...outside, plan.within];
    this.depth++;
    // Room for the terminator, which is the body's to make.
    builder.made++;
    try {
      plan.arguments?.(block.arguments);
      body();
    } finally {
      builder.made--;
      this.depth--;
      builder.block = outer;
      builder.before = before;
      this.scope.release(mark);
      this.scope = scope;
      this.entry = entry;
      this.#pureOnly = wasPure;
      this.#within = outside;
      this.seesSymbols = sawSymbols;
      this.preferred = preferred;
    }
  }

  isWithin(name: string): boolean {
    return this.#within.includes(name);
  }
}

/** Whether an op ends a buffer's life: of such a buffer there is one. */
const frees = (op: Operation): boolean => effectsOf(op)?.some(({ effect }) => effect === "free") === true;
