// Emits the instructions of a kernel. Integer arithmetic is made once, as far out as its operands allow; everything else where it stands.
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { Location } from "../../../ir/core/location.ts";
import { unknownLocation } from "../../../ir/core/location.ts";
import { f32, f64, i1, i32, i64 } from "../../../ir/core/type-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  buildInstruction,
  constant,
  instruction,
  type InstructionName,
  type InstructionOptions,
} from "../../../dialects/simt/index.ts";
import type { Register } from "./register.ts";
import { fits32, type Linear, type Term } from "./linear.ts";

/** A block that is being filled, and what was made in it. */
interface Scope {
  readonly block: Block;
  readonly made: Map<string, Value>;
}

const types = { pred: i1, i32, i64, f32, f64 } as const;

export class ThreadEmitter {
  readonly context: Context;
  location: Location = unknownLocation;
  readonly #scopes: Scope[] = [];
  readonly #depths = new Map<Block, number>();
  readonly #numbers = new Map<Value, number>();

  constructor(context: Context, entry: Block) {
    this.context = context;
    this.#enter(entry);
  }

  /** Where ops go that are neither hoisted nor shared. */
  get builder(): OpBuilder {
    return this.#builderAt(this.#scopes.length - 1);
  }

  /** Fills a block inside the current one. */
  within<T>(block: Block, body: () => T): T {
    this.#enter(block);
    try {
      return body();
    } finally {
      this.#scopes.pop();
      this.#depths.delete(block);
    }
  }

  // --- instructions ---------------------------------------------------------------------------------------------------------

  constant(register: Register, value: number | bigint): Value {
    const key = `const ${register} ${Object.is(value, -0) ? "-0" : value}`;
    return this.#once(0, key, (builder) => constant(builder, types[register](this.context), value));
  }

  /** An instruction where it stands. */
  emit(name: InstructionName, operands: readonly Value[], options: InstructionOptions = {}): Value {
    return instruction(this.builder, name, operands, options);
  }

  effect(name: InstructionName, operands: readonly Value[], options: InstructionOptions = {}): void {
    buildInstruction(this.builder, name, operands, options);
  }

  /** An instruction without effect that may run anywhere: shared, and as far out as its operands are known. */
  shared(name: InstructionName, operands: readonly Value[]): Value {
    const depth = Math.max(0, ...operands.map((value) => this.#depthOf(value)));
    const key = `${name} ${operands.map((value) => this.#numberOf(value)).join(" ")}`;
    return this.#once(depth, key, (builder) => instruction(builder, name, operands));
  }

  // --- sums -----------------------------------------------------------------------------------------------------------------

  /** The sum as an i32: its low 32 bits. */
  sum32(linear: Linear): Value {
    const total = this.terms32(linear.terms, undefined);
    const offset = (): Value => this.constant("i32", linear.constant | 0);
    if (total === undefined) return offset();
    return linear.constant === 0 ? total : this.shared("add.s32", [total, offset()]);
  }

  /** The sum as an i64. */
  sum64(linear: Linear): Value {
    if (linear.terms.length > 0 && fits32(linear) && linear.terms.every(({ value }) => isNarrow(value))) {
      return this.shared("cvt.s64.s32", [this.sum32(linear)]);
    }
    const total = this.terms64(linear.terms, undefined);
    const offset = (): Value => this.constant("i64", BigInt(linear.constant));
    if (total === undefined) return offset();
    return linear.constant === 0 ? total : this.shared("add.s64", [total, offset()]);
  }

  /** start + terms, in 32 bits. */
  terms32(terms: readonly Term[], start: Value | undefined): Value | undefined {
    return this.#outermostFirst(terms).reduce<Value | undefined>((sum, { value, coefficient }) => {
      const low = isNarrow(value) ? value : this.shared("cvt.u32.u64", [value]);
      if (coefficient === 1) return sum === undefined ? low : this.shared("add.s32", [sum, low]);
      const factor = this.constant("i32", Number(BigInt.asIntN(32, BigInt(coefficient))));
      return sum === undefined
        ? this.shared("mul.lo.s32", [low, factor])
        : this.shared("mad.lo.s32", [low, factor, sum]);
    }, start);
  }

  /** start + terms, in 64 bits. */
  terms64(terms: readonly Term[], start: Value | undefined): Value | undefined {
    return this.#outermostFirst(terms).reduce<Value | undefined>((sum, { value, coefficient }) => {
      const narrow = isNarrow(value) && fits32({ low: coefficient, high: coefficient });
      if (coefficient === 1 && (sum === undefined || !narrow)) {
        const wide = isNarrow(value) ? this.shared("cvt.s64.s32", [value]) : value;
        return sum === undefined ? wide : this.shared("add.s64", [sum, wide]);
      }
      if (narrow) {
        const factor = this.constant("i32", coefficient);
        return sum === undefined
          ? this.shared("mul.wide.s32", [value, factor])
          : this.shared("mad.wide.s32", [value, factor, sum]);
      }
      const wide = isNarrow(value) ? this.shared("cvt.s64.s32", [value]) : value;
      const factor = this.constant("i64", BigInt(coefficient));
      return sum === undefined
        ? this.shared("mul.lo.s64", [wide, factor])
        : this.shared("mad.lo.s64", [wide, factor, sum]);
    }, start);
  }

  /** Terms of outer blocks first, so that their sum can be made out there. */
  #outermostFirst(terms: readonly Term[]): Term[] {
    return [...terms].sort(
      (a, b) => this.#depthOf(a.value) - this.#depthOf(b.value) || this.#numberOf(a.value) - this.#numberOf(b.value),
    );
  }

  // --- scopes ---------------------------------------------------------------------------------------------------------------

  #enter(block: Block): void {
    this.#depths.set(block, this.#scopes.length);
    this.#scopes.push({ block, made: new Map() });
  }

  #builderAt(depth: number): OpBuilder {
    const builder = OpBuilder.atEnd(this.context, this.#scopes[depth]!.block);
    builder.location = this.location;
    return builder;
  }

  #depthOf(value: Value): number {
    const depth = value.parentBlock === null ? undefined : this.#depths.get(value.parentBlock);
    if (depth === undefined) throw new Error("an operand is in no open block");
    return depth;
  }

  #numberOf(value: Value): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #once(depth: number, key: string, make: (builder: OpBuilder) => Value): Value {
    const { made } = this.#scopes[depth]!;
    let value = made.get(key);
    if (value === undefined) {
      value = make(this.#builderAt(depth));
      made.set(key, value);
    }
    return value;
  }
}

export const isNarrow = (value: Value): boolean => value.type.kind === "integer" && value.type.width <= 32;
