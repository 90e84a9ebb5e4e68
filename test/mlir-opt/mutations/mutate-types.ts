// Mutations of types: of one use, of one value with all its uses, of results and of block arguments.
import { spelled, type GenericText, type TextValue } from "./generic-text.ts";
import { replace, type Edit, type Mutator } from "./mutation.ts";
import type { Random } from "./random.ts";

const types = [
  "i1", "i8", "i16", "i32", "i64", "index", "f16", "bf16", "f32", "f64", "si32", "ui8", "none", "i17", "f80", "tf32", "f8E5M2",
  "vector<4xi32>", "vector<4xf32>", "vector<4xi1>", "vector<2x3xf32>", "vector<f32>", "vector<[4]xf32>", "vector<4xindex>",
  "tensor<4xf32>", "tensor<?xf32>", "tensor<4xi32>", "tensor<4xi1>", "tensor<*xf32>", "tensor<f32>", "tensor<2x?xindex>",
  "tensor<3xindex>", "tensor<?xindex>", "tensor<1xi32>", "tensor<4xcomplex<f32>>",
  "memref<4xf32>", "memref<?xi32>", "memref<*xf32>", "complex<f32>", "complex<f64>", "complex<i32>", "tuple<i32>", "tuple<>", "() -> ()", "(i32) -> i32",
] as const; // prettier-ignore

/** Another type: one of the list, one of the module's, or the same with one extent or element changed. */
export function otherType(module: GenericText, type: string, random: Random): string {
  for (;;) {
    const other = candidate(module, type, random);
    if (other !== type) return other;
  }
}

function candidate(module: GenericText, type: string, random: Random): string {
  switch (random.below(4)) {
    case 0: {
      const extents = [...type.matchAll(/(?<=[<x[])(\d+|\?)(?=[\]x])/g)];
      const extent = random.pick(extents);
      if (extent === undefined) break;
      const changed = random.pick(["1", "2", "5", "?"]) ?? "2";
      if (type.startsWith("vector") && changed === "?") break;
      return type.slice(0, extent.index) + changed + type.slice(extent.index + extent[0].length);
    }
    case 1: {
      const element = /(?<=[<x])(i\d+|index|f\d+|bf16)(?=[>,])/.exec(type);
      if (element === null) break;
      const changed = random.pick(["i1", "i8", "i32", "i64", "index", "f16", "f32", "f64", "si8"]) ?? "i32";
      return type.slice(0, element.index) + changed + type.slice(element.index + element[0].length);
    }
    case 2: {
      const op = random.pick(module.ops);
      const span = random.pick([...(op?.operandTypes.items ?? []), ...(op?.resultTypes.items ?? [])]);
      if (span !== undefined) return spelled(module.text, span);
    }
  }
  return random.pick(types) ?? "i32";
}

export const operandType: Mutator = (module, op, random) => {
  const type = random.pick(op.operandTypes.items);
  return type && [replace(type, otherType(module, spelled(module.text, type), random))];
};

export const resultType: Mutator = (module, op, random) => {
  const type = random.pick(op.resultTypes.items);
  if (type === undefined) return undefined;
  const other = otherType(module, spelled(module.text, type), random);
  const isLone = type.start === op.resultTypes.start;
  return [replace(type, isLone ? `(${other})` : other)];
};

/** The definition and all its uses get another type. */
export const valueType: Mutator = (module, op, random) => {
  const value = random.pick([...op.resultValues, ...op.operands.items.flatMap((operand) => operand.value ?? [])]);
  return value && retyped(module, value, otherType(module, spelled(module.text, value.type), random));
};

export const operandValueType: Mutator = (module, op, random) => {
  const value = random.pick(op.operands.items)?.value;
  return value && retyped(module, value, otherType(module, spelled(module.text, value.type), random));
};

function retyped(module: GenericText, value: TextValue, type: string): Edit[] {
  const places = new Set(value.uses.map((use) => use.start));
  const edits: Edit[] = [];
  for (const { operands, operandTypes, resultTypes } of module.ops) {
    operands.items.forEach((operand, i) => {
      const span = operandTypes.items[i];
      if (places.has(operand.start) && span !== undefined) edits.push(replace(span, type));
    });
    if (resultTypes.items.includes(value.type)) {
      const isLone = resultTypes.start === value.type.start;
      edits.push(replace(value.type, isLone && type.startsWith("(") ? `(${type})` : type));
    }
  }
  if (!edits.some((edit) => edit.start === value.type.start)) edits.push(replace(value.type, type));
  return edits;
}

/** Another value in scope, at its own type. */
export const otherOperand: Mutator = (module, op, random) => {
  const index = random.below(op.operands.items.length);
  const operand = op.operands.items[index];
  const type = op.operandTypes.items[index];
  const value = random.pick(op.visible);
  if (operand === undefined || type === undefined || value === undefined) return undefined;
  const name = value.name.replace(/#0$/, "");
  if (spelled(module.text, operand) === name) return undefined;
  return [replace(operand, name), replace(type, spelled(module.text, value.type))];
};

/** Another value in scope, at the type that stands there. */
export const otherOperandName: Mutator = (module, op, random) => {
  const operand = random.pick(op.operands.items);
  const value = random.pick(op.visible);
  if (operand === undefined || value === undefined || spelled(module.text, operand) === value.name) return undefined;
  return [replace(operand, value.name)];
};

export const blockArgumentType: Mutator = (module, op, random) => {
  const args = op.regions?.items.flatMap((region) => region.blocks.flatMap((block) => block.arguments?.items ?? []));
  const argument = random.pick(args ?? []);
  if (argument === undefined) return undefined;
  const text = spelled(module.text, argument);
  const colon = text.indexOf(":") + 2;
  return [replace({ start: argument.start + colon, end: argument.end }, otherType(module, text.slice(colon), random))];
};
