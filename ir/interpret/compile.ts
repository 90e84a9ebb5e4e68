// Prepares callables for running: a slot in the frame per SSA value and, per block, a list of steps, made when the block first runs.
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import { isShaped } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { liftScalar, liftScalars } from "./elementwise.ts";
import type {
  BranchChoice,
  Computation,
  Execution,
  RegionExit,
  RuntimeValue,
  ScalarMeaning,
  ScalarsMeaning,
} from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { prepareStructured } from "./structured.ts";
import { Unwind } from "./unwind.ts";
import { POISON, type Scalar } from "./value.ts";
import type { Frame } from "./walker.ts";

/** One op of a block, ready to run: `direct` does all, or `control` is a computation over the operands. */
export interface Step {
  readonly op: Operation;
  readonly direct: ((frame: Frame) => void) | undefined;
  readonly control:
    | ((operands: readonly RuntimeValue[], frame: Frame) => Computation<readonly RuntimeValue[] | RegionExit>)
    | undefined;
  readonly operandSlots: readonly number[];
  readonly resultSlots: readonly number[];
}

/** How control leaves a block. */
export type BlockExit =
  | { readonly kind: "leave"; readonly op: Operation; readonly operandSlots: readonly number[] }
  | {
      readonly kind: "branch";
      readonly op: Operation;
      readonly operandSlots: readonly number[];
      readonly choose: (operands: readonly RuntimeValue[], run: Execution) => BranchChoice;
    };

export interface BlockCode {
  readonly argumentSlots: readonly number[];
  readonly steps: readonly Step[];
  readonly exit: BlockExit;
  /** Every step is direct and the exit leaves the region: runs without a generator. */
  readonly isDirect: boolean;
}

/** The code of one callable op, filled in block by block. */
export class CallableCode {
  readonly callable: Operation;
  readonly #slots = new Map<Value, number>();
  readonly #blocks = new Map<Block, BlockCode>();

  constructor(callable: Operation) {
    this.callable = callable;
  }

  slot(value: Value): number {
    let slot = this.#slots.get(value);
    if (slot === undefined) this.#slots.set(value, (slot = this.#slots.size));
    return slot;
  }

  operandSlots(op: Operation): number[] {
    return op.opOperands.map((operand) => this.slot(operand.value));
  }

  block(block: Block): BlockCode {
    let code = this.#blocks.get(block);
    if (code === undefined) this.#blocks.set(block, (code = this.#prepareBlock(block)));
    return code;
  }

  #prepareBlock(block: Block): BlockCode {
    const argumentSlots = block.arguments.map((argument) => this.slot(argument));
    const steps: Step[] = [];
    let exit: BlockExit | undefined;
    for (const op of block.ops()) {
      const meaning = op.definition.meaning;
      if (meaning?.kind === "terminator") exit = { kind: "leave", op, operandSlots: this.operandSlots(op) };
      else if (meaning?.kind === "branch") {
        exit = { kind: "branch", op, operandSlots: this.operandSlots(op), choose: meaning.prepare(op) };
      } else steps.push(prepareStepOrRefusal(op, this));
    }
    exit ??= { kind: "leave", op: block.parentOp ?? this.callable, operandSlots: [] };
    const isDirect = exit.kind === "leave" && steps.every((step) => step.direct !== undefined);
    return { argumentSlots, steps, exit, isDirect };
  }
}

/** An op whose meaning refuses it while it is prepared is refused when it runs. */
function prepareStepOrRefusal(op: Operation, code: CallableCode): Step {
  try {
    return prepareStep(op, code);
  } catch (error) {
    if (!(error instanceof Unwind)) throw error;
    const { kind, reason } = error;
    const direct = (): void => {
      throw new Unwind(kind, reason, op);
    };
    return { op, direct, control: undefined, operandSlots: [], resultSlots: [] };
  }
}

