// The table: how each op of a tile kernel becomes the code of a thread.
import type { Operation } from "../../../ir/core/operation.ts";
import { copy, copyAsync, wait } from "./lower-copy.ts";
import { alloc, load, store } from "./lower-memory.ts";
import { transferRead, transferWrite } from "./lower-transfer.ts";
import { contraction, mma, multiReduction, reduction } from "./lower-combine.ts";
import { forLoop, ifBranch, terminator } from "./lower-control.ts";
import { broadcast, extract, extractStridedSlice, shapeCast, transpose } from "./lower-rearrange.ts";
import { constant, constantMask, createMask, elementwise, everyThread, fma, poison, step } from "./lower-values.ts";
import { programCount, programPosition } from "./lower-program.ts";
import type { OpLowering } from "./thread-code.ts";

const table: Readonly<Record<string, OpLowering>> = {
  "arith.constant": constant,
  "ub.poison": poison,
  "scf.for": forLoop,
  "scf.if": ifBranch,
  "scf.yield": terminator,
  "tile.return": terminator,
  "tile.program_id": programPosition,
  "tile.num_programs": programCount,
  "tile.alloc": alloc,
  "tile.copy_async": copyAsync,
  "tile.wait": wait,
  "tile.mma": mma,
  "memref.load": load,
  "memref.store": store,
  "memref.copy": copy,
  "memref.subview": everyThread,
  "memref.cast": everyThread,
  "memref.collapse_shape": everyThread,
  "memref.expand_shape": everyThread,
  "memref.dim": everyThread,
  "affine.apply": everyThread,
  "affine.min": everyThread,
  "affine.max": everyThread,
  "vector.transfer_read": transferRead,
  "vector.transfer_write": transferWrite,
  "vector.contract": contraction,
  "vector.multi_reduction": multiReduction,
  "vector.reduction": reduction,
  "vector.fma": fma,
  "vector.broadcast": broadcast,
  "vector.transpose": transpose,
  "vector.shape_cast": shapeCast,
  "vector.extract": extract,
  "vector.extract_strided_slice": extractStridedSlice,
  "vector.create_mask": createMask,
  "vector.constant_mask": constantMask,
  "vector.step": step,
};

const hasVectors = (op: Operation): boolean =>
  [...op.results, ...op.operands].some((value) => value.type.kind === "vector");

/** The lowering of an op, by name or as an elementwise one; undefined for what threads cannot do. */
export function loweringOf(op: Operation): OpLowering | undefined {
  const own = Object.hasOwn(table, op.name) ? table[op.name] : undefined;
  if (own !== undefined) return own;
  if (!op.hasTrait("Elementwise") || op.regions.length > 0) return undefined;
  return hasVectors(op) ? elementwise : everyThread;
}

/** Why an op has no code of a thread; undefined when it has. */
export function refusalOf(op: Operation): string | undefined {
  const lowering = loweringOf(op);
  if (lowering === undefined) return "no thread of a GPU can be given this op";
  const scalable = [...op.results, ...op.operands].some(
    ({ type }) => type.kind === "vector" && type.scalable.includes(true),
  );
  return scalable ? "a scalable vector has no fixed number of slots" : lowering.refuse?.(op);
}
