// linalg-fuse-elementwise-ops: elementwise producers move into the bodies of the linalg ops that read them.
import type { AffineMap } from "../ir/affine/map.ts";
import { affineMapAttr, arrayAttr } from "../ir/core/attribute-constructors.ts";
import { Region } from "../ir/core/block.ts";
import { OpBuilder } from "../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../ir/core/clone.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";
import { walk } from "../ir/core/walk.ts";
import { elementTypeOf } from "../ir/core/types.ts";
import { denseSplatElement } from "../ir/interpret/convert.ts";
import { constantOf } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { arithConstant } from "../dialects/arith/index.ts";
import { GenericOp, isContraction, linalgOp, type LinalgOp } from "../dialects/linalg/index.ts";

export const linalgFuseElementwiseOps = definePass({
  name: "linalg-fuse-elementwise-ops",
  className: "LinalgElementwiseOpFusionPass",
  summary: "Fuses elementwise linalg ops on tensors into the linalg ops that read them.",
  run: (root) => {
    for (let changed = true; changed;) {
      changed = false;
      for (const op of [...walk(root)]) {
        if (op.parentBlock === null && op !== root) continue;
        const linalg = linalgOp(op);
        if (linalg === undefined || op.resultCount === 0) continue;
        if (fuseOne(op, linalg)) changed = true;
      }
    }
  },
});

/** Fuses one producer into `op`; gives whether it did. */
function fuseOne(op: Operation, linalg: LinalgOp): boolean {
  for (const [i, input] of linalg.inputs.entries()) {
    const scalar = splatSource(input, linalg);
    if (scalar !== undefined) {
      if (isContraction(linalg) || !hasAllExtents(linalg, i, [])) continue;
      rebuild(op, linalg, i, { inputs: [], maps: [], inline: (builder) => scalar(builder) });
      return true;
    }
    const producer = input.definingOp;
    const source = producer === null ? undefined : linalgOp(producer);
    if (producer === null || source === undefined || !isFusable(producer, source)) continue;
    // Not into a loop, where it would run again and again.
    if (producer.parentBlock !== op.parentBlock) continue;
    const moves = isMovement(source);
    // A contraction stays one: only movement of data joins it. Work is not done twice, movement may be.
    if (!moves && (isContraction(linalg) || !onlyReader(producer, op))) continue;
    const composed = composedMaps(source, linalg.maps[i]!);
    if (composed === undefined || (isContraction(linalg) && composed.some((map) => !isReordered(map, linalg.maps[i]!))))
      continue;
    if (!hasAllExtents(linalg, i, composed)) continue;
    rebuild(op, linalg, i, {
      inputs: source.inputs,
      maps: composed,
      inline: (builder, args) => inlineBody(builder, source, args),
    });
    if (!producer.hasResultUses) producer.erase();
    return true;
  }
  return false;
}

/** Whether one map reads the dimensions of the other in some order. */
const isReordered = (map: AffineMap, original: AffineMap): boolean =>
  map.isProjectedPermutation && map.results.length === original.results.length;

/** Whether every loop still is some operand's dimension once input `replaced` is read through other maps. */
function hasAllExtents({ iterators, maps }: LinalgOp, replaced: number, added: readonly AffineMap[]): boolean {
  const read = [...maps.filter((_, i) => i !== replaced), ...added];
  return iterators.every((_, loop) => read.some((map) => isDimension(map, loop)));
}

const isDimension = (map: AffineMap, loop: number): boolean =>
  map.results.some((e) => e.kind === "dim" && e.position === loop);

/** A whole tensor of one value: makes the value. */
function splatSource(input: Value, consumer: LinalgOp): ((builder: OpBuilder) => Value) | undefined {
  const producer = input.definingOp;
  if (producer?.name === "linalg.fill") {
    const scalar = producer.operand(0);
    return elementTypeOf(input.type) === scalar.type ? () => scalar : undefined;
  }
  const attribute = constantOf(input);
  const element = attribute?.kind === "dense" && consumer.inputs.length > 0 ? denseSplatElement(attribute) : undefined;
  return element && ((builder) => arithConstant(builder, element));
}

const onlyReader = (producer: Operation, reader: Operation): boolean =>
  producer
    .result()
    .users()
    .every((user) => user === reader) && producer.result().hasOneUse;

/** One result, all loops parallel, written once in some order, without looking at the loop's position or the old contents. */
function isFusable(op: Operation, { iterators, maps, inputs, body }: LinalgOp): boolean {
  if (op.resultCount !== 1 || iterators.some((kind) => kind !== "parallel") || !maps[inputs.length]!.isPermutation)
    return false;
  const out = body.arguments[inputs.length];
  if (out === undefined || out.hasUses) return false;
  for (const inner of body.ops()) if (inner.name === "linalg.index" || inner.regions.length > 0) return false;
  return true;
}

