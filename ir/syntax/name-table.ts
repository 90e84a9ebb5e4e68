// The names of values in a text, each known by a number: even ones for names, odd ones for `%name#1`, which may be spelled in pieces.
import { SpellingTable } from "./spelling-table.ts";

export class NameTable {
  readonly #spellings: SpellingTable;
  /** `name#1` and the like. */
  readonly #results: string[] = [];
  readonly #resultNumbers = new Map<string, number>();

  constructor(text: string) {
    this.#spellings = new SpellingTable(text);
  }

  /** The number of the name that stands between these offsets. */
  numberOf(start: number, end: number): number {
    return 2 * this.#spellings.numberOf(start, end);
  }

  /** The number of `name#result`; that of result 0 is the name's. */
  resultNumberOf(name: number, result: number): number {
    return result === 0 ? name : this.#furtherResult(`${this.textOf(name)}#${result}`);
  }

  #furtherResult(text: string): number {
    let number = this.#resultNumbers.get(text);
    if (number === undefined) {
      number = 2 * this.#results.length + 1;
      this.#resultNumbers.set(text, number);
      this.#results.push(text);
    }
    return number;
  }

  /** A name, without `%`. */
  textOf(name: number): string {
    return name % 2 === 0 ? this.#spellings.spelling(name / 2) : (this.#results[(name - 1) / 2] ?? "");
  }
}
