import { describe, expect, test } from "@jest/globals";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { toyContext } from "./toy-dialect.ts";

const errors = (text: string, allowUnregistered = true): string[] =>
  parseModule(text, toyContext(allowUnregistered), { file: "t" }).diagnostics.map((diagnostic) =>
    renderDiagnostic(diagnostic),
  );

/** Texts, and what mlir-opt 22 says of them. */
const asMlirOpt: readonly [string, string][] = [
  ['"d.a"(%x) : (i32) -> ()', "1:7: error: use of undeclared SSA value name"],
  ['%x = "d.a"() : () -> i32 %x = "d.a"() : () -> i32', "1:26: error: redefinition of SSA value '%x'"],
  [
    '%x = "d.a"() : () -> i32 "d.b"(%x) : (f32) -> ()',
    "1:32: error: use of value '%x' expects different type than prior uses: 'f32' vs 'i32'",
  ],
  ['"d.b"(%x) : (f32) -> () %x = "d.a"() : () -> i32', "1:25: error: definition of SSA value '%x#0' has type 'i32'"],
  ['%x:2 = "d.a"() : () -> i32', "1:1: error: operation defines 1 results but was provided 2 to bind"],
  ['%x = "d.a"() : () -> ()', "1:1: error: cannot name an operation with no results"],
  ['"d.a"()[^x] : () -> ()', "1:9: error: reference to an undefined block"],
  ['"d.a"(', "1:7: error: expected ')' to end operand list"],
  ['"d.a"() : (i32) -> ()', "1:11: error: expected 0 operand types but had 1"],
  ['"d.a"() {a = 300 : i8} : () -> ()', "1:14: error: integer constant out of range for attribute"],
  ['"d.a"() {a = 1 : f32} : () -> ()', "1:14: error: unexpected decimal integer literal for a floating point value"],
  [
    '"d.a"() {a = dense<[1,2,3]> : tensor<2xi32>} : () -> ()',
    "1:14: error: inferred shape of elements literal ([3]) does not match type ([2])",
  ],
  [
    '"d.a"() {a = dense<[1,[2],3]> : tensor<2xi32>} : () -> ()',
    "1:26: error: tensor literal is invalid; ranks are not consistent between elements",
  ],
  ['"d.a"() {a, a} : () -> ()', "1:13: error: duplicate key 'a' in dictionary attribute"],
  ['"d.a"() {a = "x', "1:16: error: expected '\"' in string literal"],
  ["#map = 1 #map = 2", "1:10: error: redefinition of attribute alias id 'map'"],
  ['"d.a"() {a = tensor<4xfoo>} : () -> ()', "1:23: error: expected non-function type"],
  ['%x:2 = "d.a"() : () -> (i32,i32) "d.b"(%x#3) : (f32) -> ()', "1:40: error: reference to invalid result number"],
  ['"d.a"() {a = affine_map<(d0) -> (d1)>} : () -> ()', "1:34: error: use of undeclared identifier"],
  [
    '"d.a"() {a = affine_map<(d0, d1) -> (d1 * d0)>} : () -> ()',
    "1:41: error: non-affine expression: at least one of the multiply operands has to be either a constant or symbolic",
  ],
  ['"d.a"() {a = vector<0xf32>} : () -> ()', "1:14: error: vector types must have positive constant sizes but got 0"],
  ['"d.a"() {a = [1, 2} : () -> ()', "1:19: error: expected ',' or ']'"],
  ['"d.a"() : ()', "1:13: error: expected '->' in function type"],
  ["^bb0:", "1:1: error: expected operation name in quotes"],
];

describe("syntax errors", () => {
  test.each(asMlirOpt)("%s", (text, message) => {
    expect(errors(text)[0]?.split("\n")[0]).toBe(`t:${message}`);
  });

  test("a near name is offered", () => {
    expect(errors("toy.fnc @f { end }")[0]).toContain("did you mean 'toy.func'?");
    expect(errors("toy.func @f { ed }")[0]).toContain("did you mean 'toy.end'?");
    expect(
      errors('toy.func @f { %value = "toy.constant"() : () -> i32 %0 = add %valeu, %value : i32 end }')[0],
    ).toContain("did you mean '%value'?");
    expect(errors('"d.a"() : () -> ()', false)[0]).toContain(
      "unregistered operation 'd.a': dialect 'd' is not registered",
    );
  });

  test("reading goes on after an op that cannot be read, inside modules and outside", () => {
    const text = [
      "module {",
      "  toy.func @a {",
      "    bogus",
      "    end",
      "  }",
      "  toy.func @b { end }",
      "  toy.func @c {",
      '    %0 = "toy.constant"() : () -> i32',
      "    %1 = add %0 : i32",
      "    end",
      "  }",
      "}",
      "toy.func @d {",
      "  end {",
      "toy.func @e { ed }",
      '"x.y"() : () -> ()',
    ].join("\n");
    const found = errors(text).map((message) => message.split(":").slice(1, 3).join(":"));
    expect(found).toEqual(["3:5", "9:14", "15:9", "15:15"]);
  });

  test("values of an isolated op's outside are not in scope", () => {
    const text = '%0 = "x.y"() : () -> i32\ntoy.func @f { "x.z"(%0) : (i32) -> () end }';
    expect(errors(text)).toHaveLength(1);
    expect(errors(text)[0]).toContain("use of undeclared SSA value name");
  });

  test("names defined in a region end with it", () => {
    expect(errors('"x.r"() ({ %0 = "x.d"() : () -> i32 }, { %0 = "x.d"() : () -> i32 }) : () -> ()')).toEqual([]);
    expect(errors('"x.r"() ({ %0 = "x.d"() : () -> i32 }) : () -> () "x.u"(%0) : (i32) -> ()')).toHaveLength(1);
  });

  test("too deep text is refused, not overflowed", () => {
    const regions = (n: number): string => '"x.y"() ({'.repeat(n) + "}) : () -> ()".repeat(n);
    expect(errors(regions(256))).toEqual([]);
    expect(errors(regions(100_000))).toEqual([expect.stringContaining("regions may nest at most 256 deep")]);
    const types = (n: number): string => `"x.y"() {a = ${"tuple<".repeat(n)}${">".repeat(n)}} : () -> ()`;
    expect(errors(types(100_000))).toEqual([expect.stringContaining("types and attributes may nest at most 256 deep")]);
    const negations = `"x.y"() {a = affine_map<(d0) -> (${"-".repeat(100_000)}d0)>} : () -> ()`;
    expect(errors(negations)).toHaveLength(1);
  });
});

describe("rendering", () => {
  test("quotes the line, marks the token, shows notes and the hint", () => {
    const text = '%x = "d.a"() : () -> i32\n\t"d.b"(%x) : (f32) -> ()';
    const { diagnostics } = parseModule(text, toyContext(), { file: "t" });
    const [first] = diagnostics;
    expect(first === undefined ? "" : renderDiagnostic({ ...first, hint: "look" }, [{ file: "t", text }])).toBe(
      [
        "t:2:8: error: use of value '%x' expects different type than prior uses: 'f32' vs 'i32'",
        '\t"d.b"(%x) : (f32) -> ()',
        "\t      ^~",
        "t:1:1: note: prior use here",
        '%x = "d.a"() : () -> i32',
        "^~",
        "hint: look",
      ].join("\n"),
    );
  });
});
