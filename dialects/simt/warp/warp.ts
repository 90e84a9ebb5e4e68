// A warp at run time: 32 lanes of registers, the active mask, and where it stands in its block.
import type { Operation } from "../../../ir/core/operation.ts";
import { WARP, type LaneArrays, type RegisterKind } from "../types.ts";
import type { BlockState } from "./block.ts";
import type { Device } from "./device.ts";

/** Ends a launch: undefined behaviour at an op. Private to this folder; its callers get it as a value. */
export class Fault extends Error {
  readonly op: Operation;
  readonly reason: string;

  constructor(op: Operation, reason: string) {
    super(reason);
    this.op = op;
    this.reason = reason;
  }
}

/** Number of a register in the file of its kind. */
export interface Slot {
  readonly kind: RegisterKind;
  readonly index: number;
}

/** An op of a row bound to one warp: its registers and immediates. */
export interface BoundInstruction {
  readonly op: Operation;
  readonly warp: Warp;
  /** The lanes of operand `i`, which is of this kind. */
  readonly operand: <K extends RegisterKind>(kind: K, i: number) => LaneArrays[K];
  readonly result: <K extends RegisterKind>(kind: K, i: number) => LaneArrays[K];
  /** The low and high words of the lanes of an i64 operand, alternating. */
  readonly words: (i: number) => Int32Array;
  readonly immediate: number;
}

type Files = { readonly [K in RegisterKind]: LaneArrays[K][] };

/** The 32 lanes of zeros. */
export const newLanes: { readonly [K in RegisterKind]: () => LaneArrays[K] } = {
  pred: () => new Uint8Array(WARP),
  i32: () => new Int32Array(WARP),
  i64: () => new BigInt64Array(WARP),
  f32: () => new Float32Array(WARP),
  f64: () => new Float64Array(WARP),
};

export class Warp {
  /** Which warp of the block. */
  readonly number: number;
  readonly device: Device;
  block: BlockState;
  /** Lanes that have a thread. */
  readonly full: number;
  /** Lanes that take part now, and how many. */
  mask: number;
  active: number;
  /** Addresses of the lanes in the memory access that runs. */
  readonly at = new Int32Array(WARP);
  readonly files: Files = { pred: [], i32: [], i64: [], f32: [], f64: [] };

  constructor(number: number, threads: number, device: Device, block: BlockState) {
    this.number = number;
    this.device = device;
    this.block = block;
    const lanes = Math.min(WARP, threads - number * WARP);
    this.full = lanes === WARP ? -1 : (1 << lanes) - 1;
    this.mask = this.full;
    this.active = lanes;
  }

  /** The lanes of a register. */
  lanes<K extends RegisterKind>(kind: K, slot: Slot): LaneArrays[K] {
    const file: LaneArrays[K][] = this.files[kind];
    if (slot.kind !== kind) throw new Error(`a register of kind ${slot.kind} is read as ${kind}`);
    return (file[slot.index] ??= newLanes[kind]());
  }

  setMask(mask: number): void {
    this.mask = mask;
    this.active = countBits(mask);
  }

  /** `lane 3, thread (35, 0, 0) of block (1, 0, 0)`. */
  where(lane: number): string {
    const { block } = this;
    const thread = block.threadAt(this.number * WARP + lane);
    return `lane ${lane} of warp ${this.number}, thread (${thread.join(", ")}) of block (${block.id.join(", ")})`;
  }
}

/** Ones among 32 bits. */
export function countBits(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** The lanes of a predicate as bits. */
export function bitsOf(predicate: Uint8Array): number {
  let bits = 0;
  for (let i = 0; i < WARP; i++) bits |= predicate[i]! << i;
  return bits;
}
