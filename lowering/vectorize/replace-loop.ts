// Rebuilds an scf.for with another type for one of its carried values.
import { Region } from "../../ir/core/block.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { OpOperand, Value } from "../../ir/core/value.ts";
import { ForOp } from "../../dialects/scf/index.ts";

interface ReplacedLoop {
  /** The new loop's result at the position. */
  readonly value: Value;
  /** The uses that the old result had, now to be given something. */
  readonly oldUses: readonly OpOperand[];
  /** Inserts right after the new loop. */
  readonly builder: OpBuilder;
}

/** `rewrite` gets the new carried argument, replaces what read the old one, and gives what is yielded instead. */
export function replaceLoop(
  op: Operation,
  position: number,
  init: Value,
  rewrite: (argument: Value) => Value,
): ReplacedLoop {
  const loop = ForOp.match(op)!;
  const builder = OpBuilder.before(op);
  const inits = loop.initArgs.with(position, init);
  const body = loop.region.entry;
  const old = body.arguments[position + 1]!;
  const argument = body.insertArgument(position + 1, init.type);
  body.terminator.setOperand(position, rewrite(argument));
  // What still names the old argument is the write that the caller takes out; it reads the loop's start value.
  for (const use of [...old.uses()]) use.set(loop.initArgs[position]!);
  body.eraseArgument(position + 2);
  const region = new Region(op.context);
  region.takeBlocks(loop.region);
  const replacement = ForOp.build(builder, {
    lowerBound: loop.lowerBound,
    upperBound: loop.upperBound,
    step: loop.step,
    initArgs: inits,
    region,
    resultTypes: inits.map((v) => v.type),
    attributes: op.discardable,
  });
  const oldUses = [...op.result(position).uses()];
  op.results.forEach((result, i) => {
    if (i !== position) result.replaceAllUsesWith(replacement.op.result(i));
  });
  // The old loop goes once its result's uses are redirected; they move to the init until then.
  for (const use of oldUses) use.set(init.type === op.result(position).type ? init : loop.initArgs[position]!);
  op.erase();
  return {
    value: replacement.op.result(position),
    oldUses,
    builder: new OpBuilder(op.context).setAfter(replacement.op),
  };
}
