// One op of a block, ready to run: a closure from slots of the frame to slots of the frame, specialised to types, flags and arity.
import type { Operation } from "../core/operation.ts";
import { elementTypeOf } from "../core/types.ts";
import type { CallableCode } from "./compile.ts";
import { isLifted, liftScalar, liftScalars } from "./elementwise.ts";
import type { Computation, RegionExit, RuntimeValue, ScalarMeaning, ScalarsMeaning, ValueMeaning } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { scalarForm } from "./scalar-form.ts";
import { gathered } from "./slots.ts";
import { prepareStructured } from "./structured.ts";
import { located, Unwind } from "./unwind.ts";
import { POISON, type Scalar } from "./value.ts";
import type { Frame } from "./walker.ts";

export type DirectRun = (frame: Frame) => void;
export type ControlRun = (
  operands: readonly RuntimeValue[],
  frame: Frame,
) => Computation<readonly RuntimeValue[] | RegionExit>;

/** Either `direct` does all, or `control` is a computation over the operands. */
export class Step {
  readonly op: Operation;
  readonly direct: DirectRun | undefined;
  readonly control: ControlRun | undefined;
  readonly operandSlots: readonly number[];
  readonly resultSlots: readonly number[];

  constructor(
    op: Operation,
    direct: DirectRun | undefined,
    control: ControlRun | undefined,
    operandSlots: readonly number[],
    resultSlots: readonly number[],
  ) {
    this.op = op;
    this.direct = direct;
    this.control = control;
    this.operandSlots = operandSlots;
    this.resultSlots = resultSlots;
  }
}

/** An op whose meaning refuses it while it is prepared is refused when it runs. */
export function prepareStep(op: Operation, code: CallableCode): Step {
  const operands = code.operandSlots(op);
  const results = code.resultSlots(op);
  try {
    return stepOf(op, code, operands, results);
  } catch (thrown) {
    const error = located(thrown, op);
    // Another run may have the fuel.
    if (!(error instanceof Unwind) || error.kind === "out-of-fuel") throw error;
    return new Step(op, refusal(op, error.kind, error.reason), undefined, operands, results);
  }
}

function refusal(op: Operation, kind: Unwind["kind"], reason: string): DirectRun {
  return () => {
    throw new Unwind(kind, reason, op);
  };
}

/** Why an op without a meaning is refused. */
export function noMeaning(op: Operation): string {
  return op.definition.registered ? "the operation has no executable meaning" : "the operation is not registered";
}

function stepOf(op: Operation, code: CallableCode, operands: readonly number[], results: readonly number[]): Step {
  const direct = (run: DirectRun): Step => new Step(op, run, undefined, operands, results);
  const meaning = op.definition.meaning;
  switch (meaning?.kind) {
    case "scalar":
      return direct(charged(op, scalarStep(op, meaning, operands, results[0]!)));
    case "scalars":
      return direct(charged(op, scalarsStep(op, meaning, operands, results)));
    case "value": {
      const scalars = scalarForm(op);
      if (scalars !== undefined) return direct(charged(op, scalarStep(op, scalars, operands, results[0]!)));
      return direct(valueStep(op, onPoisonReferences(op, meaning.prepare(op)), operands, results));
    }
    case "effect":
      return direct(valueStep(op, meaning.prepare(op), operands, results));
    case "control":
      return new Step(op, undefined, meaning.prepare(op), operands, results);
    case "structured": {
      const { direct: run, control } = prepareStructured(op, meaning.describe(op), code, operands, results);
      return new Step(op, run, control, operands, results);
    }
    case "terminator":
    case "branch":
      throw new Error(`'${op.name}' is not the last op of its block`);
    case undefined:
      return direct(refusal(op, "unsupported", noMeaning(op)));
  }
}

/** A view of a buffer that is poison is poison: only an access is undefined behaviour. */
function onPoisonReferences(op: Operation, prepared: ReturnType<ValueMeaning["prepare"]>): typeof prepared {
  if (op.operandCount === 0) return prepared;
  const references = op.opOperands.flatMap(({ value: { type } }, i) =>
    type.kind === "memref" || type.kind === "unranked_memref" ? [i] : [],
  );
  if (references.length === 0 || !op.hasTrait("Pure")) return prepared;
  const poison = op.results.map((): RuntimeValue => POISON);
  return (operands, run) => (references.some((i) => operands[i] === POISON) ? poison : prepared(operands, run));
}

