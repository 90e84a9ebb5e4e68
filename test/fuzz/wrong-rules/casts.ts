// Wrong rules on casts: truncations, extensions, index, bits, between integers and floats.
import {
  AddIOp, BitcastOp, CmpIOp, ExtFOp, ExtSIOp, ExtUIOp, FPToSIOp, IndexCastOp, IndexCastUIOp, MulIOp, SelectOp, ShLIOp, ShRSIOp,
  SIToFPOp, TruncFOp, TruncIOp, UIToFPOp,
} from "../../../dialects/arith/index.ts"; // prettier-ignore
import { i32, integerType } from "../../../ir/core/type-constructors.ts";
import { bitWidth, elementTypeOf } from "../../../ir/core/types.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { match, rule, val } from "../../../ir/rewrite/rule.ts";
import { folder, integer, returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith"] as const;
const width = (value: { readonly type: Parameters<typeof elementTypeOf>[0] }): number =>
  bitWidth(elementTypeOf(value.type)) ?? 64;

export const castRules: readonly WrongRule[] = [
  {
    name: "index_castui(index_castui x : index to iN) : iN to index => x",
    mistake: "width",
    source: "llvm/llvm-project#90238",
    dialects,
    leftOps: 2,
    pattern: folder("index_castui(index_castui x) => x", IndexCastUIOp, ({ in: value, out }) => {
      const inner = IndexCastUIOp.match(value.definingOp);
      return inner?.in.type === out.type ? inner.in : undefined;
    }),
    witness: {
      text: returning(
        "%x: index",
        "  %n = arith.index_castui %x : index to i8\n  %r = arith.index_castui %n : i8 to index",
        "%r",
        "index",
      ),
      args: [10000],
    },
  },
  {
    name: "index_cast(index_cast x : index to iN) : iN to index => x",
    mistake: "width",
    source: "llvm/llvm-project#90296",
    dialects,
    leftOps: 2,
    pattern: folder("index_cast(index_cast x) => x", IndexCastOp, ({ in: value, out }) => {
      const inner = IndexCastOp.match(value.definingOp);
      return inner?.in.type === out.type ? inner.in : undefined;
    }),
    witness: {
      text: returning(
        "%x: index",
        "  %n = arith.index_cast %x : index to i8\n  %r = arith.index_cast %n : i8 to index",
        "%r",
        "index",
      ),
      args: [256],
    },
  },
  {
    name: "extui(trunci x) => x of the type before",
    mistake: "width",
    source: "p4lang/p4mlir-incubator#339",
    dialects,
    leftOps: 2,
    pattern: folder("extui(trunci x) => x", ExtUIOp, ({ in: value, out }) => {
      const inner = TruncIOp.match(value.definingOp);
      return inner?.in.type === out.type ? inner.in : undefined;
    }),
    witness: {
      text: returning("%x: i32", "  %n = arith.trunci %x : i32 to i8\n  %r = arith.extui %n : i8 to i32", "%r", "i32"),
      args: [256],
    },
  },
  {
    name: "extsi(extui x) => extsi x",
    mistake: "signedness",
    source: "p4lang/p4mlir-incubator#339",
    dialects,
    leftOps: 2,
    pattern: rule(
      "extsi(extui x) => extsi x",
      match(ExtSIOp, { in: match(ExtUIOp, { in: val("x") }) }),
      ({ x }, rewriter, root) => ExtSIOp.build(rewriter, { in: x, resultTypes: [root.result().type] }),
    ),
    witness: {
      text: returning("%x: i8", "  %n = arith.extui %x : i8 to i16\n  %r = arith.extsi %n : i16 to i32", "%r", "i32"),
      args: [-1],
    },
  },
  {
    name: "truncf(truncf x) => truncf x",
    mistake: "rounding",
    source: "llvm/llvm-project#128096",
    dialects,
    leftOps: 2,
    pattern: pattern("truncf(truncf x) => truncf x", TruncFOp, ({ op, in: value, out }, rewriter) => {
      const inner = TruncFOp.match(value.definingOp);
      if (inner === undefined) return refuse("its operand is no truncation");
      rewriter.replaceOp(op, TruncFOp.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
      return true;
    }),
    witness: {
      // Just above the middle of two f16: the first rounding moves it into the middle, the second one to even.
      text: returning(
        "%x: f64",
        "  %n = arith.truncf %x : f64 to f32\n  %r = arith.truncf %n : f32 to f16",
        "%r",
        "f16",
      ),
      args: [1 + 2 ** -11 + 2 ** -40],
    },
  },
  {
    name: "extf(truncf x) => x",
    mistake: "rounding",
    source: "llvm/llvm-project#93443",
    dialects,
    leftOps: 2,
    pattern: folder("extf(truncf x) => x", ExtFOp, ({ in: value, out }) => {
      const inner = TruncFOp.match(value.definingOp);
      return inner?.in.type === out.type ? inner.in : undefined;
    }),
    witness: {
      text: returning("%x: f32", "  %n = arith.truncf %x : f32 to f16\n  %r = arith.extf %n : f16 to f32", "%r", "f32"),
      args: [Math.fround(0.1)],
    },
  },
  {
    name: "x >> n of i64 => the shift in i32, extended",
    mistake: "width",
    source: "llvm/llvm-project#218191",
    dialects,
    leftOps: 2,
    pattern: pattern("extsi x >> n => extsi(x >> trunci n)", ShRSIOp, ({ op, lhs, rhs, result }, rewriter) => {
      const extended = ExtSIOp.match(lhs.definingOp);
      if (extended === undefined) return refuse("what is shifted is no extension");
      const amount = TruncIOp.build(rewriter, { in: rhs, resultTypes: [extended.in.type] }).out;
      const narrow = ShRSIOp.build(rewriter, { lhs: extended.in, rhs: amount }).result;
      rewriter.replaceOp(op, ExtSIOp.build(rewriter, { in: narrow, resultTypes: [result.type] }).out);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i32, %n: i64",
        "  %e = arith.extsi %x : i32 to i64\n  %r = arith.shrsi %e, %n : i64",
        "%r",
        "i64",
      ),
      args: [4, 32n],
    },
  },
  {
    name: "trunci(extui x) => extsi x, to less",
    mistake: "signedness",
    dialects,
    leftOps: 2,
    pattern: pattern("trunci(extui x) => extsi x", TruncIOp, ({ op, in: value, out }, rewriter) => {
      const inner = ExtUIOp.match(value.definingOp);
      if (inner === undefined || width(inner.in) >= width(out)) return refuse("it is no shorter extension");
      rewriter.replaceOp(op, ExtSIOp.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
      return true;
    }),
    witness: {
      text: returning("%x: i8", "  %n = arith.extui %x : i8 to i32\n  %r = arith.trunci %n : i32 to i16", "%r", "i16"),
      args: [-1],
    },
  },
  {
    name: "extsi x <u extsi y => x <s y",
    mistake: "predicate",
    dialects,
    leftOps: 3,
    pattern: pattern(
      "cmpi ult(extsi x, extsi y) => cmpi slt(x, y)",
      CmpIOp,
      ({ op, predicate, lhs, rhs }, rewriter) => {
        const [a, b] = [ExtSIOp.match(lhs.definingOp), ExtSIOp.match(rhs.definingOp)];
        if (predicate !== "ult" || a === undefined || b === undefined || a.in.type !== b.in.type)
          return refuse("it compares no extensions of one type");
        rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate: "slt", lhs: a.in, rhs: b.in }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        `  %a = arith.extsi %x : i8 to i32
  %b = arith.extsi %y : i8 to i32
  %r = arith.cmpi ult, %a, %b : i32`,
        "%r",
        "i1",
      ),
      args: [-1, 0],
    },
  },
  {
    name: "extsi(x + y) => extsi x + extsi y without nsw",
    mistake: "overflow",
    dialects,
    leftOps: 2,
    pattern: rule(
      "extsi(x + y) => extsi x + extsi y",
      match(ExtSIOp, { in: match(AddIOp, { lhs: val("x"), rhs: val("y") }) }),
      ({ x, y }, rewriter, root) => {
        const wide = (value: typeof x): typeof x =>
          ExtSIOp.build(rewriter, { in: value, resultTypes: [root.result().type] }).out;
        return AddIOp.build(rewriter, { lhs: wide(x), rhs: wide(y) });
      },
    ),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        "  %s = arith.addi %x, %y : i8\n  %r = arith.extsi %s : i8 to i16",
        "%r",
        "i16",
      ),
      args: [127, 1],
    },
  },
  {
    name: "trunci(x) == 0 => x == 0",
    mistake: "width",
    dialects,
    leftOps: 3,
    pattern: pattern("trunci(x) == 0 => x == 0", CmpIOp, ({ op, predicate, lhs, rhs }, rewriter) => {
      const inner = TruncIOp.match(lhs.definingOp);
      if (inner === undefined || predicate !== "eq" || integerConstant(rhs) !== 0n) return refuse("it is no such test");
      const zero = integer(rewriter, inner.in.type, 0n);
      rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate, lhs: inner.in, rhs: zero }).result);
      return true;
    }),
    witness: {
      text: returning(
        "%x: i32",
        "  %n = arith.trunci %x : i32 to i8\n  %z = arith.constant 0 : i8\n  %r = arith.cmpi eq, %n, %z : i8",
        "%r",
        "i1",
      ),
      args: [256],
    },
  },
  {
    name: "fptosi(sitofp x) => x",
    mistake: "rounding",
    dialects,
    leftOps: 2,
    pattern: folder("fptosi(sitofp x) => x", FPToSIOp, ({ in: value, out }) => {
      const inner = SIToFPOp.match(value.definingOp);
      return inner?.in.type === out.type ? inner.in : undefined;
    }),
    witness: {
      text: returning(
        "%x: i32",
        "  %f = arith.sitofp %x : i32 to f32\n  %r = arith.fptosi %f : f32 to i32",
        "%r",
        "i32",
      ),
      args: [16777217],
    },
  },
  {
    name: "sitofp(extui x) => sitofp x",
    mistake: "signedness",
    dialects,
    leftOps: 2,
    pattern: rule(
      "sitofp(extui x) => sitofp x",
      match(SIToFPOp, { in: match(ExtUIOp, { in: val("x") }) }),
      ({ x }, rewriter, root) => SIToFPOp.build(rewriter, { in: x, resultTypes: [root.result().type] }),
    ),
    witness: {
      text: returning("%x: i8", "  %e = arith.extui %x : i8 to i32\n  %r = arith.sitofp %e : i32 to f32", "%r", "f32"),
      args: [-1],
    },
  },
  {
    name: "truncf(uitofp x) => uitofp x, whatever the width",
    mistake: "rounding",
    dialects,
    leftOps: 2,
    pattern: rule(
      "truncf(uitofp x) => uitofp x",
      match(TruncFOp, { in: match(UIToFPOp, { in: val("x") }) }),
      ({ x }, rewriter, root) => UIToFPOp.build(rewriter, { in: x, resultTypes: [root.result().type] }),
    ),
    witness: {
      // 2^25 + 2 + 1 is rounded to 2^25 + 4 in f32 and then, in bf16 as in the middle, to another neighbour.
      text: returning(
        "%x: i32",
        "  %f = arith.uitofp %x : i32 to f32\n  %r = arith.truncf %f : f32 to bf16",
        "%r",
        "bf16",
      ),
      args: [0x1010001],
    },
  },
  {
    name: "bitcast(x) == 0 => x is a zero of either sign",
    mistake: "signed zero",
    dialects,
    leftOps: 3,
    pattern: pattern(
      "bitcast(x) == 0 => x is a zero of either sign",
      CmpIOp,
      ({ op, predicate, lhs, rhs }, rewriter) => {
        const inner = BitcastOp.match(lhs.definingOp);
        if (inner === undefined || predicate !== "eq" || integerConstant(rhs) !== 0n)
          return refuse("it is no such test");
        if (elementTypeOf(inner.in.type).kind !== "float") return refuse("it is the bits of no float");
        // Shifts the sign away, so that minus zero is a zero too.
        const one = integer(rewriter, lhs.type, 1n);
        const rest = ShLIOp.build(rewriter, { lhs, rhs: one }).result;
        rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate, lhs: rest, rhs }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%x: f32",
        "  %b = arith.bitcast %x : f32 to i32\n  %z = arith.constant 0 : i32\n  %r = arith.cmpi eq, %b, %z : i32",
        "%r",
        "i1",
      ),
      args: [-0],
    },
  },
  {
    name: "index x + y => index_cast(i32 x + i32 y)",
    mistake: "width",
    dialects,
    leftOps: 1,
    pattern: pattern("addi of index => addi of i32", AddIOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs.type.kind !== "index") return refuse("it is no addition of indices");
      const narrow = (value: typeof lhs): typeof lhs =>
        IndexCastOp.build(rewriter, { in: value, resultTypes: [i32(op.context)] }).out;
      const sum = AddIOp.build(rewriter, { lhs: narrow(lhs), rhs: narrow(rhs) }).result;
      rewriter.replaceOp(op, IndexCastOp.build(rewriter, { in: sum, resultTypes: [lhs.type] }).out);
      return true;
    }),
    witness: {
      text: returning("%x: index, %y: index", "  %r = arith.addi %x, %y : index", "%r", "index"),
      args: [2147483647, 1],
    },
  },
  {
    name: "x * y of i1 sign-extended => x * y of the extensions by sign",
    mistake: "width",
    dialects,
    leftOps: 2,
    pattern: pattern("extui(x * y) => extsi x * extui y", ExtUIOp, ({ op, in: value, out }, rewriter) => {
      const product = MulIOp.match(value.definingOp);
      if (product === undefined || value.type !== integerType(op.context, 1)) return refuse("it is no product of bits");
      const left = ExtSIOp.build(rewriter, { in: product.lhs, resultTypes: [out.type] }).out;
      const right = ExtUIOp.build(rewriter, { in: product.rhs, resultTypes: [out.type] }).out;
      rewriter.replaceOp(op, MulIOp.build(rewriter, { lhs: left, rhs: right }).result);
      return true;
    }),
    witness: {
      text: returning("%x: i1, %y: i1", "  %p = arith.muli %x, %y : i1\n  %r = arith.extui %p : i1 to i8", "%r", "i8"),
      args: [1, 1],
    },
  },
  {
    name: "extsi(c) of i1 => select(c, 1, 0)",
    mistake: "signedness",
    dialects,
    leftOps: 1,
    pattern: pattern("extsi c => select(c, 1, 0)", ExtSIOp, ({ op, in: value, out }, rewriter) => {
      if (value.type !== integerType(op.context, 1)) return refuse("it is no extension of a bit");
      const [one, zero] = [integer(rewriter, out.type, 1n), integer(rewriter, out.type, 0n)];
      rewriter.replaceOp(op, SelectOp.build(rewriter, { condition: value, trueValue: one, falseValue: zero }).result);
      return true;
    }),
    witness: { text: returning("%x: i1", "  %r = arith.extsi %x : i1 to i8", "%r", "i8"), args: [1] },
  },
];
