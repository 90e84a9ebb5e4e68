// Every .mlir of the repository: what mlir-opt prints of it we read and print to the same bytes, and mlir-opt reads our generic print.
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { verify } from "../../ir/analysis/verify.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

const root = join(import.meta.dirname, "..");
const registry = builtinRegistry();
const dialects = [...createContext(registry).dialects.keys()];

/** What mlir-opt prints in quotes and we do not: an op of a dialect that we have and it has not. */
const ownOp = new RegExp(`"(?:${dialects.join("|")})\\.[\\w.]+"\\(`);

function* mlirFiles(folder: string): IterableIterator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* mlirFiles(path);
    else if (entry.name.endsWith(".mlir")) yield path;
  }
}

interface Part {
  readonly name: string;
  readonly text: string;
}

const parts: readonly Part[] = [...mlirFiles(root)].sort().flatMap((path) =>
  readFileSync(path, "utf8")
    .split(/^\/\/ -----.*$/m)
    .map((text, i) => ({ name: `${relative(root, path)} #${i}`, text })),
);

function ours(text: string, options: PrintOptions): string {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context, { file: "<stdin>" });
  const problems = module === undefined ? diagnostics : verify(module);
  if (module === undefined || problems.length > 0) return problems.map(({ message }) => `error: ${message}`).join("\n");
  return printOperation(module, options);
}

const flagSets: readonly [string, readonly string[], PrintOptions][] = [
  ["no flags", [], {}],
  ["--mlir-print-op-generic", ["--mlir-print-op-generic"], { generic: true }],
  ["--mlir-print-local-scope", ["--mlir-print-local-scope"], { localScope: true }],
  ["--mlir-print-debuginfo", ["--mlir-print-debuginfo"], { debugInfo: true }],
];

/** The parts whose text differs, by name: an empty object is success, and a failure shows where the texts part. */
function differences(names: readonly string[], got: readonly string[], wanted: readonly string[]): object {
  return Object.fromEntries(
    names.flatMap((name, i): [string, object][] => {
      const [a, b] = [got[i]?.trimEnd().split("\n") ?? [], wanted[i]?.trimEnd().split("\n") ?? []];
      const line = a.findIndex((text, k) => text !== b[k]);
      if (line < 0 && a.length === b.length) return [];
      return [[name, { line: line + 1, ours: a[line], mlirOpt: b[line] }]];
    }),
  );
}

describe("the repository's .mlir files, against mlir-opt", () => {
  const printed = printedByMlirOpt(
    parts.map(({ text }) => text),
    [],
  );
  const accepted = parts.filter((_, i) => printed[i] !== undefined && !ownOp.test(printed[i]));

  test("most of the files are upstream's dialects", () => {
    expect(accepted.length).toBeGreaterThan(parts.length / 2);
  });

  /** What mlir-opt prints of the files, and of that again: a few texts change, or are not read, the second time. */
  function printedTwice(flags: readonly string[]): { names: string[]; texts: string[]; again: string[] } {
    const once = printedByMlirOpt(
      accepted.map(({ text }) => text),
      flags,
    ).map((text) => text ?? "");
    const twice = printedByMlirOpt(once, flags);
    const read = accepted.flatMap(({ name }, i) => {
      const again = twice[i];
      return again === undefined ? [] : [{ name, text: once[i] ?? "", again }];
    });
    return {
      names: read.map(({ name }) => name),
      texts: read.map(({ text }) => text),
      again: read.map(({ again }) => again),
    };
  }

  test.each(flagSets)("what it prints with %s we print", (_, flags, options) => {
    const { names, texts, again } = printedTwice(flags);
    expect(names.length).toBeGreaterThan(accepted.length * 0.9);
    // A custom form may leave out the location of a region's argument: it is where the argument stands in the text that is read.
    const places = (text: string): string => text.replace(/"<stdin>":\d+:\d+/g, '"<stdin>":line:column');
    const mine = texts.map((text) => ours(text, options));
    expect(differences(names, mine.map(places), again.map(places))).toEqual({});
  });

  test("it reads our generic print to the same bytes", () => {
    const { names, texts, again } = printedTwice(["--mlir-print-op-generic"]);
    const mine = texts.map((text) => ours(text, { generic: true }));
    const read = printedByMlirOpt(mine, ["--mlir-print-op-generic"]).map((text) => text ?? "refused");
    expect(differences(names, read, again)).toEqual({});
  });
});
