// The machines that the middle of the compiler is tested for, and the passes of their roads: presets, and machines derived from them.
import { deriveMachine } from "../../../lowering/machine/variant.ts";
import { gpu } from "../../../lowering/machine/presets/gpu.ts";
import { systolic } from "../../../lowering/machine/presets/systolic.ts";
import type { MachineResult } from "../../../lowering/machine/schema.ts";
import { buffers, fuse, tile } from "../../../lowering/target/pipelines.ts";

export interface MachineRoad {
  /** What `terrace.machine` holds. */
  readonly machine: string;
  readonly passes: readonly string[];
}

const vector = [...fuse, ...tile({ transpose: false, hoist: true }), ...buffers];
const host = ["convert-linalg-to-loops", "lower-affine", "canonicalize", "cse"];
const matrix = [
  ...fuse,
  ...tile({ transpose: true, hoist: false }),
  ...buffers,
  "stage",
  "place",
  "convert-tile-to-systolic",
  ...host,
];

function derived(result: MachineResult): string {
  if (!result.ok) throw new Error(result.message);
  return JSON.stringify(result.machine);
}

const array12x20 = derived(
  deriveMachine(systolic, (draft) => {
    draft.name = "systolic-fp32-12x20";
    draft.array.mesh_rows = 12;
    draft.array.mesh_cols = 20;
    draft.scratchpad.row_elems = 20;
    draft.accumulator.row_elems = 20;
  }),
);

const gpu8k = derived(
  deriveMachine(gpu, (draft) => {
    draft.name = "gpu-8k";
    draft.sm.smem_max_block_kb = 8;
  }),
);

/** To kernels on the vector machines; to instructions, and the host to loops, on the arrays. */
export const roads: Readonly<
  Record<"cpu" | "gpu" | "gpu8k" | "systolic" | "array12x20" | "systolicInt8", MachineRoad>
> = {
  cpu: { machine: "cpu", passes: [...vector, ...host] },
  gpu: { machine: "gpu", passes: vector },
  gpu8k: { machine: gpu8k, passes: vector },
  systolic: { machine: "systolic", passes: matrix },
  array12x20: { machine: array12x20, passes: matrix },
  systolicInt8: { machine: "systolic-int8", passes: matrix },
};

/** The program as a module for a machine. */
export const onMachine = (machine: string, program: string): string =>
  `module attributes {terrace.machine = ${JSON.stringify(machine)}} {\n${program}}\n`;

export const isRoad = (name: string): name is keyof typeof roads => name in roads;
