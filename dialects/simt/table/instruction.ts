// A row of the instruction table: operand and result kinds, opcode class, effect, and what a warp does. All else is derived from it.
import type { BoundInstruction } from "../warp/warp.ts";
import type { LaneArrays, RegisterKind } from "../types.ts";

/** Which unit an instruction occupies. */
export type OpcodeClass =
  "alu" | "fma" | "fp64" | "sfu" | "shuffle" | "ldst_global" | "ldst_shared" | "barrier" | "control";

/**
 * `traps`: reports some operands of active lanes, else pure. `place`: reads who and where the lane is, else pure. `warp`: looks at other
 * lanes. `constant`: the immediate.
 */
export type Effect = "pure" | "traps" | "place" | "warp" | "read" | "write" | "readwrite" | "barrier" | "constant";

export type Space = "global" | "shared";

/** What a memory instruction touches in each lane. */
export interface Access {
  readonly space: Space;
  readonly kind: "load" | "store" | "atomic";
  /** Of one lane. Its address is a multiple of it. */
  readonly bytes: number;
}

export type ImmediateName = "offset" | "width" | "id";

export interface Instruction {
  readonly operands: readonly RegisterKind[];
  readonly results: readonly RegisterKind[];
  readonly class: OpcodeClass;
  readonly effect: Effect;
  readonly immediate: ImmediateName | undefined;
  readonly access: Access | undefined;
  /** Makes what one warp does, on its registers: once for each op and warp. */
  readonly bind: (bound: BoundInstruction) => () => void;
}

type Optional = Partial<Pick<Instruction, "class" | "effect" | "immediate" | "access">>;

/** A row, `alu` and pure unless said otherwise. */
export function row(
  operands: readonly RegisterKind[],
  results: readonly RegisterKind[],
  bind: Instruction["bind"],
  { class: opcodeClass = "alu", effect = "pure", immediate, access }: Optional = {},
): Instruction {
  return { operands, results, class: opcodeClass, effect, immediate, access, bind };
}

/** One operand: `f(result, a)` computes all 32 lanes, whatever the mask. */
export function unary<A extends RegisterKind, R extends RegisterKind>(
  a: A,
  result: R,
  f: (r: LaneArrays[R], a: LaneArrays[A]) => void,
  rest: Optional = {},
): Instruction {
  return row(
    [a],
    [result],
    ({ operand, result: to }) => {
      const [x, r] = [operand(a, 0), to(result, 0)];
      return () => {
        f(r, x);
      };
    },
    rest,
  );
}

/** Two operands: `f(result, a, b)`. */
export function binary<A extends RegisterKind, B extends RegisterKind, R extends RegisterKind>(
  [a, b]: readonly [A, B],
  result: R,
  f: (r: LaneArrays[R], a: LaneArrays[A], b: LaneArrays[B]) => void,
  rest: Optional = {},
): Instruction {
  return row(
    [a, b],
    [result],
    ({ operand, result: to }) => {
      const [x, y, r] = [operand(a, 0), operand(b, 1), to(result, 0)];
      return () => {
        f(r, x, y);
      };
    },
    rest,
  );
}

/** Three operands: `f(result, a, b, c)`. */
export function ternary<A extends RegisterKind, B extends RegisterKind, C extends RegisterKind, R extends RegisterKind>(
  [a, b, c]: readonly [A, B, C],
  result: R,
  f: (r: LaneArrays[R], a: LaneArrays[A], b: LaneArrays[B], c: LaneArrays[C]) => void,
  rest: Optional = {},
): Instruction {
  return row(
    [a, b, c],
    [result],
    ({ operand, result: to }) => {
      const [x, y, z, r] = [operand(a, 0), operand(b, 1), operand(c, 2), to(result, 0)];
      return () => {
        f(r, x, y, z);
      };
    },
    rest,
  );
}
