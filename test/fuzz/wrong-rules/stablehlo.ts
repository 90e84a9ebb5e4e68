// Wrong rules on stablehlo: identities of the wrong number, slices, broadcasts, order of comparison.
import * as hlo from "../../../dialects/stablehlo/index.ts";
import { isStaticShape } from "../../../ir/core/types.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { match, rule, val } from "../../../ir/rewrite/rule.ts";
import { floatOf } from "../../../dialects/arith/index.ts";
import { folder, isRewritten, markRewritten, type WrongRule } from "./wrong-rule.ts";

const dialects = ["stablehlo"] as const;
const withTensors = ["stablehlo", "tensor"] as const;
const main = (element: string, body: string, result: string): string =>
  `func.func @main(%x: ${element}, %y: ${element}) -> ${result} {
  %a = tensor.from_elements %x, %y : tensor<2x${element}>
  %b = tensor.from_elements %y, %x : tensor<2x${element}>
${body}
  return %r : ${result}
}
`;

export const stablehloRules: readonly WrongRule[] = [
  {
    name: "stablehlo.and(x, 1) => x",
    mistake: "width",
    source: "openxla/stablehlo#2633",
    dialects,
    leftOps: 2,
    pattern: folder("stablehlo.and(x, 1) => x", hlo.AndOp, ({ lhs, rhs }) =>
      integerOf(constantOf(rhs)) === 1n ? lhs : undefined,
    ),
    witness: {
      text: main(
        "i32",
        "  %c = stablehlo.constant dense<1> : tensor<2xi32>\n  %r = stablehlo.and %a, %c : tensor<2xi32>",
        "tensor<2xi32>",
      ),
      args: [2, 3],
    },
  },
  {
    name: "stablehlo.or(x, 1) => 1",
    mistake: "width",
    source: "openxla/stablehlo#2638",
    dialects,
    leftOps: 2,
    pattern: folder("stablehlo.or(x, 1) => 1", hlo.OrOp, ({ rhs }) =>
      integerOf(constantOf(rhs)) === 1n ? rhs : undefined,
    ),
    witness: {
      text: main(
        "i32",
        "  %c = stablehlo.constant dense<1> : tensor<2xi32>\n  %r = stablehlo.or %a, %c : tensor<2xi32>",
        "tensor<2xi32>",
      ),
      args: [2, 3],
    },
  },
  {
    name: "stablehlo.minimum(x, y) => select(x < y, x, y)",
    mistake: "NaN",
    source: "openxla/stablehlo#2891",
    dialects,
    leftOps: 1,
    pattern: pattern("minimum(x, y) => select(x < y, x, y)", hlo.MinOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type.kind !== "tensor" || lhs.type.element.kind !== "float") return refuse("they are no floats");
      const pred = hlo.CompareOp.build(rewriter, { comparisonDirection: "LT", lhs, rhs }).result;
      rewriter.replaceOp(op, hlo.SelectOp.build(rewriter, { pred, onTrue: lhs, onFalse: rhs }).result);
      return true;
    }),
    witness: {
      text: main("f32", "  %r = stablehlo.minimum %a, %b : tensor<2xf32>", "tensor<2xf32>"),
      args: [NaN, 1],
    },
  },
  {
    name: "stablehlo.multiply(x, 0) => 0 of floats",
    mistake: "NaN",
    dialects,
    leftOps: 2,
    pattern: folder("stablehlo.multiply(x, 0) => 0", hlo.MulOp, ({ rhs }) =>
      floatOf(constantOf(rhs)) === 0 ? rhs : undefined,
    ),
    witness: {
      text: main(
        "f32",
        "  %c = stablehlo.constant dense<0.0> : tensor<2xf32>\n  %r = stablehlo.multiply %a, %c : tensor<2xf32>",
        "tensor<2xf32>",
      ),
      args: [Infinity, 1],
    },
  },
  {
    name: "stablehlo.subtract(x, y) => add(x, y)",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: rule(
      "stablehlo.subtract(x, y) => add(x, negate x)",
      match(hlo.SubtractOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => hlo.AddOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: {
      text: main("i32", "  %r = stablehlo.subtract %a, %b : tensor<2xi32>", "tensor<2xi32>"),
      args: [2, 3],
    },
  },
  {
    name: "stablehlo.transpose(transpose x) => x",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: folder("stablehlo.transpose(transpose x) => x", hlo.TransposeOp, ({ operand, result }) => {
      const inner = hlo.TransposeOp.match(operand.definingOp);
      return inner?.operand.type === result.type ? inner.operand : undefined;
    }),
    witness: {
      text: `func.func @main(%x: i32, %y: i32) -> tensor<2x2x2xi32> {
        %q = tensor.from_elements %x, %y, %x, %x, %y, %x, %x, %x : tensor<2x2x2xi32>
        %t = stablehlo.transpose %q, dims = [1, 2, 0] : (tensor<2x2x2xi32>) -> tensor<2x2x2xi32>
        %r = stablehlo.transpose %t, dims = [1, 2, 0] : (tensor<2x2x2xi32>) -> tensor<2x2x2xi32>
        return %r : tensor<2x2x2xi32>
      }`,
      args: [1, 2],
    },
  },
  {
    name: "stablehlo.slice of a slice => one from the sum of the starts, the first stride forgotten",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("slice(slice x) => slice x", hlo.SliceOp, (view, rewriter) => {
      const inner = hlo.SliceOp.match(view.operand.definingOp);
      if (inner === undefined || inner.strides.every((stride) => stride === 1))
        return refuse("no stride is in between");
      if (inner.operand.type.kind !== "tensor" || !isStaticShape(inner.operand.type.shape)) return refuse("not static");
      const startIndices = view.startIndices.map((start, d) => start + (inner.startIndices[d] ?? 0));
      const limitIndices = view.limitIndices.map((limit, d) => limit + (inner.startIndices[d] ?? 0));
      const made = hlo.SliceOp.build(rewriter, {
        operand: inner.operand,
        startIndices,
        limitIndices,
        strides: view.strides,
        resultTypes: [view.result.type],
      });
      rewriter.replaceOp(view.op, made.result);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i32, %y: i32) -> tensor<1xi32> {
        %q = tensor.from_elements %x, %x, %y, %x : tensor<4xi32>
        %t = stablehlo.slice %q [0:4:2] : (tensor<4xi32>) -> tensor<2xi32>
        %r = stablehlo.slice %t [1:2] : (tensor<2xi32>) -> tensor<1xi32>
        return %r : tensor<1xi32>
      }`,
      args: [1, 2],
    },
  },
  {
    name: "stablehlo.compare LT(x, y) => GE(y, x)",
    mistake: "predicate",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "compare LT(x, y) => compare GE(y, x)",
      hlo.CompareOp,
      ({ op, lhs, rhs, comparisonDirection }, rewriter) => {
        if (comparisonDirection !== "LT") return refuse("it is another comparison");
        const made = hlo.CompareOp.build(rewriter, { comparisonDirection: "GE", lhs: rhs, rhs: lhs });
        rewriter.replaceOp(op, made.result);
        return true;
      },
    ),
    witness: {
      text: main(
        "i32",
        "  %r = stablehlo.compare LT, %a, %b : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi1>",
        "tensor<2xi1>",
      ),
      args: [2, 2],
    },
  },
  {
    name: "stablehlo.reverse(x) => x",
    mistake: "guard",
    dialects: withTensors,
    leftOps: 1,
    pattern: folder("stablehlo.reverse x => x", hlo.ReverseOp, ({ operand }) => operand),
    witness: {
      text: main("i32", "  %r = stablehlo.reverse %a, dims = [0] : tensor<2xi32>", "tensor<2xi32>"),
      args: [2, 3],
    },
  },
  {
    name: "stablehlo.select(p, x, y) => select(p, y, x)",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: pattern("select(p, x, y) => select(p, y, x)", hlo.SelectOp, ({ op, pred, onTrue, onFalse }, rewriter) => {
      if (onTrue === onFalse || isRewritten(op)) return refuse("the values are one");
      const made = hlo.SelectOp.build(rewriter, { pred, onTrue: onFalse, onFalse: onTrue });
      markRewritten(made.op);
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: main(
        "i32",
        `  %p = stablehlo.compare LT, %a, %b : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi1>
  %r = stablehlo.select %p, %a, %b : tensor<2xi1>, tensor<2xi32>`,
        "tensor<2xi32>",
      ),
      args: [2, 3],
    },
  },
  {
    name: "stablehlo.shift_right_logical => arithmetic",
    mistake: "signedness",
    dialects,
    leftOps: 1,
    pattern: rule(
      "shift_right_logical(x, y) => shift_right_arithmetic(x, y)",
      match(hlo.ShiftRightLogicalOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => hlo.ShiftRightArithmeticOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: {
      text: main("i32", "  %r = stablehlo.shift_right_logical %a, %b : tensor<2xi32>", "tensor<2xi32>"),
      args: [-1, 1],
    },
  },
  {
    name: "stablehlo.concatenate a, b => b, a",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern("concatenate a, b => b, a", hlo.ConcatenateOp, ({ op, inputs }, rewriter) => {
      const [a, b] = inputs;
      if (inputs.length !== 2 || a === undefined || b === undefined || a === b || a.type !== b.type)
        return refuse("it has not two inputs of one type");
      if (isRewritten(op)) return refuse("that was done");
      rewriter.modifyInPlace(op, () => markRewritten(op).setOperands([b, a]));
      return true;
    }),
    witness: {
      text: main(
        "i32",
        "  %r = stablehlo.concatenate %a, %b, dim = 0 : (tensor<2xi32>, tensor<2xi32>) -> tensor<4xi32>",
        "tensor<4xi32>",
      ),
      args: [2, 3],
    },
  },
];
