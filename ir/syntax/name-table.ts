// The names of values in a text, each known by a number; `%name#1`, which may be spelled in pieces, has one below zero.
import { SpellingTable } from "./spelling-table.ts";

export class NameTable extends SpellingTable {
  /** `name#1` and the like; -1 is the first. */
  readonly #results: string[] = [];
  readonly #resultNumbers = new Map<string, number>();

  /** The number of `name#result`; that of result 0 is the name's. */
  resultNumberOf(name: number, result: number): number {
    return result === 0 ? name : this.#furtherResult(`${this.textOf(name)}#${result}`);
  }

  #furtherResult(text: string): number {
    let number = this.#resultNumbers.get(text);
    if (number === undefined) {
      number = -1 - this.#results.length;
      this.#resultNumbers.set(text, number);
      this.#results.push(text);
    }
    return number;
  }

  /** A name, without `%`. */
  textOf(name: number): string {
    return name < 0 ? (this.#results[-1 - name] ?? "") : this.spelling(name);
  }
}
