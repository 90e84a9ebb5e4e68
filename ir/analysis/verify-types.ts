// Types of operands and results against their constraints: predicates, variables that bind one type, and types that follow from them.
import type { OperandDefinition, TypeConstraint } from "../core/definition.ts";
import { operandGroups, resultGroups } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { typeText } from "../syntax/printer.ts";
import { areCompatible, verifyElementwise } from "./compatible-types.ts";

/** Why the types do not fit, in MLIR's words; the counts have been verified. */
export function verifyTypes(op: Operation): string | undefined {
  const { operands, results } = op.definition;
  const operandValues = operandGroups(op);
  const resultValues = resultGroups(op);
  const bindings: Bindings = new Map<string, Type>();
  const problem =
    verifyGroups("operand", operands, operandValues) ??
    verifyGroups("result", results, resultValues) ??
    bind(op, operands, operandValues, bindings) ??
    bind(op, results, resultValues, bindings) ??
    verifyInferred("operand", op, operands, operandValues, bindings) ??
    verifyInferred("result", op, results, resultValues, bindings);
  return problem ?? (bindings.differ === true ? verifyDiffering(op) : undefined);
}

/** Types of variables; `differ` once types of one variable were not equal but compatible. */
type Bindings = Map<string, Type> & { differ?: boolean };

/** Compatible types of an elementwise op, whose result has the type of its first operand. */
function verifyDiffering(op: Operation): string | undefined {
  const problem = op.hasTrait("Elementwise") ? verifyElementwise(op) : undefined;
  if (problem !== undefined) return problem;
  const { type: inferred } = op.operand(0);
  if (op.results.every(({ type }) => type === inferred)) return undefined;
  const found = op.results.map(({ type }) => `'${typeText(type)}'`).join(", ");
  return `inferred type(s) '${typeText(inferred)}' are incompatible with return type(s) of operation ${found}`;
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
  bindings: Bindings,
): string | undefined {
  for (const [index, { constraint }] of definitions.entries()) {
    const { variable } = constraint;
    if (variable === undefined) continue;
    for (const { type } of groups[index] ?? []) {
      const bound = bindings.get(variable);
      if (bound === undefined) bindings.set(variable, type);
      else if (bound !== type) {
        if (constraint.compatible !== true || !areCompatible(bound, type)) return differingTypes(op, constraint);
        bindings.differ = true;
      }
    }
  }
  return undefined;
}

function differingTypes(op: Operation, { variable, compatible }: TypeConstraint): string {
  if (compatible === true) return "requires the same type for all operands and results";
  const { operands, results } = op.definition;
  const all = [...operands, ...results];
  const bound = all.filter(({ constraint }) => constraint.variable === variable);
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
    const { infer, dependsOn, mismatch: words } = definition.constraint;
    const values = groups[index] ?? [];
    const expected =
      infer !== undefined && (dependsOn ?? []).every((name) => bindings.has(name))
        ? infer(bindings, op.context)
        : undefined;
    for (const { type } of values) {
      if (expected !== undefined && type !== expected && words !== null) {
        if (words !== undefined) return words;
        return `${mismatch(noun, number, definition, type)}, where '${typeText(expected)}' is expected`;
      }
      number++;
    }
  }
  return undefined;
}
