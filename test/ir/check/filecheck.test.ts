// FileCheck: each case says what LLVM's own FileCheck (22) answers; the table was compared with it.
import { describe, expect, test } from "@jest/globals";
import { fileCheck } from "../../../ir/check/filecheck.ts";
import { readFileCheckCommand } from "../../../ir/check/filecheck-options.ts";
import { PosixMatcher } from "../../../ir/check/posix-match.ts";
import { translatePosixRegex } from "../../../ir/check/posix-regex.ts";
import { accepted, rejected, withFlags } from "./filecheck-cases.ts";

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

test.each(withFlags)("%j %j on %j", (flags, check, input, message) => {
  const command = readFileCheckCommand(["check", ...flags]);
  if ("error" in command) throw new Error(command.error);
  const result = fileCheck(check, input, command.options);
  if (message === "") expect(result).toEqual({ ok: true });
  else expect(result.ok ? "passed" : result.message).toContain(message);
});

test.each<[string[], string]>([
  [["--check-prefix"], "for the --check-prefix option: requires a value"],
  [["check", "-D"], "for the -D option: requires a value"],
  [["check", "-DX"], "Missing equal sign in command-line definition '-DX'"],
  [["check", "-D=1"], "Missing variable name in command-line definition '-D=1'"],
  [["check", "--foo"], "Unknown command line argument '--foo'"],
  [["a", "b"], "Too many positional arguments specified: 'b'"],
  [["--allow-empty"], "Not enough positional command line arguments specified"],
])("the command line %j is refused", (argv, error) => {
  expect(readFileCheckCommand(argv)).toEqual({ error });
});

test("a near miss is shown", () => {
  const result = fileCheck("CHECK: arith.addi %a, %b\n", "x\narith.addi %a, %c\n");
  expect(result.ok ? "" : result.message).toContain("<input>:2:1: note: possible intended match here");
});

describe("options", () => {
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
    ["a|ab|abc", "xabcd", "abc"],
    ["(a|ab)(c|bcd)?", "abcd", "abcd"],
    ["x*|b", "aab", ""],
    ["(a*)(ab)*", "aab", "aab"],
  ])("%s in %j", (posix, text, expected) => {
    const translated = translatePosixRegex(posix);
    expect("error" in translated ? translated.error : new RegExp(translated.source).test(text)).toBe(true);
    const found = PosixMatcher.compile(posix, false)?.match(text)?.[0];
    expect(found === undefined ? undefined : text.slice(found.start, found.end)).toBe(expected);
  });

  test.each<[string, string, string[]]>([
    ["(a|ab)(c|bcd)(d*)", "abcd", ["ab", "c", "d"]],
    ["(a*)(ab)*(b*)", "aabb", ["aa", "", "bb"]],
    ["((a|b)+)c", "abac", ["aba", "a"]],
    ["(a?)((ab)?)", "ab", ["", "ab", "ab"]],
  ])("the groups of %s in %j", (posix, text, expected) => {
    const groups = PosixMatcher.compile(posix, false)?.match(text) ?? [];
    expect(groups.slice(1).map((group) => (group === undefined ? "" : text.slice(group.start, group.end)))).toEqual(
      expected,
    );
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
