// Mutations of regions, blocks, terminators and the order of ops.
import { spelled, type TextOp } from "./generic-text.ts";
import { insert, removeItem, replace, type Mutator } from "./mutation.ts";

const allBlocks = (op: TextOp) => op.regions?.items.flatMap(({ blocks }) => blocks) ?? [];

export const dropRegion: Mutator = (_module, op, random) => {
  const { regions } = op;
  if (regions === undefined) return undefined;
  return [regions.items.length === 1 ? replace(regions, "") : removeItem(regions, random.below(regions.items.length))];
};

export const addRegion: Mutator = (module, op, random) => {
  const { regions } = op;
  if (regions === undefined)
    return [insert(op.properties?.end ?? op.successors?.end ?? op.operands.end, " ({\n    })")];
  const copy = random.pick(regions.items);
  return [
    insert(
      regions.end - 1,
      copy === undefined || random.below(2) === 0 ? ", {\n    }" : `, ${spelled(module.text, copy)}`,
    ),
  ];
};

export const emptyRegion: Mutator = (_module, op, random) => {
  const region = random.pick(op.regions?.items ?? []);
  return region === undefined || region.blocks.length === 0 ? undefined : [replace(region, "{\n    }")];
};

/** One block, without ops. */
export const emptyBlock: Mutator = (_module, op, random) => {
  const block = random.pick(allBlocks(op));
  if (block === undefined || block.ops.length === 0) return undefined;
  return [replace({ start: block.body, end: block.end }, block.label === undefined ? "^bb0:\n" : "")];
};

export const addBlock: Mutator = (_module, op, random) => {
  const region = random.pick(op.regions?.items ?? []);
  if (region === undefined) return undefined;
  const body =
    random.pick(['"func.return"() : () -> ()', '"scf.yield"() : () -> ()', '"ub.unreachable"() : () -> ()', ""]) ?? "";
  return [insert(region.end - 1, `^extra:\n    ${body}\n    `)];
};

export const dropOp: Mutator = (_module, op) => (op.parent === undefined ? undefined : [replace(op, "")]);

export const repeatOp: Mutator = (module, op) =>
  op.parent === undefined ? undefined : [insert(op.end, `\n    ${spelled(module.text, op)}`)];

const lastOf = (op: TextOp): TextOp | undefined => op.block?.ops.at(-1);

export const dropTerminator: Mutator = (_module, op, random) => {
  const last = random.pick(allBlocks(op))?.ops.at(-1);
  return last && [replace(last, "")];
};

export const otherTerminator: Mutator = (_module, op, random) => {
  const last = random.pick(allBlocks(op))?.ops.at(-1);
  const name = random.pick([
    '"func.return"() : () -> ()',
    '"scf.yield"() : () -> ()',
    '"scf.reduce"() : () -> ()',
    '"ub.poison"() : () -> i32',
    '"ub.unreachable"() : () -> ()',
  ]);
  return last === undefined || name === undefined ? undefined : [replace(last, name)];
};

export const opAfterTerminator: Mutator = (_module, op, random) => {
  const last = random.pick(allBlocks(op))?.ops.at(-1);
  return last && [insert(last.end, '\n    %after = "arith.constant"() <{value = 1 : i32}> : () -> i32')];
};

/** Two neighbours change places: uses may now come before their definition. */
export const swapOps: Mutator = (module, op) => {
  const ops = op.block?.ops ?? [];
  const next = ops[ops.indexOf(op) + 1];
  if (next === undefined) return undefined;
  return [replace(op, spelled(module.text, next)), replace(next, spelled(module.text, op))];
};

export const moveToEnd: Mutator = (module, op) => {
  const last = lastOf(op);
  if (last === undefined || last === op || op.parent === undefined) return undefined;
  return [replace(op, ""), insert(last.start, `${spelled(module.text, op)}\n    `)];
};

export const moveOut: Mutator = (module, op) => {
  const { parent } = op;
  if (parent?.parent === undefined) return undefined;
  return [replace(op, ""), insert(parent.start, `${spelled(module.text, op)}\n    `)];
};

export const moveIn: Mutator = (module, op, random) => {
  const ops = op.block?.ops ?? [];
  const target = random.pick(ops.filter((each) => each !== op && each.regions !== undefined));
  const block = target && random.pick(allBlocks(target));
  if (block === undefined || op.parent === undefined) return undefined;
  return [replace(op, ""), insert(block.body, `${spelled(module.text, op)}\n    `)];
};

/** A name that is defined elsewhere in the text: later, deeper, or in another function. */
export const outOfScope: Mutator = (module, op, random) => {
  const operand = random.pick(op.operands.items);
  const value = random.pick(random.pick(module.ops)?.resultValues ?? []);
  if (operand === undefined || value === undefined) return undefined;
  const index = op.operands.items.indexOf(operand);
  const type = op.operandTypes.items[index];
  const name = value.name.replace(/#0$/, "");
  if (type === undefined || spelled(module.text, operand) === name) return undefined;
  return [replace(operand, name), replace(type, spelled(module.text, value.type))];
};

export const undefinedName: Mutator = (_module, op, random) => {
  const operand = random.pick(op.operands.items);
  return operand && [replace(operand, "%undefined")];
};
