// Exchange buffers: shared memory through which threads read each other's elements. One is used again and again.
import { stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Block } from "../../../ir/core/block.ts";
import { memrefType } from "../../../ir/core/type-constructors.ts";
import type { MemRefType, Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";

export interface ExchangeBuffer {
  /** `memref<N x element, "shared">`, a workgroup attribution; N is final when the kernel is done. */
  readonly memref: Value;
  readonly element: Type;
  elements: number;
  inUse: boolean;
}

export class ExchangeBuffers {
  readonly #entry: Block;
  readonly #buffers: ExchangeBuffer[] = [];

  /** Buffers become arguments of `entry`. */
  constructor(entry: Block) {
    this.#entry = entry;
  }

  acquire(element: Type, elements: number): ExchangeBuffer {
    let buffer = this.#buffers.find((candidate) => candidate.element === element && !candidate.inUse);
    if (buffer === undefined) {
      buffer = { memref: this.#entry.addArgument(bufferType(element, elements)), element, elements, inUse: true };
      this.#buffers.push(buffer);
    }
    buffer.inUse = true;
    if (elements > buffer.elements) {
      buffer.elements = elements;
      buffer.memref.setType(bufferType(element, elements));
    }
    return buffer;
  }

  release(buffer: ExchangeBuffer): void {
    buffer.inUse = false;
  }

  get all(): readonly ExchangeBuffer[] {
    return this.#buffers;
  }
}

function bufferType(element: Type, elements: number): MemRefType {
  return memrefType([elements], element, { memorySpace: stringAttr(element.context, "shared") });
}

/** Rows of an exchanged vector start in different banks: their pitch is odd. */
export const pitchOf = (extent: number): number => (extent % 2 === 0 ? extent + 1 : extent);
