// The table of --mlir-timing.
import type { PassTime } from "../../ir/pass/instrumentation.ts";

/** One row a pass, slowest first, then what is not in passes, then the total. */
export function timingText(times: readonly PassTime[], totalMilliseconds: number): string {
  const inPasses = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows = [...times]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .map(({ name, runs, milliseconds }) => ({ name: runs === 1 ? name : `${name} (${runs} runs)`, milliseconds }));
  rows.push({ name: "Rest", milliseconds: Math.max(0, totalMilliseconds - inPasses) });
  rows.push({ name: "Total", milliseconds: totalMilliseconds });
  const lines = rows.map(({ name, milliseconds }) => {
    const seconds = (milliseconds / 1000).toFixed(4);
    const share = ((100 * milliseconds) / Math.max(totalMilliseconds, 1e-9)).toFixed(1);
    return `  ${seconds.padStart(9)} (${share.padStart(5)}%)  ${name}`;
  });
  const rule = `===${"-".repeat(73)}===`;
  return [
    rule,
    `${" ".repeat(25)}... Execution time report ...`,
    rule,
    "  ----Wall Time----  ----Name----",
    ...lines,
    "",
  ].join("\n");
}
