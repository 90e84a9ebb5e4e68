// scf.if: one of two regions by an i1.
import { i1 } from "../../../ir/core/type-constructors.ts";
import { AnyType, I1, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, maybeEmptyRegion, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { ImplicitTerminator } from "../../../ir/define/op-interfaces.ts";
import { control } from "../../../ir/interpret/meaning.ts";
import { expectBoolean } from "../../../ir/interpret/operand.ts";
import { verifyYields } from "../yield.ts";

export const IfOp = defineOp({
  name: "scf.if",
  summary: "Runs one of two regions; without results the second may be absent.",
  operands: { condition: I1 },
  results: { results: variadic(AnyType) },
  regions: { thenRegion: singleBlockRegion, elseRegion: maybeEmptyRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  interfaces: [ImplicitTerminator.with("scf.yield")],
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
  verify: ({ results, thenRegion, elseRegion }) => {
    if (results.length > 0 && elseRegion.isEmpty) return "must have an else block if defining values";
    const types = results.map((result) => result.type);
    for (const region of [thenRegion, elseRegion]) {
      if (region.isEmpty) continue;
      if (region.entry.arguments.length > 0) return "requires regions without arguments";
      const problem = verifyYields(region, "parent", types);
      if (problem !== undefined) return problem;
    }
    return undefined;
  },
  meaning: control((op) => {
    const [whenTrue, whenFalse] = [op.region(0), op.region(1)];
    return function* ([condition], run) {
      const region = expectBoolean(condition) ? whenTrue : whenFalse;
      return region.isEmpty ? [] : (yield* run.runRegion(region, [])).values;
    };
  }),
});
