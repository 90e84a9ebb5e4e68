// Wrong conversions: each op alone is turned into what nearly does the same.
import {
  AddIOp, CeilDivSIOp, CmpFOp, CmpIOp, DivSIOp, DivUIOp, IndexCastOp, IndexCastUIOp, MaxNumFOp, MaxSIOp, MinSIOp, RemSIOp, RemUIOp,
  SelectOp, ShRSIOp, ShRUIOp, SubIOp, arithConstant, integerConstantAttr,
} from "../../../dialects/arith/index.ts"; // prettier-ignore
import { BranchOp, CondBranchOp } from "../../../dialects/cf/index.ts";
import { ForOp } from "../../../dialects/scf/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { ConversionTarget } from "../../../ir/rewrite/conversion-target.ts";
import { refuse } from "../../../ir/rewrite/pattern.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { binaryOf } from "../wrong-rules/wrong-rule.ts";
import type { WrongPass } from "./wrong-pass.ts";

type Binary = typeof DivSIOp | typeof RemSIOp | typeof ShRSIOp;

/** Another op of the same operands. */
const renamed = (from: Binary, to: string): ConversionPattern =>
  conversionPattern(`${from.name} => ${to}`, from, ({ op, lhs, rhs }, _adaptor, rewriter) => {
    rewriter.replaceOpWithNew(op, to, { operands: [lhs, rhs], resultTypes: [lhs.type] });
    return true;
  });

const smaller = (from: typeof MinSIOp | typeof MaxSIOp, predicate: "ult" | "ugt"): ConversionPattern =>
  conversionPattern(`${from.name} => select`, from, ({ op, lhs, rhs }, _adaptor, rewriter) => {
    const condition = CmpIOp.build(rewriter, { predicate, lhs, rhs }).result;
    rewriter.replaceOp(op, SelectOp.build(rewriter, { condition, trueValue: lhs, falseValue: rhs }).result);
    return true;
  });

/** Whether a loop stands where there may be other blocks. */
const isInFunction = (op: Operation): boolean => op.parentOp?.name === "func.func";