// --- scalars ---------------------------------------------------------------------------------------------------------

function scalarStep(op: Operation, meaning: ScalarMeaning, operands: readonly number[], result: number): DirectRun {
  const apply = meaning.prepare(op);
  const { type } = op.result();
  if (isLifted(type)) {
    const lifted = liftScalar(apply, type, meaning.seesPoison);
    return ({ values }) => {
      values[result] = lifted(gathered(operands, values));
    };
  }
  const [a, b, c] = operands;
  if (meaning.seesPoison && a !== undefined && b !== undefined) {
    if (operands.length === 2)
      return ({ values }) => {
        values[result] = apply(expectScalar(values[a]), expectScalar(values[b]));
      };
    if (operands.length === 3 && c !== undefined)
      return ({ values }) => {
        values[result] = apply(expectScalar(values[a]), expectScalar(values[b]), expectScalar(values[c]));
      };
  }
  if (!meaning.seesPoison && a !== undefined) {
    if (operands.length === 1) return unaryStep(apply, a, result);
    if (operands.length === 2 && b !== undefined) return binaryStep(apply, a, b, result);
    if (operands.length === 3 && b !== undefined && c !== undefined) return ternaryStep(apply, a, b, c, result);
  }
  return ({ values }) => {
    const scalars = operands.map((slot) => expectScalar(values[slot]));
    values[result] = !meaning.seesPoison && scalars.includes(POISON) ? POISON : apply(...scalars);
  };
}

/** Integers of thousands of bits cost more than one unit: as much as their products take. */
function charged(op: Operation, run: DirectRun): DirectRun {
  let width = 0;
  for (const { value } of op.opOperands) {
    const type = elementTypeOf(value.type);
    if (type.kind === "integer") width = Math.max(width, type.width);
  }
  if (width <= 2048) return run;
  const units = Math.ceil((width / 2048) ** 1.6);
  return (frame) => {
    frame.spend(units);
    run(frame);
  };
}

// Numbers go straight to the function; everything else is looked at.

function unaryStep(apply: (a: Scalar) => Scalar, a: number, result: number): DirectRun {
  return ({ values }) => {
    const x = values[a];
    if (typeof x === "number") values[result] = apply(x);
    else {
      const scalar = expectScalar(x);
      values[result] = scalar === POISON ? POISON : apply(scalar);
    }
  };
}

function binaryStep(apply: (a: Scalar, b: Scalar) => Scalar, a: number, b: number, result: number): DirectRun {
  return ({ values }) => {
    const x = values[a];
    const y = values[b];
    if (typeof x === "number" && typeof y === "number") values[result] = apply(x, y);
    else {
      const left = expectScalar(x);
      const right = expectScalar(y);
      values[result] = left === POISON || right === POISON ? POISON : apply(left, right);
    }
  };
}

function ternaryStep(
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
  if (resultTypes.some(isLifted)) {
    const lifted = liftScalars(apply, resultTypes);
    return ({ values }) => {
      lifted(gathered(operands, values)).forEach((value, i) => (values[results[i]!] = value));
    };
  }
  return ({ values }) => {
    const scalars = operands.map((slot) => expectScalar(values[slot]));
    const outcome: readonly Scalar[] = scalars.includes(POISON) ? resultTypes.map(() => POISON) : apply(...scalars);
    outcome.forEach((value, i) => (values[results[i]!] = value));
  };
}

// --- whole values ----------------------------------------------------------------------------------------------------

function valueStep(
  op: Operation,
  apply: ReturnType<ValueMeaning["prepare"]>,
  operands: readonly number[],
  results: readonly number[],
): DirectRun {
  if (results.length === 1) {
    const result = results[0]!;
    return (frame) => {
      frame.op = op;
      const { values } = frame;
      const given = apply(gathered(operands, values), frame);
      if (given.length !== 1) frame.storeResults(results, given);
      else values[result] = given[0]!;
    };
  }
  return (frame) => {
    frame.op = op;
    frame.storeResults(results, apply(gathered(operands, frame.values), frame));
  };
}
