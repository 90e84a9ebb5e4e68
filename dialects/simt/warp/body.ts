// Compiles a kernel for one warp: a closure per op, loops and branches by masks. Regions in which a warp may wait are generators.
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { Computation } from "../../../ir/interpret/meaning.ts";
import type { RegisterKind } from "../types.ts";
import { bind } from "./bind.ts";
import type { CountedOp, KernelPlan } from "./plan.ts";
import type { Profile } from "./profile.ts";
import { copyLanes, type Move } from "./moves.ts";
import { bitsOf, type Slot, type Warp } from "./warp.ts";

/** Sees what a warp executes, in order. */
export interface Instrument {
  /** Gives what is run for an op in place of `run`. */
  readonly wrap: (warp: Warp, op: CountedOp, run: () => void) => () => void;
  /** Values that pass from registers to others, without instructions. */
  readonly moved: (warp: Warp, moves: readonly Move[]) => void;
}

export interface BodyOptions {
  readonly plan: KernelPlan;
  readonly warp: Warp;
  readonly profile: () => Profile;
  readonly instrument: Instrument | undefined;
  /** Told how many instructions are about to run. */
  readonly spend: ((units: number) => void) | undefined;
}

/** What a warp does in a block: at once, or as a computation that waits at barriers. */
export type Body =
  | { readonly kind: "direct"; readonly run: () => void }
  | { readonly kind: "suspending"; readonly run: () => Computation<void> };

const nothing = (): void => undefined;

export class BodyCompiler {
  readonly #options: BodyOptions;

  constructor(options: BodyOptions) {
    this.#options = options;
  }

  compile(block: Block): Body {
    const { plan, warp, profile, spend } = this.#options;
    const { number, counted, suspends } = plan.body(block);
    const steps: Body[] = [];
    const countedOps = new Map(counted.map((c) => [c.op, c]));
    for (const op of block.ops()) steps.push(...this.#steps(op, countedOps.get(op)));
    const count = (): void => {
      const { executions, lanes } = profile();
      executions[number]! += 1;
      lanes[number]! += warp.active;
      spend?.(counted.length);
    };
    if (!suspends) {
      const runs = steps.map((step) => (step.kind === "direct" ? step.run : nothing));
      return {
        kind: "direct",
        run: () => {
          count();
          for (let i = 0; i < runs.length; i++) runs[i]!();
        },
      };
    }
    return {
      kind: "suspending",
      run: function* () {
        count();
        for (const step of steps) {
          if (step.kind === "direct") step.run();
          else yield* step.run();
        }
      },
    };
  }

  #steps(op: Operation, counted: CountedOp | undefined): Body[] {
    switch (op.name) {
      case "simt.const":
        return [];
      case "simt.if":
        return [this.#branch(op, counted), this.#if(op)];
      case "simt.loop":
        return [this.#loop(op)];
      case "simt.while":
        return [this.#while(op)];
      default:
        if (counted === undefined) return [];
        return counted.row?.effect === "barrier" ? this.#barrier(counted) : [this.#branch(op, counted)];
    }
  }

  /** The closure of a counted op; a branch alone does nothing. */
  #branch(op: Operation, counted: CountedOp | undefined): Body {
    const { warp, instrument } = this.#options;
    if (counted === undefined) return { kind: "direct", run: nothing };
    const { row, operands, results, immediate } = counted;
    const run = row === undefined ? nothing : bind(row, { op, warp, operands, results, immediate });
    return { kind: "direct", run: instrument === undefined ? run : instrument.wrap(warp, counted, run) };
  }

  #barrier(counted: CountedOp): Body[] {
    const barrier = `bar.sync ${counted.immediate}`;
    return [
      this.#branch(counted.op, counted),
      {
        kind: "suspending",
        run: function* () {
          yield { barrier };
        },
      },
    ];
  }

  /** Copies values into registers in the lanes of a mask, all at once. */
  #moves(from: readonly Value[], to: readonly Value[]): (mask: number) => void {
    const { plan, warp, instrument } = this.#options;
    const moves = from.map((value, i): Move => ({ from: plan.slot(value), to: plan.slot(to[i]!) }));
    const copy = copyLanes(warp, moves);
    if (instrument === undefined) return copy;
    return (mask) => {
      copy(mask);
      instrument.moved(warp, moves);
    };
  }

