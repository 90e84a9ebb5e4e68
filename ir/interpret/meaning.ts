// The kinds of meaning that a definition may give its op, and what they run with. The interpreter (and the folder) read these.
import type { AffineMap } from "../affine/map.ts";
import type { Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import type { Memory, MemRefValue } from "./memory.ts";
import type { DenseValue, Scalar } from "./value.ts";

/** A run-time object of a dialect: a token, a function, a machine's register file. */
export interface ObjectValue {
  readonly kind: "object";
  readonly object: unknown;
}

export type RuntimeValue = Scalar | DenseValue | MemRefValue | ObjectValue;

/**
 * A function over scalars, made once per op (so that it is specialised to types and flags), lifted over vectors and tensors by
 * the Elementwise trait. Operands that are poison never reach it unless `seesPoison`; the result is then poison.
 */
export interface ScalarMeaning {
  readonly kind: "scalar";
  readonly prepare: (op: Operation) => (...operands: Scalar[]) => Scalar;
  readonly seesPoison: boolean;
  /** Whether running it may fold constants; where not, the op's folder alone says what folds. */
  readonly folds: boolean;
  /** Which well-known function `prepare(op)` is exactly, if any: the structured executor has typed loops for these. */
  readonly primitive: ((op: Operation) => Primitive | undefined) | undefined;
}

/** Floats: rounded to the type after each. Integers: modulo 2^width, so an op with overflow flags is none of these. */
export type Primitive = "add" | "subtract" | "multiply";

/** ScalarMeaning for an op of several results; one scalar per result. */
export interface ScalarsMeaning {
  readonly kind: "scalars";
  readonly prepare: (op: Operation) => (...operands: Scalar[]) => readonly Scalar[];
  readonly folds: boolean;
}

/** A function over whole values without regions, memory or control. */
export interface ValueMeaning {
  readonly kind: "value";
  readonly prepare: (op: Operation) => (operands: readonly RuntimeValue[], run: Execution) => readonly RuntimeValue[];
  /** The same where all operands and the result are scalars, poison among them; undefined where that is nothing special. */
  readonly onScalars: ScalarMeaning["prepare"] | undefined;
  /** The same for constants, of ops that fold so and ask nothing of the run. */
  readonly onConstants?: ConstantMeaning;
}

/** A function over whole values that needs nothing but them. */
export type ConstantMeaning = (op: Operation) => (operands: readonly RuntimeValue[]) => readonly RuntimeValue[];

/** Reads or writes memory or machine state; otherwise as ValueMeaning. */
export interface EffectMeaning {
  readonly kind: "effect";
  readonly prepare: (op: Operation) => (operands: readonly RuntimeValue[], run: Execution) => readonly RuntimeValue[];
}

/** What a suspended computation waits for: a barrier's name, known to the driver that runs several computations together. */
export interface Suspension {
  readonly barrier: string;
}

export type Computation<T> = Generator<Suspension, T>;

/**
 * Runs regions, calls or launches. A generator, so that threads and warps can wait at barriers inside. A RegionExit in place of
 * values leaves the region that the op stands in: a branch out of nested regions.
 */
export interface ControlMeaning {
  readonly kind: "control";
  readonly prepare: (
    op: Operation,
  ) => (operands: readonly RuntimeValue[], run: Execution) => Computation<readonly RuntimeValue[] | RegionExit>;
}

/** A terminator: ends its region and hands its operands to the op that runs the region. */
export interface TerminatorMeaning {
  readonly kind: "terminator";
}

/** A terminator with successors: chooses one and passes values to its block arguments. */
export interface BranchMeaning {
  readonly kind: "branch";
  readonly prepare: (op: Operation) => (operands: readonly RuntimeValue[], run: Execution) => BranchChoice;
}

export interface BranchChoice {
  /** Number of the successor. */
  readonly successor: number;
  readonly args: readonly RuntimeValue[];
}

/** A loop nest over an iteration space with a scalar body: linalg's ops. Read by the structured executor. */
export interface StructuredMeaning {
  readonly kind: "structured";
  /** Region 0 is the body: arguments are the elements of all operands, its terminator yields the outputs' new elements. */
  readonly describe: (op: Operation) => StructuredDescription;
}

export interface StructuredDescription {
  /** Iterator type per loop. */
  readonly iterators: readonly ("parallel" | "reduction" | "window")[];
  /** One indexing map per operand, inputs then outputs. */
  readonly maps: readonly AffineMap[];
  readonly inputs: number;
  readonly outputs: number;
  readonly body: Region;
}

export type Meaning =
  | ScalarMeaning | ScalarsMeaning | ValueMeaning | EffectMeaning | ControlMeaning | TerminatorMeaning | BranchMeaning
  | StructuredMeaning; // prettier-ignore

/**
 * What ended a region: its terminator and the values it passed on. A block without a terminator (NoTerminator) ends with the op
 * that owns the region and no values.
 */
export interface RegionExit {
  readonly terminator: Operation;
  readonly values: readonly RuntimeValue[];
}

/** A run of the interpreter, seen by meanings. */
export interface Execution {
  readonly memory: Memory;
  /** The op that is running now; undefined behaviour is reported at its location. */
  readonly op: Operation;
  /** Runs a region with arguments for its entry block until a terminator leaves it. */
  runRegion(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit>;
  /** As runRegion in a copy of the frame: for computations of one region that are interleaved (threads). */
  runRegionInOwnFrame(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit>;
  /** Runs `body`, in which computations wait for each other (`runTogether`). Elsewhere a barrier is refused. */
  interleave<T>(body: () => Computation<T>): Computation<T>;
  /** Runs the callable op's first region in a new frame (func.call, tile.launch): values from outside are not visible inside. */
  runCallable(callable: Operation, args: readonly RuntimeValue[]): Computation<RegionExit>;
  /** The value that an SSA value of this callable has now. */
  valueOf(value: Value): RuntimeValue;
  /** Current indices of the innermost structured op that runs in this frame: what linalg.index reads. Changes in place. */
  readonly loopIndices: readonly number[];
  /** State that lives as long as the run, by key: made when first asked for. */
  state<T>(key: string, make: () => T): T;
  /** Runs `body` with `state(key)` being `value`: thread ids, the current warp. */
  withState<T>(key: string, value: unknown, body: () => Computation<T>): Computation<T>;
  /** Counts work against the fuel limit. */
  spend(units: number): void;
  /** Ends the run: undefined behaviour at the current op. */
  undefinedBehavior(reason: string): never;
  /** Ends the run: something that has no meaning here, named. */
  unsupported(reason: string): never;
}

/** A meaning on scalars: `scalar((op) => (a, b) => ...)`. Undefined behaviour is `undefinedBehavior(reason)` of unwind.ts. */
export function scalar(
  prepare: ScalarMeaning["prepare"],
  options: { seesPoison?: boolean; folds?: boolean; primitive?: (op: Operation) => Primitive | undefined } = {},
): ScalarMeaning {
  const { seesPoison = false, folds = true, primitive } = options;
  return { kind: "scalar", prepare, seesPoison, folds, primitive };
}

/** A meaning on scalars with several results. */
export function scalars(prepare: ScalarsMeaning["prepare"], { folds = true } = {}): ScalarsMeaning {
  return { kind: "scalars", prepare, folds };
}

/** A meaning on whole values. */
export function onValues(
  prepare: ValueMeaning["prepare"],
  { onScalars }: { onScalars?: ScalarMeaning["prepare"] } = {},
): ValueMeaning {
  return { kind: "value", prepare, onScalars };
}

/** A meaning on whole values by which constants fold. */
export function onValuesAndConstants(prepare: ConstantMeaning): ValueMeaning {
  return { ...onValues(prepare), onConstants: prepare };
}

/** Whether an op with this meaning folds where its operands are constants. */
export function foldsConstants(meaning: Meaning | undefined): boolean {
  if (meaning?.kind === "value") return meaning.onConstants !== undefined;
  return (meaning?.kind === "scalar" || meaning?.kind === "scalars") && meaning.folds;
}

/** A meaning with effects on memory or machine state. */
export function effect(prepare: EffectMeaning["prepare"]): EffectMeaning {
  return { kind: "effect", prepare };
}

/** A meaning that runs regions or calls. */
export function control(prepare: ControlMeaning["prepare"]): ControlMeaning {
  return { kind: "control", prepare };
}

/** A terminator that chooses one of its successors. */
export function branch(prepare: BranchMeaning["prepare"]): BranchMeaning {
  return { kind: "branch", prepare };
}

/** A loop nest with a scalar body. */
export function structured(describe: StructuredMeaning["describe"]): StructuredMeaning {
  return { kind: "structured", describe };
}

export const terminator: TerminatorMeaning = { kind: "terminator" };
