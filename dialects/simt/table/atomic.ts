// Atomics: each active lane in order reads, combines and writes; the result is what was there before.
import { WARP } from "../types.ts";
import type { ByteViews } from "../warp/byte-views.ts";
import type { BoundInstruction } from "../warp/warp.ts";
import { unsigned64 } from "./each.ts";
import { row, type Access, type Instruction, type Space } from "./instruction.ts";
import { addressKind, classOf, locate } from "./memory.ts";

type NumberKind = "i32" | "f32" | "f64";
type NumberCells = Int32Array | Float32Array | Float64Array;

const numberCells: Readonly<Record<NumberKind, (views: ByteViews) => NumberCells>> = {
  i32: (v) => v.i32,
  f32: (v) => v.f32,
  f64: (v) => v.f64,
};

/** `combine(old, operands)` of a lane. */
function numbers(
  space: Space,
  kind: NumberKind,
  combine: (old: number, a: number, b: number) => number,
  operands = 1,
): Instruction {
  const access: Access = { space, kind: "atomic", bytes: kind === "f64" ? 8 : 4 };
  const scale = Math.log2(access.bytes);
  const cells = numberCells[kind];
  const bind = (bound: BoundInstruction) => {
    const { warp } = bound;
    const check = locate(bound, access);
    const a: NumberCells = bound.operand(kind, 1);
    const b: NumberCells = bound.operand(kind, operands);
    const r: NumberCells = bound.result(kind, 0);
    return () => {
      const memory = cells(check());
      for (let i = 0; i < WARP; i++) {
        if (((warp.mask >>> i) & 1) === 0) continue;
        const at = warp.at[i]! >>> scale;
        const old = memory[at]!;
        memory[at] = combine(old, a[i]!, b[i]!);
        r[i] = old;
      }
    };
  };
  const kinds = [addressKind(space), ...Array.from({ length: operands }, () => kind)];
  return row(kinds, [kind], bind, { class: classOf(space), effect: "readwrite", immediate: "offset", access });
}

function bigints(space: Space, combine: (old: bigint, a: bigint, b: bigint) => bigint, operands = 1): Instruction {
  const access: Access = { space, kind: "atomic", bytes: 8 };
  const bind = (bound: BoundInstruction) => {
    const { warp } = bound;
    const check = locate(bound, access);
    const [a, b, r] = [bound.operand("i64", 1), bound.operand("i64", operands), bound.result("i64", 0)];
    return () => {
      const memory = check().i64;
      for (let i = 0; i < WARP; i++) {
        if (((warp.mask >>> i) & 1) === 0) continue;
        const at = warp.at[i]! >>> 3;
        const old = memory[at]!;
        memory[at] = combine(old, a[i]!, b[i]!);
        r[i] = old;
      }
    };
  };
  const kinds = [addressKind(space), ...Array.from({ length: operands }, () => "i64" as const)];
  return row(kinds, ["i64"], bind, { class: classOf(space), effect: "readwrite", immediate: "offset", access });
}

const combine32 = {
  "add.s32": (old: number, a: number) => (old + a) | 0,
  "min.s32": (old: number, a: number) => Math.min(old, a),
  "max.s32": (old: number, a: number) => Math.max(old, a),
  "min.u32": (old: number, a: number) => Math.min(old >>> 0, a >>> 0) | 0,
  "max.u32": (old: number, a: number) => Math.max(old >>> 0, a >>> 0) | 0,
  "and.b32": (old: number, a: number) => old & a,
  "or.b32": (old: number, a: number) => old | a,
  "xor.b32": (old: number, a: number) => old ^ a,
  "exch.b32": (_: number, a: number) => a,
};
const combine64 = {
  "add.s64": (old: bigint, a: bigint) => old + a,
  "min.s64": (old: bigint, a: bigint) => (a < old ? a : old),
  "max.s64": (old: bigint, a: bigint) => (a > old ? a : old),
  "min.u64": (old: bigint, a: bigint) => (unsigned64(a) < unsigned64(old) ? a : old),
  "max.u64": (old: bigint, a: bigint) => (unsigned64(a) > unsigned64(old) ? a : old),
  "and.b64": (old: bigint, a: bigint) => old & a,
  "or.b64": (old: bigint, a: bigint) => old | a,
  "xor.b64": (old: bigint, a: bigint) => old ^ a,
  "exch.b64": (_: bigint, a: bigint) => a,
};
const addFloat = (old: number, a: number): number => old + a;

/** The atomics of a space, by name after `atom.<space>.`. */
const atomicsOf = (space: Space) => ({
  "add.s32": numbers(space, "i32", combine32["add.s32"]),
  "min.s32": numbers(space, "i32", combine32["min.s32"]),
  "max.s32": numbers(space, "i32", combine32["max.s32"]),
  "min.u32": numbers(space, "i32", combine32["min.u32"]),
  "max.u32": numbers(space, "i32", combine32["max.u32"]),
  "and.b32": numbers(space, "i32", combine32["and.b32"]),
  "or.b32": numbers(space, "i32", combine32["or.b32"]),
  "xor.b32": numbers(space, "i32", combine32["xor.b32"]),
  "exch.b32": numbers(space, "i32", combine32["exch.b32"]),
  "cas.b32": numbers(space, "i32", (old, expected, value) => (old === expected ? value : old), 2),
  "add.f32": numbers(space, "f32", addFloat),
  "add.f64": numbers(space, "f64", addFloat),
  "add.s64": bigints(space, combine64["add.s64"]),
  "min.s64": bigints(space, combine64["min.s64"]),
  "max.s64": bigints(space, combine64["max.s64"]),
  "min.u64": bigints(space, combine64["min.u64"]),
  "max.u64": bigints(space, combine64["max.u64"]),
  "and.b64": bigints(space, combine64["and.b64"]),
  "or.b64": bigints(space, combine64["or.b64"]),
  "xor.b64": bigints(space, combine64["xor.b64"]),
  "exch.b64": bigints(space, combine64["exch.b64"]),
  "cas.b64": bigints(space, (old, expected, value) => (old === expected ? value : old), 2),
});

type Prefixed<T, P extends string> = { readonly [K in keyof T & string as `${P}${K}`]: T[K] };

function prefixed<T extends Readonly<Record<string, Instruction>>, P extends string>(
  table: T,
  prefix: P,
): Prefixed<T, P>;
function prefixed(table: Readonly<Record<string, Instruction>>, prefix: string): Readonly<Record<string, Instruction>> {
  return Object.fromEntries(Object.entries(table).map(([name, instruction]) => [prefix + name, instruction]));
}

export const atomicInstructions = {
  ...prefixed(atomicsOf("global"), "atom.global."),
  ...prefixed(atomicsOf("shared"), "atom.shared."),
};
