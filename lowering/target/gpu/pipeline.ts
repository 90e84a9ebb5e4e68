// The GPU's part of its pipeline: kernels to threads and to the virtual instruction set, then the host.
import { hostTail } from "../host-pipeline.ts";

export const gpuTail = [
  "stage",
  "convert-tile-to-gpu",
  "lower-affine",
  "canonicalize",
  "cse",
  "convert-gpu-to-simt",
  "canonicalize",
  "cse",
  "simt-dot-products",
  "simt-vectorize-loads",
  ...hostTail("import"),
];
