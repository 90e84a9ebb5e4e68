// No input crashes, hangs or exhausts the reader: it gives a module or diagnostics, in time and memory that follow the input's size.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseModule, type ParseResult } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { runOutside } from "../../support/outside.ts";

const registry = builtinRegistry();

function read(text: string, unregistered = true): ParseResult {
  const context = createContext(registry);
  context.allowUnregisteredDialects = unregistered;
  return parseModule(text, context, { file: "t.mlir" });
}

const isValid = (module: ParseResult["module"]): boolean =>
  module !== undefined && verify(module).every(({ severity }) => severity !== "error");

/** Reads, verifies, prints what is valid, renders what is wrong; the texts of it all. */
function everything(text: string): string {
  const { module, diagnostics } = read(text);
  const said = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, [{ file: "t.mlir", text }]));
  if (module === undefined || !isValid(module)) return said.join("\n");
  const generic = printOperation(module, { generic: true, debugInfo: true });
  return [printOperation(module), generic, ...said].join("\n");
}

/** 5,000 in `npm test`; `npm run fuzz:long` asks for more. */
const runs = Number(process.env["TERRACE_FUZZ_RUNS"] ?? 5000);

test(
  `${runs} damaged pieces of real files, and random bytes`,
  async () => {
    const tests = fileURLToPath(new URL("../../", import.meta.url));
    const said = await runOutside("test/ir/syntax/robustness-process.ts", [String(runs), tests]);
    const { valid, slowest } = JSON.parse(said) as { readonly valid: number; readonly slowest: number };
    expect(valid).toBeGreaterThan(runs / 200);
    // Seconds of CPU time of one case.
    expect(slowest).toBeLessThan(5);
  },
  120_000 + runs * 50,
);

const nested: Readonly<Record<string, (depth: number) => string>> = {
  regions: (n) => `${'"t.op"() ({\n'.repeat(n)}"t.leaf"() : () -> ()\n${"}) : () -> ()\n".repeat(n)}`,
  modules: (n) => "module {\n".repeat(n) + "}\n".repeat(n),
  "scf.if": (n) => `func.func @f(%c: i1) {\n${"scf.if %c {\n".repeat(n)}${"}\n".repeat(n)}return\n}`,
  types: (n) => `func.func private @f(${"tuple<".repeat(n)}i32${">".repeat(n)})`,
  "function types": (n) => `func.func private @f(${"() -> (".repeat(n)}i32${")".repeat(n)})`,
  arrays: (n) => `"t.op"() {a = ${"[".repeat(n)}${"]".repeat(n)}} : () -> ()`,
  dictionaries: (n) => `"t.op"() {a = ${"{a = ".repeat(n)}1${"}".repeat(n)}} : () -> ()`,
  "fused locations": (n) => `"t.op"() : () -> () loc(${"fused[".repeat(n)}unknown${"]".repeat(n)})`,
  "call sites": (n) => `"t.op"() : () -> () loc(${"callsite(".repeat(n)}unknown${' at "a":1:1)'.repeat(n)})`,
  parentheses: (n) => `"t.op"() {a = affine_map<(d0) -> (${"(".repeat(n)}d0${")".repeat(n)})>} : () -> ()`,
  divisions: (n) => `"t.op"() {a = affine_map<(d0) -> (d0${" floordiv 3".repeat(n)})>} : () -> ()`,
  sums: (n) => `"t.op"() {a = affine_map<(d0) -> (d0${Array.from({ length: n }, (_, i) => ` + d0 mod ${i + 2}`).join("")})>} : () -> ()`,
  negations: (n) => `"t.op"() {a = affine_map<(d0) -> (${"-".repeat(n)}d0)>} : () -> ()`,
  "dense lists": (n) => `"t.op"() {a = dense<${"[".repeat(n)}1${"]".repeat(n)}> : tensor<${"1x".repeat(n)}i32>} : () -> ()`,
  "attribute aliases": (n) => `${chain(n, (i) => (i === 0 ? "#a0 = [1]" : `#a${i} = [#a${i - 1}]`))}\n"t.op"() {a = #a${n - 1}} : () -> ()`,
  "type aliases": (n) => `${chain(n, (i) => (i === 0 ? "!a0 = i32" : `!a${i} = tuple<!a${i - 1}>`))}\nfunc.func private @f(!a${n - 1})`,
  "location aliases": (n) => `${chain(n, (i) => (i === 0 ? '#l0 = loc("a")' : `#l${i} = loc("a"(#l${i - 1}))`))}\n"t.op"() : () -> () loc(#l${n - 1})`,
  "opaque bodies": (n) => `"t.op"() {a = #t<x${"<".repeat(n)}${">".repeat(n)}>} : () -> ()`,
  "symbol references": (n) => `"t.op"() {a = @a${"::@a".repeat(n)}} : () -> ()`,
}; // prettier-ignore

function chain(length: number, line: (i: number) => string): string {
  return Array.from({ length }, (_, i) => line(i)).join("\n");
}

