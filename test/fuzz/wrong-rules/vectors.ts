// Wrong rules on vectors: positions, permutations, broadcasts, masks, transfers, reductions.
import { SelectOp } from "../../../dialects/arith/index.ts";
import {
  BroadcastOp, ExtractOp, ExtractStridedSliceOp, InsertOp, ReductionOp, ShapeCastOp, ShuffleOp, TransferReadOp, TransferWriteOp, TransposeOp,
  vectorTypeOf,
} from "../../../dialects/vector/index.ts"; // prettier-ignore
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { folder, isRewritten, markRewritten, onElements, type WrongRule } from "./wrong-rule.ts";

const dialects = ["arith", "vector"] as const;
const withMemory = ["arith", "tensor", "vector"] as const;
const main = onElements(`  %v = vector.from_elements %x, %y : vector<2xi8>
  %w = vector.from_elements %y, %y : vector<2xi8>
  %q = vector.from_elements %x, %y, %y, %x : vector<2x2xi8>`);

export const vectorRules: readonly WrongRule[] = [
  {
    name: "shape_cast(broadcast v) => broadcast v, though the added dimension is another one",
    mistake: "shape",
    source: "llvm/llvm-project#190230",
    dialects,
    leftOps: 2,
    pattern: pattern("shape_cast(broadcast v) => broadcast v", ShapeCastOp, ({ op, source, result }, rewriter) => {
      const inner = BroadcastOp.match(source.definingOp);
      if (inner?.source.type.kind !== "vector") return refuse("it is no cast of a broadcast vector");
      const [from, to] = [vectorTypeOf(inner.source), vectorTypeOf(result)];
      const offset = to.shape.length - from.shape.length;
      const fits = offset >= 0 && from.shape.every((extent, d) => extent === 1 || extent === to.shape[d + offset]);
      if (!fits) return refuse("it could not be broadcast to that");
      rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source: inner.source, resultTypes: [to] }).vector);
      return true;
    }),
    witness: {
      // Each element twice in a row, not the whole twice.
      text: main(
        `  %u = vector.shape_cast %v : vector<2xi8> to vector<2x1xi8>
  %b = vector.broadcast %u : vector<2x1xi8> to vector<2x2xi8>
  %r = vector.shape_cast %b : vector<2x2xi8> to vector<2x2x1xi8>`,
        "vector<2x2x1xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "transfer_write(transfer_read t masked) to t => t",
    mistake: "guard",
    source: "llvm/llvm-project#192966",
    dialects: withMemory,
    leftOps: 4,
    pattern: folder(
      "transfer_write(transfer_read t) to t => t",
      TransferWriteOp,
      ({ valueToStore, base, indices, inBounds }) => {
        const read = TransferReadOp.match(valueToStore.definingOp);
        if (read?.base !== base || base.type.kind !== "tensor") return undefined;
        if (inBounds.includes(false) || read.inBounds.includes(false)) return undefined;
        return read.indices.every((index, d) => index === indices[d]) ? base : undefined;
      },
    ),
    witness: {
      text: main(
        `  %t = tensor.from_elements %x, %x : tensor<2xi8>
  %m = vector.create_mask %c1 : vector<2xi1>
  %a = vector.transfer_read %t[%c0], %y, %m {in_bounds = [true]} : tensor<2xi8>, vector<2xi8>
  %r = vector.transfer_write %a, %t[%c0] {in_bounds = [true]} : vector<2xi8>, tensor<2xi8>`,
        "tensor<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "transfer_read(transfer_write v) => v, masks or not",
    mistake: "guard",
    source: "iree-org/iree#16651",
    dialects: withMemory,
    leftOps: 4,
    pattern: folder("transfer_read(transfer_write v) => v", TransferReadOp, ({ base, indices, vector }) => {
      const write = TransferWriteOp.match(base.definingOp);
      if (write?.valueToStore.type !== vector.type) return undefined;
      return write.indices.every((index, d) => index === indices[d]) ? write.valueToStore : undefined;
    }),
    witness: {
      text: main(
        `  %t = tensor.from_elements %x, %x : tensor<2xi8>
  %m = vector.create_mask %c1 : vector<2xi1>
  %a = vector.transfer_write %w, %t[%c0], %m {in_bounds = [true]} : vector<2xi8>, tensor<2xi8>
  %r = vector.transfer_read %a[%c0], %y, %m {in_bounds = [true]} : tensor<2xi8>, vector<2xi8>
  %unused = arith.addi %x, %y : i8`,
        "vector<2xi8>",
      ).replace("%y, %m {in_bounds", "%x, %m {in_bounds"),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(shuffle a, b, mask)[i] => a[mask[i]], whichever it is of",
    mistake: "index",
    source: "llvm/llvm-project#115105",
    dialects,
    leftOps: 2,
    pattern: pattern("extract(shuffle a, b)[i] => extract a[mask[i]]", ExtractOp, (view, rewriter) => {
      const { op, source, dynamicPosition, staticPosition } = view;
      const shuffled = ShuffleOp.match(source.definingOp);
      const [position] = staticPosition;
      if (shuffled === undefined || position === undefined || staticPosition.length !== 1 || dynamicPosition.length > 0)
        return refuse("it reads no lane of a shuffle");
      const lane = shuffled.mask[position];
      const count = vectorTypeOf(shuffled.v1).shape[0] ?? 1;
      if (lane === undefined || lane < 0) return refuse("the lane is poison");
      if (vectorTypeOf(shuffled.v1).shape.length !== 1) return refuse("it shuffles rows");
      const made = ExtractOp.build(rewriter, {
        source: shuffled.v1,
        dynamicPosition: [],
        staticPosition: [lane % count],
      });
      rewriter.replaceOp(op, made.result);
      return true;
    }),
    witness: {
      text: main(
        `  %s = vector.shuffle %v, %w [0, 2] : vector<2xi8>, vector<2xi8>
  %r = vector.extract %s[1] : i8 from vector<2xi8>`,
        "i8",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "shuffle with a poison lane => the first vector",
    mistake: "poison",
    source: "llvm/llvm-project#124863",
    dialects,
    leftOps: 1,
    // Poison lanes may be anything; the other lanes may not, and the last one is taken for identical too.
    pattern: folder("shuffle a, b whose first lanes are a's => a", ShuffleOp, ({ v1, mask, vector }) =>
      vector.type === v1.type && mask.length > 1 && mask.slice(0, -1).every((lane, i) => lane === i || lane === -1)
        ? v1
        : undefined,
    ),
    witness: {
      text: main("  %r = vector.shuffle %v, %w [0, 0] : vector<2xi8>, vector<2xi8>", "vector<2xi8>"),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "transpose(transpose v) => v",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: folder("transpose(transpose v) => v", TransposeOp, ({ vector, result }) => {
      const inner = TransposeOp.match(vector.definingOp);
      return inner?.vector.type === result.type ? inner.vector : undefined;
    }),
    witness: {
      text: main(
        `  %b = vector.broadcast %q : vector<2x2xi8> to vector<2x2x2xi8>
  %t = vector.transpose %b, [1, 2, 0] : vector<2x2x2xi8> to vector<2x2x2xi8>
  %r = vector.transpose %t, [1, 2, 0] : vector<2x2x2xi8> to vector<2x2x2xi8>`,
        "vector<2x2x2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "transpose of a square => it",
    mistake: "guard",
    dialects,
    leftOps: 1,
    pattern: folder("transpose of one type => its operand", TransposeOp, ({ vector, result, permutation }) =>
      vector.type === result.type && permutation.some((d, i) => d !== i) ? vector : undefined,
    ),
    witness: {
      text: main(
        `  %a = vector.insert %x, %q [1, 0] : i8 into vector<2x2xi8>
  %b = vector.insert %y, %a [0, 1] : i8 into vector<2x2xi8>
  %r = vector.transpose %b, [1, 0] : vector<2x2xi8> to vector<2x2xi8>`,
        "vector<2x2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(insert s into v at p) at q => s",
    mistake: "index",
    dialects,
    leftOps: 2,
    pattern: folder("extract(insert s into v) => s", ExtractOp, ({ source, result }) => {
      const inserted = InsertOp.match(source.definingOp);
      return inserted?.valueToStore.type === result.type ? inserted.valueToStore : undefined;
    }),
    witness: {
      text: main(
        `  %s = vector.insert %y, %v [1] : i8 into vector<2xi8>
  %r = vector.extract %s[0] : i8 from vector<2xi8>`,
        "i8",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract(broadcast v)[i] => v, also where v has that dimension",
    mistake: "shape",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "extract(broadcast v)[i] => broadcast of v's first row",
      ExtractOp,
      ({ op, source, result }, rewriter) => {
        const inner = BroadcastOp.match(source.definingOp);
        if (inner?.source.type.kind !== "vector" || result.type.kind !== "vector") return refuse("no rows are read");
        const from = vectorTypeOf(inner.source);
        if (from.shape.length !== vectorTypeOf(source).shape.length) return refuse("the dimension was added");
        if ((from.shape[0] ?? 1) < 2 || from.shape.length < 2) return refuse("it has one row");
        const row = ExtractOp.build(rewriter, {
          source: inner.source,
          dynamicPosition: [],
          staticPosition: [0],
        }).result;
        if (vectorTypeOf(row).shape.length !== vectorTypeOf(result).shape.length)
          return refuse("more is read than a row");
        rewriter.replaceOp(
          op,
          BroadcastOp.build(rewriter, { source: row, resultTypes: [vectorTypeOf(result)] }).vector,
        );
        return true;
      },
    ),
    witness: {
      text: main(
        `  %u = vector.shape_cast %v : vector<2xi8> to vector<2x1xi8>
  %b = vector.broadcast %u : vector<2x1xi8> to vector<2x3xi8>
  %r = vector.extract %b[1] : vector<3xi8> from vector<2x3xi8>`,
        "vector<3xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "extract_strided_slice at an offset => at 0",
    mistake: "index",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "extract_strided_slice at o => shuffle of the first lanes",
      ExtractStridedSliceOp,
      ({ op, source, result }, rewriter) => {
        const [from, to] = [vectorTypeOf(source), vectorTypeOf(result)];
        if (from.shape.length !== 1 || from === to) return refuse("it has not one dimension, or is the whole");
        const mask = Array.from({ length: to.shape[0] ?? 0 }, (_, i) => i);
        rewriter.replaceOp(op, ShuffleOp.build(rewriter, { v1: source, v2: source, mask }).vector);
        return true;
      },
    ),
    witness: {
      text: main(
        `  %r = vector.extract_strided_slice %v {offsets = [1], sizes = [1], strides = [1]} : vector<2xi8> to vector<1xi8>`,
        "vector<1xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "reduction of kind add, without its accumulator",
    mistake: "operand order",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "reduction kind, v, acc => reduction kind, v",
      ReductionOp,
      ({ op, vector, acc, kind }, rewriter) => {
        if (acc === undefined) return refuse("it has no accumulator");
        rewriter.replaceOp(op, ReductionOp.build(rewriter, { vector, kind }).dest);
        return true;
      },
    ),
    witness: {
      text: main("  %r = vector.reduction <add>, %v, %x : vector<2xi8> into i8", "i8"),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "reduction of floats as the sum of its halves",
    mistake: "rounding",
    dialects,
    leftOps: 1,
    pattern: pattern(
      "reduction add of v => of v the other way round",
      ReductionOp,
      ({ op, vector, acc, kind }, rewriter) => {
        const { shape, element } = vectorTypeOf(vector);
        const lanes = shape[0] ?? 1;
        if (
          isRewritten(op) ||
          kind !== "add" ||
          acc !== undefined ||
          shape.length !== 1 ||
          element.kind !== "float" ||
          lanes < 3
        )
          return refuse("it is no sum of three floats");
        const mask = Array.from({ length: lanes }, (_, i) => lanes - 1 - i);
        const reversed = ShuffleOp.build(rewriter, { v1: vector, v2: vector, mask }).vector;
        const made = ReductionOp.build(rewriter, { vector: reversed, kind });
        markRewritten(made.op);
        rewriter.replaceOp(op, made.dest);
        return true;
      },
    ),
    witness: {
      text: `func.func @main(%a: f32, %b: f32, %c: f32) -> f32 {
        %v = vector.from_elements %a, %b, %c : vector<3xf32>
        %r = vector.reduction <add>, %v : vector<3xf32> into f32
        return %r : f32
      }`,
      args: [1, Math.fround(1e30), Math.fround(-1e30)],
    },
  },
  {
    name: "transfer_read beyond the end => its padding everywhere",
    mistake: "boundary",
    dialects: withMemory,
    leftOps: 2,
    pattern: pattern(
      "transfer_read that may leave the tensor => padding",
      TransferReadOp,
      ({ op, base, padding, vector, inBounds }, rewriter) => {
        if (base.type.kind !== "tensor" || !inBounds.includes(false)) return refuse("it stays inside");
        if (
          vectorTypeOf(vector).shape.every(
            (extent, d) => extent <= (base.type.kind === "tensor" ? (base.type.shape[d] ?? 0) : 0),
          )
        )
          return refuse("it may stay inside");
        rewriter.replaceOp(
          op,
          BroadcastOp.build(rewriter, { source: padding, resultTypes: [vectorTypeOf(vector)] }).vector,
        );
        return true;
      },
    ),
    witness: {
      text: main(
        `  %t = tensor.from_elements %x : tensor<1xi8>
  %r = vector.transfer_read %t[%c0], %y : tensor<1xi8>, vector<2xi8>`,
        "vector<2xi8>",
      ),
      args: [1, 2, 0, 0],
    },
  },
  {
    name: "select by a constant mask => the side of its first lane",
    mistake: "guard",
    dialects,
    leftOps: 2,
    pattern: pattern(
      "select(dense mask, a, b) => a or b",
      SelectOp,
      ({ op, condition, trueValue, falseValue }, rewriter) => {
        const mask = constantOf(condition);
        if (mask?.kind !== "dense" || mask.splat || mask.type.kind !== "vector")
          return refuse("it has no constant mask");
        rewriter.replaceOp(op, (mask.data[0] ?? 0) % 2 === 1 ? trueValue : falseValue);
        return true;
      },
    ),
    witness: {
      text: main(
        `  %m = arith.constant dense<[true, false]> : vector<2xi1>
  %r = arith.select %m, %v, %q0 : vector<2xi1>, vector<2xi8>`.replace("%q0", "%z2"),
        "vector<2xi8>",
      ).replace("  %m =", "  %z2 = vector.from_elements %x, %x : vector<2xi8>\n  %m ="),
      args: [1, 2, 0, 0],
    },
  },
];
