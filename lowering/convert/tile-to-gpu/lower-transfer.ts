// vector.transfer_read and transfer_write: each slot loads or stores its element, where that is inside.
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import * as vector from "../../../dialects/vector/index.ts";
import { rootOf } from "./buffers.ts";
import { isDeferrableRead } from "./defer.ts";
import { shapeOf, type OpLowering, type ThreadCode } from "./thread-code.ts";
import { loadOr, storeInside, type Window } from "./window.ts";

interface Transfer {
  readonly base: Value;
  readonly indices: readonly Value[];
  readonly permutationMap: Parameters<typeof vector.transferDims>[0];
  readonly inBounds: readonly boolean[];
  readonly mask: Value | undefined;
}

function windowOf(code: ThreadCode, { base, indices, permutationMap, inBounds }: Transfer, type: Type): Window {
  return {
    memref: base,
    start: indices.map((index) => code.index(index)),
    dims: vector.transferDims(permutationMap) ?? [],
    shape: shapeOf(type),
    checked: inBounds.map((known) => !known),
  };
}

function refuseTransfer({ base, mask, permutationMap }: Transfer): string | undefined {
  if (base.type.kind !== "memref") return "it is on a tensor: bufferize first";
  const dims = vector.transferDims(permutationMap);
  if (dims === undefined) return "its permutation map is no projection";
  const inOrder = dims.every((d, i) => d >= 0 && (i === 0 || d > dims[i - 1]!));
  return mask === undefined || inOrder ? undefined : "a mask together with a permutation is not distributed";
}

export const transferRead: OpLowering = {
  refuse: (op) => refuseTransfer(vector.TransferReadOp.match(op)!),
  lower: (op, code) => {
    const read = vector.TransferReadOp.match(op)!;
    const root = rootOf(read.base);
    const window = windowOf(code, read, read.vector.type);
    const padding = code.scalar(read.padding);
    if (read.mask === undefined && isDeferrableRead(op, read.base)) {
      code.defer(read.vector, {
        open: () => {
          code.hazards.read(root);
          return { at: (indices) => loadOr(code, window, indices, padding), close: () => undefined };
        },
      });
      return;
    }
    const mask = read.mask === undefined ? undefined : code.slots(read.mask);
    code.hazards.read(root);
    code.setSlots(read.vector, code.perSlot(read.vector.type, (indices, slot) => loadOr(code, window, indices, padding, mask?.[slot]))); // prettier-ignore
  },
};

export const transferWrite: OpLowering = {
  refuse: (op) => refuseTransfer(vector.TransferWriteOp.match(op)!),
  lower: (op, code) => {
    const write = vector.TransferWriteOp.match(op)!;
    const values = code.slots(write.valueToStore);
    const mask = write.mask === undefined ? undefined : code.slots(write.mask);
    const window = windowOf(code, write, write.valueToStore.type);
    code.hazards.write(rootOf(write.base));
    values.forEach((value, slot) => {
      storeInside(code, window, slot, value, mask?.[slot]);
    });
  },
};
