// The walker: a frame per activation of a callable, which runs the prepared steps of blocks and is the Execution that meanings see.
import type { Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import type { BlockCode, BlockExit, CallableCode } from "./compile.ts";
import { Finished } from "./finished.ts";
import type { Computation, Execution, RegionExit, RuntimeValue, Suspension } from "./meaning.ts";
import type { Memory } from "./memory.ts";
import type { Run } from "./run.ts";
import { gathered } from "./slots.ts";
import type { Step } from "./step.ts";
import { located, Unwind } from "./unwind.ts";

const noIndices: readonly number[] = [];

export class Frame implements Execution {
  readonly shared: Run;
  readonly code: CallableCode;
  readonly values: RuntimeValue[];
  op: Operation;
  loopIndices: readonly number[] = noIndices;
  /** Calls and regions around what runs now. */
  depth: number;

  constructor(shared: Run, code: CallableCode, depth: number, values?: RuntimeValue[]) {
    this.shared = shared;
    this.code = code;
    this.depth = depth;
    this.values = values ?? new Array<RuntimeValue>(code.slots);
    this.op = code.callable;
  }

  get memory(): Memory {
    return this.shared.memory;
  }

  // --- regions and calls ---------------------------------------------------------------------------------------------

  /** Where nothing is interleaved the region runs to its end here and now: no generator. */
  runRegion(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const code = this.code.block(region.entry);
    return this.shared.interleaved ? this.#runBlocks(code, args) : new Finished(this.#runNow(code, args));
  }

  runRegionInOwnFrame(region: Region, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const fork = new Frame(this.shared, this.code, this.depth, this.values.slice());
    fork.op = this.op;
    fork.loopIndices = this.loopIndices;
    return fork.#runBlocks(this.code.block(region.entry), args);
  }

  runCallable(callable: Operation, args: readonly RuntimeValue[]): Computation<RegionExit> {
    const region = callable.regions[0];
    if (region === undefined || region.isEmpty)
      return this.unsupported(`'${callable.name}' is a declaration without a body`);
    const frame = new Frame(this.shared, this.shared.code.of(callable), this.depth + 1);
    frame.op = this.op;
    return frame.runRegion(region, args);
  }

  /** The values that the callable of this frame ends with. */
  run(args: readonly RuntimeValue[]): readonly RuntimeValue[] {
    const region = this.code.callable.regions[0];
    if (region === undefined || region.isEmpty)
      return this.unsupported(`'${this.op.name}' is a declaration without a body`);
    return this.#runNow(this.code.block(region.entry), args).values;
  }

  *interleave<T>(body: () => Computation<T>): Computation<T> {
    const { shared } = this;
    const outer = shared.interleaved;
    shared.interleaved = true;
    const result = yield* body();
    shared.interleaved = outer;
    return result;
  }

  #runNow(entry: BlockCode, args: readonly RuntimeValue[]): RegionExit {
    const outer = this.op;
    const { shared } = this;
    this.#enter();
    let current = outer;
    try {
      let code = entry;
      this.#bindArguments(code, args);
      for (;;) {
        const { steps, exit } = code;
        shared.spend(steps.length + 1);
        for (let i = 0; i < steps.length; i++) {
          const step = steps[i]!;
          current = step.op;
          if (step.direct !== undefined) step.direct(this);
          else {
            const left = this.#runControl(step);
            if (left !== undefined) {
              this.#leave(outer);
              return left;
            }
          }
        }
        current = exit.op;
        const passed = gathered(exit.operandSlots, this.values);
        if (exit.kind === "leave") {
          this.#leave(outer);
          return { terminator: exit.op, values: passed };
        }
        this.op = exit.op;
        code = this.#branch(exit, passed);
      }
    } catch (error) {
      throw located(error, current);
    }
  }

  /** Runs an op with regions or calls to its end; what it gives is stored, unless it leaves the region that it stands in. */
  #runControl(step: Step): RegionExit | undefined {
    this.op = step.op;
    const ended = step.control!(gathered(step.operandSlots, this.values), this).next();
    if (ended.done !== true)
      throw new Unwind("unsupported", `a barrier ('${ended.value.barrier}') outside of any group of threads`);
    const outcome = ended.value;
    if ("terminator" in outcome) return outcome;
    this.storeResults(step.resultSlots, outcome);
    return undefined;
  }

  /** As `#runNow`, for computations that may have to wait. */
  *#runBlocks(entry: BlockCode, args: readonly RuntimeValue[]): Computation<RegionExit> {
    if (entry.isDirect) return this.#runNow(entry, args);
    const outer = this.op;
    this.#enter();
    let current = outer;
    try {
      let code = entry;
      this.#bindArguments(code, args);
      for (;;) {
        const { steps, exit } = code;
        this.shared.spend(steps.length + 1);
        for (const step of steps) {
          current = step.op;
          if (step.direct !== undefined) step.direct(this);
          else {
            this.op = step.op;
            const outcome = yield* step.control!(gathered(step.operandSlots, this.values), this);
            if ("terminator" in outcome) {
              this.#leave(outer);
              return outcome;
            }
            this.storeResults(step.resultSlots, outcome);
          }
        }
        current = exit.op;
        const passed = gathered(exit.operandSlots, this.values);
        if (exit.kind === "leave") {
          this.#leave(outer);
          return { terminator: exit.op, values: passed };
        }
        this.op = exit.op;
        code = this.#branch(exit, passed);
      }
    } catch (error) {
      throw located(error, current);
    }
  }

  /** The block that control goes to, with its arguments set. */
  #branch(exit: Extract<BlockExit, { kind: "branch" }>, passed: readonly RuntimeValue[]): BlockCode {
    const choice = exit.choose(passed, this);
    const target = exit.op.successors[choice.successor];
    if (target === undefined) throw new Error(`'${exit.op.name}' has no successor ${choice.successor}`);
    const code = this.code.block(target);
    this.#bindArguments(code, choice.args);
    return code;
  }

  #enter(): void {
    if (++this.depth > this.shared.maxDepth)
      throw new Unwind("unsupported", `calls and regions nest deeper than ${this.shared.maxDepth}`, this.op);
  }

  #leave(outer: Operation): void {
    this.depth--;
    this.op = outer;
  }

  // --- values --------------------------------------------------------------------------------------------------------

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
