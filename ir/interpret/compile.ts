// Prepares callables for running: a slot in the frame per SSA value and, per block, a list of steps, made when the block first runs.
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { ValueTable } from "../core/value-table.ts";
import type { BranchChoice, Execution, RuntimeValue } from "./meaning.ts";
import { speculative } from "./speculate.ts";
import { prepareStep, type Step } from "./step.ts";

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
  /** Every step is direct and the exit leaves the region. */
  readonly isDirect: boolean;
}

/** The code of one callable op, filled in block by block. */
export class CallableCode {
  readonly callable: Operation;
  /** How many slots a frame has, as far as blocks are prepared. */
  slots = 0;
  readonly #speculates: boolean;
  readonly #slots = new ValueTable<number>();
  readonly #blocks = new Map<Block, BlockCode>();

  constructor(callable: Operation, speculates: boolean) {
    this.callable = callable;
    this.#speculates = speculates;
  }

  slot(value: Value): number {
    let slot = this.#slots.get(value);
    if (slot === undefined) this.#slots.set(value, (slot = this.slots++));
    return slot;
  }

  operandSlots(op: Operation): readonly number[] {
    const count = op.operandCount;
    const slots = new Array<number>(count);
    for (let i = 0; i < count; i++) slots[i] = this.slot(op.operand(i));
    return slots;
  }

  resultSlots(op: Operation): readonly number[] {
    const count = op.resultCount;
    const slots = new Array<number>(count);
    for (let i = 0; i < count; i++) slots[i] = this.slot(op.result(i));
    return slots;
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
    let isDirect = true;
    for (let op = block.firstOp; op !== null; op = op.next) {
      const meaning = op.definition.meaning;
      if (meaning?.kind === "terminator") exit = { kind: "leave", op, operandSlots: this.operandSlots(op) };
      else if (meaning?.kind === "branch") {
        exit = { kind: "branch", op, operandSlots: this.operandSlots(op), choose: meaning.prepare(op) };
        isDirect = false;
      } else {
        const prepared = prepareStep(op, this);
        const step = this.#speculates ? speculative(prepared) : prepared;
        if (step.direct === undefined) isDirect = false;
        steps.push(step);
      }
    }
    exit ??= { kind: "leave", op: block.parentOp ?? this.callable, operandSlots: [] };
    return { argumentSlots, steps, exit, isDirect };
  }
}

/**
 * Code of callables, for interpreters to share: prepared once, run often. It is that of the IR as it stands when it first runs;
 * after a change to the IR it is of no use.
 */
export class PreparedCode {
  readonly #codes = new Map<Operation, CallableCode>();
  readonly #speculates: boolean;

  /** With `speculates` ops that may be speculated give poison where they have undefined behaviour. */
  constructor({ speculates = false } = {}) {
    this.#speculates = speculates;
  }

  of(callable: Operation): CallableCode {
    let code = this.#codes.get(callable);
    if (code === undefined) this.#codes.set(callable, (code = new CallableCode(callable, this.#speculates)));
    return code;
  }
}
