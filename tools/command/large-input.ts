// V8's setting for a large input. It changes how long things take, never what comes out; those for every run are in tools/build/start.cjs.
import { setFlagsFromString } from "node:v8";

/** From this many bytes on, time is spent in the work and not in starting. */
export const largeInput = 1 << 18;

/** Memory is marked when it must be, not by other threads ahead of time: nearly all of it lives to the end. A tenth of the CPU time at 100k ops. */
export function setForLargeInput(): void {
  setFlagsFromString("--no-concurrent-marking");
}
