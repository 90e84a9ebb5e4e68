// tile.program_id and tile.num_programs: the block's place in the grid.
import type { Operation } from "../../../ir/core/operation.ts";
import { NumProgramsOp, ProgramIdOp } from "../../../dialects/tile/index.ts";
import { numPrograms, programId } from "./program-grid.ts";
import type { OpLowering } from "./thread-code.ts";

const dimensionOf = (op: Operation): number => (ProgramIdOp.match(op) ?? NumProgramsOp.match(op))!.dimension;

export const programPosition: OpLowering = {
  lower: (op, code) => {
    code.setScalar(op.result(), programId(code.builder, dimensionOf(op), code.grid.rank, code.grid.extents));
  },
};

export const programCount: OpLowering = {
  lower: (op, code) => {
    code.setScalar(op.result(), numPrograms(code.builder, dimensionOf(op), code.grid.rank, code.grid.extents));
  },
};
