// What the values of a gpu.func have become while its instructions are made.
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { Dimension } from "../../../dialects/gpu/index.ts";
import type { Descriptor } from "./descriptor.ts";
import {
  addLinear,
  constantLinear,
  everything,
  fits32,
  isConstant,
  productRange,
  scaleLinear,
  termLinear,
  type Linear,
  type Range,
} from "./linear.ts";
import { registerOf } from "./register.ts";
import { isNarrow, type ThreadEmitter } from "./thread-emitter.ts";

/** What is known of a kernel's launches: blocks at most, and threads, by dimension. */
export interface LaunchBounds {
  readonly blocks: Readonly<Record<Dimension, number>>;
  readonly threads: Readonly<Record<Dimension, number>>;
}

export class KernelCode {
  readonly emitter: ThreadEmitter;
  readonly bounds: LaunchBounds;
  /** Makes the instructions of a block's ops, all but its terminator. */
  readonly lowerBody: (block: Block) => void;
  readonly #registers = new Map<Value, Value>();
  readonly #indices = new Map<Value, Linear>();
  readonly #buffers = new Map<Value, Descriptor>();

  constructor(emitter: ThreadEmitter, bounds: LaunchBounds, lowerBody: (code: KernelCode, block: Block) => void) {
    this.emitter = emitter;
    this.bounds = bounds;
    this.lowerBody = (block) => {
      lowerBody(this, block);
    };
  }

  // --- registers ------------------------------------------------------------------------------------------------------------

  /** A scalar is in this register; an index, too, if it is not known as a sum. */
  set(from: Value, register: Value): void {
    if (from.type.kind === "index")
      this.#indices.set(
        from,
        termLinear(register, isNarrow(register) ? { low: -2147483648, high: 2147483647 } : everything),
      );
    else this.#registers.set(from, register);
  }

  /** The register of a scalar; an index as i64. */
  get(from: Value): Value {
    if (from.type.kind === "index") return this.emitter.sum64(this.index(from));
    const register = this.#registers.get(from);
    if (register === undefined) throw new Error("a scalar is used before its instructions are made");
    return register;
  }

  // --- indices --------------------------------------------------------------------------------------------------------------

  setIndex(from: Value, linear: Linear): void {
    this.#indices.set(from, linear);
  }

  index(from: Value): Linear {
    const known = constantOf(from);
    if (known?.kind === "integer") return constantLinear(Number(known.value));
    const linear = this.#indices.get(from);
    if (linear === undefined) throw new Error("an index is used before its instructions are made");
    return linear;
  }

  /** The one register of an index in as few bits as hold all that it can be. */
  narrowest(linear: Linear): Value {
    return fits32(linear) ? this.emitter.sum32(linear) : this.emitter.sum64(linear);
  }

  add(a: Linear, b: Linear): Linear {
    return addLinear(a, b) ?? this.#opaque("add.s64", a, b);
  }

  multiply(a: Linear, b: Linear): Linear {
    const scaled = isConstant(b) ? scaleLinear(a, b.constant) : isConstant(a) ? scaleLinear(b, a.constant) : undefined;
    if (scaled !== undefined) return scaled;
    const range = productRange(a, b);
    if (!fits32(a) || !fits32(b) || !fits32(range)) return this.#opaque("mul.lo.s64", a, b);
    return termLinear(this.emitter.shared("mul.lo.s32", [this.emitter.sum32(a), this.emitter.sum32(b)]), range);
  }

  #opaque(name: "add.s64" | "mul.lo.s64", a: Linear, b: Linear): Linear {
    return termLinear(this.emitter.shared(name, [this.emitter.sum64(a), this.emitter.sum64(b)]), everything);
  }

  /** An index in a register, known to be in a range. */
  setTerm(from: Value, register: Value, range: Range): void {
    this.#indices.set(from, termLinear(register, range));
  }

  // --- buffers --------------------------------------------------------------------------------------------------------------

  setBuffer(from: Value, buffer: Descriptor): void {
    this.#buffers.set(from, buffer);
  }

  buffer(from: Value): Descriptor {
    const buffer = this.#buffers.get(from);
    if (buffer === undefined) throw new Error("a buffer is used before its address is known");
    return buffer;
  }
}

/** How ops of one name become instructions. */
export interface Rule {
  /** Why this one cannot; asked for all ops of all kernels before anything is made. */
  readonly refuse?: (op: Operation) => string | undefined;
  lower(op: Operation, code: KernelCode): void;
}

/** A refusal for ops on what no register holds. */
export function refuseTypes(op: Operation): string | undefined {
  const wrong = [...op.operands, ...op.results].find(({ type }) => registerOf(type) === undefined);
  return wrong === undefined
    ? undefined
    : `no register holds a value of kind '${wrong.type.kind}' like one of its operands or results`;
}
