// Small changes of a program that leave its types alone: other constants, other operands, other properties.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { constantAttribute } from "../generate/constants.ts";
import type { RandomSource } from "../random-source.ts";
import { visibleOps } from "../visible-ops.ts";

/** One to four changes; the module need not verify afterwards. */
export function mutate(module: Operation, random: RandomSource): void {
  const ops = visibleOps(module).filter((op) => op.operandCount > 0 || op.hasTrait("ConstantLike"));
  if (ops.length === 0) return;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const op = random.pick(ops);
    if (op.hasTrait("ConstantLike")) changeConstant(op, random);
    else if (random.chance(1, 4)) changeProperty(op, random);
    else changeOperand(op, random);
  }
}

function changeConstant(op: Operation, random: RandomSource): void {
  const [property] = op.definition.properties;
  if (property === undefined || op.resultCount !== 1) return;
  const attribute = constantAttribute(op.result().type, random);
  if (attribute !== undefined && property.accepts(attribute)) op.setAttribute(property.name, attribute);
}

function changeProperty(op: Operation, random: RandomSource): void {
  const able = op.definition.properties.filter(({ samples }) => samples !== undefined);
  if (able.length === 0) return;
  const { name, samples } = random.pick(able);
  const choices = samples?.(op.context, false) ?? [];
  if (choices.length > 0) op.setAttribute(name, random.pick(choices));
}

/** Another value of the type from before the op in its block, or an argument of a block around. */
function changeOperand(op: Operation, random: RandomSource): void {
  const use = op.opOperands[random.below(op.operandCount)];
  if (use === undefined) return;
  const { type } = use.value;
  const candidates: Value[] = [];
  for (let before = op.previous; before !== null; before = before.previous)
    for (const result of before.results) if (result.type === type) candidates.push(result);
  for (const argument of op.parentBlock?.arguments ?? []) if (argument.type === type) candidates.push(argument);
  if (candidates.length > 0) use.set(random.pick(candidates));
}
