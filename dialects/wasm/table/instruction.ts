// A row of the instruction table: opcode, operand and result types, immediate, effect and meaning. All else is derived from it.
import type { Meaning } from "../../../ir/interpret/meaning.ts";

export type NumberKind = "i32" | "i64" | "f32" | "f64";
export type LaneShape = "i8x16" | "i16x8" | "i32x4" | "i64x2" | "f32x4" | "f64x2";

/**
 * The type of an operand or result. `any128`: any 128-bit vector type, the same wherever the row says so; `mask`: any 128-bit vector
 * type of its own; `lanes32`: as any128 with lanes of 32 bits; `any`: any value type, the same wherever the row says so.
 */
export type ValueKind =
  NumberKind | LaneShape | "any128" | "mask" | "lanes8" | "lanes16" | "lanes32" | "lanes64" | "any";

/** What stands between opcode and operands in the binary. `memory`: alignment and offset; `zeros`: reserved or memory index bytes. */
export type Immediate =
  | { readonly kind: "none" }
  | { readonly kind: "memory"; readonly bytes: number }
  | { readonly kind: "memory-lane"; readonly bytes: number }
  | { readonly kind: "lane"; readonly count: number }
  | { readonly kind: "shuffle" }
  | { readonly kind: "constant" }
  | { readonly kind: "zeros"; readonly count: number };

/** `traps`: no effect on memory, but undefined behaviour on some operands. */
export type Effect = "pure" | "traps" | "read" | "write" | "readwrite";

/** 0 is no prefix. 0xfc and 0xfd are followed by the code as LEB128. */
export type Prefix = 0 | 0xfc | 0xfd;

/** Features beyond WebAssembly 2.0. */
export type Feature = "relaxed-simd";

export interface Instruction {
  readonly prefix: Prefix;
  readonly code: number;
  readonly operands: readonly ValueKind[];
  readonly result: ValueKind | undefined;
  readonly immediate: Immediate;
  readonly effect: Effect;
  readonly meaning: Meaning;
  readonly feature: Feature | undefined;
}

type Optional = Partial<Pick<Instruction, "immediate" | "effect" | "feature">>;

function withPrefix(prefix: Prefix) {
  return (
    code: number,
    operands: readonly ValueKind[],
    result: ValueKind | undefined,
    meaning: Meaning,
    rest: Optional = {},
  ): Instruction => ({
    prefix,
    code,
    operands,
    result,
    immediate: rest.immediate ?? { kind: "none" },
    effect: rest.effect ?? "pure",
    meaning,
    feature: rest.feature,
  });
}

/** A row without prefix, with prefix 0xfc, with prefix 0xfd. */
export const plain = withPrefix(0);
export const misc = withPrefix(0xfc);
export const simd = withPrefix(0xfd);
