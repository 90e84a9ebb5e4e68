// Canonicalisation of ops that hand values to their regions and back: values that are always the same, values that nobody uses.
import type { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { boolAttr } from "../../../ir/core/attribute-constructors.ts";
import {
  RegionBranchOpInterface,
  regionReturns,
  terminatorRange,
  type RegionBranch,
} from "../../../ir/define/region-branch.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import { ConstantOp } from "../../arith/index.ts";
import { ExecuteRegionOp, IndexSwitchOp } from "../ops/yield.ts";
import { WhileOp } from "../ops/while.ts";

/** What each result, and each argument of a region, is handed on every way to it. */
function incomingValues(op: Operation, branch: RegionBranch): ReadonlyMap<Value, readonly Value[]> {
  const incoming = new Map<Value, Value[]>();
  const hand = (to: Region | null, values: readonly Value[]): void => {
    for (const [index, input] of branch.inputs(op, to).entries()) {
      const value = values[index];
      if (value === undefined) continue;
      const known = incoming.get(input);
      if (known === undefined) incoming.set(input, [value]);
      else known.push(value);
    }
  };
  for (const from of [null, ...op.regions]) {
    for (const to of branch.successors(op, from)) {
      const ends =
        from === null
          ? [{ end: op, range: branch.entryOperands(op, to) }]
          : regionReturns(from).map((end) => ({ end, range: terminatorRange(end) }));
      for (const { end, range } of ends)
        if (range !== undefined) hand(to, end.operands.slice(range.start, range.start + range.length));
    }
  }
  return incoming;
}

/** The one value that comes to `input` in the end, through other inputs of the op, where there is only one. */
function onlySource(input: Value, incoming: ReadonlyMap<Value, readonly Value[]>): Value | undefined {
  const seen = new Set([input]);
  let source: Value | undefined;
  for (const reached of seen) {
    for (const value of incoming.get(reached) ?? []) {
      if (incoming.has(value)) seen.add(value);
      else if (source === undefined || source === value) source = value;
      else return undefined;
    }
  }
  return source;
}

const isOutside = (value: Value, op: Operation): boolean =>
  !op.regions.some((region) => value.parentBlock?.parentRegion?.isWithin(region) === true);

const alwaysOneValue: readonly Pattern[] = [WhileOp, ExecuteRegionOp, IndexSwitchOp].map(({ name }) => ({
  name: `${name} that hands on the same value each time => the value itself`,
  root: name,
  rewrite: (op, rewriter) => {
    const branch = RegionBranchOpInterface.of(op);
    if (branch === undefined) return refuse("it does not say where its values go");
    const incoming = incomingValues(op, branch);
    let changed = false;
    for (const input of incoming.keys()) {
      if (!input.hasUses) continue;
      const source = onlySource(input, incoming);
      if (source === undefined || !isOutside(source, op)) continue;
      rewriter.replaceAllUsesWith(input, source);
      changed = true;
    }
    return changed ? true : refuse("what it hands on differs, or is made inside");
  },
}));

const without = <T>(list: readonly T[], dropped: ReadonlySet<number>): T[] =>
  list.filter((_, index) => !dropped.has(index));

const unusedOf = (values: readonly Value[]): ReadonlySet<number> =>
  new Set(values.flatMap((value, index) => (value.hasUses ? [] : [index])));

const unusedCarried = pattern(
  "scf.while with values that nobody uses => without them",
  WhileOp,
  ({ op, inits, results, before, after }, rewriter) => {
    const [first, second] = [before.entry, after.entry];
    const dropped = unusedOf(first.arguments);
    const unusedInside = unusedOf(second.arguments);
    const droppedResults = new Set([...unusedOf(results)].filter((index) => unusedInside.has(index)));
    if (dropped.size === 0 && droppedResults.size === 0) return refuse("every value is used");
    const [condition, end] = [first.terminator, second.terminator];
    const [truth, ...passed] = condition.operands;
    if (truth === undefined) throw new Error("scf.condition has a condition");
    rewriter.modifyInPlace(condition, () => condition.setOperands([truth, ...without(passed, droppedResults)]));
    rewriter.modifyInPlace(end, () => end.setOperands(without(end.operands, dropped)));
    for (const index of [...dropped].reverse()) first.eraseArgument(index);
    for (const index of [...droppedResults].reverse()) second.eraseArgument(index);
    const regions = [before, after].map((region) => {
      const moved = rewriter.regionWithBlock(region.entry.arguments.map(({ type }) => type));
      rewriter.mergeBlocks(region.entry, moved.entry, moved.entry.arguments);
      return moved;
    });
    const kept = without(results, droppedResults);
    const made = rewriter.create(
      op.name,
      {
        operands: without(inits, dropped),
        resultTypes: kept.map(({ type }) => type),
        regions,
        attributes: op.discardable,
      },
      op.location,
    );
    kept.forEach((result, index) => rewriter.replaceAllUsesWith(result, made.result(index)));
    rewriter.eraseOp(op);
    return true;
  },
);

const repeatedResults = pattern(
  "scf.while that passes a value on twice => once",
  WhileOp,
  ({ op, results, before, after }, rewriter) => {
    const [, ...passed] = before.entry.terminator.operands;
    let changed = false;
    for (const [index, value] of passed.entries()) {
      const first = passed.indexOf(value);
      if (first === index) continue;
      for (const inputs of [results, after.entry.arguments]) {
        const [again, kept] = [inputs[index], inputs[first]];
        if (again === undefined || kept === undefined || !again.hasUses) continue;
        rewriter.replaceAllUsesWith(again, kept);
        changed = true;
      }
    }
    return changed ? true : refuse(`no value of '${op.name}' that is used is passed on twice`);
  },
);

const knownTruth = pattern(
  "scf.while that passes its condition on => true inside, false behind",
  WhileOp,
  ({ op, results, before, after }, rewriter) => {
    const [truth, ...passed] = before.entry.terminator.operands;
    if (truth === undefined || integerConstant(truth) !== undefined) return refuse("the condition is a constant");
    let changed = false;
    for (const [index, value] of passed.entries()) {
      if (value !== truth) continue;
      for (const [input, isTrue] of [
        [after.entry.arguments[index], true],
        [results[index], false],
      ] as const) {
        if (input?.hasUses !== true) continue;
        const constant = ConstantOp.build(rewriter, { value: boolAttr(op.context, isTrue) });
        rewriter.replaceAllUsesWith(input, constant.result);
        changed = true;
      }
    }
    return changed ? true : refuse("the condition is not passed on to a use");
  },
);

export const regionBranchPatterns: readonly Pattern[] = [...alwaysOneValue, knownTruth, repeatedResults, unusedCarried];
