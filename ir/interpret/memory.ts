// The one byte-addressed memory of a run, its allocations, and references into it (memrefs).
import { bitsToFloat, floatToBits } from "../core/float-bits.ts";
import { byteWidth, type Type } from "../core/types.ts";
import { meterAllocation } from "./ledger.ts";
import { canonicalIndex, POISON, type Poison, type Scalar } from "./value.ts";

/** A live or freed range of memory. */
export interface Allocation {
  readonly address: number;
  readonly bytes: number;
  /** The memory space's name; "" is global. */
  readonly space: string;
  readonly label: string;
  live: boolean;
  readonly writable: boolean;
}

/** A strided view of memory. Offsets and strides count elements. */
export interface MemRefValue {
  readonly kind: "memref";
  readonly allocation: Allocation;
  /** Byte address that element offset 0 has. */
  readonly base: number;
  readonly offset: number;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly element: Type;
}

/** Who wrote which byte during a launch; bytes allocated after it began belong to one program and are not tracked. */
export interface WriterTracking {
  /** The program that writes now. */
  writer: number;
  /** The first byte that two programs wrote. */
  conflict: { readonly first: number; readonly second: number; readonly address: number } | undefined;
}

/** What two writers did to one byte, where any did; `pair` names them. */
export function describeConflict(
  { conflict }: WriterTracking,
  memory: { find(address: number, bytes: number): { readonly label: string } | undefined },
  pair: (first: number, second: number) => string,
): string | undefined {
  if (conflict === undefined) return undefined;
  const { first, second, address } = conflict;
  const label = memory.find(address, 1)?.label ?? "";
  return `${pair(first, second)} of one launch both write byte ${address} ${label}`.trim();
}

/** Addresses below are nobody's. */
const FIRST_ADDRESS = 1024;

/** Bytes with an allocation table. Addresses start above 0, so that 0 is never a buffer. Bytes not yet written are poison. */
export class Memory {
  readonly allocations: Allocation[] = [];
  readonly limit: number;
  readonly #initialBytes: number;
  /** The arrays are made when somebody asks for them: many runs touch no memory. */
  #size: number;
  #bytes: Uint8Array | undefined;
  #view: DataView | undefined;
  #undefinedBytes: Uint8Array | undefined;
  #top = FIRST_ADDRESS;
  #owners: Int32Array | null = null;
  #tracking: WriterTracking | null = null;

  constructor(options: { initialBytes?: number; limit?: number } = {}) {
    this.limit = options.limit ?? 2 ** 31;
    this.#initialBytes = options.initialBytes ?? 65536;
    this.#size = this.#initialBytes;
  }

