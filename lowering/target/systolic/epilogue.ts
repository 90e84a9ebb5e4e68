// What a systolic array does to an accumulator on its way out: bias, scale, rounding and saturation, activation.
//
// One matcher serves two levels: the scalar body of a linalg op (what may be fused into a kernel) and the vectors of a tile
// kernel (what becomes the store's configuration). They differ only in how leaves look.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { elementTypeOf } from "../../../ir/core/types.ts";
import type { SystolicMachine } from "../../machine/schema.ts";

export type Leaf<T> =
  | { readonly kind: "accumulator" }
  | { readonly kind: "bias"; readonly value: T }
  | { readonly kind: "constant"; readonly value: number };

/** relu(saturate(scale * (accumulator + biases))), each part optional. */
export interface Epilogue<T> {
  readonly biases: readonly T[];
  /** An exact float32. */
  readonly scale: number;
  readonly relu: boolean;
  /** Rounded to nearest even and saturated to the machine's output type; otherwise the accumulator's type comes out. */
  readonly saturate: boolean;
}

export type EpilogueResult<T> =
  { readonly ok: true; readonly epilogue: Epilogue<T> } | { readonly ok: false; readonly reason: string };

interface Draft<T> {
  biases: T[];
  scale: number;
  relu: boolean;
  saturate: boolean;
}

class Mismatch {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Reads the chain that ends in `value` back to the accumulator. `leaf` tells the ends of the chain. */
export function matchEpilogue<T>(
  value: Value,
  leaf: (value: Value) => Leaf<T> | undefined,
  machine: SystolicMachine,
): EpilogueResult<T> {
  const draft: Draft<T> = { biases: [], scale: 1, relu: false, saturate: false };
  const problem = read(value, leaf, machine, draft);
  return problem === undefined ? { ok: true, epilogue: draft } : { ok: false, reason: problem.reason };
}

function read<T>(
  value: Value,
  leaf: (value: Value) => Leaf<T> | undefined,
  machine: SystolicMachine,
  draft: Draft<T>,
): Mismatch | undefined {
  const constant = (v: Value): number | undefined => {
    const end = leaf(v);
    return end?.kind === "constant" ? end.value : undefined;
  };
  /** Takes `op(x, constant)` in either order. */
  const withConstant = (op: Operation): { x: Value; c: number } | undefined => {
    const [a, b] = [op.operand(0), op.operand(1)];
    const [ca, cb] = [constant(a), constant(b)];
    return cb !== undefined ? { x: a, c: cb } : ca !== undefined ? { x: b, c: ca } : undefined;
  };
  let at = value;
  const is = (name: string): Operation | undefined => (at.definingOp?.name === name ? at.definingOp : undefined);
  const float = machine.types.acc === "f32";

  if (!float && is("arith.fptosi") !== undefined) {
    // Quantised output: fptosi(min(max(roundeven(x * scale), -128), 127)), the clamps in either order.
    at = is("arith.fptosi")!.operand(0);
    let [low, high] = [false, false];
    for (let i = 0; i < 2; i++) {
      const min = is("arith.minimumf");
      const max = is("arith.maximumf");
      const pair = min ?? max;
      const found = pair && withConstant(pair);
      if (found === undefined) break;
      if (min !== undefined && found.c === 127) high = true;
      else if (max !== undefined && (found.c === -128 || found.c === 0)) {
        low = true;
        if (found.c === 0) draft.relu = true;
      } else break;
      at = found.x;
    }
    const round = is("math.roundeven");
    if (!low || !high || round === undefined)
      return new Mismatch("the output is not rounded to even and clamped to the range of i8");
    at = round.operand(0);
    draft.saturate = true;
  }
  const relu = float ? is("arith.maximumf") : is("arith.maxsi");
  if (relu !== undefined && !draft.saturate) {
    const found = withConstant(relu);
    if (found === undefined || found.c !== 0)
      return new Mismatch(`a maximum that is not against 0 is no activation of '${machine.name}'`);
    if (!machine.scale_unit.activations.includes("relu")) return new Mismatch(`'${machine.name}' has no relu`);
    draft.relu = true;
    at = found.x;
  }
  const scaled = is("arith.mulf");
  if (scaled !== undefined) {
    const found = withConstant(scaled);
    if (found === undefined) return new Mismatch("a product with something that is no constant is not a scale");
    draft.scale = Math.fround(found.c);
    at = found.x;
  }
  if (draft.saturate) {
    const cast = is("arith.sitofp");
    if (cast === undefined) return new Mismatch("the scaled value is no integer accumulator");
    at = cast.operand(0);
  }
  for (
    let sum = is(float ? "arith.addf" : "arith.addi");
    sum !== undefined;
    sum = is(float ? "arith.addf" : "arith.addi")
  ) {
    const sides = [sum.operand(0), sum.operand(1)];
    const bias = sides.findIndex((side) => leaf(side)?.kind === "bias");
    if (bias < 0) return new Mismatch("a sum with something that is neither accumulator nor bias");
    const end = leaf(sides[bias]!);
    if (end?.kind === "bias") draft.biases.push(end.value);
    at = sides[1 - bias]!;
  }
  if (leaf(at)?.kind === "accumulator") {
    const out = elementTypeOf(value.type);
    if (!float && !draft.saturate && draft.relu)
      return new Mismatch("integer results that are not rounded and clamped leave without activation");
    if (!draft.saturate && !float && out.kind === "integer" && out.width !== 32)
      return new Mismatch("integer results leave as i32, or rounded and clamped as i8");
    return undefined;
  }
  return new Mismatch(
    at.definingOp === null
      ? "the chain does not start at the accumulator"
      : `'${at.definingOp.name}' is not between accumulator and store on '${machine.name}'`,
  );
}
