// Which ops of a block stay on the operand stack: those computed right where their only user takes them, as its operand's expression.
import type { Operation } from "../../../ir/core/operation.ts";
import { instructionOf } from "../../../dialects/wasm/index.ts";

/** How an op limits moving others across it, and being moved itself. */
type Mobility = "pure" | "read" | "write" | "barrier";

const others: Readonly<Record<string, Mobility>> = {
  "vector.bitcast": "pure",
  "wasm.global_get": "read",
  "wasm.global_set": "write",
  "wasm.call": "write",
};

/** Control and what is unknown is a barrier: a branch may set the local that a moved op would read. */
export function mobilityOf(op: Operation): Mobility {
  switch (instructionOf(op.name)?.row.effect) {
    case "pure":
    case "traps":
      return "pure";
    case "read":
      return "read";
    case "write":
    case "readwrite":
      return "write";
    case undefined:
      return others[op.name] ?? "barrier";
  }
}

/** Expressions deeper than this are cut, so that whoever walks them may recurse. */
const deepest = 200;

/** The constants that cost nothing to make again wherever they are used. */
export const isNumberConstant = (op: Operation): boolean =>
  op.name === "wasm.i32_const" ||
  op.name === "wasm.i64_const" ||
  op.name === "wasm.f32_const" ||
  op.name === "wasm.f64_const";

/**
 * Per op the index of the op in whose place it is computed: its own, or that of the root of the expression it is part of. An op is part of
 * its user's expression when that is its only user, in the same block, and nothing in between forbids to move it down there.
 */
export function computeRoots(ops: readonly Operation[]): number[] {
  const roots = ops.map((_, i) => i);
  const depths = ops.map(() => 0);
  const indices = new Map(ops.map((op, i) => [op, i]));
  let nextWrite = ops.length;
  let nextBarrier = ops.length;
  for (let i = ops.length - 1; i >= 0; i--) {
    const op = ops[i];
    if (op === undefined) continue;
    const mobility = mobilityOf(op);
    const user = op.resultCount === 1 && op.result().hasOneUse ? op.result().users()[0] : undefined;
    const at = user === undefined ? undefined : indices.get(user);
    const root = at === undefined ? undefined : roots[at];
    if (user !== undefined && at !== undefined && root !== undefined && (mobility === "pure" || mobility === "read")) {
      const depth = (depths[at] ?? 0) + 1;
      const free = nextBarrier >= root && (mobility === "pure" || nextWrite >= root);
      if (free && depth <= deepest && !isNumberConstant(op) && !takesOperandsTwice(user)) {
        roots[i] = root;
        depths[i] = depth;
      }
    }
    if (mobility === "write") nextWrite = i;
    if (mobility === "barrier") {
      nextWrite = i;
      nextBarrier = i;
    }
  }
  return roots;
}

/** Such a table becomes a branch per target, each of which passes the values. */
const takesOperandsTwice = (user: Operation): boolean => user.name === "wasm.br_table" && user.operandCount > 1;
