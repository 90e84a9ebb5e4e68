// The addresses of a memory access: lane by lane from registers, checked against allocations, alignment and what was written.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Access } from "../table/instruction.ts";
import { WARP } from "../types.ts";
import type { ByteViews } from "./byte-views.ts";
import type { GlobalBuffer } from "./device.ts";
import { Fault, type Warp } from "./warp.ts";

const verb = { load: "read", store: "write", atomic: "atomic access" } as const;

/**
 * Checks the access of every active lane and leaves the addresses in `warp.at`; gives the views to access. A wrong one ends the launch
 * before anything is read or written.
 */
export type Locate = () => ByteViews;

function fault(warp: Warp, op: Operation, lane: number, access: Access, address: number, why: string): never {
  const where = access.space === "shared" ? "shared address" : "address";
  throw new Fault(
    op,
    `${verb[access.kind]} of ${access.bytes} bytes at ${where} ${address} by ${warp.where(lane)}: ${why}`,
  );
}

function checkDefined(views: ByteViews, warp: Warp, op: Operation, access: Access): void {
  const { at, mask } = warp;
  const { bytes, kind } = access;
  if (!views.tracksUndefined) return;
  if (kind === "store") {
    for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) views.define(at[i]!, bytes);
    return;
  }
  if (warp.device.allowUndefinedReads) return;
  for (let i = 0; i < WARP; i++) {
    if (((mask >>> i) & 1) !== 0 && views.isUndefined(at[i]!, bytes))
      fault(warp, op, i, access, at[i]!, "nobody wrote these bytes");
  }
}

function noteWrites({ at, mask, device }: Warp, bytes: number): void {
  for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) device.memory.noteWrite?.(at[i]!, bytes);
}

/** Addresses of global memory, from the words of an i64 register. */
export function locateGlobal(warp: Warp, op: Operation, words: Int32Array, offset: number, access: Access): Locate {
  const { device, at } = warp;
  const { bytes } = access;
  const writes = access.kind !== "load";
  const misaligned = bytes - 1;
  let last: GlobalBuffer | undefined;
  return () => {
    const mask = warp.mask;
    if (last?.live === false) last = undefined;
    let from = last === undefined ? Infinity : last.address;
    let to = last === undefined ? -1 : last.address + last.bytes - bytes;
    for (let i = 0; i < WARP; i++) {
      if (((mask >>> i) & 1) === 0) continue;
      const address = words[2 * i + 1]! * 4294967296 + (words[2 * i]! >>> 0) + offset;
      if (address < from || address > to) {
        last = device.find(address, bytes);
        if (last === undefined)
          return fault(warp, op, i, access, address, `out of bounds, ${device.describe(address)}`);
        if (writes && last.writable === false)
          return fault(warp, op, i, access, address, `'${last.label}' is constant`);
        from = last.address;
        to = last.address + last.bytes - bytes;
      }
      if ((address & misaligned) !== 0)
        return fault(warp, op, i, access, address, `misaligned, not a multiple of ${bytes}`);
      at[i] = address;
    }
    checkDefined(device.views, warp, op, access);
    if (device.checkWriters && access.kind === "store") noteWrites(warp, bytes);
    device.observe?.(warp, op, access);
    return device.views;
  };
}

/** Addresses of shared memory, from an i32 register. */
export function locateShared(warp: Warp, op: Operation, base: Int32Array, offset: number, access: Access): Locate {
  const { device, at } = warp;
  const { bytes } = access;
  return () => {
    const { mask, block } = warp;
    const most = block.sharedBytes - bytes;
    for (let i = 0; i < WARP; i++) {
      if (((mask >>> i) & 1) === 0) continue;
      const address = base[i]! + offset;
      if (address < 0 || address > most) {
        return fault(
          warp,
          op,
          i,
          access,
          address,
          `out of bounds, the block has ${block.sharedBytes} bytes of shared memory`,
        );
      }
      if ((address & (bytes - 1)) !== 0)
        return fault(warp, op, i, access, address, `misaligned, not a multiple of ${bytes}`);
      at[i] = address;
    }
    checkDefined(block.shared, warp, op, access);
    device.observe?.(warp, op, access);
    return block.shared;
  };
}
