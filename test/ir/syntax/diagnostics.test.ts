// What errors say: category, range, notes, hints; several in one run, and none that follows from another.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import type { Diagnostic } from "../../../ir/core/diagnostic.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";

const registry = builtinRegistry();

function diagnose(text: string): readonly Diagnostic[] {
  const { module, diagnostics } = parseModule(text, createContext(registry), { file: "t" });
  return module === undefined ? diagnostics : verify(module);
}

const shown = (text: string): string[] =>
  diagnose(text).map((diagnostic) => renderDiagnostic(diagnostic, [{ file: "t", text }]));

const inFunction = (line: string): string =>
  `func.func @f(%a: i32, %b: f32, %c: i1) {\n  ${line}\n  "func.return"() : () -> ()\n}`;

describe("categories", () => {
  test.each([
    '"arith.addi"(%a, %a) : (i32, i32) - i32',
    '"arith.addi"(%a %a) : (i32, i32) -> i32',
    '"arith.addi"(%a, %a) <{overflowFlags = }> : (i32, i32) -> i32',
    '"arith.addi"(%a, %a) : (i32, i32) -> tensr<4xi32>',
    '"arith.addi(%a, %a) : (i32, i32) -> i32',
    '"func.call"() <{callee = @"x\\q"}> : () -> ()',
    "$",
  ])("syntax: %s", (line) => {
    expect(diagnose(inFunction(line))[0]?.category).toBe("syntax");
  });

  test.each([
    '%0 = "arith.addi"(%a, %nobody) : (i32, i32) -> i32',
    '%0 = "arith.addi"(%a, %a) : (i32) -> i32',
    '%0 = "arith.addi"(%a, %b) : (i32, i32) -> i32',
    '%0 = "arith.adi"(%a, %a) : (i32, i32) -> i32',
    '%0 = "nobody.knows"(%a, %a) : (i32, i32) -> i32',
    '%0 = "arith.addi"(%a, %a) <{overflowFlags = #arith.overflow<sometimes>}> : (i32, i32) -> i32',
    '%0 = "arith.addi"(%a, %a) <{overflowFlags = #arith.nothing}> : (i32, i32) -> i32',
    '%0 = "arith.constant"() <{value = 300 : i8}> : () -> i8',
    '%0 = "arith.constant"() <{value = dense<[1, 2]> : tensor<3xi8>}> : () -> tensor<3xi8>',
    '%0 = "arith.constant"() <{value = #nobody}> : () -> i8',
    '%0:2 = "arith.constant"() <{value = 1 : i8}> : () -> i8',
    '%0 = "arith.constant"() <{value = 1 : i8}> : () -> tensor<4x!arith.nothing>',
    '"cf.br"()[^nowhere] : () -> ()',
  ])("semantic: %s", (line) => {
    const found = diagnose(inFunction(line));
    expect(found).not.toEqual([]);
    expect(found.map(({ category }) => category)).toEqual(found.map(() => "semantic"));
  });
});

describe("several errors in one run", () => {
  test("every function is read, whatever is wrong in the ones before", () => {
    const text = [
      "#map = affine_map<(d0) -> (d0>",
      "func.func @first(%a: i32, %t: tensr<4xf32>) {",
      "  return",
      "}",
      "func.func @second(%a: i32) -> i32 {",
      "  %0 = arith.addi %a, %a overlow<nsw> : i32",
      "  return %0 : i32",
      "}",
      "func.func @third(%x: memref<4xf32, #map>) { return }",
      "func.func @fourth() {",
      '  %0 = "arith.constant"() <{value = 1 : i8> : () -> i8',
      "  return",
      "}",
      "module {",
      "  func.func @fifth() {",
      '    "func.return"(%nobody) : (i32) -> ()',
      "  }",
      "  func.func @sixth() -> i32 {",
      "    %0 = call @second(%1) : (i32) -> i32",
      "    return %0 : i32",
      "  }",
      "}",
    ].join("\n");
    const lines = diagnose(text).map(({ location }) => (location.kind === "file" ? location.line : 0));
    expect(lines).toEqual([1, 2, 6, 11, 16, 19]);
  });

  test("the verifier goes on after an op that is wrong, but not into it", () => {
    const text = [
      "func.func @a(%x: i32) -> f32 {",
      "  return %x : i32",
      "}",
      "func.func @b(%c: i1, %x: i32) {",
      '  "scf.if"(%c) ({',
      '    "func.return"() : () -> ()',
      "  }) : (i1) -> ()",
      '  %0 = "arith.addf"(%x, %x) : (i32, i32) -> i32',
      "  return",
      "}",
      "func.func @c() {",
      "  func.call @aa() : () -> ()",
      "  return",
      "}",
    ].join("\n");
    const lines = diagnose(text).map(({ location }) => (location.kind === "file" ? location.line : 0));
    expect(lines).toEqual([2, 5, 8]);
  });

  test("an operand of another type is no reason to complain about its result", () => {
    const text = inFunction('%0 = "arith.addi"(%b, %a) : (i32, i32) -> i32\n  %1 = arith.muli %0, %a : i32');
    expect(diagnose(text)).toHaveLength(1);
  });
});

