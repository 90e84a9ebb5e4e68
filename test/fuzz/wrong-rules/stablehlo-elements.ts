// Wrong rules on stablehlo's arithmetic and its regions: bounds in the wrong order, a conversion left out, a trip too many.
import * as hlo from "../../../dialects/stablehlo/index.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { isRewritten, markRewritten, onTensors, type WrongRule } from "./wrong-rule.ts";

const dialects = ["stablehlo", "tensor"] as const;

export const stablehloElementRules: readonly WrongRule[] = [
  {
    name: "clamp(lo, x, hi) => maximum(minimum(x, hi), lo)",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern("clamp => max of min", hlo.ClampOp, ({ op, min, max, operand }, rewriter) => {
      if (min.type !== operand.type || max.type !== operand.type) return refuse("a bound is a scalar");
      const upper = hlo.MinOp.build(rewriter, { lhs: operand, rhs: max }).result;
      rewriter.replaceOp(op, hlo.MaxOp.build(rewriter, { lhs: upper, rhs: min }).result);
      return true;
    }),
    witness: {
      text: onTensors(
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
    dialects,
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
      text: onTensors(
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
    dialects,
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
      text: onTensors(
        "  %r = stablehlo.reduce(%q init: %s) applies stablehlo.add across dimensions = [0] : (tensor<4xi32>, tensor<i32>) -> tensor<i32>",
        "tensor<i32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "stablehlo.while => its body at least once",
    mistake: "trip count",
    dialects,
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
      text: onTensors(
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
    dialects,
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
      text: onTensors(
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
    dialects,
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
