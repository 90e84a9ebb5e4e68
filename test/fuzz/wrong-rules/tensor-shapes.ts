// Wrong rules on tensors' shapes: positions that are not compared, slices taken for the whole.
import { DimOp, ExtractOp, ExtractSliceOp, InsertOp, InsertSliceOp, PadOp } from "../../../dialects/tensor/index.ts";
import { offsetSizeStride } from "../../../ir/define/offset-size-stride.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { folder, onElements, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "tensor"] as const;
const main = onElements(`  %c2 = arith.constant 2 : index
  %t = tensor.from_elements %x, %y : tensor<2xi8>
  %q = tensor.from_elements %x, %y, %y, %x : tensor<4xi8>
  %o = tensor.from_elements %y : tensor<1xi8>`);

export const tensorShapeRules: readonly WrongRule[] = [
  {
    name: "insert (extract t[i]) into t[j] => t",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: folder("insert (extract t) into t => t", InsertOp, ({ scalar, dest }) =>
      ExtractOp.match(scalar.definingOp)?.tensor === dest ? dest : undefined,
    ),
    witness: {
      text: main(
        "  %e = tensor.extract %t[%i] : tensor<2xi8>\n  %r = tensor.insert %e into %t[%j] : tensor<2xi8>",
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 1],
    },
  },
  {
    name: "insert v into (insert w into t[i])[j] => insert v into t[j]",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("insert into an insert => the second alone", InsertOp, ({ op, dest }, rewriter) => {
      const inner = InsertOp.match(dest.definingOp);
      if (inner === undefined) return refuse("nothing was inserted before");
      rewriter.setOperand(op, 1, inner.dest);
      return true;
    }),
    witness: {
      text: main(
        "  %e = tensor.insert %y into %t[%i] : tensor<2xi8>\n  %r = tensor.insert %y into %e[%j] : tensor<2xi8>",
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 1],
    },
  },
  {
    name: "extract_slice(pad t) => extract_slice t at the same place",
    mistake: "index",
    dialects,
    leftOps: 3,
    pattern: pattern("extract_slice(pad t) => extract_slice t", ExtractSliceOp, ({ op, source, sizes }, rewriter) => {
      const padded = PadOp.match(source.definingOp);
      const view = ExtractSliceOp.match(op);
      if (padded === undefined || view === undefined || sizes.length > 0) return refuse("it is no slice of a pad");
      const { type } = padded.source;
      const { offsets, sizes: extents, strides } = offsetSizeStride(view);
      const fits = extents.every((size, d) => {
        const [offset, stride] = [offsets[d], strides[d]];
        if (typeof size !== "number" || typeof offset !== "number" || stride !== 1 || type.kind !== "tensor")
          return false;
        return offset + size <= (type.shape[d] ?? 0);
      });
      if (!fits) return refuse("it may leave the source");
      rewriter.setOperand(op, 0, padded.source);
      return true;
    }),
    witness: {
      text: main(
        `  %p = tensor.pad %q low[1] high[1] {
  ^bb0(%k: index):
    tensor.yield %x : i8
  } : tensor<4xi8> to tensor<6xi8>
  %r = tensor.extract_slice %p[1] [2] [1] : tensor<6xi8> to tensor<2xi8>`,
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract (insert_slice s into d)[i] => s[i]",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: pattern("extract(insert_slice s into d)[i] => extract s[i]", ExtractOp, (view, rewriter) => {
      const inserted = InsertSliceOp.match(view.tensor.definingOp);
      if (inserted?.source.type.kind !== "tensor") return refuse("it reads no insertion");
      if (inserted.source.type.shape.length !== view.indices.length) return refuse("the ranks differ");
      const { offsets, strides } = offsetSizeStride(inserted);
      if (offsets.some((offset) => offset !== 0) || strides.some((stride) => stride !== 1))
        return refuse("it is not inserted at the beginning");
      rewriter.replaceOp(view.op, ExtractOp.build(rewriter, { tensor: inserted.source, indices: view.indices }).result);
      return true;
    }),
    witness: {
      text: main(
        `  %s = tensor.insert_slice %o into %t[0] [1] [1] : tensor<1xi8> into tensor<2xi8>
  %r = tensor.extract %s[%i] : tensor<2xi8>`,
        "i8",
      ),
      args: [1, 2, 1, 0],
    },
  },
  {
    name: "dim of an extract_slice => dim of its source",
    mistake: "shape",
    dialects,
    leftOps: 3,
    pattern: pattern("dim(extract_slice t) => dim t", DimOp, ({ op, source, index }, rewriter) => {
      const slice = ExtractSliceOp.match(source.definingOp);
      if (slice === undefined || integerConstant(index) === undefined) return refuse("it is no slice");
      rewriter.setOperand(op, 0, slice.source);
      return true;
    }),
    witness: {
      text: main(
        `  %s = tensor.extract_slice %q[0] [%j] [1] : tensor<4xi8> to tensor<?xi8>
  %r = tensor.dim %s, %c0 : tensor<?xi8>`,
        "index",
      ),
      args: [1, 2, 0, 2],
    },
  },
  {
    name: "extract_slice of dynamic size => of the size of its source",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: folder("extract_slice t[0][n][1] of t's type => t", ExtractSliceOp, (view) => {
      const { offsets, strides } = offsetSizeStride(view);
      const isWhole = offsets.every((offset) => offset === 0) && strides.every((stride) => stride === 1);
      return isWhole && view.source.type === view.result.type ? view.source : undefined;
    }),
    witness: {
      text: main(
        `  %d = tensor.cast %q : tensor<4xi8> to tensor<?xi8>
  %s = tensor.extract_slice %d[0] [%j] [1] : tensor<?xi8> to tensor<?xi8>
  %r = tensor.dim %s, %c0 : tensor<?xi8>`,
        "index",
      ),
      args: [1, 2, 0, 2],
    },
  },
];