/** The body only hands an input on: a broadcast, a transposition, a copy. */
function isMovement({ body, inputs }: LinalgOp): boolean {
  const yielded = body.terminator.operands[0];
  return yielded !== undefined && yielded.ownerBlock === body && yielded.index < inputs.length;
}

/** The producer's input maps over the consumer's loops. */
function composedMaps(producer: LinalgOp, read: AffineMap): AffineMap[] | undefined {
  const written = producer.maps[producer.inputs.length]!;
  if (!written.isPermutation) return undefined;
  const loops = written.inversePermutation().compose(read);
  return producer.inputs.map((_, i) => producer.maps[i]!.compose(loops));
}

interface Substitute {
  readonly inputs: readonly Value[];
  readonly maps: readonly AffineMap[];
  /** Makes the value of the replaced body argument from the arguments of the new inputs. */
  readonly inline: (builder: OpBuilder, args: readonly Value[]) => Value;
}

function inlineBody(builder: OpBuilder, source: LinalgOp, args: readonly Value[]): Value {
  const mapping = new IRMapping();
  args.forEach((arg, i) => mapping.map(source.body.arguments[i]!, arg));
  for (const inner of source.body.ops()) {
    if (inner === source.body.lastOp) break;
    builder.insert(cloneOp(inner, mapping));
  }
  return mapping.value(source.body.terminator.operand(0));
}

/** Replaces `op` by a linalg.generic in which input `replaced` is computed by `substitute`; equal inputs are read once. */
function rebuild(op: Operation, linalg: LinalgOp, replaced: number, substitute: Substitute): void {
  const inputs: Value[] = [];
  const maps: AffineMap[] = [];
  const contraction = isContraction(linalg);
  const place = (value: Value, map: AffineMap): number => {
    // The operands of a contraction are two, even where they are one tensor.
    const found = contraction ? -1 : inputs.findIndex((v, i) => v === value && maps[i]!.key === map.key);
    if (found >= 0) return found;
    maps.push(map);
    return inputs.push(value) - 1;
  };
  const kept = linalg.inputs.map((value, i) => (i === replaced ? -1 : place(value, linalg.maps[i]!)));
  const added = substitute.inputs.map((value, i) => place(value, substitute.maps[i]!));
  const builder = OpBuilder.before(op);
  const region = new Region(op.context);
  const body = region.addBlock([...inputs, ...linalg.inits].map((value) => elementTypeOf(value.type)));
  const mapping = new IRMapping();
  linalg.inputs.forEach((_, i) => {
    if (kept[i]! >= 0) mapping.map(linalg.body.arguments[i]!, body.arguments[kept[i]!]!);
  });
  linalg.inits.forEach((_, i) =>
    mapping.map(linalg.body.arguments[linalg.inputs.length + i]!, body.arguments[inputs.length + i]!),
  );
  builder.at(
    (b) => b.setToEnd(body),
    () => {
      mapping.map(
        linalg.body.arguments[replaced]!,
        substitute.inline(
          builder,
          added.map((i) => body.arguments[i]!),
        ),
      );
      for (const inner of linalg.body.ops()) builder.insert(cloneOp(inner, mapping));
    },
  );
  const fused = GenericOp.build(builder, {
    inputs,
    outputs: linalg.inits,
    indexingMaps: [...maps, ...linalg.maps.slice(linalg.inputs.length)],
    iteratorTypes: linalg.iterators,
    region,
    resultTypes: op.results.map((r) => r.type),
  });
  op.replaceAllUsesWith(fused.op.results);
  op.erase();
  simplifyInputs(fused.op);
}

/** Drops inputs that the body no longer reads. */
function simplifyInputs(op: Operation): void {
  const linalg = linalgOp(op);
  if (linalg === undefined) return;
  const dead = linalg.inputs.flatMap((_, i) => (linalg.body.arguments[i]!.hasUses ? [] : [i]));
  if (
    dead.length === 0 ||
    linalg.iterators.some((_, loop) => !linalg.maps.some((map, i) => !dead.includes(i) && isDimension(map, loop)))
  )
    return;
  const operands = [...linalg.inputs, ...linalg.inits].filter((_, i) => !dead.includes(i));
  const maps = linalg.maps.filter((_, i) => !dead.includes(i));
  for (const i of dead.toReversed()) linalg.body.eraseArgument(i);
  op.setOperands(operands);
  op.setAttribute(
    "indexing_maps",
    arrayAttr(
      op.context,
      maps.map((map) => affineMapAttr(op.context, map)),
    ),
  );
  const sizes = op.attribute("operandSegmentSizes");
  if (sizes?.kind === "dense_array") {
    op.setAttribute(
      "operandSegmentSizes",
      GenericOp.properties
        .find((p) => p.name === "operandSegmentSizes")!
        .encode([operands.length - linalg.inits.length, linalg.inits.length], op.context),
    );
  }
}
