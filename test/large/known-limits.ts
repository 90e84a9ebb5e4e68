// Inputs that take more than 12 times their size: how much they may take, and what was measured of Terrace and of mlir-opt 22 on 10 MB, as
// times the input beside what the programs take on nothing. Each makes an object for every few characters, which is what an IR is: mlir-opt
// is over 12 nearly everywhere too. (mlir-opt took over a minute where it has no figure.)
interface KnownLimit {
  readonly limit: number;
  readonly measured: number;
  readonly mlirOpt?: number;
}

export const knownLimits: Readonly<Record<string, KnownLimit>> = {
  "array of types": { limit: 90, measured: 80.3, mlirOpt: 37.1 },
  "array of affine maps": { limit: 64, measured: 46.8, mlirOpt: 22.3 },
  "array of dense": { limit: 47, measured: 31.5, mlirOpt: 16.8 },
  "array of small arrays": { limit: 69, measured: 48.3, mlirOpt: 22.8 },
  "array of locations": { limit: 104, measured: 60.5, mlirOpt: 28 },
  "array of opaque": { limit: 88, measured: 55.1, mlirOpt: 28 },
  "array of distinct": { limit: 72, measured: 54.9, mlirOpt: 20.2 },
  "array of different arrays": { limit: 20, measured: 15.6 },
  "array of dictionaries": { limit: 20, measured: 15.2 },
  "dictionary backwards": { limit: 20, measured: 15.6 },
  dictionary: { limit: 16, measured: 14.6, mlirOpt: 29.5 },
  "dictionary of units": { limit: 21, measured: 18.4, mlirOpt: 46.8 },
  tuple: { limit: 22, measured: 15, mlirOpt: 11.7 },
  "tuple of tensors": { limit: 94, measured: 55.1, mlirOpt: 22.8 },
  "strided layout": { limit: 28, measured: 22.1, mlirOpt: 12.3 },
  "affine map, results": { limit: 25, measured: 22, mlirOpt: 16 },
  "affine map, dimensions": { limit: 38, measured: 28.9 },
  "affine set": { limit: 29, measured: 24.2, mlirOpt: 17.7 },
  "ops on one line": { limit: 27, measured: 18.5, mlirOpt: 18.9 },
  "ops with many names": { limit: 87, measured: 75.7, mlirOpt: 26.2 },
  "attributes of an op": { limit: 59, measured: 32.6, mlirOpt: 17.4 },
  "properties of an op": { limit: 43, measured: 24, mlirOpt: 14.9 },
  operands: { limit: 38, measured: 26.7, mlirOpt: 13.2 },
  results: { limit: 64, measured: 31.6, mlirOpt: 15 },
  "named results": { limit: 42, measured: 34.5, mlirOpt: 20.3 },
  successors: { limit: 61, measured: 44.8, mlirOpt: 20.6 },
  blocks: { limit: 50, measured: 31.1, mlirOpt: 25 },
  "block arguments": { limit: 47, measured: 34.4, mlirOpt: 24.6 },
  "function arguments": { limit: 57, measured: 52.3, mlirOpt: 30.9 },
  "arguments with attributes": { limit: 67, measured: 31.7, mlirOpt: 14 },
  regions: { limit: 115, measured: 47.9, mlirOpt: 36.1 },
  "small functions": { limit: 86, measured: 50.8, mlirOpt: 30 },
  "function declarations": { limit: 63, measured: 47, mlirOpt: 23 },
  calls: { limit: 20, measured: 14.4, mlirOpt: 14.4 },
  "arith ops": { limit: 26, measured: 20, mlirOpt: 17.2 },
  constants: { limit: 28, measured: 23.8, mlirOpt: 26.3 },
  "attribute aliases": { limit: 53, measured: 46.5, mlirOpt: 16.6 },
  "map aliases": { limit: 48, measured: 30, mlirOpt: 16.4 },
  "type aliases": { limit: 40, measured: 35.1, mlirOpt: 11.2 },
  "location aliases": { limit: 25, measured: 17.6, mlirOpt: 17.7 },
  locations: { limit: 41, measured: 23.4, mlirOpt: 23.8 },
  "named locations": { limit: 56, measured: 28.7, mlirOpt: 28.8 },
  "a fused location": { limit: 71, measured: 43.4, mlirOpt: 31.2 },
  "fused locations": { limit: 66, measured: 36.5, mlirOpt: 28.7 },
  "an error at the end": { limit: 21, measured: 16.8, mlirOpt: 18.6 },
  "tensor of many dimensions": { limit: 40, measured: 25.8 },
};
