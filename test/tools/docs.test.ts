// `terrace docs`: every definition has an entry, links lead somewhere, examples are read back; what it writes, shows and refuses. That the example of
// every operation is read and verified, and that the pages in tools/docs/pages are fresh, `npm run docs:check` says.
import { describe, expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { definePlugin } from "../../ir/plugin/define-plugin.ts";
import { loadPlugin, type Registry } from "../../ir/plugin/registry.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { StringProperty } from "../../ir/define/properties.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { docs, type DocsOptions } from "../../tools/docs/docs.ts";
import { brokenLinks, documentation, type DocumentationOptions } from "../../tools/docs/documentation.ts";
import { entryNames } from "../../tools/docs/entry.ts";
import { pageMarkdown } from "../../tools/docs/markdown.ts";
import { relativePath } from "../../tools/docs/page.ts";
import { siteFiles } from "../../tools/docs/site-files.ts";
import { subjectOf, type Subject } from "../../tools/docs/subject.ts";
import { parseVerdicts } from "../../tools/docs/verdicts.ts";
import poly from "../plugins/poly/src/index.ts";

const root = join(import.meta.dirname, "../..");
const source = { site: join(root, "tools/docs/site"), verdicts: join(root, "tools/fuzz/VERDICTS.md") };
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "terrace-docs-"));

function run(words: readonly string[], options: DocsOptions = {}, registry: Registry = builtinRegistry()) {
  let stdout = "";
  let stderr = "";
  const io = {
    stdout: (text: string) => void (stdout += text),
    stderr: (text: string) => void (stderr += text),
    stdin: () => Promise.resolve(new Uint8Array()),
    progress: () => undefined,
  };
  const code = docs(words, options, source, io, registry);
  return { code, stdout, stderr };
}

function documented(subject: Subject, options?: DocumentationOptions) {
  const made = documentation(subject, options);
  if ("failure" in made) throw new Error(made.failure);
  return made;
}

describe("pages of everything", () => {
  const registry = builtinRegistry();
  const verdicts = parseVerdicts(readFileSync(source.verdicts, "utf8"));
  const subject = subjectOf(registry, undefined, verdicts);
  const { pages } = documented(subject, { exampleOf: () => ({ problem: "not made here", isWrong: false }) });

  test("have an entry for every definition", () => {
    const { context } = subject;
    const names = <D extends { readonly name: string }>(list: Iterable<D>) => [...list].map(({ name }) => name).sort();
    expect(subject.dialects.map(({ name }) => name)).toEqual([...registry.dialects.keys()]);
    expect(entryNames(pages, "operation").sort()).toEqual(names(context.ops.values()));
    expect(entryNames(pages, "type").sort()).toEqual(names(context.types.values()).map((name) => `!${name}`));
    expect(entryNames(pages, "attribute").sort()).toEqual(names(context.attributes.values()).map((name) => `#${name}`));
    expect(entryNames(pages, "pass").sort()).toEqual([...registry.passes.passes.keys()].sort());
    expect(entryNames(pages, "pipeline").sort()).toEqual([...registry.passes.pipelines.keys()].sort());
    expect(entryNames(pages, "machine").sort()).toEqual([...registry.machines.keys()].sort());
  });

  test("have links that lead somewhere", () => expect(brokenLinks(pages)).toEqual([]));

  test("say the verdicts of rules, folders and passes", () => {
    const text = pages.map((page) => pageMarkdown(page)).join("\n");
    expect(text).toContain("| `x + y * -1 => x - y` | refines |");
    expect(text).toMatch(/^### arith\.addi$[^]*?^\| folds \| refines \|$/m);
    expect(text).toMatch(/^### cse$[^]*?^Verdict: refines\.$/m);
  });

  test("as HTML: links, anchors and files are there", () => {
    const files = siteFiles(pages, "html", source);
    if ("failure" in files) throw new Error(files.failure);
    const ids = new Map([...files].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))])); // prettier-ignore
    const broken: string[] = [];
    for (const [path, text] of files) {
      for (const [, address = ""] of path.endsWith(".html") ? text.matchAll(/ (?:href|src)="([^"]*)"/g) : []) {
        const [file = "", anchor] = address.split("#");
        const target = file === "" ? path : join(path, "..", file);
        if (!files.has(target) || (anchor !== undefined && ids.get(target)?.has(anchor) !== true)) broken.push(`${path}: ${address}`);
      }
    }
    expect(broken).toEqual([]);
    const search = String(files.get("search.js"));
    const [entries = ""] = /\[\n[^]*?\n\]/.exec(search) ?? [];
    const found = JSON.parse(entries.replace(/,\n\]$/, "\n]")) as [string, string, string, string][];
    expect(found.length).toBeGreaterThan(entryNames(pages, "operation").length);
    for (const [, , , address] of found) {
      const [file = "", anchor] = address.split("#");
      expect([address, anchor === undefined ? files.has(file) : ids.get(file)?.has(anchor)]).toEqual([address, true]);
    }
  }); // prettier-ignore
});

