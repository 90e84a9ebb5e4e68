// Windows: where the lanes of a vector are in a buffer, and which of them may be outside of it.
import type { Value } from "../../../../ir/core/value.ts";
import { constantChunk } from "../constants.ts";
import { elementNamed, lanesPerChunk, type Element } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import {
  addLinear,
  constantLinear,
  geometry,
  numberOf,
  type BufferValue,
  type Extent,
  type Geometry,
  type Linear,
  type VectorValue,
} from "../lowered.ts";
import { scale, type Place } from "../memory/addresses.ts";
import type { LaneRow } from "./partial.ts";

export interface WindowSpec {
  readonly shape: readonly number[];
  readonly buffer: BufferValue;
  /** One a dimension of the buffer. */
  readonly indices: readonly Linear[];
  /** For each dimension of the vector, the buffer's dimension, or -1: every lane is the same element. */
  readonly dims: readonly number[];
  readonly inBounds: readonly boolean[];
  readonly mask: VectorValue | undefined;
}

/** A dimension along which lanes may be outside, and how many are inside (i64; may be negative or too many). */
interface Ragged {
  readonly dimension: number;
  readonly inside: Linear;
}

export class Window {
  readonly element: Element;
  readonly geometry: Geometry;
  /** Whether all lanes are known to be inside and on. */
  readonly isWhole: boolean;
  /** Bytes from one lane to the next. */
  readonly laneStride: Extent;
  readonly #f: FunctionLowering;
  readonly #spec: WindowSpec;
  readonly #start: Place;
  readonly #strides: readonly Extent[];
  readonly #ragged: readonly Ragged[];

