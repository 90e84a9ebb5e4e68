// Loads, stores and atomics of global and shared memory.
import { WARP, type RegisterKind } from "../types.ts";
import { locateGlobal, locateShared, type Locate } from "../warp/access.ts";
import type { ByteViews } from "../warp/byte-views.ts";
import type { BoundInstruction, Warp } from "../warp/warp.ts";
import { row, type Access, type Instruction, type Space } from "./instruction.ts";

/** What moves between a register and bytes. Loops over the lanes of a mask; `shift` is added to the addresses. */
interface Element {
  readonly kind: RegisterKind;
  readonly bytes: number;
  readonly load: (bound: BoundInstruction, number: number) => Move;
  readonly store: (bound: BoundInstruction, number: number) => Move;
}
type Move = (views: ByteViews, at: Int32Array, mask: number, shift: number) => void;
type Cells<A> = (views: ByteViews) => { [index: number]: A; readonly length: number };

/** An element that is a number in its register. */
function numberElement(kind: "i32" | "f32" | "f64", bytes: 1 | 2 | 4 | 8, cells: Cells<number>): Element {
  const scale = Math.log2(bytes);
  return {
    kind,
    bytes,
    load: ({ result }, number) => {
      const r = result(kind, number);
      return (views, at, mask, shift) => {
        const memory = cells(views);
        for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) r[i] = memory[(at[i]! + shift) >>> scale]!;
      };
    },
    store: ({ operand }, number) => {
      const a = operand(kind, number);
      return (views, at, mask, shift) => {
        const memory = cells(views);
        for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) memory[(at[i]! + shift) >>> scale] = a[i]!;
      };
    },
  };
}

/** f32, the hot one, with loops of its own. */
const f32Element: Element = {
  kind: "f32",
  bytes: 4,
  load: ({ result }, number) => {
    const r = result("f32", number);
    return ({ f32: memory }, at, mask, shift) => {
      for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) r[i] = memory[(at[i]! + shift) >>> 2]!;
    };
  },
  store: ({ operand }, number) => {
    const a = operand("f32", number);
    return ({ f32: memory }, at, mask, shift) => {
      for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) memory[(at[i]! + shift) >>> 2] = a[i]!;
    };
  },
};

const i64Element: Element = {
  kind: "i64",
  bytes: 8,
  load: ({ result }, number) => {
    const r = result("i64", number);
    return ({ i64: memory }, at, mask, shift) => {
      for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) r[i] = memory[(at[i]! + shift) >>> 3]!;
    };
  },
  store: ({ operand }, number) => {
    const a = operand("i64", number);
    return ({ i64: memory }, at, mask, shift) => {
      for (let i = 0; i < WARP; i++) if (((mask >>> i) & 1) !== 0) memory[(at[i]! + shift) >>> 3] = a[i]!;
    };
  },
};

const s8 = numberElement("i32", 1, (v) => v.i8);
const u8 = numberElement("i32", 1, (v) => v.u8);
const s16 = numberElement("i32", 2, (v) => v.i16);
const u16 = numberElement("i32", 2, (v) => v.u16);
const s32 = numberElement("i32", 4, (v) => v.i32);
const f64 = numberElement("f64", 8, (v) => v.f64);

/** The check of a memory instruction: its address is operand 0. */
export function locate({ op, warp, operand, words, immediate }: BoundInstruction, access: Access): Locate {
  return access.space === "global"
    ? locateGlobal(warp, op, words(0), immediate, access)
    : locateShared(warp, op, operand("i32", 0), immediate, access);
}

export const addressKind = (space: Space): RegisterKind => (space === "global" ? "i64" : "i32");
export const classOf = (space: Space): "ldst_global" | "ldst_shared" =>
  space === "global" ? "ldst_global" : "ldst_shared";

function runAll(warp: Warp, check: Locate, moves: readonly Move[], bytes: number): () => void {
  const [first, ...rest] = moves;
  if (first === undefined) throw new Error("an access of nothing");
  if (rest.length === 0) {
    return () => {
      first(check(), warp.at, warp.mask, 0);
    };
  }
  return () => {
    const views = check();
    for (let c = 0; c < moves.length; c++) moves[c]!(views, warp.at, warp.mask, c * bytes);
  };
}

