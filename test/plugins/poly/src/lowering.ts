// The way down: a polynomial becomes the tensor of its coefficients, everywhere, and every op becomes ops of arith, scf and tensor.
import {
  applyPartialConversion, conversionPattern, ConversionTarget, convertOpTypes, definePass, functionTypePattern,
  integerAttr, refuse, TypeConverter, type ConversionPattern, type ConversionRewriter, type Value,
} from "terrace"; // prettier-ignore
import { AddIOp, arithConstant, CmpIOp, constantIndexOp, MulIOp, SelectOp, SubIOp } from "terrace/dialects/arith";
import { buildFor } from "terrace/dialects/scf";
import { ExtractOp, InsertOp } from "terrace/dialects/tensor";
import { ConstantOp, EvalOp, FromTensorOp, LinearOpInterface, MulOp, polynomialAttr, ToTensorOp } from "./ops.ts";
import { coefficientsType, PolyType, ringOf } from "./type.ts";

/** A loop from 0 below `count` that carries one value. */
function loop(
  rewriter: ConversionRewriter,
  count: number,
  init: Value,
  body: (i: Value, carried: Value) => Value,
): Value {
  const at = (value: number): Value => constantIndexOp(rewriter, value);
  const bounds = { lowerBound: at(0), upperBound: at(count), step: at(1), initArgs: [init] };
  return buildFor(rewriter, bounds, (i, [carried = init]) => [body(i, carried)]).op.result();
}

const element = (rewriter: ConversionRewriter, tensor: Value, index: Value): Value =>
  ExtractOp.build(rewriter, { tensor, indices: [index] }).result;

/** %r[(i + j) mod degree] += wrap^((i + j) / degree) * %lhs[i] * %rhs[j], for all i and j */
const multiply = conversionPattern("poly.mul to loops", MulOp, ({ op, result }, adaptor, rewriter) => {
  const { coefficient, degree, wrap } = ringOf(result.type);
  const [a, b] = [adaptor.operand("lhs"), adaptor.operand("rhs")];
  const size = constantIndexOp(rewriter, degree);
  const zero = arithConstant(rewriter, integerAttr(coefficient, 0n));
  const none = arithConstant(rewriter, polynomialAttr(result.type, []));
  const product = loop(rewriter, degree, none, (i, rows) => {
    const x = element(rewriter, a, i);
    return loop(rewriter, degree, rows, (j, sums) => {
      const term = MulIOp.build(rewriter, { lhs: x, rhs: element(rewriter, b, j) }).result;
      const sum = AddIOp.build(rewriter, { lhs: i, rhs: j }).result;
      const condition = CmpIOp.build(rewriter, { predicate: "uge", lhs: sum, rhs: size }).result;
      const reduced = SubIOp.build(rewriter, { lhs: sum, rhs: size }).result;
      const at = SelectOp.build(rewriter, { condition, trueValue: reduced, falseValue: sum }).result;
      const negated = wrap === 1 ? term : SubIOp.build(rewriter, { lhs: zero, rhs: term }).result;
      const signed = SelectOp.build(rewriter, { condition, trueValue: negated, falseValue: term }).result;
      const scalar = AddIOp.build(rewriter, { lhs: element(rewriter, sums, at), rhs: signed }).result;
      return InsertOp.build(rewriter, { scalar, dest: sums, indices: [at] }).result;
    });
  });
  rewriter.replaceOp(op, [product]);
  return true;
});

/** Horner: %r = (... (%c[n - 1] * %x + %c[n - 2]) * %x + ...) * %x + %c[0] */
const evaluate = conversionPattern("poly.eval to a loop", EvalOp, ({ op, polynomial }, adaptor, rewriter) => {
  const { coefficient, degree } = ringOf(polynomial.type);
  const [c, x] = [adaptor.operand("polynomial"), adaptor.operand("point")];
  const last = constantIndexOp(rewriter, degree - 1);
  const zero = arithConstant(rewriter, integerAttr(coefficient, 0n));
  const value = loop(rewriter, degree, zero, (i, sum) => {
    const at = SubIOp.build(rewriter, { lhs: last, rhs: i }).result;
    const lhs = MulIOp.build(rewriter, { lhs: sum, rhs: x }).result;
    return AddIOp.build(rewriter, { lhs, rhs: element(rewriter, c, at) }).result;
  });
  rewriter.replaceOp(op, [value]);
  return true;
});

const elsewhere = (converter: TypeConverter): ConversionPattern => ({
  name: "constants and linear ops to arith, tensors as they are, ops of other dialects on tensors",
  root: undefined,
  convert: (op, adaptor, rewriter) => {
    if (op.definition.dialect !== "poly") return convertOpTypes(op, adaptor, rewriter, converter);
    const { operands } = adaptor;
    const value = ConstantOp.match(op)?.value;
    const onTensors = LinearOpInterface.of(op);
    if (value !== undefined) rewriter.replaceOp(op, [arithConstant(rewriter, value)]);
    else if (onTensors !== undefined) {
      const resultTypes = [coefficientsType(op.result().type)];
      rewriter.replaceOp(op, rewriter.create(onTensors.name, { operands, resultTypes }));
    } else if (op.definition === FromTensorOp || op.definition === ToTensorOp) rewriter.replaceOp(op, operands);
    else return refuse("no linear op");
    return true;
  },
});

export const convertPolyToScf = definePass({
  name: "convert-poly-to-scf",
  summary: "Converts the dialect poly to arith, scf and tensor.",
  dependentDialects: ["arith", "scf", "tensor"],
  run: (root, { listener, fail }) => {
    const converter = new TypeConverter((type) => (PolyType.is(type) ? coefficientsType(type) : type));
    const target = new ConversionTarget().illegalDialects("poly").othersDynamicallyLegal((op) => {
      const signature = op.attribute("function_type");
      const type = signature?.kind === "type" && signature.type.kind === "function" ? signature.type : undefined;
      const isLegal = type === undefined || converter.isLegalFunctionType(type);
      return isLegal && converter.isLegalOp(op) && converter.hasLegalRegions(op);
    });
    const patterns = [multiply, evaluate, functionTypePattern("func.func", converter), elsewhere(converter)];
    const converting = patterns.map((pattern) => ({ ...pattern, converter }));
    for (const problem of applyPartialConversion(root, target, converting, { listener })) fail(problem);
  },
});
