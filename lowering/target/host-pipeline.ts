// The host's part of every pipeline: what was not outlined becomes WebAssembly.

/** `inline`: kernels are functions of the same module (cpu); `import`: launches are calls of the machine. */
export const hostTail = (kernels: "inline" | "import"): string[] => [
  "memory-plan",
  "convert-linalg-to-loops",
  "lower-affine",
  "expand-math",
  "canonicalize",
  "cse",
  `convert-to-wasm{kernels=${kernels}}`,
  "canonicalize",
  "cse",
  "wasm-stackify",
];
