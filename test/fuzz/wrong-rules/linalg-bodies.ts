// Wrong rules on linalg: iterators and maps that are changed apart, reductions that lose what they start from, indices.
import {
  BroadcastOp, FillOp, GenericOp, IndexOp, linalgOp, MatmulOp, ReduceOp,
} from "../../../dialects/linalg/index.ts"; // prettier-ignore
import { EmptyOp } from "../../../dialects/tensor/index.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import { affineMapAttr, arrayAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { elementTypeOf, isIntegerOrIndex, isStaticShape } from "../../../ir/core/types.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { integer, isRewritten, markRewritten, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "linalg", "tensor"] as const;
const main = (
  body: string,
): string => `#id = affine_map<(d0, d1) -> (d0, d1)>\n#row = affine_map<(d0, d1) -> (d0)>\n#tr = affine_map<(d0, d1) -> (d1, d0)>
func.func @main(%x: i32, %y: i32) -> tensor<2x2xi32> {
  %c0 = arith.constant 0 : i32
  %q = tensor.from_elements %x, %y, %x, %x : tensor<2x2xi32>
  %p = tensor.from_elements %y, %x, %x, %y : tensor<2x2xi32>
  %e = tensor.from_elements %x, %x, %x, %x : tensor<2x2xi32>
  %v = tensor.from_elements %x, %y : tensor<2xi32>
  %w = tensor.from_elements %y, %y : tensor<2xi32>
${body}
  return %r : tensor<2x2xi32>
}
`;
const exchange = AffineMap.projection(2, [1, 0]);
const returningRow = (text: string): string =>
  text
    .replace("-> tensor<2x2xi32> {", "-> tensor<2xi32> {")
    .replace("return %r : tensor<2x2xi32>", "return %r : tensor<2xi32>");

