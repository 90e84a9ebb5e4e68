// linalg-generalize-named-ops: named linalg ops become linalg.generic with the same maps, iterators and body.
import { Region } from "../ir/core/block.ts";
import { OpBuilder } from "../ir/core/builder.ts";
import type { Operation } from "../ir/core/operation.ts";
import { cloneOp, IRMapping } from "../ir/core/clone.ts";
import { walk } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { GenericOp, linalgOp } from "../dialects/linalg/index.ts";

export const linalgGeneralizeNamedOps = definePass({
  name: "linalg-generalize-named-ops",
  className: "LinalgGeneralizeNamedOpsPass",
  summary: "Converts named linalg ops into linalg.generic.",
  run: (root) => {
    for (const op of [...walk(root)]) generalizeNamedOp(op);
  },
});

/** Replaces a named linalg op by a linalg.generic, which it gives; leaves any other op as it is. */
export function generalizeNamedOp(op: Operation): Operation {
  const linalg = linalgOp(op);
  if (linalg === undefined || GenericOp.match(op) !== undefined) return op;
  const { inputs, inits, maps, iterators, body } = linalg;
  const region = new Region(op.context);
  const block = region.addBlock(body.arguments.map((argument) => argument.type));
  const mapping = new IRMapping();
  body.arguments.forEach((argument, i) => mapping.map(argument, block.arguments[i]!));
  for (const inner of body.ops()) block.append(cloneOp(inner, mapping));
  const generic = GenericOp.build(OpBuilder.before(op), {
    inputs,
    outputs: inits,
    indexingMaps: maps,
    iteratorTypes: iterators,
    region,
    resultTypes: op.results.map((result) => result.type),
    attributes: op.discardable,
  });
  op.replaceAllUsesWith(generic.op.results);
  op.erase();
  return generic.op;
}
