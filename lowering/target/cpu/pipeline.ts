// The CPU's part of its pipeline: kernels and host are one WebAssembly module.
import { hostTail } from "../host-pipeline.ts";

export const cpuTail = hostTail("inline");
