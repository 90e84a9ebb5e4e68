// What tests of rewriting without end are made of: rules that are wrong in a given way, and a set of them with what is to be said of it.
import { expect } from "@jest/globals";
import type { Attachment } from "../../../ir/core/attachments.ts";
import { stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { applyPatternsGreedily, type GreedyOptions, type GreedyResult } from "../../../ir/rewrite/greedy.ts";
import { refuse, type Pattern, type RewriteResult } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { newContext } from "../../support/mlir.ts";

export const on = (
  root: string,
  name: string,
  rewrite: (op: Operation, rewriter: Rewriter) => RewriteResult,
): Pattern => ({
  name,
  root,
  rewrite,
});
/** A rule that makes another op of the same operands and results. */
export const becomes = (from: string, to: string, condition: (op: Operation) => boolean = () => true): Pattern =>
  on(from, `${from} => ${to}`, (op, rewriter) => {
    if (!condition(op)) return refuse("it is another");
    rewriter.replaceOpWithNew(op, to, { operands: op.operands });
    return true;
  });
export const swap = (root: string): Pattern =>
  on(root, `${root} x, y => y, x`, (op, rewriter) => {
    rewriter.replaceOpWithNew(op, root, { operands: [...op.operands].reverse() });
    return true;
  });
export const tag = (op: Operation, rewriter: Rewriter, value: string | undefined): true => {
  rewriter.setAttribute(op, "tag", value === undefined ? undefined : stringAttr(op.context, value));
  return true;
};
export const tagOf = (op: Operation): string => {
  const attribute = op.attribute("tag");
  return attribute?.kind === "string" ? attribute.value : "";
};

export interface Endless {
  readonly title: string;
  readonly body: string;
  readonly rules: readonly Pattern[];
  /** What ops have from others than their dialects, by owner; the rules of the tree run beside them then. */
  readonly attached?: Readonly<Record<string, readonly Attachment[]>>;
  /** What the diagnostic says, the rules' names among it. */
  readonly says: RegExp;
  /** Rules that must not be named. */
  readonly silent?: readonly string[];
  readonly options?: { readonly maxIterations?: number };
}

/** Rewrites the body of a function. */
export function run(
  body: string,
  rules: readonly Pattern[],
  options: GreedyOptions = {},
  attached: Endless["attached"] = undefined,
): GreedyResult {
  const context = newContext();
  for (const [owner, attachments] of Object.entries(attached ?? {}))
    for (const attachment of attachments) expect(context.attach(attachment, owner)).toBeUndefined();
  const { module, diagnostics } = parseModule(
    `func.func @f(%x: i32, %y: i32, %t: tensor<4xi32>, %u: tensor<4xi32>) {\n${body}\nreturn\n}`,
    context,
  );
  if (module === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const beside = attached === undefined ? [] : canonicalizationPatterns(context);
  return applyPatternsGreedily(module, [...rules, ...beside], options);
}

/** It is stopped, and the rules that go round are named, those beside them are not. */
export function expectStopped({ body, rules, attached, says, silent = [], options }: Endless): void {
  const { converged, diagnostic } = run(body, rules, options, attached);
  expect(converged).toBe(false);
  const text = [diagnostic?.message, ...(diagnostic?.notes ?? []).map(({ message }) => message)].join("\n");
  expect(text).toMatch(says);
  for (const name of silent) expect(text).not.toContain(name);
}
