// The systolic array's part of its pipeline: kernels to instructions, then the host.
import { hostTail } from "../host-pipeline.ts";

export const systolicTail = [
  "stage",
  "place",
  "lower-affine",
  "convert-tile-to-systolic",
  "canonicalize",
  "cse",
  ...hostTail("import"),
];
