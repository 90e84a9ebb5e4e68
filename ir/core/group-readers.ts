// Readers of one operand or result group of a definition. Where at most one group varies in number, its place follows from the count alone.
import type { OperandDefinition } from "./definition.ts";
import { operandGroup, resultGroups, variableCount } from "./element-groups.ts";
import type { Operation } from "./operation.ts";
import type { Value } from "./value.ts";

type Definitions = readonly Pick<OperandDefinition, "arity">[];

export interface GroupReader {
  /** All values of the group. */
  readonly all: (op: Operation) => readonly Value[];
  /** The first value of the group, if it has any. */
  readonly first: (op: Operation) => Value | undefined;
}

export function operandGroupReader(definitions: Definitions, index: number): GroupReader {
  const place = placeOf(definitions, index);
  if (place === undefined) {
    const all = (op: Operation): readonly Value[] => operandGroup(op, index);
    return { all, first: (op) => all(op)[0] };
  }
  if (place.end === undefined) {
    const first = (op: Operation): Value => op.operand(startOf(place, op.operandCount));
    return { all: (op) => [first(op)], first };
  }
  const { start, end } = place;
  return {
    all: (op) => {
      const stop = op.operandCount - end;
      const values: Value[] = [];
      for (let i = start; i < stop; i++) values.push(op.operand(i));
      return values;
    },
    first: (op) => (start < op.operandCount - end ? op.operand(start) : undefined),
  };
}

export function resultGroupReader(definitions: Definitions, index: number): GroupReader {
  const place = placeOf(definitions, index);
  if (place === undefined) {
    const all = (op: Operation): readonly Value[] => resultGroups(op)[index] ?? [];
    return { all, first: (op) => all(op)[0] };
  }
  if (place.end === undefined) {
    const first = (op: Operation): Value => op.result(startOf(place, op.resultCount));
    return { all: definitions.length === 1 ? (op) => op.results : (op) => [first(op)], first };
  }
  const { start, end } = place;
  if (start === 0 && end === 0) return { all: (op) => op.results, first: (op) => op.results[0] };
  return {
    all: (op) => op.results.slice(start, op.resultCount - end),
    first: (op) => (start < op.resultCount - end ? op.result(start) : undefined),
  };
}

/** `start` counts from the front, or with `fromBack` from the back; a group that varies ends `end` values before the last. */
interface Place {
  readonly start: number;
  readonly fromBack: boolean;
  readonly end: number | undefined;
}

const startOf = ({ start, fromBack }: Place, count: number): number => (fromBack ? count - start : start);

function placeOf(definitions: Definitions, index: number): Place | undefined {
  if (variableCount(definitions) > 1) return undefined;
  const varying = definitions.findIndex(({ arity }) => arity !== "one");
  if (varying < 0 || index < varying) return { start: index, fromBack: false, end: undefined };
  if (index > varying) return { start: definitions.length - index, fromBack: true, end: undefined };
  return { start: index, fromBack: false, end: definitions.length - 1 - index };
}
