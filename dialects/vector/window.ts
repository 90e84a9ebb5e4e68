// Windows: where the lanes of a vector fall in a buffer, how many of them are inside, and moving those lanes in and out.
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import type { ElementArray } from "../../ir/interpret/element-array.ts";
import { DenseValue, POISON, type Scalar } from "../../ir/interpret/value.ts";
import type { ElementBuffer, RawElements } from "./buffer.ts";
import { isAllOn, isLaneOn } from "./masking.ts";
import { identityStrides, positionTable } from "./positions.ts";

/** How lanes map to a buffer, as far as it is known before the run. */
export interface WindowShape {
  /** Extents of the vector. */
  readonly lanes: readonly number[];
  /** Dimension of the buffer along each dimension of the vector; -1 repeats one element. */
  readonly dims: readonly number[];
  /** Dimensions of the vector along which the lanes are promised to be inside. */
  readonly inBounds: readonly boolean[];
  /** Row-major strides of the vector. */
  readonly laneStrides: readonly number[];
  /** The position in the mask of each lane, in row-major order of the lanes. */
  readonly maskPositions: Int32Array;
}

/** `dims` as in WindowShape. A mask has the lanes' extents in the order of the buffer's dimensions, repeated ones left out. */
export function windowShape(
  lanes: readonly number[],
  dims: readonly number[],
  inBounds: readonly boolean[],
): WindowShape {
  const order = maskOrder(dims);
  const maskStrides = identityStrides(order.map((r) => lanes[r]!));
  const strides = dims.map((_, r) => maskStrides[order.indexOf(r)] ?? 0);
  return { lanes, dims, inBounds, laneStrides: identityStrides(lanes), maskPositions: positionTable(lanes, strides) };
}

/** The dimensions of the vector that a mask has, in the mask's order. */
export function maskOrder(dims: readonly number[]): number[] {
  return dims
    .map((_, r) => r)
    .filter((r) => dims[r]! >= 0)
    .sort((a, b) => dims[a]! - dims[b]!);
}

interface Window {
  readonly shape: WindowShape;
  readonly start: number;
  readonly strides: readonly number[];
  /** Lanes along each dimension of the vector before the buffer ends. */
  readonly counts: readonly number[];
  /** How many of these come before it begins: none, unless there is a mask. */
  readonly below: readonly number[];
  readonly isWhole: boolean;
  /** Why no lane may be on; undefined where those may that are inside. */
  readonly refusal: string | undefined;
}

/**
 * Places a window at `indices`. Below zero, outside along a dimension without lanes, or a broken promise: undefined behaviour, of the lanes that
 * are on where there is a mask.
 */
function place(shape: WindowShape, buffer: ElementBuffer, indices: readonly number[], isMasked: boolean): Window {
  const { lanes, dims, inBounds } = shape;
  const { sizes, strides: steps } = buffer;
  let start = buffer.offset;
  let below = nothing;
  let refusal: string | undefined;
  for (let d = 0; d < indices.length; d++) {
    const index = indices[d]!;
    const r = dims.indexOf(d);
    if (index < 0) {
      if (isMasked && r >= 0) below = (below === nothing ? lanes.map(() => 0) : below).with(r, -index);
      else refusal ??= `a transfer starts at ${index} in dimension ${d}`;
    } else if (index >= sizes[d]! && r < 0)
      refusal ??= `index ${index} out of bounds for extent ${sizes[d]} in dimension ${d}`;
    start += index * steps[d]!;
  }
  if (refusal !== undefined && !isMasked) undefinedBehavior(refusal);
  const strides = new Array<number>(lanes.length).fill(0);
  let counts = lanes;
  for (let r = 0; r < lanes.length; r++) {
    const d = dims[r]!;
    if (d < 0) continue;
    strides[r] = steps[d]!;
    const inside = Math.max(0, sizes[d]! - indices[d]!);
    if (inside >= lanes[r]!) continue;
    if (inBounds[r] === true && !isMasked) {
      undefinedBehavior(
        `lane ${inside} in dimension ${r} is out of bounds: index ${indices[d]! + inside}, extent ${sizes[d]}`,
      );
    }
    counts = counts.with(r, inside);
  }
  return { shape, start, strides, counts, below, isWhole: counts === lanes, refusal };
}

