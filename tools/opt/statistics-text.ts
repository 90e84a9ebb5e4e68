// The report of --mlir-pass-statistics: summed up by pass, or nested as the pipelines are.
import type { PassInstance } from "../../ir/pass/build-pipeline.ts";
import type { Adaptor, Schedule } from "../../ir/pass/schedule.ts";
import type { PassStatistics, Statistic } from "../../ir/pass/statistics.ts";
import { collectionName } from "../../ir/pass/timing.ts";
import { reportHead } from "./report-head.ts";

export function statisticsText(schedule: Schedule, statistics: PassStatistics, display: "list" | "pipeline"): string {
  const rows =
    display === "list" ? listRows(schedule, statistics) : schedule.steps.flatMap((step) => stepRows(step, statistics));
  return `${reportHead("Pass statistics report")}${rows.map((row) => `${row}\n`).join("")}\n`;
}

/** Each pass that counts something once, by name. */
function listRows(schedule: Schedule, statistics: PassStatistics): string[] {
  const sums = new Map<string, Statistic[]>();
  for (const pass of passesOf(schedule)) {
    const { className } = pass.definition;
    const own = statistics.of(pass);
    if (own.length === 0) continue;
    const before = sums.get(className);
    sums.set(
      className,
      own.map((statistic, i) => ({ ...statistic, value: statistic.value + (before?.[i]?.value ?? 0) })),
    );
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, list]) => [`  ${name}`, ...statisticRows(list, "    ")]);
}

function passesOf({ steps }: Schedule): PassInstance[] {
  return steps.flatMap((step) => (step.kind === "pass" ? [step] : step.pipelines.flatMap(passesOf)));
}

function stepRows(step: PassInstance | Adaptor, statistics: PassStatistics): string[] {
  if (step.kind === "pass") return [step.definition.className, ...statisticRows(statistics.of(step), "  ")];
  const rows = step.pipelines.flatMap(({ anchor, steps }) => [
    `'${anchor}' Pipeline`,
    ...steps.flatMap((inner) => stepRows(inner, statistics)).map((row) => `  ${row}`),
  ]);
  return step.pipelines.length === 1 ? rows : [collectionName(step.pipelines), ...rows.map((row) => `  ${row}`)];
}

function statisticRows(statistics: readonly Statistic[], indent: string): string[] {
  const nameWidth = Math.max(0, ...statistics.map(({ name }) => name.length));
  const valueWidth = Math.max(0, ...statistics.map(({ value }) => String(value).length));
  return statistics.map(
    ({ name, description, value }) =>
      `${indent}(S) ${String(value).padStart(valueWidth)} ${name.padEnd(nameWidth)} - ${description}`,
  );
}
