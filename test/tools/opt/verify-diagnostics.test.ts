// --verify-diagnostics: comments of the input against what is said.
import { describe, expect, test } from "@jest/globals";
import { runTerrace, type CommandResult } from "../../support/command.ts";

const verify = (text: string, ...flags: string[]): Promise<CommandResult> =>
  runTerrace(["opt", "--verify-diagnostics", ...flags], text);

const wrong = (comment: string): string => `func.func @f() -> i32 {\n  ${comment}\n  return\n}\n`;

const has = "has 0 operands";

describe("matches", () => {
  test.each([
    [`// expected-error @below {{${has}}}`],
    [`// expected-error @+1 {{${has}}}`],
    [`// expected-error@+1{{${has}}}`],
    [`// expected-error-re @below {{has {{[[:digit:]]+}} operands, but {{(enclosing|outer)}} function (@f)}}`],
    [`// expected-error @below {{${has}}}\n  // no comment of this kind counts for @below`],
  ])("%s", async (comment) => {
    const text = comment.includes("no comment") ? wrong(comment).replace("@below", "@+2") : wrong(comment);
    expect(await verify(text)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("@above and the own line", async () => {
    expect((await verify(`func.func @f() -> i32 {\n  return\n  // expected-error @above {{${has}}}\n}\n`)).code).toBe(
      0,
    );
    expect((await verify(`func.func @f() -> i32 {\n  return // expected-error {{${has}}}\n}\n`)).code).toBe(0);
  });

  test("what is right is printed all the same", async () => {
    const { code, stdout } = await verify("func.func @f() {\n  return\n}\n");
    expect([code, stdout]).toEqual([0, "module {\n  func.func @f() {\n    return\n  }\n}\n\n"]);
  });

  test("notes and what comes after the first error may be expected, and need not be", async () => {
    const two = `${wrong(`// expected-error @below {{${has}}}`)}func.func @g() -> i32 {\n  return\n}\n`;
    expect((await verify(two)).code).toBe(0);
    expect((await verify(two.replace(/ {2}return\n\}\n$/, `  return // expected-error {{${has}}}\n}\n`))).code).toBe(0);
  });
});

describe("differences", () => {
  test("what was not expected", async () => {
    const { code, stdout, stderr } = await verify(wrong("// nothing"));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^<stdin>:3:3: error: unexpected error: 'func.return' op has 0 operands.*\n {2}return\n {2}\^/,
    );
  });

  test("what was expected and not said, with the place of the comment", async () => {
    const { code, stderr } = await verify("// expected-remark @+3 {{aha}}\nfunc.func @f() {\n  return\n}\n");
    expect([code, stderr]).toEqual([
      1,
      '<stdin>:1:4: error: expected remark "aha" was not produced\n// expected-remark @+3 {{aha}}\n   ^~~\n',
    ]);
  });

  test("another severity than expected", async () => {
    const { stderr } = await verify(wrong(`// expected-warning @below {{${has}}}`));
    expect(stderr).toContain("<stdin>:2:6: error: 'error' diagnostic emitted when expecting a 'warning'\n");
    expect(stderr).toContain(`expected warning "${has}" was not produced`);
    expect(stderr).not.toContain("unexpected");
  });

  test("only-expected minds nothing else", async () => {
    expect((await verify(wrong("// nothing"), "--verify-diagnostics=only-expected")).code).toBe(0);
    const { code } = await verify(wrong("// expected-error {{x}}"), "--verify-diagnostics=only-expected");
    expect(code).toBe(1);
  });

  test("a regular expression that is none", async () => {
    const { code, stderr } = await verify(wrong("// expected-error-re @below {{has {{[0-9+}} operands}}"));
    expect(code).toBe(1);
    expect(stderr).toContain("<stdin>:2:6: error: invalid regex: brackets ([ ]) not balanced\n");
    expect((await verify(wrong("// expected-error-re @below {{has {{[0-9]}}"))).stderr).toContain("unexpected error");
  });
});
