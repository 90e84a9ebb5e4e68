// What register holds a scalar of the gpu level, and under which convention.
//
//   i1 -> i1; i8, i16 -> i32, sign-extended; i32 -> i32; i64 -> i64; f32, f16, bf16 -> f32 (narrow floats rounded after every op); f64 -> f64.
//   index has no register of its own: see linear.ts.
import { f32, f64, i1, i32, i64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";

export type Register = "pred" | "i32" | "i64" | "f32" | "f64";

/** The register of a scalar type; index counts as i64, which it is where a register must be chosen without knowing the value. */
export function registerOf(type: Type): Register | undefined {
  switch (type.kind) {
    case "index":
      return "i64";
    case "integer":
      if (type.width === 1) return "pred";
      if (type.width === 8 || type.width === 16 || type.width === 32) return "i32";
      return type.width === 64 ? "i64" : undefined;
    case "float":
      if (type.name === "f32" || type.name === "f16" || type.name === "bf16") return "f32";
      return type.name === "f64" ? "f64" : undefined;
    default:
      return undefined;
  }
}

export function registerType(type: Type): Type {
  const register = registerOf(type);
  if (register === undefined) throw new Error(`no register holds a '${type.kind}'`);
  const make = { pred: i1, i32, i64, f32, f64 }[register];
  return make(type.context);
}

/** Bits of an integer that shares a register with wider ones. */
export const narrowBits = (type: Type): 8 | 16 | undefined =>
  type.kind === "integer" && (type.width === 8 || type.width === 16) ? type.width : undefined;

/** The name of a float that is computed in f32. */
export const narrowFloat = (type: Type): "f16" | "bf16" | undefined =>
  type.kind === "float" && (type.name === "f16" || type.name === "bf16") ? type.name : undefined;
