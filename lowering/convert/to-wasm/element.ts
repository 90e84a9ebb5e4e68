// Elements: how a scalar type of the source is held in WebAssembly, as a value, as a vector lane, and in memory.
import type { Context } from "../../../ir/core/context.ts";
import { f32, f64, i32, i64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { laneType } from "../../../dialects/wasm/index.ts";

/** A number type of WebAssembly, and of lanes. */
export type Lane = "i32" | "i64" | "f32" | "f64";
export type LanePrefix = "i32x4" | "i64x2" | "f32x4" | "f64x2";

export interface Element {
  /** The type of the source; `index` is i64. Integers below 32 bits are kept extended by sign, i1 as 0 or 1 (as a lane: 0 or -1). */
  readonly kind: "i1" | "i8" | "i16" | "i32" | "i64" | "f32" | "f64";
  readonly lane: Lane;
  /** Bytes in memory. */
  readonly bytes: number;
}

const elements: Readonly<Record<Element["kind"], Element>> = {
  i1: { kind: "i1", lane: "i32", bytes: 1 },
  i8: { kind: "i8", lane: "i32", bytes: 1 },
  i16: { kind: "i16", lane: "i32", bytes: 2 },
  i32: { kind: "i32", lane: "i32", bytes: 4 },
  i64: { kind: "i64", lane: "i64", bytes: 8 },
  f32: { kind: "f32", lane: "f32", bytes: 4 },
  f64: { kind: "f64", lane: "f64", bytes: 8 },
};

const integerKinds: Readonly<Record<number, Element["kind"]>> = { 1: "i1", 8: "i8", 16: "i16", 32: "i32", 64: "i64" };

export const elementNamed = (kind: Element["kind"]): Element => elements[kind];

/** The element of a scalar type; undefined where WebAssembly has no form for it. */
export function elementOf(type: Type): Element | undefined {
  switch (type.kind) {
    case "index":
      return elements.i64;
    case "integer": {
      const kind = type.signedness === "signless" ? integerKinds[type.width] : undefined;
      return kind && elements[kind];
    }
    case "float":
      return type.name === "f32" || type.name === "f64" ? elements[type.name] : undefined;
    default:
      return undefined;
  }
}

/** As `elementOf`, for types that were checked. */
export function expectElement(type: Type): Element {
  const element = elementOf(type);
  if (element === undefined) throw new Error(`'${typeText(type)}' was not refused`);
  return element;
}

const laneTypes: Readonly<Record<Lane, (context: Context) => Type>> = { i32, i64, f32, f64 };
const prefixes: Readonly<Record<Lane, LanePrefix>> = { i32: "i32x4", i64: "i64x2", f32: "f32x4", f64: "f64x2" };

export const scalarType = (context: Context, { lane }: Element): Type => laneTypes[lane](context);
export const lanePrefix = (lane: Lane): LanePrefix => prefixes[lane];
export const chunkType = (context: Context, { lane }: Element): Type => laneType(context, prefixes[lane]);
/** Lanes of a 128-bit chunk. */
export const lanesPerChunk = ({ lane }: Element): number => (lane === "i64" || lane === "f64" ? 2 : 4);
export const laneBytes = ({ lane }: Element): number => (lane === "i64" || lane === "f64" ? 8 : 4);
