// Texts that FileCheck speaks of, places in them, and messages with the line and a caret, laid out as LLVM lays them out.

/** A text with the name that messages give it. */
export interface CheckSource {
  readonly name: string;
  readonly text: string;
}

/** A piece of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CheckMessage {
  readonly severity: "error" | "note";
  readonly source: CheckSource;
  readonly at: Span;
  readonly message: string;
}

/** Leaves the reading of a directive at its first mistake; never leaves `ir/check`. */
export class CheckSyntaxFailure extends Error {
  readonly report: CheckMessage;

  constructor(source: CheckSource, { start }: Span, message: string) {
    super(message);
    this.report = { severity: "error", source, at: { start, end: start }, message };
  }
}

/** Reads a piece of a text from the left, knowing where it is. */
export class Cursor {
  readonly source: CheckSource;
  at: number;
  end: number;

  constructor(source: CheckSource, { start, end }: Span) {
    this.source = source;
    this.at = start;
    this.end = end;
  }

  get text(): string {
    return this.source.text.slice(this.at, this.end);
  }

  get isEmpty(): boolean {
    return this.at >= this.end;
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.isEmpty ? "" : this.source.text.charAt(this.at);
  }

  get span(): Span {
    return { start: this.at, end: this.end };
  }

  /** The text from an earlier place to here. */
  since(start: number): string {
    return this.source.text.slice(start, this.at);
  }

  startsWith(text: string): boolean {
    return this.end - this.at >= text.length && this.source.text.startsWith(text, this.at);
  }

  takes(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky expression matches here, within the piece. */
  takeMatch(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.text);
    if (found === null || found.index !== 0) return undefined;
    this.at += found[0].length;
    return found[0];
  }

  /** How far away a text is; -1 where it does not occur. */
  find(text: string): number {
    return this.text.indexOf(text);
  }

  skipBlanks(): void {
    while (this.next === " " || this.next === "\t") this.at++;
  }

  trimEnd(): void {
    while (!this.isEmpty && /[ \t]/.test(this.source.text.charAt(this.end - 1))) this.end--;
  }

  fail(message: string, at: Span = this.span): never {
    throw new CheckSyntaxFailure(this.source, at, message);
  }
}

const tabStop = 8;

/** `name:line:column: severity: message`, the line, and a caret with its range. */
export function renderCheckMessage({ severity, source: { name, text }, at, message }: CheckMessage): string {
  const start = Math.min(at.start, text.length);
  const before = text.slice(0, start);
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const rest = text.slice(lineStart);
  const length = rest.search(/[\r\n]/);
  const line = length < 0 ? rest : rest.slice(0, length);
  const column = start - lineStart;
  const head = `${name}:${before.split("\n").length}:${column + 1}: ${severity}: ${message}`;
  const marks = Array.from({ length: line.length + 1 }, (_, i) => {
    if (i === Math.min(column, line.length)) return "^";
    return i > column && i < Math.min(at.end - lineStart, line.length) ? "~" : " ";
  });
  if (/[^\x00-\x7f]/.test(line)) return `${head}\n${line}`;
  return `${head}\n${expandTabs(line, line)}\n${expandTabs(marks.join("").trimEnd(), line)}`;
}

/** Widens `text` wherever `line` has a tab; the tab itself becomes blanks. */
function expandTabs(text: string, line: string): string {
  let expanded = "";
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (line[i] !== "\t") expanded += character;
    else {
      const filler = character === "\t" ? " " : character;
      do expanded += filler;
      while (expanded.length % tabStop !== 0);
    }
  }
  return expanded;
}
