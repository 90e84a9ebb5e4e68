// Casts between scalar types.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { rounded } from "./float-rules.ts";
import { predicateAsInteger, signExtended, zeroExtended } from "./integer-rules.ts";
import { refuseTypes, type KernelCode, type Rule } from "./kernel-code.ts";
import { fits32, int32, type Range } from "./linear.ts";
import { narrowBits, narrowFloat, registerOf } from "./register.ts";

type Cast = (code: KernelCode, value: Value, from: Type, to: Type) => Value;

const cast = (convert: Cast, refuse?: (from: Type, to: Type) => string | undefined): Rule => ({
  refuse: (op) => refuseTypes(op) ?? refuse?.(op.operand(0).type, op.result().type),
  lower: (op, code) => {
    const [from, to] = [op.operand(0).type, op.result().type];
    code.set(op.result(), convert(code, code.get(op.operand(0)), from, to));
  },
});

/** Any integer as an i32 that holds its value under a signedness; i64 is not one. */
const asInteger32 = (code: KernelCode, value: Value, from: Type, signed: boolean): Value =>
  registerOf(from) === "pred"
    ? predicateAsInteger(code, value, signed ? -1 : 1)
    : signed
      ? value
      : zeroExtended(code, value, from);

const extend =
  (signed: boolean): Cast =>
  (code, value, from, to) => {
    const low = asInteger32(code, value, from, signed);
    return registerOf(to) === "i64" ? code.emitter.emit(signed ? "cvt.s64.s32" : "cvt.u64.u32", [low]) : low;
  };

/** The low bits; one bit is a test. */
const truncate: Cast = (code, value, from, to) => {
  const { emitter } = code;
  const low = registerOf(from) === "i64" ? emitter.emit("cvt.u32.u64", [value]) : value;
  if (registerOf(to) !== "pred") return signExtended(code, low, to);
  return emitter.emit("setp.ne.s32", [
    emitter.emit("and.b32", [low, emitter.constant("i32", 1)]),
    emitter.constant("i32", 0),
  ]);
};

const integerToFloat = (signed: boolean): Rule =>
  cast(
    (code, value, from, to) => {
      const wide = registerOf(from) === "i64";
      const operand = wide ? value : asInteger32(code, value, from, signed);
      const source = `${signed ? "s" : "u"}${wide ? 64 : 32}` as const;
      return rounded(
        code,
        code.emitter.emit(`cvt.rn.${registerOf(to) === "f64" ? "f64" : "f32"}.${source}`, [operand]),
        to,
      );
    },
    (from, to) =>
      narrowFloat(to) !== undefined && from.kind === "integer" && from.width > 16
        ? "it would be rounded twice, to f32 and then to the narrow float"
        : undefined,
  );

const floatToInteger = (signed: boolean): Rule =>
  cast((code, value, from, to) => {
    const { emitter } = code;
    const source = registerOf(from) === "f64" ? "f64" : "f32";
    const wide = registerOf(to) === "i64";
    const result = emitter.emit(`cvt.rzi.${signed ? "s" : "u"}${wide ? 64 : 32}.${source}`, [value]);
    if (registerOf(to) === "pred") return emitter.emit("setp.ne.s32", [result, emitter.constant("i32", 0)]);
    const bits = narrowBits(to);
    if (bits === undefined) return result;
    // Values beyond a narrow integer's bounds become the nearest of them.
    const bound = (value: number): Value => emitter.constant("i32", value);
    if (!signed) return signExtended(code, emitter.emit("min.u32", [result, bound(2 ** bits - 1)]), to);
    const half = 2 ** (bits - 1);
    return emitter.emit("min.s32", [emitter.emit("max.s32", [result, bound(-half)]), bound(half - 1)]);
  });

const widenFloat: Cast = (code, value, from, to) =>
  registerOf(from) === registerOf(to) ? value : code.emitter.emit("cvt.f64.f32", [value]);

