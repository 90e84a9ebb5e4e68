// `mlirTests`: one suite for a folder of .mlir files, registered with the test runner that is running.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isGood, runMlirTest, type MlirTestOptions } from "./run-mlir-test.ts";
import { isTestScript } from "./test-script.ts";

/** `describe` and `test` of jest, vitest, or `node:test`. */
export interface TestFramework {
  readonly describe: (name: string, register: () => void) => unknown;
  readonly test: (name: string, run: () => Promise<void>) => unknown;
}

export interface MlirTestsOptions extends MlirTestOptions {
  /** Without it: the global `describe` and `test`, else those of `node:test`. */
  readonly framework?: TestFramework;
  /** Names of files that are tests; all that end in .mlir and have RUN lines unless given. */
  readonly files?: (name: string) => boolean;
}

/** The tests in a folder and below it, sorted. */
export function findMlirTests(folder: string, isTest = (name: string): boolean => name.endsWith(".mlir")): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isTest(name) && !name.split(sep).includes("node_modules"))
    .map((name) => join(folder, name))
    .filter((file) => isTestScript(readFileSync(file, "utf8")))
    .sort();
}

/**
 * Registers a test for each .mlir file with RUN lines under `folder`:
 *
 *     import { mlirTests } from "terrace/testing";
 *     mlirTests(new URL("./", import.meta.url).pathname, { registry });
 *
 * A file's commands run one after the other in this process; `registry` is what its `terrace-opt` knows.
 */
export function mlirTests(folder: string, options: MlirTestsOptions = {}): void {
  const { describe, test } = options.framework ?? currentFramework();
  const files = findMlirTests(folder, options.files);
  describe(folder, () => {
    if (files.length === 0)
      void test("there are tests", () => Promise.reject(new Error(`no file under ${folder} has RUN lines`)));
    for (const file of files) {
      void test(relative(folder, file).replaceAll(sep, "/"), async () => {
        const result = await runMlirTest(file, options);
        if (!isGood(result)) throw new Error(result.message);
      });
    }
  });
}

function currentFramework(): TestFramework {
  const describe: unknown = Reflect.get(globalThis, "describe");
  const test: unknown = Reflect.get(globalThis, "test");
  const globals = { describe, test };
  if (isFramework(globals)) return globals;
  const builtin: object | undefined = process.getBuiltinModule("node:test");
  if (builtin !== undefined && isFramework(builtin)) return builtin;
  throw new Error("there is no test runner: give its `describe` and `test` as `framework`");
}

function isFramework(value: object): value is TestFramework {
  return (
    "describe" in value && typeof value.describe === "function" && "test" in value && typeof value.test === "function"
  );
}
