// Bytes of the WebAssembly binary format: LEB128 numbers, floats, names, vectors and sections.

export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A copy of what was written. */
  get contents(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): number {
    const at = this.#length;
    this.#length = at + count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return at;
  }

  byte(value: number): this {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
    return this;
  }

  bytes(values: Uint8Array | readonly number[]): this {
    const at = this.#reserve(values.length);
    this.#bytes.set(values, at);
    return this;
  }

  /** Unsigned LEB128, up to 2^53. */
  unsigned(value: number): this {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    return this.byte(rest);
  }

  /** Signed LEB128. */
  signed(value: bigint): this {
    let rest = value;
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    return this.byte(Number(rest & 127n));
  }

  /** The `count` low bytes of an integer, little-endian. */
  fixed(value: bigint, count: number): this {
    for (let i = 0; i < count; i++) this.byte(Number((value >> BigInt(8 * i)) & 255n));
    return this;
  }

  /** A name: UTF-8 behind its length. */
  name(text: string): this {
    const encoded = new TextEncoder().encode(text);
    return this.unsigned(encoded.length).bytes(encoded);
  }

  /** Behind their length: a section's or a function's contents. */
  sized(contents: ByteWriter): this {
    return this.unsigned(contents.length).bytes(contents.contents);
  }

  /** A vector: the count, then each item. */
  vector<T>(items: readonly T[], item: (writer: this, element: T) => void): this {
    this.unsigned(items.length);
    for (const element of items) item(this, element);
    return this;
  }

  /** A section by id; none where it would be empty. */
  section<T>(id: number, items: readonly T[], item: (writer: ByteWriter, element: T) => void): this {
    return items.length === 0 ? this : this.byte(id).sized(new ByteWriter().vector(items, item));
  }
}
