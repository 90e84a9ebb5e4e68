// One tile.kernel as a gpu.func: a program becomes a block of threads.
import { i64Attr, unitAttr } from "../../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { functionType, indexType } from "../../../ir/core/type-constructors.ts";
import { elementCount, type MemRefType } from "../../../ir/core/types.ts";
import { walk } from "../../../ir/core/walk.ts";
import { GPUFuncOp, ReturnOp, WORKGROUP_COUNT } from "../../../dialects/gpu/index.ts";
import { KernelOp } from "../../../dialects/tile/index.ts";
import type { GpuMachine } from "../../machine/schema.ts";
import { Distribution } from "./distribution.ts";
import { ExchangeBuffers } from "./exchange.ts";
import { Hazards } from "./hazards.ts";
import { loweringOf } from "./lowerings.ts";
import { foldedExtents } from "./program-grid.ts";
import { ThreadCode } from "./thread-code.ts";

/** Threads of a block unless its tiles are smaller, or so large that each would hold more elements than this. */
const USUAL_THREADS = 128;
const USUAL_SLOTS = 32;

/** Elements of the largest vector that threads hold; operands that only contractions read are not held. */
function largestVector(kernel: Operation): number {
  let largest = 1;
  for (const op of walk(kernel)) {
    for (const result of op.results) {
      if (result.type.kind !== "vector") continue;
      const picked = result.users().every((user) => user.name === "vector.contract" && user.operand(2) !== result);
      if (!(picked && op.name === "vector.transfer_read")) largest = Math.max(largest, elementCount(result.type.shape));
    }
  }
  return largest;
}

/** Threads of a kernel's block: whole warps, no more than it has elements for. */
export function blockThreads(kernel: Operation, machine: GpuMachine): number {
  const { warp } = machine;
  const whole = (threads: number): number => Math.max(warp, Math.ceil(threads / warp) * warp);
  const limit = Math.max(warp, Math.floor(machine.sm.max_threads_per_block / warp) * warp);
  const elements = largestVector(kernel);
  return Math.min(limit, Math.max(whole(Math.min(USUAL_THREADS, elements)), whole(elements / USUAL_SLOTS)));
}

export interface ConvertedKernel {
  readonly func: Operation;
  readonly threads: number;
  /** Shared buffers of a block. */
  readonly buffers: readonly MemRefType[];
}

/** Makes the function at the builder's insertion point; the grid of its launches has `rank` dimensions. */
export function convertKernel(
  builder: OpBuilder,
  kernel: Operation,
  rank: number,
  machine: GpuMachine,
): ConvertedKernel {
  const view = KernelOp.match(kernel)!;
  const { context } = kernel;
  const index = indexType(context);
  const body = view.body.entry;
  const inputs = [
    ...body.arguments.map((argument) => argument.type),
    ...Array.from({ length: foldedExtents(rank) }, () => index),
  ];
  const region = builder.regionWithBlock(inputs);
  const { entry } = region;
  const threads = blockThreads(kernel, machine);
  const inner = OpBuilder.atEnd(context, entry);
  inner.location = kernel.location;
  const code = new ThreadCode({
    builder: inner,
    entry,
    grid: { rank, extents: entry.arguments.slice(body.arguments.length) },
    distribution: new Distribution(inner, entry, threads),
    hazards: new Hazards(inner),
    exchange: new ExchangeBuffers(entry),
    lowerBody: (within, block) => {
      for (const op of block.ops()) {
        inner.location = op.location;
        loweringOf(op)?.lower(op, within);
      }
    },
  });
  body.arguments.forEach((argument, i) => {
    code.setScalar(argument, entry.arguments[i]!);
  });
  code.lowerBody(body);
  ReturnOp.build(inner, {});
  const buffers = entry.arguments.slice(inputs.length).flatMap(({ type }) => (type.kind === "memref" ? [type] : []));
  const func = GPUFuncOp.build(builder, {
    functionType: functionType(context, inputs, []),
    knownBlockSize: [threads, 1, 1],
    body: region,
    attributes: [
      ["sym_name", kernel.attribute("sym_name")!],
      ["gpu.kernel", unitAttr(context)],
      [WORKGROUP_COUNT, i64Attr(context, buffers.length)],
    ],
    location: kernel.location,
  }).op;
  return { func, threads, buffers };
}