function load(space: Space, element: Element, count = 1): Instruction {
  const access: Access = { space, kind: "load", bytes: element.bytes * count };
  const numbers = Array.from({ length: count }, (_, i) => i);
  return row(
    [addressKind(space)],
    numbers.map(() => element.kind),
    (bound) => {
      return runAll(
        bound.warp,
        locate(bound, access),
        numbers.map((n) => element.load(bound, n)),
        element.bytes,
      );
    },
    { class: classOf(space), effect: "read", immediate: "offset", access },
  );
}

function store(space: Space, element: Element, count = 1): Instruction {
  const access: Access = { space, kind: "store", bytes: element.bytes * count };
  const numbers = Array.from({ length: count }, (_, i) => i);
  return row(
    [addressKind(space), ...numbers.map(() => element.kind)],
    [],
    (bound) => {
      return runAll(
        bound.warp,
        locate(bound, access),
        numbers.map((n) => element.store(bound, n + 1)),
        element.bytes,
      );
    },
    { class: classOf(space), effect: "write", immediate: "offset", access },
  );
}

export const memoryInstructions = {
  "ld.global.s8": load("global", s8),
  "ld.global.u8": load("global", u8),
  "ld.global.s16": load("global", s16),
  "ld.global.u16": load("global", u16),
  "ld.global.s32": load("global", s32),
  "ld.global.s64": load("global", i64Element),
  "ld.global.f32": load("global", f32Element),
  "ld.global.f64": load("global", f64),
  "ld.global.v2.s32": load("global", s32, 2),
  "ld.global.v4.s32": load("global", s32, 4),
  "ld.global.v2.f32": load("global", f32Element, 2),
  "ld.global.v4.f32": load("global", f32Element, 4),
  "ld.global.v2.s64": load("global", i64Element, 2),
  "ld.global.v2.f64": load("global", f64, 2),
  "ld.shared.s8": load("shared", s8),
  "ld.shared.u8": load("shared", u8),
  "ld.shared.s16": load("shared", s16),
  "ld.shared.u16": load("shared", u16),
  "ld.shared.s32": load("shared", s32),
  "ld.shared.s64": load("shared", i64Element),
  "ld.shared.f32": load("shared", f32Element),
  "ld.shared.f64": load("shared", f64),
  "ld.shared.v2.s32": load("shared", s32, 2),
  "ld.shared.v4.s32": load("shared", s32, 4),
  "ld.shared.v2.f32": load("shared", f32Element, 2),
  "ld.shared.v4.f32": load("shared", f32Element, 4),
  "ld.shared.v2.s64": load("shared", i64Element, 2),
  "ld.shared.v2.f64": load("shared", f64, 2),
  "st.global.b8": store("global", u8),
  "st.global.b16": store("global", u16),
  "st.global.s32": store("global", s32),
  "st.global.s64": store("global", i64Element),
  "st.global.f32": store("global", f32Element),
  "st.global.f64": store("global", f64),
  "st.global.v2.s32": store("global", s32, 2),
  "st.global.v4.s32": store("global", s32, 4),
  "st.global.v2.f32": store("global", f32Element, 2),
  "st.global.v4.f32": store("global", f32Element, 4),
  "st.global.v2.s64": store("global", i64Element, 2),
  "st.global.v2.f64": store("global", f64, 2),
  "st.shared.b8": store("shared", u8),
  "st.shared.b16": store("shared", u16),
  "st.shared.s32": store("shared", s32),
  "st.shared.s64": store("shared", i64Element),
  "st.shared.f32": store("shared", f32Element),
  "st.shared.f64": store("shared", f64),
  "st.shared.v2.s32": store("shared", s32, 2),
  "st.shared.v4.s32": store("shared", s32, 4),
  "st.shared.v2.f32": store("shared", f32Element, 2),
  "st.shared.v4.f32": store("shared", f32Element, 4),
  "st.shared.v2.s64": store("shared", i64Element, 2),
  "st.shared.v2.f64": store("shared", f64, 2),
};
