// The state of memory when a module starts, for the interpreter: the static part allocated where the module says, and its data.
import type { Operation } from "../../ir/core/operation.ts";
import type { Memory } from "../../ir/interpret/memory.ts";
import { DataOp, MemoryOp } from "./module.ts";

/** The bytes of a data segment. */
export function dataBytes(data: Operation): Uint8Array {
  const bytes = data.attribute("bytes");
  if (bytes?.kind !== "dense") return new Uint8Array();
  const count = bytes.type.shape.reduce((product, extent) => product * extent, 1);
  return bytes.splat ? new Uint8Array(count).fill(bytes.data[0] ?? 0) : bytes.data;
}

/**
 * Allocates the module's static part and writes its data. To be done on a fresh memory, before the caller's buffers. Says why not,
 * when the part cannot be where the module wants it or data lies outside it.
 */
export function initializeMemory(module: Operation, memory: Memory): string | undefined {
  const ops = [...module.region().entry.ops()];
  const declared = ops.map((op) => MemoryOp.match(op)).find((view) => view !== undefined);
  const [base, bytes] = declared === undefined ? [1024, 0] : [declared.staticBase, declared.staticBytes];
  if (bytes > 0) {
    const allocation = memory.allocate(bytes, { align: 1, label: "static part of the module" });
    if (allocation === undefined) return `no room for ${bytes} bytes`;
    if (allocation.address !== base)
      return `the module's static part is at ${base}, but memory is free from ${allocation.address} on`;
  }
  for (const op of ops) {
    const data = DataOp.match(op);
    if (data === undefined) continue;
    const contents = dataBytes(op);
    if (data.address < base || data.address + contents.length > base + bytes)
      return `data @${data.symName} lies outside the module's static part`;
    memory.bytes.set(contents, data.address);
    memory.undefinedBytes.fill(0, data.address, data.address + contents.length);
  }
  return undefined;
}
