// What was read of short texts that say the same wherever they stand in a file, such as `tensor<4xf32>` or `(i32, i32) -> i32`.
import { isBareIdPart } from "./lexer.ts";
import { SpellingTable } from "./spelling-table.ts";

export class ReadCache<T> {
  readonly #texts: SpellingTable;
  /** By the number of the text. */
  readonly #known: (T | undefined)[] = [];

  constructor(text: string) {
    this.#texts = new SpellingTable(text);
  }

  get(start: number, end: number): T | undefined {
    return this.#known[this.#texts.numberOf(start, end)];
  }

  set(start: number, end: number, value: T): void {
    this.#known[this.#texts.numberOf(start, end)] = value;
  }
}

/** How long a text may be. */
const LONGEST = 200;

/** The offset after the bracket that closes the one at `open`; `open` itself when there is a string, or no end near by. */
export function closingBracket(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST);
  for (let at = open; at < limit; at++) {
    switch (text.charCodeAt(at)) {
      case 40: // ( < [ {
      case 60:
      case 91:
      case 123:
        depth++;
        break;
      case 62: // >, but not that of an arrow
        if (text.charCodeAt(at - 1) === 45) break;
        if (--depth === 0) return at + 1;
        break;
      case 41: // ) ] }
      case 93:
      case 125:
        if (--depth === 0) return at + 1;
        break;
      case 34: // strings and lines
      case 10:
        return open;
    }
  }
  return open;
}

/** The offset after a function type on one line, from its first parenthesis; `open` where that is not plain to see. */
export function functionTypeEnd(text: string, open: number): number {
  const inputs = closingBracket(text, open);
  if (inputs === open || !text.startsWith(" -> ", inputs)) return open;
  let at = inputs + 4;
  if (text.charCodeAt(at) === 33) at++; // !
  while (isBareIdPart(text.charCodeAt(at))) at++;
  const bracket = text.charCodeAt(at);
  if (bracket !== 60 && bracket !== 40) return at;
  const end = closingBracket(text, at);
  return end === at ? open : end;
}
