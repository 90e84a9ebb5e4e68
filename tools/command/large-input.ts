// V8's settings for a large input. They change how long things take, never what comes out; those for every run are in tools/build/start.cjs.
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** From this many bytes on, time is spent in the work and not in starting. */
export const largeInput = 1 << 18;

/** What reading and printing takes for each byte of a text, and in all before and after which no room is made. */
const HEAP_PER_BYTE = 40;
const MIN_RESERVED = 1 << 25;
const MAX_RESERVED = 1 << 28;
/** In percent: V8's own is 300. */
const MIN_GROWTH = 400;
/** How many of the last collections V8 measures a program by. */
const MEASURED = 10;

export function setForLargeInput(bytes: number): void {
  // Memory is marked when it must be, not by other threads ahead of time: nearly all of it lives to the end. A tenth of the CPU time at 100k ops.
  setFlagsFromString("--no-concurrent-marking");
  const wanted = Math.min(bytes * HEAP_PER_BYTE, MAX_RESERVED);
  if (wanted > MIN_RESERVED) reserveHeap(wanted);
}

/**
 * Lets the heap grow this far before all of it is marked: V8 would start with a limit of its own, lowered as long as what is made lives,
 * and mark the IR half-way. The limit is set anew after each marking: a small one now, and as far away as wanted. 100k ops: 4 % less CPU time.
 * In every second run or so it would be lowered again soon, because a program that has only been started allocates slowly: the empty
 * collections (a millisecond in all) are what V8 measures it by instead.
 */
function reserveHeap(bytes: number): void {
  const percent = Math.ceil((100 * bytes) / getHeapStatistics().used_heap_size);
  if (percent < MIN_GROWTH) return;
  setFlagsFromString(`--heap-growing-percent=${percent}`);
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") {
    Reflect.apply(collect, undefined, []);
    for (let i = 0; i < MEASURED; i++) Reflect.apply(collect, undefined, [{ type: "minor" }]);
  }
  setFlagsFromString("--no-expose-gc");
  setFlagsFromString("--heap-growing-percent=0");
}
