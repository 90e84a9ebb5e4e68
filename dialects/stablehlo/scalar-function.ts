// The ScalarFunction interface: what an elementwise op does to one element of each operand, whatever the shapes.
import type { Operation } from "../../ir/core/operation.ts";
import type { Region } from "../../ir/core/block.ts";
import type { Value } from "../../ir/core/value.ts";
import { defineInterface } from "../../ir/define/interface.ts";
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { POISON, type Scalar } from "../../ir/interpret/value.ts";

export type ScalarFunction = (...operands: Scalar[]) => Scalar;

/** For ops that are elementwise in StableHLO but take operands of several shapes; others have a scalar meaning. */
export const ScalarFunctionInterface = defineInterface<(op: Operation) => ScalarFunction>("stablehlo.ScalarFunction");

function scalarFunction(op: Operation): ScalarFunction | undefined {
  const { meaning } = op.definition;
  return meaning?.kind === "scalar" ? meaning.prepare(op) : ScalarFunctionInterface.of(op)?.(op);
}

/** Whether the op's function may be given poison; otherwise its result is poison then. */
const seesPoison = (op: Operation): boolean =>
  op.definition.meaning?.kind === "scalar" && op.definition.meaning.seesPoison;

/** A region as a function: of all its arguments, and of two where its result is one. */
export interface ScalarBody {
  readonly all: (args: readonly Scalar[]) => Scalar[];
  readonly binary: ((a: Scalar, b: Scalar) => Scalar) | undefined;
}

interface ScalarStep {
  readonly apply: ScalarFunction;
  readonly seesPoison: boolean;
  readonly operands: readonly number[];
  readonly result: number;
}

/** A region on rank-0 tensors as a function of scalars; undefined where it does more than elementwise ops on its arguments. */
export function scalarBody(region: Region): ScalarBody | undefined {
  const block = region.entry;
  const slots = new Map<Value, number>();
  const constants: { readonly slot: number; readonly value: Scalar }[] = [];
  const steps: ScalarStep[] = [];
  for (const argument of block.arguments) slots.set(argument, slots.size);
  const slotsOf = (op: Operation): number[] | undefined => {
    const found = op.operands.map((operand) => slots.get(operand) ?? -1);
    return found.includes(-1) ? undefined : found;
  };
  for (const op of block.ops()) {
    if (op.definition.meaning?.kind === "terminator") break;
    if (op.resultCount !== 1 || op.results.some(({ type }) => type.kind !== "tensor" || type.shape.length !== 0))
      return undefined;
    const result = slots.size;
    if (op.name === "stablehlo.constant") {
      const attribute = op.attribute("value");
      const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
      if (typeof value !== "object" || !("kind" in value) || value.kind !== "dense") return undefined;
      constants.push({ slot: result, value: value.get(0) });
    } else {
      const apply = scalarFunction(op);
      const operands = slotsOf(op);
      if (apply === undefined || operands === undefined) return undefined;
      steps.push({ apply, seesPoison: seesPoison(op), operands, result });
    }
    slots.set(op.result(), result);
  }
  const last = block.lastOp;
  const yielded = last?.definition.meaning?.kind === "terminator" ? slotsOf(last) : undefined;
  if (yielded === undefined) return undefined;
  return compose(slots.size, constants, steps, yielded);
}

function compose(
  size: number,
  constants: readonly { readonly slot: number; readonly value: Scalar }[],
  steps: readonly ScalarStep[],
  yielded: readonly number[],
): ScalarBody {
  const frame = new Array<Scalar>(size).fill(0);
  for (const { slot, value } of constants) frame[slot] = value;
  const at = (slot: number | undefined): Scalar => frame[slot ?? 0] ?? 0;
  const run = (): void => {
    for (const { apply, seesPoison, operands, result } of steps) {
      const [a, b, c] = operands;
      if (!seesPoison && (at(a) === POISON || at(b ?? a) === POISON || at(c ?? a) === POISON)) frame[result] = POISON;
      else
        frame[result] =
          operands.length === 1
            ? apply(at(a))
            : operands.length === 2
              ? apply(at(a), at(b))
              : apply(at(a), at(b), at(c));
    }
  };
  const [first] = yielded;
  return {
    all: (args) => {
      for (let i = 0; i < args.length; i++) frame[i] = args[i] ?? 0;
      run();
      return yielded.map(at);
    },
    binary:
      yielded.length !== 1
        ? undefined
        : (a, b) => {
            frame[0] = a;
            frame[1] = b;
            run();
            return at(first);
          },
  };
}

/** The function of a body that is one op of two arguments in order: `add`, `maximum`. */
export function binaryBody(region: Region): ((a: Scalar, b: Scalar) => Scalar) | undefined {
  const block = region.entry;
  const op = block.firstOp;
  const [first, second] = block.arguments;
  if (op === null || op.operandCount !== 2 || op.next !== block.lastOp || block.arguments.length !== 2)
    return undefined;
  const inOrder = op.operand(0) === first && op.operand(1) === second;
  const swapped = op.operand(0) === second && op.operand(1) === first;
  const last = block.lastOp;
  if ((!inOrder && !swapped) || last?.operandCount !== 1 || last.operand(0) !== op.result()) return undefined;
  const apply = scalarFunction(op);
  if (apply === undefined) return undefined;
  const strict: (a: Scalar, b: Scalar) => Scalar = seesPoison(op)
    ? apply
    : (a, b) => (a === POISON || b === POISON ? POISON : apply(a, b));
  return inOrder ? strict : (a, b) => strict(b, a);
}
