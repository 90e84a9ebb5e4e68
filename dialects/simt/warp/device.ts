// What all warps of a launch share: global memory, its bounds, and who watches accesses.
import type { Operation } from "../../../ir/core/operation.ts";
import type { WriterTracking } from "../../../ir/interpret/memory.ts";
import type { Access } from "../table/instruction.ts";
import { ByteViews } from "./byte-views.ts";
import type { Warp } from "./warp.ts";

/** A range of global memory that a kernel may access. */
export interface GlobalBuffer {
  readonly address: number;
  readonly bytes: number;
  readonly label: string;
  /** False once it is freed. */
  readonly live?: boolean;
  readonly writable?: boolean;
}

/** The memory of the run: the interpreter's `Memory` is one; so are the bytes that a host shares, with a list of its buffers. */
export interface GlobalMemory {
  /** From the start of its buffer. */
  readonly bytes: Uint8Array;
  /** 1 for each byte that was never written; without it, all were. */
  readonly undefinedBytes?: Uint8Array | undefined;
  readonly allocations: readonly GlobalBuffer[];
  /** The live buffer that holds the bytes. */
  find(address: number, bytes: number): GlobalBuffer | undefined;
  /** Notes who writes which byte; without these, `checkWriters` does nothing. */
  trackWriters?(): WriterTracking;
  noteWrite?(address: number, bytes: number): void;
  endTracking?(): void;
}

/** Sees each memory access of a warp after its checks: addresses in `warp.at`, lanes in `warp.mask`. */
export type AccessObserver = (warp: Warp, op: Operation, access: Access) => void;

export interface DeviceOptions {
  readonly observe?: AccessObserver | undefined;
  /** Takes reads of bytes that nobody wrote (default: they are reported). */
  readonly allowUndefinedReads?: boolean | undefined;
  /** Tells the memory of writes, which then knows who wrote. */
  readonly checkWriters?: boolean | undefined;
}

export class Device {
  readonly memory: GlobalMemory;
  views: ByteViews;
  readonly observe: AccessObserver | undefined;
  readonly allowUndefinedReads: boolean;
  readonly checkWriters: boolean;

  constructor(memory: GlobalMemory, options: DeviceOptions = {}) {
    this.memory = memory;
    this.views = new ByteViews(memory.bytes, memory.undefinedBytes);
    this.observe = options.observe;
    this.allowUndefinedReads = options.allowUndefinedReads ?? false;
    this.checkWriters = options.checkWriters ?? false;
  }

  /** The live allocation that holds the bytes. */
  find(at: number, bytes: number): GlobalBuffer | undefined {
    return this.memory.find(at, bytes);
  }

  /** What is where an access went wrong: `which is 4 bytes past the end of 'x' (400 bytes at 1024)`. */
  describe(at: number): string {
    const allocations = this.memory.allocations;
    const named = (a: GlobalBuffer): string =>
      `${a.label === "" ? "a buffer" : `'${a.label}'`} (${a.bytes} bytes at ${a.address})`;
    const freed = allocations.find((a) => a.live === false && at >= a.address && at < a.address + a.bytes);
    if (freed !== undefined) return `inside ${named(freed)}, which is freed`;
    let before: GlobalBuffer | undefined;
    let after: GlobalBuffer | undefined;
    for (const a of allocations) {
      if (a.live === false) continue;
      if (a.address <= at && (before === undefined || a.address > before.address)) before = a;
      if (a.address > at && (after === undefined || a.address < after.address)) after = a;
    }
    if (before !== undefined && at < before.address + before.bytes) return `across the end of ${named(before)}`;
    const past = before === undefined ? Infinity : at - (before.address + before.bytes);
    const ahead = after === undefined ? Infinity : after.address - at;
    if (before !== undefined && past <= ahead) return `${past} bytes past the end of ${named(before)}`;
    return after === undefined ? "where nothing is allocated" : `${ahead} bytes before ${named(after)}`;
  }
}
