// Lanes of chunks: taking one out, filling a chunk with one, and putting chunks together from lanes of others.
import type { Value } from "../../../../ir/core/value.ts";
import { constantOf } from "../../../../ir/define/op-interfaces.ts";
import { instructionOf, type InstructionName } from "../../../../dialects/wasm/index.ts";
import { laneBytes, lanesPerChunk, type Element, type LanePrefix, lanePrefix } from "../element.ts";
import { isInstruction, type Emitter } from "../emitter.ts";
import { geometry, lanesInChunk, type VectorValue } from "../lowered.ts";

/** One lane of one chunk. */
export interface LaneRef {
  readonly chunk: Value;
  readonly lane: number;
}

function laneInstruction(prefix: LanePrefix, mnemonic: string): InstructionName {
  const name = `${prefix}.${mnemonic}`;
  if (!isInstruction(name)) throw new Error(`there is no instruction '${name}'`);
  return name;
}

/** Where element `index` (row-major) of a vector is. */
export function laneOf({ shape, element, chunks }: VectorValue, index: number): LaneRef {
  const { columns, lanes, chunksPerRow } = geometry(shape, element);
  const [row, column] = [Math.floor(index / columns), index % columns];
  const chunk = chunks[row * chunksPerRow + Math.floor(column / lanes)];
  if (chunk === undefined) throw new Error(`element ${index} is outside of the vector`);
  return { chunk, lane: column % lanes };
}

/** The name of the instruction that made a chunk, if one did. */
const madeBy = (chunk: Value): string | undefined =>
  chunk.definingOp === null ? undefined : instructionOf(chunk.definingOp.name)?.name;

/** Whether all lanes of a chunk are known to be the same. */
function isSplat(chunk: Value): boolean {
  const name = madeBy(chunk);
  if (name === undefined) return false;
  if (name === "v128.const") {
    const attribute = constantOf(chunk);
    return attribute?.kind === "dense" && attribute.splat;
  }
  return name.endsWith("splat");
}

/** A lane as a scalar; of i1, 0 or 1. */
export function extractLane(emitter: Emitter, element: Element, { chunk, lane }: LaneRef): Value {
  const { definingOp } = chunk;
  const name = madeBy(chunk);
  const isBoolean = element.kind === "i1";
  if (!isBoolean && definingOp !== null && name !== undefined) {
    if (name.endsWith("x4.splat") || name.endsWith("x2.splat")) return definingOp.operand(0);
    if (name.endsWith("replace_lane")) {
      const attribute = definingOp.attribute("lane");
      const replaced = attribute?.kind === "integer" ? Number(attribute.value) : -1;
      return replaced === lane
        ? definingOp.operand(1)
        : extractLane(emitter, element, { chunk: definingOp.operand(0), lane });
    }
  }
  const value = emitter.op(laneInstruction(lanePrefix(element.lane), "extract_lane"), [chunk], { lane });
  return isBoolean ? emitter.op("i32.and", [value, emitter.i32(1)]) : value;
}

/** A scalar as it stands in a lane: i1 as 0 or -1. */
const asLane = (emitter: Emitter, element: Element, scalar: Value): Value =>
  element.kind === "i1" ? emitter.op("i32.sub", [emitter.i32(0), scalar]) : scalar;

/** A chunk whose lanes all hold a scalar. */
export const splat = (emitter: Emitter, element: Element, scalar: Value): Value =>
  emitter.op(laneInstruction(lanePrefix(element.lane), "splat"), [asLane(emitter, element, scalar)]);

/** A chunk with one lane replaced by a scalar. */
export const insertLane = (emitter: Emitter, element: Element, { chunk, lane }: LaneRef, scalar: Value): Value =>
  emitter.op(laneInstruction(lanePrefix(element.lane), "replace_lane"), [chunk, asLane(emitter, element, scalar)], {
    lane,
  });

