// Mutations of counts and names: operands, results, successors, block arguments, the op's own name.
import { spelled, type TextOp } from "./generic-text.ts";
import { appendItem, insert, removeItem, replace, type Mutator } from "./mutation.ts";
import { otherType } from "./mutate-types.ts";

export const dropOperand: Mutator = (_module, op, random) => {
  if (op.operands.items.length === 0) return undefined;
  const index = random.below(op.operands.items.length);
  return [removeItem(op.operands, index), removeItem(op.operandTypes, index)];
};

export const repeatOperand: Mutator = (module, op, random) => {
  const index = random.below(op.operands.items.length);
  const operand = op.operands.items[index];
  const type = op.operandTypes.items[index];
  if (operand === undefined || type === undefined) return undefined;
  return [
    appendItem(op.operands, spelled(module.text, operand)),
    appendItem(op.operandTypes, spelled(module.text, type)),
  ];
};

export const addOperand: Mutator = (module, op, random) => {
  const value = random.pick(op.visible);
  if (value === undefined) return undefined;
  return [
    appendItem(op.operands, value.name.replace(/#0$/, "")),
    appendItem(op.operandTypes, spelled(module.text, value.type)),
  ];
};

/** A name without a type, or a type without a name. */
export const unevenOperands: Mutator = (module, op, random) => {
  const operand = random.pick(op.operands.items);
  if (operand === undefined) return undefined;
  return [
    random.below(2) === 0
      ? appendItem(op.operands, spelled(module.text, operand))
      : removeItem(op.operandTypes, random.below(op.operandTypes.items.length)),
  ];
};

export const swapOperands: Mutator = (module, op, random) => {
  const { length } = op.operands.items;
  if (length < 2) return undefined;
  const first = random.below(length - 1);
  const pairs = [op.operands.items, op.operandTypes.items].flatMap((items) => {
    const [a, b] = [items[first], items[first + 1]];
    return a === undefined || b === undefined
      ? []
      : [replace(a, spelled(module.text, b)), replace(b, spelled(module.text, a))];
  });
  return pairs;
};

const resultList = (module: { readonly text: string }, op: TextOp): readonly string[] =>
  op.resultTypes.items.map((item) => spelled(module.text, item));

/** The types lose or gain one; the names stay. */
export const resultCount: Mutator = (module, op, random) => {
  const types = [...resultList(module, op)];
  if (types.length === 0 || random.below(2) === 0) types.push(otherType(module, "", random));
  else types.pop();
  return [replace(op.resultTypes, `(${types.join(", ")})`)];
};

/** An unnamed op gains a result, or an op without uses loses names and types. */
export const namelessResults: Mutator = (module, op, random) => {
  if (op.results.length === 0) return [replace(op.resultTypes, `(${otherType(module, "", random)})`)];
  if (op.resultValues.some((value) => value.uses.length > 0)) return undefined;
  return [replace({ start: op.start, end: op.resultsEnd }, ""), replace(op.resultTypes, "()")];
};

export const dropSuccessor: Mutator = (_module, op, random) => {
  const { successors } = op;
  if (successors === undefined || successors.items.length === 0) return undefined;
  return [
    successors.items.length === 1
      ? replace(successors, "")
      : removeItem(successors, random.below(successors.items.length)),
  ];
};

export const addSuccessor: Mutator = (_module, op, random) => {
  const labels = siblingLabels(op);
  const label = random.pick([...labels, "^nowhere"]) ?? "^nowhere";
  if (op.successors === undefined) return [insert(op.operands.end, `[${label}]`)];
  return [appendItem(op.successors, label)];
};

export const otherSuccessor: Mutator = (module, op, random) => {
  const successor = random.pick(op.successors?.items ?? []);
  const label = random.pick([...siblingLabels(op), "^nowhere"]);
  if (successor === undefined || label === undefined || spelled(module.text, successor) === label) return undefined;
  return [replace(successor, label)];
};

function siblingLabels(op: TextOp): string[] {
  const region = op.parent?.regions?.items.find((each) => each.start <= op.start && op.end <= each.end);
  return region?.blocks.flatMap(({ label }) => label ?? []) ?? [];
}

export const dropBlockArgument: Mutator = (_module, op, random) => {
  const block = random.pick(op.regions?.items.flatMap(({ blocks }) => blocks) ?? []);
  const list = block?.arguments;
  if (list === undefined || list.items.length === 0) return undefined;
  return [removeItem(list, random.below(list.items.length))];
};

export const addBlockArgument: Mutator = (module, op, random) => {
  const block = random.pick(op.regions?.items.flatMap(({ blocks }) => blocks) ?? []);
  if (block === undefined) return undefined;
  const argument = `%extra: ${otherType(module, "", random)}`;
  if (block.arguments !== undefined) return [appendItem(block.arguments, argument)];
  if (block.label !== undefined) return [insert(block.start + block.label.length, `(${argument})`)];
  return [insert(block.body, `^bb0(${argument}):\n    `)];
};

/** Another op's name over the same operands, attributes and regions. */
export const otherName: Mutator = (module, op, random) => {
  const name = random.pick(module.ops)?.name;
  const misspelt = op.name.replace(/.$/, "");
  const chosen = name === undefined || name === op.name || random.below(4) === 0 ? misspelt : name;
  return [replace(op.nameSpan, `"${chosen}"`)];
};
