// convert-linalg-to-loops: linalg ops on buffers become scf.for nests with loads and stores.
//
//   for each loop: scf.for { a = load A[map(i)]...; body; store result, C[map(i)] }
import type { AffineMap } from "../../../ir/affine/map.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../../ir/core/clone.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { hasPureBufferSemantics, linalgOp, type LinalgOp } from "../../../dialects/linalg/index.ts";
import { DimOp, LoadOp, StoreOp } from "../../../dialects/memref/index.ts";
import { buildFor } from "../../../dialects/scf/index.ts";
import { constantIndexOp } from "../../../dialects/arith/index.ts";
import { extentOf } from "../../analysis/bounds.ts";
import { applyExpr, materializeIndex } from "../../tile/index-arithmetic.ts";

export const convertLinalgToLoops = definePass({
  name: "convert-linalg-to-loops",
  className: "ConvertLinalgToLoopsPass",
  summary: "Converts linalg ops on buffers to loops over loads and stores.",
  run: (root) => {
    for (const op of [...walk(root)]) {
      const linalg = linalgOp(op);
      if (linalg !== undefined && hasPureBufferSemantics(op)) lower(op, linalg);
    }
  },
});

function lower(op: Operation, linalg: LinalgOp): void {
  const builder = OpBuilder.before(op);
  const extents = linalg.iterators.map((_, loop) => extentValue(builder, linalg, loop));
  const zero = constantIndexOp(builder, 0);
  const one = constantIndexOp(builder, 1);
  // In the order of the op's loops, as in its meaning: where an output's buffer is an input's too, another order gives other elements.
  const nest = (ivs: readonly Value[]): void => {
    const upperBound = extents[ivs.length];
    if (upperBound === undefined) {
      emitBody(builder, linalg, ivs);
      return;
    }
    buildFor(builder, { lowerBound: zero, upperBound, step: one }, (iv) => {
      nest([...ivs, iv]);
      return [];
    });
  };
  nest([]);
  op.erase();
}

function extentValue(builder: OpBuilder, { inputs, inits, maps }: LinalgOp, loop: number): Value {
  for (const [i, operand] of [...inputs, ...inits].entries()) {
    const dimension = maps[i]!.results.findIndex((e) => e.kind === "dim" && e.position === loop);
    if (dimension < 0) continue;
    const known = extentOf(operand, dimension);
    if (known !== undefined) return materializeIndex(builder, known);
    return DimOp.build(builder, { source: operand, index: constantIndexOp(builder, dimension) }).result;
  }
  throw new Error(`no operand has the extent of loop ${loop}`);
}

function emitBody(builder: OpBuilder, { inputs, inits, maps, body }: LinalgOp, ivs: readonly Value[]): void {
  const indices = (map: AffineMap): Value[] =>
    map.results.map((e) => materializeIndex(builder, applyExpr(builder, e, ivs)));
  const mapping = new IRMapping();
  [...inputs, ...inits].forEach((operand, i) => {
    const argument = body.arguments[i]!;
    if (!argument.hasUses) return;
    const scalar =
      operand.type.kind === "memref"
        ? LoadOp.build(builder, { memref: operand, indices: indices(maps[i]!), resultTypes: [argument.type] }).result
        : operand;
    mapping.map(argument, scalar);
  });
  for (const inner of body.ops()) {
    if (inner === body.lastOp) break;
    const dim = inner.name === "linalg.index" ? inner.attribute("dim") : undefined;
    if (dim?.kind === "integer") mapping.map(inner.result(), ivs[Number(dim.value)]!);
    else builder.insert(cloneOp(inner, mapping));
  }
  inits.forEach((init, i) => {
    StoreOp.build(builder, {
      value: mapping.value(body.terminator.operand(i)),
      memref: init,
      indices: indices(maps[inputs.length + i]!),
    });
  });
}
