// The walker: a frame per activation of a callable, which runs the prepared steps of blocks and is the Execution that meanings see.
import type { Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { CallableCode, type BlockCode } from "./compile.ts";
import type { Computation, Execution, RegionExit, RuntimeValue, Suspension } from "./meaning.ts";
import type { Memory } from "./memory.ts";
import { Unwind } from "./unwind.ts";

/** What all frames of a run share. */
export class Run {
  readonly memory: Memory;
  readonly states: Map<string, unknown>;
  readonly maxDepth: number;
  fuel: number;
  readonly #codes = new Map<Operation, CallableCode>();

  constructor(memory: Memory, states: Map<string, unknown>, fuel: number, maxDepth: number) {
    this.memory = memory;
    this.states = states;
    this.fuel = fuel;
    this.maxDepth = maxDepth;
  }

  code(callable: Operation): CallableCode {
    let code = this.#codes.get(callable);
    if (code === undefined) this.#codes.set(callable, (code = new CallableCode(callable)));
    return code;
  }

  spend(units: number): void {
    this.fuel -= units;
    if (this.fuel < 0) throw new Unwind("out-of-fuel", "the fuel limit is reached");
  }
}

const noIndices: readonly number[] = [];

export class Frame implements Execution {
  readonly shared: Run;
  readonly code: CallableCode;
  readonly values: RuntimeValue[];
  op: Operation;
  loopIndices: readonly number[] = noIndices;
  /** Calls and regions around what runs now. */
  depth: number;

  constructor(shared: Run, code: CallableCode, depth: number, values: RuntimeValue[] = []) {
    this.shared = shared;
    this.code = code;
    this.depth = depth;
    this.values = values;
    this.op = code.callable;
  }

  get memory(): Memory {
    return this.shared.memory;
  }

  // --- regions and calls ---------------------------------------------------------------------------------------------

  runRegion(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const code = this.code.block(region.entry);
    return code.isDirect && region.blocks.length === 1
      ? new DirectRegion(this, code, args)
      : this.#runBlocks(code, args);
  }

  runRegionInOwnFrame(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const fork = new Frame(this.shared, this.code, this.depth, this.values.slice());
    fork.op = this.op;
    fork.loopIndices = this.loopIndices;
    return fork.runRegion(region, args);
  }

  runCallable(callable: Operation, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const region = callable.regions[0];
    if (region === undefined || region.isEmpty)
      return this.unsupported(`'${callable.name}' is a declaration without a body`);
    const frame = new Frame(this.shared, this.shared.code(callable), this.depth + 1);
    return frame.runRegion(region, args);
  }

  *#runBlocks(entry: BlockCode, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const outer = this.op;
    this.#enter();
    try {
      let code = entry;
      this.#bindArguments(code, args);
      for (;;) {
        this.shared.spend(code.steps.length + 1);
        for (const step of code.steps) {
          this.op = step.op;
          if (step.direct !== undefined) step.direct(this);
          else if (step.control !== undefined) {
            const outcome = yield* step.control(this.#gather(step.operandSlots), this);
            if ("terminator" in outcome) {
              this.#leave(outer);
              return outcome;
            }
            this.storeResults(step.resultSlots, outcome);
          }
        }
        const { exit } = code;
        this.op = exit.op;
        const passed = this.#gather(exit.operandSlots);
        if (exit.kind === "leave") {
          this.#leave(outer);
          return { terminator: exit.op, values: passed };
        }
        const choice = exit.choose(passed, this);
        const target = exit.op.successors[choice.successor];
        if (target === undefined) throw new Error(`'${exit.op.name}' has no successor ${choice.successor}`);
        code = this.code.block(target);
        this.#bindArguments(code, choice.args);
      }
    } catch (error) {
      throw this.#located(error);
    }
  }

  /** Runs a block of direct steps; `#runBlocks` without a generator. */
  runDirectly(code: BlockCode, args: readonly RuntimeValue[]): RegionExit {
    const outer = this.op;
    this.#enter();
    try {
      this.#bindArguments(code, args);
      this.shared.spend(code.steps.length + 1);
      for (const step of code.steps) {
        this.op = step.op;
        step.direct!(this);
      }
    } catch (error) {
      throw this.#located(error);
    }
    this.#leave(outer);
    return { terminator: code.exit.op, values: this.#gather(code.exit.operandSlots) };
  }

  #enter(): void {
    if (++this.depth > this.shared.maxDepth)
      throw new Unwind("unsupported", `calls and regions nest deeper than ${this.shared.maxDepth}`, this.op);
  }

  #leave(outer: Operation): void {
    this.depth--;
    this.op = outer;
  }

  /** Says where an early end happened, in the innermost frame that it passes. */
  #located(error: unknown): unknown {
    if (error instanceof Unwind) error.op ??= this.op;
    return error;
  }

  // --- values --------------------------------------------------------------------------------------------------------

  #gather(slots: readonly number[]): RuntimeValue[] {
    const gathered = new Array<RuntimeValue>(slots.length);
    for (let i = 0; i < slots.length; i++) gathered[i] = this.values[slots[i]!]!;
    return gathered;
  }

  #bindArguments({ argumentSlots }: BlockCode, args: readonly RuntimeValue[]): void {
    if (args.length !== argumentSlots.length) {
      throw new Error(`'${this.op.name}' passes ${args.length} values to a block of ${argumentSlots.length} arguments`);
    }
    for (let i = 0; i < args.length; i++) this.values[argumentSlots[i]!] = args[i]!;
  }

  storeResults(slots: readonly number[], results: readonly RuntimeValue[]): void {
    if (results.length !== slots.length) {
      throw new Error(`the meaning of '${this.op.name}' gave ${results.length} values for ${slots.length} results`);
    }
    for (let i = 0; i < slots.length; i++) this.values[slots[i]!] = results[i]!;
  }

  valueOf(value: Value): RuntimeValue {
    const found = this.values[this.code.slot(value)];
    if (found === undefined) throw new Error(`'${this.op.name}' reads a value that is not computed`);
    return found;
  }

  // --- state and ends ------------------------------------------------------------------------------------------------

  state<T>(key: string, make: () => T): T;
  state(key: string, make: () => unknown): unknown {
    const { states } = this.shared;
    if (!states.has(key)) states.set(key, make());
    return states.get(key);
  }

  /** Sets the state for each stretch between suspensions, so that interleaved computations each see their own. */
  *withState<T>(key: string, value: unknown, body: () => Computation<T>): Computation<T> {
    const { states } = this.shared;
    let computation: Computation<T> | undefined;
    for (;;) {
      const had = states.has(key);
      const outer = states.get(key);
      states.set(key, value);
      let step: IteratorResult<Suspension, T>;
      try {
        computation ??= body();
        step = computation.next();
      } finally {
        if (had) states.set(key, outer);
        else states.delete(key);
      }
      if (step.done === true) return step.value;
      yield step.value;
    }
  }

  spend(units: number): void {
    this.shared.spend(units);
  }

  undefinedBehavior(reason: string): never {
    throw new Unwind("undefined-behavior", reason, this.op);
  }

  unsupported(reason: string): never {
    throw new Unwind("unsupported", reason, this.op);
  }
}

/** The computation of a region that never suspends: runs whole at the first `next`. */
class DirectRegion implements Generator<Suspension, RegionExit> {
  readonly #frame: Frame;
  readonly #code: BlockCode;
  readonly #args: readonly RuntimeValue[];

  constructor(frame: Frame, code: BlockCode, args: readonly RuntimeValue[]) {
    this.#frame = frame;
    this.#code = code;
    this.#args = args;
  }

  next(): IteratorResult<Suspension, RegionExit> {
    return { done: true, value: this.#frame.runDirectly(this.#code, this.#args) };
  }

  return(value: RegionExit): IteratorResult<Suspension, RegionExit> {
    return { done: true, value };
  }

  throw(error: unknown): IteratorResult<Suspension, RegionExit> {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }

  [Symbol.dispose](): void {
    // Holds nothing.
  }
}
