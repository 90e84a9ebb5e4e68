// The attributes and types of gpu: dimensions, shuffle modes, address spaces, and the token of asynchronous ops.
import { defineType } from "../../ir/define/define-dialect.ts";
import { defineEnumAttribute } from "../../ir/define/enum-attribute.ts";

export const DimensionAttr = defineEnumAttribute({
  name: "gpu.dim",
  summary: "a dimension, either 'x', 'y', or 'z'",
  cases: ["x", "y", "z"],
  bare: true,
});
export type Dimension = (typeof DimensionAttr.cases)[number];

export const ShuffleModeAttr = defineEnumAttribute({
  name: "gpu.shuffle_mode",
  summary: "Indexing modes supported by gpu.shuffle.",
  cases: ["xor", "up", "down", "idx"],
  bare: true,
});
export type ShuffleMode = (typeof ShuffleModeAttr.cases)[number];

export const AddressSpaceAttr = defineEnumAttribute({
  name: "gpu.address_space",
  summary: "GPU address space",
  cases: ["global", "workgroup", "private"],
});

const mappingIds = [
  "x",
  "y",
  "z",
  "linear_dim_0",
  "linear_dim_1",
  "linear_dim_2",
  "linear_dim_3",
  "linear_dim_4",
  "linear_dim_5",
  "linear_dim_6",
  "linear_dim_7",
  "linear_dim_8",
  "linear_dim_9",
] as const;

/** `#gpu.block<x>` and its kin: what a dimension of scf.forall is distributed over. */
export const mappingAttributes = (["block", "warpgroup", "warp", "thread", "lane"] as const).map((level) =>
  defineEnumAttribute({ name: `gpu.${level}`, summary: "Mapping ids for loop mapping", cases: mappingIds }),
);

export const AsyncTokenType = defineType({ name: "gpu.async.token", summary: "async token type" });
