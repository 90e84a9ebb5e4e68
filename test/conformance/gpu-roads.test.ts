// Whole programs on GPUs, on all presets and on one with 8 KiB of shared memory.
import { checkGpuRoads, machines, type Pair } from "../support/gpu-roads.ts";

/** On every machine; and on the one with 8 KiB of shared memory, where tiles are small. */
const onAll = ["matmul, bias, relu", "requantised matmul with bias", "ragged softmax", "ragged layernorm"] as const;
const onSmall = [
  "sum of columns", "transposition of three dimensions and a sum", "batch matmul with the batch in the middle", "matmul into a transposed result",
  "dot product", "ragged attention", "strided convolution with uneven padding", "overlapping max pool", "f16 to f32 matmul", "booleans", "reshapes", "positions", "f64",
] as const; // prettier-ignore

checkGpuRoads(
  [
    ...onAll.flatMap((name) => Object.entries(machines).map(([machine, text]): Pair => [name, machine, text])),
    ...onSmall.map((name): Pair => [name, "gpu8k", machines.gpu8k]),
  ],
  machines,
);
