// print-op-stats: shows how many ops of each name there are.
import { traverse } from "../ir/core/walk.ts";
import type { Operation } from "../ir/core/operation.ts";
import { definePass } from "../ir/pass/define-pass.ts";

/** How many ops of each name there are from `root` inwards, sorted by name. */
export function operationCounts(root: Operation): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  traverse(root, ({ name }) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function splitName(name: string): readonly [dialect: string, op: string] {
  const dot = name.indexOf(".");
  return dot < 0 ? ["", name] : [name.slice(0, dot), name.slice(dot + 1)];
}

function asTable(counts: readonly (readonly [string, number])[]): string {
  const rows = counts.map(([name, count]) => [...splitName(name), count] as const);
  const dialectWidth = Math.max(0, ...rows.map(([dialect]) => dialect.length));
  const opWidth = Math.max(0, ...rows.map(([, op]) => op.length));
  const lines = rows.map(([dialect, op, count]) => {
    const prefix = dialect === "" ? " ".repeat(dialectWidth + 3) : `${dialect.padStart(dialectWidth + 2)}.`;
    return `${prefix}${op.padEnd(opWidth)} , ${count}\n`;
  });
  return `Operations encountered:\n-----------------------\n${lines.join("")}`;
}

function asJson(counts: readonly (readonly [string, number])[]): string {
  return `{\n${counts.map(([name, count]) => `  "${name}" : ${count}`).join(",\n")}\n}\n`;
}

export const printOpStatsPass = definePass({
  name: "print-op-stats",
  className: "PrintOpStats",
  summary: "Print statistics of operations",
  options: { json: { type: "bool", default: false, description: "print the stats as JSON" } },
  run: (root, { options, print, preserve }) => {
    preserve("all");
    const counts = operationCounts(root);
    print(options.json ? asJson(counts) : asTable(counts));
  },
});
