// The package's entries: what package.json names is built from sources that exist, and each gives what it promises.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../dialects/index.ts";
import { Context } from "../ir/core/context.ts";
import { TERRACE_VERSION } from "../ir/plugin/version.ts";
import * as library from "../tools/library/index.ts";
import * as testing from "../tools/library/testing.ts";

const root = new URL("../", import.meta.url);
const folders = readdirSync(new URL("dialects/", root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a dialect's definition is called: `NAMEDialect`. */
function dialectIn(entry: unknown, name: string): unknown {
  return new Map(Object.entries(Object(entry) as object)).get(`${name}Dialect`);
}

describe("terrace/dialects/*", () => {
  test.each(folders)("%s", async (name) => {
    expect(existsSync(new URL(`dialects/${name}/index.ts`, root))).toBe(true);
    const entry: unknown = await import(`../dialects/${name}/index.ts`);
    expect(dialectIn(entry, name)).toBe(builtinDialects.find((dialect) => dialect.name === name));
    expect(dialectIn(entry, name)).toBeDefined();
  });
});

describe("terrace", () => {
  test("exports are there", () => {
    const missing = Object.entries(library).filter(([, value]) => value === undefined);
    expect(missing).toEqual([]);
    expect(library.createTerraceContext()).toBeInstanceOf(Context);
    expect(library.createTerraceContext().dialects.size).toBe(builtinDialects.length);
  });

  test("reads and verifies in one step", () => {
    const context = library.createTerraceContext();
    const good = library.readModule("func.func private @f()", context);
    expect(good.module?.name).toBe("builtin.module");
    const wrong = library.readModule("func.func @f() -> i32 { return }", context);
    expect(wrong.module).toBeUndefined();
    expect(wrong.diagnostics.map(({ category }) => category)).toEqual(["semantic"]);
    expect(library.readModule("func.func", context).diagnostics.map(({ category }) => category)).toEqual(["syntax"]);
  });

  test("runs passes, and says what is wrong with a pipeline", async () => {
    const { module } = library.readModule("func.func private @unused()", library.createTerraceContext());
    if (module === undefined) throw new Error("it does not read");
    expect(await library.runPasses(module, "symbol-dce")).toEqual({ ok: true, diagnostics: [] });
    expect(library.lookupSymbolIn(module, "unused")).toBeUndefined();
    const { ok, diagnostics } = await library.runPasses(module, "canonicalise");
    expect(ok).toBe(false);
    expect(diagnostics.map(({ hint }) => hint)).toEqual(["did you mean 'canonicalize'?"]);
  });
});

test("terrace/testing exports FileCheck and the tests in .mlir files", async () => {
  expect(testing.fileCheck("// CHECK: b", "a\nb\n")).toEqual({ ok: true });
  expect(testing.fileCheck("// CHECK: c", "a\nb\n").ok).toBe(false);
  expect(Object.keys(testing).sort()).toEqual([
    "checkConversion", "checkFolders", "checkPass", "checkRefinement", "checkRoundTrip", "checkRules", "fileCheck", "findCounterexample",
    "generateModule", "isGood", "mlirTests", "randomInputs", "reduceModule", "runMlirTest", "seededSource", "updateChecks",
  ]); // prettier-ignore
  const file = fileURLToPath(new URL("passes/canonicalize.mlir", import.meta.url));
  expect(testing.isGood(await testing.runMlirTest(file))).toBe(true);
});

test("package.json names the sources of its entries", () => {
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    readonly version: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly import: string }>>;
  };
  expect(manifest.version).toBe(TERRACE_VERSION);
  const sources = Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [] : [entry.types]));
  expect(sources).toHaveLength(3);
  for (const types of sources) {
    const source = types
      .replace("./dist/types/", "")
      .replace(/\.d\.ts$/, ".ts")
      .replace("*", "arith");
    expect(existsSync(new URL(source, root))).toBe(true);
  }
  // What examples in the tests import is type-checked against the same sources.
  const { compilerOptions } = JSON.parse(readFileSync(new URL("tsconfig.json", root), "utf8")) as {
    readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> };
  };
  const expected = Object.entries(manifest.exports).flatMap(([entry, value]) =>
    typeof value === "string"
      ? []
      : [[`terrace${entry.slice(1)}`, [value.types.replace("dist/types/", "").replace(/\.d\.ts$/, ".ts")]] as const],
  );
  expect(compilerOptions.paths).toEqual(Object.fromEntries(expected));
});