  get bytes(): Uint8Array {
    return (this.#bytes ??= new Uint8Array(this.#size));
  }

  get view(): DataView {
    return (this.#view ??= new DataView(this.bytes.buffer));
  }

  /** 1 where a byte was never written since its allocation. */
  get undefinedBytes(): Uint8Array {
    return (this.#undefinedBytes ??= new Uint8Array(this.#size).fill(1));
  }

  /** A new allocation of undefined contents, or undefined when the limit is passed. */
  allocate(
    bytes: number,
    options: { align?: number; space?: string; label?: string; writable?: boolean } = {},
  ): Allocation | undefined {
    const align = options.align ?? 64;
    const address = Math.ceil(this.#top / align) * align;
    const end = address + bytes;
    if (!(end <= this.limit)) return undefined;
    meterAllocation(bytes);
    this.#ensure(end);
    // One guard byte: buffers of zero bytes have addresses of their own.
    this.#top = end + 1;
    const allocation: Allocation = {
      address,
      bytes,
      space: options.space ?? "",
      label: options.label ?? "",
      live: true,
      writable: options.writable ?? true,
    };
    this.allocations.push(allocation);
    return allocation;
  }

  /** Frees and, when it is the newest, gives the room back. */
  free(allocation: Allocation): void {
    allocation.live = false;
    while (this.allocations.length > 0) {
      const last = this.allocations[this.allocations.length - 1]!;
      if (last.live) break;
      this.allocations.pop();
      this.undefinedBytes.fill(1, last.address, last.address + last.bytes);
      this.#top = last.address;
    }
  }

  /** The live allocation that holds this byte range, or undefined. Linear in the number of allocations: for raw addresses only. */
  find(address: number, bytes: number): Allocation | undefined {
    for (let i = this.allocations.length - 1; i >= 0; i--) {
      const a = this.allocations[i]!;
      if (a.live && address >= a.address && address + bytes <= a.address + a.bytes) return a;
    }
    return undefined;
  }

  #ensure(end: number): void {
    if (end <= this.#size) return;
    while (this.#size < end) this.#size *= 2;
    const [bytes, flags] = [this.#bytes, this.#undefinedBytes];
    this.#bytes = this.#view = this.#undefinedBytes = undefined;
    if (bytes !== undefined) this.bytes.set(bytes);
    if (flags !== undefined) this.undefinedBytes.set(flags);
  }

  /** Makes this what a new memory is. References into it must be gone. */
  reset(): void {
    if (this.#size === this.#initialBytes) {
      this.#bytes?.fill(0);
      this.#undefinedBytes?.fill(1);
    } else {
      this.#size = this.#initialBytes;
      this.#bytes = this.#view = this.#undefinedBytes = undefined;
    }
    this.allocations.length = 0;
    this.#top = FIRST_ADDRESS;
    this.endTracking();
  }

  /** From now on writes below the present top are noted with their writer, until `endTracking`. */
  trackWriters(): WriterTracking {
    this.#owners = new Int32Array(this.#top).fill(-1);
    this.#tracking = { writer: 0, conflict: undefined };
    return this.#tracking;
  }

  endTracking(): void {
    this.#owners = null;
    this.#tracking = null;
  }

  /** Every write of bytes goes through here (or `store`, which calls it). */
  noteWrite(address: number, bytes: number): void {
    const owners = this.#owners;
    const tracking = this.#tracking;
    if (owners === null || tracking === null) return;
    const { writer } = tracking;
    for (let at = address; at < address + bytes && at < owners.length; at++) {
      const owner = owners[at]!;
      if (owner >= 0 && owner !== writer) tracking.conflict ??= { first: owner, second: writer, address: at };
      owners[at] = writer;
    }
  }

  /** Reads one element; poison when any byte of it was never written. */
  load(address: number, type: Type): Scalar {
    const flags = this.undefinedBytes;
    if (type.kind === "float" && type.name === "f32") {
      const poison = flags[address]! | flags[address + 1]! | flags[address + 2]! | flags[address + 3]!;
      return poison !== 0 ? POISON : this.#single(address);
    }
    const width = byteWidth(type)!;
    for (let i = 0; i < width; i++) if (flags[address + i] === 1) return POISON;
    return this.decode(address, type);
  }

  decode(address: number, type: Type): Scalar {
    const view = this.view;
    switch (type.kind) {
      case "index":
        return canonicalIndex(view.getBigInt64(address, true));
      case "float":
        if (type.name === "f32") return this.#single(address);
        if (type.name === "f64") return view.getFloat64(address, true);
        return bitsToFloat(type.name, this.#bits(address, byteWidth(type)!));
      case "integer": {
        const unsigned = type.signedness === "unsigned";
        if (type.width === 1) return view.getUint8(address) & 1;
        if (type.width <= 32) {
          const raw =
            type.width <= 8
              ? view.getUint8(address)
              : type.width <= 16
                ? view.getUint16(address, true)
                : view.getInt32(address, true);
          // Bits above the width do not count.
          const spare = 32 - type.width;
          return unsigned ? (raw << spare) >>> spare : (raw << spare) >> spare;
        }
        const bits = this.#bits(address, byteWidth(type)!);
        return unsigned ? BigInt.asUintN(type.width, bits) : BigInt.asIntN(type.width, bits);
      }
      case "complex": {
        const half = byteWidth(type.element)!;
        return {
          re: Number(this.decode(address, type.element)),
          im: Number(this.decode(address + half, type.element)),
        };
      }
      default:
        throw new Error(`a ${type.kind} has no form in memory`);
    }
  }

  /** Writes one element. Poison marks its bytes as undefined again. */
  store(address: number, type: Type, value: Scalar): void {
    const width = byteWidth(type)!;
    if (this.#owners !== null) this.noteWrite(address, width);
    if (value === POISON) {
      this.undefinedBytes.fill(1, address, address + width);
      return;
    }
    this.undefinedBytes.fill(0, address, address + width);
    this.encode(address, type, value);
  }

  /** The bytes of one element, not poison, without a word about who wrote them. */
  encode(address: number, type: Type, value: Exclude<Scalar, Poison>): void {
    const width = byteWidth(type)!;
    const view = this.view;
    switch (type.kind) {
      case "index":
        view.setBigInt64(address, BigInt(typeof value === "object" ? value.re : value), true);
        return;
      case "float":
        // As a number a NaN that signals would be written as one that is quiet.
        if (value !== value) this.#setBits(address, width, floatToBits(type.name, Number(value)));
        else if (type.name === "f32") view.setFloat32(address, Number(value), true);
        else if (type.name === "f64") view.setFloat64(address, Number(value), true);
        else this.#setBits(address, width, floatToBits(type.name, Number(value)));
        return;
      case "integer":
        if (width === 1) view.setUint8(address, Number(value) & 0xff);
        else if (width === 2) view.setUint16(address, Number(value) & 0xffff, true);
        else if (width === 4) view.setInt32(address, Number(value), true);
        else this.#setBits(address, width, BigInt(typeof value === "object" ? value.re : value));
        return;
      case "complex": {
        if (typeof value !== "object") throw new Error("a complex element needs a complex value");
        this.encode(address, type.element, value.re);
        this.encode(address + width / 2, type.element, value.im);
        return;
      }
      default:
        throw new Error(`a ${type.kind} has no form in memory`);
    }
  }

  #single(address: number): number {
    const value = this.view.getFloat32(address, true);
    return Number.isNaN(value) ? bitsToFloat("f32", this.#bits(address, 4)) : value;
  }

  #bits(address: number, width: number): bigint {
    const { view } = this;
    if (width === 8) return view.getBigUint64(address, true);
    if (width <= 4) {
      let word = 0;
      for (let i = width - 1; i >= 0; i--) word = word * 256 + view.getUint8(address + i);
      return BigInt(word);
    }
    let bits = 0n;
    for (let i = width - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(view.getUint8(address + i));
    return bits;
  }

  #setBits(address: number, width: number, bits: bigint): void {
    const { view } = this;
    if (width === 8) {
      view.setBigUint64(address, bits, true);
      return;
    }
    let rest = BigInt.asUintN(8 * width, bits);
    for (let i = 0; i < width; i++) {
      view.setUint8(address + i, Number(rest & 0xffn));
      rest >>= 8n;
    }
  }

  /** Whether all these bytes were written. */
  isDefined(address: number, bytes: number): boolean {
    const first = this.undefinedBytes.indexOf(1, address);
    return first < 0 || first >= address + bytes;
  }
}
