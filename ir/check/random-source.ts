// Random numbers that replay: one seed gives one sequence, on every machine and for ever. The generators' only source of chance.

/** Random choices. Whatever draws from one is determined by its seed. */
export interface RandomSource {
  /** A uniform integer in [0, bound). */
  below(bound: number): number;
  /** True in `numerator` of `denominator` cases. */
  chance(numerator: number, denominator: number): boolean;
  /** One of the choices, of which there must be one. */
  pick<T>(choices: readonly T[]): T;
  /** Uniform bits, as an unsigned integer. */
  bits(width: number): bigint;
}

/** The source of a seed: sfc32 (Chris Doty-Humphrey's small fast counting generator), whose state is four words. */
export function seededSource(seed: number): RandomSource {
  return new SmallFastCounting(seed);
}

/** A seed for the `index`-th program of a run: neighbours are as different as any two. */
export function derivedSeed(seed: number, index: number): number {
  return mix(mix(seed >>> 0) ^ Math.imul(index + 1, 0x9e3779b1));
}

/** The finaliser of murmur3: every bit of the word moves every other. */
function mix(word: number): number {
  let h = word >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

class SmallFastCounting implements RandomSource {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    // Seeds beyond 32 bits count too.
    this.#a = mix(seed) | 0;
    this.#b = mix(Math.floor(seed / 0x1_0000_0000) ^ 0x6d2b79f5) | 0;
    this.#c = mix(seed ^ 0x1234567) | 0;
    for (let i = 0; i < 12; i++) this.#next();
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  below(bound: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * bound);
  }

  chance(numerator: number, denominator: number): boolean {
    return this.below(denominator) < numerator;
  }

  pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new Error("nothing to pick from");
    return choices[this.below(choices.length)]!;
  }

  bits(width: number): bigint {
    let bits = 0n;
    for (let have = 0; have < width; have += 32) bits = (bits << 32n) | BigInt(this.#next());
    return BigInt.asUintN(width, bits);
  }
}