describe("notes and hints", () => {
  test("where a name was defined, and with which type", () => {
    expect(shown(inFunction("%d = arith.addi %a, %a : i32\n  %e = arith.addf %d, %b : f32"))).toEqual([
      [
        "t:3:19: error: use of value '%d' expects different type than prior uses: 'f32' vs 'i32'",
        "  %e = arith.addf %d, %b : f32",
        "                  ^~",
        "t:2:3: note: prior use here",
        "  %d = arith.addi %a, %a : i32",
        "  ^~",
      ].join("\n"),
    ]);
  });

  test("where an operand that does not fit comes from", () => {
    expect(shown(inFunction('%0 = "arith.addf"(%a, %a) : (i32, i32) -> i32'))).toEqual([
      [
        "t:2:8: error: 'arith.addf' op operand #0 must be floating-point-like, but got 'i32'",
        '  %0 = "arith.addf"(%a, %a) : (i32, i32) -> i32',
        "       ^~~~~~~~~~~~",
        "t:1:14: note: operand #0 is defined here, with type 'i32'",
        "func.func @f(%a: i32, %b: f32, %c: i1) {",
        "             ^~",
      ].join("\n"),
    ]);
  });

  test.each([
    ["an op", '%0 = "arith.adi"(%a, %a) : (i32, i32) -> i32', "did you mean 'arith.addi'?"],
    ["an op in custom form", "%0 = arith.adi %a, %a : i32", "did you mean 'arith.addi'?"],
    ["a dialect", '%0 = "arit.something"(%a) : (i32) -> i32', "did you mean 'arith.something'?"],
    ["a type", "%0 = arith.addi %a, %a : indx", "did you mean 'index'?"],
    ["a type with parameters", '%0 = "arith.addi"(%a, %a) : (i32, i32) -> tensr<4xi32>', "did you mean 'tensor'?"],
    ["an attribute", '%0 = "arith.constant"() <{value = dens<1> : tensor<4xi8>}> : () -> i8', "did you mean 'dense'?"],
    [
      "a dialect's attribute",
      '%0 = "arith.addi"(%a, %a) <{overflowFlags = #arith.overflw<nsw>}> : (i32, i32) -> i32',
      "did you mean '#arith.overflow'?",
    ],
    [
      "a case of an enumeration",
      '%0 = "arith.addf"(%b, %b) <{fastmath = #arith.fastmath<fas>}> : (f32, f32) -> f32',
      "did you mean 'fast'?",
    ],
    ["a value", "%0 = arith.addi %a, %aa : i32", "did you mean '%a'?"],
    ["a block", '"cf.br"()[^nxt] : () -> ()\n^next:', "did you mean '^next'?"],
    ["a symbol", '"func.call"() <{callee = @ff}> : () -> ()', "did you mean '@f'?"],
    ["a keyword", "%0 = arith.extsi %a : i32 too i64", "did you mean 'to'?"],
  ])("the nearest name of %s", (_, line, hint) => {
    const [first] = diagnose(inFunction(line));
    expect(first?.hint).toBe(hint);
  });

  test("a property that an op does not have is left out, as in mlir-opt, with a warning", () => {
    const text = inFunction('%0 = "arith.addi"(%a, %a) <{overflowFlag = 1 : i32}> : (i32, i32) -> i32');
    const { module, diagnostics } = parseModule(text, createContext(registry), { file: "t" });
    expect(module).toBeDefined();
    expect(diagnostics).toMatchObject([{ severity: "warning", hint: "did you mean 'overflowFlags'?" }]);
  });
});
