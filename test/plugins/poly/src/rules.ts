// Rules that canonicalize applies: constants are gathered, and what cancels is gone.
import { constantOf, match, refuse, rule, val, where, type Rewriter, type Value } from "terrace";
import { AddOp, ConstantOp, FromTensorOp, MulOp, polynomialAttr, SubOp, ToTensorOp } from "./ops.ts";

const constant = <const N extends string>(name: N) =>
  where(val(name), (value) => constantOf(value) !== undefined, "is no constant");

const isZero = (value: Value): boolean => constantOf(value) === polynomialAttr(value.type, []);

const zeroLike = (r: Rewriter, { type }: Value) =>
  ConstantOp.build(r, { value: polynomialAttr(type, []), resultTypes: [type] }).result;

export const polyRules = [
  ...([["+", AddOp], ["*", MulOp]] as const).map(([sign, Op]) =>
    rule(
      `(p ${sign} c) ${sign} d => p ${sign} (c ${sign} d)`,
      match(Op, { lhs: match(Op, { lhs: val("p"), rhs: constant("c") }), rhs: constant("d") }),
      ({ p, c, d }, r) => Op.build(r, { lhs: p, rhs: Op.build(r, { lhs: c, rhs: d }).result }),
    ),
  ), // prettier-ignore
  rule(
    "p * s + q * s => (p + q) * s",
    match(AddOp, {
      lhs: match(MulOp, { lhs: val("p"), rhs: val("s") }),
      rhs: match(MulOp, { lhs: val("q"), rhs: val("s") }),
    }),
    ({ p, q, s }, r) => MulOp.build(r, { lhs: AddOp.build(r, { lhs: p, rhs: q }).result, rhs: s }),
  ),
  ...([["+", AddOp, "-", SubOp], ["-", SubOp, "+", AddOp]] as const).map(([first, Inner, second, Outer]) =>
    rule(
      `(p ${first} q) ${second} q => p`,
      match(Outer, { lhs: match(Inner, { lhs: val("p"), rhs: val("q") }), rhs: val("q") }),
      ({ p }) => p,
    ),
  ), // prettier-ignore
  rule("p - p => 0", match(SubOp, { lhs: val("p"), rhs: val("p") }), ({ p }, r) => [zeroLike(r, p)]),
  rule("p * 0 => 0", match(MulOp, { rhs: where(val("zero"), isZero, "is not 0") }), ({ zero }) => zero),
  rule(
    "tensor(polynomial(t)) => t",
    match(ToTensorOp, { polynomial: match(FromTensorOp, { coefficients: val("t") }) }),
    ({ t }) => t,
  ),
  rule(
    "polynomial(tensor(p)) => p, where both are of one ring",
    match(FromTensorOp, { coefficients: match(ToTensorOp, { polynomial: val("p") }) }),
    ({ p }, _, root) => (p.type === root.result().type ? p : refuse("the moduli differ")),
  ),
];
