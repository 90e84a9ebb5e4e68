// Bytes seen as elements of each width, with the flags that say which were never written.

/** Views of one buffer. Accesses are aligned, so that each is one index. */
export class ByteViews {
  readonly i8: Int8Array;
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
  readonly i64: BigInt64Array;
  /** Whether anybody knows what was written. */
  readonly tracksUndefined: boolean;
  /** 1 for each byte that was never written; and four flags at a time. */
  readonly undefined8: Uint8Array;
  readonly undefined16: Uint16Array;
  readonly undefined32: Uint32Array;

  constructor(bytes: Uint8Array, undefinedBytes: Uint8Array | undefined) {
    const { buffer, length } = bytes;
    if (bytes.byteOffset !== 0 || (undefinedBytes?.byteOffset ?? 0) !== 0)
      throw new Error("memory must begin at the start of its buffer");
    this.u8 = bytes;
    this.i8 = new Int8Array(buffer, 0, length);
    this.i16 = new Int16Array(buffer, 0, length >> 1);
    this.u16 = new Uint16Array(buffer, 0, length >> 1);
    this.i32 = new Int32Array(buffer, 0, length >> 2);
    this.f32 = new Float32Array(buffer, 0, length >> 2);
    this.f64 = new Float64Array(buffer, 0, length >> 3);
    this.i64 = new BigInt64Array(buffer, 0, length >> 3);
    const flags = undefinedBytes ?? new Uint8Array();
    this.tracksUndefined = undefinedBytes !== undefined;
    this.undefined8 = flags;
    this.undefined16 = new Uint16Array(flags.buffer, 0, flags.length >> 1);
    this.undefined32 = new Uint32Array(flags.buffer, 0, flags.length >> 2);
  }

  /** Whether one of `bytes` bytes (a power of two, aligned) was never written. */
  isUndefined(at: number, bytes: number): boolean {
    const flags = this.undefined32;
    if (bytes === 4) return flags[at >>> 2] !== 0;
    if (bytes === 8) return flags[at >>> 2] !== 0 || flags[(at >>> 2) + 1] !== 0;
    if (bytes === 1) return this.undefined8[at] !== 0;
    if (bytes === 2) return this.undefined16[at >>> 1] !== 0;
    for (let i = at >>> 2; i < (at + bytes) >>> 2; i++) if (flags[i] !== 0) return true;
    return false;
  }

  /** Says that the bytes are written. */
  define(at: number, bytes: number): void {
    const flags = this.undefined32;
    if (bytes === 1) this.undefined8[at] = 0;
    else if (bytes === 2) this.undefined16[at >>> 1] = 0;
    else for (let i = at >>> 2; i < (at + bytes) >>> 2; i++) flags[i] = 0;
  }
}
