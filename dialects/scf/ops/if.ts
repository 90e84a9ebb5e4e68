// scf.if: one of two regions by an i1.
import { i1 } from "../../../ir/core/type-constructors.ts";
import { AnyType, I1, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, maybeEmptyRegion, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { ImplicitTerminator } from "../../../ir/define/op-interfaces.ts";
import { RegionBranchOpInterface, runsOneRegion } from "../../../ir/define/region-branch.ts";
import { control } from "../../../ir/interpret/meaning.ts";
import { expectBoolean } from "../../../ir/interpret/operand.ts";
import { integerConstant, integerOf } from "../../../ir/rewrite/constant.ts";
import { verifyYields } from "../yield.ts";
import { generateIf } from "../generation.ts";
import { ifExample } from "../examples.ts";

export const IfOp = defineOp({
  name: "scf.if",
  summary: "Runs one of two regions; without results the second may be absent.",
  example: ifExample,
  operands: { condition: I1 },
  results: { results: variadic(AnyType) },
  regions: { thenRegion: singleBlockRegion, elseRegion: maybeEmptyRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable", "SingleBlock"],
  interfaces: [
    ImplicitTerminator.with("scf.yield"),
    RegionBranchOpInterface.with(
      runsOneRegion((op, constants) => {
        const [whenTrue, whenFalse] = [op.region(0), op.region(1).isEmpty ? null : op.region(1)];
        const condition = integerOf(constants?.(0));
        return condition === undefined ? [whenTrue, whenFalse] : [condition === 0n ? whenFalse : whenTrue];
      }),
    ),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const terminators = op.resultCount > 0;
      p.text(" ");
      p.value(op.operand(0));
      if (terminators) {
        p.text(" -> (");
        p.list(op.results, (result) => p.type(result.type));
        p.text(")");
      }
      p.text(" ");
      p.region(op.region(0), { entryArguments: false, terminators });
      if (!op.region(1).isEmpty) {
        p.text(" else ");
        p.region(op.region(1), { entryArguments: false, terminators });
      }
      p.attrDict(op);
    },
    parse: (p) => {
      const condition = p.resolve(p.operand(), i1(p.context));
      const resultTypes = p.accept("->") ? p.typeOrTypeList() : [];
      const thenRegion = p.region();
      const elseRegion = p.accept("else") ? p.region() : p.emptyRegion();
      const attributes = p.optionalAttrDict();
      return { operands: [condition], resultTypes, regions: [thenRegion, elseRegion], attributes };
    },
  },
  verify: ({ results, elseRegion }) =>
    results.length > 0 && elseRegion.isEmpty ? "must have an else block if defining values" : undefined,
  verifyRegions: ({ results, thenRegion, elseRegion }) => {
    for (const region of [thenRegion, elseRegion]) {
      if (region.isEmpty) continue;
      if (region.entry.arguments.length > 0) return `region #${region === thenRegion ? 0 : 1} should have no arguments`;
      const problem = verifyYields(region, "parent", results);
      if (problem !== undefined) return problem;
    }
    return undefined;
  },
  fold: ({ op, condition, thenRegion, elseRegion }) => {
    // if not c then a else b => if c then b else a
    const negation = condition.definingOp;
    if (negation?.name !== "arith.xori" || integerConstant(negation.operand(1)) !== 1n || elseRegion.isEmpty)
      return undefined;
    const [whenFalse, whenTrue] = [thenRegion.entry, elseRegion.entry];
    thenRegion.removeBlock(whenFalse);
    elseRegion.removeBlock(whenTrue);
    thenRegion.insertBlock(whenTrue, 0);
    elseRegion.insertBlock(whenFalse, 0);
    op.setOperand(0, negation.operand(0));
    return "inPlace";
  },
  generate: generateIf,
  meaning: control((op) => {
    const [whenTrue, whenFalse] = [op.region(0), op.region(1)];
    return function* ([condition], run) {
      const region = expectBoolean(condition) ? whenTrue : whenFalse;
      return region.isEmpty ? [] : (yield* run.runRegion(region, [])).values;
    };
  }),
});
