// normalize-contractions: every contraction gets rows and columns, and, where a machine wants it, operands in matrix order.
//
//   A(..., k), B(k, n) -> C(..., n)      a missing row or column is a new loop of extent 1
// With `transpose`, in matrix form: matrix-form.ts.
import { affineDim } from "../ir/affine/expr.ts";
import { AffineMap } from "../ir/affine/map.ts";
import { Region } from "../ir/core/block.ts";
import { OpBuilder } from "../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../ir/core/clone.ts";
import type { Operation } from "../ir/core/operation.ts";
import { tensorType } from "../ir/core/type-constructors.ts";
import { isStaticShape } from "../ir/core/types.ts";
import type { Value } from "../ir/core/value.ts";
import { walk } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { FillOp, GenericOp, isContraction, linalgOp, type LinalgOp } from "../dialects/linalg/index.ts";
import { CollapseShapeOp, EmptyOp, ExpandShapeOp } from "../dialects/tensor/index.ts";
import { toMatrixForm } from "./matrix-form.ts";

export const normalizeContractions = definePass({
  name: "normalize-contractions",
  summary: "Gives every linalg contraction on tensors rows and columns, and operands in matrix order if asked to.",
  options: {
    transpose: {
      type: "bool",
      default: false,
      description: "Copy operands into matrix order: (batch, m, k) and (batch, k, n).",
    },
  },
  run: (root, { options }) => {
    for (const op of [...walk(root)]) {
      const linalg = linalgOp(op);
      if (linalg === undefined || op.resultCount !== 1 || !isContraction(linalg)) continue;
      if (options.transpose) toMatrixForm(op);
      else addUnitLoops(op, linalg);
    }
  },
});

const positions = (map: AffineMap): readonly number[] => map.dimPositions ?? [];

/** Adds the loop of rows (in A and C only) or of columns (in B and C only) that a contraction lacks. */
function addUnitLoops(op: Operation, linalg: LinalgOp): void {
  const [a, b, c] = [0, 1, 2].map((i) => linalg.maps[i]!);
  if (a === undefined || b === undefined || c === undefined || c.dimPositions === undefined) return;
  const parallel = positions(c);
  const inOnly = (own: AffineMap, other: AffineMap): boolean =>
    parallel.some((d) => own.usesDim(d) && !other.usesDim(d));
  const lacksRows = !inOnly(a, b);
  const lacksColumns = !inOnly(b, a);
  if (!lacksRows && !lacksColumns) return;
  const tensors = [...linalg.inputs, ...linalg.inits].map((v) => v.type);
  if (tensors.some((type) => type.kind !== "tensor" || !isStaticShape(type.shape))) return;

  const builder = OpBuilder.before(op);
  let loops = linalg.iterators.length;
  const iterators = [...linalg.iterators];
  const maps = [a, b, c].map((map) => [...map.results]);
  const values = [...linalg.inputs, ...linalg.inits];
  const insert = (operand: number, at: number, loop: number): void => {
    maps[operand]!.splice(at, 0, affineDim(loop));
    values[operand] = expandAt(builder, values[operand]!, at);
  };
  const rank = (operand: number): number => maps[operand]!.length;
  if (lacksRows) {
    const loop = loops++;
    iterators.push("parallel");
    insert(0, Math.max(0, rank(0) - 1), loop);
    insert(2, lacksColumns ? rank(2) : Math.max(0, rank(2) - 1), loop);
  }
  if (lacksColumns) {
    const loop = loops++;
    iterators.push("parallel");
    insert(1, rank(1), loop);
    insert(2, rank(2), loop);
  }
  const made = rebuild(
    builder,
    op,
    values,
    maps.map((results) => new AffineMap(loops, 0, results)),
    iterators,
  );
  const type = op.result().type;
  if (type.kind !== "tensor") throw new Error("contractions are of tensors");
  const dropped = positionsInserted(type.shape.length, made, lacksRows, lacksColumns);
  const result = CollapseShapeOp.build(builder, {
    src: made.result(),
    reassociation: reassociationWithout(dropped, rank(2)),
    resultTypes: [type],
  });
  op.replaceAllUsesWith([result.result]);
  op.erase();
}

/** Where the result's new unit dimensions are: the last two places, of which one or both are new. */
function positionsInserted(oldRank: number, made: Operation, rows: boolean, columns: boolean): number[] {
  const type = made.result().type;
  const rank = type.kind === "tensor" ? type.shape.length : oldRank;
  if (rows && columns) return [rank - 2, rank - 1];
  return rows ? [rank - 2] : [rank - 1];
}

/** The reassociation that folds the unit dimensions at `dropped` into a neighbour; none at all for a scalar. */
function reassociationWithout(dropped: readonly number[], rank: number): number[][] {
  const groups: number[][] = [];
  const pending: number[] = [];
  for (let d = 0; d < rank; d++) {
    if (!dropped.includes(d)) groups.push([...pending.splice(0), d]);
    else if (groups.length > 0) groups[groups.length - 1]!.push(d);
    else pending.push(d);
  }
  return groups;
}

/** The tensor with a new dimension of extent 1 at `at`. */
function expandAt(builder: OpBuilder, value: Value, at: number): Value {
  const type = value.type;
  if (type.kind !== "tensor") throw new Error("contractions are of tensors");
  const shape = type.shape.toSpliced(at, 0, 1);
  const fill = FillOp.match(value.definingOp);
  if (fill !== undefined) {
    // A fill stays one, so that it is computed with the tile that it starts.
    const init = EmptyOp.build(builder, { dynamicSizes: [], resultTypes: [tensorType(shape, type.element)] }).result;
    return FillOp.build(builder, { inputs: fill.inputs, outputs: [init], resultTypes: [init.type] }).op.result();
  }
  return ExpandShapeOp.build(builder, {
    src: value,
    outputShape: [],
    staticOutputShape: shape,
    reassociation: reassociationWithout([at], shape.length),
    resultTypes: [tensorType(shape, type.element)],
  }).result;
}

function rebuild(
  builder: OpBuilder,
  op: Operation,
  values: readonly Value[],
  maps: readonly AffineMap[],
  iterators: LinalgOp["iterators"],
): Operation {
  const region = new Region(op.context);
  const body = linalgOp(op)!.body;
  const block = region.addBlock(body.arguments.map((argument) => argument.type));
  const mapping = new IRMapping();
  body.arguments.forEach((argument, i) => mapping.map(argument, block.arguments[i]!));
  for (const inner of body.ops()) block.append(cloneOp(inner, mapping));
  return GenericOp.build(builder, {
    inputs: values.slice(0, 2),
    outputs: values.slice(2),
    indexingMaps: maps,
    iteratorTypes: iterators,
    region,
    resultTypes: values.slice(2).map((v) => v.type),
  }).op;
}
