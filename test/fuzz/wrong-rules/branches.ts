// Wrong rules on branches: which region or block is taken, and with what.
import { AndIOp, XOrIOp } from "../../../dialects/arith/index.ts";
import { BranchOp, CondBranchOp, SwitchOp } from "../../../dialects/cf/index.ts";
import { IfOp, IndexSwitchOp } from "../../../dialects/scf/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { returning, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "scf"] as const;
function inlined(op: Operation, number: number, values: readonly Value[], rewriter: Rewriter): readonly Value[] {
  const { entry } = op.region(number);
  const end = entry.terminator;
  const results = end.operands.map((value) => (value.ownerBlock === entry ? (values[value.index] ?? value) : value));
  rewriter.eraseOp(end);
  rewriter.inlineBlockBefore(entry, op, values);
  return results;
}

export const branchRules: readonly WrongRule[] = [
  {
    name: "switch of constants equal to their cases, and a default equal to one => the flag",
    mistake: "boundary",
    source: "llvm/llvm-project#55721",
    dialects: ["arith", "cf"],
    leftOps: 2,
    pattern: pattern("cf.switch that passes each case's constant => passes the flag", SwitchOp, (view, rewriter) => {
      const { op, flag, defaultDestination, defaultOperands, caseDestinations, caseOperands, caseValues } = view;
      if (caseDestinations.some((block) => block !== defaultDestination)) return refuse("the cases go different ways");
      const passed = [...caseOperands];
      if (passed.length !== caseDestinations.length || defaultOperands.length !== 1 || passed.length === 0)
        return refuse("it does not pass one value");
      if (caseValues?.kind !== "dense" || passed.some((value) => value.type !== flag.type))
        return refuse("it does not pass integers like its flag");
      const given = passed.map(integerConstant);
      const fallback = defaultOperands[0];
      if (fallback === undefined || !given.includes(integerConstant(fallback)) || given.includes(undefined))
        return refuse("the default passes another value");
      const bytes = caseValues.data;
      const width = bytes.length / given.length;
      const matches = given.every(
        (value, i) => bytes[caseValues.splat ? 0 : i * width] === Number(BigInt.asUintN(8, value ?? 0n)),
      );
      if (!matches) return refuse("a case passes another constant");
      rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: defaultDestination, destOperands: [flag] }).op);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8) -> i8 {
        %one = arith.constant 1 : i8
        %seven = arith.constant 7 : i8
        cf.switch %x : i8, [
          default: ^bb1(%seven : i8),
          1: ^bb1(%one : i8),
          7: ^bb1(%seven : i8)
        ]
      ^bb1(%r: i8):
        return %r : i8
      }`,
      args: [3],
    },
  },
  {
    name: "scf.if without else => its body",
    mistake: "effect",
    dialects: ["arith", "scf", "memref"],
    leftOps: 2,
    pattern: pattern("scf.if without else => its body", IfOp, ({ op, results, elseRegion }, rewriter) => {
      if (results.length > 0 || !elseRegion.isEmpty) return refuse("it has results, or an else");
      inlined(op, 0, [], rewriter);
      rewriter.eraseOp(op);
      return true;
    }),
    witness: {
      text: `func.func @main(%c: i1, %x: i8, %y: i8) -> i8 {
        %b = memref.alloc() : memref<i8>
        memref.store %x, %b[] : memref<i8>
        scf.if %c {
          memref.store %y, %b[] : memref<i8>
        }
        %r = memref.load %b[] : memref<i8>
        return %r : i8
      }`,
      args: [0, 1, 2],
    },
  },
  {
    name: "scf.index_switch on a constant without a case => the first case",
    mistake: "boundary",
    dialects,
    leftOps: 2,
    pattern: pattern("index_switch on a constant => the region of a case", IndexSwitchOp, ({ op, arg }, rewriter) => {
      const chosen = integerConstant(arg);
      if (chosen === undefined || op.regions.length < 2) return refuse("the index is no constant");
      const cases = op.attribute("cases");
      const at = cases?.kind === "dense_array" ? cases.values.map(BigInt).indexOf(chosen) : -1;
      rewriter.replaceOp(op, inlined(op, Math.max(at, 0) + 1, [], rewriter));
      return true;
    }),
    witness: {
      text: returning(
        "%x: i8, %y: i8",
        `  %c = arith.constant 5 : index
  %r = scf.index_switch %c -> i8
  case 2 {
    scf.yield %x : i8
  }
  default {
    scf.yield %y : i8
  }`,
        "%r",
        "i8",
      ),
      args: [1, 2],
    },
  },
  {
    name: "cond_br not c, a, b => cond_br c, a, b",
    mistake: "operand order",
    dialects: ["arith", "cf"],
    leftOps: 2,
    pattern: pattern("cf.cond_br on a negation => on what is negated", CondBranchOp, (view, rewriter) => {
      const { op, condition } = view;
      const negated = XOrIOp.match(condition.definingOp);
      if (negated === undefined || integerConstant(negated.rhs) !== 1n) return refuse("the condition is no negation");
      rewriter.setOperand(op, 0, negated.lhs);
      return true;
    }),
    witness: {
      text: `func.func @main(%c: i1, %x: i8, %y: i8) -> i8 {
        %t = arith.constant true
        %n = arith.xori %c, %t : i1
        cf.cond_br %n, ^bb1(%x : i8), ^bb1(%y : i8)
      ^bb1(%r: i8):
        return %r : i8
      }`,
      args: [1, 2, 3],
    },
  },
  {
    name: "cond_br to one block with different operands => br with the first ones",
    mistake: "guard",
    dialects: ["arith", "cf"],
    leftOps: 1,
    pattern: pattern("cf.cond_br to one block => cf.br", CondBranchOp, (view, rewriter) => {
      const { op, trueDest, falseDest, trueDestOperands } = view;
      if (trueDest !== falseDest) return refuse("it leads to two blocks");
      rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: trueDest, destOperands: trueDestOperands }).op);
      return true;
    }),
    witness: {
      text: `func.func @main(%c: i1, %x: i8, %y: i8) -> i8 {
        cf.cond_br %c, ^bb1(%x : i8), ^bb1(%y : i8)
      ^bb1(%r: i8):
        return %r : i8
      }`,
      args: [0, 2, 3],
    },
  },
  {
    name: "switch on a constant => its default",
    mistake: "guard",
    dialects: ["arith", "cf"],
    leftOps: 1,
    pattern: pattern("cf.switch on a constant => the default", SwitchOp, (view, rewriter) => {
      const { op, flag, defaultDestination, defaultOperands, caseDestinations } = view;
      if (integerConstant(flag) === undefined || caseDestinations.length === 0)
        return refuse("the flag is no constant");
      rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: defaultDestination, destOperands: defaultOperands }).op);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8) -> i8 {
        %c = arith.constant 1 : i8
        cf.switch %c : i8, [
          default: ^bb1(%x : i8),
          1: ^bb1(%y : i8)
        ]
      ^bb1(%r: i8):
        return %r : i8
      }`,
      args: [1, 2],
    },
  },
  {
    name: "if c { if d {a} } => if (andi c, d) {a}",
    mistake: "poison",
    dialects: ["arith", "scf", "memref"],
    leftOps: 2,
    pattern: pattern("scf.if in an scf.if => one of both conditions' andi", IfOp, (view, rewriter) => {
      const { op, condition, results, thenRegion, elseRegion } = view;
      if (results.length > 0 || !elseRegion.isEmpty) return refuse("it has results, or an else");
      const inner = IfOp.match(thenRegion.entry.firstOp);
      if (inner === undefined || inner.op.next !== thenRegion.entry.lastOp)
        return refuse("there is more in it than an scf.if");
      if (!inner.elseRegion.isEmpty) return refuse("the scf.if in it has an else");
      const both = AndIOp.build(rewriter, { lhs: condition, rhs: inner.condition }).result;
      rewriter.moveOpBefore(inner.op, op);
      rewriter.setOperand(inner.op, 0, both);
      rewriter.eraseOp(op);
      return true;
    }),
    // The shift by 8 of an i8 is poison, on which only the program afterwards branches.
    witness: {
      text: `func.func @main(%c: i1, %x: i8, %n: i8) -> i8 {
        %b = memref.alloc() : memref<i8>
        memref.store %x, %b[] : memref<i8>
        %s = arith.shli %x, %n : i8
        %d = arith.cmpi eq, %s, %x : i8
        scf.if %c {
          scf.if %d {
            memref.store %n, %b[] : memref<i8>
          }
        }
        %r = memref.load %b[] : memref<i8>
        return %r : i8
      }`,
      args: [0, 2, 8],
    },
  },
];
