// A wrong format is a bug of the definition: it throws when the format is compiled, naming the op and the place.
import { describe, expect, test } from "@jest/globals";
import { AnyType, derived, I32, optional, typeVariable, variadic } from "../../../../ir/define/constraints.ts";
import { anyRegion, defineOp } from "../../../../ir/define/define-op.ts";
import { compile } from "../../../../ir/define/assembly-format/compile.ts";
import { lexFormat } from "../../../../ir/define/assembly-format/format-lexer.ts";
import { readFormat } from "../../../../ir/define/assembly-format/format-reader.ts";
import { UnitProperty, I64Property, optionalProperty } from "../../../../ir/define/properties.ts";
import { planInference } from "../../../../ir/define/assembly-format/infer-types.ts";

const subject = defineOp({
  name: "t.op",
  summary: "an operation with an element of each sort",
  operands: { x: AnyType, o: optional(I32), v: variadic(I32) },
  results: { r: AnyType },
  properties: { u: UnitProperty, n: optionalProperty(I64Property), must: I64Property },
  regions: { body: anyRegion },
  successors: { next: "one" },
});
const whole = "$x $o $v `at` $must $body $next attr-dict type($x) type($r)";

describe("reading a format", () => {
  test("a complete format is accepted", () => {
    expect(() => compile(whole, subject, {})).not.toThrow();
  });

  test.each([
    ["$y", "no operand, property, region, successor or result is named 'y'"],
    ["`@@`", "'@@' is neither a keyword nor punctuation"],
    ["(`a`)?", "an optional group needs an anchor"],
    ["(`a` $o^ $v^)?", "an optional group has one anchor"],
    ["(`a` $x^)?", "the anchor of an optional group can never be absent"],
    ["(`a`^)?", "the anchor of an optional group can never be absent"],
    ["(type($o) $o^)?", "whether an optional group stands in the text cannot be told from its first element"],
    ["($o^", "expected a literal, a variable, a directive or '('"],
    ["($o^)", "expected '?'"],
    ["oilist($o)", "a clause of 'oilist' begins with a literal"],
    ["oilist(`a` $x)", "nothing in the clause 'a' of 'oilist' can be absent"],
    ["custom<Nothing>($x)", "no custom directive is named 'Nothing'"],
    ["ref($x)", "'ref' may only stand among the arguments of a custom directive"],
    ["sort-of", "no directive is named 'sort-of'"],
    ["$r", "result 'r' may only stand in a type directive"],
    ["type($body)", "expected an operand, a result, 'operands' or 'results'"],
    ["!", "unexpected character"],
  ])("%s: %s", (format, message) => {
    const rest = whole
      .replace(/\$o|\$v/g, (name) => (format.includes(name) ? "" : name))
      .replace("$x ", format.includes("$x") ? "" : "$x ");
    expect(() => compile(`${format} ${rest}`, subject, {})).toThrow(message);
    expect(() => compile(`${format} ${rest}`, subject, {})).toThrow("assembly format of 't.op'");
  });

  test.each([
    ["$o $v `at` $must $body $next attr-dict type($x) type($r)", "operand #0, named 'x', is not in the text"],
    ["$x $x $o $v $body $next attr-dict type($x) type($r)", "operand 'x' stands in the text twice"],
    ["$x $o $v $next attr-dict type($x) type($r)", "region #0, named 'body', is not in the text"],
    ["$x $o $v $body attr-dict type($x) type($r)", "successor #0, named 'next', is not in the text"],
    ["$x $o $v $body $next type($x) type($r)", "'attr-dict' is missing"],
    [
      "$x $o $v $body $next attr-dict type($r)",
      "the type of operand 'x' is not in the text and does not follow from it",
    ],
    [
      "$x $o $v $body $next attr-dict type($x)",
      "the type of result 'r' is not in the text and does not follow from it",
    ],
    [
      "$x $o $v $body $next attr-dict type($x) functional-type(operands, $r)",
      "'type(operands)' repeats what stands in the text already",
    ],
    [
      "operands $body $next attr-dict type($x) type($r)",
      "'operands' with several variadic operands needs 'type(operands)'",
    ],
  ])("%s: %s", (format, message) => {
    expect(() => compile(format, subject, {})).toThrow(message);
  });

  test("tokens carry their kind and place", () => {
    const tokens = lexFormat('`a` $b custom<C>("d")^', (at, message) => {
      throw new Error(`${message} ${at}`);
    });
    expect(tokens.map(({ kind, text, at }) => [kind, text, at])).toEqual([
      ["literal", "a", 0],
      ["variable", "b", 4],
      ["word", "custom", 7],
      ["punctuation", "<", 13],
      ["word", "C", 14],
      ["punctuation", ">", 15],
      ["punctuation", "(", 16],
      ["string", "d", 17],
      ["punctuation", ")", 20],
      ["punctuation", "^", 21],
      ["end", "", 22],
    ]);
  });

  test("an anchor in the else part inverts the group", () => {
    const [group] = readFormat("(`none`) : (`some` $o^)?", subject);
    expect(group).toMatchObject({ kind: "optional", inverted: true, anchor: { kind: "operand", index: 1 } });
  });
});

describe("planning types", () => {
  const T = typeVariable("T", AnyType);
  const fromT = derived("follows from T", ["T"], (bindings) => bindings.get("T"));
  const E = typeVariable(
    "E",
    derived("follows from T", ["T"], (bindings) => bindings.get("T")),
  );
  const planned = defineOp({
    name: "t.planned",
    summary: "types follow from one another",
    operands: { a: T, b: T, c: fromT, d: E, e: E, i: I32 },
    results: { r: T, s: fromT },
  });

  test("everything follows from one variable", () => {
    expect([...planInference(planned, new Set([0])).open]).toEqual([]);
  });

  test("what binds a variable may be a result", () => {
    expect([...planInference(planned, new Set([6])).open]).toEqual([]);
  });

  test("a derived type does not bind what it follows from", () => {
    expect([...planInference(planned, new Set([2])).open]).toEqual([0, 1, 3, 4, 6, 7]);
  });
});
