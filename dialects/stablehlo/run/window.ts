// Windows that move over dimensions: extents of results, checks, and the elements under each position of the window.
import { DYNAMIC } from "../../../ir/core/types.ts";

export interface WindowDimension {
  readonly size: number;
  readonly stride: number;
  readonly padLow: number;
  readonly padHigh: number;
  /** Distance of the input's elements after holes are put between them. */
  readonly baseDilation: number;
  /** Distance of the elements that the window takes. */
  readonly windowDilation: number;
}

/** How far `extent` elements reach when they are `dilation` apart. */
const dilated = (extent: number, dilation: number): number => (extent === 0 ? 0 : (extent - 1) * dilation + 1);

/** Positions of the window over an extent. */
export function inferWindowExtent(
  extent: number,
  { size, stride, padLow, padHigh, baseDilation, windowDilation }: WindowDimension,
): number {
  if (extent === DYNAMIC || size === DYNAMIC) return DYNAMIC;
  const space = dilated(extent, baseDilation) + padLow + padHigh;
  const reach = dilated(size, windowDilation);
  return space < reach ? 0 : Math.floor((space - reach) / stride) + 1;
}

export function verifyWindow(window: readonly WindowDimension[]): string | undefined {
  for (const [d, { size, stride, baseDilation, windowDilation }] of window.entries()) {
    if (size !== DYNAMIC && size <= 0)
      return `expects window to have positive value for ${d}-th window dimension, but got ${size}`;
    if (stride <= 0) return `expects window to have positive stride for ${d}-th window dimension, but got ${stride}`;
    if (baseDilation <= 0)
      return `expects window to have positive base dilation factor for ${d}-th window dimension, but got ${baseDilation}`;
    if (windowDilation <= 0)
      return `expects window to have positive window dilation factor for ${d}-th window dimension, but got ${windowDilation}`;
  }
  return undefined;
}

/** An element under the window: its place in the input and the place in the window. */
export interface Tap {
  readonly input: number;
  readonly window: number;
}

interface WindowStrides {
  readonly input: readonly number[];
  readonly window: readonly number[];
  readonly output: readonly number[];
}

/** Per position of the window along one dimension: the taps that lie on elements, holes and padding left out. */
function tapsAlong(
  extent: number,
  window: WindowDimension,
  inputStride: number,
  windowStride: number,
  reversed: boolean,
): Tap[][] {
  const { size, stride, padLow, baseDilation, windowDilation } = window;
  return Array.from({ length: inferWindowExtent(extent, window) }, (_, at) => {
    const taps: Tap[] = [];
    for (let k = 0; k < size; k++) {
      const place = at * stride + k * windowDilation - padLow;
      const index = place / baseDilation;
      if (place < 0 || !Number.isInteger(index) || index >= extent) continue;
      taps.push({ input: index * inputStride, window: (reversed ? size - 1 - k : k) * windowStride });
    }
    return taps;
  });
}

/** All positions of the window, the last dimension fastest, each with its taps in the window's order. */
export function* windowPoints(
  window: readonly WindowDimension[],
  extents: readonly number[],
  strides: WindowStrides,
  reversed: readonly boolean[],
): Generator<{ readonly outPlace: number; readonly taps: readonly Tap[] }> {
  const along = window.map((dimension, d) =>
    tapsAlong(extents[d] ?? 0, dimension, strides.input[d] ?? 0, strides.window[d] ?? 0, reversed[d] ?? false),
  );
  const visit = function* (
    d: number,
    outPlace: number,
    taps: readonly Tap[],
  ): Generator<{ readonly outPlace: number; readonly taps: readonly Tap[] }> {
    const positions = along[d];
    if (positions === undefined) {
      yield { outPlace, taps };
      return;
    }
    for (const [at, own] of positions.entries()) {
      const combined = taps.flatMap((outer) =>
        own.map((inner) => ({ input: outer.input + inner.input, window: outer.window + inner.window })),
      );
      yield* visit(d + 1, outPlace + at * (strides.output[d] ?? 0), combined);
    }
  };
  yield* visit(0, 0, [{ input: 0, window: 0 }]);
}
