// The named pipelines: a program's whole way down to each machine, as text. Each begins by giving the module the machine's default
// preset where it carries no machine yet.
import type { NamedPipeline } from "../../ir/pass/pass-registry.ts";
import { cpuTail } from "./cpu/pipeline.ts";
import { gpuTail } from "./gpu/pipeline.ts";
import { systolicTail } from "./systolic/pipeline.ts";

const tidy = ["canonicalize", "cse"];

/** From the ops of plugins and of a framework to linalg on tensors, one function. */
const front = (conversions: readonly string[]): string[] => [
  "inline",
  "symbol-dce",
  ...tidy,
  ...conversions,
  "stablehlo-legalize-to-linalg",
  "convert-elementwise-to-linalg",
  ...tidy,
];

/** Elementwise ops fused on whole tensors. */
export const fuse = ["linalg-fuse-elementwise-ops", ...tidy];

/** Programs, value tiles and vectors, on tensors. `hoist`: accumulators are carried in registers; without, they stay in buffers. */
export const tile = ({ transpose, hoist }: { transpose: boolean; hoist: boolean }): string[] => [
  `normalize-contractions{transpose=${transpose}}`,
  "tile-to-forall",
  "tile-values",
  "linalg-fold-unit-extent-dims",
  "linalg-vectorize",
  "canonicalize",
  `forward-subsets{transfers=${hoist}}`,
  `loop-invariant-subset-hoisting{transfers=${hoist}}`,
  `forward-subsets{transfers=${hoist}}`,
  ...tidy,
];

/** Buffers, and kernels of their own. */
export const buffers = ["one-shot-bufferize", ...tidy, "buffer-results-to-out-params", "outline-kernels", ...tidy];

function pipeline(machine: string, steps: readonly string[]): NamedPipeline["expand"] {
  const begin = `set-machine{name=${machine} if-absent=true}`;
  return (_options, conversions) => [begin, ...front(conversions), ...fuse, ...steps].join(",");
}

export const pipelines: readonly NamedPipeline[] = [
  {
    name: "terrace-cpu",
    summary: "Compiles a program to WebAssembly with SIMD.",
    expand: pipeline("cpu", [...tile({ transpose: false, hoist: true }), ...buffers, ...cpuTail]),
  },
  {
    name: "terrace-gpu",
    summary: "Compiles a program to a GPU's kernels and a WebAssembly host.",
    expand: pipeline("gpu", [...tile({ transpose: false, hoist: true }), ...buffers, ...gpuTail]),
  },
  {
    name: "terrace-systolic",
    summary: "Compiles a program to a systolic array's instruction stream and a WebAssembly host.",
    expand: pipeline("systolic", [...tile({ transpose: true, hoist: false }), ...buffers, ...systolicTail]),
  },
];