  #predicate(value: Value): Uint8Array {
    const { plan, warp } = this.#options;
    return warp.lanes("pred", plan.slot(value));
  }

  /** What a region of an if does under its mask: its block, then its values into the results. */
  #arm(op: Operation, number: number): Body | undefined {
    const region = op.region(number);
    if (region.isEmpty) return undefined;
    const block = region.entry;
    const { warp } = this.#options;
    const body = this.compile(block);
    const move = this.#moves(block.lastOp?.operands ?? [], op.results);
    if (body.kind === "direct") {
      return {
        kind: "direct",
        run: () => {
          body.run();
          move(warp.mask);
        },
      };
    }
    return {
      kind: "suspending",
      run: function* () {
        yield* body.run();
        move(warp.mask);
      },
    };
  }

  #if(op: Operation): Body {
    const { warp, profile } = this.#options;
    const predicate = this.#predicate(op.operand(0));
    const [then, otherwise] = [this.#arm(op, 0), this.#arm(op, 1)];
    const taken = (mask: number): number => {
      const bits = bitsOf(predicate) & mask;
      if (bits !== 0 && bits !== mask) profile().noteDivergence(op);
      return bits;
    };
    if (then?.kind !== "suspending" && otherwise?.kind !== "suspending") {
      return {
        kind: "direct",
        run: () => {
          const outer = warp.mask;
          const bits = taken(outer);
          if (bits !== 0 && then !== undefined) {
            warp.setMask(bits);
            then.run();
          }
          if (bits !== outer && otherwise !== undefined) {
            warp.setMask(outer & ~bits);
            otherwise.run();
          }
          warp.setMask(outer);
        },
      };
    }
    return {
      kind: "suspending",
      run: function* () {
        const outer = warp.mask;
        const bits = taken(outer);
        if (bits !== 0 && then !== undefined) {
          warp.setMask(bits);
          yield* runBody(then);
        }
        if (bits !== outer && otherwise !== undefined) {
          warp.setMask(outer & ~bits);
          yield* runBody(otherwise);
        }
        warp.setMask(outer);
      },
    };
  }

  #loop(op: Operation): Body {
    const { warp, profile } = this.#options;
    const block = op.region().entry;
    const last = block.lastOp;
    if (last === null) throw new Error("a loop without a terminator");
    const predicate = this.#predicate(last.operand(0));
    const enter = this.#moves(op.operands, block.arguments);
    const pass = this.#moves(last.operands.slice(1), block.arguments);
    const body = this.compile(block);
    /** After the body: passes the values on and gives the lanes that go on. */
    const next = (): number => {
      const { mask } = warp;
      const again = bitsOf(predicate) & mask;
      pass(mask);
      if (again !== 0 && again !== mask) profile().noteDivergence(last);
      return again;
    };
    if (body.kind === "direct") {
      return {
        kind: "direct",
        run: () => {
          const outer = warp.mask;
          enter(-1);
          for (let again = outer; again !== 0; again = next()) {
            if (again !== warp.mask) warp.setMask(again);
            body.run();
          }
          warp.setMask(outer);
        },
      };
    }
    return {
      kind: "suspending",
      run: function* () {
        const outer = warp.mask;
        enter(-1);
        for (let again = outer; again !== 0; again = next()) {
          if (again !== warp.mask) warp.setMask(again);
          yield* body.run();
        }
        warp.setMask(outer);
      },
    };
  }

  #while(op: Operation): Body {
    const { warp, profile } = this.#options;
    const [before, after] = [op.region(0).entry, op.region(1).entry];
    const [condition, last] = [before.lastOp, after.lastOp];
    if (condition === null || last === null) throw new Error("a while without terminators");
    const predicate = this.#predicate(condition.operand(0));
    const enter = this.#moves(op.operands, before.arguments);
    const leave = this.#moves(condition.operands.slice(1), after.arguments);
    const pass = this.#moves(last.operands, before.arguments);
    const [test, body] = [this.compile(before), this.compile(after)];
    /** After `before`: passes the values on and gives the lanes that run `after`. */
    const next = (): number => {
      const { mask } = warp;
      const on = bitsOf(predicate) & mask;
      leave(mask);
      if (on !== 0 && on !== mask) profile().noteDivergence(condition);
      return on;
    };
    if (test.kind === "direct" && body.kind === "direct") {
      return {
        kind: "direct",
        run: () => {
          const outer = warp.mask;
          enter(-1);
          for (;;) {
            test.run();
            const on = next();
            if (on === 0) break;
            if (on !== warp.mask) warp.setMask(on);
            body.run();
            pass(warp.mask);
          }
          warp.setMask(outer);
        },
      };
    }
    return {
      kind: "suspending",
      run: function* () {
        const outer = warp.mask;
        enter(-1);
        for (;;) {
          yield* runBody(test);
          const on = next();
          if (on === 0) break;
          if (on !== warp.mask) warp.setMask(on);
          yield* runBody(body);
          pass(warp.mask);
        }
        warp.setMask(outer);
      },
    };
  }
}

function* runBody(body: Body): Computation<void> {
  if (body.kind === "direct") body.run();
  else yield* body.run();
}

/** Fills the lanes of a register. */
export function fill(warp: Warp, slot: Slot, value: number | bigint): void {
  if (slot.kind === "i64") warp.lanes("i64", slot).fill(BigInt(value));
  else fillNumber(warp, slot.kind, slot, Number(value));
}

function fillNumber(warp: Warp, kind: Exclude<RegisterKind, "i64">, slot: Slot, value: number): void {
  warp.lanes(kind, slot).fill(value);
}
