// Wrong rules on complex numbers, functions of math, and the index dialect.
import { AddFOp, arithConstant, CmpFOp, floatConstantAttr, MulFOp, SelectOp } from "../../../dialects/arith/index.ts";
import * as complex from "../../../dialects/complex/index.ts";
import * as index from "../../../dialects/index/index.ts";
import * as math from "../../../dialects/math/index.ts";
import { indexAttr } from "../../../ir/core/attribute-constructors.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { match, rule, val } from "../../../ir/rewrite/rule.ts";
import { folder, isRewritten, markRewritten, returning, type WrongRule } from "./wrong-rule.ts";

const complexMain = (body: string): string => `func.func @main(%x: f32, %y: f32) -> (f32, f32) {
  %a = complex.create %x, %y : complex<f32>
${body}
  %re = complex.re %r : complex<f32>
  %im = complex.im %r : complex<f32>
  return %re, %im : f32, f32
}
`;
const withComplex = ["arith", "complex"] as const;
const withMath = ["arith", "math"] as const;
const float1 = (op: string): string => returning("%x: f32", `  %r = math.${op} %x : f32`, "%r", "f32");
const indexBinary = (op: string): string =>
  returning("%x: index, %y: index", `  %r = index.${op} %x, %y`, "%r", "index");

