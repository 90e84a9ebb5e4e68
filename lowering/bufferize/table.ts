// What every op on tensors becomes on buffers.
import type { Operation } from "../../ir/core/operation.ts";
import { memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { offsetSizeStride, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import { arithConstant, SelectOp } from "../../dialects/arith/index.ts";
import { FillOp } from "../../dialects/linalg/index.ts";
import * as memref from "../../dialects/memref/index.ts";
import { buildIf, ForallOp, ForOp, IfOp, WhileOp } from "../../dialects/scf/index.ts";
import * as tensor from "../../dialects/tensor/index.ts";
import { bufferTypeOf, dropTensorArguments, type FunctionBufferizer } from "./bufferizer.ts";
import { isTensor } from "./model.ts";

type Bufferize = (op: Operation, to: FunctionBufferizer) => void;

/** A result computed anew into a fresh buffer. */
function freshResult(op: Operation, to: FunctionBufferizer, sizes: readonly Value[] = []): Value {
  const type = bufferTypeOf(op.result().type);
  if (type === undefined) throw new Error("the result is a ranked tensor");
  const buffer = to.allocate(type, sizes);
  to.bind(op.result(), buffer);
  to.retire(op);
  return buffer;
}

function bufferizeInsertSlice(op: Operation, to: FunctionBufferizer): void {
  const view = tensor.InsertSliceOp.match(op) ?? tensor.ParallelInsertSliceOp.match(op)!;
  const slice = offsetSizeStride(view);
  const target = to.destination(op, 1);
  const source = to.buffer(view.source);
  if (source !== target && !to.isSubviewAt(source, target, slice)) {
    const shape = to.memrefTypeOf(source).shape;
    to.copy(source, to.subview(target, slice, shape));
  }
  if (op.resultCount > 0) to.bind(op.result(), target);
  to.retire(op);
}

/** `memref.collapse_shape` / `expand_shape`; a buffer that is not contiguous is copied first. */
function bufferizeReshape(op: Operation, to: FunctionBufferizer): void {
  const collapse = tensor.CollapseShapeOp.match(op);
  const expand = tensor.ExpandShapeOp.match(op);
  let src = to.buffer(op.operand(0));
  const type = op.result().type;
  if (type.kind !== "tensor") throw new Error("reshapes are of tensors");
  if (!isStaticShape(type.shape)) return to.refuse(op, "its result has a dynamic shape");
  const infer = (): ReturnType<typeof memref.inferCollapsedType> =>
    collapse !== undefined
      ? memref.inferCollapsedType(to.memrefTypeOf(src), collapse.reassociation)
      : memref.inferExpandedType(to.memrefTypeOf(src), type.shape, expand!.reassociation);
  let result = infer();
  if (result === undefined) {
    const fresh = to.allocateLike(src);
    to.copy(src, fresh);
    src = fresh;
    result = infer()!;
  }
  const made =
    collapse !== undefined
      ? memref.CollapseShapeOp.build(to.builder, { src, reassociation: collapse.reassociation, resultTypes: [result] })
          .result
      : memref.ExpandShapeOp.build(to.builder, {
          src,
          outputShape: [],
          staticOutputShape: type.shape,
          reassociation: expand!.reassociation,
          resultTypes: [result],
        }).result;
  to.bind(op.result(), made);
  to.retire(op);
}

function bufferizePad(op: Operation, to: FunctionBufferizer): void {
  const view = tensor.PadOp.match(op)!;
  const type = op.result().type;
  const body = view.region.entry;
  const value = body.terminator.operand(0);
  if (type.kind !== "tensor" || !isStaticShape(type.shape)) return to.refuse(op, "its result has a dynamic shape");
  if (value.parentBlock === body && value.definingOp?.operandCount !== 0)
    return to.refuse(op, "its padding depends on the position");
  if (value.parentBlock === body) value.definingOp!.moveBefore(op);
  const source = to.buffer(view.source);
  const buffer = freshResult(op, to);
  FillOp.build(to.builder, { inputs: [value], outputs: [buffer] });
  const shape = to.memrefTypeOf(source).shape;
  let next = 0;
  const offsets = view.staticLow.map((low): MixedIndex => (low === DYNAMIC ? view.low[next++]! : low));
  const sizes = shape.map((extent, d): MixedIndex => (extent === DYNAMIC ? to.dim(source, d) : extent));
  to.copyInto(buffer, source, offsets, sizes);
}

function bufferizeConcat(op: Operation, to: FunctionBufferizer): void {
  const view = tensor.ConcatOp.match(op)!;
  const type = op.result().type;
  if (type.kind !== "tensor" || !isStaticShape(type.shape)) return to.refuse(op, "its result has a dynamic shape");
  const buffer = freshResult(op, to);
  let at = 0;
  for (const input of view.inputs) {
    const source = to.buffer(input);
    const shape = to.memrefTypeOf(source).shape;
    const offsets = shape.map((_, d) => (d === view.dim ? at : 0));
    to.copyInto(buffer, source, offsets, shape);
    at += shape[view.dim]!;
  }
}

/** Carried tensors become the buffers that they start in; what an iteration yields elsewhere is copied back. */
function bufferizeFor(op: Operation, to: FunctionBufferizer): void {
  const loop = ForOp.match(op)!;
  const buffers = loop.initArgs.map((init, i) => (isTensor(init) ? to.destination(op, i + 3) : undefined));
  const kept = loop.initArgs.filter((init) => !isTensor(init));
  const body = loop.region.entry;
  const yielded = body.terminator;
  buffers.forEach((buffer, i) => {
    if (buffer === undefined) return;
    to.bind(body.arguments[i + 1]!, buffer);
    to.bind(op.result(i), buffer);
  });
  const results = op.results.filter((r) => !isTensor(r));
  const made = to.rebuild(
    op,
    [loop.lowerBound, loop.upperBound, loop.step, ...kept],
    results.map((r) => r.type),
  );
  results.forEach((result, i) => {
    result.replaceAllUsesWith(made.result(i));
  });
  to.block(body);
  to.builder.setBefore(yielded);
  copyAll(yielded.operands, buffers, to);
  yielded.setOperands(yielded.operands.filter((v) => !isTensor(v)));
  to.afterwards(() => {
    dropTensorArguments(body);
  });
  to.retire(op);
}

function bufferizeForall(op: Operation, to: FunctionBufferizer): void {
  const forall = ForallOp.match(op)!;
  const first = op.operandCount - forall.outputs.length;
  const buffers = forall.outputs.map((_, i) => to.destination(op, first + i));
  const body = forall.region.entry;
  const rank = body.arguments.length - buffers.length;
  buffers.forEach((buffer, i) => {
    to.bind(body.arguments[rank + i]!, buffer);
    to.bind(op.result(i), buffer);
  });
  const made = to.rebuild(op, op.operands.slice(0, first));
  const sizes = op.attribute("operandSegmentSizes");
  const property = op.definition.properties.find((p) => p.name === "operandSegmentSizes");
  if (sizes?.kind === "dense_array" && property !== undefined) {
    made.setAttribute(
      "operandSegmentSizes",
      property.encode(
        sizes.values.map((v, i) => (i === sizes.values.length - 1 ? 0 : Number(v))),
        op.context,
      ),
    );
  }
  const parallel = body.terminator;
  for (const inner of [...body.ops()]) {
    if (inner === parallel) break;
    to.only(inner);
  }
  to.builder.setBefore(parallel);
  for (const insertion of [...parallel.region().entry.ops()]) {
    to.builder.setBefore(parallel);
    bufferizeInsertSlice(insertion, to);
  }
  to.afterwards(() => {
    dropTensorArguments(body);
  });
  to.retire(op);
}

/** Both branches copy what they yield into one buffer. */
function bufferizeIf(op: Operation, to: FunctionBufferizer): void {
  const branch = IfOp.match(op)!;
  const buffers = op.results.map((result) => {
    const type = bufferTypeOf(result.type);
    return type === undefined ? undefined : isStaticShape(type.shape) ? to.allocate(type, []) : undefined;
  });
  if (op.results.some((r, i) => isTensor(r) && buffers[i] === undefined))
    return to.refuse(op, "a result has a dynamic shape");
  const regions = [branch.thenRegion, branch.elseRegion].flatMap((region) => region.blocks);
  const results = op.results.filter((r) => !isTensor(r));
  const made = to.rebuild(
    op,
    [branch.condition],
    results.map((r) => r.type),
  );
  results.forEach((result, i) => {
    result.replaceAllUsesWith(made.result(i));
  });
  op.results.forEach((result, i) => {
    if (buffers[i] !== undefined) to.bind(result, buffers[i]);
  });
  for (const block of regions) {
    const yielded = block.terminator;
    to.block(block);
    to.builder.setBefore(yielded);
    buffers.forEach((buffer, i) => {
      if (buffer !== undefined) to.copy(to.buffer(yielded.operand(i)), buffer);
    });
    yielded.setOperands(yielded.operands.filter((v) => !isTensor(v)));
  }
  to.retire(op);
}

/**
 * What is carried lies in two sets of buffers: that which `before` reads, filled from the inits and from what `after` yields; and that
 * which `after` and the results read, filled by the condition.
 */
function bufferizeWhile(op: Operation, to: FunctionBufferizer): void {
  const loop = WhileOp.match(op)!;
  const [before, after] = [loop.before.entry, loop.after.entry];
  const dynamic = [...op.operands, ...op.results].some((v) => v.type.kind === "tensor" && !isStaticShape(v.type.shape));
  if (dynamic) return to.refuse(op, "it carries a tensor of dynamic shape");
  const allocate = (values: readonly Value[]): (Value | undefined)[] =>
    values.map((value) => {
      const type = bufferTypeOf(value.type);
      return type && to.allocate(type, []);
    });
  const [carried, passed] = [allocate(op.operands), allocate(op.results)];
  copyAll(op.operands, carried, to);
  const results = op.results.filter((r) => !isTensor(r));
  const bind = (values: readonly Value[], buffers: readonly (Value | undefined)[]): void => {
    values.forEach((value, i) => {
      const buffer = buffers[i];
      if (buffer !== undefined) to.bind(value, buffer);
    });
  };
  bind(before.arguments, carried);
  bind(after.arguments, passed);
  bind(op.results, passed);
  const inits = op.operands.filter((v) => !isTensor(v));
  const made = to.rebuild(
    op,
    inits,
    results.map((r) => r.type),
  );
  results.forEach((result, i) => {
    result.replaceAllUsesWith(made.result(i));
  });
  for (const [block, buffers, first] of [[before, passed, 1] as const, [after, carried, 0] as const]) {
    to.block(block);
    const { terminator } = block;
    to.builder.setBefore(terminator);
    copyAll(terminator.operands.slice(first), buffers, to);
    terminator.setOperands(terminator.operands.filter((v) => !isTensor(v)));
    to.afterwards(() => {
      dropTensorArguments(block);
    });
  }
  to.retire(op);
}

/** Copies tensors to buffers; several at once, so that one that is the source of another is read before it is written. */
function copyAll(values: readonly Value[], targets: readonly (Value | undefined)[], to: FunctionBufferizer): void {
  const copies = targets.flatMap((target, i) => {
    const source = target === undefined ? undefined : to.buffer(values[i]!);
    return target === undefined || source === undefined || source === target ? [] : [{ source, target }];
  });
  const held = copies.map(({ source, target }) => {
    if (copies.length < 2) return { source, target };
    const temporary = to.allocateLike(source);
    to.copy(source, temporary);
    return { source: temporary, target };
  });
  for (const { source, target } of held) to.copy(source, target);
}

/** One of two tensors by a scalar condition: copied into a buffer of its own. */
function bufferizeSelect(op: Operation, to: FunctionBufferizer): void {
  const { condition, trueValue, falseValue } = SelectOp.match(op)!;
  const type = op.result().type;
  if (isTensor(condition)) return to.refuse(op, "it chooses element by element: a linalg op has to");
  if (type.kind !== "tensor" || !isStaticShape(type.shape)) return to.refuse(op, "its result has a dynamic shape");
  const [whenTrue, whenFalse] = [to.buffer(trueValue), to.buffer(falseValue)];
  const buffer = freshResult(op, to);
  const branch = (source: Value) => (): Value[] => {
    to.copy(source, buffer);
    return [];
  };
  buildIf(to.builder, condition, branch(whenTrue), branch(whenFalse));
}

export const bufferizeTable: Readonly<Record<string, Bufferize>> = {
  "arith.constant": (op, to) => {
    to.retire(op);
  },
  "arith.select": bufferizeSelect,
  "tensor.empty": (op, to) => {
    freshResult(op, to, op.operands);
  },
  "tensor.dim": (op, to) => {
    const made = memref.DimOp.build(to.builder, { source: to.buffer(op.operand(0)), index: op.operand(1) });
    op.replaceAllUsesWith([made.result]);
    to.retire(op);
  },
  "tensor.extract": (op, to) => {
    const made = memref.LoadOp.build(to.builder, {
      memref: to.buffer(op.operand(0)),
      indices: op.operands.slice(1),
      resultTypes: [op.result().type],
    });
    op.replaceAllUsesWith([made.result]);
    to.retire(op);
  },
  "tensor.insert": (op, to) => {
    const target = to.destination(op, 1);
    memref.StoreOp.build(to.builder, { value: op.operand(0), memref: target, indices: op.operands.slice(2) });
    to.bind(op.result(), target);
    to.retire(op);
  },
  "tensor.extract_slice": (op, to) => {
    const view = tensor.ExtractSliceOp.match(op)!;
    const type = op.result().type;
    to.bind(
      op.result(),
      to.subview(to.buffer(view.source), offsetSizeStride(view), type.kind === "tensor" ? type.shape : []),
    );
    to.retire(op);
  },
  "tensor.insert_slice": bufferizeInsertSlice,
  "tensor.collapse_shape": bufferizeReshape,
  "tensor.expand_shape": bufferizeReshape,
  "tensor.cast": (op, to) => {
    const source = to.buffer(op.operand(0));
    const from = to.memrefTypeOf(source);
    const type = op.result().type;
    if (type.kind !== "tensor") return to.refuse(op, "its result has no rank");
    const made = memref.CastOp.build(to.builder, { source, resultTypes: [memrefType(type.shape, from.element, from)] });
    to.bind(op.result(), made.dest);
    to.retire(op);
  },
  "tensor.pad": bufferizePad,
  "tensor.concat": bufferizeConcat,
  "tensor.splat": (op, to) => {
    const buffer = freshResult(op, to, op.operands.slice(1));
    FillOp.build(to.builder, { inputs: [op.operand(0)], outputs: [buffer] });
  },
  "tensor.from_elements": (op, to) => {
    const buffer = freshResult(op, to);
    const { shape } = to.memrefTypeOf(buffer);
    op.operands.forEach((value, position) => {
      let rest = position;
      const indices = shape.toReversed().map((extent) => {
        const index = rest % extent;
        rest = Math.floor(rest / extent);
        return index;
      });
      memref.StoreOp.build(to.builder, {
        value,
        memref: buffer,
        indices: indices.toReversed().map((index) => arithConstant(to.builder, indexAttr(op.context, index))),
      });
    });
  },
  "vector.transfer_read": (op, to) => {
    const made = to.rebuild(op, op.operands.with(0, to.buffer(op.operand(0))), [op.result().type]);
    op.replaceAllUsesWith(made.results);
    to.retire(op);
  },
  "vector.transfer_write": (op, to) => {
    const target = to.destination(op, 1);
    to.rebuild(op, op.operands.with(1, target));
    if (op.resultCount > 0) to.bind(op.result(), target);
    to.retire(op);
  },
  // What a region hands on is copied by the op that the region belongs to.
  "scf.yield": () => undefined,
  "scf.condition": () => undefined,
  "scf.for": bufferizeFor,
  "scf.forall": bufferizeForall,
  "scf.if": bufferizeIf,
  "scf.while": bufferizeWhile,
  "func.return": (op, to) => {
    op.operands.forEach((value, i) => {
      if (!isTensor(value)) return;
      let buffer = to.buffer(value);
      if (to.memrefTypeOf(buffer).layout !== undefined) {
        const plain = to.allocatePlain(buffer);
        to.copy(buffer, plain);
        buffer = plain;
      }
      op.setOperand(i, buffer);
    });
  },
  "func.call": (op, to) => {
    const made = to.rebuild(
      op,
      op.operands.map((v) => to.buffer(v)),
      op.results.map((r) => bufferTypeOf(r.type) ?? r.type),
    );
    op.results.forEach((result, i) => {
      if (isTensor(result)) to.bind(result, made.result(i));
      else result.replaceAllUsesWith(made.result(i));
    });
    to.retire(op);
  },
  /** linalg: the same op on buffers. */
  "destination-style": (op, to) => {
    const inits = op.results.map((_, i) => op.operandCount - op.resultCount + i);
    const operands = op.operands.map((v, i) => (inits.includes(i) ? to.destination(op, i) : to.buffer(v)));
    const made = to.rebuild(op, operands);
    // A body may read elements of tensors from outside.
    for (const region of made.regions) for (const block of region.blocks) to.block(block);
    op.results.forEach((result, i) => {
      to.bind(result, operands[inits[i]!]!);
    });
    to.retire(op);
  },
};
