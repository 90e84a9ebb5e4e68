// V8's settings for a large input. They change how long things take, never what comes out.
import { setFlagsFromString } from "node:v8";

/** From this many bytes on, time is spent in the work and not in starting. */
export const largeInput = 1 << 18;

/** At 100k operations, each saves about a tenth of the CPU time. */
const settings = [
  // Code is optimised later: a run of a second optimises too much of what it will not run for long.
  "--interrupt-budget=270000",
  // Memory is marked when it must be, not by other threads ahead of time: nearly all of it lives to the end.
  "--no-concurrent-marking",
];

export function setForLargeInput(): void {
  for (const setting of settings) setFlagsFromString(setting);
}
