import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { defineDialect } from "../../../ir/define/define-dialect.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { buildPipelineText } from "../../../ir/pass/build-pipeline.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { definePlugin } from "../../../ir/plugin/define-plugin.ts";
import { checkPlugin } from "../../../ir/plugin/plugin-schema.ts";
import { createContext, loadPlugin, Registry } from "../../../ir/plugin/registry.ts";
import { satisfies, TERRACE_VERSION } from "../../../ir/plugin/version.ts";

const thing = defineDialect({
  name: "thing",
  summary: "A thing.",
  ops: [defineOp({ name: "thing.op", summary: "An op." })],
});
const pass = definePass({ name: "do-thing", summary: "Does it.", run: () => undefined });
const lower = definePass({ name: "convert-thing", summary: "Lowers it.", run: () => undefined });
const plugin = definePlugin({
  name: "things",
  terrace: `^${TERRACE_VERSION}`,
  dialects: [thing],
  passes: [pass],
  conversions: [lower],
  machines: { toaster: { slots: 2 } },
  pipelines: [
    { name: "all-things", summary: "All.", expand: (_, conversions) => [...conversions, "do-thing"].join(",") },
  ],
  attachments: [{ op: "thing.op", interface: "Crumbs", implementation: 3 }],
});

describe("plugins", () => {
  test("bring dialects, passes, machines, pipelines and attachments", () => {
    const registry = new Registry();
    expect(loadPlugin(registry, plugin)).toBeUndefined();
    expect(loadPlugin(registry, plugin)).toBeUndefined();
    expect(registry.passes.passes.get("do-thing")).toBe(pass);
    expect(registry.passes.passes.get("convert-thing")).toBe(lower);
    expect(registry.pipelines.has("all-things")).toBe(true);
    expect(registry.machines.get("toaster")).toEqual({ slots: 2 });
    const context = createContext(registry);
    expect(context.ops.has("thing.op")).toBe(true);
    expect(context.attachments.interfaceOf("thing.op", "Crumbs")).toBe(3);
  });

  test("conversions begin the way down of what asks for them, in their order", async () => {
    const registry = new Registry();
    loadPlugin(registry, plugin);
    const more = definePass({ name: "convert-more", summary: "", run: () => undefined });
    loadPlugin(registry, definePlugin({ name: "more", terrace: "*", conversions: [more] }));
    const built = await buildPipelineText("builtin.module(all-things)", registry.passes);
    if (!built.ok) throw new Error(built.errors[0]?.message);
    const names = built.pipeline.elements.map((element) => (element.kind === "pass" ? element.definition.name : "?"));
    expect(names).toEqual(["convert-thing", "convert-more", "do-thing"]);
  });

  test("clashes are named, and then nothing is loaded", () => {
    const registry = new Registry();
    loadPlugin(registry, plugin);
    const other = definePlugin({
      name: "other",
      terrace: "*",
      passes: [definePass({ name: "all-things", summary: "", run: () => undefined })],
      machines: { a: 1 },
    });
    expect(loadPlugin(registry, other)).toBe(
      "plugin 'other' brings pass 'all-things', which plugin 'things' has brought already",
    );
    expect(registry.machines.has("a")).toBe(false);
    expect(loadPlugin(registry, definePlugin({ name: "things", terrace: "*" }))).toBe(
      "plugin 'things' is already loaded, from elsewhere",
    );
    expect(loadPlugin(registry, definePlugin({ name: "twin", terrace: "*", passes: [pass, pass] }))).toContain(
      "already",
    );
  });

  test("another version, or another copy of terrace, is refused", () => {
    expect(loadPlugin(new Registry(), definePlugin({ name: "future", terrace: ">=99" }))).toBe(
      `plugin 'future' asks for terrace >=99; this is ${TERRACE_VERSION}`,
    );
    expect(loadPlugin(new Registry(), definePlugin({ name: "odd", terrace: "soon" }))).toContain("no version range");
    expect(loadPlugin(new Registry(), { ...plugin, copy: {} })).toContain("another copy of terrace");
  });

  test("what a module exports is checked", () => {
    expect(checkPlugin(plugin)).toEqual({ ok: true, plugin });
    expect(checkPlugin({ name: "x" })).toMatchObject({ ok: false, message: expect.stringContaining("terrace: ") });
    expect(checkPlugin(undefined)).toMatchObject({ ok: false });
  });

  test("version ranges", () => {
    expect(
      ["^0.1.0", "~0.1", ">=0.1 <0.2", "0.1.x", "*", "0.2 || 0.1.5"].map((range) => satisfies("0.1.5", range)),
    ).toEqual(Array(6).fill(true));
    expect(["^0.2.0", "0.1.4", "<0.1.5", "1.x", "^0.1.6"].map((range) => satisfies("0.1.5", range))).toEqual(
      Array(5).fill(false),
    );
    expect(satisfies("1.4.0", "^1.2")).toBe(true);
    expect(satisfies("2.0.0", "^1.2")).toBe(false);
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(version).toBe(TERRACE_VERSION);
  });
});
