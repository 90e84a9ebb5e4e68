// What is the same for all warps of a kernel: registers of SSA values, straight-line bodies, and which ops count as instructions.
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { valueOfAttribute } from "../../../ir/interpret/convert.ts";
import { immediateOf, instructionOf } from "../instruction-op.ts";
import type { Access, Instruction, OpcodeClass } from "../table/instruction.ts";
import { kindOfType } from "../types.ts";
import type { Slot } from "./warp.ts";

/** An op that a warp executes and that is counted. */
export interface CountedOp {
  readonly op: Operation;
  readonly class: OpcodeClass;
  readonly operands: readonly Slot[];
  readonly results: readonly Slot[];
  readonly access: Access | undefined;
  /** Its row; undefined for control. */
  readonly row: Instruction | undefined;
  readonly immediate: number;
}

/** A block of the kernel. All its ops run with one mask, so that one counter serves them. */
export interface BodyPlan {
  readonly number: number;
  readonly block: Block;
  readonly counted: readonly CountedOp[];
  /** Whether a warp may wait at a barrier inside. */
  readonly suspends: boolean;
}

const holdsInstructions = (block: Block | undefined): boolean =>
  block !== undefined && block.firstOp !== null && block.firstOp !== block.lastOp;

/** Whether PTX has a branch (or an exit) for this op. */
function isBranch(op: Operation): boolean {
  switch (op.name) {
    case "simt.if":
    case "simt.continue_if":
    case "simt.condition":
    case "simt.return":
      return true;
    case "simt.yield": {
      const around = op.parentOp;
      const region = op.parentRegion;
      if (around === null) return false;
      if (around.name === "simt.while") return true;
      const [then, otherwise] = around.regions;
      return region === then && holdsInstructions(then?.blocks[0]) && holdsInstructions(otherwise?.blocks[0]);
    }
    default:
      return false;
  }
}

export class KernelPlan {
  readonly kernel: Operation;
  readonly bodies: readonly BodyPlan[];
  /** Values of `simt.const`, with what they are. */
  readonly constants: readonly { readonly slot: Slot; readonly value: number | bigint }[];
  readonly #slots = new Map<Value, Slot>();
  readonly #byBlock = new Map<Block, BodyPlan>();
  #registers = 0;

  constructor(kernel: Operation) {
    this.kernel = kernel;
    const bodies: BodyPlan[] = [];
    const constants: { slot: Slot; value: number | bigint }[] = [];
    this.#planBlock(kernel.region().entry, bodies);
    for (const op of walk(kernel)) {
      const attribute = op.name === "simt.const" ? op.attribute("value") : undefined;
      const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
      if (typeof value === "number" || typeof value === "bigint")
        constants.push({ slot: this.slot(op.result()), value });
    }
    this.bodies = bodies;
    this.constants = constants;
  }

  /** The register of a value. Results of a loop are its arguments' registers: lanes that leave keep what they passed on. */
  slot(value: Value): Slot {
    const known = this.#slots.get(value);
    if (known !== undefined) return known;
    const kind = kindOfType(value.type);
    if (kind === undefined) throw new Error("a value of the kernel has no register type");
    const owner = value.definingOp;
    const region =
      owner?.name === "simt.loop" ? owner.region(0) : owner?.name === "simt.while" ? owner.region(1) : undefined;
    const argument = region?.entry.arguments[value.index];
    const slot = argument === undefined ? { kind, index: this.#registers++ } : this.slot(argument);
    this.#slots.set(value, slot);
    return slot;
  }

  slots(values: readonly Value[]): Slot[] {
    return values.map((value) => this.slot(value));
  }

  body(block: Block): BodyPlan {
    const body = this.#byBlock.get(block);
    if (body === undefined) throw new Error("a block that the plan does not have");
    return body;
  }

  #planBlock(block: Block, bodies: BodyPlan[]): BodyPlan {
    let suspends = false;
    const counted: CountedOp[] = [];
    const number = bodies.length;
    const body = { number, block, counted, suspends: false };
    bodies.push(body);
    for (const op of block.ops()) {
      const found = instructionOf(op.name);
      const { operands, results } = op;
      if (found !== undefined) {
        const { row } = found;
        const immediate = immediateOf(op, row);
        counted.push({
          op,
          class: row.class,
          operands: this.slots(operands),
          results: this.slots(results),
          access: row.access,
          row,
          immediate,
        });
        suspends ||= row.effect === "barrier";
      } else if (isBranch(op)) {
        // A branch reads its condition only; what it passes on is coalesced.
        const read = op.name === "simt.yield" ? [] : operands.slice(0, 1);
        counted.push({
          op,
          class: "control",
          operands: this.slots(read),
          results: [],
          access: undefined,
          row: undefined,
          immediate: 0,
        });
      }
      for (const region of op.regions) {
        for (const inner of region.blocks) suspends = this.#planBlock(inner, bodies).suspends || suspends;
      }
    }
    body.suspends = suspends;
    this.#byBlock.set(block, body);
    return body;
  }
}
