// The gpu dialect: the thread level of a GPU, as upstream has it.
import type { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { AddressSpaceAttr, AsyncTokenType, DimensionAttr, mappingAttributes, ShuffleModeAttr } from "./attributes.ts";
import { GPUFuncOp, GPUModuleOp, ReturnOp } from "./function.ts";
import {
  BlockDimOp,
  BlockIdOp,
  GlobalIdOp,
  GridDimOp,
  LaneIdOp,
  NumSubgroupsOp,
  SubgroupIdOp,
  SubgroupSizeOp,
  ThreadIdOp,
} from "./ids.ts";
import { LaunchFuncOp, WaitOp } from "./launch.ts";
import { BarrierOp, DynamicSharedMemoryOp, ShuffleOp } from "./synchronize.ts";

export {
  AddressSpaceAttr,
  AsyncTokenType,
  DimensionAttr,
  ShuffleModeAttr,
  type Dimension,
  type ShuffleMode,
} from "./attributes.ts";
export { attributions, isKernel, WORKGROUP_COUNT, workgroupCount } from "./function.ts";
export { kernelOf } from "./launch.ts";
export { BLOCK_ORDER, SUBGROUP_SIZE, THREAD_SEED, type BlockOrder } from "./thread.ts";
export {
  BarrierOp,
  BlockDimOp,
  BlockIdOp,
  DynamicSharedMemoryOp,
  GlobalIdOp,
  GPUFuncOp,
  GPUModuleOp,
  GridDimOp,
  LaneIdOp,
  LaunchFuncOp,
  NumSubgroupsOp,
  ReturnOp,
  ShuffleOp,
  SubgroupIdOp,
  SubgroupSizeOp,
  ThreadIdOp,
  WaitOp,
};

/** `thread_id_x`, and the names of a shuffle's two results. */
function suggestResultName(op: Operation): string | readonly string[] | undefined {
  if (op.name === "gpu.shuffle") return ["shuffleResult", "valid"];
  const dimension = op.attribute("dimension");
  const d = dimension === undefined ? undefined : DimensionAttr.valueOf(dimension)?.[0];
  return d === undefined ? undefined : `${op.name.slice("gpu.".length)}_${d}`;
}

export const gpuDialect = defineDialect({
  name: "gpu",
  summary: "The threads of a GPU: ids, barriers, shuffles, shared memory, launches.",
  dependentDialects: ["func"],
  ops: [
    ThreadIdOp,
    BlockIdOp,
    BlockDimOp,
    GridDimOp,
    GlobalIdOp,
    LaneIdOp,
    SubgroupIdOp,
    SubgroupSizeOp,
    NumSubgroupsOp,
    GPUFuncOp,
    DynamicSharedMemoryOp,
    LaunchFuncOp,
    ReturnOp,
    ShuffleOp,
    BarrierOp,
    GPUModuleOp,
    WaitOp,
  ],
  types: [AsyncTokenType],
  attributes: [DimensionAttr, ShuffleModeAttr, AddressSpaceAttr, ...mappingAttributes],
  suggestResultName,
});