export const numberRules: readonly WrongRule[] = [
  {
    name: "log(exp z) => z of complex numbers",
    mistake: "boundary",
    source: "llvm/llvm-project#212781",
    dialects: withComplex,
    leftOps: 2,
    pattern: folder(
      "log(exp z) => z",
      complex.LogOp,
      ({ complex: value }) => complex.ExpOp.match(value.definingOp)?.complex,
    ),
    witness: {
      text: complexMain("  %e = complex.exp %a : complex<f32>\n  %r = complex.log %e : complex<f32>"),
      args: [0, 4],
    },
  },
  {
    name: "z + (0, 0) => z",
    mistake: "signed zero",
    source: "llvm/llvm-project#212751",
    dialects: withComplex,
    leftOps: 2,
    pattern: folder("z + (0, 0) => z", complex.AddOp, ({ lhs, rhs }) => {
      const zero = constantOf(rhs);
      if (zero?.kind !== "array") return undefined;
      return zero.elements.every((part) => part.kind === "float" && part.bits === 0n) ? lhs : undefined;
    }),
    witness: {
      text: complexMain(
        "  %z = complex.constant [0.0 : f32, 0.0 : f32] : complex<f32>\n  %r = complex.add %a, %z : complex<f32>",
      ),
      args: [-0, 1],
    },
  },
  {
    name: "(a - b) + b => a of complex numbers",
    mistake: "rounding",
    source: "llvm/llvm-project#221384",
    dialects: withComplex,
    leftOps: 2,
    pattern: rule(
      "(a - b) + b => a",
      match(complex.AddOp, { lhs: match(complex.SubOp, { lhs: val("a"), rhs: val("b") }), rhs: val("b") }),
      ({ a }) => a,
    ),
    witness: {
      text: complexMain(`  %b = complex.create %y, %x : complex<f32>
  %d = complex.sub %a, %b : complex<f32>
  %r = complex.add %d, %b : complex<f32>`),
      args: [1, Math.fround(1e30)],
    },
  },
  {
    name: "conj(a * b) => conj a * b",
    mistake: "operand order",
    dialects: withComplex,
    leftOps: 2,
    pattern: rule(
      "conj(a * b) => conj a * b",
      match(complex.ConjOp, { complex: match(complex.MulOp, { lhs: val("a"), rhs: val("b") }) }),
      ({ a, b }, rewriter) =>
        complex.MulOp.build(rewriter, { lhs: complex.ConjOp.build(rewriter, { complex: a }).result, rhs: b }),
    ),
    witness: {
      text: complexMain("  %p = complex.mul %a, %a : complex<f32>\n  %r = complex.conj %p : complex<f32>"),
      args: [1, 2],
    },
  },
  {
    name: "create(im z, re z) => z",
    mistake: "operand order",
    dialects: withComplex,
    leftOps: 3,
    pattern: folder("create(im z, re z) => z", complex.CreateOp, ({ real, imaginary }) => {
      const [im, re] = [complex.ImOp.match(real.definingOp), complex.ReOp.match(imaginary.definingOp)];
      return im !== undefined && im.complex === re?.complex ? im.complex : undefined;
    }),
    witness: {
      text: complexMain(`  %i = complex.im %a : complex<f32>
  %e = complex.re %a : complex<f32>
  %r = complex.create %i, %e : complex<f32>`),
      args: [1, 2],
    },
  },
  {
    name: "-(a - b) => b - a of complex numbers",
    mistake: "signed zero",
    dialects: withComplex,
    leftOps: 2,
    pattern: rule(
      "-(a - b) => b - a",
      match(complex.NegOp, { complex: match(complex.SubOp, { lhs: val("a"), rhs: val("b") }) }),
      ({ a, b }, rewriter) => complex.SubOp.build(rewriter, { lhs: b, rhs: a }),
    ),
    witness: {
      text: complexMain("  %d = complex.sub %a, %a : complex<f32>\n  %r = complex.neg %d : complex<f32>"),
      args: [1, 2],
    },
  },
  {
    name: "re(a * b) => re a * re b",
    mistake: "guard",
    dialects: withComplex,
    leftOps: 2,
    pattern: rule(
      "re(a * b) => re a * re b",
      match(complex.ReOp, { complex: match(complex.MulOp, { lhs: val("a"), rhs: val("b") }) }),
      ({ a, b }, rewriter) => {
        const [lhs, rhs] = [
          complex.ReOp.build(rewriter, { complex: a }).real,
          complex.ReOp.build(rewriter, { complex: b }).real,
        ];
        return MulFOp.build(rewriter, { lhs, rhs });
      },
    ),
    witness: {
      text: `func.func @main(%x: f32, %y: f32) -> f32 {
        %a = complex.create %x, %y : complex<f32>
        %p = complex.mul %a, %a : complex<f32>
        %r = complex.re %p : complex<f32>
        return %r : f32
      }`,
      args: [1, 2],
    },
  },
  {
    name: "ceil x => trunc x + (x > trunc x ? 1 : 0)",
    mistake: "signed zero",
    source: "llvm/llvm-project#218111",
    dialects: withMath,
    leftOps: 1,
    pattern: pattern("ceil x => trunc x + (x > trunc x)", math.CeilOp, ({ op, operand, result }, rewriter) => {
      const number = (value: number): typeof operand | undefined => {
        const attribute = floatConstantAttr(result.type, value);
        return attribute && arithConstant(rewriter, attribute);
      };
      const [one, zero] = [number(1), number(0)];
      if (one === undefined || zero === undefined) return refuse("the type has no constants");
      const whole = math.TruncOp.build(rewriter, { operand }).result;
      const condition = CmpFOp.build(rewriter, { predicate: "ogt", lhs: operand, rhs: whole }).result;
      const rhs = SelectOp.build(rewriter, { condition, trueValue: one, falseValue: zero }).result;
      rewriter.replaceOp(op, AddFOp.build(rewriter, { lhs: whole, rhs }).result);
      return true;
    }),
    witness: { text: float1("ceil"), args: [-0.25] },
  },
  {
    name: "powf(a, b) => exp(b * log a)",
    mistake: "NaN",
    source: "llvm/llvm-project#193231",
    dialects: withMath,
    leftOps: 1,
    pattern: rule(
      "powf(a, b) => exp(b * log a)",
      match(math.PowFOp, { lhs: val("a"), rhs: val("b") }),
      ({ a, b }, rewriter) => {
        const lhs = math.LogOp.build(rewriter, { operand: a }).result;
        return math.ExpOp.build(rewriter, { operand: MulFOp.build(rewriter, { lhs, rhs: b }).result });
      },
    ),
    witness: {
      text: returning("%x: f32, %y: f32", "  %r = math.powf %x, %y : f32", "%r", "f32"),
      args: [-2, 2],
    },
  },
  {
    name: "sqrt(x * x) => x",
    mistake: "signedness",
    dialects: withMath,
    leftOps: 2,
    pattern: pattern("sqrt(x * x) => x", math.SqrtOp, ({ op, operand }, rewriter) => {
      const square = MulFOp.match(operand.definingOp);
      if (square === undefined || square.lhs !== square.rhs) return refuse("it is the root of no square");
      rewriter.replaceOp(op, square.lhs);
      return true;
    }),
    witness: {
      text: returning("%x: f32", "  %s = arith.mulf %x, %x : f32\n  %r = math.sqrt %s : f32", "%r", "f32"),
      args: [-2],
    },
  },
  {
    name: "round x => roundeven x",
    mistake: "rounding",
    dialects: withMath,
    leftOps: 1,
    pattern: rule("round x => roundeven x", match(math.RoundOp, { operand: val("x") }), ({ x }, rewriter) =>
      math.RoundEvenOp.build(rewriter, { operand: x }),
    ),
    witness: { text: float1("round"), args: [0.5] },
  },
  {
    name: "absi(absi x) => x",
    mistake: "signedness",
    dialects: withMath,
    leftOps: 2,
    pattern: rule(
      "absi(absi x) => x",
      match(math.AbsIOp, { operand: match(math.AbsIOp, { operand: val("x") }) }),
      ({ x }) => x,
    ),
    witness: {
      text: returning("%x: i8", "  %a = math.absi %x : i8\n  %r = math.absi %a : i8", "%r", "i8"),
      args: [-3],
    },
  },
  {
    name: "copysign(x, y) => copysign(y, x)",
    mistake: "operand order",
    dialects: withMath,
    leftOps: 1,
    pattern: pattern("copysign(x, y) => copysign(y, x)", math.CopySignOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs === rhs || isRewritten(op)) return refuse("both are one");
      const made = math.CopySignOp.build(rewriter, { lhs: rhs, rhs: lhs });
      markRewritten(made.op);
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: returning("%x: f32, %y: f32", "  %r = math.copysign %x, %y : f32", "%r", "f32"),
      args: [1, -2],
    },
  },
  {
    name: "fma(a, b, c) => a * b + c",
    mistake: "rounding",
    dialects: withMath,
    leftOps: 1,
    pattern: rule(
      "fma(a, b, c) => a * b + c",
      match(math.FmaOp, { a: val("a"), b: val("b"), c: val("c") }),
      ({ a, b, c }, rewriter) =>
        AddFOp.build(rewriter, { lhs: MulFOp.build(rewriter, { lhs: a, rhs: b }).result, rhs: c }),
    ),
    witness: {
      text: returning("%a: f32, %b: f32, %c: f32", "  %r = math.fma %a, %b, %c : f32", "%r", "f32"),
      args: [Math.fround(1 + 2 ** -12), Math.fround(1 + 2 ** -12), -1],
    },
  },
  {
    name: "index.ceildivs(c0, c1) => -(-c0 / c1), folded modulo 2^64",
    mistake: "overflow",
    source: "llvm/llvm-project#223127",
    dialects: ["index"],
    leftOps: 3,
    pattern: folder("index.ceildivs(c0, c1) => -(-c0 / c1)", index.CeilDivSOp, ({ op, lhs, rhs }) => {
      const [n, m] = [integerConstant(lhs), integerConstant(rhs)];
      if (n === undefined || m === undefined || n >= 0n || m <= 0n) return undefined;
      return indexAttr(op.context, -(BigInt.asIntN(64, -n) / m));
    }),
    witness: {
      text: returning(
        "",
        "  %n = index.constant -9223372036854775808\n  %m = index.constant 2\n  %r = index.ceildivs %n, %m",
        "%r",
        "index",
      ),
    },
  },
  {
    name: "index.divs(x, y) => index.floordivs(x, y)",
    mistake: "rounding",
    dialects: ["index"],
    leftOps: 1,
    pattern: rule(
      "index.divs(x, y) => index.floordivs(x, y)",
      match(index.DivSOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => index.FloorDivSOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: { text: indexBinary("divs"), args: [-1, 2] },
  },
  {
    name: "index.shru(x, y) => index.shrs(x, y)",
    mistake: "signedness",
    dialects: ["index"],
    leftOps: 1,
    pattern: rule(
      "index.shru(x, y) => index.shrs(x, y)",
      match(index.ShrUOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => index.ShrSOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: { text: indexBinary("shru"), args: [-1, 1] },
  },
  {
    name: "index.casts(index.castu x) => x of the type before",
    mistake: "signedness",
    dialects: ["index"],
    leftOps: 2,
    pattern: folder("index.castu(index.casts x) => x", index.CastUOp, ({ input, output }) => {
      const inner = index.CastSOp.match(input.definingOp);
      return inner?.input.type === output.type ? inner.input : undefined;
    }),
    witness: {
      text: returning(
        "%x: index",
        "  %n = index.casts %x : index to i32\n  %r = index.castu %n : i32 to index",
        "%r",
        "index",
      ),
      args: [-1],
    },
  },
];
