// Places for buffers in one arena: no two that live at once overlap. Large ones first, each into the smallest gap that holds it.
import type { Lifetime } from "./lifetimes.ts";

export interface Request {
  readonly bytes: number;
  readonly lifetime: Lifetime;
}

export interface Placement {
  /** One offset a request. */
  readonly offsets: readonly number[];
  /** Bytes of the arena. */
  readonly bytes: number;
}

export const alignment = 64;
const aligned = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

const overlap = (a: Lifetime, b: Lifetime): boolean => a.first <= b.last && b.first <= a.last;

/** Best fit by lifetime. */
export function placeIntervals(requests: readonly Request[]): Placement {
  const order = requests
    .map((_, i) => i)
    .sort((a, b) => (requests[b]?.bytes ?? 0) - (requests[a]?.bytes ?? 0) || a - b);
  const offsets = new Array<number>(requests.length).fill(0);
  const placed: { readonly request: Request; readonly offset: number }[] = [];
  let end = 0;
  for (const i of order) {
    const request = requests[i];
    if (request === undefined) continue;
    const size = aligned(request.bytes);
    const rivals = placed
      .filter((other) => overlap(other.request.lifetime, request.lifetime))
      .sort((a, b) => a.offset - b.offset);
    let best: { offset: number; gap: number } | undefined;
    let free = 0;
    for (const { offset, request: other } of rivals) {
      const gap = offset - free;
      if (gap >= size && (best === undefined || gap < best.gap)) best = { offset: free, gap };
      free = Math.max(free, offset + aligned(other.bytes));
    }
    const offset = best?.offset ?? free;
    offsets[i] = offset;
    placed.push({ request, offset });
    end = Math.max(end, offset + size);
  }
  return { offsets, bytes: end };
}
