// gpu.thread_id, block_id, block_dim, grid_dim, global_id, lane_id and the subgroup's: where in the launch this thread is.
import { Index } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { enumProperty } from "../../ir/define/enum-attribute.ts";
import { IndexProperty, optionalProperty } from "../../ir/define/properties.ts";
import { onValues } from "../../ir/interpret/meaning.ts";
import { DimensionAttr, type Dimension } from "./attributes.ts";
import { onlyInKernel } from "./generation.ts";
import { laneOf, SUBGROUP_SIZE, threadState, type ThreadState } from "./thread.ts";

const upperBound = { upper_bound: optionalProperty(IndexProperty) } as const;

/** An op that reads one dimension. */
function defineIndexOp(name: string, summary: string, read: (thread: ThreadState, d: Dimension) => number) {
  return defineOp({
    name: `gpu.${name}`,
    summary,
    properties: { dimension: enumProperty(DimensionAttr, { angle: true }), ...upperBound },
    results: { result: Index },
    traits: ["Pure"],
    assemblyFormat: "$dimension (`upper_bound` $upper_bound^)? attr-dict",
    makeDefined: onlyInKernel,
    meaning: onValues((op) => {
      const dimension = op.attribute("dimension");
      const d = (dimension && DimensionAttr.valueOf(dimension)?.[0]) ?? "x";
      return (_, run) => [read(threadState(run), d)];
    }),
  });
}

export const ThreadIdOp = defineIndexOp("thread_id", "This thread's position in its block.", ({ id }, d) => id[d]);
export const BlockIdOp = defineIndexOp("block_id", "This block's position in the grid.", ({ block }, d) => block.id[d]);
export const BlockDimOp = defineIndexOp("block_dim", "Threads in a block.", ({ block }, d) => block.dims[d]);
export const GridDimOp = defineIndexOp("grid_dim", "Blocks in the grid.", ({ block }, d) => block.grid[d]);
export const GlobalIdOp = defineIndexOp(
  "global_id",
  "This thread's position in the grid: block_id * block_dim + thread_id.",
  ({ block, id }, d) => block.id[d] * block.dims[d] + id[d],
);

/** An op that reads a number of this thread. */
function defineScalarOp(name: string, summary: string, type: string, read: (thread: ThreadState) => number) {
  return defineOp({
    name: `gpu.${name}`,
    summary,
    properties: upperBound,
    results: { result: Index },
    traits: ["Pure"],
    assemblyFormat: `(\`upper_bound\` $upper_bound^)? attr-dict${type}`,
    makeDefined: onlyInKernel,
    meaning: onValues(() => (_, run) => [read(threadState(run))]),
  });
}

export const LaneIdOp = defineScalarOp("lane_id", "This thread's position in its subgroup.", "", laneOf);
export const SubgroupIdOp = defineScalarOp(
  "subgroup_id",
  "The subgroup's position in its block.",
  " `:` type($result)",
  ({ position }) => Math.floor(position / SUBGROUP_SIZE),
);
export const SubgroupSizeOp = defineScalarOp(
  "subgroup_size",
  "Threads in a subgroup.",
  " `:` type($result)",
  () => SUBGROUP_SIZE,
);
export const NumSubgroupsOp = defineScalarOp(
  "num_subgroups",
  "Subgroups in a block.",
  " `:` type($result)",
  ({ block }) => block.subgroups.length,
);