describe("the search of the site", () => {
  const script = readFileSync(join(source.site, "search.js"), "utf8");
  const entries = [
    ["scf.forall", "operation", "A loop nest.", "dialects/scf.html#scfforall"],
    ["scf.for", "operation", "A loop.", "dialects/scf.html#scffor"],
    ["scf.while", "operation", "Runs as long as a condition holds.", "dialects/scf.html#scfwhile"],
    ["forward-subsets", "pass", "Forwards what was written.", "passes.html#forward-subsets"],
  ];
  const context = createContext({ document: pretendedDocument(), Element: class {} });
  runInContext(`const entries = ${JSON.stringify(entries)};\n${script}`, context);

  test.each([
    ["for", ["scf.for", "scf.forall", "forward-subsets"]],
    ["SCF.W", ["scf.while"]],
    ["loop nest", ["scf.forall"]],
    ["scf holds", ["scf.while"]],
    ["  ", []],
    ["nothing like it", []],
  ])("%j", (text, names) => {
    const found: unknown = runInContext(`find(${JSON.stringify(text)}).map(([name]) => name)`, context);
    expect(Array.from(found as string[])).toEqual(names);
  });
});

/** As much of a page as the script asks for when it is loaded. */
function pretendedDocument() {
  const element = { addEventListener: () => undefined, dataset: { root: "" } };
  return { ...element, body: element, getElementById: () => element };
}

test("examples are programs in which the operation stands", () => {
  const names = ["scf", "cf", "tile", "affine"];
  const subject = subjectOf(builtinRegistry(), names);
  const { pages, problems, withoutExample } = documented(subject);
  expect({ problems, withoutExample }).toEqual({ problems: [], withoutExample: [] });
  let operation = "";
  for (const block of pages.filter(({ path }) => path.startsWith("dialects/")).flatMap(({ blocks }) => blocks)) {
    if (block.kind === "heading") operation = block.entry?.kind === "operation" ? block.entry.name : "";
    if (block.kind !== "code" || block.language !== "mlir" || operation === "") continue;
    const { module, diagnostics } = parseModule(block.text, subject.context);
    expect([operation, diagnostics]).toEqual([operation, []]);
    expect([operation, module && verify(module)]).toEqual([operation, []]);
  }
});

