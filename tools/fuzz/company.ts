// In what company dialects and passes are tested: whose ops stand in the programs, and what they are given.
import type { InputOptions } from "../../ir/check/inputs.ts";

/** Dialects whose ops give a dialect's ops something to work on, or make something of their results. */
const besides: Readonly<Record<string, readonly string[]>> = {
  affine: ["arith"],
  bufferization: ["tensor", "memref", "arith"],
  cf: ["arith", "ub"],
  chlo: ["arith"],
  complex: ["arith"],
  func: ["arith"],
  gpu: ["arith", "memref"],
  index: ["arith"],
  linalg: ["tensor", "memref", "arith"],
  math: ["arith"],
  memref: ["arith"],
  scf: ["arith", "tensor"],
  stablehlo: ["tensor"],
  tensor: ["arith", "scf"],
  tile: ["arith", "memref", "vector"],
  ub: ["arith"],
  vector: ["arith", "memref", "tensor"],
};

/** Whose ops stand in programs that are about a dialect. */
export const companyOf = (dialect: string): readonly string[] => [dialect, ...(besides[dialect] ?? [])];

/** Passes that take other programs than arithmetic with control flow. */
const passPrograms: Readonly<Record<string, readonly string[]>> = {
  "buffer-results-to-out-params": ["memref", "arith"],
  "convert-linalg-to-loops": ["linalg", "memref", "arith"],
  "convert-to-wasm": ["arith", "scf", "cf"],
  "expand-math": ["math", "arith"],
  "forward-subsets": ["tensor", "vector", "arith"],
  "linalg-fold-unit-extent-dims": ["linalg", "tensor", "arith"],
  "linalg-fuse-elementwise-ops": ["linalg", "tensor", "arith"],
  "linalg-generalize-named-ops": ["linalg", "tensor", "arith"],
  "linalg-vectorize": ["linalg", "tensor", "arith"],
  "loop-invariant-subset-hoisting": ["scf", "tensor", "vector", "arith"],
  "lower-affine": ["affine", "arith"],
  "normalize-contractions": ["vector", "arith"],
  "one-shot-bufferize": ["tensor", "scf", "linalg", "bufferization", "arith"],
  "outline-kernels": ["scf", "memref", "arith"],
  "reconcile-unrealized-casts": ["builtin", "arith"],
  "stablehlo-legalize-to-linalg": ["stablehlo"],
  "tile-to-forall": ["linalg", "tensor", "arith"],
  "tile-values": ["linalg", "tensor", "arith"],
  stage: ["scf", "memref", "arith"],
};

export const programsOfPass = (pass: string): readonly string[] =>
  passPrograms[pass] ?? ["arith", "scf", "cf", "tensor", "memref", "ub"];

/** What the inputs of programs over these dialects may be: StableHLO has no poison, so what it makes of it says nothing. */
export const inputsOf = (dialects: readonly string[]): InputOptions =>
  dialects.includes("stablehlo") ? { poison: false } : {};
