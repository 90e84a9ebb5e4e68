// A source file: its name, its text, and where an offset is: line and column, both from 1, columns in bytes of UTF-8 as MLIR counts them.
import type { Location } from "../core/location.ts";

/** Bytes of the character, or of the half of one, at an offset. A lone low surrogate stands for one byte that is no UTF-8. */
function bytesAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if ((code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) return 4;
  if ((code & 0xfc00) !== 0xdc00) return 3;
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? 0 : 1;
}

/** The offset in a line of the character at a column. */
export function offsetOfColumn(line: string, column: number): number {
  let at = 0;
  for (let from = 1; at < line.length; at++) {
    const bytes = bytesAt(line, at);
    if (from >= column && bytes > 0) break;
    from += bytes;
  }
  return at;
}

export class SourceText {
  readonly file: string;
  readonly text: string;
  #starts: number[] | undefined;
  #cursor = 0;
  #isAscii: boolean | undefined;
  /** The last offset that was asked for in a text with other characters, the beginning of its line, and its column: those near it are counted from there. */
  #lastStart = 0;
  #lastOffset = 0;
  #lastColumn = 1;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Found when the first location is asked for: a run without errors that prints no locations needs none. */
  get #lineStarts(): readonly number[] {
    if (this.#starts !== undefined) return this.#starts;
    const { text } = this;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return (this.#starts = starts);
  }

  /** Line number of an offset, from 1. Cheap for offsets that come in order. */
  line(offset: number): number {
    const starts = this.#lineStarts;
    let low = this.#cursor;
    if ((starts[low] ?? 0) > offset) low = 0;
    else if (offset < (starts[low + 8] ?? Infinity)) {
      while ((starts[low + 1] ?? Infinity) <= offset) low++;
      this.#cursor = low;
      return low + 1;
    }
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    this.#cursor = low;
    return low + 1;
  }

  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.text.length;
  }

  /** The text of a line, without its newline. */
  lineText(line: number): string | undefined {
    const start = this.#lineStarts[line - 1];
    if (start === undefined) return undefined;
    const end = this.text.indexOf("\n", start);
    return this.text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
  }

  location(offset: number): Location {
    const line = this.line(offset);
    return { kind: "file", file: this.file, line, column: this.#column(this.lineStart(line), offset) };
  }

  #column(lineStart: number, offset: number): number {
    this.#isAscii ??= !/[^\0-\x7f]/.test(this.text);
    if (this.#isAscii) return offset - lineStart + 1;
    const isNear = lineStart === this.#lastStart && Math.abs(offset - this.#lastOffset) < offset - lineStart;
    let column = isNear ? this.#lastColumn : 1;
    const from = isNear ? this.#lastOffset : lineStart;
    for (let at = from; at < offset; at++) column += bytesAt(this.text, at);
    for (let at = from; at > offset; at--) column -= bytesAt(this.text, at - 1);
    this.#lastStart = lineStart;
    this.#lastOffset = offset;
    return (this.#lastColumn = column);
  }
}
