// Contractions: matmul and its kin. The body multiplies and adds, after casts to the init's element type.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import { AffineMapArrayProperty, optionalProperty } from "../../../ir/define/properties.ts";
import { TypeFnAttr, TypeFnProperty } from "../attributes.ts";
import { defineStructuredOp, einsum, type ScalarBody } from "../define-structured-op.ts";
import { emitBinary, emitCast } from "../scalar-body.ts";

/** init + lhs * rhs, both cast to the init's element type. */
export const multiplyAccumulate: ScalarBody = (b, [lhs, rhs, init], attribute) => {
  if (lhs === undefined || rhs === undefined || init === undefined) return undefined;
  const cast = attribute("cast");
  const unsigned = cast !== undefined && TypeFnAttr.valueOf(cast)?.[0] === "cast_unsigned";
  const x = emitCast(b, lhs, init.type, unsigned);
  const y = emitCast(b, rhs, init.type, unsigned);
  const product = x && y && emitBinary(b, "mul", x, y);
  const sum = product && emitBinary(b, "add", init, product);
  return sum && [sum];
};

const withMaps = { indexing_maps: optionalProperty(AffineMapArrayProperty), cast: TypeFnProperty } as const;

export const MatmulOp = defineStructuredOp({
  name: "linalg.matmul",
  summary: "C + A * B; with other indexing maps, transposed or broadcast operands.",
  maps: einsum("mnk", "mk", "kn", "mn"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: withMaps,
  hasIndexingMaps: true,
});

export const BatchMatmulOp = defineStructuredOp({
  name: "linalg.batch_matmul",
  summary: "A matmul for every index of the first dimension.",
  maps: einsum("bmnk", "bmk", "bkn", "bmn"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: withMaps,
  hasIndexingMaps: true,
});

export const BatchReduceMatmulOp = defineStructuredOp({
  name: "linalg.batch_reduce_matmul",
  summary: "The sum of the products of a batch of matrices.",
  maps: einsum("bmnk", "bmk", "bkn", "mn"),
  inputs: 2,
  body: multiplyAccumulate,
  properties: withMaps,
  hasIndexingMaps: true,
});

export const MatvecOp = defineStructuredOp({
  name: "linalg.matvec",
  summary: "y + A * x.",
  maps: einsum("mn", "mn", "n", "m"),
  inputs: 2,
  body: multiplyAccumulate,
});

export const VecmatOp = defineStructuredOp({
  name: "linalg.vecmat",
  summary: "x + y * A.",
  maps: einsum("nm", "m", "mn", "n"),
  inputs: 2,
  body: multiplyAccumulate,
});

export const BatchMatvecOp = defineStructuredOp({
  name: "linalg.batch_matvec",
  summary: "A matvec for every index of the first dimension.",
  maps: einsum("bmk", "bmk", "bk", "bm"),
  inputs: 2,
  body: multiplyAccumulate,
});

export const BatchVecmatOp = defineStructuredOp({
  name: "linalg.batch_vecmat",
  summary: "A vecmat for every index of the first dimension.",
  maps: einsum("bnk", "bk", "bkn", "bn"),
  inputs: 2,
  body: multiplyAccumulate,
});

export const DotOp = defineStructuredOp({
  name: "linalg.dot",
  summary: "The scalar product of two vectors, added to the init.",
  maps: einsum("m", "m", "m", ""),
  inputs: 2,
  body: multiplyAccumulate,
});

export const Mmt4DOp = defineStructuredOp({
  name: "linalg.mmt4d",
  summary: "A matmul of matrices in tiles, the second one transposed.",
  maps: einsum("mnkpqr", "mkpr", "nkqr", "mnpq"),
  inputs: 2,
  body: multiplyAccumulate,
});

export const contractionOps: readonly OpDefinition[] = [
  MatmulOp, BatchMatmulOp, BatchReduceMatmulOp, MatvecOp, VecmatOp, BatchMatvecOp, BatchVecmatOp, DotOp, Mmt4DOp,
]; // prettier-ignore
