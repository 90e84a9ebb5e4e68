// How much shared memory a kernel's buffers take, and whether a machine has it.
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, elementCount, type MemRefType } from "../../ir/core/types.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import type { GpuMachine } from "../machine/schema.ts";

/** Buffers start at multiples of this many bytes: the widest access. */
export const SHARED_ALIGNMENT = 16;

export const isShared = (type: MemRefType): boolean =>
  type.memorySpace?.kind === "string" && type.memorySpace.value === "shared";

export function bufferBytes(type: MemRefType): number {
  const bytes = elementCount(type.shape) * (byteWidth(type.element) ?? 0);
  return Math.ceil(bytes / SHARED_ALIGNMENT) * SHARED_ALIGNMENT;
}

/** Types of the shared buffers that a kernel allocates. */
export function sharedBuffers(kernel: Operation): readonly MemRefType[] {
  return opsNamed(kernel, "tile.alloc").flatMap((op) => {
    const { type } = op.result();
    return type.kind === "memref" && isShared(type) ? [type] : [];
  });
}

/** "needs ... bytes of shared memory", or undefined when the buffers fit a block. */
export function sharedMemoryProblem(buffers: readonly MemRefType[], machine: GpuMachine): string | undefined {
  const bytes = buffers.reduce((sum, type) => sum + bufferBytes(type), 0);
  const limit = machine.sm.smem_max_block_kb * 1024;
  if (bytes <= limit) return undefined;
  const list = buffers.map((type) => `${typeText(type)}: ${bufferBytes(type)}`).join("; ");
  return `needs ${bytes} bytes of shared memory, but a block of '${machine.name}' may have ${limit} (${list})`;
}
