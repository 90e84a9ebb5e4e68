// Places in a text, each with a sign, kept in eight bytes: lists of millions of numbers are read before their type is known.

const CHUNK = 1 << 15;

export class TextPlaces {
  length = 0;
  readonly #chunks: Int32Array[] = [];

  push(start: number, end: number, negative: boolean): void {
    const at = (this.length % CHUNK) * 2;
    if (at === 0) this.#chunks.push(new Int32Array(this.length === 0 ? 64 : 2 * CHUNK));
    let chunk = this.#chunks[this.#chunks.length - 1]!;
    if (at === chunk.length) {
      // The first one grows: most lists are short.
      const longer = new Int32Array(Math.min(4 * chunk.length, 2 * CHUNK));
      longer.set(chunk);
      this.#chunks[this.#chunks.length - 1] = chunk = longer;
    }
    chunk[at] = start;
    chunk[at + 1] = ((end - start) << 1) | (negative ? 1 : 0);
    this.length++;
  }

  start(index: number): number {
    return this.#chunks[Math.floor(index / CHUNK)]?.[(index % CHUNK) * 2] ?? 0;
  }

  end(index: number): number {
    return this.start(index) + (this.#second(index) >>> 1);
  }

  isNegative(index: number): boolean {
    return (this.#second(index) & 1) === 1;
  }

  #second(index: number): number {
    return this.#chunks[Math.floor(index / CHUNK)]?.[(index % CHUNK) * 2 + 1] ?? 0;
  }
}
