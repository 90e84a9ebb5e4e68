import { describe, expect, test } from "@jest/globals";
import { buildPipelineText, type OpPipeline } from "../../../ir/pass/build-pipeline.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { PassRegistry } from "../../../ir/pass/pass-registry.ts";
import { dumpedPipeline, textualPipeline } from "../../../ir/pass/textual-pipeline.ts";

const described = { description: "An option." };
const registry = new PassRegistry([
  definePass({ name: "plain", summary: "Nothing.", run: () => undefined }),
  definePass({
    name: "rich",
    summary: "All kinds of options.",
    options: {
      text: { type: "string", default: "", ...described },
      list: { type: "string-list", default: [], ...described },
      count: { type: "int", default: 1, ...described },
      flag: { type: "bool", default: false, ...described },
    },
    run: () => undefined,
  }),
]);

async function built(text: string): Promise<OpPipeline> {
  const result = await buildPipelineText(text, registry);
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join());
  return result.pipeline;
}

describe("a pipeline as text", () => {
  test.each([
    ["plain,rich", "builtin.module(plain, rich{count=1 flag=false  text=})"],
    ["m(f(plain,rich{flag list=a,b}),any())", "m(f(plain,rich{count=1 flag=true list={a,b} text=}), any())"],
    [
      "m(rich{text='a b' list={f(plain,plain),g{x=1}}})",
      "m(rich{count=1 flag=false list={f(plain,plain),g{x=1}} text={a b}})",
    ],
  ])("%s", async (text, expected) => {
    const printed = textualPipeline(await built(text));
    expect(printed).toBe(expected);
    expect(textualPipeline(await built(printed))).toBe(expected);
  });

  test("over several lines", async () => {
    expect(dumpedPipeline(await built("m(f(plain),plain)"))).toBe("m(\n  f(\n    plain\n  ),\n  plain\n)");
    expect(dumpedPipeline(await built("m()"))).toBe("m(\n\n)");
  });
});
