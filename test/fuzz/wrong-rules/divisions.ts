// Wrong rules on integer division and remainders: rounding, overflow, zero.
import {
  AddIOp,
  AndIOp,
  CeilDivSIOp,
  CmpIOp,
  DivSIOp,
  DivUIOp,
  FloorDivSIOp,
  MaxSIOp,
  MinSIOp,
  MulIOp,
  integerConstantAttr,
  RemSIOp,
  RemUIOp,
  SelectOp,
  ShLIOp,
  ShRSIOp,
  SubIOp,
  XOrIOp,
} from "../../../dialects/arith/index.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { bitWidth, elementTypeOf, type Type } from "../../../ir/core/types.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { constant, match, rule, val } from "../../../ir/rewrite/rule.ts";
import { binaryOf, folder, integer, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith"] as const;
const isPowerOfTwo = (n: bigint): boolean => n > 0n && (n & (n - 1n)) === 0n;
const zeroOf = (type: Type): Attribute | undefined => integerConstantAttr(type, 0n);
const log2 = (n: bigint): bigint => BigInt(n.toString(2).length - 1);
const ceilByTruncation = pattern(
  "ceildivsi(n, m) => n * m > 0 ? (n + (m > 0 ? -1 : 1)) / m + 1 : -(-n / m)",
  CeilDivSIOp,
  ({ op, lhs: n, rhs: m }, rewriter) => {
    const { type } = n;
    const [zero, one, minusOne] = [0n, 1n, -1n].map((value) => integer(rewriter, type, value));
    if (zero === undefined || one === undefined || minusOne === undefined) return refuse("there are no constants");
    const above = (value: typeof n): typeof n =>
      CmpIOp.build(rewriter, { predicate: "sgt", lhs: value, rhs: zero }).result;
    const select = (condition: typeof n, trueValue: typeof n, falseValue: typeof n): typeof n =>
      SelectOp.build(rewriter, { condition, trueValue, falseValue }).result;
    const x = select(above(m), minusOne, one);
    const upper = AddIOp.build(rewriter, {
      lhs: DivSIOp.build(rewriter, { lhs: AddIOp.build(rewriter, { lhs: n, rhs: x }).result, rhs: m }).result,
      rhs: one,
    }).result;
    const negated = SubIOp.build(rewriter, { lhs: zero, rhs: n }).result;
    const quotient = DivSIOp.build(rewriter, { lhs: negated, rhs: m }).result;
    const lower = SubIOp.build(rewriter, { lhs: zero, rhs: quotient }).result;
    const sameSign = XOrIOp.build(rewriter, { lhs: above(n), rhs: above(m) }).result;
    rewriter.replaceOp(op, select(sameSign, lower, upper));
    return true;
  },
);

export const divisionRules: readonly WrongRule[] = [
  {
    name: "ceildivsi by truncating divisions of a sum and of a negation",
    mistake: "overflow",
    source: "llvm/llvm-project#106519",
    dialects,
    leftOps: 1,
    pattern: ceilByTruncation,
    witness: { text: binaryOf("ceildivsi", "i8"), args: [-128, 7] },
  },
  {
    name: "ceildivsi(c0, c1) => -(-c0 / c1), folded modulo 2^n",
    mistake: "overflow",
    source: "llvm/llvm-project#89382",
    dialects,
    leftOps: 3,
    pattern: pattern("ceildivsi(c0, c1) => -(-c0 / c1)", CeilDivSIOp, ({ op, lhs, rhs }, rewriter) => {
      const [n, m] = [integerConstant(lhs), integerConstant(rhs)];
      const width = bitWidth(elementTypeOf(lhs.type)) ?? 64;
      if (n === undefined || m === undefined || n >= 0n || m <= 0n) return refuse("it is no negative over a positive");
      const negated = BigInt.asIntN(width, -n);
      rewriter.replaceOp(op, integer(rewriter, lhs.type, -(negated / m)));
      return true;
    }),
    witness: {
      text: returning(
        "",
        "  %n = arith.constant -128 : i8\n  %m = arith.constant 7 : i8\n  %r = arith.ceildivsi %n, %m : i8",
        "%r",
        "i8",
      ),
    },
  },
  {
    name: "floordivsi(n, m) => signs differ ? -1 - (x - n) / m : n / m",
    mistake: "undefined behaviour",
    source: "llvm/llvm-project#83079",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "floordivsi(n, m) => signs differ ? -1 - (x - n) / m : n / m",
      FloorDivSIOp,
      ({ op, lhs: n, rhs: m }, rewriter) => {
        const { type } = n;
        const [zero, one, minusOne] = [
          integer(rewriter, type, 0n),
          integer(rewriter, type, 1n),
          integer(rewriter, type, -1n),
        ];
        const below = (value: typeof n): typeof n =>
          CmpIOp.build(rewriter, { predicate: "slt", lhs: value, rhs: zero }).result;
        const x = SelectOp.build(rewriter, { condition: below(m), trueValue: one, falseValue: minusOne }).result;
        const shifted = SubIOp.build(rewriter, { lhs: x, rhs: n }).result;
        const quotient = DivSIOp.build(rewriter, { lhs: shifted, rhs: m }).result;
        const lower = SubIOp.build(rewriter, { lhs: minusOne, rhs: quotient }).result;
        const upper = DivSIOp.build(rewriter, { lhs: n, rhs: m }).result;
        const differ = XOrIOp.build(rewriter, { lhs: below(n), rhs: below(m) }).result;
        rewriter.replaceOp(
          op,
          SelectOp.build(rewriter, { condition: differ, trueValue: lower, falseValue: upper }).result,
        );
        return true;
      },
    ),
    // 1 - (1 - 2^7) is -2^7, and -2^7 / -1 overflows although the branch is not taken.
    witness: { text: binaryOf("floordivsi", "i8"), args: [-127, -1] },
  },
  {
    name: "(0 - x) / x => -1",
    mistake: "overflow",
    source: "llvm/llvm-project#71768",
    dialects,
    leftOps: 3,
    pattern: rule(
      "(0 - x) / x => -1",
      match(DivSIOp, { lhs: match(SubIOp, { lhs: constant(0n), rhs: val("x") }), rhs: val("x") }),
      ({ x }, rewriter) => integer(rewriter, x.type, -1n),
    ),
    witness: {
      text: returning(
        "%x: i8",
        "  %z = arith.constant 0 : i8\n  %n = arith.subi %z, %x : i8\n  %r = arith.divsi %n, %x : i8",
        "%r",
        "i8",
      ),
      args: [-128],
    },
  },
  {
    name: "(3 * x + y) / 3 => x + y / 3 with a truncating division",
    mistake: "signedness",
    source: "apache/tvm#2173",
    dialects,
    leftOps: 4,
    pattern: pattern("(c * x + y) / c => x + y / c", DivSIOp, ({ op, lhs, rhs }, rewriter) => {
      const sum = AddIOp.match(lhs.definingOp);
      const product = MulIOp.match(sum?.lhs.definingOp ?? null);
      const divisor = integerConstant(rhs);
      if (sum === undefined || product === undefined || divisor === undefined || divisor <= 1n)
        return refuse("it is no division of such a sum");
      if (integerConstant(product.rhs) !== divisor || !product.overflowFlags.includes("nsw"))
        return refuse("the factor is not the divisor");
      const quotient = DivSIOp.build(rewriter, { lhs: sum.rhs, rhs }).result;
      rewriter.replaceOp(op, AddIOp.build(rewriter, { lhs: product.lhs, rhs: quotient }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i32, %y: i32",
        `  %c = arith.constant 3 : i32
  %p = arith.muli %x, %c overflow<nsw> : i32
  %s = arith.addi %p, %y : i32
  %r = arith.divsi %s, %c : i32`,
        "%r",
        "i32",
      ),
      args: [1, -1],
    },
  },
  {
    name: "(10 * x + 5) / 10 => x with a truncating division",
    mistake: "signedness",
    source: "apache/tvm#2308",
    dialects,
    leftOps: 5,
    pattern: pattern("(c * x + b) / c => x where 0 < b < c", DivSIOp, ({ op, lhs, rhs }, rewriter) => {
      const sum = AddIOp.match(lhs.definingOp);
      const product = MulIOp.match(sum?.lhs.definingOp ?? null);
      const divisor = integerConstant(rhs);
      const rest = sum === undefined ? undefined : integerConstant(sum.rhs);
      if (product === undefined || divisor === undefined || rest === undefined || rest <= 0n || rest >= divisor)
        return refuse("it is no division of such a sum");
      if (integerConstant(product.rhs) !== divisor) return refuse("the factor is not the divisor");
      rewriter.replaceOp(op, product.lhs);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i32",
        `  %c = arith.constant 10 : i32
  %b = arith.constant 5 : i32
  %p = arith.muli %x, %c : i32
  %s = arith.addi %p, %b : i32
  %r = arith.divsi %s, %c : i32`,
        "%r",
        "i32",
      ),
      args: [-1],
    },
  },
  {
    name: "min(floordiv(x + (a - 1), a) * a, max(x, a)) => max(x, a)",
    mistake: "boundary",
    source: "apache/tvm#13922",
    dialects,
    leftOps: 7,
    pattern: pattern("min(roundup(x, a), max(x, a)) => max(x, a)", MinSIOp, ({ op, lhs, rhs }, rewriter) => {
      const product = MulIOp.match(lhs.definingOp);
      const quotient = FloorDivSIOp.match(product?.lhs.definingOp ?? null);
      const sum = AddIOp.match(quotient?.lhs.definingOp ?? null);
      const greater = MaxSIOp.match(rhs.definingOp);
      const a = product === undefined ? undefined : integerConstant(product.rhs);
      if (sum === undefined || greater === undefined || quotient === undefined || a === undefined || a < 1n)
        return refuse("it is no such minimum");
      if (integerConstant(quotient.rhs) !== a || integerConstant(sum.rhs) !== a - 1n || greater.lhs !== sum.lhs)
        return refuse("the constants differ");
      if (integerConstant(greater.rhs) !== a) return refuse("the constants differ");
      rewriter.replaceOp(op, rhs);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i32",
        `  %a = arith.constant 4 : i32
  %b = arith.constant 3 : i32
  %s = arith.addi %x, %b : i32
  %q = arith.floordivsi %s, %a : i32
  %p = arith.muli %q, %a : i32
  %m = arith.maxsi %x, %a : i32
  %r = arith.minsi %p, %m : i32`,
        "%r",
        "i32",
      ),
      args: [0],
    },
  },
  {
    name: "floored remainder corrected wherever the remainder is not 0",
    mistake: "guard",
    source: "triton-lang/triton-ascend#2290",
    dialects,
    leftOps: 3,
    // x - floordivsi(x, y) * y, computed with remsi and a correction that asks for the divisor's sign only.
    pattern: rule(
      "x - floordivsi(x, y) * y => remsi(x, y) + (y < 0 and rem != 0 ? y : 0)",
      match(SubIOp, {
        lhs: val("x"),
        rhs: match(MulIOp, { lhs: match(FloorDivSIOp, { lhs: val("x"), rhs: val("y") }), rhs: val("y") }),
      }),
      ({ x, y }, rewriter) => {
        const zero = integer(rewriter, x.type, 0n);
        const rest = RemSIOp.build(rewriter, { lhs: x, rhs: y }).result;
        const negative = CmpIOp.build(rewriter, { predicate: "slt", lhs: y, rhs: zero }).result;
        const uneven = CmpIOp.build(rewriter, { predicate: "ne", lhs: rest, rhs: zero }).result;
        const both = AndIOp.build(rewriter, { lhs: negative, rhs: uneven }).result;
        const corrected = AddIOp.build(rewriter, { lhs: rest, rhs: y }).result;
        return SelectOp.build(rewriter, { condition: both, trueValue: corrected, falseValue: rest });
      },
    ),
    witness: {
      text: returning(
        "%x: i32, %y: i32",
        `  %q = arith.floordivsi %x, %y : i32
  %p = arith.muli %q, %y : i32
  %r = arith.subi %x, %p : i32`,
        "%r",
        "i32",
      ),
      args: [-7, 4],
    },
  },
  {
    name: "remsi(x << (n - 1), x * (2^(n-1) - 1)) => 0 - x",
    mistake: "overflow",
    source: "llvm/llvm-project#121584",
    dialects,
    leftOps: 5,
    pattern: pattern("remsi(x << (n-1), x * (2^(n-1) - 1)) => 0 - x", RemSIOp, ({ op, lhs, rhs }, rewriter) => {
      const [shift, product] = [ShLIOp.match(lhs.definingOp), MulIOp.match(rhs.definingOp)];
      const width = BigInt(bitWidth(elementTypeOf(lhs.type)) ?? 64);
      if (shift === undefined || product?.lhs !== shift.lhs) return refuse("it is no such remainder");
      if (integerConstant(shift.rhs) !== width - 1n || integerConstant(product.rhs) !== (1n << (width - 1n)) - 1n)
        return refuse("the constants differ");
      const zero = integer(rewriter, lhs.type, 0n);
      rewriter.replaceOp(op, SubIOp.build(rewriter, { lhs: zero, rhs: shift.lhs }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        `  %s = arith.constant 7 : i8
  %m = arith.constant 127 : i8
  %a = arith.shli %x, %s : i8
  %b = arith.muli %x, %m : i8
  %r = arith.remsi %a, %b : i8`,
        "%r",
        "i8",
      ),
      args: [-1],
    },
  },
  {
    name: "x / 2^k => x >> k, signed",
    mistake: "rounding",
    dialects,
    leftOps: 2,
    pattern: pattern("divsi(x, 2^k) => x >> k", DivSIOp, ({ op, lhs, rhs }, rewriter) => {
      const divisor = integerConstant(rhs);
      if (divisor === undefined || !isPowerOfTwo(divisor) || divisor === 1n) return refuse("it is no power of two");
      const amount = integer(rewriter, lhs.type, log2(divisor));
      rewriter.replaceOp(op, ShRSIOp.build(rewriter, { lhs, rhs: amount }).result);
      return true;
    }),
    witness: {
      text: returning("%x: i32", "  %c = arith.constant 4 : i32\n  %r = arith.divsi %x, %c : i32", "%r", "i32"),
      args: [-1],
    },
  },
  {
    name: "x % 2^k => x & (2^k - 1), signed",
    mistake: "signedness",
    dialects,
    leftOps: 2,
    pattern: pattern("remsi(x, 2^k) => x & (2^k - 1)", RemSIOp, ({ op, lhs, rhs }, rewriter) => {
      const divisor = integerConstant(rhs);
      if (divisor === undefined || !isPowerOfTwo(divisor)) return refuse("it is no power of two");
      const mask = integer(rewriter, lhs.type, divisor - 1n);
      rewriter.replaceOp(op, AndIOp.build(rewriter, { lhs, rhs: mask }).result);
      return true;
    }),
    witness: {
      text: returning("%x: i32", "  %c = arith.constant 4 : i32\n  %r = arith.remsi %x, %c : i32", "%r", "i32"),
      args: [-3],
    },
  },
  {
    name: "x %u c => x & (c - 1) for any c",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: pattern("remui(x, c) => x & (c - 1)", RemUIOp, ({ op, lhs, rhs }, rewriter) => {
      const divisor = integerConstant(rhs);
      if (divisor === undefined || divisor <= 0n) return refuse("the divisor is no positive constant");
      const mask = integer(rewriter, lhs.type, divisor - 1n);
      rewriter.replaceOp(op, AndIOp.build(rewriter, { lhs, rhs: mask }).result);
      return true;
    }),
    witness: {
      text: returning("%x: i32", "  %c = arith.constant 3 : i32\n  %r = arith.remui %x, %c : i32", "%r", "i32"),
      args: [3],
    },
  },
  {
    name: "(x * c) / c => x without nsw",
    mistake: "overflow",
    dialects,
    leftOps: 3,
    pattern: pattern("divsi(x * c, c) => x", DivSIOp, ({ op, lhs, rhs }, rewriter) => {
      const product = MulIOp.match(lhs.definingOp);
      const divisor = integerConstant(rhs);
      if (product === undefined || divisor === undefined || divisor === 0n || integerConstant(product.rhs) !== divisor)
        return refuse("it is no division by the factor");
      rewriter.replaceOp(op, product.lhs);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        "  %c = arith.constant 2 : i8\n  %p = arith.muli %x, %c : i8\n  %r = arith.divsi %p, %c : i8",
        "%r",
        "i8",
      ),
      args: [64],
    },
  },
  {
    name: "(x / c) * c => x",
    mistake: "rounding",
    dialects,
    leftOps: 3,
    pattern: pattern("divui(x, c) * c => x", MulIOp, ({ op, lhs, rhs }, rewriter) => {
      const quotient = DivUIOp.match(lhs.definingOp);
      const factor = integerConstant(rhs);
      if (quotient === undefined || factor === undefined || integerConstant(quotient.rhs) !== factor)
        return refuse("it is no product with the divisor");
      rewriter.replaceOp(op, quotient.lhs);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        "  %c = arith.constant 2 : i8\n  %p = arith.divui %x, %c : i8\n  %r = arith.muli %p, %c : i8",
        "%r",
        "i8",
      ),
      args: [5],
    },
  },
  {
    name: "x / x => 0",
    mistake: "boundary",
    dialects,
    leftOps: 1,
    pattern: folder("divui(x, x) => 0", DivUIOp, ({ op, lhs, rhs }) =>
      lhs === rhs && op.result().type.kind === "integer" ? zeroOf(op.result().type) : undefined,
    ),
    witness: { text: returning("%x: i8", "  %r = arith.divui %x, %x : i8", "%r", "i8"), args: [3] },
  },
  {
    name: "remui(x, 1) => x",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: folder("remui(x, 1) => x", RemUIOp, ({ lhs, rhs }) => (integerConstant(rhs) === 1n ? lhs : undefined)),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant 1 : i8\n  %r = arith.remui %x, %c : i8", "%r", "i8"),
      args: [3],
    },
  },
];
