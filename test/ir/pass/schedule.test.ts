import { expect, test } from "@jest/globals";
import { buildPipelineText } from "../../../ir/pass/build-pipeline.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { PassRegistry } from "../../../ir/pass/pass-registry.ts";
import { schedule, type Schedule } from "../../../ir/pass/schedule.ts";

const registry = new PassRegistry(
  ["x", "y", "z"].map((name) => definePass({ name, summary: name, run: () => undefined })),
);

/** `x [f(y) g(z)]`: steps, walks in brackets. */
const outline = ({ steps }: Schedule): string =>
  steps
    .map((step) =>
      step.kind === "pass"
        ? step.definition.name
        : `[${step.pipelines.map((inner) => `${inner.anchor}(${outline(inner)})`).join(" ")}]`,
    )
    .join(" ");

test.each([
  ["x,y", "x y"],
  ["m(f(x),f(y),z)", "[f(x y)] z"],
  ["m(g(x),f(y),g(z))", "[f(y) g(x z)]"],
  ["m(f(x),y,f(z))", "[f(x)] y [f(z)]"],
  ["m(any(x),any(y),f(z),any(x))", "[any(x)] [any(y)] [f(z)] [any(x)]"],
  ["m(f(g(x),g(y)),f(g(z)))", "[f([g(x y z)])]"],
])("%s runs as %s", async (text, expected) => {
  const built = await buildPipelineText(text, registry);
  expect(built.ok ? outline(schedule(built.pipeline)) : built.errors).toBe(expected);
});
