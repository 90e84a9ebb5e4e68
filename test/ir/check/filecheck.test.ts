// FileCheck: each case says what LLVM's own FileCheck (22) answers; the table was compared with it.
import { describe, expect, test } from "@jest/globals";
import { fileCheck } from "../../../ir/check/filecheck.ts";
import { translatePosixRegex } from "../../../ir/check/posix-regex.ts";
import { accepted, rejected } from "./filecheck-cases.ts";

describe("what passes", () => {
  test.each(accepted)("%j on %j", (check, input) => {
    expect(fileCheck(check, input)).toEqual({ ok: true });
  });
});

describe("what fails", () => {
  test.each(rejected)("%j on %j", (check, input, line, message) => {
    const result = fileCheck(check, input);
    const text = result.ok ? "passed" : result.message;
    expect(text).toContain(message);
    if (line > 0) expect(text).toMatch(new RegExp(`^check:${line}:`));
  });
});

test("a message shows the check line and where matching stood", () => {
  const check = "// CHECK: func @f\n// CHECK-NEXT:  return %[[X:.*]]\n// CHECK: use [[X]]\n";
  const result = fileCheck(check, "module {\n  func @f\n    return %0\n  }\n", {
    checkName: "t.mlir",
    inputName: "out",
  });
  expect(result).toEqual({
    ok: false,
    message: [
      "t.mlir:3:11: error: CHECK: expected string not found in input",
      "// CHECK: use [[X]]",
      "          ^",
      "out:3:11: note: scanning from here",
      " return %0",
      "          ^",
      'out:3:11: note: with "X" equal to "0"',
      " return %0",
      "          ^",
    ].join("\n"),
  });
});

test("every region that fails is reported", () => {
  const check = "CHECK-LABEL: f\nCHECK: one\nCHECK-LABEL: g\nCHECK: two\nCHECK-LABEL: h\nCHECK: three\n";
  const result = fileCheck(check, "f\nzero\ng\ntwo\nh\nfour\n");
  const lines = result.ok ? [] : result.message.split("\n").filter((line) => line.startsWith("check:"));
  expect(lines.map((line) => line.split(":")[1])).toEqual(["2", "6"]);
});

describe("options", () => {
  test("prefixes", () => {
    const check = "FOO: a\nBAR-NEXT: b\nCHECK: c\n";
    expect(fileCheck(check, "a\nb\n", { prefixes: ["FOO", "BAR"] })).toEqual({ ok: true });
    expect(fileCheck(check, "a\nc\n", { prefixes: ["FOO", "BAR"] }).ok).toBe(false);
    expect(fileCheck(check, "c\n")).toEqual({ ok: true });
    expect(fileCheck(check, "a\n", { prefixes: ["NONE"] })).toEqual({
      ok: false,
      message: "error: no check strings found with 'NONE:'",
    });
    expect(fileCheck("CHECK-FOO: a\nCHECK: b\n", "a b", { prefixes: ["CHECK", "CHECK-FOO"] })).toEqual({ ok: true });
  });

  test("empty input", () => {
    expect(fileCheck("CHECK-NOT: a\n", "").ok).toBe(false);
    expect(fileCheck("CHECK-NOT: a\n", "", { allowEmpty: true })).toEqual({ ok: true });
  });

  test("variables set beforehand, and their scope", () => {
    const variables = new Map([["X", "a.b"]]);
    expect(fileCheck("CHECK: <[[X]]>\n", "<a.b>", { variables })).toEqual({ ok: true });
    expect(fileCheck("CHECK: <[[X]]>\n", "<aXb>", { variables }).ok).toBe(false);
    const check = "CHECK: [[X:[0-9]]][[$Y:[0-9]]]\nCHECK-LABEL: f\nCHECK: [[$Y]]\n";
    expect(fileCheck(check, "12\nf\n2\n", { enableVarScope: true })).toEqual({ ok: true });
    expect(fileCheck(check + "CHECK: [[X]]\n", "12\nf\n2\n1\n")).toEqual({ ok: true });
    expect(fileCheck(check + "CHECK: [[X]]\n", "12\nf\n2\n1\n", { enableVarScope: true })).toMatchObject({
      message: expect.stringContaining("undefined variable: X"),
    });
  });
});

describe("POSIX regular expressions", () => {
  test.each<[string, string, string | undefined]>([
    ["\\d", "5d", "d"],
    ["a.c", "a\nc abc", "abc"],
    ["[^a]+", "a\nb", "b"],
    ["^b$", "a\nb\nc", "b"],
    ["[]a]+", "]a[", "]a"],
    ["[\\n]+", "\n\\n", "\\n"],
    ["[[:alpha:]_][[:alnum:]]*", "1 _a9", "_a9"],
    ["a{2,3}", "aaaa", "aaa"],
    ["a{,2}", "aa{,2}", "a{,2}"],
    ["x{y", "x{y", "x{y"],
    ["(a)(b)\\2\\1", "abba", "abba"],
    ["a/b", "a/b", "a/b"],
    ["[[.-.]x]+", "-x", "-x"],
    ["[a-]+", "b-a", "-a"],
  ])("%s in %j", (posix, text, expected) => {
    const translated = translatePosixRegex(posix);
    expect("error" in translated ? translated.error : new RegExp(translated.source).exec(text)?.[0]).toBe(expected);
  });

  test.each<[string, string]>([
    ["a+?", "repetition-operator operand invalid"],
    ["*", "repetition-operator operand invalid"],
    ["a|*", "repetition-operator operand invalid"],
    ["^*", "repetition-operator operand invalid"],
    ["a{2", "braces not balanced"],
    ["a{3,2}", "invalid repetition count(s)"],
    ["a||b", "empty (sub)expression"],
    ["(a", "parentheses not balanced"],
    ["a)", "parentheses not balanced"],
    ["[a", "brackets ([ ]) not balanced"],
    ["[b-a]", "invalid character range"],
    ["[[:word:]]", "invalid character class"],
    ["a\\", "trailing backslash (\\)"],
    ["\\1", "invalid backreference number"],
  ])("%s is refused", (posix, error) => {
    expect(translatePosixRegex(posix)).toEqual({ error });
  });
});
