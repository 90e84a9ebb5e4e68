// Rules of scf: loops and branches of WebAssembly, with everything that is carried around as 128-bit and number values.
import type { Block } from "../../../../ir/core/block.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Type } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { constantIndex } from "../../../../ir/define/offset-size-stride.ts";
import { ForOp, IfOp, IndexSwitchOp, WhileOp } from "../../../../dialects/scf/index.ts";
import { BrOp } from "../../../../dialects/wasm/index.ts";
import { expectElement } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import type { RuleTable } from "../rule.ts";
import { versionsOf } from "./versions.ts";

const flatTypes = (f: FunctionLowering, values: readonly Value[]): Type[] =>
  values.flatMap((value) => [...f.flatTypes(value.type)]);

/** Converts a block with its arguments bound to values; gives what its terminator passes to `receivers`. */
function runBlock(
  f: FunctionLowering,
  block: Block,
  args: readonly Value[],
  receivers: readonly Value[],
): readonly Value[] {
  f.bindAll(block.arguments, args);
  const terminator = f.block(block);
  return terminator.operands.flatMap((value, i) => [...f.flat(value, receivers[i]?.type)]);
}

/** The values as the block arguments take them. */
const passed = (f: FunctionLowering, values: readonly Value[], receivers: readonly Value[]): readonly Value[] =>
  values.flatMap((value, i) => [...f.flat(value, receivers[i]?.type)]);

function lowerFor(op: Operation, f: FunctionLowering): void {
  const view = ForOp.match(op);
  if (view === undefined) throw new Error("expected a for");
  const { emitter } = f;
  const [counter, ...carried] = view.region.entry.arguments;
  if (counter === undefined) throw new Error("a loop has an induction variable");
  const [low, high] = [constantIndex(view.lowerBound), constantIndex(view.upperBound)];
  const bounds = {
    from: f.scalar(view.lowerBound),
    to: f.scalar(view.upperBound),
    step: f.scalar(view.step),
    unsigned: view.unsignedCmp,
    entered: low !== undefined && high !== undefined && (!view.unsignedCmp || low >= 0) && low < high,
  };
  const isIndex = view.lowerBound.type.kind === "index";
  const startsPositive = (low !== undefined && low >= 0) || f.addresses.isNonNegative(bounds.from);
  const inits = passed(f, view.initArgs, carried);
  const loop = (): readonly Value[] =>
    emitter.countedLoop(bounds, inits, (iv, args) => {
      if (isIndex && startsPositive) f.addresses.noteNonNegative(iv);
      return runBlock(f, view.region.entry, [iv, ...args], carried);
    });
  const versions = versionsOf(op, f);
  const types = inits.map((value) => value.type);
  const results =
    versions === undefined
      ? loop()
      : emitter.if(versions.test, types, () => f.assuming(versions.assumptions, loop), loop);
  // What a loop gives has the form that its carried values have.
  f.bindAll(view.results, results);
}

function lowerIf(op: Operation, f: FunctionLowering): void {
  const view = IfOp.match(op);
  if (view === undefined) throw new Error("expected an if");
  const types = flatTypes(f, view.results);
  const condition = f.scalar(view.condition);
  const otherwise = view.elseRegion.isEmpty ? undefined : () => runBlock(f, view.elseRegion.entry, [], view.results);
  const results = f.emitter.if(condition, types, () => runBlock(f, view.thenRegion.entry, [], view.results), otherwise);
  f.bindAll(view.results, results);
}

/**
 *     loop (x = init) { before; if (condition) { after; br loop (next) } else { yield passed } }
 */
function lowerWhile(op: Operation, f: FunctionLowering): void {
  const view = WhileOp.match(op);
  if (view === undefined) throw new Error("expected a while");
  const { emitter } = f;
  const [before, after] = [view.before.entry, view.after.entry];
  const types = flatTypes(f, view.results);
  const results = emitter.loop(passed(f, view.inits, before.arguments), types, (args) => {
    f.bindAll(before.arguments, args);
    const end = f.block(before);
    const [condition, ...values] = end.operands;
    if (condition === undefined) throw new Error("a while has a condition");
    const forward = (receivers: readonly Value[]): readonly Value[] =>
      values.flatMap((value, i) => [...f.flat(value, receivers[i]?.type)]);
    const left = emitter.ifBranching(
      f.scalar(condition),
      types,
      () => {
        const next = runBlock(f, after, forward(after.arguments), before.arguments);
        BrOp.build(emitter.builder, { values: next, depth: 1 });
      },
      () => forward(view.results),
    );
    emitter.yield(left);
  });
  f.bindAll(view.results, results);
}

function lowerSwitch(op: Operation, f: FunctionLowering): void {
  const view = IndexSwitchOp.match(op);
  if (view === undefined) throw new Error("expected an index_switch");
  const { emitter } = f;
  const types = flatTypes(f, view.results);
  const regions = op.regions.slice(1);
  const from = (number: number): readonly Value[] => {
    const region = regions[number];
    if (region === undefined) return runBlock(f, op.region(0).entry, [], view.results);
    const test = emitter.op("i64.eq", [f.scalar(view.arg), emitter.i64(view.cases[number] ?? 0)]);
    return emitter.if(
      test,
      types,
      () => runBlock(f, region.entry, [], view.results),
      () => from(number + 1),
    );
  };
  f.bindAll(view.results, from(0));
}

const severalBlocks = (op: Operation): string | undefined =>
  op.regions.some((region) => region.blocks.length > 1) ? "a region of several blocks" : undefined;

export const scfRules: RuleTable = {
  "scf.for": {
    refuse: (op) => {
      const { lane } = expectElement(op.operand(0).type);
      return lane === "i32" && expectElement(op.operand(0).type).kind !== "i32"
        ? "a loop counter of fewer than 32 bits"
        : undefined;
    },
    lower: lowerFor,
  },
  "scf.if": { lower: lowerIf },
  "scf.while": { lower: lowerWhile },
  "scf.index_switch": { lower: lowerSwitch },
  "scf.execute_region": {
    refuse: severalBlocks,
    lower: (op, f) => {
      f.bindAll(op.results, runBlock(f, op.region().entry, [], op.results));
    },
  },
};

/** Terminators: what holds them converts them. */
export const scfTerminators: readonly string[] = ["scf.yield", "scf.condition"];
