// scf.while: a loop whose first region decides whether to go on, and whose second is the body.
import { AnyType, I1, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { HasParent, LoopLikeOpInterface } from "../../../ir/define/op-interfaces.ts";
import {
  RegionBranchOpInterface,
  RegionBranchTerminatorOpInterface,
  type RegionBranch,
} from "../../../ir/define/region-branch.ts";
import { control, terminator } from "../../../ir/interpret/meaning.ts";
import { expectBoolean } from "../../../ir/interpret/operand.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { parseAssignments, printAssignments, typedArguments } from "../assignments.ts";
import { verifyEdge, verifyYields } from "../yield.ts";
import { generateWhile } from "../generation.ts";
import { whileExample } from "../examples.ts";

export const ConditionOp = defineOp({
  name: "scf.condition",
  summary: "Ends the first region of a while loop: whether to go on, and with what.",
  example: whileExample,
  operands: { condition: I1, args: variadic(AnyType) },
  traits: ["Pure", "Terminator"],
  interfaces: [
    HasParent.with(["scf.while"]),
    RegionBranchTerminatorOpInterface.with((op) => ({ start: 1, length: op.operandCount - 1 })),
  ],
  assemblyFormat: "`(` $condition `)` attr-dict ($args^ `:` type($args))?",
  meaning: terminator,
});

const branch: RegionBranch = {
  successors: (op, from, constants) => {
    const [before, after] = [op.region(0), op.region(1)];
    if (from !== before) return [before];
    const goesOn = integerOf(constants?.(0));
    return goesOn === undefined ? [after, null] : [goesOn === 0n ? null : after];
  },
  inputs: (op, to) => (to === null ? op.results : to.entry.arguments),
  entryOperands: (op) => ({ start: 0, length: op.operandCount }),
};

export const WhileOp = defineOp({
  name: "scf.while",
  summary: "Runs `before`, then `after` and `before` again as long as its condition holds.",
  example: whileExample,
  operands: { inits: variadic(AnyType) },
  results: { results: variadic(AnyType) },
  regions: { before: singleBlockRegion, after: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [LoopLikeOpInterface.with((op) => [op.region(0), op.region(1)]), RegionBranchOpInterface.with(branch)],
  assemblyFormat: {
    print: (op, p) => {
      printAssignments(p, " ", op.region(0).entry.arguments, op.operands);
      p.text(" : ");
      p.functionalType(
        op.operands.map((value) => value.type),
        op.results.map((result) => result.type),
      );
      p.text(" ");
      p.region(op.region(0), { entryArguments: false });
      p.text(" do ");
      p.region(op.region(1));
      p.attrDict(op, { keyword: true });
    },
    parse: (p) => {
      const carried = p.peek("(") ? parseAssignments(p) : [];
      p.expect(":");
      const at = p.position();
      const type = p.functionType();
      if (type.inputs.length !== carried.length) {
        p.error(`expected as many input types as operands (expected ${carried.length} got ${type.inputs.length})`, at);
      }
      const before = p.region(
        typedArguments(
          carried.map(({ argument }) => argument),
          type.inputs,
        ),
      );
      p.expect("do");
      const after = p.region();
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      return {
        operands: p.resolveAll(
          carried.map(({ init }) => init),
          type.inputs,
          at,
        ),
        resultTypes: type.results,
        regions: [before, after],
        attributes,
      };
    },
  },
  verify: ({ before, after }) => {
    if (before.entry.lastOp?.name !== "scf.condition")
      return "expects the 'before' region to terminate with 'scf.condition'";
    return after.entry.lastOp?.name === "scf.yield"
      ? undefined
      : "expects the 'after' region to terminate with 'scf.yield'";
  },
  verifyRegions: ({ inits, results, before, after }) => {
    const passed = before.entry.lastOp?.operands.slice(1) ?? [];
    const taken = before.entry.arguments;
    return (
      verifyEdge("parent", "Region #0", inits, taken) ??
      verifyEdge("Operation scf.condition", "Region #1", passed, after.entry.arguments) ??
      verifyEdge("Operation scf.condition", "parent", passed, results) ??
      verifyYields(after, "Region #0", taken)
    );
  },
  generate: generateWhile,
  meaning: control((op) => {
    const [before, after] = [op.region(0), op.region(1)];
    return function* (operands, run) {
      let carried = operands;
      for (;;) {
        const [goesOn, ...passed] = (yield* run.runRegion(before, carried)).values;
        if (!expectBoolean(goesOn)) return passed;
        carried = (yield* run.runRegion(after, passed)).values;
      }
    };
  }),
});