const nothing: readonly number[] = [];

/** First and last position that the lanes inside reach; undefined when there is no lane inside. */
function reach({ start, strides, counts }: Window): readonly [number, number] | undefined {
  let first = start;
  let last = start;
  for (let r = 0; r < counts.length; r++) {
    if (counts[r] === 0) return undefined;
    const step = (counts[r]! - 1) * strides[r]!;
    if (step < 0) first += step;
    else last += step;
  }
  return [first, last];
}

type Run = (outer: number, inner: number, outerStep: number, innerStep: number, count: number) => void;

/** Calls `run` for each row of lanes inside: position in the buffer, position in the vector, their steps, and the length. */
function eachRow({ start, strides, counts, shape: { laneStrides } }: Window, run: Run): void {
  const last = counts.length - 1;
  if (last < 0) {
    run(start, 0, 0, 0, 1);
    return;
  }
  const visit = (d: number, at: number, lane: number): void => {
    if (d === last) run(at, lane, strides[last]!, 1, counts[last]!);
    else for (let i = 0; i < counts[d]!; i++) visit(d + 1, at + i * strides[d]!, lane + i * laneStrides[d]!);
  };
  visit(0, start, 0);
}

function isBigInts(data: ElementArray): data is BigInt64Array | BigUint64Array {
  return data instanceof BigInt64Array || data instanceof BigUint64Array;
}

/** to[q + i * stepTo] = from[p + i * stepFrom]. */
function copyRow(
  from: ElementArray,
  p: number,
  stepFrom: number,
  to: ElementArray,
  q: number,
  stepTo: number,
  count: number,
): void {
  if (from instanceof Float32Array && to instanceof Float32Array) {
    for (let i = 0; i < count; i++, p += stepFrom, q += stepTo) to[q] = from[p]!;
  } else if (isBigInts(from) && isBigInts(to))
    for (let i = 0; i < count; i++, p += stepFrom, q += stepTo) to[q] = from[p]!;
  else if (!isBigInts(from) && !isBigInts(to))
    for (let i = 0; i < count; i++, p += stepFrom, q += stepTo) to[q] = from[p]!;
  else throw new Error("a transfer keeps the element type");
}

/** Calls `visit` for each lane that the mask has on; whether it is inside; a broken promise is undefined behaviour. */
function eachLane(
  window: Window,
  mask: DenseValue | undefined,
  visit: (lane: number, position: number | undefined, isOn: boolean) => void,
): void {
  const { lanes, inBounds, maskPositions } = window.shape;
  const { counts, strides, below, refusal } = window;
  const index = new Array<number>(lanes.length).fill(0);
  const count = maskPositions.length;
  for (let lane = 0; lane < count; lane++) {
    const isOn = mask === undefined || isLaneOn(mask, maskPositions[lane]!);
    if (isOn && refusal !== undefined) undefinedBehavior(refusal);
    let position: number | undefined = window.start;
    for (let r = 0; r < lanes.length && position !== undefined; r++) {
      if (index[r]! < (below[r] ?? 0)) {
        if (isOn) undefinedBehavior(`lane ${index[r]} in dimension ${r} is below zero`);
        position = undefined;
      } else if (index[r]! < counts[r]!) position += index[r]! * strides[r]!;
      else {
        if (isOn && inBounds[r] === true) undefinedBehavior(`lane ${index[r]} in dimension ${r} is out of bounds`);
        position = undefined;
      }
    }
    visit(lane, position, isOn);
    for (let r = lanes.length - 1; r >= 0 && ++index[r]! === lanes[r]; r--) index[r] = 0;
  }
}

/** What a lane that reads nothing holds: a scalar for all, or the lane of a vector. */
export type Otherwise = Scalar | DenseValue;

const isDense = (value: Otherwise): value is DenseValue => typeof value === "object" && "kind" in value;

