// `terrace docs`: every definition has an entry, links lead somewhere, examples are read back; what it writes, shows and refuses. That the example of
// every operation is read and verified, and that the pages in tools/docs/pages are fresh, `npm run docs:check` says.
import { describe, expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { definePlugin } from "../../ir/plugin/define-plugin.ts";
import { loadPlugin, type Registry } from "../../ir/plugin/registry.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { docs, type DocsOptions } from "../../tools/docs/docs.ts";
import { brokenLinks, documentation } from "../../tools/docs/documentation.ts";
import { pageMarkdown } from "../../tools/docs/markdown.ts";
import { relativePath, type Page } from "../../tools/docs/page.ts";
import { siteFiles } from "../../tools/docs/site-files.ts";
import { subjectOf } from "../../tools/docs/subject.ts";
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

const entriesOf = (pages: readonly Page[], kind: string): string[] =>
  pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "heading" && block.entry?.kind === kind ? [block.entry.name] : [])),
  );

describe("pages of everything", () => {
  const registry = builtinRegistry();
  const verdicts = parseVerdicts(readFileSync(source.verdicts, "utf8"));
  const subject = subjectOf(registry, undefined, verdicts);
  const { pages } = documentation(subject, { exampleOf: () => ({ problem: "not made here", isWrong: false }) });

  test("have an entry for every definition", () => {
    const { context } = subject;
    const names = <D extends { readonly name: string }>(list: Iterable<D>) => [...list].map(({ name }) => name).sort();
    expect(subject.dialects.map(({ name }) => name)).toEqual([...registry.dialects.keys()]);
    expect(entriesOf(pages, "operation").sort()).toEqual(names(context.ops.values()));
    expect(entriesOf(pages, "type").sort()).toEqual(names(context.types.values()).map((name) => `!${name}`));
    expect(entriesOf(pages, "attribute").sort()).toEqual(names(context.attributes.values()).map((name) => `#${name}`));
    expect(entriesOf(pages, "pass").sort()).toEqual([...registry.passes.passes.keys()].sort());
    expect(entriesOf(pages, "pipeline").sort()).toEqual([...registry.passes.pipelines.keys()].sort());
    expect(entriesOf(pages, "machine").sort()).toEqual([...registry.machines.keys()].sort());
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
    expect(found.length).toBeGreaterThan(entriesOf(pages, "operation").length);
    for (const [, , , address] of found) {
      const [file = "", anchor] = address.split("#");
      expect([address, anchor === undefined ? files.has(file) : ids.get(file)?.has(anchor)]).toEqual([address, true]);
    }
  }); // prettier-ignore
});

test("examples are programs in which the operation stands", () => {
  const names = ["scf", "cf", "tile", "affine"];
  const subject = subjectOf(builtinRegistry(), names);
  const { pages, problems, withoutExample } = documentation(subject);
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
    const { code, stdout } = run(["arith.cmpi", "canonicalize"]);
    expect(code).toBe(0);
    expect(stdout).toContain("# arith.cmpi\n\nCompares integers, signed or unsigned.\n");
    expect(stdout).toContain("`eq`, `ne`, `slt`");
    expect(stdout).toMatch(/^ {2}%\w+ = arith\.cmpi \w+, %arg\d, %arg\d : /m);
    expect(stdout).toContain("| `region-simplify` | one of 'disabled', 'normal', 'aggressive' | `\"normal\"` |");
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
    ["an unknown name", ["arith.adi"], {}, "error: there is no dialect, operation or pass 'arith.adi'; did you mean 'arith.addi'?\n"],
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
  });
});

test("paths from page to page", () => {
  expect(relativePath("index.md", "dialects/arith.md")).toBe("dialects/arith.md");
  expect(relativePath("dialects/scf.md", "dialects/arith.md")).toBe("arith.md");
  expect(relativePath("dialects/scf.md", "passes.md")).toBe("../passes.md");
});
