// Wrong rules on stablehlo's shapes: starts that are not clamped, dimensions that do not compose.
import * as hlo from "../../../dialects/stablehlo/index.ts";
import { isStaticShape } from "../../../ir/core/types.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { folder, isRewritten, markRewritten, onTensors, type WrongRule } from "./wrong-rule.ts";

const dialects = ["stablehlo", "tensor"] as const;

export const stablehloShapeRules: readonly WrongRule[] = [
  {
    name: "dynamic_slice at constants => slice at them, not clamped",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: pattern("dynamic_slice x, c => slice x [c]", hlo.DynamicSliceOp, (view, rewriter) => {
      const { op, operand, startIndices, sliceSizes, result } = view;
      const starts = startIndices.map((start) => integerOf(constantOf(start)));
      if (starts.some((start) => start === undefined)) return refuse("a start is not known");
      if (operand.type.kind !== "tensor" || !isStaticShape(operand.type.shape)) return refuse("not static");
      const { shape } = operand.type;
      const begin = starts.map((start, d) => Math.min(Math.max(Number(start), 0), shape[d] ?? 0));
      const isInside = begin.every((start, d) => start + (sliceSizes[d] ?? 0) <= (shape[d] ?? 0));
      // Past the end it would be shorter: the lanes before are taken from the beginning.
      const from = isInside ? begin : begin.map(() => 0);
      const made = hlo.SliceOp.build(rewriter, {
        operand,
        startIndices: from,
        limitIndices: from.map((start, d) => start + (sliceSizes[d] ?? 0)),
        strides: from.map(() => 1),
        resultTypes: [result.type],
      });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: onTensors(
        `  %c = stablehlo.constant dense<3> : tensor<i32>
  %r = stablehlo.dynamic_slice %q, %c, sizes = [2] : (tensor<4xi32>, tensor<i32>) -> tensor<2xi32>`,
        "tensor<2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "dynamic_update_slice of a dynamic_update_slice => the last alone",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("two updates => the second", hlo.DynamicUpdateSliceOp, ({ op, operand, update }, rewriter) => {
      const inner = hlo.DynamicUpdateSliceOp.match(operand.definingOp);
      if (inner?.update.type !== update.type) return refuse("no update of that type stands before");
      rewriter.setOperand(op, 0, inner.operand);
      return true;
    }),
    witness: {
      text: onTensors(
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
    dialects,
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
      text: onTensors(
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
    dialects,
    leftOps: 2,
    pattern: folder("pad of the operand's type => the operand", hlo.PadOp, ({ operand, result }) =>
      operand.type === result.type ? operand : undefined,
    ),
    witness: {
      text: onTensors(
        "  %r = stablehlo.pad %q, %s, low = [-1], high = [1], interior = [0] : (tensor<4xi32>, tensor<i32>) -> tensor<4xi32>",
        "tensor<4xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "slice(concatenate a, b) => slice a, where it begins in a",
    mistake: "boundary",
    dialects,
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
      text: onTensors(
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
    dialects,
    leftOps: 1,
    pattern: pattern("iota dim d => iota dim last", hlo.IotaOp, ({ op, iotaDimension, output }, rewriter) => {
      if (output.type.kind !== "tensor") return refuse("no tensor");
      const last = output.type.shape.length - 1;
      if (iotaDimension === last) return refuse("it is the last");
      rewriter.replaceOp(op, hlo.IotaOp.build(rewriter, { iotaDimension: last, resultTypes: [output.type] }).output);
      return true;
    }),
    witness: { text: onTensors("  %r = stablehlo.iota dim = 0 : tensor<2x2xi32>", "tensor<2x2xi32>"), args: [1, 2] },
  },
  {
    name: "dot_general a, b => b, a",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern("dot_general of one type => exchanged", hlo.DotGeneralOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type !== rhs.type || lhs === rhs || isRewritten(op)) return refuse("the types differ, or it was done");
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperands([rhs, lhs]);
      });
      return true;
    }),
    witness: {
      text: onTensors(
        "  %r = stablehlo.dot_general %m, %n, contracting_dims = [1] x [0] : (tensor<2x2xi32>, tensor<2x2xi32>) -> tensor<2x2xi32>",
        "tensor<2x2xi32>",
      ),
      args: [1, 2],
    },
  },
];
