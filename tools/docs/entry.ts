// One entry of the documentation by its name, as a page of its own.
import { isFailure, type Failure } from "../command/failure.ts";
import { documentation } from "./documentation.ts";
import { exampleFor } from "./examples.ts";
import type { Page } from "./page.ts";
import { dialectPath, subjectOf, type Subject } from "./subject.ts";

/** The names of the entries of a kind, or of all. */
export const entryNames = (pages: readonly Page[], kind?: string): string[] =>
  pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "heading" && block.entry !== undefined && (kind === undefined || block.entry.kind === kind)
        ? [block.entry.name]
        : [],
    ),
  );

export type EntryPage =
  | { readonly page: Page; readonly problems: readonly string[] }
  /** There is none: what there is. */
  | { readonly names: readonly string[] };

/** What is said of a dialect, or of anything that has an entry: an operation, `!dialect.type`, a pass, a trait, ... */
export function entryPage(name: string, subject: Subject): EntryPage | Failure {
  const { registry, verdicts } = subject;
  if (registry.dialects.has(name)) {
    const made = documentation(subjectOf(registry, [name], verdicts));
    if (isFailure(made)) return made;
    const page = made.pages.find(({ path }) => path === dialectPath(name));
    if (page === undefined) throw new Error(`dialect '${name}' has no page`);
    return { page, problems: made.problems };
  }
  // Types and attributes are shown as they stand in examples.
  const [, dialect] = /^[!#](\w+)\./.exec(name) ?? [];
  const made = documentation(subject, {
    exampleOf: (of, op) =>
      op.name === name || op.dialect === dialect ? exampleFor(of, op) : { problem: "not asked for", isWrong: false },
  });
  if (isFailure(made)) return made;
  for (const { path, blocks } of made.pages) {
    const start = blocks.findIndex((block) => block.kind === "heading" && block.entry?.name === name);
    if (start < 0) continue;
    const end = blocks.findIndex((block, i) => i > start && block.kind === "heading");
    const page = { path, title: name, blocks: blocks.slice(start + 1, end < 0 ? undefined : end) };
    return { page, problems: made.problems };
  }
  return { names: [...registry.dialects.keys(), ...entryNames(made.pages)] };
}
