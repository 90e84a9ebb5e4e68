// Builders of loops and branches from functions that fill their bodies.
import type { Block } from "../../ir/core/block.ts";
import { Region } from "../../ir/core/block.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { indexType } from "../../ir/core/type-constructors.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { splitIndices } from "../../ir/define/offset-size-stride.ts";
import { addTerminator, ForallOp, type ForallBounds } from "./ops/forall.ts";
import { ForOp } from "./ops/for.ts";
import { IfOp } from "./ops/if.ts";
import { YieldOp } from "./ops/yield.ts";

const typesOf = (values: readonly Value[]): readonly Type[] => values.map((value) => value.type);

/** A region of one block that `body` fills; the values that it returns are yielded. */
function yieldingRegion(
  builder: OpBuilder,
  argumentTypes: readonly Type[],
  body: (args: readonly Value[]) => readonly Value[],
): Region {
  const region = builder.regionWithBlock(argumentTypes);
  builder.at(
    (b) => b.setToEnd(region.entry),
    () => {
      const results = body(region.entry.arguments);
      YieldOp.build(builder, { results });
    },
  );
  return region;
}

export interface ForArguments {
  readonly lowerBound: Value;
  readonly upperBound: Value;
  readonly step: Value;
  readonly initArgs?: readonly Value[];
}

/**
 *     %r = scf.for %i = %lower to %upper step %step iter_args(%a = %init) -> (T) { ...; scf.yield %next : T }
 *
 * `body` builds through the same builder and returns the next carried values.
 */
export function buildFor(
  builder: OpBuilder,
  { lowerBound, upperBound, step, initArgs = [] }: ForArguments,
  body: (inductionVariable: Value, carried: readonly Value[]) => readonly Value[],
) {
  const types = typesOf(initArgs);
  const region = yieldingRegion(builder, [lowerBound.type, ...types], ([iv, ...carried]) => {
    if (iv === undefined) throw new Error("a loop has an induction variable");
    return body(iv, carried);
  });
  return ForOp.build(builder, { lowerBound, upperBound, step, initArgs, region, resultTypes: types });
}

/** `scf.if` whose regions yield what the functions return; without `otherwise` there is no else. */
export function buildIf(
  builder: OpBuilder,
  condition: Value,
  then: () => readonly Value[],
  otherwise?: () => readonly Value[],
) {
  const thenRegion = yieldingRegion(builder, [], then);
  const elseRegion = otherwise === undefined ? new Region(builder.context) : yieldingRegion(builder, [], otherwise);
  const resultTypes = typesOf(thenRegion.entry.terminator.operands);
  return IfOp.build(builder, { condition, thenRegion, elseRegion, resultTypes });
}

/**
 *     %r = scf.forall (%i) = (lower) to (upper) step (step) shared_outs(%o = %out) -> (T) { ...; scf.forall.in_parallel { ... } }
 *
 * `body` fills the block in front of its terminator; `insert` then fills the terminator's region.
 */
export function buildForall(
  builder: OpBuilder,
  bounds: ForallBounds,
  outputs: readonly Value[],
  body: (inductionVariables: readonly Value[], shared: readonly Value[], insertions: Block) => void,
) {
  const [lower, upper, step] = [splitIndices(bounds.lower), splitIndices(bounds.upper), splitIndices(bounds.step)];
  const index = indexType(builder.context);
  const region = builder.regionWithBlock([...bounds.upper.map(() => index), ...typesOf(outputs)]);
  addTerminator(region, builder.location);
  const { entry } = region;
  const end = entry.terminator;
  builder.at(
    (b) => b.setBefore(end),
    () => {
      const rank = bounds.upper.length;
      body(entry.arguments.slice(0, rank), entry.arguments.slice(rank), end.region().entry);
    },
  );
  return ForallOp.build(builder, {
    dynamicLowerBound: lower.dynamics,
    dynamicUpperBound: upper.dynamics,
    dynamicStep: step.dynamics,
    outputs,
    staticLowerBound: lower.statics,
    staticUpperBound: upper.statics,
    staticStep: step.statics,
    region,
    resultTypes: typesOf(outputs),
  });
}
