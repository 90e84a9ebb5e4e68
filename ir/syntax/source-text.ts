// A source file: its name, its text, and where an offset is (line and column, both from 1).
import type { Location } from "../core/location.ts";

export class SourceText {
  readonly file: string;
  readonly text: string;
  #starts: number[] | undefined;
  #cursor = 0;

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
    return { kind: "file", file: this.file, line, column: offset - this.lineStart(line) + 1 };
  }
}
