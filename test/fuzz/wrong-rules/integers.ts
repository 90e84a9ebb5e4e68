// Wrong rules on integer arithmetic: overflow, shifts, flags.
import {
  AddIOp,
  CmpIOp,
  ExtSIOp,
  ExtUIOp,
  MaxSIOp,
  MinSIOp,
  MulIOp,
  MulSIExtendedOp,
  OrIOp,
  SelectOp,
  ShLIOp,
  ShRUIOp,
  SubIOp,
  XOrIOp,
} from "../../../dialects/arith/index.ts";
import { bitWidth, elementTypeOf } from "../../../ir/core/types.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { constant, match, rule, val } from "../../../ir/rewrite/rule.ts";
import { binaryOf, integer, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith"] as const;

export const integerRules: readonly WrongRule[] = [
  {
    name: "mulsi_extended(x, 1) => x, extsi(x < 0), on i1 too",
    mistake: "width",
    source: "llvm/llvm-project#88732",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "mulsi_extended(x, 1) => x, extsi(x < 0), on i1 too",
      MulSIExtendedOp,
      ({ op, lhs, rhs, high }, rewriter) => {
        if (integerConstant(rhs) !== 1n) return refuse("it is no multiplication by 1");
        if (elementTypeOf(lhs.type).kind === "index") return refuse("an index has no extension");
        const negative = CmpIOp.build(rewriter, { predicate: "slt", lhs, rhs: integer(rewriter, lhs.type, 0n) }).result;
        const sign =
          negative.type === high.type
            ? negative
            : ExtSIOp.build(rewriter, { in: negative, resultTypes: [high.type] }).out;
        rewriter.replaceOp(op, [lhs, sign]);
        return true;
      },
    ),
    witness: {
      text: `func.func @main(%x: i1) -> (i1, i1) {
        %t = arith.constant true
        %l, %h = arith.mulsi_extended %x, %t : i1
        return %l, %h : i1, i1
      }`,
      args: [1],
    },
  },
  {
    name: "-x * y => -(x * y) that keeps nsw",
    mistake: "flag",
    source: "llvm/llvm-project#115456",
    dialects,
    leftOps: 3,
    pattern: rule(
      "-x * y => -(x * y) that keeps nsw",
      match(MulIOp, { lhs: match(SubIOp, { lhs: constant(0n), rhs: val("x") }), rhs: val("y") }),
      ({ x, y }, rewriter) => {
        const product = MulIOp.build(rewriter, { lhs: x, rhs: y }).result;
        const zero = integer(rewriter, x.type, 0n);
        return SubIOp.build(rewriter, { lhs: zero, rhs: product, overflowFlags: ["nsw"] });
      },
    ),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        "  %z = arith.constant 0 : i8\n  %n = arith.subi %z, %x : i8\n  %r = arith.muli %n, %y : i8",
        "%r",
        "i8",
      ),
      args: [-128, 1],
    },
  },
  {
    name: "y - (c ? -x : x) => y + (c ? x : -x) whose negation stays nsw",
    mistake: "flag",
    source: "llvm/llvm-project#112666",
    dialects,
    leftOps: 4,
    pattern: rule(
      "y - (c ? -x : x) => y + (c ? x : -x) whose negation stays nsw",
      match(SubIOp, {
        lhs: val("y"),
        rhs: match(SelectOp, {
          condition: val("c"),
          trueValue: match(SubIOp, { lhs: constant(0n), rhs: val("x") }),
          falseValue: val("x"),
        }),
      }),
      ({ x, y, c }, rewriter) => {
        const zero = integer(rewriter, x.type, 0n);
        const negated = SubIOp.build(rewriter, { lhs: zero, rhs: x, overflowFlags: ["nsw"] }).result;
        const chosen = SelectOp.build(rewriter, { condition: c, trueValue: x, falseValue: negated }).result;
        return AddIOp.build(rewriter, { lhs: y, rhs: chosen });
      },
    ),
    witness: {
      text: returning(
        "%x: i8, %y: i8, %c: i1",
        `  %z = arith.constant 0 : i8
  %n = arith.subi %z, %x : i8
  %s = arith.select %c, %n, %x : i8
  %r = arith.subi %y, %s : i8`,
        "%r",
        "i8",
      ),
      args: [-128, 0, 0],
    },
  },
  {
    name: "1 << extui n => 1 << extsi n",
    mistake: "signedness",
    source: "llvm/llvm-project#72927",
    dialects,
    leftOps: 3,
    pattern: rule(
      "c << extui n => c << extsi n",
      match(ShLIOp, { lhs: val("c"), rhs: match(ExtUIOp, { in: val("n") }) }),
      ({ c, n }, rewriter) => {
        const amount = ExtSIOp.build(rewriter, { in: n, resultTypes: [c.type] }).out;
        return ShLIOp.build(rewriter, { lhs: c, rhs: amount });
      },
    ),
    witness: {
      text: returning(
        "%n: i1",
        "  %c = arith.constant 1 : i32\n  %e = arith.extui %n : i1 to i32\n  %r = arith.shli %c, %e : i32",
        "%r",
        "i32",
      ),
      args: [1],
    },
  },
  {
    name: "c << (x - k) => (c >> k) << x",
    mistake: "poison",
    source: "llvm/llvm-project#222351",
    dialects,
    leftOps: 4,
    pattern: pattern(
      "c << (x - k) => (c >> k) << x where no bit of c is lost",
      ShLIOp,
      ({ op, lhs, rhs }, rewriter) => {
        const difference = SubIOp.match(rhs.definingOp);
        const amount = difference === undefined ? undefined : integerConstant(difference.rhs);
        const shifted = integerConstant(lhs);
        const width = BigInt(bitWidth(elementTypeOf(lhs.type)) ?? 64);
        if (
          difference === undefined ||
          amount === undefined ||
          shifted === undefined ||
          amount <= 0n ||
          amount >= width
        )
          return refuse("it is no shift of a constant by a difference");
        if (shifted <= 0n || shifted % (1n << amount) !== 0n) return refuse("a bit would be lost");
        const made = integer(rewriter, lhs.type, shifted >> amount);
        rewriter.replaceOp(op, ShLIOp.build(rewriter, { lhs: made, rhs: difference.lhs }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: i8",
        `  %c = arith.constant 2 : i8
  %k = arith.constant 1 : i8
  %d = arith.subi %x, %k : i8
  %r = arith.shli %c, %d : i8`,
        "%r",
        "i8",
      ),
      args: [8],
    },
  },
  {
    name: "x << a << b => x << (a + b)",
    mistake: "poison",
    dialects,
    leftOps: 4,
    pattern: pattern("(x << a) << b => x << (a + b)", ShLIOp, ({ op, lhs, rhs }, rewriter) => {
      const inner = ShLIOp.match(lhs.definingOp);
      const [a, b] = [inner === undefined ? undefined : integerConstant(inner.rhs), integerConstant(rhs)];
      if (inner === undefined || a === undefined || b === undefined) return refuse("the amounts are no constants");
      const amount = integer(rewriter, lhs.type, a + b);
      rewriter.replaceOp(op, ShLIOp.build(rewriter, { lhs: inner.lhs, rhs: amount }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        `  %a = arith.constant 4 : i8
  %b = arith.constant 5 : i8
  %s = arith.shli %x, %a : i8
  %r = arith.shli %s, %b : i8`,
        "%r",
        "i8",
      ),
      args: [1],
    },
  },
  {
    name: "(x >> a) << a => x, unsigned",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: rule(
      "(x >> a) << a => x",
      match(ShLIOp, { lhs: match(ShRUIOp, { lhs: val("x"), rhs: val("a") }), rhs: val("a") }),
      ({ x }) => x,
    ),
    witness: {
      text: returning("%x: i8, %a: i8", "  %s = arith.shrui %x, %a : i8\n  %r = arith.shli %s, %a : i8", "%r", "i8"),
      args: [3, 1],
    },
  },
  {
    name: "x + y => x | y",
    mistake: "guard",
    dialects,
    leftOps: 1,
    pattern: rule("x + y => x | y", match(AddIOp, { lhs: val("x"), rhs: val("y") }), ({ x, y }, rewriter) =>
      OrIOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: { text: binaryOf("addi", "i8"), args: [1, 1] },
  },
  {
    name: "x + y => x + y that promises nuw",
    mistake: "flag",
    dialects,
    leftOps: 1,
    pattern: pattern("x + y => x + y nuw", AddIOp, ({ op, lhs, rhs, overflowFlags }, rewriter) => {
      if (overflowFlags.includes("nuw")) return refuse("it promises that already");
      rewriter.replaceOp(op, AddIOp.build(rewriter, { lhs, rhs, overflowFlags: ["nuw"] }).result);
      return true;
    }),
    witness: { text: binaryOf("addi", "i8"), args: [-1, 1] },
  },
  {
    name: "x ^ -1 => 0 - x",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: rule("x ^ -1 => 0 - x", match(XOrIOp, { lhs: val("x"), rhs: constant(-1n) }), ({ x }, rewriter) =>
      SubIOp.build(rewriter, { lhs: integer(rewriter, x.type, 0n), rhs: x }),
    ),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant -1 : i8\n  %r = arith.xori %x, %c : i8", "%r", "i8"),
      args: [3],
    },
  },
  {
    name: "max(min(x, a), b) => min(max(x, b), a)",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: rule(
      "max(min(x, a), b) => min(max(x, b), a)",
      match(MaxSIOp, { lhs: match(MinSIOp, { lhs: val("x"), rhs: val("a") }), rhs: val("b") }),
      ({ x, a, b }, rewriter) =>
        MinSIOp.build(rewriter, { lhs: MaxSIOp.build(rewriter, { lhs: x, rhs: b }).result, rhs: a }),
    ),
    witness: {
      text: returning(
        "%x: i8, %a: i8, %b: i8",
        "  %m = arith.minsi %x, %a : i8\n  %r = arith.maxsi %m, %b : i8",
        "%r",
        "i8",
      ),
      args: [0, 1, 2],
    },
  },
  {
    name: "(x + y) < x => y < 0 without nsw",
    mistake: "overflow",
    dialects,
    leftOps: 2,
    pattern: pattern("(x + y) < x => y < 0", CmpIOp, ({ op, predicate, lhs, rhs }, rewriter) => {
      const sum = AddIOp.match(lhs.definingOp);
      if (predicate !== "slt" || sum?.lhs !== rhs) return refuse("it does not compare a sum with its summand");
      const zero = integer(rewriter, rhs.type, 0n);
      rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate, lhs: sum.rhs, rhs: zero }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        "  %s = arith.addi %x, %y : i8\n  %r = arith.cmpi slt, %s, %x : i8",
        "%r",
        "i1",
      ),
      args: [127, 1],
    },
  },
];