/** A chunk from scalars, one a lane; the lanes after them hold anything. */
export function chunkOfScalars(emitter: Emitter, element: Element, scalars: readonly Value[]): Value {
  const [first, ...rest] = scalars;
  if (first === undefined) throw new Error("a chunk of no lanes");
  const start = splat(emitter, element, first);
  if (rest.every((scalar) => scalar === first)) return start;
  return rest.reduce(
    (chunk, scalar, i) => (scalar === first ? chunk : insertLane(emitter, element, { chunk, lane: i + 1 }, scalar)),
    start,
  );
}

/** A chunk whose lanes all hold a lane of another. */
export function splatLane(emitter: Emitter, element: Element, { chunk, lane }: LaneRef): Value {
  if (isSplat(chunk)) return chunk;
  return shuffle(emitter, element, new Array<LaneRef>(lanesPerChunk(element)).fill({ chunk, lane }));
}

/** A chunk from these lanes; where there are fewer than a chunk has, the rest holds anything. */
export function assemble(emitter: Emitter, element: Element, lanes: readonly LaneRef[]): Value {
  const [first] = lanes;
  if (first === undefined) throw new Error("a chunk of no lanes");
  const isOne = lanes.every(({ chunk }) => chunk === first.chunk);
  if (isOne && (isSplat(first.chunk) || lanes.every(({ lane }, i) => lane === i))) return first.chunk;
  const all = [...lanes];
  while (all.length < lanesPerChunk(element)) all.push(first);
  return shuffle(emitter, element, all);
}

/** Lanes of up to two chunks in one instruction, of more through pairs. */
function shuffle(emitter: Emitter, element: Element, lanes: readonly LaneRef[]): Value {
  const chunks = [...new Set(lanes.map(({ chunk }) => chunk))];
  const [a, b = a, ...more] = chunks;
  if (a === undefined || b === undefined) throw new Error("a shuffle of no chunks");
  if (more.length > 0) {
    const half = lanes.length / 2;
    const [low, high] = [lanes.slice(0, half), lanes.slice(half)].map((part) =>
      shuffle(emitter, element, [...part, ...part].slice(0, lanes.length)),
    );
    if (low === undefined || high === undefined) throw new Error("a chunk has two halves");
    return shuffle(
      emitter,
      element,
      lanes.map((_, i) => ({ chunk: i < half ? low : high, lane: i % half })),
    );
  }
  const width = laneBytes(element);
  const bytes = lanes.flatMap(({ chunk, lane }) => {
    const start = (chunk === a ? 0 : 16) + lane * width;
    return Array.from({ length: width }, (_, i) => start + i);
  });
  return emitter.op("i8x16.shuffle", [a, b], { lanes: bytes });
}

/** The chunks of a vector of this shape whose element i is the lane that `from` gives for it. */
export function gatherLanes(
  emitter: Emitter,
  shape: readonly number[],
  element: Element,
  from: (index: number) => LaneRef,
): Value[] {
  const form = geometry(shape, element);
  const chunks: Value[] = [];
  for (let row = 0; row < form.rows; row++) {
    for (let c = 0; c < form.chunksPerRow; c++) {
      const start = row * form.columns + c * form.lanes;
      chunks.push(
        assemble(
          emitter,
          element,
          Array.from({ length: lanesInChunk(form, c) }, (_, i) => from(start + i)),
        ),
      );
    }
  }
  return chunks;
}

/** The chunks of a vector of this shape from a scalar for each element. */
export function chunksOfScalars(
  emitter: Emitter,
  shape: readonly number[],
  element: Element,
  scalar: (index: number) => Value,
): Value[] {
  const form = geometry(shape, element);
  const chunks: Value[] = [];
  for (let row = 0; row < form.rows; row++) {
    for (let c = 0; c < form.chunksPerRow; c++) {
      const start = row * form.columns + c * form.lanes;
      chunks.push(
        chunkOfScalars(
          emitter,
          element,
          Array.from({ length: lanesInChunk(form, c) }, (_, i) => scalar(start + i)),
        ),
      );
    }
  }
  return chunks;
}
