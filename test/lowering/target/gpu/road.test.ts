// Whole programs on GPUs: the ones that every change should see. All of them, on every machine: test/conformance/gpu-roads.test.ts.
import { checkGpuRoads, machines, type Pair } from "../../../support/gpu-roads.ts";

const programs = ["requantised matmul with bias", "ragged softmax", "ragged layernorm"];

checkGpuRoads(
  programs.map((name): Pair => [name, "gpu8k", machines.gpu8k]),
  { gpu: machines.gpu },
);
