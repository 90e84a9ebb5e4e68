// Types of operands and results against their constraints: predicates, variables that bind one type, and types that follow from them.
import type { OperandDefinition } from "../core/definition.ts";
import { operandGroups, resultGroups } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { typeText } from "../syntax/printer.ts";

/** Why the types do not fit, in MLIR's words; the counts have been verified. */
export function verifyTypes(op: Operation): string | undefined {
  const { operands, results } = op.definition;
  const operandValues = operandGroups(op);
  const resultValues = resultGroups(op);
  const bindings = new Map<string, Type>();
  return (
    verifyGroups("operand", operands, operandValues) ??
    verifyGroups("result", results, resultValues) ??
    bind(op, operands, operandValues, bindings) ??
    bind(op, results, resultValues, bindings) ??
    verifyInferred("operand", op, operands, operandValues, bindings) ??
    verifyInferred("result", op, results, resultValues, bindings)
  );
}

type Groups = readonly (readonly Value[])[];
type Noun = "operand" | "result";

function mismatch(noun: Noun, number: number, { arity, constraint }: OperandDefinition, type: Type): string {
  const description = arity === "variadic" ? `variadic of ${constraint.description}` : constraint.description;
  return `${noun} #${number} must be ${description}, but got '${typeText(type)}'`;
}

function verifyGroups(noun: Noun, definitions: readonly OperandDefinition[], groups: Groups): string | undefined {
  let number = 0;
  for (const [index, definition] of definitions.entries()) {
    for (const { type } of groups[index] ?? []) {
      if (!definition.constraint.accepts(type)) return mismatch(noun, number, definition, type);
      number++;
    }
  }
  return undefined;
}

/** Binds variables; two types for one are an error that names all places of the variable. */
function bind(
  op: Operation,
  definitions: readonly OperandDefinition[],
  groups: Groups,
  bindings: Map<string, Type>,
): string | undefined {
  for (const [index, { constraint }] of definitions.entries()) {
    const { variable } = constraint;
    if (variable === undefined) continue;
    for (const { type } of groups[index] ?? []) {
      const bound = bindings.get(variable);
      if (bound === undefined) bindings.set(variable, type);
      else if (bound !== type) return differingTypes(op, variable);
    }
  }
  return undefined;
}

function differingTypes(op: Operation, variable: string): string {
  const { operands, results } = op.definition;
  const all = [...operands, ...results];
  const bound = all.filter(({ constraint }) => constraint.variable === variable);
  if (bound.length === all.length && operands.length > 0 && results.length > 0)
    return "requires the same type for all operands and results";
  if (bound.length === operands.length && bound.every((element) => operands.includes(element)))
    return "requires all operands to have the same type";
  return `failed to verify that all of {${bound.map(({ name }) => name).join(", ")}} have same type`;
}

function verifyInferred(
  noun: Noun,
  op: Operation,
  definitions: readonly OperandDefinition[],
  groups: Groups,
  bindings: ReadonlyMap<string, Type>,
): string | undefined {
  let number = 0;
  for (const [index, definition] of definitions.entries()) {
    const { infer, dependsOn } = definition.constraint;
    const values = groups[index] ?? [];
    const expected =
      infer !== undefined && (dependsOn ?? []).every((name) => bindings.has(name))
        ? infer(bindings, op.context)
        : undefined;
    for (const { type } of values) {
      if (expected !== undefined && type !== expected) {
        return `${mismatch(noun, number, definition, type)}, where '${typeText(expected)}' is expected`;
      }
      number++;
    }
  }
  return undefined;
}
