// Control flow: while -> scf.while, if and case -> scf.if; conditions and indices leave their rank-0 tensors.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { Type } from "../../../ir/core/types.ts";
import { Region } from "../../../ir/core/block.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { ConversionRewriter } from "../../../ir/rewrite/conversion-rewriter.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { CmpIOp } from "../../../dialects/arith/index.ts";
import { ConditionOp, IfOp as ScfIfOp, WhileOp as ScfWhileOp, YieldOp } from "../../../dialects/scf/index.ts";
import { CaseOp, IfOp, OptimizationBarrierOp, ReturnOp, WhileOp } from "../../../dialects/stablehlo/index.ts";
import { scalarConstant, scalarOf } from "./build.ts";

export function controlFlowPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "while => scf.while",
      WhileOp,
      ({ op, cond, body }, { operands }, rewriter) => {
        const types = converter.convertAll(op.results.map(({ type }) => type));
        if (types === undefined) return unsupported("complex numbers");
        const loop = ScfWhileOp.build(rewriter, {
          inits: operands,
          resultTypes: types,
          before: new Region(op.context),
          after: new Region(op.context),
        });
        rewriter.inlineRegionBefore(cond, loop.before);
        rewriter.inlineRegionBefore(body, loop.after);
        for (const region of [loop.before, loop.after]) {
          const converted = rewriter.convertRegionArguments(region, converter);
          if (converted !== true) return converted;
        }
        rewriter.replaceOp(op, loop.op);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "if => scf.if",
      IfOp,
      ({ op }, { operands: [pred] }, rewriter) => {
        const types = converter.convertAll(op.results.map(({ type }) => type));
        if (types === undefined || pred === undefined) return unsupported("complex numbers");
        const condition = scalarOf(rewriter, pred);
        const made = ScfIfOp.build(rewriter, {
          condition,
          thenRegion: new Region(op.context),
          elseRegion: new Region(op.context),
          resultTypes: types,
        });
        rewriter.inlineRegionBefore(op.region(0), made.thenRegion);
        rewriter.inlineRegionBefore(op.region(1), made.elseRegion);
        rewriter.replaceOp(op, made.op);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "case => a chain of scf.if",
      CaseOp,
      ({ op }, { operands: [index] }, rewriter) => {
        const types = converter.convertAll(op.results.map(({ type }) => type));
        if (types === undefined || index === undefined) return unsupported("complex numbers");
        if (op.regions.length === 1) return unsupported("a single branch");
        rewriter.replaceOp(op, caseChain(op, 0, scalarOf(rewriter, index), types, rewriter));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "return => scf.condition, scf.yield",
      ReturnOp,
      ({ op }, { operands }, rewriter) => {
        const parent = op.parentOp;
        if (parent?.name === "scf.while" && op.parentRegion === parent.region(0)) {
          const [condition] = operands;
          if (condition === undefined) return unsupported("a condition without a value");
          ConditionOp.build(rewriter, {
            condition: scalarOf(rewriter, condition),
            args: [...(op.parentBlock?.arguments ?? [])],
          });
        } else if (["scf.while", "scf.for", "scf.if"].includes(parent?.name ?? ""))
          YieldOp.build(rewriter, { results: operands });
        else return unsupported(`the region of '${parent?.name ?? "nothing"}'`);
        rewriter.eraseOp(op);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "optimization_barrier x => x",
      OptimizationBarrierOp,
      ({ op }, { operands }, rewriter) => {
        rewriter.replaceOp(op, operands);
        return true;
      },
      { converter },
    ),
  ];
}

/** if index = i then branch i else the rest; the last branch takes every other index. */
function caseChain(
  op: Operation,
  i: number,
  index: Value,
  resultTypes: readonly Type[],
  rewriter: ConversionRewriter,
): Operation {
  const condition = CmpIOp.build(rewriter, {
    predicate: "eq",
    lhs: index,
    rhs: scalarConstant(rewriter, index.type, i),
  }).result;
  const thenRegion = new Region(op.context);
  const elseRegion = new Region(op.context);
  const made = ScfIfOp.build(rewriter, { condition, thenRegion, elseRegion, resultTypes });
  rewriter.inlineRegionBefore(op.region(i), thenRegion);
  if (i + 2 === op.regions.length) rewriter.inlineRegionBefore(op.region(i + 1), elseRegion);
  else {
    const block = elseRegion.addBlock();
    rewriter.at(
      (b) => b.setToEnd(block),
      () => {
        const rest = caseChain(op, i + 1, index, resultTypes, rewriter);
        YieldOp.build(rewriter, { results: rest.results });
      },
    );
  }
  return made.op;
}
