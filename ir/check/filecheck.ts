// LLVM's FileCheck: does a text hold what the CHECK lines say, in their order?
// Labels cut the input into regions first; then each region is matched by itself.

import { readDirectives, type CheckDirective } from "./filecheck-directives.ts";
import { literalPattern, matchPattern, usedVariables, type PatternMatch } from "./filecheck-pattern.ts";

export type FileCheckOptions = {
  /** Default `CHECK`. */
  readonly prefixes?: readonly string[];
  /** Accepts an empty input. */
  readonly allowEmpty?: boolean;
  /** Forgets variables at each label, except those named `$X`. */
  readonly enableVarScope?: boolean;
  /** Values set beforehand (`-DX=value`). */
  readonly variables?: ReadonlyMap<string, string>;
  /** Names of the two texts in messages. */
  readonly checkName?: string;
  readonly inputName?: string;
};

export type FileCheckResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A directive that must match, and the DAG and NOT lines before it. */
type CheckString = { readonly directive: CheckDirective; readonly before: readonly CheckDirective[] };
type Span = { readonly start: number; readonly end: number };

/** Thrown to leave a region at its first mismatch; caught in `run`. */
class Mismatch extends Error {}

/** Checks `input` against the directives in `checkText`. The message names the check line and the place in the input. */
export function fileCheck(checkText: string, input: string, options: FileCheckOptions = {}): FileCheckResult {
  const { prefixes = ["CHECK"], checkName = "check", inputName = "<input>" } = options;
  const check = canonicalize(checkText);
  const directives = readDirectives(check, prefixes);
  if ("error" in directives) {
    const message = locate(check, checkName, directives.offset, `error: ${directives.error}`);
    return { ok: false, message };
  }
  if (directives.length === 0) {
    const names = prefixes.map((prefix) => `'${prefix}:'`).join(", ");
    return { ok: false, message: `error: no check strings found with ${names}` };
  }
  if (input === "" && options.allowEmpty !== true) return { ok: false, message: `error: ${inputName} is empty` };
  const matcher = new Matcher(check, checkName, canonicalize(input), inputName, options);
  const messages = matcher.run(groupDirectives(directives, check.length));
  return messages.length === 0 ? { ok: true } : { ok: false, message: messages.join("\n") };
}

function canonicalize(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(/[ \t]+/g, " ");
}

function groupDirectives(directives: readonly CheckDirective[], end: number): CheckString[] {
  const strings: CheckString[] = [];
  let before: CheckDirective[] = [];
  for (const directive of directives) {
    if (directive.kind === "dag" || directive.kind === "not") {
      before.push(directive);
      continue;
    }
    strings.push({ directive, before });
    before = [];
  }
  const last: CheckDirective = { kind: "end", name: "end", pattern: literalPattern(""), count: 1, offset: end };
  if (before.length > 0) strings.push({ directive: last, before });
  return strings;
}

class Matcher {
  private readonly check: string;
  private readonly checkName: string;
  private readonly input: string;
  private readonly inputName: string;
  private readonly options: FileCheckOptions;
  private readonly variables: Map<string, string>;

  constructor(check: string, checkName: string, input: string, inputName: string, options: FileCheckOptions) {
    this.check = check;
    this.checkName = checkName;
    this.input = input;
    this.inputName = inputName;
    this.options = options;
    this.variables = new Map(options.variables);
  }

  /** Messages of all regions that fail: one each. */
  run(strings: readonly CheckString[]): string[] {
    const messages: string[] = [];
    let start = 0;
    for (let next = 0; next < strings.length;) {
      const label = strings.findIndex(({ directive }, i) => i >= next && directive.kind === "label");
      const region = { start, end: this.input.length };
      const failure =
        label < 0 ? undefined : mismatchIn(() => (region.end = this.find(strings[label]!.directive, region).end));
      // Without its label, nobody knows where the next region starts.
      if (failure !== undefined) return [...messages, failure];
      if (next > 0 && this.options.enableVarScope === true) this.clearLocalVariables();
      const last = label < 0 ? strings.length : label + 1;
      const checks = strings.slice(next, last);
      const message = mismatchIn(() => {
        for (let i = 0, at = region.start; i < checks.length; i++)
          at = this.matchString(checks[i]!, { start: at, end: region.end }).end;
      });
      if (message !== undefined) messages.push(message);
      start = region.end;
      next = last;
    }
    return messages;
  }

  /** Matches the DAG lines before a directive, then the directive, then sees that what lies between is allowed. */
  private matchString({ directive, before }: CheckString, region: Span): Span {
    const { start, excluded } = this.matchUnordered(before, region);
    const found = this.find(directive, { start, end: region.end });
    this.checkLines(directive, start, found.start);
    this.checkExcluded(excluded, { start, end: found.start });
    return found;
  }

