// Wrong rules on vectors: which lane, which dimension, which mask.
import {
  BroadcastOp, CreateMaskOp, ConstantMaskOp, DeinterleaveOp, ExtractOp, ExtractStridedSliceOp, InsertStridedSliceOp, InterleaveOp, LoadOp,
  MaskedLoadOp, MultiDimReductionOp, OuterProductOp, ScanOp, ShuffleOp, TransferReadOp, TransferWriteOp, TransposeOp, vectorTypeOf,
} from "../../../dialects/vector/index.ts"; // prettier-ignore
import { AffineMap } from "../../../ir/affine/map.ts";
import { vectorType } from "../../../ir/core/type-constructors.ts";
import { affineMapAttr } from "../../../ir/core/attribute-constructors.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { folder, isRewritten, markRewritten, onElements, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "vector"] as const;
const withMemory = ["arith", "tensor", "vector"] as const;
const main = onElements(`  %v = vector.from_elements %x, %y : vector<2xi8>
  %w = vector.from_elements %y, %y : vector<2xi8>
  %q = vector.from_elements %x, %y, %x, %x : vector<2x2xi8>
  %d = vector.from_elements %x, %x, %x, %x : vector<4xi8>`);

export const vectorLaneRules: readonly WrongRule[] = [
  {
    name: "extract_strided_slice(insert_strided_slice s into d) => s, of one type",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: folder("slice of an inserted slice => what was inserted", ExtractStridedSliceOp, ({ source, result }) => {
      const inner = InsertStridedSliceOp.match(source.definingOp);
      return inner?.valueToStore.type === result.type ? inner.valueToStore : undefined;
    }),
    witness: {
      text: main(
        `  %s = vector.insert_strided_slice %w, %d {offsets = [1], strides = [1]} : vector<2xi8> into vector<4xi8>
  %r = vector.extract_strided_slice %s {offsets = [0], sizes = [2], strides = [1]} : vector<4xi8> to vector<2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "transfer_read by a transposing map => by the identity",
    mistake: "index",
    dialects: withMemory,
    leftOps: 2,
    pattern: pattern(
      "transfer_read permuted => not",
      TransferReadOp,
      ({ op, permutationMap, mask, vector }, rewriter) => {
        const { shape } = vectorTypeOf(vector);
        if (!permutationMap.isPermutation || permutationMap.isIdentity || mask !== undefined)
          return refuse("no permutation");
        if (shape.some((extent) => extent !== shape[0])) return refuse("the extents differ");
        const identity = affineMapAttr(op.context, AffineMap.identity(permutationMap.dims));
        rewriter.modifyInPlace(op, () => op.setAttribute("permutation_map", identity));
        return true;
      },
    ),
    witness: {
      text: main(
        `  %t = tensor.from_elements %x, %y, %x, %x : tensor<2x2xi8>
  %r = vector.transfer_read %t[%c0, %c0], %y {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : tensor<2x2xi8>, vector<2x2xi8>`,
        "vector<2x2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "multi_reduction along one dimension => along the other, of a square",
    mistake: "index",
    dialects,
    leftOps: 1,
    pattern: pattern("multi_reduction [0] => [1]", MultiDimReductionOp, (view, rewriter) => {
      const { op, source, acc, kind, reductionDims } = view;
      const { shape } = vectorTypeOf(source);
      if (shape.length !== 2 || shape[0] !== shape[1] || reductionDims.length !== 1 || isRewritten(op))
        return refuse("it is no reduction of a square along one dimension");
      const other = reductionDims[0] === 0 ? 1 : 0;
      const made = MultiDimReductionOp.build(rewriter, { source, acc, kind, reductionDims: [other] });
      markRewritten(made.op);
      rewriter.replaceOp(op, made.dest);
      return true;
    }),
    witness: {
      text: main("  %r = vector.multi_reduction <add>, %q, %v [0] : vector<2x2xi8> to vector<2xi8>", "vector<2xi8>"),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "outerproduct a, b => outerproduct b, a, where they have one type",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern("outerproduct exchanged", OuterProductOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type !== rhs.type || lhs === rhs || isRewritten(op)) return refuse("the types differ");
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperand(0, rhs);
        op.setOperand(1, lhs);
      });
      return true;
    }),
    witness: {
      text: main("  %r = vector.outerproduct %v, %w : vector<2xi8>, vector<2xi8>", "vector<2x2xi8>"),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "maskedload => load, its mask forgotten",
    mistake: "guard",
    dialects: ["arith", "memref", "vector"],
    leftOps: 2,
    pattern: pattern("maskedload => load", MaskedLoadOp, ({ op, base, indices, result }, rewriter) => {
      rewriter.replaceOp(op, LoadOp.build(rewriter, { base, indices, resultTypes: [vectorTypeOf(result)] }).result);
      return true;
    }),
    witness: {
      text: main(
        `  %b = memref.alloc() : memref<2xi8>
  memref.store %x, %b[%c0] : memref<2xi8>
  memref.store %x, %b[%c1] : memref<2xi8>
  %m = vector.create_mask %c1 : vector<2xi1>
  %r = vector.maskedload %b[%c0], %m, %w : memref<2xi8>, vector<2xi1>, vector<2xi8> into vector<2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "deinterleave(interleave a, b) => b, a",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: pattern("deinterleave(interleave a, b) => b, a", DeinterleaveOp, ({ op, source }, rewriter) => {
      const inner = InterleaveOp.match(source.definingOp);
      if (inner === undefined) return refuse("nothing was interleaved");
      rewriter.replaceOp(op, [inner.rhs, inner.lhs]);
      return true;
    }),
    witness: {
      text: main(
        `  %i2 = vector.interleave %v, %w : vector<2xi8> -> vector<4xi8>
  %r, %s = vector.deinterleave %i2 : vector<4xi8> -> vector<2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "shuffle(shuffle a, b), c => shuffle a, c, though lanes of b are among them",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: pattern("shuffle of a shuffle => one", ShuffleOp, ({ op, v1, v2, mask }, rewriter) => {
      const inner = ShuffleOp.match(v1.definingOp);
      if (inner === undefined || inner.v1.type !== v1.type || inner.v1.type.kind !== "vector")
        return refuse("the first is no shuffle of vectors of its type");
      const lanes = inner.v1.type.shape[0] ?? 1;
      const composed = mask.map((lane) => (lane >= 0 && lane < lanes ? (inner.mask[lane] ?? lane) % lanes : lane));
      rewriter.replaceOp(op, ShuffleOp.build(rewriter, { v1: inner.v1, v2, mask: composed }).vector);
      return true;
    }),
    witness: {
      text: main(
        `  %s = vector.shuffle %v, %w [0, 2] : vector<2xi8>, vector<2xi8>
  %r = vector.shuffle %s, %w [1, 0] : vector<2xi8>, vector<2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "inclusive scan => exclusive",
    mistake: "boundary",
    dialects,
    leftOps: 1,
    pattern: pattern("scan inclusive => exclusive", ScanOp, (view, rewriter) => {
      const { op, source, initialValue, kind, reductionDim, inclusive } = view;
      if (!inclusive) return refuse("it is exclusive");
      const made = ScanOp.build(rewriter, { source, initialValue, kind, reductionDim, inclusive: false });
      rewriter.replaceOp(op, made.op.results);
      return true;
    }),
    witness: {
      text: main(
        `  %z = vector.from_elements %x : vector<1xi8>
  %u = vector.shape_cast %v : vector<2xi8> to vector<2x1xi8>
  %r, %s = vector.scan <add>, %u, %z {inclusive = true, reduction_dim = 0 : i64} : vector<2x1xi8>, vector<1xi8>`,
        "vector<2x1xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "create_mask n => all lanes, where n is a constant above 0",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: pattern("create_mask c => constant_mask of all", CreateMaskOp, ({ op, operands, result }, rewriter) => {
      if (operands.some((size) => (integerConstant(size) ?? 0n) <= 0n)) return refuse("a size is not above 0");
      const maskDimSizes = vectorTypeOf(result).shape;
      const resultTypes = [vectorTypeOf(result)] as const;
      rewriter.replaceOp(op, ConstantMaskOp.build(rewriter, { maskDimSizes, resultTypes }).result);
      return true;
    }),
    witness: { text: main("  %r = vector.create_mask %c1 : vector<2xi1>", "vector<2xi1>"), args: [1, 2, 0, 0] },
  },
  {
    name: "create_mask a, b => broadcast of create_mask b",
    mistake: "shape",
    dialects,
    leftOps: 1,
    pattern: pattern("create_mask a, b => create_mask b", CreateMaskOp, ({ op, operands, result }, rewriter) => {
      const type = vectorTypeOf(result);
      const [, inner] = operands;
      if (operands.length !== 2 || inner === undefined || type.scalable.includes(true)) return refuse("it is not 2-D");
      const row = vectorType([type.shape[1] ?? 1], type.element);
      const mask = CreateMaskOp.build(rewriter, { operands: [inner], resultTypes: [row] }).result;
      rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source: mask, resultTypes: [type] }).vector);
      return true;
    }),
    witness: {
      text: main("  %r = vector.create_mask %i, %j : vector<2x2xi1>", "vector<2x2xi1>"),
      args: [1, 2, 1, 2],
    },
  },
  {
    name: "transfer_write v into (transfer_write w into t) at one place => into t",
    mistake: "effect",
    dialects: withMemory,
    leftOps: 2,
    pattern: pattern("a write after a write => the second", TransferWriteOp, ({ op, base, indices }, rewriter) => {
      const inner = TransferWriteOp.match(base.definingOp);
      if (inner === undefined || inner.indices.some((index, d) => index !== indices[d])) return refuse("another place");
      rewriter.setOperand(op, 1, inner.base);
      return true;
    }),
    witness: {
      text: main(
        `  %t = tensor.from_elements %x, %x, %x, %x : tensor<4xi8>
  %e = vector.from_elements %y : vector<1xi8>
  %a = vector.transfer_write %w, %t[%c0] : vector<2xi8>, tensor<4xi8>
  %r = vector.transfer_write %e, %a[%c0] : vector<1xi8>, tensor<4xi8>`,
        "tensor<4xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(transpose v)[i] => extract v[i], of a square",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("extract(transpose v) => extract v", ExtractOp, ({ op, source }, rewriter) => {
      const inner = TransposeOp.match(source.definingOp);
      if (inner === undefined || inner.vector.type !== source.type) return refuse("it reads no square transposed");
      rewriter.setOperand(op, 0, inner.vector);
      return true;
    }),
    witness: {
      text: main(
        `  %u = vector.insert %y, %q [0, 1] : i8 into vector<2x2xi8>
  %t = vector.transpose %u, [1, 0] : vector<2x2xi8> to vector<2x2xi8>
  %r = vector.extract %t[0] : vector<2xi8> from vector<2x2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
];
