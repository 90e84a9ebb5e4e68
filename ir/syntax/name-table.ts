// The names of values in a text, each known by a number: equal names have equal numbers, and no string is made of a name to find it.

export class NameTable {
  readonly #text: string;
  /** Where each name stands first. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** A hash table of the names: their numbers plus one, each in the first free place from its hash on. */
  #places = new Int32Array(1 << 10);
  /** To take as many high bits of a hash as number a place. */
  #shift = 22;
  /** `name#1` and the like have numbers below zero: -1 is the first. */
  readonly #results: string[] = [];
  readonly #resultNumbers = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of the name at these offsets. */
  numberOf(start: number, end: number): number {
    const places = this.#places;
    const last = places.length - 1;
    for (let place = this.#firstPlace(start, end); ; place = (place + 1) & last) {
      const number = places[place]! - 1;
      if (number < 0) return this.#add(start, end, place);
      if (this.#isEqual(number, start, end)) return number;
    }
  }

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
    return name < 0 ? (this.#results[-1 - name] ?? "") : this.#text.slice(this.#starts[name], this.#ends[name]);
  }

  #firstPlace(start: number, end: number): number {
    const text = this.#text;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }

  #isEqual(name: number, start: number, end: number): boolean {
    const text = this.#text;
    const first = this.#starts[name]!;
    if (this.#ends[name]! - first !== end - start) return false;
    for (let at = start; at < end; at++) if (text.charCodeAt(at) !== text.charCodeAt(first + at - start)) return false;
    return true;
  }

  #add(start: number, end: number, place: number): number {
    const number = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#places[place] = number + 1;
    if (2 * number > this.#places.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#places = new Int32Array(4 * this.#places.length);
    this.#shift -= 2;
    const last = this.#places.length - 1;
    for (let name = 0; name < this.#starts.length; name++) {
      let place = this.#firstPlace(this.#starts[name]!, this.#ends[name]!);
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = name + 1;
    }
  }
}
