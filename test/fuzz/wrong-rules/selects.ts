// Wrong rules on selections and comparisons: poison on the side not taken, predicates, bits.
import {
  AddIOp, AndIOp, CmpIOp, DivSIOp, DivUIOp, ExtUIOp, MaxSIOp, MaxUIOp, MinSIOp, OrIOp, RemSIOp, RemUIOp, SelectOp, ShLIOp, ShRUIOp,
  SubIOp, XOrIOp,
} from "../../../dialects/arith/index.ts"; // prettier-ignore
import { integerType } from "../../../ir/core/type-constructors.ts";
import { bitWidth, elementTypeOf } from "../../../ir/core/types.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { constant, match, rule, val } from "../../../ir/rewrite/rule.ts";
import { folder, integer, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith"] as const;
const isBit = (value: { readonly type: Parameters<typeof bitWidth>[0] }): boolean =>
  value.type.kind === "integer" && value.type.width === 1;

export const selectRules: readonly WrongRule[] = [
  {
    name: "select(c, true, x) => c | x",
    mistake: "poison",
    source: "llvm/llvm-project#221664",
    dialects: ["arith", "ub"],
    leftOps: 2,
    pattern: pattern("select(c, true, x) => c | x", SelectOp, ({ op, condition, trueValue, falseValue }, rewriter) => {
      if (!isBit(trueValue) || integerConstant(trueValue) !== 1n) return refuse("the first value is not true");
      rewriter.replaceOp(op, OrIOp.build(rewriter, { lhs: condition, rhs: falseValue }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%c: i1",
        "  %t = arith.constant true\n  %p = ub.poison : i1\n  %r = arith.select %c, %t, %p : i1",
        "%r",
        "i1",
      ),
      args: [1],
    },
  },
  {
    name: "select(c, x % a, x % b) => x % select(c, a, b)",
    mistake: "undefined behaviour",
    source: "llvm/llvm-project#60906",
    dialects: ["arith", "ub"],
    leftOps: 3,
    pattern: pattern("select(c, x % a, x % b) => x % select(c, a, b)", SelectOp, (view, rewriter) => {
      const { op, condition, trueValue, falseValue } = view;
      const [a, b] = [RemSIOp.match(trueValue.definingOp), RemSIOp.match(falseValue.definingOp)];
      if (a === undefined || b?.lhs !== a.lhs) return refuse("it chooses between no remainders of one value");
      const rhs = SelectOp.build(rewriter, { condition, trueValue: a.rhs, falseValue: b.rhs }).result;
      rewriter.replaceOp(op, RemSIOp.build(rewriter, { lhs: a.lhs, rhs }).result);
      return true;
    }),
    witness: {
      // Nobody looks at what a condition that is poison chooses; a poison divisor is undefined behaviour whoever looks.
      text: returning(
        "%x: i8",
        `  %c = ub.poison : i1
  %a = arith.constant 3 : i8
  %b = arith.constant 42 : i8
  %m = arith.remsi %x, %a : i8
  %n = arith.remsi %x, %b : i8
  %s = arith.select %c, %m, %n : i8
  %f = arith.constant false
  %r = arith.select %f, %s, %x : i8`,
        "%r",
        "i8",
      ),
      args: [5],
    },
  },
  {
    name: "select((x & 1) == 0, (x >> n) & 1, 1) => extui((x & (1 << n | 1)) != 0)",
    mistake: "poison",
    source: "llvm/llvm-project#47012",
    dialects,
    leftOps: 7,
    pattern: pattern(
      "select((x & 1) == 0, (x >> n) & 1, 1) => extui((x & (1 << n | 1)) != 0)",
      SelectOp,
      ({ op, condition, trueValue, falseValue, result }, rewriter) => {
        const compared = CmpIOp.match(condition.definingOp);
        const lowest = AndIOp.match(compared?.lhs.definingOp ?? null);
        const chosen = AndIOp.match(trueValue.definingOp);
        const shift = ShRUIOp.match(chosen?.lhs.definingOp ?? null);
        const isOne = (value: typeof falseValue | undefined): boolean =>
          value !== undefined && integerConstant(value) === 1n;
        if (compared?.predicate !== "eq" || integerConstant(compared.rhs) !== 0n || shift === undefined)
          return refuse("it is no such selection");
        if (shift.lhs !== lowest?.lhs || !isOne(lowest.rhs) || !isOne(chosen?.rhs) || !isOne(falseValue))
          return refuse("the masks are not 1");
        if ((bitWidth(elementTypeOf(result.type)) ?? 1) < 2) return refuse("it is a single bit");
        const bit = ShLIOp.build(rewriter, { lhs: falseValue, rhs: shift.rhs }).result;
        const mask = OrIOp.build(rewriter, { lhs: bit, rhs: falseValue }).result;
        const masked = AndIOp.build(rewriter, { lhs: shift.lhs, rhs: mask }).result;
        const any = CmpIOp.build(rewriter, { predicate: "ne", lhs: masked, rhs: compared.rhs }).result;
        rewriter.replaceOp(op, ExtUIOp.build(rewriter, { in: any, resultTypes: [result.type] }).out);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: i8, %n: i8",
        `  %z = arith.constant 0 : i8
  %o = arith.constant 1 : i8
  %b = arith.andi %x, %o : i8
  %c = arith.cmpi eq, %b, %z : i8
  %s = arith.shrui %x, %n : i8
  %m = arith.andi %s, %o : i8
  %r = arith.select %c, %m, %o : i8`,
        "%r",
        "i8",
      ),
      args: [1, 8],
    },
  },
  {
    name: "select(x <u 8, 1 << x, 0) => 1 << x",
    mistake: "poison",
    source: "llvm/llvm-project#91691",
    dialects,
    leftOps: 5,
    pattern: pattern("select(x <u width, c << x, 0) => c << x", SelectOp, ({ op, condition, trueValue }, rewriter) => {
      const compared = CmpIOp.match(condition.definingOp);
      const shift = ShLIOp.match(trueValue.definingOp);
      if (compared?.predicate !== "ult" || shift === undefined || compared.lhs !== shift.rhs)
        return refuse("it chooses no shift by what is tested");
      rewriter.replaceOp(op, trueValue);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        `  %w = arith.constant 8 : i8
  %z = arith.constant 0 : i8
  %o = arith.constant 1 : i8
  %c = arith.cmpi ult, %x, %w : i8
  %s = arith.shli %o, %x : i8
  %r = arith.select %c, %s, %z : i8`,
        "%r",
        "i8",
      ),
      args: [9],
    },
  },
  {
    name: "x & 1 => x of an integer of any width",
    mistake: "width",
    source: "openxla/stablehlo#2633",
    dialects,
    leftOps: 2,
    pattern: folder("x & 1 => x", AndIOp, ({ lhs, rhs }) => (integerConstant(rhs) === 1n ? lhs : undefined)),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant 1 : i8\n  %r = arith.andi %x, %c : i8", "%r", "i8"),
      args: [2],
    },
  },
  {
    name: "x | 1 => 1 of an integer of any width",
    mistake: "width",
    source: "openxla/stablehlo#2638",
    dialects,
    leftOps: 2,
    pattern: folder("x | 1 => 1", OrIOp, ({ rhs }) => (integerConstant(rhs) === 1n ? rhs : undefined)),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant 1 : i8\n  %r = arith.ori %x, %c : i8", "%r", "i8"),
      args: [2],
    },
  },
  {
    name: "select(not c, a, b) => select(c, a, b)",
    mistake: "operand order",
    dialects,
    leftOps: 3,
    pattern: pattern("select(not c, a, b) => select(c, a, b)", SelectOp, (view, rewriter) => {
      const { op, condition, trueValue, falseValue } = view;
      const negated = XOrIOp.match(condition.definingOp);
      if (negated === undefined || integerConstant(negated.rhs) !== 1n) return refuse("the condition is no negation");
      rewriter.replaceOp(op, SelectOp.build(rewriter, { condition: negated.lhs, trueValue, falseValue }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%c: i1, %a: i8, %b: i8",
        "  %t = arith.constant true\n  %n = arith.xori %c, %t : i1\n  %r = arith.select %n, %a, %b : i8",
        "%r",
        "i8",
      ),
      args: [1, 2, 3],
    },
  },
  {
    name: "select(c, a, false) => c & a",
    mistake: "poison",
    dialects: ["arith", "ub"],
    leftOps: 2,
    pattern: pattern("select(c, a, false) => c & a", SelectOp, ({ op, condition, trueValue, falseValue }, rewriter) => {
      if (!isBit(falseValue) || integerConstant(falseValue) !== 0n) return refuse("the second value is not false");
      rewriter.replaceOp(op, AndIOp.build(rewriter, { lhs: condition, rhs: trueValue }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%c: i1",
        "  %t = arith.constant false\n  %p = ub.poison : i1\n  %r = arith.select %c, %p, %t : i1",
        "%r",
        "i1",
      ),
      args: [0],
    },
  },
  {
    name: "not (a <s b) => a >=u b",
    mistake: "signedness",
    dialects,
    leftOps: 3,
    pattern: pattern("not (a <s b) => a >=u b", XOrIOp, ({ op, lhs, rhs }, rewriter) => {
      const compared = CmpIOp.match(lhs.definingOp);
      if (compared?.predicate !== "slt" || !isBit(rhs) || integerConstant(rhs) !== 1n)
        return refuse("it is no negation of a comparison");
      const made = CmpIOp.build(rewriter, { predicate: "uge", lhs: compared.lhs, rhs: compared.rhs });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: returning(
        "%a: i8, %b: i8",
        "  %t = arith.constant true\n  %c = arith.cmpi slt, %a, %b : i8\n  %r = arith.xori %c, %t : i1",
        "%r",
        "i1",
      ),
      args: [-1, 0],
    },
  },
  {
    name: "a <= b => a < b + 1",
    mistake: "overflow",
    dialects,
    leftOps: 1,
    pattern: pattern("a <=s b => a <s b + 1", CmpIOp, ({ op, predicate, lhs, rhs }, rewriter) => {
      if (predicate !== "sle") return refuse("it is another comparison");
      const sum = AddIOp.build(rewriter, { lhs: rhs, rhs: integer(rewriter, rhs.type, 1n) }).result;
      rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate: "slt", lhs, rhs: sum }).result);
      return true;
    }),
    witness: {
      text: returning("%a: i8, %b: i8", "  %r = arith.cmpi sle, %a, %b : i8", "%r", "i1"),
      args: [0, 127],
    },
  },
  {
    name: "a - b > 0 => a > b",
    mistake: "overflow",
    dialects,
    leftOps: 3,
    pattern: pattern("a - b >s 0 => a >s b", CmpIOp, ({ op, predicate, lhs, rhs }, rewriter) => {
      const difference = SubIOp.match(lhs.definingOp);
      if (predicate !== "sgt" || difference === undefined || integerConstant(rhs) !== 0n)
        return refuse("it compares no difference with zero");
      const made = CmpIOp.build(rewriter, { predicate, lhs: difference.lhs, rhs: difference.rhs });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: returning(
        "%a: i8, %b: i8",
        `  %z = arith.constant 0 : i8
  %d = arith.subi %a, %b : i8
  %r = arith.cmpi sgt, %d, %z : i8`,
        "%r",
        "i1",
      ),
      args: [127, -1],
    },
  },
  {
    name: "select(a < b, a, b) => max(a, b)",
    mistake: "predicate",
    dialects,
    leftOps: 2,
    pattern: pattern("select(a <s b, a, b) => maxsi(a, b)", SelectOp, (view, rewriter) => {
      const { op, condition, trueValue, falseValue } = view;
      const compared = CmpIOp.match(condition.definingOp);
      if (compared?.predicate !== "slt" || compared.lhs !== trueValue || compared.rhs !== falseValue)
        return refuse("it is no extremum");
      rewriter.replaceOp(op, MaxSIOp.build(rewriter, { lhs: trueValue, rhs: falseValue }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%a: i8, %b: i8",
        "  %c = arith.cmpi slt, %a, %b : i8\n  %r = arith.select %c, %a, %b : i8",
        "%r",
        "i8",
      ),
      args: [1, 2],
    },
  },
  {
    name: "maxui(x, 0) => 0",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: folder("maxui(x, 0) => 0", MaxUIOp, ({ rhs }) => (integerConstant(rhs) === 0n ? rhs : undefined)),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant 0 : i8\n  %r = arith.maxui %x, %c : i8", "%r", "i8"),
      args: [2],
    },
  },
  {
    name: "min of i1 as an and of the bits",
    mistake: "signedness",
    dialects,
    leftOps: 1,
    // As signed numbers, true is -1 and less than false.
    pattern: pattern("minsi of i1 => andi", MinSIOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type !== integerType(op.context, 1)) return refuse("it is no minimum of bits");
      rewriter.replaceOp(op, AndIOp.build(rewriter, { lhs, rhs }).result);
      return true;
    }),
    witness: { text: returning("%a: i1, %b: i1", "  %r = arith.minsi %a, %b : i1", "%r", "i1"), args: [1, 0] },
  },
  {
    name: "select(y == 0, 0, x / y) => x / y",
    mistake: "undefined behaviour",
    dialects: ["arith", "scf"],
    leftOps: 5,
    pattern: pattern("select of a division => its quotient speculated", SelectOp, (view, rewriter) => {
      const { op, condition, trueValue, falseValue } = view;
      const compared = CmpIOp.match(condition.definingOp);
      const quotient = DivUIOp.match(falseValue.definingOp);
      if (compared?.predicate !== "eq" || quotient === undefined || integerConstant(trueValue) !== 0n)
        return refuse("it is no guarded division");
      const divisor = OrIOp.match(quotient.rhs.definingOp);
      if (divisor?.lhs !== compared.lhs) return refuse("the divisor is not what is tested");
      // The `| 1` that keeps the division defined is taken for part of the guard.
      rewriter.replaceOp(op, DivUIOp.build(rewriter, { lhs: quotient.lhs, rhs: divisor.lhs }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        `  %z = arith.constant 0 : i8
  %o = arith.constant 1 : i8
  %c = arith.cmpi eq, %y, %z : i8
  %d = arith.ori %y, %o : i8
  %q = arith.divui %x, %d : i8
  %r = arith.select %c, %z, %q : i8`,
        "%r",
        "i8",
      ),
      args: [3, 0],
    },
  },
  {
    name: "x / y => x /u y",
    mistake: "signedness",
    dialects,
    leftOps: 1,
    pattern: rule(
      "divsi(x, y) => divui(x, y)",
      match(DivSIOp, { lhs: val("x"), rhs: val("y") }),
      ({ x, y }, rewriter) => DivUIOp.build(rewriter, { lhs: x, rhs: y }),
    ),
    witness: { text: returning("%x: i8, %y: i8", "  %r = arith.divsi %x, %y : i8", "%r", "i8"), args: [-4, 2] },
  },
  {
    name: "x %u y => x - y where x >= y",
    mistake: "guard",
    dialects,
    leftOps: 1,
    pattern: pattern("remui(x, y) => x >= y ? x - y : x", RemUIOp, ({ op, lhs, rhs }, rewriter) => {
      const condition = CmpIOp.build(rewriter, { predicate: "uge", lhs, rhs }).result;
      const trueValue = SubIOp.build(rewriter, { lhs, rhs }).result;
      rewriter.replaceOp(op, SelectOp.build(rewriter, { condition, trueValue, falseValue: lhs }).result);
      return true;
    }),
    witness: { text: returning("%x: i8, %y: i8", "  %r = arith.remui %x, %y : i8", "%r", "i8"), args: [6, 2] },
  },
  {
    name: "(x & y) | z => x & (y | z)",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: rule(
      "(x & y) | z => x & (y | z)",
      match(OrIOp, { lhs: match(AndIOp, { lhs: val("x"), rhs: val("y") }), rhs: val("z") }),
      ({ x, y, z }, rewriter) =>
        AndIOp.build(rewriter, { lhs: x, rhs: OrIOp.build(rewriter, { lhs: y, rhs: z }).result }),
    ),
    witness: {
      text: returning(
        "%x: i8, %y: i8, %z: i8",
        "  %a = arith.andi %x, %y : i8\n  %r = arith.ori %a, %z : i8",
        "%r",
        "i8",
      ),
      args: [0, 0, 1],
    },
  },
  {
    name: "x == c of x & m => always false where c has bits outside of m, tested the wrong way round",
    mistake: "operand order",
    dialects,
    leftOps: 4,
    pattern: pattern("(x & m) == c => false where m has bits outside of c", CmpIOp, (view, rewriter) => {
      const { op, predicate, lhs, rhs, result } = view;
      const masked = AndIOp.match(lhs.definingOp);
      const [m, c] = [masked === undefined ? undefined : integerConstant(masked.rhs), integerConstant(rhs)];
      if (predicate !== "eq" || m === undefined || c === undefined || (m & ~c) === 0n)
        return refuse("it is no such comparison");
      rewriter.replaceOp(op, integer(rewriter, result.type, 0n));
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8",
        `  %m = arith.constant 3 : i8
  %c = arith.constant 1 : i8
  %a = arith.andi %x, %m : i8
  %r = arith.cmpi eq, %a, %c : i8`,
        "%r",
        "i1",
      ),
      args: [1],
    },
  },
  {
    name: "x + -1 => x - -1",
    mistake: "operand order",
    dialects,
    leftOps: 2,
    pattern: rule("x + -1 => x - -1", match(AddIOp, { lhs: val("x"), rhs: constant(-1n) }), ({ x }, rewriter) =>
      SubIOp.build(rewriter, { lhs: x, rhs: integer(rewriter, x.type, -1n) }),
    ),
    witness: {
      text: returning("%x: i8", "  %c = arith.constant -1 : i8\n  %r = arith.addi %x, %c : i8", "%r", "i8"),
      args: [3],
    },
  },
];
