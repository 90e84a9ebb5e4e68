// Reads an op's elements by their place in the definition: compiled to direct indexing where no element before varies in number.
import type { Block, Region } from "../../core/block.ts";
import type { Arity } from "../../core/definition.ts";
import { operandGroupReader, resultGroupReader } from "../../core/group-readers.ts";
import type { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { TypeSource } from "./format-elements.ts";
import type { FormatSubject } from "./subject.ts";

export function operandReader(subject: FormatSubject, index: number): (op: Operation) => readonly Value[] {
  return operandGroupReader(subject.operands, index).all;
}

export function resultReader(subject: FormatSubject, index: number): (op: Operation) => readonly Value[] {
  return resultGroupReader(subject.results, index).all;
}

/** The values that a type directive speaks of. */
export function valueReader(subject: FormatSubject, source: TypeSource): (op: Operation) => readonly Value[] {
  switch (source.kind) {
    case "operand":
      return operandReader(subject, source.index);
    case "result":
      return resultReader(subject, source.index);
    case "operands":
      return (op) => op.operands;
    case "results":
      return (op) => op.results;
  }
}

/** The first value that a type directive speaks of; of one operand or result. */
export function firstReader(
  subject: FormatSubject,
  source: TypeSource,
): ((op: Operation) => Value | undefined) | undefined {
  if (source.kind === "operand") return operandGroupReader(subject.operands, source.index).first;
  return source.kind === "result" ? resultGroupReader(subject.results, source.index).first : undefined;
}

export const typesOf = (values: readonly Value[]): readonly Type[] => values.map((value) => value.type);

export function regionReader(subject: FormatSubject, index: number): (op: Operation) => readonly Region[] {
  return groupReader(subject.regions, index, (op) => op.regions, `regions of '${subject.name}'`);
}

export function successorReader(subject: FormatSubject, index: number): (op: Operation) => readonly Block[] {
  return groupReader(subject.successors, index, (op) => op.successors, `successors of '${subject.name}'`);
}

/** Regions and successors have no segment sizes: at most one of them may vary in number. */
function groupReader<T>(
  definitions: readonly { readonly arity: Arity }[],
  index: number,
  all: (op: Operation) => readonly T[],
  what: string,
): (op: Operation) => readonly T[] {
  const varying = definitions.findIndex(({ arity }) => arity !== "one");
  if (definitions.some(({ arity }, i) => arity !== "one" && i !== varying))
    throw new Error(`more than one variadic among the ${what}`);
  if (varying < 0 || index < varying) return (op) => all(op).slice(index, index + 1);
  const after = definitions.length - 1 - index;
  if (index === varying) return (op) => all(op).slice(index, all(op).length - after);
  return (op) => all(op).slice(all(op).length - 1 - after, all(op).length - after);
}
