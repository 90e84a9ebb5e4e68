// `--verify-diagnostics`: what is said against the `expected-error @+1 {{text}}` comments of the input.
import type { Diagnostic, Severity } from "../../ir/core/diagnostic.ts";
import { filePosition } from "../../ir/core/location.ts";
import type { Source } from "../../ir/syntax/render.ts";

interface Expectation {
  readonly severity: Severity;
  /** Of the expected diagnostic; undefined is any. */
  readonly line: number | undefined;
  readonly text: string;
  readonly isRegex: boolean;
  /** Where the comment stands. */
  readonly at: number;
}

const comment =
  /expected-(error|note|remark|warning)(-re)?\s*(?:@\s*(above|below|unknown|(?:[+-]\d+)))?\s*\{\{(.*)\}\}\s*$/;

function readExpectations(text: string): Expectation[] {
  const expectations: Expectation[] = [];
  /** Comments that point at the next line without a comment of this kind. */
  let above = 0;
  text.split("\n").forEach((line, i) => {
    const found = comment.exec(line);
    if (found === null) {
      above = i + 1;
      return;
    }
    const [, severity = "error", regex, place, wanted = ""] = found;
    expectations.push({
      severity: severityOf(severity),
      line: lineOf(place, i + 1, above, text),
      text: wanted,
      isRegex: regex !== undefined,
      at: i + 1,
    });
  });
  return expectations;
}

function severityOf(text: string): Severity {
  return text === "note" || text === "remark" || text === "warning" ? text : "error";
}

function lineOf(place: string | undefined, own: number, above: number, text: string): number | undefined {
  if (place === undefined) return own;
  if (place === "unknown") return undefined;
  if (place === "above") return above;
  if (place !== "below") return own + Number(place);
  const lines = text.split("\n");
  let line = own;
  while (comment.test(lines[line] ?? "")) line++;
  return line + 1;
}

/** What differs, a line each; nothing when everything expected was said and nothing else. */
export function checkDiagnostics(diagnostics: readonly Diagnostic[], { file, text }: Source): string[] {
  const open = new Set(readExpectations(text));
  const problems: string[] = [];
  const said = diagnostics.flatMap((diagnostic) => [
    diagnostic,
    ...(diagnostic.notes ?? []).map((note) => ({ severity: "note" as const, ...note })),
  ]);
  for (const { severity, location, message } of said) {
    const position = filePosition(location);
    const line = position?.file === file ? position.line : undefined;
    const expectation = [...open].find(
      (candidate) => candidate.severity === severity && candidate.line === line && fits(candidate, message),
    );
    if (expectation !== undefined) open.delete(expectation);
    else if (severity !== "note") problems.push(`${file}:${line ?? 0}: error: unexpected ${severity}: ${message}`);
  }
  for (const { severity, at, text: wanted } of open)
    problems.push(`${file}:${at}: error: expected ${severity} "${wanted}" was not produced`);
  return problems;
}

/** In a regex form, `{{...}}` inside the text is the regular expression. */
function fits({ text, isRegex }: Expectation, message: string): boolean {
  if (!isRegex) return message.includes(text);
  const source = text.replace(/\{\{(.*?)\}\}|[.*+?^${}()|[\]\\]/g, (whole, regex: string | undefined) =>
    regex === undefined ? `\\${whole}` : `(?:${regex})`,
  );
  return new RegExp(source).test(message);
}