/** The vector of the lanes in the window. Lanes outside, and lanes that the mask has off, hold `otherwise`. */
export function readWindow(
  shape: WindowShape,
  buffer: ElementBuffer,
  indices: readonly number[],
  otherwise: Otherwise,
  mask?: DenseValue,
): DenseValue {
  const lanesOff = mask === undefined || isAllOn(mask) ? undefined : mask;
  const window = place(shape, buffer, indices, lanesOff !== undefined);
  const extent = reach(window);
  if (extent !== undefined && lanesOff === undefined) buffer.check(...extent, false);
  const { raw } = buffer;
  if (raw !== undefined && lanesOff === undefined) {
    const result = window.isWhole ? DenseValue.zeros(shape.lanes, buffer.element) : filled(shape, buffer, otherwise);
    if (extent !== undefined) readRows(window, raw, result);
    return result;
  }
  const result = DenseValue.zeros(shape.lanes, buffer.element);
  eachLane(window, lanesOff, (lane, position, isOn) => {
    if (isOn && position !== undefined) {
      if (lanesOff !== undefined) buffer.check(position, position, false);
      result.set(lane, buffer.load(position));
    } else result.set(lane, isDense(otherwise) ? otherwise.get(lane) : otherwise);
  });
  return result;
}

function filled(shape: WindowShape, buffer: ElementBuffer, otherwise: Otherwise): DenseValue {
  if (isDense(otherwise)) return otherwise.clone();
  const result = DenseValue.zeros(shape.lanes, buffer.element);
  const { data } = result;
  if (otherwise === POISON) result.poison = new Uint8Array(result.count).fill(1);
  else if (typeof otherwise === "object") throw new Error("no vector has complex elements");
  else if (isBigInts(data)) data.fill(BigInt(otherwise));
  else data.fill(Number(otherwise));
  return result;
}

function readRows(window: Window, { data, undefinedFlags: flags, origin }: RawElements, result: DenseValue): void {
  let anyUndefined = false;
  eachRow(window, (p, q, step, stepLane, count) => {
    copyRow(data, origin + p, step, result.data, q, stepLane, count);
    result.poison?.fill(0, q, q + count);
    if (flags !== null)
      for (let i = 0, at = origin + p; i < count; i++, at += step) if (flags[at] !== 0) anyUndefined = true;
  });
  if (!anyUndefined || flags === null) return;
  const poison = (result.poison ??= new Uint8Array(result.count));
  eachRow(window, (p, q, step, stepLane, count) => {
    for (let i = 0, at = origin + p; i < count; i++, at += step) if (flags[at] !== 0) poison[q + i * stepLane] = 1;
  });
}

/** Writes the lanes in the window that the mask has on; lanes outside are dropped. */
export function writeWindow(
  shape: WindowShape,
  buffer: ElementBuffer,
  indices: readonly number[],
  value: DenseValue,
  mask?: DenseValue,
): void {
  const lanesOff = mask === undefined || isAllOn(mask) ? undefined : mask;
  const window = place(shape, buffer, indices, lanesOff !== undefined);
  const extent = reach(window);
  if (lanesOff === undefined) {
    if (extent === undefined) return;
    buffer.check(...extent, true);
    if (buffer.raw !== undefined && value.poison === null) {
      writeRows(window, buffer, buffer.raw, value);
      return;
    }
  }
  eachLane(window, lanesOff, (lane, position, isOn) => {
    if (!isOn || position === undefined) return;
    if (lanesOff !== undefined) buffer.check(position, position, true);
    buffer.store(position, value.get(lane));
  });
}

function writeRows(window: Window, buffer: ElementBuffer, { data, origin }: RawElements, value: DenseValue): void {
  eachRow(window, (p, q, step, stepLane, count) => {
    if (step === 1) buffer.noteWrite(p, count);
    else for (let i = 0; i < count; i++) buffer.noteWrite(p + i * step, 1);
    copyRow(value.data, q, stepLane, data, origin + p, step, count);
  });
}
