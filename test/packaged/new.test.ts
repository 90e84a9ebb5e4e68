// The packed tarball in an empty folder, and what `terrace new` of it makes: it installs, builds and passes its own tests; and they fail with a
// counterexample where its rule is made a wrong one. Needs `npm run build`, and npm with a registry: `npm run test:packaged`.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followTutorial } from "../support/tutorial.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "terrace-packaged-"));

function run(command: string, args: readonly string[], cwd: string): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
} // prettier-ignore

function succeeded(command: string, args: readonly string[], cwd: string): string {
  const { code, output } = run(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} exited with ${code}:\n${output}`);
  return output;
}

/** The terrace that is installed in a folder. */
const terrace = (args: readonly string[], cwd: string) => run(join(cwd, "node_modules/.bin/terrace"), args, cwd);

beforeAll(() => {
  if (!existsSync(join(root, "dist/lib/index.js"))) throw new Error("nothing is built: npm run build");
  succeeded("npm", ["pack", "--pack-destination", folder], root);
  // Without it npm would look for a package in the folders above.
  writeFileSync(join(folder, "package.json"), "{}");
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  succeeded("npm", ["install", `./${tarball}`], folder);
});

test("is under 15 MB with its dependencies", () => {
  const all = readdirSync(join(folder, "node_modules"), { recursive: true, withFileTypes: true });
  const sizes = all.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15e6);
});

describe.each([
  ["dialect", "my_ring"],
  ["pass", "fold-twice"],
  ["machine", "big-array"],
])("terrace new %s %s", (kind, name) => {
  const made = join(folder, name);
  test("installs, and its tests pass", () => {
    expect(terrace(["new", kind, name], folder)).toMatchObject({ code: 0 });
    succeeded("npm", ["install"], made);
    expect(succeeded("npm", ["test"], made)).toMatch(/^# fail 0$/m);
    const listed = terrace(["list", kind === "pass" ? "passes" : `${kind}s`], made);
    expect(listed).toEqual({ code: 0, output: expect.stringContaining(name) });
  });
});

test("the tutorial's dialect installs, and its tests pass", () => {
  const made = join(folder, "clock");
  expect(terrace(["new", "dialect", "clock"], folder)).toMatchObject({ code: 0 });
  followTutorial(made);
  succeeded("npm", ["install"], made);
  expect(succeeded("npm", ["test"], made)).toMatch(/^# fail 0$/m);
});

describe("a dialect", () => {
  const made = join(folder, "my_ring");

  test("is fuzzed", () => {
    const words = ["fuzz", "rules", "folders", "conversions", "round-trip", "--only=my", "--count=200", "--json"];
    expect(terrace(words, made)).toEqual({ code: 0, output: expect.stringContaining("convert-my-ring-to-arith") });
  });

  test("shows up in the documentation", () => {
    const { code, output } = terrace(["docs", "my_ring.square"], made);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^# my_ring\.square\n[^]*^ {2}%\w+ = my_ring\.square %arg0 /m),
    ]);
    expect(terrace(["docs", "my_ring", "--out=site", "--format=html"], made)).toMatchObject({ code: 0 });
    expect(readFileSync(join(made, "site/dialects/my_ring.html"), "utf8")).toContain('id="my_ringsquare"');
    expect(readdirSync(join(made, "site"))).toEqual(expect.arrayContaining(["index.html", "search.js", "style.css"]));
  });

  test("whose rule is wrong fails its tests, with a counterexample", () => {
    const file = join(made, "src/rules.ts");
    const right = readFileSync(file, "utf8");
    const wrong = right.replace(
      /SquareOp\.build\(rewriter, \{ value: x \}\)/,
      "NegFOp.build(rewriter, { operand: SquareOp.build(rewriter, { value: x }).result })",
    );
    expect(wrong).not.toBe(right);
    writeFileSync(file, wrong);
    const { code, output } = run("npm", ["test"], made);
    writeFileSync(file, right);
    expect(code).not.toBe(0);
    expect(output).toContain("// miscompile:");
    const [, program = ""] = /(func\.func @main[^]*?\n *\})/.exec(output) ?? [];
    expect(program.split("\n").length).toBeLessThan(8);
    // What is said points into the author's own file.
    expect(output).toContain("test/my_ring.test.ts:");
  });
});
