// Loads, stores and the other memory instructions of scalars.
import { effect, type EffectMeaning } from "../../../ir/interpret/meaning.ts";
import { expectNumber, expectScalar } from "../../../ir/interpret/operand.ts";
import { allocationAt, load, noteWrite, store } from "../access.ts";
import { misc, plain, type Instruction, type NumberKind } from "./instruction.ts";
import { big } from "./lift.ts";

type Read = (view: DataView, at: number) => number | bigint;
const loadOf = (code: number, to: NumberKind, bytes: number, read: Read): Instruction =>
  plain(
    code,
    ["i32"],
    to,
    load(bytes, () => read),
    { immediate: { kind: "memory", bytes }, effect: "read" },
  );

const storeNumber = (
  code: number,
  from: NumberKind,
  bytes: number,
  write: (view: DataView, at: number, value: number) => void,
): Instruction =>
  plain(
    code,
    ["i32", from],
    undefined,
    store(bytes, () => (view, at, value) => {
      write(view, at, expectNumber(value));
    }),
    { immediate: { kind: "memory", bytes }, effect: "write" },
  );
const storeBigint = (
  code: number,
  bytes: number,
  write: (view: DataView, at: number, value: bigint) => void,
): Instruction =>
  plain(
    code,
    ["i32", "i64"],
    undefined,
    store(bytes, () => (view, at, value) => {
      write(view, at, big(expectScalar(value)));
    }),
    { immediate: { kind: "memory", bytes }, effect: "write" },
  );
const low32 = (value: bigint): number => Number(BigInt.asIntN(32, value));

/** Moves bytes; overlapping ranges are copied as if through a buffer. */
const copy: EffectMeaning = effect(() => ([to, from, count], run) => {
  const bytes = expectNumber(count) >>> 0;
  const target = expectNumber(to) >>> 0;
  const source = expectNumber(from) >>> 0;
  if (bytes === 0) return [];
  allocationAt(run, source, bytes);
  if (!allocationAt(run, target, bytes).writable) run.undefinedBehavior("copy into a constant buffer");
  noteWrite(run, target, bytes);
  run.memory.bytes.copyWithin(target, source, source + bytes);
  return [];
});

const fill: EffectMeaning = effect(() => ([to, byte, count], run) => {
  const bytes = expectNumber(count) >>> 0;
  const target = expectNumber(to) >>> 0;
  if (bytes === 0) return [];
  if (!allocationAt(run, target, bytes).writable) run.undefinedBehavior("fill of a constant buffer");
  noteWrite(run, target, bytes);
  run.memory.bytes.fill(expectNumber(byte) & 0xff, target, target + bytes);
  return [];
});

const pageBytes = 65536;

export const memoryInstructions = {
  "i32.load": loadOf(0x28, "i32", 4, (view, at) => view.getInt32(at, true)),
  "i64.load": loadOf(0x29, "i64", 8, (view, at) => view.getBigInt64(at, true)),
  "f32.load": loadOf(0x2a, "f32", 4, (view, at) => view.getFloat32(at, true)),
  "f64.load": loadOf(0x2b, "f64", 8, (view, at) => view.getFloat64(at, true)),
  "i32.load8_s": loadOf(0x2c, "i32", 1, (view, at) => view.getInt8(at)),
  "i32.load8_u": loadOf(0x2d, "i32", 1, (view, at) => view.getUint8(at)),
  "i32.load16_s": loadOf(0x2e, "i32", 2, (view, at) => view.getInt16(at, true)),
  "i32.load16_u": loadOf(0x2f, "i32", 2, (view, at) => view.getUint16(at, true)),
  "i64.load8_s": loadOf(0x30, "i64", 1, (view, at) => BigInt(view.getInt8(at))),
  "i64.load8_u": loadOf(0x31, "i64", 1, (view, at) => BigInt(view.getUint8(at))),
  "i64.load16_s": loadOf(0x32, "i64", 2, (view, at) => BigInt(view.getInt16(at, true))),
  "i64.load16_u": loadOf(0x33, "i64", 2, (view, at) => BigInt(view.getUint16(at, true))),
  "i64.load32_s": loadOf(0x34, "i64", 4, (view, at) => BigInt(view.getInt32(at, true))),
  "i64.load32_u": loadOf(0x35, "i64", 4, (view, at) => BigInt(view.getUint32(at, true))),
  "i32.store": storeNumber(0x36, "i32", 4, (view, at, value) => view.setInt32(at, value, true)),
  "i64.store": storeBigint(0x37, 8, (view, at, value) => view.setBigInt64(at, value, true)),
  "f32.store": storeNumber(0x38, "f32", 4, (view, at, value) => view.setFloat32(at, value, true)),
  "f64.store": storeNumber(0x39, "f64", 8, (view, at, value) => view.setFloat64(at, value, true)),
  "i32.store8": storeNumber(0x3a, "i32", 1, (view, at, value) => view.setInt8(at, value)),
  "i32.store16": storeNumber(0x3b, "i32", 2, (view, at, value) => view.setInt16(at, value, true)),
  "i64.store8": storeBigint(0x3c, 1, (view, at, value) => view.setInt8(at, low32(value))),
  "i64.store16": storeBigint(0x3d, 2, (view, at, value) => view.setInt16(at, low32(value), true)),
  "i64.store32": storeBigint(0x3e, 4, (view, at, value) => view.setInt32(at, low32(value), true)),
  "memory.size": plain(
    0x3f,
    [],
    "i32",
    effect(() => (_, run) => [Math.floor(run.memory.bytes.length / pageBytes)]),
    {
      immediate: { kind: "zeros", count: 1 },
      effect: "read",
    },
  ),
  // Growing may always fail, and there is nothing to be had from it where buffers are allocated by the caller.
  "memory.grow": plain(
    0x40,
    ["i32"],
    "i32",
    effect(() => () => [-1]),
    { immediate: { kind: "zeros", count: 1 }, effect: "readwrite" },
  ),
  "memory.copy": misc(10, ["i32", "i32", "i32"], undefined, copy, {
    immediate: { kind: "zeros", count: 2 },
    effect: "readwrite",
  }),
  "memory.fill": misc(11, ["i32", "i32", "i32"], undefined, fill, {
    immediate: { kind: "zeros", count: 1 },
    effect: "write",
  }),
};
