// Finds the CHECK lines of a FileCheck test, in order, and reads their patterns.

import { emptyLine, hasVariables, literalPattern, parsePattern, type CheckPattern } from "./filecheck-pattern.ts";

export type CheckKind = "plain" | "next" | "same" | "not" | "dag" | "label" | "empty" | "count" | "end";

export type CheckDirective = {
  readonly kind: CheckKind;
  /** As written: `CHECK-NEXT`. */
  readonly name: string;
  readonly pattern: CheckPattern;
  /** How often it must match (`-COUNT-n`). */
  readonly count: number;
  /** Where the pattern starts in the check text. */
  readonly offset: number;
};

export type DirectiveError = { readonly error: string; readonly offset: number };

const kinds: Readonly<Record<string, CheckKind>> = {
  "": "plain",
  NEXT: "next",
  SAME: "same",
  NOT: "not",
  DAG: "dag",
  LABEL: "label",
  EMPTY: "empty",
};

/** What follows these is a comment, in which no directive counts. */
const commentPrefixes = ["COM", "RUN"];

/** Reads the directives of a text whose horizontal whitespace is already canonical. */
export function readDirectives(text: string, prefixes: readonly string[]): CheckDirective[] | DirectiveError {
  const directives: CheckDirective[] = [];
  // Longest first: CHECK-FOO is a prefix of its own where both it and CHECK are given.
  const names = [...prefixes, ...commentPrefixes].sort((a, b) => b.length - a.length);
  const prefix = new RegExp(`(?<![\\w-])(?:${names.join("|")})(?=[-:{_])`, "g");
  const suffix = /(?:-(COUNT-(\d*)|NEXT|SAME|NOT|DAG|LABEL|EMPTY))?(\{LITERAL\})?:/y;
  const combination = /-(?:(?:DAG|NEXT|SAME|EMPTY)-NOT|NOT-(?:DAG|NEXT|SAME|EMPTY)):/y;
  const badCount = /-COUNT-/y;
  const misspelled = /_(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT)\b[^\s:]*:/y;
  const after = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let line = 1;
  let lineAt = 0;

  for (let found = prefix.exec(text); found !== null; found = prefix.exec(text)) {
    const at = found.index;
    const name = found[0];
    const rest = at + name.length;
    const lineEnd = text.indexOf("\n", rest) < 0 ? text.length : text.indexOf("\n", rest);
    if (commentPrefixes.includes(name) && !prefixes.includes(name)) {
      if (text[rest] === ":") prefix.lastIndex = lineEnd;
      continue;
    }
    if (after(combination, rest) !== null)
      return { error: `unsupported -NOT combination on prefix '${name}'`, offset: rest };
    const wrong = after(misspelled, rest);
    if (wrong !== null) return { error: `misspelled directive '${name}${wrong[0]}'`, offset: at };
    const match = after(suffix, rest);
    const count = match?.[2] === undefined ? 1 : Number(match[2]);
    if (count < 1 || (match === null && after(badCount, rest) !== null))
      return { error: `invalid count in -COUNT specification on prefix '${name}'`, offset: rest };
    if (match === null) continue;
    const kind = match[2] === undefined ? kinds[match[1] ?? ""] : "count";
    if (kind === undefined) continue;
    const directive = name + (match[1] === undefined ? "" : `-${match[1]}`);
    const written = text.slice(rest + match[0].length, lineEnd);
    const body = written.trim();
    const offset = rest + match[0].length + (written.length - written.trimStart().length);
    for (; lineAt < at; lineAt++) if (text[lineAt] === "\n") line++;
    prefix.lastIndex = lineEnd;

    if (body === "" && kind !== "empty")
      return { error: `found empty check string with prefix '${directive}:'`, offset };
    if (body !== "" && kind === "empty")
      return { error: `found non-empty check string for empty check with prefix '${directive}:'`, offset };
    const first = directives.every((earlier) => earlier.kind === "not" || earlier.kind === "dag");
    if (first && (kind === "next" || kind === "same" || kind === "empty"))
      return { error: `found '${directive}' without previous '${name}: line`, offset: at };
    const pattern =
      kind === "empty" ? emptyLine : match[3] === undefined ? parsePattern(body, line) : literalPattern(body);
    if ("error" in pattern) return { error: pattern.error, offset: offset + pattern.offset };
    if (kind === "label" && hasVariables(pattern))
      return { error: `found '${directive}:' with variable definition or use`, offset: at };
    directives.push({ kind, name: directive, pattern, count, offset });
  }
  return directives;
}
