// Scenes: a few ops of chosen kinds on few values, which repeat each other's operands: the same place of a buffer, the same condition.
//
// A scene is the region of an op that no dialect has, so that it can be handled as one op. It ends in another such op, whose operands are
// what the program may go on with. `inlineScene` puts it into a program.
import { Region, type Block } from "../../core/block.ts";
import type { OpDefinition } from "../../core/definition.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import { indexType, i1 } from "../../core/type-constructors.ts";
import { elementTypeOf, isShaped, type Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { fillBlocks } from "./blocks.ts";
import type { GenerationSite } from "./generation-site.ts";
import type { OperationPlan } from "./plans.ts";
import type { Program } from "./program.ts";
import { planFor, plansTaking } from "./tables.ts";

export const SCENE = "scene.ops";
export const SCENE_END = "scene.end";

export interface ScenePlan {
  /** What it is about, the most important first. */
  readonly definitions: readonly OpDefinition[];
  /** About how many ops it has. */
  readonly operations: number;
  /** Several blocks that branch to each other. */
  readonly blocks: boolean;
}

/** Values that a scene hands over, and of how many types it takes values. */
const MOST_RESULTS = 4;
const MOST_TYPES = 7;
/** Kinds of ops besides those that a scene is about. */
const GUESTS = 3;

/** The op that holds the scene, where the builder stands. */
export function makeScene(program: Program, { definitions, operations, blocks }: ScenePlan): Operation {
  const { context, random, builder } = program;
  const plans = definitions.flatMap((definition) => planFor(program.tables, definition) ?? []);
  // Whatever else comes is about one type: so it has to do with each other.
  const topic = program.poolTypes.length > 0 ? random.pick(program.poolTypes) : undefined;
  const taking = topic === undefined ? [] : plansTaking(program.tables, topic);
  const guests = taking.length === 0 ? [] : Array.from({ length: GUESTS }, () => random.pick(taking));
  const types = sceneTypes(program, plans, topic);
  const values = new Set<Value>();
  for (const type of types) {
    for (let n = type.kind === "index" ? 3 : 1 + random.below(2); n > 0; n--) {
      const value = program.existing(type) ?? program.available(type);
      if (value !== undefined) values.add(value);
    }
  }
  const region = new Region(context);
  const entry = region.addBlock();
  const leave = program.enterScene([...plans, ...guests], types);
  const { entry: inputs } = program;
  program.inside(entry, { isolated: true }, () => {
    program.entry = inputs;
    for (const value of values) program.offer(value);
    const outside = program.values.length;
    const end = (): void => {
      const made = program.values.slice(outside);
      const results = made.filter(({ type }) => type.kind !== "memref").slice(-MOST_RESULTS);
      builder.create(SCENE_END, { operands: results });
    };
    const goal = program.made + operations;
    program.goal = goal;
    if (blocks) fillBlocks(program, goal, end);
    else {
      program.fill(program.made + random.below(Math.ceil(operations / 2)));
      const [first] = plans;
      if (first !== undefined) program.makeOne(first);
      program.fill(goal);
      end();
    }
  });
  leave();
  const holder = Operation.create(context, context.opDefinition(SCENE), unknownLocation, { regions: [region] });
  return builder.insert(holder);
}

/** One type of the program's for every place of the ops that a scene is about, what goes with these, and now and then others. */
function sceneTypes(program: Program, plans: readonly OperationPlan[], topic: Type | undefined): readonly Type[] {
  const { random, context, poolTypes } = program;
  const types = new Set<Type>();
  const add = (type: Type | undefined): void => {
    if (type === undefined || types.size >= MOST_TYPES) return;
    types.add(type);
    if (!isShaped(type)) return;
    types.add(elementTypeOf(type));
    if (type.kind !== "vector") types.add(indexType(context));
  };
  for (const { operands, results } of plans.slice(0, 2))
    for (const { accepts } of [...operands, ...results]) if (![...types].some(accepts)) add(program.type(accepts));
  add(topic);
  add(i1(context));
  if (types.size < 3 && poolTypes.length > 0) add(random.pick(poolTypes));
  return [...types];
}

/**
 * Gives an op that was just made the operands of an earlier one, here and there: those of one type in their order. What stands within limits
 * keeps to them.
 */
export function alignOperands(program: Program, op: Operation, earlier: Operation): void {
  const { random, scope } = program;
  const places = new Map<Type, Value[]>();
  const known = (value: Value): boolean => scope.ofType(value.type).includes(value);
  for (const value of [...earlier.operands, ...earlier.results]) {
    if (!known(value)) continue;
    const list = places.get(value.type);
    if (list === undefined) places.set(value.type, [value]);
    else list.push(value);
  }
  // Of buffers of one type the same places may be touched.
  const isSameShape = op.operands.some((value) => isShaped(value.type) && places.has(value.type));
  const counts = new Map<Type, number>();
  for (const use of op.opOperands) {
    const { value } = use;
    const at = counts.get(value.type) ?? 0;
    counts.set(value.type, at + 1);
    const list = places.get(value.type);
    const other = list?.[Math.min(at, list.length - 1)];
    if (other === undefined || random.below(4) === 0) continue;
    const limit = program.limitOf(value);
    if (limit !== undefined && !isSameShape && (program.limitOf(other) ?? Infinity) > limit) continue;
    use.set(other);
  }
}

/** Whether an op is the region of a scene. */
export const isScene = (op: Operation): boolean => op.name === SCENE;

/** Moves what a scene holds to where the site stands, and the site behind it; gives the values to go on with. Undefined where several blocks have no place. */
export function inlineScene(scene: Operation, { builder }: GenerationSite): readonly Value[] | undefined {
  const [first, ...others] = scene.regions[0]?.blocks ?? [];
  const { block } = builder;
  const region = block?.parentRegion;
  if (
    first === undefined ||
    block === null ||
    (others.length > 0 && (region === undefined || region === null || builder.before !== null))
  )
    return undefined;
  moveOps(first, block, builder.before);
  let last = block;
  for (const other of others) {
    other.parentRegion?.removeBlock(other);
    region?.insertBlock(other, region.blocks.length);
    if (other.lastOp?.name === SCENE_END) last = other;
  }
  const end = others.length === 0 ? (builder.before === null ? block.lastOp : builder.before.previous) : last.lastOp;
  if (end?.name !== SCENE_END) return undefined;
  const values = end.operands;
  end.erase();
  if (last !== block) builder.setToEnd(last);
  return values;
}

function moveOps(from: Block, to: Block, before: Operation | null): void {
  for (const op of [...from.ops()]) {
    op.remove();
    to.insertBefore(op, before);
  }
}