function prepareStep(op: Operation, code: CallableCode): Step {
  const operandSlots = code.operandSlots(op);
  const resultSlots = op.results.map((result) => code.slot(result));
  const step = { op, operandSlots, resultSlots };
  const direct = (run: (frame: Frame) => void): Step => ({ ...step, direct: run, control: undefined });
  const meaning = op.definition.meaning;
  switch (meaning?.kind) {
    case "scalar":
      return direct(scalarStep(op, meaning, operandSlots, resultSlots));
    case "scalars":
      return direct(scalarsStep(op, meaning, operandSlots, resultSlots));
    case "value":
    case "effect":
      return direct(valueStep(meaning.prepare(op), operandSlots, resultSlots));
    case "control":
      return { ...step, direct: undefined, control: meaning.prepare(op) };
    case "structured":
      return { ...step, ...prepareStructured(op, meaning.describe(op), code, operandSlots, resultSlots) };
    case "terminator":
    case "branch":
      throw new Error(`'${op.name}' is not the last op of its block`);
    case undefined:
      return direct(() => {
        throw new Unwind("unsupported", noMeaning(op), op);
      });
  }
}

/** Why an op without a meaning is refused. */
export function noMeaning(op: Operation): string {
  return op.definition.registered ? "the operation has no executable meaning" : "the operation is not registered";
}

type DirectRun = (frame: Frame) => void;

function scalarStep(
  op: Operation,
  meaning: ScalarMeaning,
  operands: readonly number[],
  results: readonly number[],
): DirectRun {
  const apply = meaning.prepare(op);
  const result = results[0]!;
  const resultType = op.result().type;
  if (isShaped(resultType)) {
    const lifted = liftScalar(apply, resultType, meaning.seesPoison);
    return ({ values }) => {
      values[result] = lifted(operands.map((slot) => values[slot]!));
    };
  }
  if (meaning.seesPoison || operands.length > 3 || operands.length === 0) {
    return ({ values }) => {
      const scalars = operands.map((slot) => expectScalar(values[slot]));
      values[result] = !meaning.seesPoison && scalars.includes(POISON) ? POISON : apply(...scalars);
    };
  }
  const [first, second, third] = operands;
  if (first !== undefined && second !== undefined && third !== undefined)
    return scalarStep3(apply, first, second, third, result);
  if (first !== undefined && second !== undefined) return scalarStep2(apply, first, second, result);
  return scalarStep1(apply, first!, result);
}

function scalarStep1(apply: (a: Scalar) => Scalar, a: number, result: number): DirectRun {
  return ({ values }) => {
    const x = expectScalar(values[a]);
    values[result] = x === POISON ? POISON : apply(x);
  };
}

function scalarStep2(apply: (a: Scalar, b: Scalar) => Scalar, a: number, b: number, result: number): DirectRun {
  return ({ values }) => {
    const x = expectScalar(values[a]);
    const y = expectScalar(values[b]);
    values[result] = x === POISON || y === POISON ? POISON : apply(x, y);
  };
}

function scalarStep3(
  apply: (a: Scalar, b: Scalar, c: Scalar) => Scalar,
  a: number,
  b: number,
  c: number,
  result: number,
): DirectRun {
  return ({ values }) => {
    const x = expectScalar(values[a]);
    const y = expectScalar(values[b]);
    const z = expectScalar(values[c]);
    values[result] = x === POISON || y === POISON || z === POISON ? POISON : apply(x, y, z);
  };
}

function scalarsStep(
  op: Operation,
  meaning: ScalarsMeaning,
  operands: readonly number[],
  results: readonly number[],
): DirectRun {
  const apply = meaning.prepare(op);
  const resultTypes = op.results.map((result) => result.type);
  if (resultTypes.some(isShaped)) {
    const lifted = liftScalars(apply, resultTypes);
    return ({ values }) => {
      lifted(operands.map((slot) => values[slot]!)).forEach((value, i) => (values[results[i]!] = value));
    };
  }
  return ({ values }) => {
    const scalars = operands.map((slot) => expectScalar(values[slot]));
    const outcome: readonly Scalar[] = scalars.includes(POISON) ? resultTypes.map(() => POISON) : apply(...scalars);
    outcome.forEach((value, i) => (values[results[i]!] = value));
  };
}

function valueStep(
  apply: (operands: readonly RuntimeValue[], run: Execution) => readonly RuntimeValue[],
  operands: readonly number[],
  results: readonly number[],
): DirectRun {
  return (frame) => {
    const values = frame.values;
    const given = new Array<RuntimeValue>(operands.length);
    for (let i = 0; i < operands.length; i++) given[i] = values[operands[i]!]!;
    frame.storeResults(results, apply(given, frame));
  };
}
