// place: where values live that a machine has no registers for.
//
// A systolic array has no vector registers: accumulators lie in "accumulator" and are updated in place, contractions become
// issues of the matrix unit. CPUs and GPUs take value tiles as they are.
import { AffineMap } from "../../ir/affine/map.ts";
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { memrefType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { constantIndexOp } from "../../dialects/arith/index.ts";
import { AllocOp, MmaOp } from "../../dialects/tile/index.ts";
import { PoisonOp } from "../../dialects/ub/index.ts";
import { ContractionOp, TransferReadOp, TransferWriteOp } from "../../dialects/vector/index.ts";
import { propagateMemorySpace } from "../analysis/memory-space.ts";
import { machineOf } from "../machine/module-machine.ts";
import type { SystolicMachine } from "../machine/schema.ts";

export const placePass = definePass({
  name: "place",
  summary:
    "Gives the values of tile kernels a place on the machine: buffers in named spaces, issues of its matrix unit.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    if (found.machine.schema !== "npu-hw/1") return;
    for (const kernel of opsNamed(module, "tile.kernel")) placeOnArray(kernel, found.machine).forEach(fail);
  },
});

const nameOf = (type: Type): string =>
  type.kind === "integer" ? `i${type.width}` : type.kind === "float" ? type.name : type.kind;

function placeOnArray(kernel: Operation, machine: SystolicMachine): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const op of opsNamed(kernel, "tile.alloc")) {
    const type = op.result().type;
    if (type.kind !== "memref" || type.memorySpace !== undefined) continue;
    if (nameOf(type.element) !== machine.types.acc) {
      problems.push(
        errorAt(
          op.location,
          `'tile.alloc' op has no place on '${machine.name}': a local buffer of ${nameOf(type.element)} is no accumulator (${machine.types.acc})`,
        ),
      );
      continue;
    }
    const memorySpace = stringAttr(op.context, "accumulator");
    const made = AllocOp.build(OpBuilder.before(op), {
      resultTypes: [memrefType(type.shape, type.element, { memorySpace })],
    });
    op.replaceAllUsesWith([made.result]);
    op.erase();
    propagateMemorySpace(made.result);
  }
  for (const op of opsNamed(kernel, "vector.contract")) {
    const contract = ContractionOp.match(op)!;
    const [a, b, c] = contract.indexingMaps.map((map) => map.dimPositions ?? []);
    const [m, n] = c ?? [];
    const k = a?.[1];
    const product = c?.length === 2 && a?.length === 2 && b?.length === 2 && a[0] === m && b[0] === k && b[1] === n;
    if (!product || contract.kind !== "add") {
      problems.push(
        errorAt(
          op.location,
          `'vector.contract' op is no product of an MxK and a KxN tile, which is all that '${machine.name}' issues`,
        ),
      );
      continue;
    }
    const mma = MmaOp.build(OpBuilder.before(op), { a: contract.lhs, b: contract.rhs, c: contract.acc });
    op.replaceAllUsesWith([mma.result]);
    op.erase();
    throughAccumulator(mma.op);
  }
  return problems;
}

const isAccumulator = (value: Value): boolean =>
  value.type.kind === "memref" &&
  value.type.memorySpace?.kind === "string" &&
  value.type.memorySpace.value === "accumulator";

/**
 * An issue starts from a buffer in the accumulator and ends in it: where canonicalization has forwarded its start or its result, the
 * buffer is made again.
 *
 *   %r = tile.mma %a, %b, %zero; use(%r)
 *   => write %zero, %acc; %c = read %acc; %r = tile.mma %a, %b, %c; write %r, %acc; use(read %acc)
 */
function throughAccumulator(op: Operation): void {
  const { c, result } = MmaOp.match(op)!;
  const type = result.type;
  if (type.kind !== "vector") throw new Error("a matrix unit gives a vector");
  const { context } = op;
  const start = TransferReadOp.match(c.definingOp);
  const writes = result.users().flatMap((user) => TransferWriteOp.match(user) ?? []);
  const target = writes.find((write) => isAccumulator(write.base) && isDefinedBefore(write.base, op))?.base;
  const started = start !== undefined && isAccumulator(start.base);
  const before = OpBuilder.before(op);
  const memorySpace = stringAttr(context, "accumulator");
  const buffer = started
    ? start.base
    : (target ??
      AllocOp.build(before, { resultTypes: [memrefType(type.shape, type.element, { memorySpace })] }).result);
  if (!started) {
    writeAll(before, c, buffer);
    op.setOperand(2, readAll(before, buffer, type));
  }
  const others = [...result.uses()].filter((use) => TransferWriteOp.match(use.owner)?.base !== buffer);
  if (others.length === 0) return;
  const after = new OpBuilder(context).setAfter(op);
  if (!writes.some((write) => write.base === buffer)) writeAll(after, result, buffer);
  const read = readAll(after, buffer, type);
  for (const use of others) use.set(read);
}

/** Whether a buffer is defined where an op can use it, as far as its block tells. */
function isDefinedBefore(value: Value, op: Operation): boolean {
  const definition = value.definingOp;
  return definition === null || definition.parentBlock !== op.parentBlock || definition.isBeforeInBlock(op);
}

function writeAll(builder: OpBuilder, valueToStore: Value, base: Value): void {
  const rank = shapeOf(base).length;
  TransferWriteOp.build(builder, {
    valueToStore,
    base,
    indices: shapeOf(base).map(() => constantIndexOp(builder, 0)),
    permutationMap: AffineMap.identity(rank),
    inBounds: inBounds(valueToStore.type, base),
    resultTypes: [],
  });
}

function readAll(builder: OpBuilder, base: Value, type: Type): Value {
  const rank = shapeOf(base).length;
  return TransferReadOp.build(builder, {
    base,
    indices: shapeOf(base).map(() => constantIndexOp(builder, 0)),
    padding: PoisonOp.build(builder, { resultTypes: [elementTypeOf(type)] }).result,
    permutationMap: AffineMap.identity(rank),
    inBounds: inBounds(type, base),
    resultTypes: [type],
  }).vector;
}

const shapeOf = (buffer: Value): readonly number[] => (buffer.type.kind === "memref" ? buffer.type.shape : []);

const inBounds = (vector: Type, base: Value): boolean[] =>
  shapeOf(base).map((extent, d) => vector.kind === "vector" && vector.shape[d] === extent);