export const linalgBodyRules: readonly WrongRule[] = [
  {
    name: "matmul a, b => matmul b, a",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern("matmul of squares exchanged", MatmulOp, ({ op }, rewriter) => {
      const [a, b] = op.operands;
      if (a === undefined || b === undefined || a.type !== b.type || a === b || isRewritten(op))
        return refuse("the types differ");
      rewriter.modifyInPlace(op, () => {
        markRewritten(op).setOperand(0, b);
        op.setOperand(1, a);
      });
      return true;
    }),
    witness: {
      text: main(
        "  %r = linalg.matmul ins(%q, %p : tensor<2x2xi32>, tensor<2x2xi32>) outs(%e : tensor<2x2xi32>) -> tensor<2x2xi32>",
      ),
      args: [1, 2],
    },
  },
  {
    name: "matmul into a fill => into an empty tensor",
    mistake: "poison",
    dialects,
    leftOps: 4,
    pattern: pattern("matmul into a fill => into tensor.empty", MatmulOp, ({ op }, rewriter) => {
      const fill = FillOp.match(op.operand(2).definingOp);
      const type = op.operand(2).type;
      if (fill === undefined || type.kind !== "tensor" || !isStaticShape(type.shape)) return refuse("no static fill");
      rewriter.setOperand(op, 2, EmptyOp.build(rewriter, { dynamicSizes: [], resultTypes: [type] }).result);
      return true;
    }),
    witness: {
      text: main(
        `  %f = linalg.fill ins(%c0 : i32) outs(%e : tensor<2x2xi32>) -> tensor<2x2xi32>
  %r = linalg.matmul ins(%q, %p : tensor<2x2xi32>, tensor<2x2xi32>) outs(%f : tensor<2x2xi32>) -> tensor<2x2xi32>`,
      ),
      args: [1, 2],
    },
  },
  {
    name: "matmul into a fill of a constant => into a fill of 0",
    mistake: "guard",
    dialects,
    leftOps: 3,
    pattern: pattern("matmul into a fill => into a fill of 0", MatmulOp, ({ op }, rewriter) => {
      const fill = FillOp.match(op.operand(2).definingOp);
      const value = fill?.op.operand(0);
      if (fill === undefined || value === undefined || !isIntegerOrIndex(value.type)) return refuse("no fill");
      if ((integerConstant(value) ?? 0n) === 0n) return refuse("it is 0, or no constant");
      const zero = integer(rewriter, value.type, 0n);
      const copy = rewriter.clone(fill.op);
      copy.setOperand(0, zero);
      rewriter.setOperand(op, 2, copy.result());
      return true;
    }),
    witness: {
      text: main(
        `  %c1 = arith.constant 1 : i32
  %f = linalg.fill ins(%c1 : i32) outs(%e : tensor<2x2xi32>) -> tensor<2x2xi32>
  %r = linalg.matmul ins(%q, %p : tensor<2x2xi32>, tensor<2x2xi32>) outs(%f : tensor<2x2xi32>) -> tensor<2x2xi32>`,
      ),
      args: [1, 2],
    },
  },
  {
    name: "generic with its loops exchanged, in the inputs' maps only",
    mistake: "index",
    dialects,
    leftOps: 4,
    pattern: pattern("generic => its inputs read transposed", GenericOp, ({ op }, rewriter) => {
      const view = linalgOp(op);
      if (view === undefined || isRewritten(op) || view.inputs.length === 0) return refuse("it has no inputs");
      if (view.maps.some((map) => map.dims !== 2 || !map.isPermutation)) return refuse("no permutations of two loops");
      if (view.inputs.some(({ type }) => type !== view.inits[0]?.type)) return refuse("the types differ");
      const { type } = view.inits[0] ?? {};
      if (type?.kind !== "tensor" || type.shape[0] !== type.shape[1]) return refuse("it is no square");
      const maps = view.maps.map((map, i) =>
        affineMapAttr(op.context, i < view.inputCount ? map.compose(exchange) : map),
      );
      rewriter.modifyInPlace(op, () => markRewritten(op).setAttribute("indexing_maps", arrayAttr(op.context, maps)));
      return true;
    }),
    witness: {
      text: main(
        `  %r = linalg.generic {indexing_maps = [#tr, #id], iterator_types = ["parallel", "parallel"]}
    ins(%q : tensor<2x2xi32>) outs(%e : tensor<2x2xi32>) {
  ^bb0(%a: i32, %b: i32):
    %s = arith.addi %a, %a : i32
    linalg.yield %s : i32
  } -> tensor<2x2xi32>`,
      ),
      args: [1, 2],
    },
  },
  {
    name: "linalg.index 0 => linalg.index 1",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("linalg.index d => linalg.index d + 1", IndexOp, ({ op, dim, result }, rewriter) => {
      const loops = linalgOp(op.parentOp)?.iterators.length ?? 0;
      if (dim !== 0 || loops < 2 || !result.hasUses) return refuse("there is no next loop");
      rewriter.replaceOp(op, IndexOp.build(rewriter, { dim: 1 }).result);
      return true;
    }),
    witness: {
      text: main(
        `  %r = linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]}
    outs(%e : tensor<2x2xi32>) {
  ^bb0(%b: i32):
    %i = linalg.index 0 : index
    %s = arith.index_cast %i : index to i32
    linalg.yield %s : i32
  } -> tensor<2x2xi32>`,
      ),
      args: [1, 2],
    },
  },
  {
    name: "linalg.reduce along one dimension => along the other, of a square",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: pattern("reduce [0] => reduce [1]", ReduceOp, ({ op, dimensions }, rewriter) => {
      const { type } = op.operand(0);
      if (type.kind !== "tensor" || type.shape.length !== 2 || dimensions.length !== 1 || isRewritten(op))
        return refuse("it is no reduction along one of two dimensions");
      if (type.shape[0] !== type.shape[1] || !isStaticShape(type.shape)) return refuse("it is no square");
      const other = i64ArrayAttr(op.context, [dimensions[0] === 0 ? 1 : 0]);
      rewriter.modifyInPlace(op, () => markRewritten(op).setAttribute("dimensions", other));
      return true;
    }),
    witness: {
      text: returningRow(
        main("  %r = linalg.reduce { arith.addi } ins(%q : tensor<2x2xi32>) outs(%v : tensor<2xi32>) dimensions = [0]"),
      ),
      args: [1, 2],
    },
  },
  {
    name: "reduce(broadcast x) => x",
    mistake: "trip count",
    dialects,
    leftOps: 3,
    pattern: pattern("reduce(broadcast x) => x", ReduceOp, ({ op }, rewriter) => {
      const spread = BroadcastOp.match(op.operand(0).definingOp);
      const source = spread?.op.operand(0);
      if (op.resultCount !== 1 || source?.type !== op.result().type) return refuse("it reduces no broadcast");
      rewriter.replaceOp(op, source);
      return true;
    }),
    witness: {
      text: returningRow(
        main(
          `  %b = linalg.broadcast ins(%v : tensor<2xi32>) outs(%e : tensor<2x2xi32>) dimensions = [0]
  %r = linalg.reduce { arith.addi } ins(%b : tensor<2x2xi32>) outs(%w : tensor<2xi32>) dimensions = [0]`,
        ),
      ),
      args: [1, 2],
    },
  },
  {
    name: "generic that sums along a loop => of parallel loops",
    mistake: "effect",
    dialects,
    leftOps: 4,
    pattern: pattern("generic that reduces => reads its init's element once", GenericOp, ({ op }, rewriter) => {
      const view = linalgOp(op);
      const argument = view?.body.arguments.at(-1);
      if (view === undefined || argument === undefined || !view.iterators.includes("reduction"))
        return refuse("it does not reduce");
      const other = view.body.arguments[0];
      if (other === undefined || other === argument || other.type !== argument.type || !argument.hasUses)
        return refuse("it does not add up");
      if (!isIntegerOrIndex(elementTypeOf(argument.type))) return refuse("no integers");
      rewriter.replaceAllUsesWith(argument, other);
      return true;
    }),
    witness: {
      text: returningRow(
        main(
          `  %r = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
    ins(%q : tensor<2x2xi32>) outs(%v : tensor<2xi32>) {
  ^bb0(%a: i32, %b: i32):
    %s = arith.addi %a, %b : i32
    linalg.yield %s : i32
  } -> tensor<2xi32>`,
        ),
      ),
      args: [1, 2],
    },
  },
];
