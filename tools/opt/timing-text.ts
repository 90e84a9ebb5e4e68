// The report of --mlir-timing: a list sorted by time or the tree of timers, as text or JSON, in mlir-opt's form.
import type { Timer } from "../../ir/pass/timing.ts";
import { reportHead } from "./report-head.ts";

export interface TimingForm {
  readonly display: "list" | "tree";
  readonly format: "text" | "json";
}

interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly depth: number;
  /** In a tree, those inside; "Rest" and "Total" can have none. */
  readonly inner?: readonly Row[];
}

export function timingText(root: Timer, totalMilliseconds: number, { display, format }: TimingForm): string {
  const rows = display === "list" ? listRows(root, totalMilliseconds) : treeRows(root, 0);
  const inTimers = [...root.inner.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  rows.push({ name: "Rest", milliseconds: totalMilliseconds - inTimers, depth: 0 });
  rows.push({ name: "Total", milliseconds: totalMilliseconds, depth: 0 });
  if (format === "json") return `[\n${rows.map((row) => jsonRow(row, totalMilliseconds)).join(",\n")}\n]\n`;
  const seconds = (totalMilliseconds / 1000).toFixed(4);
  return (
    reportHead("Execution time report") +
    `  Total Execution Time: ${seconds} seconds\n\n  ----Wall Time----  ----Name----\n` +
    rows
      .flatMap(flat)
      .map((row) => textRow(row, totalMilliseconds))
      .join("")
  );
}

/** Timers of one name as one row, however they are nested; the slowest first. */
function listRows(root: Timer, total: number): Row[] {
  const sums = new Map<string, number>([[root.name, total]]);
  const open = [...root.inner.values()];
  for (let timer = open.pop(); timer !== undefined; timer = open.pop()) {
    sums.set(timer.name, (sums.get(timer.name) ?? 0) + timer.milliseconds);
    open.push(...timer.inner.values());
  }
  return [...sums]
    .map(([name, milliseconds]) => ({ name, milliseconds, depth: 0 }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

function treeRows(timer: Timer, depth: number): Row[] {
  return [...timer.inner.values()].flatMap((inner): Row[] =>
    inner.hidden
      ? treeRows(inner, depth)
      : [{ name: inner.name, milliseconds: inner.milliseconds, depth, inner: treeRows(inner, depth + 1) }],
  );
}

const flat = (row: Row): Row[] => [row, ...(row.inner ?? []).flatMap(flat)];

const share = (milliseconds: number, total: number): string =>
  ((100 * milliseconds) / Math.max(total, 1e-9)).toFixed(1).padStart(5);

const secondsOf = (milliseconds: number): string => (milliseconds / 1000).toFixed(4);

function textRow({ name, milliseconds, depth }: Row, total: number): string {
  const seconds = secondsOf(milliseconds).padStart(8);
  return `  ${seconds} (${share(milliseconds, total)}%)  ${" ".repeat(2 * depth)}${name}\n`;
}

function jsonRow({ name, milliseconds, depth, inner }: Row, total: number): string {
  const indent = " ".repeat(2 * depth);
  const wall = `{"duration": ${secondsOf(milliseconds).padStart(8)}, "percentage": ${share(milliseconds, total)}}`;
  const head = `${indent}{"wall": ${wall}, "name": ${JSON.stringify(name)}`;
  if (inner === undefined) return `${head}}`;
  const passes = inner.map((row) => `${jsonRow(row, total)},\n`).join("");
  return `${head}, "passes": [\n${passes}${indent}{}]}`;
}
