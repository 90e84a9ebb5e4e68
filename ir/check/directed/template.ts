// Templates: ops of a left side with arguments for all that they take from outside; copied into programs, and carried between contexts as text.
import { Block, Region } from "../../core/block.ts";
import { cloneOp, IRMapping } from "../../core/clone.ts";
import type { Context } from "../../core/context.ts";
import { unknownLocation } from "../../core/location.ts";
import { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { walkPreOrder } from "../../core/walk.ts";
import { parseModule } from "../../syntax/parser.ts";
import { printOperation } from "../../syntax/printer.ts";
import type { GenerationSite } from "../generate/generation-site.ts";
import { inlineScene, isScene } from "../generate/scene.ts";

/** The arguments of the block stand for values of the program. */
export interface Template {
  readonly block: Block;
  /** The op whose results the program goes on with, or the scene. */
  readonly root: Operation;
  /** By the number of an argument, what it must be below: it is an index into something, or the bound of a loop. */
  readonly limits: ReadonlyMap<number, number>;
  /** The program is not to use the results. */
  readonly isUnused: boolean;
}

/** A copy of ops that stand in one block, in order; constants come along, everything else from outside becomes an argument. */
export function templateOf(
  ops: readonly Operation[],
  root: Operation,
  limitOf: (value: Value) => number | undefined,
  isUnused: boolean,
): Template {
  const block = new Block();
  const limits = new Map<number, number>();
  const mapping = new IRMapping();
  const inside = new Set(ops);
  let copiedRoot: Operation | undefined;
  for (const op of ops) {
    for (const value of valuesFromOutside(op)) {
      const { definingOp } = value;
      if (mapping.values.has(value) || (definingOp !== null && inside.has(definingOp))) continue;
      if (definingOp?.hasTrait("ConstantLike") === true) block.append(cloneOp(definingOp, mapping));
      else {
        const limit = limitOf(value);
        if (limit !== undefined) limits.set(block.arguments.length, limit);
        mapping.map(value, block.addArgument(value.type));
      }
    }
    const copy = cloneOp(op, mapping);
    block.append(copy);
    if (op === root) copiedRoot = copy;
  }
  if (copiedRoot === undefined) throw new Error("a left side without its root");
  return { block, root: copiedRoot, limits, isUnused };
}

/** The values that an op and all ops inside it take from outside of it. */
function valuesFromOutside(op: Operation): readonly Value[] {
  if (op.regions.length === 0) return op.operands;
  const values = new Set<Value>(op.operands);
  const own = new Set<Value>();
  const pending = [...op.regions];
  for (let region = pending.pop(); region !== undefined; region = pending.pop()) {
    for (const block of region.blocks) {
      for (const argument of block.arguments) own.add(argument);
      for (const inner of block.ops()) {
        for (const result of inner.results) own.add(result);
        for (const operand of inner.operands) values.add(operand);
        pending.push(...inner.regions);
      }
    }
  }
  return [...values].filter((value) => !own.has(value));
}

/**
 * Copies a template to where the site stands, with values of the program for its arguments; gives the results of the root, or the values that
 * a scene hands over. Undefined where the program has no such values.
 */
export function instantiate(
  { block, root, limits, isUnused }: Template,
  site: GenerationSite,
): readonly Value[] | undefined {
  const mapping = new IRMapping();
  const { random } = site;
  for (const argument of block.arguments) {
    // At times two leaves are one value.
    const limit = limits.get(argument.index);
    const twin = block.arguments.find(
      ({ type, index }) => type === argument.type && index < argument.index && (limits.get(index) ?? limit) === limit,
    );
    const shared = twin !== undefined && random.chance(1, 8) ? mapping.values.get(twin) : undefined;
    // What other ops computed is seldom the one value that tells; among the inputs there are all kinds.
    const input =
      shared === undefined && random.chance(1, limit === undefined ? 2 : 8) ? site.argument(argument.type) : undefined;
    const value =
      shared ??
      input ??
      (limit === undefined ? site.available(argument.type) : site.below(argument.type, Math.max(1, limit)));
    if (value === undefined) return undefined;
    mapping.map(argument, value);
  }
  const copies = [...block.ops()].map((op) => ({ isRoot: op === root, copy: cloneOp(op, mapping) }));
  if (!copies.every(({ copy }) => suitsOperands(copy))) return undefined;
  let results: readonly Value[] = [];
  for (const { isRoot, copy } of copies) {
    if (isScene(copy)) {
      const values = inlineScene(copy, site);
      if (values === undefined) return undefined;
      results = values;
      continue;
    }
    site.builder.insert(copy);
    if (isRoot) results = isUnused ? [] : copy.results;
    else if (random.chance(1, 6)) for (const result of copy.results) site.offer(result);
  }
  return results;
}

/** Some ops do not take every constant: a step of 0. What else there is to verify is as it was in the template. */
function suitsOperands(copy: Operation): boolean {
  for (const op of walkPreOrder(copy)) if (op.definition.verify?.(op) !== undefined) return false;
  return true;
}

/** Copies a template to where the site stands, as it is, with values and new arguments of the block there for its own; gives the copies. */
export function layOut({ block, limits }: Template, site: GenerationSite): readonly Operation[] {
  const mapping = new IRMapping();
  for (const argument of block.arguments) {
    const limit = limits.get(argument.index);
    const existing = limit === undefined && site.random.chance(1, 2) ? site.existing(argument.type) : undefined;
    const value = existing ?? (site.builder.block ?? new Block()).addArgument(argument.type);
    if (limit !== undefined) site.setLimit(value, limit);
    mapping.map(argument, value);
  }
  return [...block.ops()].map((op) => site.builder.insert(cloneOp(op, mapping)));
}

const WRAPPER = "template.left_side";

/** The template as text, in the generic form; the root has a mark. */
export function templateText({ block, root, limits, isUnused }: Template): string {
  const mapping = new IRMapping();
  const region = new Region(root.context);
  const copy = region.addBlock();
  for (const argument of block.arguments) mapping.map(argument, copy.addArgument(argument.type));
  let rootIndex = 0;
  let index = 0;
  for (const op of block.ops()) {
    if (op === root) rootIndex = index;
    index++;
    copy.append(cloneOp(op, mapping));
  }
  const wrapper = Operation.create(root.context, root.context.opDefinition(WRAPPER), unknownLocation, {
    regions: [region],
  });
  const bounds = [...limits].map(([at, limit]) => `${at}:${limit}`).join(",");
  return `${rootIndex};${bounds};${isUnused ? "unused" : ""} ${printOperation(wrapper, { generic: true })}`;
}

/** Reads it in another context. */
export function readTemplate(text: string, context: Context): Template | undefined {
  const space = text.indexOf(" ");
  const { allowUnregisteredDialects } = context;
  context.allowUnregisteredDialects = true;
  const { module } = parseModule(text.slice(space + 1), context);
  context.allowUnregisteredDialects = allowUnregisteredDialects;
  const wrapper = module?.regions[0]?.blocks[0]?.firstOp;
  const from = wrapper?.regions[0]?.blocks[0];
  if (from === undefined) return undefined;
  const ops = [...from.ops()];
  const [rootIndex = "", bounds = "", use] = text.slice(0, space).split(";");
  const root = ops[Number(rootIndex)];
  const limits = new Map<number, number>();
  for (const bound of bounds === "" ? [] : bounds.split(",")) {
    const [at, limit] = bound.split(":").map(Number);
    if (at !== undefined && limit !== undefined) limits.set(at, limit);
  }
  const isOf = (value: Value): boolean => value.ownerBlock === from;
  return root === undefined
    ? undefined
    : templateOf(ops, root, (value) => (isOf(value) ? limits.get(value.index) : undefined), use === "unused");
}
