// Loops and branches, which all threads of a block take alike, and where a program is in the grid.
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { buildFor, buildIf, ForOp, IfOp } from "../../../dialects/scf/index.ts";
import { accessesOf } from "./buffers.ts";
import type { OpLowering, ThreadCode } from "./thread-code.ts";

const carriesBuffers = (op: Operation): boolean => op.results.some((result) => result.type.kind === "memref");
const refuseBuffers = (op: Operation): string | undefined =>
  carriesBuffers(op)
    ? "it carries a buffer, so that which one is accessed is not known when barriers are placed"
    : undefined;

/** Binds values to consecutive scalars: a vector takes as many as it has slots. */
function bind(code: ThreadCode, values: readonly Value[], scalars: readonly Value[]): void {
  let next = 0;
  for (const value of values) {
    const count = value.type.kind === "vector" ? code.slotCount(value.type) : 1;
    code.setSlots(value, scalars.slice(next, next + count));
    next += count;
  }
}

const yielded = (code: ThreadCode, block: Block): Value[] =>
  block.terminator.operands.flatMap((value) => [...code.slots(value)]);

export const forLoop: OpLowering = {
  refuse: refuseBuffers,
  lower: (op, code) => {
    const view = ForOp.match(op)!;
    const body = view.region.entry;
    const [lowerBound, upperBound, step] = [view.lowerBound, view.upperBound, view.step].map((value) =>
      code.distribution.value(code.index(value)),
    );
    if (lowerBound === undefined || upperBound === undefined || step === undefined)
      throw new Error("a loop has three bounds");
    const initArgs = view.initArgs.flatMap((value) => [...code.slots(value)]);
    const before = code.hazards.pending;
    const inside = accessesOf(op);
    // An iteration may come after one that accessed anything that the body accesses.
    code.hazards.join({ reads: new Set([...inside.reads, code.exchange]), writes: inside.writes });
    const loop = buildFor(code.builder, { lowerBound, upperBound, step, initArgs }, (iv, carried) => {
      code.setScalar(body.arguments[0]!, iv);
      bind(code, body.arguments.slice(1), carried);
      code.lowerBody(body);
      return yielded(code, body);
    });
    code.hazards.join(before);
    bind(code, op.results, loop.op.results);
  },
};

export const ifBranch: OpLowering = {
  refuse: refuseBuffers,
  lower: (op, code) => {
    const { condition, thenRegion, elseRegion } = IfOp.match(op)!;
    const before = code.hazards.pending;
    let afterThen = before;
    const branch = (block: Block): Value[] => {
      code.lowerBody(block);
      return yielded(code, block);
    };
    const made = buildIf(
      code.builder,
      code.scalar(condition),
      () => {
        const values = branch(thenRegion.entry);
        afterThen = code.hazards.pending;
        code.hazards.restore(before);
        return values;
      },
      elseRegion.isEmpty ? undefined : () => branch(elseRegion.entry),
    );
    code.hazards.join(afterThen);
    bind(code, op.results, made.op.results);
  },
};

/** The end of a region is made by the op around it. */
export const terminator: OpLowering = { lower: () => undefined };