const narrowFloats: Rule = cast(
  (code, value, from, to) =>
    rounded(code, registerOf(from) === "f64" ? code.emitter.emit("cvt.rn.f32.f64", [value]) : value, to),
  (from, to) =>
    registerOf(from) === "f64" && narrowFloat(to) !== undefined
      ? "it would be rounded twice, to f32 and then to the narrow float"
      : undefined,
);

const bitcast: Cast = (code, value, from, to) => {
  const { emitter } = code;
  if (from.kind === to.kind && narrowFloat(from) === narrowFloat(to)) return value;
  let bits = value;
  const source = narrowFloat(from);
  if (source !== undefined)
    bits = signExtended(
      code,
      emitter.emit(source === "f16" ? "cvt.rn.f16.f32" : "cvt.rn.bf16.f32", [value]),
      to.kind === "integer" ? to : from,
    );
  else if (from.kind === "float")
    bits = emitter.emit(registerOf(from) === "f64" ? "mov.b64.f64" : "mov.b32.f32", [value]);
  if (to.kind !== "float") return bits;
  const target = narrowFloat(to);
  if (target !== undefined) return emitter.emit(target === "f16" ? "cvt.f32.f16" : "cvt.f32.bf16", [bits]);
  return emitter.emit(registerOf(to) === "f64" ? "mov.f64.b64" : "mov.f32.b32", [bits]);
};

const naturals: Range = { low: 0, high: 4294967295 };

/** Between index and integers: an index from 32 bits is that register. */
const indexCast = (signed: boolean): Rule => ({
  refuse: refuseTypes,
  lower: (op, code) => {
    const [source, result] = [op.operand(0), op.result()];
    const { emitter } = code;
    if (result.type.kind === "index") {
      const value = code.get(source);
      if (registerOf(source.type) === "i64") code.setTerm(result, value, { low: -Infinity, high: Infinity });
      else if (signed) code.setTerm(result, asInteger32(code, value, source.type, true), int32);
      else {
        const low = asInteger32(code, value, source.type, false);
        const bits = narrowBits(source.type) ?? (registerOf(source.type) === "pred" ? 1 : undefined);
        if (bits !== undefined) code.setTerm(result, low, { low: 0, high: 2 ** bits - 1 });
        else code.setTerm(result, emitter.shared("cvt.u64.u32", [low]), naturals);
      }
      return;
    }
    const linear = code.index(source);
    if (registerOf(result.type) === "i64") {
      code.set(result, emitter.sum64(linear));
      return;
    }
    const low = emitter.sum32(linear);
    if (registerOf(result.type) === "pred") {
      code.set(
        result,
        emitter.emit("setp.ne.s32", [
          emitter.emit("and.b32", [low, emitter.constant("i32", 1)]),
          emitter.constant("i32", 0),
        ]),
      );
      return;
    }
    const known =
      fits32(linear) &&
      linear.low >= -(2 ** ((narrowBits(result.type) ?? 32) - 1)) &&
      linear.high < 2 ** ((narrowBits(result.type) ?? 32) - 1);
    code.set(result, known ? low : signExtended(code, low, result.type));
  },
});

const sameWidth = (op: Operation): boolean =>
  registerOf(op.operand(0).type) !== undefined && registerOf(op.result().type) !== undefined;

export const castRules: Readonly<Record<string, Rule>> = {
  "arith.extsi": cast(extend(true)),
  "arith.extui": cast(extend(false)),
  "arith.trunci": cast(truncate),
  "arith.extf": cast(widenFloat),
  "arith.truncf": narrowFloats,
  "arith.sitofp": integerToFloat(true),
  "arith.uitofp": integerToFloat(false),
  "arith.fptosi": floatToInteger(true),
  "arith.fptoui": floatToInteger(false),
  "arith.index_cast": indexCast(true),
  "arith.index_castui": indexCast(false),
  "arith.bitcast": { refuse: (op) => (sameWidth(op) ? undefined : refuseTypes(op)), lower: cast(bitcast).lower },
};
