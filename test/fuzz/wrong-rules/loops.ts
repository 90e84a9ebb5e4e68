// Wrong rules on loops: trip counts, and values carried from one iteration to the next.
import { SelectOp } from "../../../dialects/arith/index.ts";
import { ConditionOp, ForOp, IfOp, WhileOp } from "../../../dialects/scf/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { isPure } from "../../../ir/analysis/effects.ts";
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
const loop = (bounds: string, body: string): string => `func.func @main(%x: i8, %y: i8, %n: index) -> i8 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %r = scf.for %i = ${bounds} iter_args(%a = %x) -> (i8) {
${body}
  }
  return %r : i8
}
`;

export const loopRules: readonly WrongRule[] = [
  {
    name: "while whose condition chose an scf.if: every copy of its result is the else value",
    mistake: "index",
    source: "llvm/llvm-project#219456",
    dialects,
    leftOps: 3,
    // The results become what the if yields in its else, the body's arguments what it yields in its then; the second of two equal
    // operands of scf.condition was taken for one that the if did not define.
    pattern: pattern(
      "scf.condition of an scf.if by the same condition => its values",
      ConditionOp,
      (view, rewriter) => {
        const { op, condition, args } = view;
        const chosen = args.map((value) => IfOp.match(value.definingOp)).find((made) => made?.condition === condition);
        const loopOp = op.parentOp;
        if (chosen === undefined || loopOp === null || chosen.elseRegion.isEmpty)
          return refuse("no if has that condition");
        const isMovable = (region: typeof chosen.thenRegion): boolean =>
          [...region.entry.ops()].every((inner) => inner === region.entry.terminator || isPure(inner));
        if (!isMovable(chosen.thenRegion) || !isMovable(chosen.elseRegion)) return refuse("its regions have effects");
        if (chosen.results.some((result) => result.users().some((user) => user !== op)))
          return refuse("somebody else uses the if");
        const after = loopOp.region(1).entry;
        const lifted = ([0, 1] as const).map((number) => {
          const values = chosen.op.region(number).entry.terminator.operands;
          rewriter.setBefore(chosen.op);
          const block = chosen.op.region(number).entry;
          for (const inner of [...block.ops()]) if (inner !== block.terminator) rewriter.moveOpBefore(inner, chosen.op);
          return values;
        });
        const seen = new Set<Value>();
        args.forEach((value, i) => {
          if (value.definingOp !== chosen.op) return;
          const [whenTrue, whenFalse] = [lifted[0]?.[value.index], lifted[1]?.[value.index]];
          const argument = after.arguments[i];
          if (whenTrue === undefined || whenFalse === undefined || argument === undefined) return;
          if (!seen.has(value)) rewriter.replaceAllUsesWith(argument, whenTrue);
          seen.add(value);
          op.setOperand(i + 1, whenFalse);
        });
        rewriter.eraseOp(chosen.op);
        return true;
      },
    ),
    witness: {
      text: `func.func @main() -> index {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c20 = arith.constant 20 : index
        %c30 = arith.constant 30 : index
        %r:3 = scf.while (%s = %c0) : (index) -> (index, index, index) {
          %go = arith.cmpi slt, %s, %c1 : index
          %v = scf.if %go -> index {
            scf.yield %c2 : index
          } else {
            scf.yield %c20 : index
          }
          scf.condition(%go) %v, %v, %s : index, index, index
        } do {
        ^bb0(%first: index, %second: index, %old: index):
          scf.yield %second : index
        }
        return %r#2 : index
      }`,
    },
  },
  {
    name: "scf.for with an unused carried value => what it yields, once",
    mistake: "trip count",
    source: "EnzymeAD/Enzyme-JAX#3063",
    dialects,
    leftOps: 1,
    // The result is the last yielded value only where the loop runs.
    pattern: pattern(
      "for that yields a value from outside => that value",
      ForOp,
      ({ op, initArgs, region }, rewriter) => {
        const yielded = region.entry.terminator.operands;
        const [value] = yielded;
        const [argument] = region.entry.arguments.slice(1);
        if (initArgs.length !== 1 || value === undefined || argument === undefined || argument.hasUses)
          return refuse("it carries other than one unused value");
        if (value.parentBlock?.parentRegion?.isWithin(region) === true) return refuse("the value is from inside");
        if (!op.result().hasUses) return refuse("nobody asks for the result");
        rewriter.replaceAllUsesWith(op.result(), value);
        return true;
      },
    ),
    witness: { text: loop("%c0 to %n step %c1", "    scf.yield %y : i8"), args: [1, 2, 0] },
  },
  {
    name: "for i = 0 to n step 1 => its body, once",
    mistake: "trip count",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "scf.for of unknown trip count => its body",
      ForOp,
      ({ op, lowerBound, upperBound, initArgs }, rewriter) => {
        if (integerConstant(upperBound) !== undefined) return refuse("the trip count is known");
        rewriter.replaceOp(op, inlined(op, 0, [lowerBound, ...initArgs], rewriter));
        return true;
      },
    ),
    witness: {
      text: loop("%c0 to %n step %c1", "    %s = arith.addi %a, %y : i8\n    scf.yield %s : i8"),
      args: [1, 2, 0],
    },
  },
  {
    name: "for i = 0 to 2 step 1 => its body, once, a trip too few",
    mistake: "trip count",
    dialects,
    leftOps: 4,
    pattern: pattern("scf.for of one or two iterations => its body", ForOp, (view, rewriter) => {
      const { op, lowerBound, upperBound, step, initArgs } = view;
      const [lower, upper, by] = [lowerBound, upperBound, step].map(integerConstant);
      if (lower === undefined || upper === undefined || by === undefined || by <= 0n) return refuse("no constants");
      const trips = (upper - lower) / by;
      if (lower >= upper || trips > 2n) return refuse("it runs more often");
      rewriter.replaceOp(op, inlined(op, 0, [lowerBound, ...initArgs], rewriter));
      return true;
    }),
    witness: {
      text: loop("%c0 to %c2 step %c1", "    %s = arith.addi %a, %y : i8\n    scf.yield %s : i8"),
      args: [1, 2, 0],
    },
  },
  {
    name: "for i = l to u by s, floor((u - l) / s) = 0 => its inits",
    mistake: "rounding",
    dialects,
    leftOps: 4,
    pattern: pattern(
      "scf.for of no whole step => its inits",
      ForOp,
      ({ op, lowerBound, upperBound, step, initArgs }, rewriter) => {
        const [lower, upper, by] = [lowerBound, upperBound, step].map(integerConstant);
        if (lower === undefined || upper === undefined || by === undefined || by <= 0n) return refuse("no constants");
        if ((upper - lower) / by !== 0n) return refuse("it makes a whole step");
        rewriter.replaceOp(op, initArgs);
        return true;
      },
    ),
    witness: {
      text: loop("%c0 to %c1 step %c2", "    %s = arith.addi %a, %y : i8\n    scf.yield %s : i8"),
      args: [1, 2, 0],
    },
  },
  {
    name: "carried value => its init, if the init is yielded in the first iteration",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "for whose carried value is only added to => its init",
      ForOp,
      ({ op, initArgs, region }, rewriter) => {
        const [init] = initArgs;
        const [argument] = region.entry.arguments.slice(1);
        if (init === undefined || initArgs.length !== 1 || argument === undefined || !argument.hasUses)
          return refuse("it carries other than one value");
        if (!op.result().hasUses) return refuse("nobody asks for the result");
        rewriter.replaceAllUsesWith(argument, init);
        return true;
      },
    ),
    witness: {
      text: loop("%c0 to %c2 step %c1", "    %s = arith.addi %a, %y : i8\n    scf.yield %s : i8"),
      args: [1, 2, 0],
    },
  },
  {
    name: "two carried values exchanged => exchanged once",
    mistake: "trip count",
    dialects,
    leftOps: 1,
    pattern: pattern("for that exchanges its two values => exchanged", ForOp, ({ op, initArgs, region }, rewriter) => {
      const [a, b] = region.entry.arguments.slice(1);
      const [first, second] = region.entry.terminator.operands;
      const [x, y] = initArgs;
      if (initArgs.length !== 2 || first !== b || second !== a || x === undefined || y === undefined)
        return refuse("it does not exchange two values");
      if (!op.hasResultUses || x === y) return refuse("nobody sees it");
      rewriter.replaceAllUsesWith(op.result(0), y);
      rewriter.replaceAllUsesWith(op.result(1), x);
      return true;
    }),
    witness: {
      text: `func.func @main(%x: i8, %y: i8, %n: index) -> (i8, i8) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%a = %x, %b = %y) -> (i8, i8) {
          scf.yield %b, %a : i8, i8
        }
        return %r#0, %r#1 : i8, i8
      }`,
      args: [1, 2, 2],
    },
  },
  {
    name: "the induction variable after the loop is the upper bound",
    mistake: "boundary",
    dialects,
    leftOps: 1,
    pattern: pattern("for that yields its induction variable => its upper bound", ForOp, (view, rewriter) => {
      const { op, upperBound, initArgs, region } = view;
      const [iv] = region.entry.arguments;
      const [yielded] = region.entry.terminator.operands;
      if (initArgs.length !== 1 || iv === undefined || yielded !== iv) return refuse("it yields something else");
      if (!op.result().hasUses) return refuse("nobody asks for the result");
      rewriter.replaceAllUsesWith(op.result(), upperBound);
      return true;
    }),
    witness: {
      text: `func.func @main(%n: index) -> index {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %r = scf.for %i = %c0 to %n step %c1 iter_args(%a = %c0) -> (index) {
          scf.yield %i : index
        }
        return %r : index
      }`,
      args: [3],
    },
  },
  {
    name: "if c {a} else {b} => select c, b, a",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "scf.if that yields values from outside => select, the other way round",
      IfOp,
      (view, rewriter) => {
        const { op, condition, results, thenRegion, elseRegion } = view;
        const [a] = thenRegion.entry.terminator.operands;
        const b = elseRegion.isEmpty ? undefined : elseRegion.entry.terminator.operands[0];
        if (results.length !== 1 || a === undefined || b === undefined || a === b)
          return refuse("it yields other values");
        const isOutside = (value: Value): boolean =>
          value.parentBlock?.parentRegion?.isWithin(op.parentRegion ?? thenRegion) === true &&
          value.parentBlock !== thenRegion.entry &&
          value.parentBlock !== elseRegion.entry;
        if (!isOutside(a) || !isOutside(b)) return refuse("a value is from inside");
        rewriter.replaceOp(op, SelectOp.build(rewriter, { condition, trueValue: b, falseValue: a }).result);
        return true;
      },
    ),
    witness: {
      text: returning(
        "%c: i1, %x: i8, %y: i8",
        `  %r = scf.if %c -> (i8) {
    scf.yield %x : i8
  } else {
    scf.yield %y : i8
  }`,
        "%r",
        "i8",
      ),
      args: [1, 2, 3],
    },
  },
  {
    name: "scf.while => its body at most once",
    mistake: "trip count",
    dialects,
    leftOps: 1,
    pattern: pattern("scf.while => before, and an if", WhileOp, ({ op, inits, before, after }, rewriter) => {
      const end = before.entry.terminator;
      const condition = end.operands[0];
      const passed = end.operands.slice(1);
      if (condition === undefined || passed.some((value, i) => value.type !== inits[i]?.type))
        return refuse("it passes on other types");
      if (passed.length !== inits.length || !op.hasResultUses) return refuse("nobody asks for the results");
      if ([...after.entry.ops()].some((inner) => inner !== after.entry.terminator && !isPure(inner)))
        return refuse("its body has effects");
      const replaced = (list: readonly Value[], from: typeof before.entry, to: readonly Value[]): readonly Value[] =>
        list.map((value) => (value.ownerBlock === from ? (to[value.index] ?? value) : value));
      const handed = replaced(passed, before.entry, inits);
      const goesOn = replaced([condition], before.entry, inits)[0] ?? condition;
      rewriter.eraseOp(end);
      rewriter.inlineBlockBefore(before.entry, op, inits);
      const yielded = replaced(after.entry.terminator.operands, after.entry, handed);
      rewriter.eraseOp(after.entry.terminator);
      rewriter.inlineBlockBefore(after.entry, op, handed);
      rewriter.setBefore(op);
      rewriter.replaceOp(
        op,
        handed.map((value, i) => {
          const next = yielded[i] ?? value;
          return SelectOp.build(rewriter, { condition: goesOn, trueValue: next, falseValue: value }).result;
        }),
      );
      return true;
    }),
    witness: {
      text: `func.func @main(%n: i8) -> i8 {
        %c0 = arith.constant 0 : i8
        %c1 = arith.constant 1 : i8
        %r = scf.while (%a = %c0) : (i8) -> i8 {
          %go = arith.cmpi slt, %a, %n : i8
          scf.condition(%go) %a : i8
        } do {
        ^bb0(%b: i8):
          %s = arith.addi %b, %c1 : i8
          scf.yield %s : i8
        }
        return %r : i8
      }`,
      args: [3],
    },
  },
];
