// Diagnostics as text for people: `file:line:col: error: message`, the source line, a caret under the place, notes, a hint.
import type { Diagnostic, Severity } from "../core/diagnostic.ts";
import { filePosition, type Location } from "../core/location.ts";
import { locationInText } from "./print-attributes.ts";
import { Lexer, Token } from "./lexer.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { offsetOfColumn, SourceText } from "./source-text.ts";

interface FilePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Several lines, without a newline at the end. Sources whose text is given are quoted. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: readonly Source[] = []): string {
  const { severity, location, message, notes, hint, length } = diagnostic;
  const parts = [renderMessage(severity, location, message, length, sources)];
  for (const note of notes ?? []) parts.push(renderMessage("note", note.location, note.message, note.length, sources));
  if (hint !== undefined) parts.push(`hint: ${hint}`);
  return parts.join("\n");
}

function renderMessage(
  severity: Severity,
  location: Location,
  message: string,
  length: number | undefined,
  sources: readonly Source[],
): string {
  const position = filePosition(location);
  if (position === undefined) {
    return `${location.kind === "unknown" ? "" : `${locationInText(location)}: `}${severity}: ${shortMessage(message)}`;
  }
  const { file, line, column } = position;
  const head = `${file}:${line}:${column}: ${severity}: ${shortMessage(message)}`;
  const source = sources.find((candidate) => candidate.file === file);
  const quoted = source === undefined ? undefined : lineOf(source, line);
  if (quoted === undefined || column < 1) return head;
  const at = offsetOfColumn(quoted, column);
  return `${head}\n${sourceExcerpt(quoted, at + 1, length ?? tokenLength(quoted, at))}`;
}

const longestMessage = 4000;

/** A name or a type in a message may be as long as a file. */
function shortMessage(message: string): string {
  if (message.length <= longestMessage) return message;
  return `${message.slice(0, longestMessage - 200)} ... ${message.slice(-200)}`;
}

/** The caret range at a place whose diagnostic does not say one: the token there, such as an op's name. */
export function caretLength({ file, line, column }: FilePosition, sources: readonly Source[]): number {
  const source = sources.find((candidate) => candidate.file === file);
  const text = source === undefined ? undefined : lineOf(source, line);
  return text === undefined || column < 1 ? 1 : tokenLength(text, offsetOfColumn(text, column));
}

function tokenLength(line: string, at: number): number {
  const lexer = new Lexer(line.slice(at, at + 1000));
  return lexer.start > 0 || lexer.kind === Token.error ? 1 : Math.max(1, lexer.end);
}

/** Many diagnostics point into one source: its lines are found once. */
const texts = new WeakMap<Source, SourceText>();

/** A line by number from 1. */
function lineOf(source: Source, line: number): string | undefined {
  let text = texts.get(source);
  if (text === undefined) texts.set(source, (text = new SourceText(source.file, source.text)));
  return line < 1 ? undefined : text.lineText(line);
}
