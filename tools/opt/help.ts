// The help and the lists of `terrace opt`.
import type { PassDefinition } from "../../ir/pass/define-pass.ts";
import { describeOption } from "../../ir/pass/options.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { flagGroups, flagTable, type FlagGroup, type FlagSpec } from "./flag-table.ts";
import { placeholderOf } from "./read-flags.ts";

const column = 46;

function row(left: string, right: string): string {
  return left.length + 2 > column ? `${left}\n${" ".repeat(column)}${right}` : left.padEnd(column) + right;
}

export function optHelp(registry: Registry): string {
  return [
    "Usage: terrace opt [FILE|-] [PASSES AND OPTIONS]",
    "",
    "Reads MLIR text, verifies it, runs passes in the order in which they are given, and prints the result. Flags are",
    "mlir-opt's, with one dash or two.",
    "",
    "  terrace opt model.mlir --canonicalize --cse",
    "  terrace opt model.mlir --pass-pipeline='builtin.module(func.func(cse),canonicalize{max-iterations=3})' -o out.mlir",
    "  terrace opt model.mlir --machine=cpu --terrace-cpu --mlir-print-ir-after-all",
    "",
    ...flagGroups.flatMap((group) => [`${group}:`, ...groupRows(group), ""]),
    passList(registry),
  ].join("\n");
}

function groupRows(group: FlagGroup): string[] {
  return Object.entries<FlagSpec>(flagTable)
    .filter(([, spec]) => spec.group === group)
    .map(([name, spec]) => row(`  ${flagUsage(name, spec)}`, spec.help));
}

/** `--mlir-timing-display=list|tree`. */
export function flagUsage(name: string, spec: FlagSpec): string {
  const dashed = name.length === 1 ? `-${name}` : `--${name}`;
  if (spec.takes === "nothing" || spec.takes === "truth") return dashed;
  if (name.length === 1) return `${dashed} ${placeholderOf(spec)}`;
  const value = `=${placeholderOf(spec)}`;
  return "bare" in spec && spec.bare !== undefined ? `${dashed}[${value}]` : dashed + value;
}

/** Passes with their options, then named pipelines. */
export function passList(registry: Registry): string {
  const passes = [...registry.passes.passes.values()].flatMap(passRows);
  const pipelines = [...registry.pipelines.values()].map(({ name, summary }) => row(`  --${name}`, summary));
  const list = ["Passes (each is a flag, may repeat, and takes --PASS='name=value ...'):", ...passes];
  if (pipelines.length > 0) list.push("", "Pipelines:", ...pipelines);
  return `${list.join("\n")}\n`;
}

function passRows({ name, summary, options }: PassDefinition): string[] {
  const rows = Object.entries(options).map(([option, spec]) =>
    row(`      ${option}=${JSON.stringify(spec.default)}`, `${spec.description} (${describeOption(spec)})`),
  );
  return [row(`  --${name}`, summary), ...rows];
}

export function dialectList(registry: Registry): string {
  return `Available Dialects: ${[...registry.dialects.keys()].sort().join(",")}\n`;
}
