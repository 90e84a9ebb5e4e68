// Casts between elements, on scalars.
import type { Value } from "../../../../ir/core/value.ts";
import type { Element } from "../element.ts";
import { isInstruction, type Emitter } from "../emitter.ts";
import { canonical, saturated, zeroExtended } from "./canonical.ts";
import { Form } from "./form.ts";

/** A cast in terms of what it does to bits; index casts are one of the integer ones. */
export type Cast =
  "extsi" | "extui" | "trunci" | "sitofp" | "uitofp" | "fptosi" | "fptoui" | "extf" | "truncf" | "bitcast" | "none";

const names: Readonly<Record<string, Cast>> = {
  "arith.extsi": "extsi",
  "arith.extui": "extui",
  "arith.trunci": "trunci",
  "arith.sitofp": "sitofp",
  "arith.uitofp": "uitofp",
  "arith.fptosi": "fptosi",
  "arith.fptoui": "fptoui",
  "arith.extf": "extf",
  "arith.truncf": "truncf",
  "arith.bitcast": "bitcast",
};

export const castNames: readonly string[] = [...Object.keys(names), "arith.index_cast", "arith.index_castui"];

const widths: Readonly<Record<Element["kind"], number>> = { i1: 1, i8: 8, i16: 16, i32: 32, i64: 64, f32: 32, f64: 64 };

/** What the cast of this name does between two elements. */
export function castOf(name: string, from: Element, to: Element): Cast {
  const known = names[name];
  if (known !== undefined) return known;
  if (widths[from.kind] === widths[to.kind]) return "none";
  if (widths[from.kind] > widths[to.kind]) return "trunci";
  return name === "arith.index_castui" ? "extui" : "extsi";
}

/** A conversion instruction `to.mnemonic_from`, with a suffix. */
function convert(emitter: Emitter, to: string, mnemonic: string, from: string, suffix: string, value: Value): Value {
  const name = `${to}.${mnemonic}_${from}${suffix}`;
  if (!isInstruction(name)) throw new Error(`there is no instruction '${name}'`);
  return emitter.op(name, [value]);
}

/** The cast scalar. */
export function castScalar(emitter: Emitter, cast: Cast, from: Element, to: Element, value: Value): Value {
  const source = new Form(emitter, from, false);
  const target = new Form(emitter, to, false);
  /** The integer with all the bits of its register: extended by sign, or by zero. */
  const signed = (): Value => (from.kind === "i1" ? source.op("sub", source.constant(0), value) : value);
  const unsigned = (): Value => zeroExtended(source, value);
  switch (cast) {
    case "none":
      return value;
    case "extsi":
      return to.lane === from.lane ? signed() : emitter.op("i64.extend_i32_s", [signed()]);
    case "extui":
      return to.lane === from.lane ? unsigned() : emitter.op("i64.extend_i32_u", [unsigned()]);
    case "trunci":
      return canonical(target, from.lane === "i64" && to.lane === "i32" ? emitter.op("i32.wrap_i64", [value]) : value);
    case "sitofp":
      return convert(emitter, to.lane, "convert", from.lane, "_s", signed());
    case "uitofp":
      return convert(emitter, to.lane, "convert", from.lane, "_u", unsigned());
    case "fptosi":
      return saturated(target, convert(emitter, to.lane, "trunc_sat", from.lane, "_s", value), true);
    case "fptoui":
      return saturated(target, convert(emitter, to.lane, "trunc_sat", from.lane, "_u", value), false);
    case "extf":
      return emitter.op("f64.promote_f32", [value]);
    case "truncf":
      return emitter.op("f32.demote_f64", [value]);
    case "bitcast":
      return from.lane === to.lane ? value : convert(emitter, to.lane, "reinterpret", from.lane, "", value);
  }
}

/** Why a cast cannot be done; undefined where it can. */
export function castProblem(name: string, from: Element, to: Element): string | undefined {
  const cast = castOf(name, from, to);
  if (cast === "bitcast" && widths[from.kind] !== widths[to.kind])
    return "a bitcast between elements of different width";
  return undefined;
}
