// The valid modules that are mutated: every .mlir file of the tests that mlir-opt reads, in generic form, split into small modules.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Registry } from "../../../ir/plugin/registry.ts";
import { readGenericText, spelled, type TextOp } from "./generic-text.ts";
import { ourVerdict, theirVerdicts, type Verdict } from "./verdict.ts";

const tests = join(import.meta.dirname, "../..");

/** Paths of the files, in order. TERRACE_MUTATION_BASES=folder adds others. */
function baseFiles(): string[] {
  const more = process.env["TERRACE_MUTATION_BASES"];
  return [tests, ...(more === undefined ? [] : [more])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".mlir"))
      .sort()
      .map((name) => join(folder, name)),
  );
}

export interface Bases {
  readonly modules: readonly string[];
  /** Valid ones that we refuse. */
  readonly refused: readonly { readonly text: string; readonly ours: Verdict }[];
}

const longest = 12_000;

export function baseModules(registry: Registry, mlirOpt: string): Bases {
  const parts = baseFiles().flatMap((file) => genericParts(file, mlirOpt).flatMap(splitModule));
  const candidates = [...new Set(parts)].filter((text) => text.length <= longest && isOfKnownDialects(text, registry));
  const accepted = theirVerdicts(candidates, mlirOpt);
  const valid = candidates.filter((_, i) => accepted[i] === undefined);
  const judged = valid.map((text) => ({ text, ours: ourVerdict(text, registry) }));
  return {
    modules: judged.filter(({ ours }) => ours === undefined).map(({ text }) => text),
    refused: judged.filter(({ ours }) => ours !== undefined),
  };
}

const isOfKnownDialects = (text: string, { dialects }: Registry): boolean =>
  readGenericText(text).ops.every(({ name }) => dialects.has(name.slice(0, name.indexOf("."))));

/** What mlir-opt prints of the parts of a file that it accepts. */
function genericParts(file: string, mlirOpt: string): string[] {
  const options = [file, "--split-input-file", "--mlir-print-op-generic", "--mlir-print-local-scope"];
  const { stdout } = spawnSync(mlirOpt, options, { encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout
    .split(/^\/\/ -----$/m)
    .map((part) => part.trim())
    .filter((part) => part.startsWith('"builtin.module"') && !part.includes("{-#"));
}

/** The same modules as mlir-opt prints them in custom form. */
export function inCustomForm(modules: readonly string[], mlirOpt: string): string[] {
  const options = ["--split-input-file", "--mlir-print-local-scope"];
  const input = modules.join("\n// -----\n");
  const { stdout } = spawnSync(mlirOpt, options, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout.split(/^\/\/ -----$/m).map((part) => `${part.trim()}\n`);
}

/** One module for each op of its body, with the symbols that it needs. */
function splitModule(text: string): string[] {
  const { module } = readGenericText(text);
  const ops = module.regions?.items[0]?.blocks[0]?.ops ?? [];
  const [first] = ops;
  const last = ops.at(-1);
  if (first === undefined || last === undefined || ops.length === 1) return [text];
  const named = new Map(ops.flatMap((op): [string, TextOp][] => symbolsOf(op, text).map((name) => [name, op])));
  const needed = (op: TextOp, found: Set<TextOp>): Set<TextOp> => {
    if (found.has(op)) return found;
    found.add(op);
    for (const [, name = ""] of spelled(text, op).matchAll(/@([\w$.]+)/g)) {
      const target = named.get(name);
      if (target !== undefined) needed(target, found);
    }
    return found;
  };
  return ops.map((op) => {
    const kept = needed(op, new Set());
    const body = ops.filter((each) => kept.has(each)).map((each) => spelled(text, each));
    return text.slice(0, first.start) + body.join("\n  ") + text.slice(last.end);
  });
}

const symbolsOf = (op: TextOp, text: string): string[] =>
  (op.properties?.items ?? []).flatMap(({ name, value }) =>
    name === "sym_name" && value !== undefined ? [spelled(text, value).slice(1, -1)] : [],
  );
