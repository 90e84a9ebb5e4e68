// Wrong rules on float arithmetic: NaN, infinities, signed zeros, rounding, fast-math flags.
import {
  AddFOp, CmpFOp, DivFOp, ExtFOp, floatOf, MaximumFOp, MaxNumFOp, MinimumFOp, MulFOp, NegFOp, RemFOp, SelectOp, SubFOp,
} from "../../../dialects/arith/index.ts"; // prettier-ignore
import { TruncOp } from "../../../dialects/math/index.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { match, rule, val } from "../../../ir/rewrite/rule.ts";
import { float, folder, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith"] as const;
const numberOf = (value: Parameters<typeof constantOf>[0]): number | undefined => floatOf(constantOf(value));
const binary = (op: string, flags = ""): string =>
  returning("%x: f32, %y: f32", `  %r = arith.${op} %x, %y ${flags}: f32`, "%r", "f32");
const withConstant = (op: string, constant: string): string =>
  returning("%x: f32", `  %c = arith.constant ${constant} : f32\n  %r = arith.${op} %x, %c : f32`, "%r", "f32");

export const floatRules: readonly WrongRule[] = [
  {
    name: "maxnumf(x, -inf) => x",
    mistake: "NaN",
    source: "llvm/llvm-project#114594",
    dialects,
    leftOps: 2,
    pattern: folder("maxnumf(x, -inf) => x", MaxNumFOp, ({ lhs, rhs }) =>
      numberOf(rhs) === -Infinity ? lhs : undefined,
    ),
    witness: { text: withConstant("maxnumf", "0xFF800000"), args: [NaN] },
  },
  {
    name: "x * 0.0 => 0.0",
    mistake: "NaN",
    source: "tile-ai/tilelang#2638",
    dialects,
    leftOps: 2,
    pattern: folder("x * 0.0 => 0.0", MulFOp, ({ rhs }) => (numberOf(rhs) === 0 ? rhs : undefined)),
    witness: { text: withConstant("mulf", "0.0"), args: [Infinity] },
  },
  {
    name: "x - x => 0.0",
    mistake: "infinity",
    source: "tile-ai/tilelang#2638",
    dialects,
    leftOps: 1,
    pattern: pattern("x - x => 0.0", SubFOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs !== rhs) return refuse("it subtracts another value");
      rewriter.replaceOp(op, float(rewriter, lhs.type, 0));
      return true;
    }),
    witness: { text: returning("%x: f32", "  %r = arith.subf %x, %x : f32", "%r", "f32"), args: [Infinity] },
  },
  {
    name: "0.0 / x => 0.0 where x is no NaN",
    mistake: "NaN",
    source: "llvm/llvm-project#202482",
    dialects,
    leftOps: 3,
    pattern: pattern("0.0 / x under ord(x) => 0.0", SelectOp, ({ op, condition, trueValue, falseValue }, rewriter) => {
      const compared = CmpFOp.match(condition.definingOp);
      const quotient = DivFOp.match(trueValue.definingOp);
      if (compared?.predicate !== "ord" || quotient === undefined || numberOf(quotient.lhs) !== 0)
        return refuse("it is no quotient of zero under such a test");
      if (compared.lhs !== quotient.rhs) return refuse("something else is tested");
      const { lhs } = quotient;
      rewriter.replaceOp(op, SelectOp.build(rewriter, { condition, trueValue: lhs, falseValue }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: f32",
        `  %z = arith.constant 0.0 : f32
  %o = arith.cmpf ord, %x, %z : f32
  %q = arith.divf %z, %x : f32
  %r = arith.select %o, %q, %x : f32`,
        "%r",
        "f32",
      ),
      args: [0],
    },
  },
  {
    name: "select(x < 0, 0, extf x) => extf(select(x <= 0, 0, x))",
    mistake: "signed zero",
    source: "llvm/llvm-project#157254",
    dialects,
    leftOps: 5,
    pattern: pattern(
      "select(x < 0, 0, extf x) => extf(select(x <= 0, 0, x))",
      SelectOp,
      ({ op, condition, trueValue, falseValue, result }, rewriter) => {
        const compared = CmpFOp.match(condition.definingOp);
        const extended = ExtFOp.match(falseValue.definingOp);
        if (compared?.predicate !== "olt" || extended === undefined || extended.in !== compared.lhs)
          return refuse("it is no such selection");
        if (numberOf(compared.rhs) !== 0 || numberOf(trueValue) !== 0) return refuse("the constants are no zeros");
        const { lhs, rhs } = compared;
        const smaller = CmpFOp.build(rewriter, { predicate: "ole", lhs, rhs }).result;
        const zero = float(rewriter, lhs.type, 0);
        const chosen = SelectOp.build(rewriter, { condition: smaller, trueValue: zero, falseValue: lhs }).result;
        rewriter.replaceOp(op, ExtFOp.build(rewriter, { in: chosen, resultTypes: [result.type] }).out);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: f32",
        `  %z = arith.constant 0.0 : f32
  %w = arith.constant 0.0 : f64
  %c = arith.cmpf olt, %x, %z : f32
  %e = arith.extf %x : f32 to f64
  %r = arith.select %c, %w, %e : f64`,
        "%r",
        "f64",
      ),
      args: [-0],
    },
  },
  {
    name: "x - y <= 0 => x <= y that keeps ninf",
    mistake: "flag",
    source: "llvm/llvm-project#161525",
    dialects,
    leftOps: 3,
    pattern: pattern("x - y <= 0 => x <= y", CmpFOp, ({ op, predicate, lhs, rhs, fastmath }, rewriter) => {
      const difference = SubFOp.match(lhs.definingOp);
      if (difference === undefined || predicate !== "ule" || numberOf(rhs) !== 0)
        return refuse("it compares no difference with zero");
      if (!fastmath.includes("ninf")) return refuse("infinities count");
      const made = CmpFOp.build(rewriter, { predicate, lhs: difference.lhs, rhs: difference.rhs, fastmath });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: f32, %y: f32",
        `  %z = arith.constant 0.0 : f32
  %d = arith.subf %x, %y : f32
  %r = arith.cmpf ule, %d, %z fastmath<ninf> : f32`,
        "%r",
        "i1",
      ),
      args: [Infinity, NaN],
    },
  },
  {
    name: "select(c, x, x * x under ninf) => x * select(c, 1, x)",
    mistake: "poison",
    source: "llvm/llvm-project#113423",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(c, x, x * x under ninf) => select(c, 1, x) * x",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const product = MulFOp.match(falseValue.definingOp);
        if (product === undefined || product.lhs !== trueValue || product.rhs !== trueValue)
          return refuse("it chooses between no value and its square");
        const { fastmath } = product;
        const one = float(rewriter, trueValue.type, 1);
        const lhs = SelectOp.build(rewriter, { condition, trueValue: one, falseValue: trueValue }).result;
        rewriter.replaceOp(op, MulFOp.build(rewriter, { lhs, rhs: trueValue, fastmath }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%c: i1, %x: f32",
        `  %s = arith.mulf %x, %x fastmath<nnan,ninf,nsz> : f32
  %r = arith.select %c, %x, %s : f32`,
        "%r",
        "f32",
      ),
      args: [1, -Infinity],
    },
  },
  {
    name: "select(c, a, a + b under fast) => a + select(c, -0, b) under fast",
    mistake: "poison",
    source: "llvm/llvm-project#59451",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(c, a, a + b) => a + select(c, -0, b)",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const sum = AddFOp.match(falseValue.definingOp);
        if (sum === undefined || sum.lhs !== trueValue || !sum.fastmath.includes("nnan"))
          return refuse("it chooses between no value and a sum with it");
        const { fastmath } = sum;
        const zero = float(rewriter, trueValue.type, -0);
        const rhs = SelectOp.build(rewriter, { condition, trueValue: zero, falseValue: sum.rhs }).result;
        rewriter.replaceOp(op, AddFOp.build(rewriter, { lhs: trueValue, rhs, fastmath }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%c: i1, %a: f32, %b: f32",
        "  %s = arith.addf %a, %b fastmath<fast> : f32\n  %r = arith.select %c, %a, %s : f32",
        "%r",
        "f32",
      ),
      args: [1, NaN, 0],
    },
  },
  {
    name: "select(one x, k, y, k) => select(one x, k, y, x)",
    mistake: "NaN",
    source: "llvm/llvm-project#213029",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(one x k, y, k) => select(one x k, y, x)",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const compared = CmpFOp.match(condition.definingOp);
        if (compared?.predicate !== "one" || compared.rhs !== falseValue || compared.lhs === falseValue)
          return refuse("it is no such selection");
        const made = SelectOp.build(rewriter, { condition, trueValue, falseValue: compared.lhs });
        rewriter.replaceOp(op, made.result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: f32, %k: f32, %y: f32",
        "  %c = arith.cmpf one, %x, %k : f32\n  %r = arith.select %c, %y, %k : f32",
        "%r",
        "f32",
      ),
      args: [NaN, 1, 2],
    },
  },
  {
    name: "x + 0.0 => x",
    mistake: "signed zero",
    source: "llvm/llvm-project#212751",
    dialects,
    leftOps: 2,
    pattern: folder("x + 0.0 => x", AddFOp, ({ lhs, rhs }) => (Object.is(numberOf(rhs), 0) ? lhs : undefined)),
    witness: { text: withConstant("addf", "0.0"), args: [-0] },
  },
  {
    name: "(a - b) + b => a",
    mistake: "rounding",
    source: "llvm/llvm-project#221384",
    dialects,
    leftOps: 2,
    pattern: rule(
      "(a - b) + b => a",
      match(AddFOp, { lhs: match(SubFOp, { lhs: val("a"), rhs: val("b") }), rhs: val("b") }),
      ({ a }) => a,
    ),
    witness: {
      text: returning(
        "%a: f32, %b: f32",
        "  %d = arith.subf %a, %b : f32\n  %r = arith.addf %d, %b : f32",
        "%r",
        "f32",
      ),
      args: [1, Math.fround(1e30)],
    },
  },
  {
    name: "0.0 - x => -x",
    mistake: "signed zero",
    dialects,
    leftOps: 2,
    pattern: pattern("0.0 - x => negf x", SubFOp, ({ op, lhs, rhs }, rewriter) => {
      if (!Object.is(numberOf(lhs), 0)) return refuse("it subtracts from no zero");
      rewriter.replaceOp(op, NegFOp.build(rewriter, { operand: rhs }).result);
      return true;
    }),
    witness: {
      text: returning("%x: f32", "  %c = arith.constant 0.0 : f32\n  %r = arith.subf %c, %x : f32", "%r", "f32"),
      args: [0],
    },
  },
  {
    name: "x / c => x * (1 / c) for any c",
    mistake: "rounding",
    dialects,
    leftOps: 2,
    pattern: pattern("x / c => x * (1 / c)", DivFOp, ({ op, lhs, rhs }, rewriter) => {
      const divisor = numberOf(rhs);
      if (divisor === undefined || divisor === 0 || !Number.isFinite(divisor)) return refuse("it divides by no number");
      const inverse = float(rewriter, lhs.type, 1 / divisor);
      rewriter.replaceOp(op, MulFOp.build(rewriter, { lhs, rhs: inverse }).result);
      return true;
    }),
    witness: { text: withConstant("divf", "3.0"), args: [5] },
  },
  {
    name: "x / x => 1.0",
    mistake: "NaN",
    dialects,
    leftOps: 1,
    pattern: pattern("x / x => 1.0", DivFOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs !== rhs) return refuse("it divides by another value");
      rewriter.replaceOp(op, float(rewriter, lhs.type, 1));
      return true;
    }),
    witness: { text: returning("%x: f32", "  %r = arith.divf %x, %x : f32", "%r", "f32"), args: [0] },
  },
  {
    name: "(a + b) + c => a + (b + c) without reassoc",
    mistake: "rounding",
    dialects,
    leftOps: 2,
    pattern: rule(
      "(a + b) + c => a + (b + c)",
      match(AddFOp, { lhs: match(AddFOp, { lhs: val("a"), rhs: val("b") }), rhs: val("c") }),
      ({ a, b, c }, rewriter) =>
        AddFOp.build(rewriter, { lhs: a, rhs: AddFOp.build(rewriter, { lhs: b, rhs: c }).result }),
    ),
    witness: {
      text: returning(
        "%a: f32, %b: f32, %c: f32",
        "  %s = arith.addf %a, %b : f32\n  %r = arith.addf %s, %c : f32",
        "%r",
        "f32",
      ),
      args: [1, Math.fround(1e30), Math.fround(-1e30)],
    },
  },
  {
    name: "not (a < b) => a >= b on floats",
    mistake: "NaN",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(a < b, x, y) => select(a >= b, y, x)",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const compared = CmpFOp.match(condition.definingOp);
        if (compared?.predicate !== "olt") return refuse("it is no selection by an order");
        const { lhs, rhs } = compared;
        const other = CmpFOp.build(rewriter, { predicate: "oge", lhs, rhs }).result;
        const made = SelectOp.build(rewriter, { condition: other, trueValue: falseValue, falseValue: trueValue });
        rewriter.replaceOp(op, made.result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%a: f32, %b: f32, %x: i8, %y: i8",
        "  %c = arith.cmpf olt, %a, %b : f32\n  %r = arith.select %c, %x, %y : i8",
        "%r",
        "i8",
      ),
      args: [NaN, 0, 1, 2],
    },
  },
  {
    name: "select(a < b, a, b) => minimumf(a, b)",
    mistake: "NaN",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(a < b, a, b) => minimumf(a, b)",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const compared = CmpFOp.match(condition.definingOp);
        if (compared?.predicate !== "olt" || compared.lhs !== trueValue || compared.rhs !== falseValue)
          return refuse("it is no minimum");
        rewriter.replaceOp(op, MinimumFOp.build(rewriter, { lhs: trueValue, rhs: falseValue }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%a: f32, %b: f32",
        "  %c = arith.cmpf olt, %a, %b : f32\n  %r = arith.select %c, %a, %b : f32",
        "%r",
        "f32",
      ),
      args: [NaN, 1],
    },
  },
  {
    name: "maximumf(x, y) => maxnumf(x, y)",
    mistake: "NaN",
    dialects,
    leftOps: 1,
    pattern: rule(
      "maximumf(x, y) => maxnumf(x, y)",
      match(MaximumFOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => MaxNumFOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: { text: binary("maximumf"), args: [NaN, 1] },
  },
  {
    name: "x == x => true on floats",
    mistake: "NaN",
    dialects,
    leftOps: 1,
    pattern: pattern("cmpf oeq(x, x) => ord(0, 0)", CmpFOp, ({ op, predicate, lhs, rhs }, rewriter) => {
      if (predicate !== "oeq" || lhs !== rhs) return refuse("it compares different values");
      const zero = float(rewriter, lhs.type, 0);
      rewriter.replaceOp(op, CmpFOp.build(rewriter, { predicate: "ord", lhs: zero, rhs: zero }).result);
      return true;
    }),
    witness: { text: returning("%x: f32", "  %r = arith.cmpf oeq, %x, %x : f32", "%r", "i1"), args: [NaN] },
  },
  {
    name: "-(a - b) => b - a",
    mistake: "signed zero",
    dialects,
    leftOps: 2,
    pattern: rule(
      "-(a - b) => b - a",
      match(NegFOp, { operand: match(SubFOp, { lhs: val("a"), rhs: val("b") }) }),
      ({ a, b }, rewriter) => SubFOp.build(rewriter, { lhs: b, rhs: a }),
    ),
    witness: {
      text: returning("%a: f32, %b: f32", "  %d = arith.subf %a, %b : f32\n  %r = arith.negf %d : f32", "%r", "f32"),
      args: [1, 1],
    },
  },
  {
    name: "remf(x, y) => x - trunc(x / y) * y",
    mistake: "rounding",
    dialects,
    leftOps: 1,
    pattern: rule(
      "remf(x, y) => x - trunc(x / y) * y",
      match(RemFOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => {
        const operand = DivFOp.build(rewriter, { lhs: x, rhs: y }).result;
        const lhs = TruncOp.build(rewriter, { operand }).result;
        const product = MulFOp.build(rewriter, { lhs, rhs: y }).result;
        return SubFOp.build(rewriter, { lhs: x, rhs: product });
      },
    ),
    witness: { text: binary("remf"), args: [1, Infinity] },
  },
  {
    name: "x * y => x * y that promises ninf",
    mistake: "flag",
    dialects,
    leftOps: 1,
    pattern: pattern("x * y => x * y under ninf", MulFOp, ({ op, lhs, rhs, fastmath }, rewriter) => {
      if (fastmath.includes("ninf")) return refuse("it promises that already");
      rewriter.replaceOp(op, MulFOp.build(rewriter, { lhs, rhs, fastmath: ["ninf"] }).result);
      return true;
    }),
    witness: { text: binary("mulf"), args: [Infinity, 1] },
  },
];
