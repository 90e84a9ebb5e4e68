// Dialects and passes that are loaded on demand: their names are right, and what a dialect's code makes is loaded with it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { deferredDialects } from "../../dialects/deferred.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { loweringPasses } from "../../lowering/passes.ts";
import { passes } from "../../passes/index.ts";
import { importsOf } from "../architecture/rules.ts";

const root = new URL("../../dialects/", import.meta.url);

test.each(deferredDialects.map(({ name, load }) => ({ name, load })))("dialect $name", ({ name, load }) => {
  const dialect = load();
  expect(dialect.name).toBe(name);
  const all = [...dialect.ops, ...dialect.types, ...dialect.attributes];
  expect(all.filter((definition) => !definition.name.startsWith(`${name}.`)).map((each) => each.name)).toEqual([]);
  // What it imports at run time of other dialects, it may make.
  const imported = new Set<string>();
  const folder = new URL(`${name}/`, root);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    for (const { specifier, kind } of importsOf(readFileSync(new URL(file, folder), "utf8"))) {
      const found = kind === "type" ? undefined : new URL(specifier, new URL(file, folder)).pathname;
      const other = found?.startsWith(root.pathname) === true ? found.slice(root.pathname.length).split("/")[0] : name;
      if (other !== undefined && other !== name) imported.add(other);
    }
  }
  expect([...(dialect.dependentDialects ?? [])].sort()).toEqual(expect.arrayContaining([...imported].sort()));
});

test("passes have the names that they are listed under", () => {
  const listed = [...passes, ...loweringPasses];
  expect(listed.map(({ load }) => load().name)).toEqual(listed.map(({ name }) => name));
});

describe("a context", () => {
  test("loads a dialect, and those it depends on, when one of its names is read", () => {
    const context = createContext(builtinRegistry());
    const loaded = (): string[] => context.loadedDialects().map(({ name }) => name);
    expect(loaded()).toEqual([]);
    const { module } = parseModule("func.func private @f()", context);
    expect(loaded()).toEqual(["builtin", "func"]);
    expect(module === undefined ? "" : printOperation(module)).toContain("func.func private @f()");
    parseModule("func.func private @g() attributes {a = #vector.kind<add>}", context);
    expect(loaded()).toEqual(["builtin", "func", "arith", "ub", "memref", "vector"]);
    expect(context.ops.get("scf.nothing")).toBeUndefined();
    expect(loaded()).toContain("scf");
  });

  test("knows all names without being asked for one", () => {
    const context = createContext(builtinRegistry());
    expect(context.dialects.has("stablehlo")).toBe(true);
    expect([...context.ops.keys()]).toContain("stablehlo.add");
    expect(context.loadedDialects()).toHaveLength(deferredDialects.length);
  });
});
