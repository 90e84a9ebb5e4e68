// Plugins that a command line names: what it finds, and what is said of those that cannot be loaded.
import { describe, expect, test } from "@jest/globals";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineDialect } from "../../../ir/define/define-dialect.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { definePlugin, type PluginSpec } from "../../../ir/plugin/define-plugin.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { loadPlugins } from "../../../tools/plugins/load-plugins.ts";
import { namedPlugins } from "../../../tools/plugins/named-plugins.ts";

const folder = mkdtempSync(join(tmpdir(), "terrace-plugins-"));
const named = (specifier: string) => ({ specifier, folder, namedBy: "--load-plugin" });
writeFileSync(join(folder, "plugin.js"), "");

const toy = defineDialect({ name: "toy", summary: "A toy.", ops: [defineOp({ name: "toy.op", summary: "An op." })] });
const plugin = (spec: Partial<PluginSpec>) => definePlugin({ name: "toys", terrace: "^0.1.0", ...spec });

/** What is said of a module that exports this, or throws it. */
async function said(module: () => object): Promise<string> {
  const load = () => new Promise<object>((resolve) => resolve(module()));
  return (await loadPlugins([named("./plugin.js")], builtinRegistry(), load))?.failure ?? "loaded";
}

describe("the plugins of a command line", () => {
  test("are named by flags, which are taken off, and by package.json", () => {
    const argv = ["opt", "--load-plugin", "./a.js", "x.mlir", "-load-pass-plugin=b", "--cse"];
    const { plugins, argv: rest } = namedPlugins(argv, folder) as Exclude<ReturnType<typeof namedPlugins>, { failure: string }>; // prettier-ignore
    expect(rest).toEqual(["opt", "x.mlir", "--cse"]);
    expect(plugins.map(({ specifier }) => specifier)).toEqual(["./a.js", "b"]);
    expect(namedPlugins(["--load-plugin"], folder)).toMatchObject({
      failure: expect.stringContaining("wants the path"),
    });
    expect(namedPlugins(["--load-plugin", "--cse"], folder)).toMatchObject({ failure: expect.anything() });

    const own = mkdtempSync(join(tmpdir(), "terrace-plugins-"));
    const file = join(own, "package.json");
    writeFileSync(file, '{ "dependencies": { "terrace": "^0.1.0" } }');
    expect(namedPlugins([], own)).toMatchObject({ plugins: [] });
    writeFileSync(file, '{ "terrace": { "plugins": ["./c.js"] } }');
    expect(namedPlugins([], own)).toMatchObject({ plugins: [{ specifier: "./c.js", folder: own, namedBy: file }] });
    writeFileSync(file, '{ "terrace": { "plugins": "./c.js" } }');
    expect(namedPlugins([], own)).toMatchObject({ failure: expect.stringContaining('"plugins": [') });
    writeFileSync(file, '{ "terrace": ');
    expect(namedPlugins([], own)).toMatchObject({ failure: expect.stringContaining("cannot read") });
  });

  test("bring what they define", async () => {
    const registry = builtinRegistry();
    const module = { default: plugin({ dialects: [{ name: "toy", load: () => toy }] }) };
    const twice = [named("./plugin.js"), named("plugin.js")];
    expect(await loadPlugins(twice, registry, () => Promise.resolve(module))).toBeUndefined();
    expect(registry.dialects.get("toy")).toBe(toy);
  });

  test.each<[string, () => object, string]>([
    ["no default export", () => ({ plugin: 1 }), "no default export"],
    ["a plain object", () => ({ default: { name: "x" } }), "not a plugin made by definePlugin"],
    ["another version", () => ({ default: plugin({ terrace: "^9.0" }) }), "asks for terrace ^9.0; this is"],
    ["no version", () => ({ default: plugin({ terrace: "soon" }) }), "no version range"],
    ["another copy", () => ({ default: { ...plugin({}), copy: {} } }), "another copy of terrace"],
    ["a clash of dialects", () => ({ default: plugin({ dialects: [{ ...toy, name: "arith" }] }) }), "dialect 'arith'"],
    ["an op twice", () => ({ default: plugin({ dialects: [toy, { ...toy, name: "toy2" }] }) }), "'toy.op' twice"],
    ["a machine that is there", () => ({ default: plugin({ machines: { cpu: {} } }) }), "machine 'cpu'"],
    ["a wrong shape", () => ({ default: { ...plugin({}), dialects: 3 } }), "dialects: "],
    ["a dialect that throws", () => ({ default: plugin({ dialects: [{ name: "toy", load: () => { throw new Error("boo"); } }] }) }), "cannot be defined: boo"], // prettier-ignore
    ["a module that throws", () => { throw new Error("boo"); }, "it throws: boo"], // prettier-ignore
    ["a missing peer", () => { throw Object.assign(new Error("Cannot find package 'terrace' imported from /x.js"), { code: "ERR_MODULE_NOT_FOUND" }); }, "peer dependency"], // prettier-ignore
  ])("refuse %s", async (_, module, text) => {
    const message = await said(module);
    expect(message).toMatch(/^error: cannot load plugin '.\/plugin.js' \(named by --load-plugin\): /);
    expect(message).toContain(text);
  });

  test.each([
    ["./none.js", "there is no file"],
    [".", "it is a folder"],
    ["libFoo.so", "shared library"],
    ["no-such-package", "Cannot find package"],
  ])("%s cannot be found", async (specifier, text) => {
    const problem = await loadPlugins([named(specifier)], builtinRegistry(), () => Promise.resolve({}));
    expect(problem?.failure).toContain(text);
  });
});
