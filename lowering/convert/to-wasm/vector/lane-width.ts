// Between chunks of four lanes of 32 bits and chunks of two lanes of 64 bits: casts, and masks of the one for the other.
import type { Value } from "../../../../ir/core/value.ts";
import { chunkType, elementNamed, lanesPerChunk, type Element } from "../element.ts";
import type { Emitter } from "../emitter.ts";
import { geometry, type VectorValue } from "../lowered.ts";
import { canonical, saturated, zeroExtended } from "../scalar/canonical.ts";
import type { Cast } from "../scalar/cast.ts";
import { bitcast, Form } from "../scalar/form.ts";

/** Bytes 8 to 15 in front. */
const upperHalf = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
/** The low words of four 64-bit lanes. */
const lowWords = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
/** The low halves of two chunks. */
const lowHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

const i32Element = elementNamed("i32");

/** For each chunk of 64-bit lanes of this shape, the chunk of 32-bit lanes that has the same elements, and which half of it. */
function halves(vector: VectorValue, wide: Element): { readonly chunk: Value; readonly half: 0 | 1 }[] {
  const [narrow, target] = [geometry(vector.shape, vector.element), geometry(vector.shape, wide)];
  return Array.from({ length: target.rows * target.chunksPerRow }, (_, i) => {
    const [row, c] = [Math.floor(i / target.chunksPerRow), i % target.chunksPerRow];
    const chunk = vector.chunks[row * narrow.chunksPerRow + (c >> 1)];
    if (chunk === undefined) throw new Error("a vector lacks a chunk");
    return { chunk, half: c % 2 === 0 ? 0 : 1 };
  });
}

/** For each chunk of 32-bit lanes of this shape, the one or two chunks of 64-bit lanes that have its elements. */
function pairs(vector: VectorValue, narrow: Element): { readonly low: Value; readonly high: Value }[] {
  const [wide, target] = [geometry(vector.shape, vector.element), geometry(vector.shape, narrow)];
  return Array.from({ length: target.rows * target.chunksPerRow }, (_, i) => {
    const [row, c] = [Math.floor(i / target.chunksPerRow), i % target.chunksPerRow];
    const low = vector.chunks[row * wide.chunksPerRow + 2 * c];
    if (low === undefined) throw new Error("a vector lacks a chunk");
    const high = 2 * c + 1 < wide.chunksPerRow ? vector.chunks[row * wide.chunksPerRow + 2 * c + 1] : low;
    return { low, high: high ?? low };
  });
}

const upper = (emitter: Emitter, chunk: Value): Value =>
  emitter.op("i8x16.shuffle", [chunk, chunk], { lanes: upperHalf });

/** A mask of i1 for chunks of 64-bit lanes. */
export function widenMask(emitter: Emitter, mask: VectorValue, wide: Element): Value[] {
  if (lanesPerChunk(wide) === 4) return [...mask.chunks];
  return halves(mask, wide).map(({ chunk, half }) =>
    emitter.op(half === 0 ? "i64x2.extend_low_i32x4_s" : "i64x2.extend_high_i32x4_s", [chunk]),
  );
}

/** A mask of 64-bit lanes as one of i1. */
export function narrowMask(emitter: Emitter, shape: readonly number[], chunks: readonly Value[]): Value[] {
  const wide: VectorValue = { kind: "vector", element: elementNamed("i64"), shape, chunks };
  return pairs(wide, elementNamed("i1")).map(({ low, high }) => lowWordsOf(emitter, low, high));
}

const lowWordsOf = (emitter: Emitter, low: Value, high: Value): Value =>
  bitcast(emitter, emitter.op("i8x16.shuffle", [low, high], { lanes: lowWords }), i32Element);

/** Casts the chunks of a vector; undefined where lanes have no instructions for it. */
export function castChunks(emitter: Emitter, cast: Cast, vector: VectorValue, to: Element): Value[] | undefined {
  const from = vector.element;
  const each = (f: (chunk: Value) => Value): Value[] => vector.chunks.map(f);
  const target = new Form(emitter, to, true);
  const source = new Form(emitter, from, true);
  if (cast === "none") return [...vector.chunks];
  if (lanesPerChunk(from) === lanesPerChunk(to)) {
    switch (cast) {
      // Lanes of i1 are 0 or -1 already.
      case "extsi":
        return [...vector.chunks];
      case "extui":
        return each((chunk) => zeroExtended(source, chunk));
      case "trunci":
        return each((chunk) => canonical(target, chunk));
      case "bitcast":
        return each((chunk) => bitcast(emitter, chunk, to));
      case "sitofp":
        return to.kind === "f32" ? each((chunk) => emitter.op("f32x4.convert_i32x4_s", [chunk])) : undefined;
      case "uitofp":
        return to.kind === "f32"
          ? each((chunk) => emitter.op("f32x4.convert_i32x4_u", [zeroExtended(source, chunk)]))
          : undefined;
      case "fptosi":
        return from.kind === "f32"
          ? each((chunk) => saturated(target, emitter.op("i32x4.trunc_sat_f32x4_s", [chunk]), true))
          : undefined;
      case "fptoui":
        return from.kind === "f32"
          ? each((chunk) => saturated(target, emitter.op("i32x4.trunc_sat_f32x4_u", [chunk]), false))
          : undefined;
      default:
        return undefined;
    }
  }
  const widens = lanesPerChunk(to) === 2;
  switch (cast) {
    case "extsi":
      return halves(vector, to).map(({ chunk, half }) =>
        emitter.op(half === 0 ? "i64x2.extend_low_i32x4_s" : "i64x2.extend_high_i32x4_s", [chunk]),
      );
    case "extui":
      return halves(vector, to).map(({ chunk, half }) =>
        emitter.op(half === 0 ? "i64x2.extend_low_i32x4_u" : "i64x2.extend_high_i32x4_u", [
          zeroExtended(source, chunk),
        ]),
      );
    case "extf":
      return halves(vector, to).map(({ chunk, half }) =>
        emitter.op("f64x2.promote_low_f32x4", [half === 0 ? chunk : upper(emitter, chunk)]),
      );
    case "sitofp":
      if (!widens) return undefined;
      return halves(vector, to).map(({ chunk, half }) =>
        emitter.op("f64x2.convert_low_i32x4_s", [half === 0 ? chunk : upper(emitter, chunk)]),
      );
    case "trunci":
      return pairs(vector, to).map(({ low, high }) => canonical(target, lowWordsOf(emitter, low, high)));
    case "truncf":
      return pairs(vector, to).map(({ low, high }) => {
        const [a, b] = [low, high].map((chunk) => emitter.op("f32x4.demote_f64x2_zero", [chunk]));
        if (a === undefined || b === undefined) throw new Error("two halves");
        return low === high ? a : emitter.op("i8x16.shuffle", [a, b], { lanes: lowHalves });
      });
    case "fptosi":
      if (widens) return undefined;
      return pairs(vector, to).map(({ low, high }) => {
        const [a, b] = [low, high].map((chunk) => emitter.op("i32x4.trunc_sat_f64x2_s_zero", [chunk]));
        if (a === undefined || b === undefined) throw new Error("two halves");
        return saturated(target, low === high ? a : emitter.op("i8x16.shuffle", [a, b], { lanes: lowHalves }), true);
      });
    default:
      return undefined;
  }
}

/** The type of the chunks of masks. */
export const maskType = (emitter: Emitter) => chunkType(emitter.context, elementNamed("i1"));
