// Orders in which the interpreter runs the threads and blocks of a gpu.launch_func: results must not depend on them.
import { BLOCK_ORDER, THREAD_SEED, type BlockOrder } from "../../../../dialects/gpu/index.ts";

const backwards: BlockOrder = (count) => Array.from({ length: count }, (_, i) => count - 1 - i);

export const gpuDialectStates: readonly (readonly [string, unknown][])[] = [
  [],
  [[THREAD_SEED, 1]],
  [
    [THREAD_SEED, 2],
    [BLOCK_ORDER, backwards],
  ],
];
