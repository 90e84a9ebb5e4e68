// Regions of several blocks: forks whose arms join again, and loops that a row of conditions ends.
import { i1 } from "../../core/type-constructors.ts";
import type { Block } from "../../core/block.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { BlockTarget } from "./generation-site.ts";
import type { Program } from "./program.ts";

/** How deep forks and loops of blocks may nest. */
const MAX_NESTING = 3;
const MAX_TRIPS = 3;
/** What a fork or a loop adds is seldom less. */
const LEAST_SHAPE = 4;

/** Fills the block at which the builder stands, and makes others; the last one, where the builder then stands, ends by `end`. */
export function fillBlocks(program: Program, goal: number, end: () => void): void {
  fillFrom(program, goal, 0);
  end();
}

function fillFrom(program: Program, goal: number, nesting: number): void {
  const { random } = program;
  const branches = program.tables.branches.length > 0 && nesting < MAX_NESTING;
  while (branches && goal - program.made >= LEAST_SHAPE) {
    program.fill(program.made + 1 + random.below((goal - program.made + 1) >> 1));
    if (goal - program.made < LEAST_SHAPE || random.below(8) === 0) break;
    const shape = random.below(10);
    if (shape < 6) fork(program, goal, nesting);
    else if (shape < 9) loop(program, goal, nesting);
    else goOn(program);
  }
  program.fill(goal);
}

function branch(program: Program, targets: readonly BlockTarget[], condition?: Value): boolean {
  return program.random.pick(program.tables.branches)(program, targets, condition);
}

/** A block after the one where the builder stands. */
function newBlock(program: Program, types: readonly Type[] = []): Block {
  const region = program.builder.block?.parentRegion;
  if (region === null || region === undefined) throw new Error("the builder stands in no region");
  return region.addBlock(types);
}

function someTypes(program: Program, most: number): Type[] {
  const { random, poolTypes } = program;
  const count = random.below(most + 1);
  return Array.from({ length: count }, () => random.pick(poolTypes)).filter(
    (type) => program.available(type) !== undefined,
  );
}

const valuesOf = (program: Program, types: readonly Type[]): Value[] => types.map((type) => program.handOut(type));

/** The builder goes to the block, whose arguments are values from here on. */
function enter(program: Program, block: Block): void {
  program.builder.setToEnd(block);
  for (const argument of block.arguments) program.offer(argument);
}

/** Moves a block to the end of its region, so that the text goes forward. */
function moveToEnd(block: Block): void {
  const region = block.parentRegion;
  if (region === null) return;
  region.removeBlock(block);
  region.insertBlock(block, region.blocks.length);
}

function goOn(program: Program): void {
  const types = someTypes(program, 2);
  const operands = valuesOf(program, types);
  const next = newBlock(program, types);
  if (branch(program, [{ block: next, operands }])) enter(program, next);
  else next.parentRegion?.removeBlock(next);
}

/** Several arms, of which some may be no more than an edge, to one block. */
function fork(program: Program, goal: number, nesting: number): void {
  const { random, tables, builder } = program;
  const joined = someTypes(program, 3);
  const join = newBlock(program, joined);
  const count = random.pick([2, 2, 2, 2, 3, 4, 1]);
  const arms: BlockTarget[] = [];
  const targets: BlockTarget[] = [];
  const isBare = random.below(6) === 0;
  let edge: readonly Value[] | undefined;
  for (let i = 0; i < count; i++) {
    if (isBare || (i > 0 && random.below(4) === 0)) {
      // Edges to one block mostly differ in a value or two.
      const before = edge;
      const operands = valuesOf(program, joined);
      edge = operands.map((value, at) =>
        before !== undefined && random.below(2) === 0 ? (before[at] ?? value) : value,
      );
      targets.push({ block: join, operands: edge });
      continue;
    }
    const types = random.below(3) === 0 ? someTypes(program, 2) : [];
    const target = { block: newBlock(program, types), operands: valuesOf(program, types) };
    arms.push(target);
    targets.push(target);
  }
  if (!branch(program, targets)) {
    for (const { block } of arms) block.parentRegion?.removeBlock(block);
    join.parentRegion?.removeBlock(join);
    return;
  }
  for (const [index, { block }] of arms.entries()) {
    moveToEnd(block);
    program.inside(block, {}, () => {
      fillFrom(program, program.made + random.below(Math.max(1, (goal - program.made) >> 1)), nesting + 1);
      const isDead =
        index > 0 && !program.avoidsUndefinedBehavior && tables.deadEnds.length > 0 && random.below(4) === 0;
      if (isDead) builder.create(random.pick(tables.deadEnds).name, {});
      else branch(program, [{ block: join, operands: valuesOf(program, joined) }]);
    });
  }
  moveToEnd(join);
  enter(program, join);
}

/** A header that takes conditions, of which each trip round uses one up: so the loop ends whatever they are. */
function loop(program: Program, goal: number, nesting: number): void {
  const { random, context } = program;
  const bit = i1(context);
  const conditions = Array.from({ length: 1 + random.below(MAX_TRIPS) }, () => bit);
  const carried = someTypes(program, 2);
  const types = [...conditions, ...carried];
  const operands = valuesOf(program, types);
  const header = newBlock(program, types);
  if (!branch(program, [{ block: header, operands }])) {
    header.parentRegion?.removeBlock(header);
    return;
  }
  enter(program, header);
  const last = program.integer(bit, 0);
  program.fill(program.made + random.below(3));
  program.setCountdown([...header.arguments.slice(0, conditions.length), last]);
  const left = header.arguments.slice(1, conditions.length);
  const body = newBlock(program);
  const exits = someTypes(program, 1);
  const exit = newBlock(program, exits);
  branch(
    program,
    [
      { block: body, operands: [] },
      { block: exit, operands: valuesOf(program, exits) },
    ],
    header.arguments[0],
  );
  program.inside(body, {}, () => {
    fillFrom(program, program.made + random.below(Math.max(1, (goal - program.made) >> 1)), nesting + 1);
    branch(program, [{ block: header, operands: [...left, last, ...valuesOf(program, carried)] }]);
  });
  moveToEnd(exit);
  enter(program, exit);
}
