// Single elements of buffers, and the buffers that a block has.
import { LoadOp, StoreOp } from "../../../dialects/memref/index.ts";
import { isShared } from "../../stage/shared-memory.ts";
import { rootOf } from "./buffers.ts";
import type { OpLowering } from "./thread-code.ts";

/** One element: every thread reads it. */
export const load: OpLowering = {
  lower: (op, code) => {
    const { memref, indices, result } = LoadOp.match(op)!;
    code.hazards.read(rootOf(memref));
    code.setScalar(result, code.load(code.scalar(memref), indices.map((index) => code.index(index)))); // prettier-ignore
  },
};

/** One element: the first thread writes it. */
export const store: OpLowering = {
  lower: (op, code) => {
    const { value, memref, indices } = StoreOp.match(op)!;
    code.hazards.write(rootOf(memref));
    code.guarded(code.distribution.active(1, 0), () => {
      code.store(code.scalar(value), code.scalar(memref), indices.map((index) => code.index(index))); // prettier-ignore
    });
  },
};

/** The block's buffer: a workgroup attribution. */
export const alloc: OpLowering = {
  refuse: (op) => {
    const { type } = op.result();
    return type.kind === "memref" && isShared(type)
      ? undefined
      : 'a block has local buffers in memory space "shared" only';
  },
  lower: (op, code) => {
    code.setScalar(op.result(), code.sharedBuffer(op.result().type));
  },
};
