// Conversions between number types. Those that trap out of range are undefined behaviour there; the saturating ones are total.
import { bitsToFloat, floatToBits } from "../../../ir/core/float-bits.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type FloatType, type IntegerType, type Type } from "../../../ir/core/types.ts";
import { floatToInteger, floatToIntegerSaturating, integerToFloat } from "../../../ir/interpret/floats.ts";
import { scalar, type ScalarMeaning } from "../../../ir/interpret/meaning.ts";
import { undefinedBehavior } from "../../../ir/interpret/unwind.ts";
import { POISON } from "../../../ir/interpret/value.ts";
import { misc, plain, type Instruction, type NumberKind } from "./instruction.ts";
import { bigints1, numbers1 } from "./lift.ts";

export type Reading = "signed" | "unsigned";

function floatOf(type: Type): FloatType {
  const element = elementTypeOf(type);
  if (element.kind !== "float") throw new Error("expected a float type");
  return element;
}
function integerOf(type: Type): IntegerType {
  const element = elementTypeOf(type);
  if (element.kind !== "integer") throw new Error("expected an integer type");
  return element;
}

/** Out of range and NaN: the nearest bound and 0. Lifted over lanes. */
export const truncateSaturating = (reading: Reading): ScalarMeaning =>
  scalar((op: Operation) => floatToIntegerSaturating(integerOf(op.result().type), reading));

/** Rounded once. Lifted over lanes. */
export const convertInteger = (reading: Reading): ScalarMeaning =>
  scalar((op: Operation) => integerToFloat(integerOf(op.operand(0).type), floatOf(op.result().type), reading));

const truncateTrapping = (reading: Reading): ScalarMeaning =>
  scalar((op: Operation) => {
    const convert = floatToInteger(integerOf(op.result().type), reading);
    return (a) => {
      const result = convert(a);
      return result === POISON ? undefinedBehavior("conversion of a float beyond the integer's range") : result;
    };
  });

const truncation = (code: number, from: NumberKind, to: NumberKind, reading: Reading): Instruction =>
  plain(code, [from], to, truncateTrapping(reading), { effect: "traps" });
const saturating = (code: number, from: NumberKind, to: NumberKind, reading: Reading): Instruction =>
  misc(code, [from], to, truncateSaturating(reading));
const conversion = (code: number, from: NumberKind, to: NumberKind, reading: Reading): Instruction =>
  plain(code, [from], to, convertInteger(reading));

export const conversionInstructions = {
  "i32.wrap_i64": plain(
    0xa7,
    ["i64"],
    "i32",
    bigints1((a) => Number(BigInt.asIntN(32, a))),
  ),
  "i32.trunc_f32_s": truncation(0xa8, "f32", "i32", "signed"),
  "i32.trunc_f32_u": truncation(0xa9, "f32", "i32", "unsigned"),
  "i32.trunc_f64_s": truncation(0xaa, "f64", "i32", "signed"),
  "i32.trunc_f64_u": truncation(0xab, "f64", "i32", "unsigned"),
  "i64.extend_i32_s": plain(
    0xac,
    ["i32"],
    "i64",
    numbers1((a) => BigInt(a)),
  ),
  "i64.extend_i32_u": plain(
    0xad,
    ["i32"],
    "i64",
    numbers1((a) => BigInt(a >>> 0)),
  ),
  "i64.trunc_f32_s": truncation(0xae, "f32", "i64", "signed"),
  "i64.trunc_f32_u": truncation(0xaf, "f32", "i64", "unsigned"),
  "i64.trunc_f64_s": truncation(0xb0, "f64", "i64", "signed"),
  "i64.trunc_f64_u": truncation(0xb1, "f64", "i64", "unsigned"),
  "f32.convert_i32_s": conversion(0xb2, "i32", "f32", "signed"),
  "f32.convert_i32_u": conversion(0xb3, "i32", "f32", "unsigned"),
  "f32.convert_i64_s": conversion(0xb4, "i64", "f32", "signed"),
  "f32.convert_i64_u": conversion(0xb5, "i64", "f32", "unsigned"),
  "f32.demote_f64": plain(0xb6, ["f64"], "f32", numbers1(Math.fround)),
  "f64.convert_i32_s": conversion(0xb7, "i32", "f64", "signed"),
  "f64.convert_i32_u": conversion(0xb8, "i32", "f64", "unsigned"),
  "f64.convert_i64_s": conversion(0xb9, "i64", "f64", "signed"),
  "f64.convert_i64_u": conversion(0xba, "i64", "f64", "unsigned"),
  "f64.promote_f32": plain(
    0xbb,
    ["f32"],
    "f64",
    numbers1((a) => a),
  ),
  "i32.reinterpret_f32": plain(
    0xbc,
    ["f32"],
    "i32",
    numbers1((a) => Number(floatToBits("f32", a)) | 0),
  ),
  "i64.reinterpret_f64": plain(
    0xbd,
    ["f64"],
    "i64",
    numbers1((a) => BigInt.asIntN(64, floatToBits("f64", a))),
  ),
  "f32.reinterpret_i32": plain(
    0xbe,
    ["i32"],
    "f32",
    numbers1((a) => bitsToFloat("f32", BigInt(a >>> 0))),
  ),
  "f64.reinterpret_i64": plain(
    0xbf,
    ["i64"],
    "f64",
    bigints1((a) => bitsToFloat("f64", BigInt.asUintN(64, a))),
  ),
  "i32.trunc_sat_f32_s": saturating(0, "f32", "i32", "signed"),
  "i32.trunc_sat_f32_u": saturating(1, "f32", "i32", "unsigned"),
  "i32.trunc_sat_f64_s": saturating(2, "f64", "i32", "signed"),
  "i32.trunc_sat_f64_u": saturating(3, "f64", "i32", "unsigned"),
  "i64.trunc_sat_f32_s": saturating(4, "f32", "i64", "signed"),
  "i64.trunc_sat_f32_u": saturating(5, "f32", "i64", "unsigned"),
  "i64.trunc_sat_f64_s": saturating(6, "f64", "i64", "signed"),
  "i64.trunc_sat_f64_u": saturating(7, "f64", "i64", "unsigned"),
};
