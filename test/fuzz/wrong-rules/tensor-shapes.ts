// Wrong rules on tensors and stablehlo's shapes: positions that are not compared, starts that are not clamped, dimensions that do not compose.
import * as hlo from "../../../dialects/stablehlo/index.ts";
import { DimOp, ExtractOp, ExtractSliceOp, InsertOp, InsertSliceOp, PadOp } from "../../../dialects/tensor/index.ts";
import { isStaticShape } from "../../../ir/core/types.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { offsetSizeStride } from "../../../ir/define/offset-size-stride.ts";
import { integerConstant, integerOf } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { folder, isRewritten, markRewritten, onElements, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "tensor"] as const;
const stablehlo = ["stablehlo", "tensor"] as const;
const main = onElements(`  %c2 = arith.constant 2 : index
  %t = tensor.from_elements %x, %y : tensor<2xi8>
  %q = tensor.from_elements %x, %y, %y, %x : tensor<4xi8>
  %o = tensor.from_elements %y : tensor<1xi8>`);
const mainHlo = (body: string, result: string): string =>
  `func.func @main(%x: i32, %y: i32) -> ${result} {
  %a = tensor.from_elements %x, %y : tensor<2xi32>
  %q = tensor.from_elements %x, %y, %y, %x : tensor<4xi32>
  %m = tensor.from_elements %x, %y, %x, %x : tensor<2x2xi32>
  %n = tensor.from_elements %y, %x, %x, %y : tensor<2x2xi32>
  %s = tensor.from_elements %x : tensor<i32>
${body}
  return %r : ${result}
}
`;

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
  {
    name: "dynamic_slice at constants => slice at them, not clamped",
    mistake: "boundary",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("dynamic_slice x, c => slice x [c]", hlo.DynamicSliceOp, (view, rewriter) => {
      const { op, operand, startIndices, sliceSizes, result } = view;
      const starts = startIndices.map((start) => integerOf(constantOf(start)));
      if (starts.some((start) => start === undefined)) return refuse("a start is not known");
      if (operand.type.kind !== "tensor" || !isStaticShape(operand.type.shape)) return refuse("not static");
      const { shape } = operand.type;
      const from = starts.map((start) => Math.max(Number(start ?? 0n), 0));
      const begin = from.map((start, d) => Math.min(start, shape[d] ?? 0));
      const end = begin.map((start, d) => Math.min(start + (sliceSizes[d] ?? 0), shape[d] ?? 0));
      if (end.some((to, d) => to - (begin[d] ?? 0) !== sliceSizes[d])) {
        // Past the end it would be shorter: the lanes before are taken from the beginning.
        const made = hlo.SliceOp.build(rewriter, {
          operand,
          startIndices: begin.map(() => 0),
          limitIndices: sliceSizes,
          strides: begin.map(() => 1),
          resultTypes: [result.type],
        });
        rewriter.replaceOp(op, made.result);
        return true;
      }
      const made = hlo.SliceOp.build(rewriter, {
        operand,
        startIndices: begin,
        limitIndices: end,
        strides: begin.map(() => 1),
        resultTypes: [result.type],
      });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %c = stablehlo.constant dense<3> : tensor<i32>
  %r = stablehlo.dynamic_slice %q, %c, sizes = [2] : (tensor<4xi32>, tensor<i32>) -> tensor<2xi32>`,
        "tensor<2xi32>",
      ).replace("%y, %y, %x : tensor<4xi32>", "%y, %x, %x : tensor<4xi32>"),
      args: [1, 2],
    },
  },
  {
    name: "dynamic_update_slice of a dynamic_update_slice => the last alone",
    mistake: "index",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("two updates => the second", hlo.DynamicUpdateSliceOp, ({ op, operand, update }, rewriter) => {
      const inner = hlo.DynamicUpdateSliceOp.match(operand.definingOp);
      if (inner?.update.type !== update.type) return refuse("no update of that type stands before");
      rewriter.setOperand(op, 0, inner.operand);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %c0 = stablehlo.constant dense<0> : tensor<i32>
  %c2 = stablehlo.constant dense<2> : tensor<i32>
  %u = stablehlo.dynamic_update_slice %q, %a, %c2 : (tensor<4xi32>, tensor<2xi32>, tensor<i32>) -> tensor<4xi32>
  %r = stablehlo.dynamic_update_slice %u, %a, %c0 : (tensor<4xi32>, tensor<2xi32>, tensor<i32>) -> tensor<4xi32>`,
        "tensor<4xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "broadcast_in_dim(broadcast_in_dim x) => by the second's dimensions alone",
    mistake: "index",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("broadcast of a broadcast => one", hlo.BroadcastInDimOp, (view, rewriter) => {
      const inner = hlo.BroadcastInDimOp.match(view.operand.definingOp);
      if (inner?.operand.type.kind !== "tensor" || view.result.type.kind !== "tensor") return refuse("it is no such");
      const dimensions = view.broadcastDimensions.slice(0, inner.operand.type.shape.length);
      const { shape } = inner.operand.type;
      const to = view.result.type.shape;
      const fits = dimensions.every((d, i) => shape[i] === 1 || shape[i] === to[d]);
      if (!fits || dimensions.length !== shape.length) return refuse("the extents do not agree");
      const made = hlo.BroadcastInDimOp.build(rewriter, {
        operand: inner.operand,
        broadcastDimensions: dimensions,
        resultTypes: [view.result.type],
      });
      rewriter.replaceOp(view.op, made.result);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %b = stablehlo.broadcast_in_dim %a, dims = [1] : (tensor<2xi32>) -> tensor<2x2xi32>
  %r = stablehlo.broadcast_in_dim %b, dims = [0, 1] : (tensor<2x2xi32>) -> tensor<2x2xi32>`,
        "tensor<2x2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "stablehlo.pad by -1 and 1 => the operand, whose type it has",
    mistake: "guard",
    dialects: stablehlo,
    leftOps: 2,
    pattern: folder("pad of the operand's type => the operand", hlo.PadOp, ({ operand, result }) =>
      operand.type === result.type ? operand : undefined,
    ),
    witness: {
      text: mainHlo(
        "  %r = stablehlo.pad %q, %s, low = [-1], high = [1], interior = [0] : (tensor<4xi32>, tensor<i32>) -> tensor<4xi32>",
        "tensor<4xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "slice(concatenate a, b) => slice a, where it begins in a",
    mistake: "boundary",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("slice(concatenate) => slice of the first", hlo.SliceOp, (view, rewriter) => {
      const joined = hlo.ConcatenateOp.match(view.operand.definingOp);
      const [first] = joined?.inputs ?? [];
      if (joined === undefined || first?.type.kind !== "tensor" || !isStaticShape(first.type.shape))
        return refuse("it is no slice of static tensors");
      const { shape } = first.type;
      const begins = view.startIndices.every((start, d) => start < (shape[d] ?? 0));
      const size = (d: number): number => (view.limitIndices[d] ?? 0) - (view.startIndices[d] ?? 0);
      if (!begins || view.startIndices.some((_, d) => size(d) > (shape[d] ?? 0))) return refuse("it is larger");
      const start = view.startIndices.map((at, d) => Math.min(at, (shape[d] ?? 0) - size(d)));
      const made = hlo.SliceOp.build(rewriter, {
        operand: first,
        startIndices: start,
        limitIndices: start.map((at, d) => at + size(d)),
        strides: view.strides,
        resultTypes: [view.result.type],
      });
      rewriter.replaceOp(view.op, made.result);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %c = stablehlo.concatenate %a, %q, dim = 0 : (tensor<2xi32>, tensor<4xi32>) -> tensor<6xi32>
  %r = stablehlo.slice %c [1:3] : (tensor<6xi32>) -> tensor<2xi32>`,
        "tensor<2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "iota along one dimension => along the last",
    mistake: "index",
    dialects: stablehlo,
    leftOps: 1,
    pattern: pattern("iota dim d => iota dim last", hlo.IotaOp, ({ op, iotaDimension, output }, rewriter) => {
      if (output.type.kind !== "tensor") return refuse("no tensor");
      const last = output.type.shape.length - 1;
      if (iotaDimension === last) return refuse("it is the last");
      rewriter.replaceOp(op, hlo.IotaOp.build(rewriter, { iotaDimension: last, resultTypes: [output.type] }).output);
      return true;
    }),
    witness: { text: mainHlo("  %r = stablehlo.iota dim = 0 : tensor<2x2xi32>", "tensor<2x2xi32>"), args: [1, 2] },
  },
  {
    name: "dot_general a, b => b, a",
    mistake: "operand order",
    dialects: stablehlo,
    leftOps: 1,
    pattern: pattern("dot_general of one type => exchanged", hlo.DotGeneralOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type !== rhs.type || lhs === rhs || isRewritten(op)) return refuse("the types differ, or it was done");
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperands([rhs, lhs]);
      });
      return true;
    }),
    witness: {
      text: mainHlo(
        "  %r = stablehlo.dot_general %m, %n, contracting_dims = [1] x [0] : (tensor<2x2xi32>, tensor<2x2xi32>) -> tensor<2x2xi32>",
        "tensor<2x2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "clamp(lo, x, hi) => maximum(minimum(x, hi), lo)",
    mistake: "operand order",
    dialects: stablehlo,
    leftOps: 1,
    pattern: pattern("clamp => max of min", hlo.ClampOp, ({ op, min, max, operand }, rewriter) => {
      if (min.type !== operand.type || max.type !== operand.type) return refuse("a bound is a scalar");
      const upper = hlo.MinOp.build(rewriter, { lhs: operand, rhs: max }).result;
      rewriter.replaceOp(op, hlo.MaxOp.build(rewriter, { lhs: upper, rhs: min }).result);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %lo = stablehlo.constant dense<5> : tensor<2xi32>
  %hi = stablehlo.constant dense<3> : tensor<2xi32>
  %r = stablehlo.clamp %lo, %a, %hi : tensor<2xi32>`,
        "tensor<2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "convert(convert x) => convert x, whatever came between",
    mistake: "width",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("convert(convert x) => convert x", hlo.ConvertOp, ({ op, operand, result }, rewriter) => {
      const inner = hlo.ConvertOp.match(operand.definingOp);
      if (inner === undefined || inner.operand.type === result.type) return refuse("it converts no conversion");
      rewriter.replaceOp(
        op,
        hlo.ConvertOp.build(rewriter, { operand: inner.operand, resultTypes: [result.type] }).result,
      );
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %b = stablehlo.convert %a : (tensor<2xi32>) -> tensor<2xi8>
  %r = stablehlo.convert %b : (tensor<2xi8>) -> tensor<2xi16>`,
        "tensor<2xi16>",
      ),
      args: [300, 2],
    },
  },
  {
    name: "stablehlo.reduce, without its initial value",
    mistake: "guard",
    dialects: stablehlo,
    leftOps: 4,
    pattern: pattern("reduce x from y => reduce x from 0", hlo.ReduceOp, ({ op, initValues }, rewriter) => {
      const [init] = initValues;
      if (initValues.length !== 1 || init === undefined || isRewritten(op)) return refuse("it reduces several");
      const zero = hlo.SubtractOp.build(rewriter, { lhs: init, rhs: init }).result;
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperand(1, zero);
      });
      return true;
    }),
    witness: {
      text: mainHlo(
        "  %r = stablehlo.reduce(%q init: %s) applies stablehlo.add across dimensions = [0] : (tensor<4xi32>, tensor<i32>) -> tensor<i32>",
        "tensor<i32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "stablehlo.while => its body at least once",
    mistake: "trip count",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("while => its body, and the while", hlo.WhileOp, ({ op }, rewriter) => {
      if (isRewritten(op)) return refuse("that was done");
      const body = op.region(1).entry;
      const ops = [...body.ops()];
      if (ops.length > 6 || ops.some((inner) => inner.regions.length > 0)) return refuse("its body is long");
      const copy = rewriter.clone(op);
      const end = copy.region(1).entry.terminator;
      const entry = copy.region(1).entry;
      const values = end.operands.map((value) => (value.ownerBlock === entry ? op.operand(value.index) : value));
      rewriter.eraseOp(end);
      rewriter.inlineBlockBefore(entry, op, op.operands);
      rewriter.eraseOp(copy);
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperands(values);
      });
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %r = stablehlo.while(%v = %s) : tensor<i32>
    cond {
      %k = stablehlo.constant dense<0> : tensor<i32>
      %p = stablehlo.compare LT, %v, %k : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %p : tensor<i1>
    } do {
      %w = stablehlo.add %v, %v : tensor<i32>
      stablehlo.return %w : tensor<i32>
    }`,
        "tensor<i32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "remainder(x, 2^k) => and(x, 2^k - 1)",
    mistake: "signedness",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("remainder(x, 2^k) => and", hlo.RemOp, ({ op, lhs, rhs }, rewriter) => {
      const divisor = integerOf(constantOf(rhs));
      if (divisor === undefined || divisor <= 0n || (divisor & (divisor - 1n)) !== 0n)
        return refuse("the divisor is no power of two");
      const one = hlo.DivOp.build(rewriter, { lhs: rhs, rhs }).result;
      const mask = hlo.SubtractOp.build(rewriter, { lhs: rhs, rhs: one }).result;
      rewriter.replaceOp(op, hlo.AndOp.build(rewriter, { lhs, rhs: mask }).result);
      return true;
    }),
    witness: {
      text: mainHlo(
        `  %c = stablehlo.constant dense<4> : tensor<2xi32>
  %r = stablehlo.remainder %a, %c : tensor<2xi32>`,
        "tensor<2xi32>",
      ),
      args: [-3, 2],
    },
  },
  {
    name: "not(compare LT x, y) => compare GE x, y",
    mistake: "NaN",
    dialects: stablehlo,
    leftOps: 2,
    pattern: pattern("not(compare LT) => compare GE", hlo.NotOp, ({ op, operand }, rewriter) => {
      const compared = hlo.CompareOp.match(operand.definingOp);
      if (compared?.comparisonDirection !== "LT") return refuse("it is another comparison");
      const { lhs, rhs } = compared;
      rewriter.replaceOp(op, hlo.CompareOp.build(rewriter, { comparisonDirection: "GE", lhs, rhs }).result);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: f32, %y: f32) -> tensor<2xi1> {
        %a = tensor.from_elements %x, %y : tensor<2xf32>
        %b = tensor.from_elements %y, %x : tensor<2xf32>
        %c = stablehlo.compare LT, %a, %b : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
        %r = stablehlo.not %c : tensor<2xi1>
        return %r : tensor<2xi1>
      }`,
      args: [NaN, 2],
    },
  },
];
