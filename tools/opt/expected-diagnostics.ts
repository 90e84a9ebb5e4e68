// `--verify-diagnostics`: what is said against the `expected-error @+1 {{text}}` comments of the input, as mlir-opt compares them.
import { errorAt, type Diagnostic, type Severity } from "../../ir/core/diagnostic.ts";
import { fileLocation, filePosition, type Location } from "../../ir/core/location.ts";
import { escapeRegex, translatePosixRegex } from "../../ir/check/posix-regex.ts";
import type { Source } from "../../ir/syntax/render.ts";

/** `only-expected`: nothing is wrong with what was not expected. */
export type VerifyDiagnostics = "all" | "only-expected";

interface Expectation {
  readonly severity: Severity;
  /** Of the expected diagnostic; undefined is a place that is unknown. */
  readonly line: number | undefined;
  readonly text: string;
  readonly fits: (message: string) => boolean;
  /** Where the comment stands. */
  readonly at: Location;
  matched: boolean;
}

const comment = /expected-(error|note|remark|warning)(-re)? *(?:@([+-][0-9]+|above|below|unknown))? *\{\{(.*)\}\}$/;

const severities: Readonly<Record<string, Severity>> = {
  error: "error",
  note: "note",
  remark: "remark",
  warning: "warning",
};

interface Expectations {
  readonly list: readonly Expectation[];
  /** What is wrong with comments. */
  readonly problems: readonly Diagnostic[];
}

function readExpectations({ file, text }: Source): Expectations {
  const list: Expectation[] = [];
  const problems: Diagnostic[] = [];
  const lines = text.split("\n");
  /** The last line without a comment of this kind. */
  let above = 0;
  lines.forEach((line, i) => {
    const found = comment.exec(line.trimEnd());
    if (found === null) {
      above = i + 1;
      return;
    }
    const [, severity = "error", regex, place, wanted = ""] = found;
    const at = fileLocation(file, i + 1, found.index + 1);
    const fits = regex === undefined ? (message: string) => message.includes(wanted) : regexTest(wanted);
    if (typeof fits === "string") problems.push(errorAt(at, fits, { length: wanted.length }));
    else {
      list.push({
        severity: severities[severity] ?? "error",
        line: lineOf(place, i + 1, above, lines),
        text: wanted,
        fits,
        at,
        matched: false,
      });
    }
  });
  return { list, problems };
}

function lineOf(place: string | undefined, own: number, above: number, lines: readonly string[]): number | undefined {
  if (place === undefined) return own;
  if (place === "unknown") return undefined;
  if (place === "above") return above;
  if (place !== "below") return own + Number(place);
  let line = own;
  while (line < lines.length && comment.test(lines[line]?.trimEnd() ?? "")) line++;
  return line + 1;
}

/** `{{...}}` inside the text of a regex form is the regular expression; what is wrong with it as a text. */
function regexTest(text: string): ((message: string) => boolean) | string {
  let source = "";
  for (let rest = text; rest !== "";) {
    const start = rest.indexOf("{{");
    if (start < 0) {
      source += escapeRegex(rest);
      break;
    }
    const end = rest.indexOf("}}", start);
    if (end < 0) return "found start of regex with no end '}}'";
    const regex = translatePosixRegex(rest.slice(start + 2, end));
    if ("error" in regex) return `invalid regex: ${regex.error}`;
    source += `${escapeRegex(rest.slice(0, start))}(?:${regex.source})`;
    rest = rest.slice(end + 2);
  }
  const expression = new RegExp(source);
  return (message) => expression.test(message);
}

/** What was said of one part of the input. */
export interface Said {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * How many of them, the first ones, are the reader's and the verifier's. Those go on after an error, where mlir-opt ends: what
   * comes after the first may be expected, but need not be. So it is with notes, of which there are more than mlir-opt has.
   */
  readonly ofReading: number;
}

/** What differs; nothing when everything expected was said, and nothing else. */
export function checkDiagnostics(parts: readonly Said[], source: Source, mode: VerifyDiagnostics): Diagnostic[] {
  const { list, problems } = readExpectations(source);
  const found = [...problems];
  for (const { severity, location, message, length, isFree } of parts.flatMap(messages)) {
    const position = filePosition(location);
    const line = position?.file === source.file ? position.line : undefined;
    const fitting = list.filter((candidate) => candidate.line === line && candidate.fits(message));
    const expected = fitting.find((candidate) => candidate.severity === severity);
    if (expected !== undefined) expected.matched = true;
    else if (!isFree && mode === "all") {
      const other = fitting.at(-1);
      found.push(
        other === undefined
          ? errorAt(location, `unexpected ${severity}: ${message}`, length === undefined ? {} : { length })
          : errorAt(other.at, `'${severity}' diagnostic emitted when expecting a '${other.severity}'`),
      );
    }
  }
  for (const { matched, severity, at, text } of list) {
    if (!matched) found.push(errorAt(at, `expected ${severity} "${text}" was not produced`, { length: text.length }));
  }
  return found;
}

type Message = Pick<Diagnostic, "severity" | "location" | "message" | "length"> & { readonly isFree: boolean };

function messages({ diagnostics, ofReading }: Said): Message[] {
  return diagnostics.flatMap((diagnostic, i) => [
    { ...diagnostic, isFree: i > 0 && i < ofReading },
    ...(diagnostic.notes ?? []).map((note) => ({ severity: "note" as const, ...note, isFree: true })),
  ]);
}
