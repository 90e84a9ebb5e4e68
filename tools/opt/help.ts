// The help and the lists of `terrace opt`.
import type { PassDefinition } from "../../ir/pass/define-pass.ts";
import { describeOption } from "../../ir/pass/options.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { flagTable, type FlagSpec } from "./flag-table.ts";

const column = 42;

function row(left: string, right: string): string {
  return left.length + 2 > column ? `${left}\n${" ".repeat(column)}${right}` : left.padEnd(column) + right;
}

export function optHelp(registry: Registry): string {
  const flags = Object.entries<FlagSpec>(flagTable).map(([name, spec]) => {
    const dash = name.length === 1 ? "-" : "--";
    const value = spec.takes !== "text" ? "" : name.length === 1 ? ` ${spec.placeholder}` : `=${spec.placeholder}`;
    return row(`  ${dash}${name}${value}`, spec.help);
  });
  return [
    "Usage: terrace opt [FILE|-] [PASSES AND OPTIONS]",
    "",
    "Reads MLIR text, verifies it, runs passes in the order in which they are given, and prints the result.",
    "",
    "  terrace opt model.mlir --canonicalize --cse",
    "  terrace opt model.mlir --pass-pipeline='builtin.module(func.func(cse),canonicalize{max-iterations=3})' -o out.mlir",
    "  terrace opt model.mlir --machine=cpu --terrace-cpu --mlir-print-ir-after-all",
    "",
    "Options (one dash or two):",
    ...flags,
    "",
    passList(registry),
  ].join("\n");
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
