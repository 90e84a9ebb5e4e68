// Places in a text, in their order and each with a sign, mostly in two bytes: lists of millions of numbers are read before their type is known.

const CHUNK = 1 << 16;
/** In place of a distance: the place is kept in full elsewhere. */
const FAR = 255;

export class TextPlaces {
  length = 0;
  /** Pairs of the distance from the place before, and length and sign. */
  readonly #chunks: Uint8Array[] = [];
  /** Start, length and sign of the places that need more. */
  readonly #far: number[] = [];
  #used = 0;
  #end = 0;

  push(start: number, end: number, negative: boolean): void {
    const distance = start - this.#end;
    const second = (end - start) * 2 + (negative ? 1 : 0);
    this.#end = end;
    this.length++;
    const isFar = distance >= FAR || second > 255;
    if (isFar) this.#far.push(start, second);
    let chunk = this.#chunks[this.#chunks.length - 1];
    if (chunk === undefined || this.#used === chunk.length) chunk = this.#grow(chunk);
    chunk[this.#used++] = isFar ? FAR : distance;
    chunk[this.#used++] = isFar ? 0 : second;
  }

  /** The first chunk grows: most lists are short. */
  #grow(full: Uint8Array | undefined): Uint8Array {
    const isShort = full !== undefined && full.length < CHUNK;
    const chunk = new Uint8Array(full === undefined ? 64 : isShort ? 4 * full.length : CHUNK);
    if (isShort) {
      chunk.set(full);
      this.#chunks.pop();
    } else this.#used = 0;
    this.#chunks.push(chunk);
    return chunk;
  }

  /** From the first place on. */
  cursor(): PlaceCursor {
    return new PlaceCursor(this.#chunks, this.#far);
  }
}

/** One place after the other. */
export class PlaceCursor {
  start = 0;
  end = 0;
  negative = false;
  readonly #chunks: readonly Uint8Array[];
  readonly #far: readonly number[];
  #chunk = 0;
  #at = 0;
  #nextFar = 0;

  constructor(chunks: readonly Uint8Array[], far: readonly number[]) {
    this.#chunks = chunks;
    this.#far = far;
  }

  advance(): void {
    if (this.#at === this.#chunks[this.#chunk]?.length) {
      this.#chunk++;
      this.#at = 0;
    }
    const chunk = this.#chunks[this.#chunk];
    const distance = chunk?.[this.#at++] ?? 0;
    let second = chunk?.[this.#at++] ?? 0;
    if (distance === FAR) {
      this.start = this.#far[this.#nextFar++] ?? 0;
      second = this.#far[this.#nextFar++] ?? 0;
    } else this.start = this.end + distance;
    this.end = this.start + Math.floor(second / 2);
    this.negative = second % 2 === 1;
  }
}
