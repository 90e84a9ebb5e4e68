// Loads and stores of chunks: as many lanes as are wanted, never a byte beyond them.
import type { Value } from "../../../../ir/core/value.ts";
import { laneType } from "../../../../dialects/wasm/index.ts";
import { chunkType, elementNamed, lanesPerChunk, type Element } from "../element.ts";
import type { Emitter } from "../emitter.ts";
import { loadScalar, storeScalar } from "../memory/access.ts";
import type { Place } from "../memory/addresses.ts";
import { bitcast } from "../scalar/form.ts";
import { chunkOfScalars, extractLane, splat } from "./lanes.ts";

/** Where lane i of a chunk is. */
export type LanePlace = (lane: number) => Place;

const isWord = ({ kind }: Element): boolean => kind === "f32" || kind === "i32";

/** `count` lanes that lie one after the other from `at`. */
export function loadRun(emitter: Emitter, element: Element, at: Place, count: number): Value {
  const { context } = emitter;
  const { address, offset } = at;
  const type = chunkType(context, element);
  const lane: LanePlace = (i) => ({ address, offset: offset + i * element.bytes });
  if (count === 1) return loadSplat(emitter, element, at);
  if (count === lanesPerChunk(element)) {
    switch (element.kind) {
      case "i8":
      case "i1": {
        const bytes = emitter.op("v128.load32_zero", [address], { offset, type: laneType(context, "i32x4"), align: 1 });
        return fromBytes(emitter, element, bitcastTo(emitter, bytes, "i8x16"));
      }
      case "i16":
        return emitter.op("v128.load16x4_s", [address], { offset, align: 2 });
      default:
        return emitter.op("v128.load", [address], { offset, type, align: element.bytes });
    }
  }
  if (!isWord(element))
    return chunkOfScalars(
      emitter,
      element,
      Array.from({ length: count }, (_, i) => loadScalar(emitter, element, lane(i))),
    );
  const pair = emitter.op("v128.load64_zero", [address], { offset, type: laneType(context, "i64x2"), align: 4 });
  const two = bitcast(emitter, pair, element);
  if (count === 2) return two;
  return emitter.op("v128.load32_lane", [address, two], { offset: lane(2).offset, lane: 2, align: 4 });
}

function bitcastTo(emitter: Emitter, chunk: Value, shape: "i8x16" | "i16x8"): Value {
  return emitter.builder
    .create("vector.bitcast", { operands: [chunk], resultTypes: [laneType(emitter.context, shape)] })
    .result();
}

/** Four lanes from the four low bytes. */
function fromBytes(emitter: Emitter, { kind }: Element, bytes: Value): Value {
  if (kind === "i8") return emitter.op("i32x4.extend_low_i16x8_s", [emitter.op("i16x8.extend_low_i8x16_s", [bytes])]);
  const words = emitter.op("i32x4.extend_low_i16x8_u", [emitter.op("i16x8.extend_low_i8x16_u", [bytes])]);
  return emitter.op("i32x4.ne", [words, emitter.constant(laneType(emitter.context, "i32x4"), 0)]);
}

/** A chunk whose lanes all hold the element at a place. */
export function loadSplat(emitter: Emitter, element: Element, { address, offset }: Place): Value {
  const type = chunkType(emitter.context, element);
  if (isWord(element)) return emitter.op("v128.load32_splat", [address], { offset, type, align: 4 });
  if (element.bytes === 8) return emitter.op("v128.load64_splat", [address], { offset, type, align: 8 });
  return splat(emitter, element, loadScalar(emitter, element, { address, offset }));
}

/** `count` lanes from places of their own. */
export function loadLanes(emitter: Emitter, element: Element, lane: LanePlace, count: number): Value {
  if (!isWord(element) && element.bytes !== 8) {
    return chunkOfScalars(
      emitter,
      element,
      Array.from({ length: count }, (_, i) => loadScalar(emitter, element, lane(i))),
    );
  }
  let chunk = loadSplat(emitter, element, lane(0));
  for (let i = 1; i < count; i++) chunk = loadLane(emitter, element, lane(i), chunk, i);
  return chunk;
}

/** A chunk with one lane loaded. */
export function loadLane(
  emitter: Emitter,
  element: Element,
  { address, offset }: Place,
  chunk: Value,
  lane: number,
): Value {
  if (isWord(element)) return emitter.op("v128.load32_lane", [address, chunk], { offset, lane, align: 4 });
  if (element.bytes === 8) return emitter.op("v128.load64_lane", [address, chunk], { offset, lane, align: 8 });
  const scalar = loadScalar(emitter, element, { address, offset });
  const held = element.kind === "i1" ? emitter.op("i32.sub", [emitter.i32(0), scalar]) : scalar;
  return emitter.op("i32x4.replace_lane", [chunk, held], { lane });
}

/** Stores the first `count` lanes one after the other from `at`. */
export function storeRun(emitter: Emitter, element: Element, at: Place, chunk: Value, count: number): void {
  const { address, offset } = at;
  const isWhole = count === lanesPerChunk(element);
  if (isWhole && (isWord(element) || element.bytes === 8)) {
    emitter.effect("v128.store", [address, chunk], { offset, align: element.bytes });
    return;
  }
  if (isWhole && element.bytes === 1) {
    const bytes =
      element.kind === "i1"
        ? emitter.op("v128.and", [chunk, emitter.constant(laneType(emitter.context, "i32x4"), 1)])
        : chunk;
    const packed = emitter.op("i8x16.shuffle", [bytes, bytes], {
      lanes: [0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12],
    });
    emitter.effect("v128.store32_lane", [address, packed], { offset, lane: 0, align: 1 });
    return;
  }
  if (isWhole && element.kind === "i16") {
    const packed = emitter.op("i8x16.shuffle", [chunk, chunk], {
      lanes: [0, 1, 4, 5, 8, 9, 12, 13, 0, 1, 4, 5, 8, 9, 12, 13],
    });
    const wide = bitcast(emitter, packed, elementNamed("i64"));
    emitter.effect("v128.store64_lane", [address, wide], { offset, lane: 0, align: 2 });
    return;
  }
  storeLanes(emitter, element, (i) => ({ address, offset: offset + i * element.bytes }), chunk, count);
}

/** Stores the first `count` lanes, each to a place of its own. */
export function storeLanes(emitter: Emitter, element: Element, lane: LanePlace, chunk: Value, count: number): void {
  for (let i = 0; i < count; i++) storeLane(emitter, element, lane(i), chunk, i);
}

export function storeLane(
  emitter: Emitter,
  element: Element,
  { address, offset }: Place,
  chunk: Value,
  lane: number,
): void {
  if (isWord(element)) emitter.effect("v128.store32_lane", [address, chunk], { offset, lane, align: 4 });
  else if (element.bytes === 8) emitter.effect("v128.store64_lane", [address, chunk], { offset, lane, align: 8 });
  else storeScalar(emitter, element, { address, offset }, extractLane(emitter, element, { chunk, lane }));
}
