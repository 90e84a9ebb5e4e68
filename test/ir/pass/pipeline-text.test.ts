// Textual pass pipelines: what is read, what is refused and where, and that printing reads back.
import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import { printPipeline, splitOptionList } from "../../../ir/pass/pipeline-print.ts";
import { parsePipeline, type PipelineAst, type PipelineElement } from "../../../ir/pass/pipeline-text.ts";

/** A pipeline as nested plain lists, for short expectations. */
function outline(elements: readonly PipelineElement[]): unknown[] {
  return elements.map((element) => {
    if (element.kind === "pipeline") return [element.anchor, ...outline(element.elements)];
    const options = element.options.map(({ name, value }) => `${name}=${value}`);
    return options.length === 0 ? element.name : { [element.name]: options };
  });
}

async function read(text: string): Promise<unknown[]> {
  const result = await parsePipeline(text);
  if (!result.ok) throw new Error(`${result.message} at ${result.offset}`);
  const { anchor, implicit, elements } = result.pipeline;
  return [implicit ? `(${anchor})` : anchor, ...outline(elements)];
}

describe("what is read", () => {
  test.each<[string, unknown[]]>([
    ["builtin.module()", ["builtin.module"]],
    ["", ["(builtin.module)"]],
    ["cse", ["(builtin.module)", "cse"]],
    ["cse,canonicalize", ["(builtin.module)", "cse", "canonicalize"]],
    ["func.func(cse)", ["func.func", "cse"]],
    ["func.func(cse),symbol-dce", ["(builtin.module)", ["func.func", "cse"], "symbol-dce"]],
    [
      "builtin.module(func.func(canonicalize{max-iterations=3 top-down=true},cse),any(cse),pass{opt={a b} list=1,2,3})",
      [
        "builtin.module",
        ["func.func", { canonicalize: ["max-iterations=3", "top-down=true"] }, "cse"],
        ["any", "cse"],
        { pass: ["opt=a b", "list=1,2,3"] },
      ],
    ],
    [" builtin.module (\n  func.func ( cse ) ,\n  cse\n) ", ["builtin.module", ["func.func", "cse"], "cse"]],
    ["p{ a=1   flag\tb=2 }", ["(builtin.module)", { p: ["a=1", "flag=true", "b=2"] }]],
    ["p{}", ["(builtin.module)", "p"]],
    ["p{a= b=x}", ["(builtin.module)", { p: ["a=", "b=x"] }]],
    ["p{a={} b=\"\" c=''}", ["(builtin.module)", { p: ["a=", "b=", "c="] }]],
    [`p{a="x y" b='say "hi"' c=" padded "}`, ["(builtin.module)", { p: ["a=x y", 'b=say "hi"', "c=padded"] }]],
    [
      "p{a={x={1 2} y} b=[1, [2, 3]] c={1},{2}}",
      ["(builtin.module)", { p: ["a=x={1 2} y", "b=[1, [2, 3]]", "c={1},{2}"] }],
    ],
    ["p{filter=a=b,c url=x:y/z.mlir}", ["(builtin.module)", { p: ["filter=a=b,c", "url=x:y/z.mlir"] }]],
    [`p{a="unbalanced } ) ["}`, ["(builtin.module)", { p: ["a=unbalanced } ) ["] }]],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test("each element and option says where it stands", async () => {
    const text = "builtin.module(😀(cse{a=1 b={2 3}} , dce))";
    const result = await parsePipeline(text);
    if (!result.ok) throw new Error(result.message);
    const [nested] = result.pipeline.elements;
    if (nested?.kind !== "pipeline") throw new Error("expected a nested pipeline");
    const [cse, dce] = nested.elements;
    const source = (at: { offset: number; length: number } | undefined): string =>
      at === undefined ? "" : text.slice(at.offset, at.offset + at.length);
    expect(source(nested)).toBe("😀(cse{a=1 b={2 3}} , dce)");
    expect(source(cse)).toBe("cse{a=1 b={2 3}}");
    expect(source(dce)).toBe("dce");
    expect(cse?.kind === "pass" ? cse.options.map(source) : []).toEqual(["a=1", "b={2 3}"]);
  });
});

describe("what is refused", () => {
  test.each<[string, number, number, string]>([
    ["cse,", 4, 0, "expected a pass or operation name, but the text ends"],
    ["builtin.module(cse,)", 19, 1, "expected a pass or operation name, but found ')'"],
    ["builtin.module(cse", 18, 0, "expected ',' or ')', but the text ends"],
    ["cse)", 3, 1, "expected ',' or the end, but found ')'"],
    ["cse canonicalize", 4, 12, "expected ',' or the end, but found 'canonicalize'"],
    ["builtin.module(cse)cse", 19, 3, "expected ',' or the end, but found 'cse'"],
    ["p{a=1}{b=2}", 6, 1, "expected ',' or the end, but found '{'"],
    ["p{a=1", 5, 0, "expected an option name or '}', but the text ends"],
    ["p{=1}", 2, 1, "expected an option name or '}', but found '='"],
    ["p{a,b}", 3, 1, "expected an option name or '}', but found ','"],
    ["p{a=[1}", 6, 1, "expected a value or ']', but found '}'"],
    ['p{a="b}', 4, 3, 'this string has no closing "'],
    ["'cse'", 0, 5, "expected a pass or operation name or the end, but found ''cse''"],
    ["(cse)", 0, 1, "expected a pass or operation name or the end, but found '('"],
  ])("%s", async (text, offset, length, message) => {
    expect(await parsePipeline(text)).toEqual({ ok: false, message, offset, length });
  });

  test("nesting without end", async () => {
    const result = await parsePipeline("a(".repeat(100_000));
    expect(result).toMatchObject({ ok: false, offset: 401, message: expect.stringMatching(/deeper than 200/) });
  });
});

test("printing reads back", async () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9._-]{0,6}$/);
  const value = fc.oneof(
    fc.stringMatching(/^[a-z0-9,=:.-]{0,8}$/),
    fc.stringMatching(/^[a-z ,(){}'[\]]{0,8}$/).map((text) => text.trim()),
    fc.constantFrom("a b", "{1 2},{3}", 'say "hi"', "it's", "(", "}"),
  );
  const option = fc.record({ name, value });
  const at = { offset: fc.constant(0), length: fc.constant(0) };
  const { element } = fc.letrec<{ element: PipelineElement }>((tie) => ({
    element: fc.oneof(
      { depthSize: "small" },
      fc.record({
        kind: fc.constant("pass" as const),
        name,
        options: fc.array(
          option.map((plain) => ({ ...plain, offset: 0, length: 0 })),
          { maxLength: 3 },
        ),
        ...at,
      }),
      fc.record({
        kind: fc.constant("pipeline" as const),
        anchor: name,
        elements: fc.array(tie("element"), { maxLength: 3 }),
        ...at,
      }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(element, { maxLength: 4 }), name, fc.boolean(), async (elements, anchor, anchored) => {
      const pipeline: PipelineAst = anchored
        ? { anchor, implicit: false, elements }
        : { anchor: "builtin.module", implicit: true, elements };
      const text = printPipeline(pipeline);
      const again = await parsePipeline(text);
      if (!again.ok) throw new Error(`${text}: ${again.message}`);
      expect(outline(again.pipeline.elements)).toEqual(outline(elements));
      expect(again.pipeline.anchor).toBe(pipeline.anchor);
      expect(printPipeline(again.pipeline)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test.each<[string, string[]]>([
  ["", []],
  ["1", ["1"]],
  ["1,2, 3", ["1", "2", "3"]],
  ["{1,2},{3}", ["1,2", "3"]],
  ['"a,b",c', ["a,b", "c"]],
  ["[1,2],f(x,y)", ["[1,2]", "f(x,y)"]],
  ["1,,2", ["1", "", "2"]],
])("the items of the list %s", (value, items) => {
  expect(splitOptionList(value)).toEqual(items);
});