  /** Matches DAG lines, group by group (NOT lines part the groups); returns where they end and the NOT lines left over. */
  private matchUnordered(
    lines: readonly CheckDirective[],
    region: Span,
  ): { start: number; excluded: CheckDirective[] } {
    let start = region.start;
    let excluded: CheckDirective[] = [];
    let group: Span[] = [];
    lines.forEach((line, i) => {
      if (line.kind === "not") {
        excluded.push(line);
        return;
      }
      const found = this.findApart(line, { start, end: region.end }, group);
      group = [...group, found].sort((a, b) => a.start - b.start);
      const following = lines[i + 1];
      if (following !== undefined && following.kind !== "not") return;
      this.checkExcluded(excluded, { start, end: group[0]!.start });
      excluded = [];
      start = group.at(-1)!.end;
      group = [];
    });
    return { start, excluded };
  }

  /** The first match that overlaps none of the spans, which are in order. */
  private findApart(directive: CheckDirective, region: Span, taken: readonly Span[]): Span {
    let { start } = region;
    for (;;) {
      const found = this.find(directive, { start, end: region.end });
      const overlap = taken.find((span) => found.start < span.end && span.start < found.end);
      if (overlap === undefined) return found;
      start = overlap.end;
    }
  }

  /** The first match of a directive (of all its repetitions, with a count); sets the variables that it defines. */
  private find(directive: CheckDirective, region: Span): Span {
    if (directive.kind === "end") return { start: region.end, end: region.end };
    let first: number | undefined;
    let at = region.start;
    for (let i = 1; i <= directive.count; i++) {
      const found = this.match(directive, { start: at, end: region.end });
      if (found === undefined) {
        const count = directive.count > 1 ? ` (${i} out of ${directive.count})` : "";
        this.fail(directive, `expected string not found in input${count}`, [
          [at, "scanning from here"],
          ...this.variableNotes(directive, at),
        ]);
      }
      for (const [name, value] of found.defines) this.variables.set(name, value);
      first ??= at + found.start;
      at += found.end;
    }
    return { start: first ?? at, end: at };
  }

  private match(directive: CheckDirective, region: Span): PatternMatch | undefined {
    const undefinedNames = usedVariables(directive.pattern).filter((name) => !this.variables.has(name));
    if (undefinedNames.length > 0)
      this.fail(directive, `undefined variable: ${undefinedNames.join(", ")}`, [[region.start, "scanning from here"]]);
    return matchPattern(directive.pattern, this.input.slice(region.start, region.end), this.variables);
  }

  private checkExcluded(excluded: readonly CheckDirective[], region: Span): void {
    for (const directive of excluded) {
      const found = this.match(directive, region);
      if (found === undefined) continue;
      const at = region.start + found.start;
      this.fail(directive, "excluded string found in input", [
        [at, "found here"],
        ...this.variableNotes(directive, at),
      ]);
    }
  }

  /** NEXT and EMPTY match on the line after the last match, SAME on its line. */
  private checkLines(directive: CheckDirective, from: number, to: number): void {
    const { kind } = directive;
    if (kind !== "next" && kind !== "empty" && kind !== "same") return;
    const lines = this.input.slice(from, to).split("\n").length - 1;
    if (lines === (kind === "same" ? 0 : 1)) return;
    const wrong =
      kind === "same"
        ? "is not on the same line as the previous match"
        : lines === 0
          ? "is on the same line as previous match"
          : "is not on the line after the previous match";
    this.fail(directive, wrong, [
      [to, "this match was here"],
      [from, "previous match ended here"],
    ]);
  }

  private variableNotes(directive: CheckDirective, at: number): [number, string][] {
    const names = new Set(usedVariables(directive.pattern));
    return [...names].map((name) => [at, `with "${name}" equal to "${this.variables.get(name) ?? ""}"`]);
  }

  private clearLocalVariables(): void {
    for (const name of this.variables.keys()) if (!name.startsWith("$")) this.variables.delete(name);
  }

  private fail(directive: CheckDirective, message: string, notes: readonly [number, string][]): never {
    const error = locate(this.check, this.checkName, directive.offset, `error: ${directive.name}: ${message}`);
    const details = notes.map(([at, note]) => locate(this.input, this.inputName, at, `note: ${note}`));
    throw new Mismatch([error, ...details].join("\n"));
  }
}

function mismatchIn(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Mismatch) return error.message;
    throw error;
  }
}

/** `name:line:column: message`, the line, and a caret. */
function locate(text: string, name: string, offset: number, message: string): string {
  const lineStart = text.slice(0, offset).lastIndexOf("\n") + 1;
  const newline = text.indexOf("\n", offset);
  const line = text.slice(0, lineStart).split("\n").length;
  const column = offset - lineStart;
  return [
    `${name}:${line}:${column + 1}: ${message}`,
    text.slice(lineStart, newline < 0 ? text.length : newline),
    " ".repeat(column) + "^",
  ].join("\n");
}
