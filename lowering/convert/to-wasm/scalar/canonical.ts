// Narrow integers are computed on as 32 bits: back to the extended form after arithmetic, and read as unsigned before.
import type { Value } from "../../../../ir/core/value.ts";
import type { Element } from "../element.ts";
import type { Form } from "./form.ts";

const widths: Partial<Record<Element["kind"], number>> = { i8: 8, i16: 16 };

/** Brings a result back to the form that values of a narrow integer type have: extended by sign; i1: 0 or 1, as a lane 0 or -1. */
export function canonical(form: Form, value: Value): Value {
  const { emitter, element, isVector } = form;
  if (element.kind === "i1") {
    const bit = form.op("and", value, form.constant(1));
    return isVector ? form.op("neg", bit) : bit;
  }
  const width = widths[element.kind];
  if (width === undefined) return value;
  if (!isVector) return emitter.op(width === 8 ? "i32.extend8_s" : "i32.extend16_s", [value]);
  const shift = emitter.i32(32 - width);
  return emitter.op("i32x4.shr_s", [emitter.op("i32x4.shl", [value, shift]), shift]);
}

/** What a 32-bit conversion from a float gives, as a narrow integer: values beyond its bounds become the nearest of them. */
export function saturated(form: Form, value: Value, signed: boolean): Value {
  const width = widths[form.element.kind];
  if (width === undefined) return canonical(form, value);
  if (!signed) return canonical(form, form.op("min_u", value, form.constant(2 ** width - 1)));
  const half = 2 ** (width - 1);
  return form.op("min_s", form.op("max_s", value, form.constant(-half)), form.constant(half - 1));
}

/** The value of a narrow integer read as unsigned. */
export function zeroExtended(form: Form, value: Value): Value {
  const width = widths[form.element.kind];
  if (width !== undefined) return form.op("and", value, form.constant(2 ** width - 1));
  return form.element.kind === "i1" && form.isVector ? form.op("and", value, form.constant(1)) : value;
}