describe.each(Object.keys(nested))("nested %s", (what) => {
  const text = nested[what] ?? ((): string => "");

  test("200 deep are read and printed", () => {
    const { module, diagnostics } = read(text(200));
    expect(diagnostics).toEqual([]);
    expect(isValid(module)).toBe(true);
    if (module === undefined) return;
    const printed = printOperation(module, { debugInfo: true });
    const again = read(printed);
    expect(again.diagnostics).toEqual([]);
    expect(again.module && printOperation(again.module, { debugInfo: true })).toBe(printed);
  });

  test("50,000 deep are read, or refused for their depth", () => {
    const { module, diagnostics } = read(text(50_000));
    const messages = diagnostics.map(({ message }) => message);
    if (module === undefined) {
      expect(messages[0]).toMatch(/^(regions|types and attributes) may nest at most 256 deep$|at most 512 operators$/);
    } else expect(printOperation(module, { debugInfo: true }).length).toBeGreaterThan(50_000);
  });
});

test("a location alias defined again, by itself, makes no location that never ends, nor changes other texts", () => {
  const other = '"t.op"() : () -> () loc(unknown)';
  const before = everything(other);
  const again =
    '"t.op"() : () -> () loc(#b)\n#b = loc("x":1:1)\n#b = loc("b"(#b))\n#a = loc(unknown)\n#a = loc("a"(#a))\n';
  const { module, diagnostics } = read(again);
  expect(module).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "redefinition of attribute alias id 'b'",
    "redefinition of attribute alias id 'a'",
  ]);
  expect(everything(other)).toBe(before);
});

test("nested regions with deep attributes and locations inside", () => {
  const inside = `"t.op"() {a = ${"[".repeat(250)}affine_map<(d0) -> (d0${" floordiv 3".repeat(500)})>${"]".repeat(250)}} : () -> ()`;
  const text = '"t.op"() ({\n'.repeat(250) + inside + "\n}) : () -> ()".repeat(250);
  const { module, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(isValid(module)).toBe(true);
  expect(module && printOperation(module, { generic: true, debugInfo: true })).toContain("floordiv 3) floordiv 3");
});

describe("many errors", () => {
  test.each([
    ["unregistered ops", "%0 = foo\n"],
    ["redefinitions", "%0 = arith.constant 1 : i32\n"],
    ["undefined values", "func.func @f() { return %a : i32 }\n"],
  ])("%s: the reader stops", (_what, line) => {
    const { module, diagnostics } = read(line.repeat(20_000), false);
    expect(module).toBeUndefined();
    expect(diagnostics.length).toBe(501);
    expect(diagnostics.at(-1)?.message).toBe("there are more than 500 errors; the rest was not read");
  });
});

describe("long texts", () => {
  const length = 1_000_000;
  test.each([
    ["a string", `"t.op"() {a = "${"x".repeat(length)}"} : () -> ()`],
    ["hexadecimal data", `"t.op"() {a = dense<"0x${"0A".repeat(length)}"> : tensor<${length}xi8>} : () -> ()`],
    ["a comment", `//${"x".repeat(length)}\n"t.op"() : () -> ()`],
    ["white space", `${" ".repeat(length)}"t.op"() : () -> ()`],
    ["a name", `func.func private @${"x".repeat(length)}()`],
  ])("%s of a million characters", (_what, text) => {
    const { module, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(isValid(module)).toBe(true);
    // Nothing gets lost but comments and space; data of one value becomes that value.
    const printed = module === undefined ? "" : printOperation(module);
    expect(read(printed).diagnostics).toEqual([]);
  });

  test("an error in a long line is shown with a part of it", () => {
    const text = `"t.op"() {a = "${"x".repeat(length)}" b} : () -> ()`;
    const { diagnostics } = read(text);
    const shown = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, [{ file: "t.mlir", text }])).join("\n");
    expect(shown).toContain("^");
    expect(shown.length).toBeLessThan(2000);
  });

  test.each([
    ["an identifier", (x: string) => `func.func ${x}`],
    ["an op's name", (x: string) => `"${x}" : () -> ()`],
    ["an unknown op", (x: string) => `arith.${x} %0`],
    ["a number", (_x: string) => `"t.op"() {a = ${"1".repeat(length)} : i32} : () -> ()`],
  ])("%s of a million characters that is wrong", (_what, make) => {
    const text = make("x".repeat(length));
    const { module, diagnostics } = read(text, false);
    expect(module).toBeUndefined();
    const shown = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, [{ file: "t.mlir", text }])).join("\n");
    expect(shown.length).toBeLessThan(10_000);
  });
});

test.each(["", "\n", "// nothing", "\uFEFF", "\0", "\r\n\r\n", " \t", "{", "}", '"', "#", "module"])(
  "the short text %j",
  (text) => {
    expect(() => everything(text)).not.toThrow();
  },
);

test("line ends of Windows", () => {
  const text = "func.func @f(%a: i32) -> i32 {\n  // c\n  return %a : i32\n}\n";
  expect(everything(text.replaceAll("\n", "\r\n"))).toBe(everything(text));
});
