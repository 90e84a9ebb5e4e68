// The spellings of one kind that a text has (names of values, of ops, types), each known by a number: to find what is known of a
// spelling, no string is made of it. Equal spellings have equal numbers, from 0 on.

export class SpellingTable {
  readonly #text: string;
  /** Where each spelling stands first. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** A hash table of the numbers plus one; each is in the first free place from its hash on. */
  #places = new Int32Array(1 << 8);
  /** Takes as many high bits of a hash as number a place. */
  #shift = 24;

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of what stands between these offsets. */
  numberOf(start: number, end: number): number {
    const places = this.#places;
    const last = places.length - 1;
    for (let place = this.#firstPlace(start, end); ; place = (place + 1) & last) {
      const number = places[place]! - 1;
      if (number < 0) return this.#add(start, end, place);
      if (this.#isEqual(number, start, end)) return number;
    }
  }

  spelling(number: number): string {
    return this.#text.slice(this.#starts[number], this.#ends[number]);
  }

  #firstPlace(start: number, end: number): number {
    const text = this.#text;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }

  #isEqual(number: number, start: number, end: number): boolean {
    const text = this.#text;
    const first = this.#starts[number]!;
    if (this.#ends[number]! - first !== end - start) return false;
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
    for (let number = 0; number < this.#starts.length; number++) {
      let place = this.#firstPlace(this.#starts[number]!, this.#ends[number]!);
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = number + 1;
    }
  }
}
