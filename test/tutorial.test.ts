// "A dialect in ten minutes" (tools/new/README.md), followed: the package that `terrace new` makes, the files that the text replaces, and its own
// tests, which run here as what jest runs. Compiled files are where tsc would put them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { builtinRegistry } from "../lowering/builtin-plugin.ts";
import type { Registry } from "../ir/plugin/registry.ts";
import { docs } from "../tools/docs/docs.ts";
import { newPackage } from "../tools/new/new.ts";
import { opt } from "../tools/opt/opt.ts";
import { loadPlugins } from "../tools/plugins/load-plugins.ts";
import { namedPlugins, type NamedPlugins } from "../tools/plugins/named-plugins.ts";
import { followTutorial, tutorial } from "./support/tutorial.ts";

const templates = join(import.meta.dirname, "../tools/new/templates");
const folder = mkdtempSync(join(tmpdir(), "terrace-tutorial-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let written = "";
const io = {
  stdout: (part: string) => void (written += part),
  stderr: (part: string) => void (written += part),
  stdin: () => Promise.resolve(new Uint8Array()),
  progress: () => undefined,
};
expect(newPackage("dialect", "clock", { dir: folder }, { templates, terrace: "*" }, io)).toBe(0);

const files = followTutorial(folder);

/** With the plugin that the package names. */
async function pluginRegistry(): Promise<Registry> {
  const { plugins } = namedPlugins([], folder) as NamedPlugins;
  expect(plugins.map(({ specifier }) => specifier)).toEqual(["./dist/src/index.js"]);
  const registry = builtinRegistry();
  const compiled = plugins.map((plugin) => ({ ...plugin, specifier: plugin.specifier.replace(".js", ".ts") }));
  expect(await loadPlugins(compiled, registry)).toBeUndefined();
  return registry;
}

// As tsc and Node would have it: jest's `test` is `node:test`'s, a module in TypeScript is named as such.
for (const part of ["src", "test"]) {
  for (const name of readdirSync(join(folder, part)).filter((file) => file.endsWith(".ts"))) {
    const compiled = join(folder, "dist", part, name);
    mkdirSync(dirname(compiled), { recursive: true });
    const source = readFileSync(join(folder, part, name), "utf8");
    writeFileSync(
      compiled,
      source.replace(/^import test from "node:test";\n/m, "").replace(/(from "\..*)\.js"/g, '$1.ts"'),
    );
  }
}
await import(join(folder, "dist/test/clock.test.ts"));

test("the op shows up in the documentation", async () => {
  const registry = await pluginRegistry();
  written = "";
  expect(docs(["clock.wrap"], {}, { site: "", verdicts: join(folder, "none") }, io, registry)).toBe(0);
  expect(written).toContain("# clock.wrap\n\nAn unsigned number modulo a constant.\n");
  expect(written).toMatch(/^ {2}%\w+ = clock\.wrap %arg0 mod \d+ : /m);
  expect(written).toContain("| `wrap(wrap(x, m), n) => wrap(x, n), where n divides m` | not fuzzed |");
});

test("every block of the text is a file, or what a command prints", () => {
  const blocks = [...tutorial.matchAll(/^```\w+$/gm)].length;
  expect(blocks).toBe(files + 1);
});

test("the command prints what stands under it", async () => {
  const [, words = "", output = ""] = /^ {4}npx terrace opt (.*)\n\n```text\n([\s\S]*?)^```$/m.exec(tutorial) ?? [];
  const registry = await pluginRegistry();
  written = "";
  const [file = "", ...flags] = words.split(" ");
  expect(await opt([join(folder, file), ...flags], io, registry)).toBe(0);
  // As mlir-opt, it ends with an empty line.
  expect(written).toBe(`${output}\n`);
});
