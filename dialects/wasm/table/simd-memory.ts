// Loads and stores of vectors: whole, extending, splat, zero-filling, and of one lane.
import type { Operation } from "../../../ir/core/operation.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { load, store } from "../access.ts";
import { integerImmediate } from "../immediates.ts";
import { simd, type Instruction, type LaneShape, type ValueKind } from "./instruction.ts";
import { bytesOf, vectorFromBytes, vectorFromLanes, vectorOf } from "./lanes.ts";

type Prepare = (op: Operation) => (view: DataView, at: number, operands: readonly RuntimeValue[]) => RuntimeValue;
const memoryBytes = (view: DataView, at: number, count: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, count);

const loadOf = (code: number, bytes: number, to: ValueKind, prepare: Prepare): Instruction =>
  simd(code, ["i32"], to, load(bytes, prepare), { immediate: { kind: "memory", bytes }, effect: "read" });

/** Eight bytes as lanes of half the result's width. */
function extending(
  code: number,
  to: LaneShape,
  fromBytes: number,
  read: (view: DataView, at: number) => number,
): Instruction {
  return loadOf(code, 8, to, (op) => {
    const type = vectorOf(op.result().type);
    return (view, at) => vectorFromLanes(type, (i) => read(view, at + i * fromBytes));
  });
}

/** The same bytes over and over. */
const splatting = (code: number, bytes: number, to: ValueKind): Instruction =>
  loadOf(code, bytes, to, (op) => {
    const type = vectorOf(op.result().type);
    return (view, at) => {
      const source = memoryBytes(view, at, bytes);
      const out = new Uint8Array(16);
      for (let i = 0; i < 16; i += bytes) out.set(source, i);
      return vectorFromBytes(type, out);
    };
  });

/** The bytes, then zeros. */
const zeroFilling = (code: number, bytes: number, to: ValueKind): Instruction =>
  loadOf(code, bytes, to, (op) => {
    const type = vectorOf(op.result().type);
    return (view, at) => vectorFromBytes(type, memoryBytes(view, at, bytes));
  });

const laneLoad = (code: number, bytes: number, kind: ValueKind): Instruction =>
  simd(
    code,
    ["i32", kind],
    kind,
    load(bytes, (op) => {
      const lane = integerImmediate(op, "lane");
      const type = vectorOf(op.result().type);
      return (view, at, operands) => {
        const out = bytesOf(operands[1]).slice();
        out.set(memoryBytes(view, at, bytes), lane * bytes);
        return vectorFromBytes(type, out);
      };
    }),
    { immediate: { kind: "memory-lane", bytes }, effect: "read" },
  );

const laneStore = (code: number, bytes: number, kind: ValueKind): Instruction =>
  simd(
    code,
    ["i32", kind],
    undefined,
    store(bytes, (op) => {
      const lane = integerImmediate(op, "lane");
      return (view, at, value) => {
        memoryBytes(view, at, bytes).set(bytesOf(value).subarray(lane * bytes, (lane + 1) * bytes));
      };
    }),
    { immediate: { kind: "memory-lane", bytes }, effect: "write" },
  );

const storeVector = store(16, () => (view, at, value) => {
  memoryBytes(view, at, 16).set(bytesOf(value));
});

export const simdMemoryInstructions = {
  "v128.load": zeroFilling(0, 16, "any128"),
  "v128.load8x8_s": extending(1, "i16x8", 1, (view, at) => view.getInt8(at)),
  "v128.load8x8_u": extending(2, "i16x8", 1, (view, at) => view.getUint8(at)),
  "v128.load16x4_s": extending(3, "i32x4", 2, (view, at) => view.getInt16(at, true)),
  "v128.load16x4_u": extending(4, "i32x4", 2, (view, at) => view.getUint16(at, true)),
  "v128.load32x2_s": extending(5, "i64x2", 4, (view, at) => view.getInt32(at, true)),
  "v128.load32x2_u": extending(6, "i64x2", 4, (view, at) => view.getUint32(at, true)),
  "v128.load8_splat": splatting(7, 1, "lanes8"),
  "v128.load16_splat": splatting(8, 2, "lanes16"),
  "v128.load32_splat": splatting(9, 4, "lanes32"),
  "v128.load64_splat": splatting(10, 8, "lanes64"),
  "v128.store": simd(11, ["i32", "any128"], undefined, storeVector, {
    immediate: { kind: "memory", bytes: 16 },
    effect: "write",
  }),
  "v128.load8_lane": laneLoad(84, 1, "lanes8"),
  "v128.load16_lane": laneLoad(85, 2, "lanes16"),
  "v128.load32_lane": laneLoad(86, 4, "lanes32"),
  "v128.load64_lane": laneLoad(87, 8, "lanes64"),
  "v128.store8_lane": laneStore(88, 1, "lanes8"),
  "v128.store16_lane": laneStore(89, 2, "lanes16"),
  "v128.store32_lane": laneStore(90, 4, "lanes32"),
  "v128.store64_lane": laneStore(91, 8, "lanes64"),
  "v128.load32_zero": zeroFilling(92, 4, "lanes32"),
  "v128.load64_zero": zeroFilling(93, 8, "lanes64"),
};