  constructor(f: FunctionLowering, spec: WindowSpec) {
    const { shape, buffer, indices, dims, inBounds } = spec;
    this.#f = f;
    this.#spec = spec;
    this.element = buffer.element;
    this.geometry = geometry(shape, buffer.element);
    this.#start = f.addresses.element(buffer, indices);
    this.#strides = dims.map((d) => (d < 0 ? 0 : (buffer.strides[d] ?? 1)));
    const inner = this.#strides.at(-1) ?? 1;
    this.laneStride = typeof inner === "number" ? inner * buffer.element.bytes : inner;
    this.#ragged = shape.flatMap((extent, dimension): Ragged[] => {
      const d = dims[dimension] ?? -1;
      if (d < 0 || inBounds[dimension] === true) return [];
      const inside = addLinear(f.addresses.ofExtent(buffer.sizes[d] ?? 0), indices[d] ?? constantLinear(0), -1);
      const known = numberOf(inside);
      return known !== undefined && known >= extent ? [] : [{ dimension, inside }];
    });
    this.isWhole = this.#ragged.length === 0 && spec.mask === undefined;
  }

  /** Whether lanes lie one after the other. */
  get isContiguous(): boolean {
    return this.laneStride === this.element.bytes;
  }

  /** Whether all lanes of a row are one element. */
  get isSplat(): boolean {
    return this.#spec.shape.length > 0 && this.laneStride === 0;
  }

  /** Where a lane is. */
  lane(row: number, column: number): Place {
    let offset = constantLinear(this.#start.offset);
    const { bytes } = this.element;
    [...this.#outer(row), ...(this.#spec.shape.length === 0 ? [] : [column])].forEach((index, d) => {
      offset = addLinear(offset, scale(this.#f.addresses.ofExtent(this.#strides[d] ?? 0), index * bytes));
    });
    return this.#f.addresses.place(this.#start.address, offset);
  }

  /** The indices of a row in the outer dimensions. */
  #outer(row: number): number[] {
    const outer = this.#spec.shape.slice(0, -1);
    const indices = new Array<number>(outer.length).fill(0);
    for (let d = outer.length - 1, rest = row; d >= 0; d--) {
      const extent = outer[d] ?? 1;
      indices[d] = rest % extent;
      rest = Math.floor(rest / extent);
    }
    return indices;
  }

  /** A condition that all lanes are inside; undefined where a mask decides. */
  allInside(): Value | undefined {
    const { emitter, addresses } = this.#f;
    if (this.#spec.mask !== undefined) return undefined;
    const tests = this.#ragged.map(({ dimension, inside }) =>
      emitter.op("i64.ge_s", [addresses.value64(inside), emitter.i64(this.#spec.shape[dimension] ?? 0)]),
    );
    return tests.reduce((a, b) => emitter.op("i32.and", [a, b]));
  }

  /** Calls `visit` for each chunk with the lanes of it that are inside and on. */
  eachChunk(visit: (chunk: number, row: LaneRow, mask: Value) => void): void {
    const { emitter } = this.#f;
    const { rows, chunksPerRow, lanes } = this.geometry;
    const count = this.#columnsInside();
    const tests = this.#rowTests();
    const step = this.laneStride;
    const stride =
      typeof step === "number"
        ? emitter.i32(step)
        : emitter.op("i32.mul", [emitter.op("i32.wrap_i64", [step]), emitter.i32(this.element.bytes)]);
    const counting = constantChunk(emitter, elementNamed("i32"), [0, 1, 2, 3]);
    for (let row = 0; row < rows; row++) {
      const test = tests(this.#outer(row));
      const columns = test === undefined ? count : emitter.op("select", [count, emitter.i32(0), test]);
      for (let c = 0; c < chunksPerRow; c++) {
        const left = c === 0 ? columns : emitter.op("i32.sub", [columns, emitter.i32(c * lanes)]);
        const inside = emitter.op("i32x4.gt_s", [emitter.op("i32x4.splat", [left]), counting]);
        const on = this.#maskChunk(row, c);
        const { address, offset } = this.lane(row, c * lanes);
        // Made here, not as far out as it goes: most programs never come to the edge.
        const first = offset === 0 ? address : emitter.op("i32.add", [address, emitter.i32(offset)]);
        visit(
          row * chunksPerRow + c,
          { first, stride },
          on === undefined ? inside : emitter.op("v128.and", [inside, on]),
        );
      }
    }
  }

  /** How many lanes of a row are inside, from 0 to all: an i32. */
  #columnsInside(): Value {
    const { emitter, addresses } = this.#f;
    const { columns } = this.geometry;
    const ragged = this.#ragged.find(({ dimension }) => dimension === this.#spec.shape.length - 1);
    if (ragged === undefined) return emitter.i32(columns);
    const inside = addresses.value64(ragged.inside);
    const [none, all] = [emitter.i64(0), emitter.i64(columns)];
    const most = emitter.op("select", [inside, all, emitter.op("i64.lt_s", [inside, all])]);
    const clamped = emitter.op("select", [most, none, emitter.op("i64.gt_s", [most, none])]);
    return emitter.op("i32.wrap_i64", [clamped]);
  }

  /** For the indices of a row, a condition that it is inside; undefined where it always is. */
  #rowTests(): (outer: readonly number[]) => Value | undefined {
    const { emitter, addresses } = this.#f;
    const rows = this.#ragged.filter(({ dimension }) => dimension < this.#spec.shape.length - 1);
    const known = new Map<string, Value>();
    return (outer) =>
      rows
        .map(({ dimension, inside }) => {
          const index = outer[dimension] ?? 0;
          const key = `${dimension} ${index}`;
          const test = known.get(key) ?? emitter.op("i64.gt_s", [addresses.value64(inside), emitter.i64(index)]);
          known.set(key, test);
          return test;
        })
        .reduce<Value | undefined>((a, b) => (a === undefined ? b : emitter.op("i32.and", [a, b])), undefined);
  }

  /** The lanes of the given mask for a chunk, in front. */
  #maskChunk(row: number, c: number): Value | undefined {
    const { mask } = this.#spec;
    if (mask === undefined) return undefined;
    const perRow = Math.ceil(this.geometry.columns / 4);
    const isWide = lanesPerChunk(this.element) === 2;
    const chunk = mask.chunks[row * perRow + (isWide ? c >> 1 : c)];
    if (chunk === undefined) throw new Error("a mask has the vector's shape");
    if (!isWide || c % 2 === 0) return chunk;
    return this.#f.emitter.op("i8x16.shuffle", [chunk, chunk], {
      lanes: [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7],
    });
  }
}
