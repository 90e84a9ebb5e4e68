// Types of operands and results against their constraints: predicates, variables that bind one type, and types that follow from them.
import type { OperandDefinition, TypeConstraint } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { typeText } from "../syntax/printer.ts";
import { areCompatible, verifyElementwise } from "./compatible-types.ts";

/** Operands or results: their definitions, how many there are of each, and the types of all. */
export interface Elements {
  readonly noun: "operand" | "result";
  readonly definitions: readonly OperandDefinition[];
  readonly sizes: readonly number[];
  readonly types: readonly Type[];
}

/** Why the types do not fit, in MLIR's words. */
export function verifyTypes(op: Operation, operands: Elements, results: Elements): string | undefined {
  const problem = verifyAccepted(operands) ?? verifyAccepted(results);
  if (problem !== undefined || (!hasVariables(operands) && !hasVariables(results))) return problem;
  const bindings: Bindings = new Map<string, Type>();
  return (
    bind(op, operands, bindings) ??
    bind(op, results, bindings) ??
    verifyInferred(op, operands, bindings) ??
    verifyInferred(op, results, bindings) ??
    (bindings.differ === true ? verifyDiffering(op) : undefined)
  );
}

const hasVariables = ({ definitions }: Elements): boolean =>
  definitions.some(({ constraint }) => constraint.variable !== undefined || constraint.infer !== undefined);

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

function mismatch({ noun }: Elements, number: number, { arity, constraint }: OperandDefinition, type: Type): string {
  const description = arity === "variadic" ? `variadic of ${constraint.description}` : constraint.description;
  return `${noun} #${number} must be ${description}, but got '${typeText(type)}'`;
}

function verifyAccepted(elements: Elements): string | undefined {
  const { definitions, sizes, types } = elements;
  let number = 0;
  for (let group = 0; group < definitions.length; group++) {
    const definition = definitions[group]!;
    for (const end = number + sizes[group]!; number < end; number++) {
      const type = types[number]!;
      if (!definition.constraint.accepts(type)) return mismatch(elements, number, definition, type);
    }
  }
  return undefined;
}

/** Binds variables; two types for one are an error that names all places of the variable. */
function bind(op: Operation, { definitions, sizes, types }: Elements, bindings: Bindings): string | undefined {
  let number = 0;
  for (let group = 0; group < definitions.length; group++) {
    const { constraint } = definitions[group]!;
    const { variable } = constraint;
    for (const end = number + sizes[group]!; number < end; number++) {
      if (variable === undefined) continue;
      const type = types[number]!;
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

function verifyInferred(op: Operation, elements: Elements, bindings: ReadonlyMap<string, Type>): string | undefined {
  const { definitions, sizes, types } = elements;
  let number = 0;
  for (let group = 0; group < definitions.length; group++) {
    const definition = definitions[group]!;
    const { infer, dependsOn = [], mismatch: words } = definition.constraint;
    const follows = infer !== undefined && words !== null && dependsOn.every((name) => bindings.has(name));
    const expected = follows ? infer(bindings, op.context) : undefined;
    for (const end = number + sizes[group]!; number < end; number++) {
      const type = types[number]!;
      if (expected === undefined || type === expected) continue;
      if (words !== null && words !== undefined) return words;
      return `${mismatch(elements, number, definition, type)}, where '${typeText(expected)}' is expected`;
    }
  }
  return undefined;
}
