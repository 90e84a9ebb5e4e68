// Wrong rules on tensors: elements, slices, padding, reshapes, extents.
import {
  CastOp, CollapseShapeOp, ConcatOp, DimOp, ExpandShapeOp, ExtractOp, ExtractSliceOp, FromElementsOp, GenerateOp, InsertOp, InsertSliceOp,
  PadOp, paddingOf,
} from "../../../dialects/tensor/index.ts"; // prettier-ignore
import { i64ArrayAttr, indexAttr } from "../../../ir/core/attribute-constructors.ts";
import { DYNAMIC, isStaticShape } from "../../../ir/core/types.ts";
import { constantIndex, offsetSizeStride } from "../../../ir/define/offset-size-stride.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { constantIndexOp } from "../../../dialects/arith/index.ts";
import { folder, isRewritten, markRewritten, onElements, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "tensor"] as const;
const main = onElements(`  %c2 = arith.constant 2 : index
  %t = tensor.from_elements %x, %y : tensor<2xi8>
  %q = tensor.from_elements %x, %y, %y, %y, %x, %y : tensor<2x3xi8>`);

export const tensorRules: readonly WrongRule[] = [
  {
    name: "extract_slice(insert_slice s into d) at another place => s",
    mistake: "index",
    source: "iree-org/iree#24266",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "extract_slice(insert_slice s into d) => s",
      ExtractSliceOp,
      ({ op, source, result }, rewriter) => {
        const inserted = InsertSliceOp.match(source.definingOp);
        if (inserted?.source.type !== result.type) return refuse("it reads no insertion of that type");
        rewriter.replaceOp(op, inserted.source);
        return true;
      },
    ),
    witness: {
      text: main(
        `  %o = tensor.from_elements %y : tensor<1xi8>
  %s = tensor.insert_slice %o into %t[1] [1] [1] : tensor<1xi8> into tensor<2xi8>
  %r = tensor.extract_slice %s[%i] [1] [1] : tensor<2xi8> to tensor<1xi8>`,
        "tensor<1xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(insert v into t[i])[j] => v",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: folder(
      "extract(insert v into t[i])[j] => v",
      ExtractOp,
      ({ tensor }) => InsertOp.match(tensor.definingOp)?.scalar,
    ),
    witness: {
      text: main(
        "  %s = tensor.insert %y into %t[%i] : tensor<2xi8>\n  %r = tensor.extract %s[%j] : tensor<2xi8>",
        "i8",
      ),
      args: [1, 2, 1, 0],
    },
  },
  {
    name: "extract(insert v into t[i])[j] => t[j], where j is another value than i",
    mistake: "aliasing",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "extract(insert v into t[i])[j] => extract t[j]",
      ExtractOp,
      ({ op, tensor, indices }, rewriter) => {
        const inserted = InsertOp.match(tensor.definingOp);
        if (inserted === undefined || indices.every((index, d) => index === inserted.indices[d]))
          return refuse("it reads no other place");
        rewriter.replaceOp(op, ExtractOp.build(rewriter, { tensor: inserted.dest, indices }).result);
        return true;
      },
    ),
    witness: {
      text: main(
        "  %s = tensor.insert %y into %t[%i] : tensor<2xi8>\n  %r = tensor.extract %s[%j] : tensor<2xi8>",
        "i8",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(from_elements ...)[i, j] => the element at i + j * rows",
    mistake: "index",
    dialects,
    leftOps: 4,
    pattern: folder("extract(from_elements)[i, j] => column-major element", ExtractOp, ({ tensor, indices }) => {
      const made = FromElementsOp.match(tensor.definingOp);
      const [i, j] = indices.map(integerConstant);
      if (made?.result.type.kind !== "tensor" || i === undefined || j === undefined) return undefined;
      const [rows = 0, columns = 0] = made.result.type.shape;
      if (i < 0n || j < 0n || i >= BigInt(rows) || j >= BigInt(columns)) return undefined;
      return made.elements[Number(i) + Number(j) * rows];
    }),
    witness: { text: main("  %r = tensor.extract %q[%c1, %c1] : tensor<2x3xi8>", "i8"), args: [1, 2, 0, 0] },
  },
  {
    name: "extract_slice of extract_slice => one at the sum of the offsets, its strides forgotten",
    mistake: "index",
    source: "aqjune/mlir-tv#119",
    dialects,
    leftOps: 2,
    pattern: pattern("extract_slice(extract_slice) => one at o1 + o2", ExtractSliceOp, (view, rewriter) => {
      const inner = ExtractSliceOp.match(view.source.definingOp);
      if (inner === undefined) return refuse("its source is no slice");
      const [outer, first] = [offsetSizeStride(view), offsetSizeStride(inner)];
      const numbers = [...outer.offsets, ...outer.sizes, ...outer.strides, ...first.offsets, ...first.strides];
      if (numbers.some((index) => typeof index !== "number")) return refuse("an index is not known");
      if (outer.strides.some((stride) => stride !== 1)) return refuse("the outer stride is not 1");
      const at = (list: readonly unknown[], d: number): number => Number(list[d] ?? 0);
      if (inner.source.type.kind !== "tensor" || inner.source.type.shape.length !== outer.offsets.length)
        return refuse("rank");
      const made = ExtractSliceOp.build(rewriter, {
        source: inner.source,
        offsets: [],
        sizes: [],
        strides: [],
        staticOffsets: outer.offsets.map((_, d) => at(first.offsets, d) + at(outer.offsets, d)),
        staticSizes: outer.sizes.map(Number),
        staticStrides: first.strides.map(Number),
        resultTypes: [view.result.type],
      });
      rewriter.replaceOp(view.op, made.result);
      return true;
    }),
    witness: {
      text: main(
        `  %s = tensor.from_elements %x, %x, %x, %y : tensor<4xi8>
  %a = tensor.extract_slice %s[1] [2] [2] : tensor<4xi8> to tensor<2xi8>
  %r = tensor.extract_slice %a[1] [1] [1] : tensor<2xi8> to tensor<1xi8>`,
        "tensor<1xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "insert_slice s into (insert_slice s2 into d) => into d",
    mistake: "effect",
    source: "iree-org/iree#24025",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "insert_slice into an insert_slice => into its destination",
      InsertSliceOp,
      ({ op, dest }, rewriter) => {
        const inner = InsertSliceOp.match(dest.definingOp);
        if (inner === undefined) return refuse("its destination is no insertion");
        rewriter.setOperand(op, 1, inner.dest);
        return true;
      },
    ),
    witness: {
      text: main(
        `  %o = tensor.from_elements %y : tensor<1xi8>
  %s = tensor.insert_slice %o into %t[0] [1] [1] : tensor<1xi8> into tensor<2xi8>
  %r = tensor.insert_slice %o into %s[1] [1] [1] : tensor<1xi8> into tensor<2xi8>`,
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "dim t, i => dim t, 0",
    mistake: "index",
    dialects,
    leftOps: 3,
    pattern: folder("dim t, i => the first extent", DimOp, ({ op, source, index }) => {
      if (source.type.kind !== "tensor" || integerConstant(index) === undefined) return undefined;
      const [extent] = source.type.shape;
      return extent === undefined || extent === DYNAMIC ? undefined : indexAttr(op.context, extent);
    }),
    witness: { text: main("  %r = tensor.dim %q, %c1 : tensor<2x3xi8>", "index"), args: [1, 2, 0, 0] },
  },
  {
    name: "dim of a pad => the extent of the source and the lower padding",
    mistake: "boundary",
    dialects,
    leftOps: 4,
    pattern: folder("dim(pad t) => extent + low", DimOp, ({ op, source, index }) => {
      const padded = PadOp.match(source.definingOp);
      const d = integerConstant(index);
      if (padded?.source.type.kind !== "tensor" || d === undefined) return undefined;
      const extent = padded.source.type.shape[Number(d)];
      const low = paddingOf(padded.op).low[Number(d)];
      if (extent === undefined || extent === DYNAMIC || typeof low !== "number") return undefined;
      return indexAttr(op.context, extent + low);
    }),
    witness: {
      text: main(
        `  %p = tensor.pad %t low[1] high[1] {
  ^bb0(%k: index):
    tensor.yield %x : i8
  } : tensor<2xi8> to tensor<4xi8>
  %r = tensor.dim %p, %c0 : tensor<4xi8>`,
        "index",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "pad with low and high exchanged",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: pattern("pad low[l] high[h] => pad low[h] high[l]", PadOp, ({ op, staticLow, staticHigh }, rewriter) => {
      if (isRewritten(op) || staticLow.every((low, d) => low === staticHigh[d])) return refuse("they are equal");
      if ([...staticLow, ...staticHigh].includes(DYNAMIC)) return refuse("a padding is not known");
      rewriter.modifyInPlace(op, () => {
        op.setAttribute("static_low", i64ArrayAttr(op.context, staticHigh));
        op.setAttribute("static_high", i64ArrayAttr(op.context, staticLow));
        markRewritten(op);
      });
      return true;
    }),
    witness: {
      text: main(
        `  %z = arith.constant 0 : i8
  %r = tensor.pad %t low[1] high[0] {
  ^bb0(%k: index):
    tensor.yield %z : i8
  } : tensor<2xi8> to tensor<3xi8>`,
        "tensor<3xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "collapse_shape(expand_shape t) => t in the opposite order",
    mistake: "shape",
    dialects,
    leftOps: 2,
    pattern: pattern("collapse_shape(expand_shape t) => t, reversed", CollapseShapeOp, (view, rewriter) => {
      const expanded = ExpandShapeOp.match(view.src.definingOp);
      if (expanded === undefined || expanded.src.type.kind !== "tensor" || view.result.type !== expanded.src.type)
        return refuse("it collapses no expansion of its own type");
      if (!isStaticShape(expanded.src.type.shape) || expanded.src.type.shape.length !== 1) return refuse("not a row");
      const slice = ExtractSliceOp.build(rewriter, {
        source: expanded.src,
        offsets: [],
        sizes: [],
        strides: [],
        staticOffsets: [Math.max((expanded.src.type.shape[0] ?? 1) - 1, 0)],
        staticSizes: expanded.src.type.shape,
        staticStrides: [-1],
        resultTypes: [view.result.type],
      });
      rewriter.replaceOp(view.op, slice.result);
      return true;
    }),
    witness: {
      text: main(
        `  %e = tensor.expand_shape %t [[0, 1]] output_shape [1, 2] : tensor<2xi8> into tensor<1x2xi8>
  %r = tensor.collapse_shape %e [[0, 1]] : tensor<1x2xi8> into tensor<2xi8>`,
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract t[i] of a cast => t[0]",
    mistake: "index",
    dialects,
    leftOps: 3,
    pattern: pattern("extract(cast t)[i] => extract t[0]", ExtractOp, ({ op, tensor, indices }, rewriter) => {
      const cast = CastOp.match(tensor.definingOp);
      const [index] = indices;
      if (cast?.source.type.kind !== "tensor" || index === undefined || indices.length !== 1) return refuse("no row");
      if (constantIndex(index) === undefined) return refuse("the index is not known");
      const made = ExtractOp.build(rewriter, { tensor: cast.source, indices: [constantIndexOp(rewriter, 0)] });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: main(
        `  %d = tensor.cast %t : tensor<2xi8> to tensor<?xi8>
  %r = tensor.extract %d[%c1] : tensor<?xi8>`,
        "i8",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "concat a, b => concat b, a",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: pattern("concat of two of one type => the other way round", ConcatOp, ({ op, inputs }, rewriter) => {
      const [a, b] = inputs;
      if (inputs.length !== 2 || a === undefined || b === undefined || a.type !== b.type || a === b)
        return refuse("it has not two inputs of one type");
      if (isRewritten(op)) return refuse("that was done");
      rewriter.modifyInPlace(op, () => markRewritten(op).setOperands([b, a]));
      return true;
    }),
    witness: {
      text: main(
        `  %u = tensor.from_elements %y, %y : tensor<2xi8>
  %r = tensor.concat dim(0) %t, %u : (tensor<2xi8>, tensor<2xi8>) -> tensor<4xi8>`,
        "tensor<4xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(generate f)[i] => what f computes with",
    mistake: "index",
    dialects,
    leftOps: 3,
    pattern: folder("extract(generate f)[i] => what f yields from outside", ExtractOp, ({ tensor, indices }) => {
      const made = GenerateOp.match(tensor.definingOp);
      const yielded = made?.body.entry.terminator.operands[0];
      if (made === undefined || yielded === undefined || indices.length !== 1) return undefined;
      // An index that the body computes from stands for the first operand that comes from outside.
      const inner = yielded.definingOp;
      if (inner === null || inner.parentBlock !== made.body.entry) return undefined;
      return inner.operands.find((value) => value.type === yielded.type && value.parentBlock !== made.body.entry);
    }),
    witness: {
      text: main(
        `  %g = tensor.generate {
  ^bb0(%k: index):
    %n = arith.index_cast %k : index to i8
    %s = arith.addi %n, %x : i8
    tensor.yield %s : i8
  } : tensor<3xi8>
  %r = tensor.extract %g[%c2] : tensor<3xi8>`,
        "i8",
      ),
      args: [1, 2, 0, 0],
    },
  },
];
