// `terrace new`: names, refusals, and where a package gets terrace from. That what it makes builds and passes is in test/packaged.
import { describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terrace } from "../../tools/terrace/terrace.ts";
import type { CommandIo } from "../../tools/command/io.ts";
import { withName } from "../../tools/new/names.ts";
import { newPackage } from "../../tools/new/new.ts";
import { terraceDependency } from "../../tools/new/terrace-dependency.ts";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";

const templates = join(import.meta.dirname, "../../tools/new/templates");
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "terrace-new-"));

function make(kind: string, name: string, dir = join(emptyFolder(), name)) {
  let stdout = "";
  let stderr = "";
  const io: CommandIo = {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    stdin: () => Promise.resolve(new Uint8Array()),
    progress: () => undefined,
  };
  const code = newPackage(kind, name, { dir }, { templates, terrace: "file:/t.tgz" }, io);
  return { code, stdout, stderr, dir };
}

describe("terrace new", () => {
  test.each([
    ["dialect", "my_ring2"],
    ["pass", "fold-twice"],
    ["machine", "big-array"],
  ])("%s %s", (kind, name) => {
    const { code, stdout, dir } = make(kind, name);
    expect(code).toBe(0);
    const files = readdirSync(dir, { recursive: true, encoding: "utf8", withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const texts = files.map(({ parentPath, name: file }) => readFileSync(join(parentPath, file), "utf8"));
    expect(files.length).toBeGreaterThan(6);
    expect(stdout).toContain("npm install");
    expect(files.map((file) => file.name)).toContain(".gitignore");
    for (const text of [...texts, ...files.map((file) => file.name)])
      expect(text).not.toMatch(/[Tt]oy|VERSION|TERRACE/);
    const manifest: unknown = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
    expect(manifest).toMatchObject({
      name: `terrace-${name.replaceAll("_", "-")}`,
      peerDependencies: { terrace: `^${TERRACE_VERSION}` },
      devDependencies: { terrace: "file:/t.tgz" },
    });
  });

  test.each([
    ["dialekt", "x", "did you mean 'dialect'?"],
    ["dialect", "My Ring", "did you mean 'my_ring'?"],
    ["dialect", "my-ring", "did you mean 'my_ring'?"],
    ["dialect", "arith", "there is a dialect 'arith' already"],
    ["pass", "cse", "there is a pass 'cse' already"],
    ["pass", "terrace-cpu", "there is a pass 'terrace-cpu' already"],
    ["pass", "a_b", "did you mean 'a-b'?"],
    ["machine", "gpu", "there is a machine 'gpu' already"],
    ["machine", "../x", "no name of a machine"],
    ["dialect", "", "no name of a dialect"],
  ])("refuses %s '%s'", (kind, name, said) => {
    const { code, stderr } = make(kind, name, emptyFolder());
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
  });

  test("writes into no folder that holds something, and over no file", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "mine.ts"), "");
    expect(make("dialect", "ring", dir)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("it has 'mine.ts'"),
    });
    expect(readdirSync(dir)).toEqual(["mine.ts"]);
    const file = join(dir, "mine.ts");
    expect(make("dialect", "ring", file)).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot read") });
  });

  test("needs a name", async () => {
    let stderr = "";
    const io = { stdout: () => undefined, stderr: (text: string) => void (stderr += text), stdin: () => Promise.resolve(new Uint8Array()), progress: () => undefined }; // prettier-ignore
    expect(await terrace(["new", "dialect"], io)).toBe(1);
    expect(stderr).toContain("missing required argument 'name'");
  });

  test("names take the form of where they stand", () => {
    expect(withName("toy.op toyDialect convertToyToArith convert-toy-to-x terrace-toy toy/toy.ts", "my_ring")).toBe(
      "my_ring.op myRingDialect convertMyRingToArith convert-my-ring-to-x terrace-my-ring my_ring/my_ring.ts",
    );
  });

  test("a package gets terrace from where this terrace came", () => {
    const owner = emptyFolder();
    const root = join(owner, "node_modules/terrace");
    mkdirSync(root, { recursive: true });
    expect(terraceDependency(owner)).toBe(`file:${owner}`);
    expect(terraceDependency(root)).toBe(`^${TERRACE_VERSION}`);
    const manifest = join(owner, "package.json");
    writeFileSync(manifest, '{ "devDependencies": { "terrace": "file:../t.tgz" } }');
    expect(terraceDependency(root)).toBe(`file:${join(owner, "../t.tgz")}`);
    writeFileSync(manifest, '{ "dependencies": { "terrace": "^0.1.0" } }');
    expect(terraceDependency(root)).toBe("^0.1.0");
    writeFileSync(manifest, "{");
    expect(terraceDependency(root)).toBe(`^${TERRACE_VERSION}`);
  });
});