describe("terrace docs", () => {
  test("shows what is named", () => {
    const { code, stdout } = run([
      "arith.cmpi",
      "canonicalize",
      "!tile.token",
      "#stablehlo.conv",
      "Pure",
      "systolic-int8",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("# arith.cmpi\n\nCompares integers, signed or unsigned.\n");
    expect(stdout).toContain("`eq`, `ne`, `slt`");
    expect(stdout).toMatch(/^ {2}%\w+ = arith\.cmpi \w+, %arg\d, %arg\d : /m);
    expect(stdout).toContain("| `region-simplify` | one of 'disabled', 'normal', 'aggressive' | `\"normal\"` |");
    expect(stdout).toContain("# !tile.token\n\ntoken of an asynchronous copy.\n\n```mlir\n!tile.token\n```\n");
    expect(stdout).toContain("#stablehlo.conv<[b, 0, 1, f]");
    expect(stdout).toContain("# Pure\n\nNo memory effects");
    expect(stdout).toContain('"schema": "npu-hw/1"');
    expect(stdout).not.toContain("](");
    expect(run(["ub"]).stdout).toContain("# Dialect ub\n");
    expect(run(["terrace-cpu"]).stdout).toContain("# terrace-cpu\n\nCompiles a program to WebAssembly with SIMD.\n");
  });

  test("writes the pages of dialects, and says whether they are fresh", () => {
    const out = join(emptyFolder(), "a/b");
    expect(run(["ub", "cf"], { out, format: "both" })).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(out, { recursive: true }).sort()).toEqual([
      "README.md", "dialects", "dialects/cf.html", "dialects/cf.md", "dialects/ub.html", "dialects/ub.md", "index.html", "machines.html",
      "machines.md", "passes.html", "passes.md", "search.js", "style.css", "traits-and-interfaces.html", "traits-and-interfaces.md",
    ]); // prettier-ignore
    const options = { out, check: true };
    expect(run(["ub", "cf"], options)).toMatchObject({ code: 0, stderr: "" });
    const page = join(out, "dialects/cf.md");
    writeFileSync(page, readFileSync(page, "utf8").replace("Branches", "Leaves"));
    const stale = run(["ub", "cf"], options);
    expect(stale).toEqual({ code: 1, stdout: "", stderr: `error: '${page}' is stale\nhint: the same without --check writes it\n` }); // prettier-ignore
    expect(readFileSync(page, "utf8")).toContain("Leaves");
    expect(run(["ub", "cf", "scf"], options).stderr).toContain("README.md' is stale, and 4 more\n");
  });

  test("has what a plugin brings", () => {
    const registry = builtinRegistry();
    expect(loadPlugin(registry, poly)).toBeUndefined();
    const out = emptyFolder();
    expect(run(["poly"], { out }, registry)).toMatchObject({ code: 0, stderr: "" });
    const dialect = readFileSync(join(out, "dialects/poly.md"), "utf8");
    expect(dialect).toContain("From the plugin terrace-poly.");
    expect(dialect).toContain("### poly.mul\n");
    expect(dialect).toMatch(/^ {2}%\w+ = poly\.mul %/m);
    expect(dialect).toContain("At run time a value of `!poly.poly<i8, x**3 + 1>` is one of `tensor<3xi8>`.");
    expect(dialect).toMatch(/^!poly\.poly<.*>$/m);
    expect(dialect).not.toContain("No example");
    expect(readFileSync(join(out, "passes.md"), "utf8")).toContain("### convert-poly-to-scf\n");
  });

  test("takes verdicts from a campaign", () => {
    const file = join(emptyFolder(), "verdicts.json");
    const unit = { kind: "rules", name: "arith.subi: x - x => 0", verdict: "2 findings", within: "none" };
    const of = (name: string) => ({ units: [{ ...unit, name }] });
    const { context } = subjectOf(builtinRegistry());
    const [{ name = "", root = "" } = {}] = context.dialects.get("ub")?.canonicalizationPatterns ?? context.dialects.get("cf")?.canonicalizationPatterns ?? []; // prettier-ignore
    writeFileSync(file, JSON.stringify(of(name.includes(root) ? name : `${root}: ${name}`)));
    expect(run([root], { verdicts: file }).stdout).toContain(`| \`${name}\` | 2 findings |`);
    writeFileSync(file, '{"units": [{"kind": "rules"}]}');
    expect(run(["ub"], { verdicts: file })).toEqual({ code: 1, stdout: "", stderr: `error: cannot read '${file}': units.0.name: Invalid input: expected string, received undefined\nhint: --verdicts takes what terrace fuzz --json printed\n` }); // prettier-ignore
    writeFileSync(file, "refines");
    expect(run(["ub"], { verdicts: file }).stderr).toContain(`error: cannot read '${file}': it is no JSON\nhint: `);
    expect(run(["ub"], { verdicts: `${file}x` }).stderr).toBe(
      `error: cannot read '${file}x': no such file or directory\n`,
    );
  });

  test.each<[string, readonly string[], DocsOptions, string]>([
    ["nothing", [], {}, "error: nothing is named\nhint: name a dialect, an operation or a pass, or write everything to --out=DIR\n"],
    ["an unknown name", ["arith.adi"], {}, "error: nothing is called 'arith.adi'; did you mean 'arith.addi'?\n"],
    ["a name that is like none", ["zzzzzzzzzzzz"], {}, "error: nothing is called 'zzzzzzzzzzzz'; terrace list dialects and terrace list passes list what there is\n"],
    ["an unknown dialect", ["aritj"], { out: "docs" }, "error: there is no dialect 'aritj'; did you mean 'arith'?\n"],
    ["an unknown format", ["arith"], { format: "pdf" }, "error: there is no format 'pdf'; there are md, html, both\n"],
    ["a format for the terminal", ["arith"], { format: "html" }, "error: --format is for files\nhint: --out=DIR says where they are\n"],
    ["a file as folder", ["ub"], { out: import.meta.filename }, `error: cannot write pages to '${import.meta.filename}': it is a file\nhint: --out takes a folder\n`],
    ["a folder in a file", ["ub"], { out: join(import.meta.filename, "x") }, `error: cannot write pages to '${join(import.meta.filename, "x")}': a part of its path is not a directory\nhint: --out takes a folder, which is made where it is not there\n`],
  ])("refuses %s", (_, words, options, stderr) => {
    expect(run(words, options)).toEqual({ code: 1, stdout: "", stderr });
  }); // prettier-ignore

  test("says which definitions have wrong examples", () => {
    const registry = builtinRegistry();
    const ops = [
      defineOp({ name: "odd.text", summary: "Wrong text.", example: "odd.text odd" }),
      defineOp({ name: "odd.other", summary: "Another op.", example: "%0 = arith.constant 1 : i32" }),
      defineOp({
        name: "odd.thrown",
        summary: "Throws.",
        generate: () => {
          throw new Error("out of ideas");
        },
      }),
    ];
    const dialects = [defineDialect({ name: "odd", summary: "Mistakes.", ops })];
    expect(loadPlugin(registry, definePlugin({ name: "odd", terrace: "*", dialects }))).toBeUndefined();
    const { code, stderr } = run(["odd"], { out: emptyFolder() }, registry);
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/^error: 'odd.text': its example is wrong: /),
      "error: 'odd.other': its example is wrong: 'odd.other' is not in it",
      "error: 'odd.thrown': the definition throws in random programs: out of ideas",
      "",
    ]);
    expect(run(["odd.text"], {}, registry)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("'odd.text': its example is wrong"),
    });
  });

  test("says which dialect has a definition that throws, and takes one that says nothing of itself", () => {
    const registry = builtinRegistry();
    const thrown = () => {
      throw new Error("no samples today");
    };
    const name = { ...StringProperty, samples: thrown };
    const ops = [
      defineOp({ name: "odd.op", properties: { name }, traits: [] } as unknown as { name: string; summary: string }),
    ];
    const dialects = [
      defineDialect({ name: "odd", summary: "Mistakes.", ops }),
      defineDialect({
        name: "bare",
        ops: [defineOp({ name: "bare.op" } as { name: string; summary: string })],
      } as unknown as { name: string; summary: string }),
    ];
    expect(loadPlugin(registry, definePlugin({ name: "odd", terrace: "*", dialects }))).toBeUndefined();
    const stderr = "error: a definition of dialect 'odd' throws: no samples today\n";
    expect(run(["odd"], { out: emptyFolder() }, registry)).toEqual({ code: 1, stdout: "", stderr });
    expect(run(["bare"], {}, registry)).toMatchObject({ code: 0, stderr: "" });
  });
});

test("paths from page to page", () => {
  expect(relativePath("index.md", "dialects/arith.md")).toBe("dialects/arith.md");
  expect(relativePath("dialects/scf.md", "dialects/arith.md")).toBe("arith.md");
  expect(relativePath("dialects/scf.md", "passes.md")).toBe("../passes.md");
});