export const wrongConversions: readonly WrongPass[] = [
  {
    mistake: "signedness",
    dialects: ["arith"],
    pass: {
      name: "divisions-to-unsigned",
      patterns: () => [renamed(DivSIOp, DivUIOp.name), renamed(RemSIOp, RemUIOp.name), renamed(ShRSIOp, ShRUIOp.name)],
      target: () => new ConversionTarget().illegalOps(DivSIOp, RemSIOp, ShRSIOp),
    },
    witness: { text: binaryOf("divsi", "i8"), args: [-4, 2] },
  },
  {
    mistake: "signedness",
    dialects: ["arith"],
    pass: {
      name: "extremes-to-comparisons",
      patterns: () => [smaller(MinSIOp, "ult"), smaller(MaxSIOp, "ugt")],
      target: () => new ConversionTarget().illegalOps(MinSIOp, MaxSIOp),
    },
    witness: { text: binaryOf("minsi", "i8"), args: [-4, 2] },
  },
  {
    mistake: "signedness",
    dialects: ["arith"],
    pass: {
      name: "index-casts-to-unsigned",
      patterns: () => [
        conversionPattern("index_cast => index_castui", IndexCastOp, ({ op }, { operands }, rewriter) => {
          const resultTypes = op.results.map(({ type }) => type);
          rewriter.replaceOpWithNew(op, IndexCastUIOp.name, { operands, resultTypes });
          return true;
        }),
      ],
      target: () => new ConversionTarget().illegalOps(IndexCastOp),
    },
    witness: {
      text: `func.func @main(%x: i8) -> index {
  %r = arith.index_cast %x : i8 to index
  return %r : index
}`,
      args: [-4],
    },
  },
  {
    mistake: "overflow",
    dialects: ["arith"],
    pass: {
      name: "expand-ceildivsi",
      patterns: () => [
        conversionPattern("ceildivsi(a, b) => (a + b - 1) / b", CeilDivSIOp, ({ op, lhs, rhs }, _adaptor, rewriter) => {
          const one = integerConstantAttr(lhs.type, 1n);
          if (one === undefined) return refuse("the type has no constants");
          const sum = AddIOp.build(rewriter, { lhs, rhs }).result;
          const last = SubIOp.build(rewriter, { lhs: sum, rhs: arithConstant(rewriter, one) }).result;
          rewriter.replaceOp(op, DivSIOp.build(rewriter, { lhs: last, rhs }).result);
          return true;
        }),
      ],
      target: () => new ConversionTarget().illegalOps(CeilDivSIOp),
    },
    witness: { text: binaryOf("ceildivsi", "i8"), args: [7, -2] },
  },
  {
    mistake: "NaN",
    dialects: ["arith"],
    pass: {
      name: "expand-maxnumf",
      patterns: () => [
        conversionPattern("maxnumf(a, b) => a > b ? a : b", MaxNumFOp, ({ op, lhs, rhs }, _adaptor, rewriter) => {
          const condition = CmpFOp.build(rewriter, { predicate: "ogt", lhs, rhs }).result;
          rewriter.replaceOp(op, SelectOp.build(rewriter, { condition, trueValue: lhs, falseValue: rhs }).result);
          return true;
        }),
      ],
      target: () => new ConversionTarget().illegalOps(MaxNumFOp),
    },
    witness: { text: binaryOf("maxnumf", "f32"), args: [1, NaN] },
  },
  {
    mistake: "width",
    dialects: ["arith"],
    pass: {
      name: "indices-in-32-bits",
      patterns: () => [
        conversionPattern("addi of indices => addi of i32", AddIOp, ({ op, lhs, rhs }, _adaptor, rewriter) => {
          if (lhs.type.kind !== "index") return refuse("they are no indices");
          const resultTypes = [i32(op.context)];
          const operands = [lhs, rhs].map((value) =>
            IndexCastOp.build(rewriter, { in: value, resultTypes }).op.result(),
          );
          const sum = rewriter.create(AddIOp.name, { operands, resultTypes }).result();
          rewriter.replaceOp(op, IndexCastOp.build(rewriter, { in: sum, resultTypes: [lhs.type] }).op);
          return true;
        }),
      ],
      target: () => new ConversionTarget().dynamicallyLegalOps([AddIOp], (op) => op.result().type.kind !== "index"),
    },
    witness: { text: binaryOf("addi", "index"), args: [2147483647, 1] },
  },
  {
    mistake: "trip count",
    dialects: ["arith", "cf", "scf"],
    pass: {
      name: "for-to-blocks",
      patterns: () => [
        conversionPattern("scf.for => blocks, up to its bound", ForOp, ({ op, region }, _adaptor, rewriter) => {
          const [lower, upper, step, ...inits] = op.operands;
          const before = op.parentBlock;
          const [iv] = region.entry.arguments;
          if (
            before === null ||
            before.parentRegion === null ||
            lower === undefined ||
            upper === undefined ||
            step === undefined ||
            iv === undefined
          )
            return unsupported("a loop that stands nowhere");
          const after = rewriter.splitBlock(before, op);
          const head = rewriter.createBlock(
            before.parentRegion,
            region.entry.arguments.map(({ type }) => type),
            after,
          );
          const body = region.entry;
          rewriter.inlineRegionBefore(region, before.parentRegion, after);
          const end = body.terminator;
          rewriter.setBefore(end);
          const [next = iv] = head.arguments;
          const sum = AddIOp.build(rewriter, { lhs: iv, rhs: step }).result;
          BranchOp.build(rewriter, { dest: head, destOperands: [sum, ...end.operands] });
          rewriter.eraseOp(end);
          rewriter.setToEnd(before);
          BranchOp.build(rewriter, { dest: head, destOperands: [lower, ...inits] });
          rewriter.setToEnd(head);
          const condition = CmpIOp.build(rewriter, { predicate: "sle", lhs: next, rhs: upper }).result;
          CondBranchOp.build(rewriter, {
            condition,
            trueDest: body,
            falseDest: after,
            trueDestOperands: head.arguments,
            falseDestOperands: [],
          });
          rewriter.replaceOp(op, head.arguments.slice(1));
          return true;
        }),
      ],
      target: () => new ConversionTarget().dynamicallyLegalOps([ForOp], (op) => !isInFunction(op)),
    },
    witness: {
      text: `func.func @main(%x: i8, %n: index) -> i8 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %k = %c0 to %n step %c1 iter_args(%a = %x) -> (i8) {
    %s = arith.addi %a, %x : i8
    scf.yield %s : i8
  }
  return %r : i8
}`,
      args: [1, 2],
    },
  },
];
