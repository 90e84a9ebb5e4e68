// One FileCheck pattern: text with `{{regex}}`, `[[NAME:regex]]`, `[[NAME]]` and `[[@LINE+n]]` in it.

import { escapeRegex, translatePosixRegex } from "./posix-regex.ts";

type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "regex"; readonly source: string }
  /** A group that sets a variable. */
  | { readonly kind: "define"; readonly name: string; readonly source: string; readonly group: number }
  /** What a variable holds. */
  | { readonly kind: "use"; readonly name: string }
  /** A variable that this same pattern sets further left. */
  | { readonly kind: "again"; readonly group: number };

export type CheckPattern = { readonly parts: readonly Part[] };

export type PatternError = { readonly error: string; readonly offset: number };

export type PatternMatch = { readonly start: number; readonly end: number; readonly defines: Map<string, string> };

/** Matches a line that holds nothing; its match starts after the newline before it. */
export const emptyLine: CheckPattern = { parts: [{ kind: "regex", source: "(?<=\\n)(?![^\\n])" }] };

export function literalPattern(text: string): CheckPattern {
  return { parts: [{ kind: "text", text }] };
}

/** Reads a pattern that stands in line `line` (from 1). Offsets of errors count from the start of the pattern. */
export function parsePattern(text: string, line: number): CheckPattern | PatternError {
  const parts: Part[] = [];
  const groupOf = new Map<string, number>();
  const alternation = text.includes("|");
  let groups = 0;
  let at = 0;
  const addRegex = (source: string, from: number): { source: string } | PatternError => {
    const translated = translatePosixRegex(source, groups);
    if ("error" in translated) return { error: `invalid regex: ${translated.error}`, offset: from };
    groups += translated.groups;
    return translated;
  };
  while (at < text.length) {
    if (text.startsWith("{{", at)) {
      const end = text.indexOf("}}", at);
      if (end < 0) return { error: "found start of regex string with no end '}}'", offset: at };
      if (alternation) groups++;
      const regex = addRegex(text.slice(at + 2, end), at + 2);
      if ("error" in regex) return regex;
      parts.push({ kind: "regex", source: alternation ? `(${regex.source})` : regex.source });
      at = end + 2;
    } else if (text.startsWith("[[", at) && text[at + 2] !== "[") {
      const end = findSubstitutionEnd(text, at + 2);
      if (end < 0) return { error: "invalid substitution block, no ]] found", offset: at };
      const block = text.slice(at + 2, end);
      const pseudo = /^#?@LINE(?:\s*([+-])\s*(\d+))?$/.exec(block.trim());
      const variable = /^(\$?[A-Za-z_][A-Za-z0-9_]*)(?::(.*))?$/s.exec(block);
      if (pseudo !== null) {
        const step = Number(pseudo[2] ?? 0);
        parts.push({ kind: "text", text: String(pseudo[1] === "-" ? line - step : line + step) });
      } else if (block.startsWith("#")) {
        return { error: "numeric substitution blocks are not supported (only [[#@LINE]])", offset: at };
      } else if (variable === null) {
        return { error: "invalid variable name", offset: at + 2 };
      } else {
        const [, name = "", source] = variable;
        if (source === undefined) {
          const group = groupOf.get(name);
          parts.push(group === undefined ? { kind: "use", name } : { kind: "again", group });
        } else {
          const group = ++groups;
          const regex = addRegex(source, at + 2 + name.length + 1);
          if ("error" in regex) return regex;
          groupOf.set(name, group);
          parts.push({ kind: "define", name, source: regex.source, group });
        }
      }
      at = end + 2;
    } else {
      // In `[[[X]]]` the first bracket is text.
      let end = at + 1;
      while (end < text.length && !text.startsWith("{{", end) && !text.startsWith("[[", end)) end++;
      parts.push({ kind: "text", text: text.slice(at, end) });
      at = end;
    }
  }
  return { parts };
}

/** The `]]` that closes a block, past balanced brackets and escaped characters of its regex; -1 if there is none. */
function findSubstitutionEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (depth === 0 && text.startsWith("]]", at)) return at;
    if (text[at] === "\\") at++;
    else if (text[at] === "[") depth++;
    else if (text[at] === "]" && --depth < 0) return -1;
  }
  return -1;
}

/** The variables whose values a pattern needs. */
export function usedVariables({ parts }: CheckPattern): string[] {
  return parts.flatMap((part) => (part.kind === "use" ? [part.name] : []));
}

/** True if a pattern sets or needs variables. */
export function hasVariables({ parts }: CheckPattern): boolean {
  return parts.some((part) => part.kind === "use" || part.kind === "define");
}

/** The leftmost match in a text, and the longest there; `variables` holds all that the pattern needs. */
export function matchPattern(
  { parts }: CheckPattern,
  text: string,
  variables: ReadonlyMap<string, string>,
): PatternMatch | undefined {
  const only = parts[0];
  if (parts.length === 1 && only?.kind === "text") {
    const start = text.indexOf(only.text);
    return start < 0 ? undefined : { start, end: start + only.text.length, defines: new Map() };
  }
  const source = parts.map((part) => partSource(part, variables)).join("");
  const found = new RegExp(source).exec(text);
  if (found === null) return undefined;
  const match = longestMatch(source, text, found);
  const defines = new Map<string, string>();
  for (const part of parts) if (part.kind === "define") defines.set(part.name, match[part.group] ?? "");
  return { start: match.index, end: match.index + match[0].length, defines };
}

function partSource(part: Part, variables: ReadonlyMap<string, string>): string {
  switch (part.kind) {
    case "text":
      return escapeRegex(part.text);
    case "regex":
      return part.source;
    case "define":
      return `(${part.source})`;
    case "use":
      return escapeRegex(variables.get(part.name) ?? "");
    case "again":
      return `(?:\\${part.group})`;
  }
}

/** POSIX takes the longest match where JavaScript takes the first alternative: tries each longer end on the line. */
function longestMatch(source: string, text: string, found: RegExpExecArray): RegExpExecArray {
  const depends = /\||\?|\)[*+{]/.test(source.replace(/\(\?(?:<?[!=]|:)/g, "("));
  if (!depends || source.includes("(?![^\\n])")) return found;
  const end = found.index + found[0].length;
  const newline = text.indexOf("\n", end);
  const whole = new RegExp(`(?:${source})(?![^])`, "y");
  for (let longer = newline < 0 ? text.length : newline; longer > end; longer--) {
    whole.lastIndex = found.index;
    const match = whole.exec(text.slice(0, longer));
    if (match !== null) return match;
  }
  return found;
}
