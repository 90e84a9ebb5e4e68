// Redundancy in a generated program, of any dialect and of no rule in particular: what compilers and macros leave behind.
import { verify } from "../../../ir/analysis/verify.ts";
import { cloneOp, IRMapping } from "../../../ir/core/clone.ts";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { memrefType, tensorType } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { mutate } from "../../../ir/check/directed/mutate.ts";
import type { RandomSource } from "../../../ir/check/random-source.ts";

type Edit = (ops: readonly Operation[], random: RandomSource) => void;

const edits: readonly Edit[] = [repeat, repeat, share, share, fix, fix, castThereAndBack, repeatRegion];

/** The program with `count` edits, each of which leaves it valid. */
export function withRedundancy(program: Operation, random: RandomSource, count: number): Operation {
  let current = program;
  for (let i = 0; i < count; i++) {
    const changed = cloneOp(current);
    if (random.chance(1, 6)) mutate(changed, random);
    else random.pick(edits)([...walk(changed)].filter(isInside), random);
    if (verify(changed).length === 0) current = changed;
  }
  return current;
}

const isInside = (op: Operation): boolean => op.parentOp !== null && !op.hasTrait("IsolatedFromAbove");

/** An op once more, behind the first; some of its uses are now uses of the second. */
function repeat(ops: readonly Operation[], random: RandomSource): void {
  const op = random.pick(ops);
  if (op.hasTrait("Terminator") || op.parentBlock === null) return;
  const again = OpBuilder.before(op).setAfter(op).insert(cloneOp(op));
  for (const [index, result] of op.results.entries())
    for (const use of [...result.uses()]) if (use.owner !== again && random.chance(1, 2)) use.set(again.result(index));
}

/** An operand becomes another operand of the op, or of the op that defines it. */
function share(ops: readonly Operation[], random: RandomSource): void {
  const op = random.pick(ops);
  if (op.operandCount === 0) return;
  const use = op.opOperands[random.below(op.operandCount)];
  const near = op.operands.flatMap((value) => [value, ...(value.definingOp?.operands ?? [])]);
  const fitting = near.filter((value) => value.type === use?.value.type && value !== use.value);
  if (fitting.length > 0) use?.set(random.pick(fitting));
}

/** An operand becomes a small constant. */
function fix(ops: readonly Operation[], random: RandomSource): void {
  const op = random.pick(ops);
  if (op.operandCount === 0) return;
  const use = op.opOperands[random.below(op.operandCount)];
  if (use === undefined) return;
  const { type } = use.value;
  const value = type.kind === "integer" && type.width === 1 ? random.below(2) : random.pick([0, 0, 1, 1, 2, 4, -1]);
  const attribute = type.kind === "integer" || type.kind === "index" ? integerAttr(type, value) : undefined;
  const made =
    attribute && op.context.dialects.get("arith")?.materializeConstant?.(op.context, attribute, type, op.location);
  if (made !== undefined) use.set(OpBuilder.before(op).insert(made).result());
}

/** A tensor or buffer goes through the type without its extents. */
function castThereAndBack(ops: readonly Operation[], random: RandomSource): void {
  const op = random.pick(ops);
  const use = op.opOperands[op.operandCount === 0 ? 0 : random.below(op.operandCount)];
  if (use === undefined) return;
  const [name, dynamic] = withoutExtents(use.value.type, random) ?? [];
  if (name === undefined || dynamic === undefined) return;
  const builder = OpBuilder.before(op);
  const cast = (value: Value, type: Type): Value =>
    builder.create(name, { operands: [value], resultTypes: [type] }).result();
  use.set(cast(cast(use.value, dynamic), use.value.type));
}

function withoutExtents(type: Type, random: RandomSource): readonly [string, Type] | undefined {
  if (type.kind !== "tensor" && type.kind !== "memref") return undefined;
  const shape = type.shape.map((extent) => (random.chance(2, 3) ? DYNAMIC : extent));
  if (type.kind === "tensor") return ["tensor.cast", tensorType(shape, type.element, type.encoding)];
  return ["memref.cast", memrefType(shape, type.element, { layout: type.layout, memorySpace: type.memorySpace })];
}

/** A region of an op becomes a copy of another of its regions: both branches do the same. */
function repeatRegion(ops: readonly Operation[], random: RandomSource): void {
  const able = ops.filter((op) => op.regions.length > 1);
  if (able.length === 0) return;
  const op = random.pick(able);
  const [first, second] = op.regions;
  const from = first?.blocks[0];
  const to = second?.blocks[0];
  if (first?.blocks.length !== 1 || second?.blocks.length !== 1 || from === undefined || to === undefined) return;
  if (from.arguments.length !== to.arguments.length) return;
  for (const old of [...to.ops()].reverse()) old.erase();
  const map = new IRMapping();
  for (const [index, argument] of from.arguments.entries()) map.map(argument, to.arguments[index] ?? argument);
  for (const inner of from.ops()) to.insertBefore(cloneOp(inner, map), null);
}
