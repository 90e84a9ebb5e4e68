// What a run cost and where its work was done, as lines for people.
import type { MachineReport } from "../../lowering/target/executable.ts";
import type { WorkShare } from "../../lowering/target/work-share.ts";

const counted = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString("en-US") : value.toPrecision(4);

/** Short facts, in the order of interest: `1,234 cycles`, `utilisation 37.0 %`. */
export function reportFacts({ cycles, utilisation, bytesMoved, milliseconds }: MachineReport): string[] {
  const facts: string[] = [];
  if (cycles !== undefined) facts.push(`${counted(cycles)} cycles`);
  if (utilisation !== undefined) facts.push(`utilisation ${percent(utilisation)}`);
  if (bytesMoved !== undefined) facts.push(`${counted(bytesMoved)} bytes moved`);
  facts.push(cycles === undefined ? `${milliseconds.toFixed(2)} ms` : `simulated in ${milliseconds.toFixed(0)} ms`);
  return facts;
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export function reportText(report: MachineReport, work: WorkShare | undefined): string {
  const lines = [`machine ${report.machine}: ${reportFacts(report).join(", ")}`];
  lines.push(...counterLines(report.counters ?? {}));
  if (work !== undefined) {
    const done = work.total.count - work.host.count;
    const about = work.total.exact ? "" : " (loops of unknown length counted once)";
    lines.push(
      `multiply-adds: ${counted(done)} of ${counted(work.total.count)} in kernels (${percent(work.share)})${about}` +
        (report.multiplyAdds === undefined ? "" : `; executed ${counted(report.multiplyAdds)}, padding included`),
    );
    const host = [...work.hostOperations].map(([name, count]) => `${name} ${count}`);
    lines.push(`on the host: ${host.length === 0 ? "nothing" : host.join(", ")}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Counters of the whole run on one line, then a line for each kernel, whose counters are called `@kernel ...`. */
function counterLines(counters: Readonly<Record<string, number>>): string[] {
  const lines = new Map<string, string[]>();
  for (const [name, value] of Object.entries(counters)) {
    const [, kernel = "", what = name] = /^(@\S+) (.*)$/.exec(name) ?? [];
    lines.set(kernel, [...(lines.get(kernel) ?? []), `${what} ${counted(value)}`]);
  }
  return [...lines].map(([kernel, facts]) => `  ${kernel === "" ? "" : `${kernel}: `}${facts.join(", ")}`);
}
