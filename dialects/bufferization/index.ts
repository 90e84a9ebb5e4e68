// The bufferization dialect: between tensors and buffers.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { bufferizationOps } from "./ops.ts";

export { AllocTensorOp, CloneOp, DeallocTensorOp, MaterializeInDestinationOp, ToBufferOp, ToTensorOp } from "./ops.ts";

export const bufferizationDialect = defineDialect({
  name: "bufferization",
  summary: "Between tensors and buffers.",
  dependentDialects: ["arith", "memref", "tensor"],
  ops: bufferizationOps,
  materializeConstant: materializeArithConstant,
});
