// The source tree keeps the architecture's rules; and the rules find what they are meant to find.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { architectureViolations, importsOf, layers } from "./architecture/rules.ts";
import type { SourceTree } from "./architecture/rules.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

function readSourceTree(): SourceTree {
  const tree = new Map<string, string>();
  for (const layer of layers) {
    for (const entry of readdirSync(join(root, layer), { recursive: true, encoding: "utf8" })) {
      if (!entry.endsWith(".ts")) continue;
      tree.set(`${layer}/${entry.replaceAll("\\", "/")}`, readFileSync(join(root, layer, entry), "utf8"));
    }
  }
  return tree;
}

function violations(files: Record<string, string>): string[] {
  return architectureViolations(new Map(Object.entries(files)));
}

describe("the source tree", () => {
  const tree = readSourceTree();

  test("is found", () => {
    for (const layer of layers) {
      expect([layer, [...tree.keys()].some((path) => path.startsWith(`${layer}/`))]).toEqual([layer, true]);
    }
  });

  test("keeps the architecture's rules", () => {
    expect(architectureViolations(tree)).toEqual([]);
  });

  test("has no import that the scanner overlooks", () => {
    const fromText = /\bfrom ["'](\.[^"'\n]*\.ts)["']/g;
    for (const [path, text] of tree) {
      const scanned = new Set(importsOf(text).map(({ specifier }) => specifier));
      const code = text.replace(/\/\/.*$/gm, "");
      const overlooked = [...code.matchAll(fromText)].map((found) => found[1] ?? "").filter((s) => !scanned.has(s));
      expect([path, overlooked]).toEqual([path, []]);
    }
  });
});

describe("the scanner of imports", () => {
  test.each([
    ['import { a } from "./a.ts";', "./a.ts", "static"],
    ['import {\n  a,\n  type B as C,\n} from "./a.ts";', "./a.ts", "static"],
    ['import * as z from "zod";', "zod", "static"],
    ['import type from "./a.ts";', "./a.ts", "static"],
    ["import './a.ts';", "./a.ts", "static"],
    ['export * from "./a.ts";', "./a.ts", "static"],
    ['export * as a from "./a.ts";', "./a.ts", "static"],
    ['export { a } from "./a.ts";', "./a.ts", "static"],
    ['import { type A } from "./a.ts";', "./a.ts", "static"],
    ['import type { A } from "./a.ts";', "./a.ts", "type"],
    ['export type { A } from "./a.ts";', "./a.ts", "type"],
    ['export type * from "./a.ts";', "./a.ts", "type"],
    ['const a = await import("./a.ts");', "./a.ts", "lazy"],
  ])("reads %j", (text, specifier, kind) => {
    expect(importsOf(text)).toEqual([{ specifier, kind }]);
  });

  test("passes over comments and exported declarations", () => {
    const text = '// import { a } from "./a.ts";\n/* export * from "./b.ts"; */\nexport const from = ["x", "y"];\n';
    expect(importsOf(text)).toEqual([]);
  });
});

describe("the rules", () => {
  test("accept a tree that keeps them", () => {
    expect(
      violations({
        "ir/core/type.ts": 'import type { Context } from "./context.ts";\n',
        "ir/core/context.ts": 'import { Type } from "./type.ts";\n',
        "dialects/arith/index.ts": 'import { Type } from "../../ir/core/type.ts";\nimport { produce } from "immer";\n',
        "lowering/machine/file.node.ts": 'import { readFileSync } from "node:fs";\n',
        "tools/terrace/main.ts":
          'import { readFile } from "node:fs/promises";\nexport * from "../../ir/core/type.ts";\n',
      }),
    ).toEqual([]);
  });

  test.each([
    ["ir/a.ts", "dialects/arith/index.ts"],
    ["dialects/arith/index.ts", "passes/cse.ts"],
    ["passes/cse.ts", "lowering/machine/schema.ts"],
    ["lowering/machine/schema.ts", "tools/terrace/main.ts"],
  ])("refuse the arrow from %s up to %s", (from, to) => {
    const up = "../".repeat(from.split("/").length - 1);
    const [lower = ""] = from.split("/");
    const [upper = ""] = to.split("/");
    const expected = [`${from}: imports "${to}", but ${lower} is below ${upper}`];
    expect(violations({ [from]: `import { x } from "${up}${to}";\n`, [to]: "" })).toEqual(expected);
    expect(violations({ [from]: `import type { X } from "${up}${to}";\n`, [to]: "" })).toEqual(expected);
    expect(violations({ [from]: `const x = await import("${up}${to}");\n`, [to]: "" })).toEqual(expected);
  });

  test("refuse an import from the tests", () => {
    expect(violations({ "ir/a.ts": 'import { x } from "../test/x.ts";\n' })).toEqual([
      'ir/a.ts: imports "test/x.ts", which is in none of ir, dialects, passes, lowering, tools',
    ]);
  });

  test("refuse a run-time cycle, however long, and name it", () => {
    expect(
      violations({
        "ir/a.ts": 'import { b } from "./b.ts";\n',
        "ir/b.ts": 'export * from "./deep/c.ts";\n',
        "ir/deep/c.ts": 'import "../a.ts";\n',
      }),
    ).toEqual(["ir/a.ts: run-time import cycle: ir/a.ts -> ir/b.ts -> ir/deep/c.ts -> ir/a.ts"]);
    expect(violations({ "ir/a.ts": 'import { a } from "./a.ts";\n' })).toHaveLength(1);
  });

  test("refuse a cycle that an inline `type` leaves at run time", () => {
    expect(
      violations({ "ir/a.ts": 'import { type B } from "./b.ts";\n', "ir/b.ts": 'import { a } from "./a.ts";\n' }),
    ).toHaveLength(1);
  });

  test("refuse a long file, unless it is generated", () => {
    const long = "x;\n".repeat(501);
    expect(violations({ "ir/long.ts": long })).toEqual(["ir/long.ts: 501 lines, more than 500"]);
    expect(violations({ "ir/syntax/grammar/generated/Parser.ts": long, "ir/fits.ts": "x;\n".repeat(500) })).toEqual([]);
  });

  test.each(['import { readFileSync } from "node:fs";', 'import "fs";', 'const fs = await import("node:fs");'])(
    "refuse Node's own modules outside the edges: %s",
    (text) => {
      expect(violations({ "ir/a.ts": text })).toHaveLength(1);
      expect(violations({ "lowering/target/cpu/run.ts": text })).toHaveLength(1);
      expect(violations({ "lowering/target/cpu/run.node.ts": text, "tools/a.ts": text })).toEqual([]);
    },
  );
});
