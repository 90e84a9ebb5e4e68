// Functions by the special function unit: 2^x, log2, sine, cosine, tanh and 1/sqrt, and what follows from them.
import type { Value } from "../../../ir/core/value.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import { onFloats32 } from "./float-rules.ts";
import { refuseTypes, type KernelCode, type Rule } from "./kernel-code.ts";
import { narrowBits, registerOf } from "./register.ts";
import { zeroExtended } from "./integer-rules.ts";

const float = (code: KernelCode, value: number): Value => code.emitter.constant("f32", value);

/** e^x = 2^(x log2 e): the rounded product costs |x| 2^-24 of the result. */
const exponential = (code: KernelCode, x: Value): Value => {
  const { emitter } = code;
  return emitter.emit("ex2.approx.f32", [emitter.emit("mul.f32", [x, float(code, Math.LOG2E)])]);
};

const logarithm = (code: KernelCode, x: Value, scale: number): Value =>
  code.emitter.emit("mul.f32", [code.emitter.emit("lg2.approx.f32", [x]), float(code, scale)]);

/** log(1 + x) = log(u) x / (u - 1) with u = 1 + x rounded; x where u is 1, log(u) where u is infinite. */
function logarithm1p(code: KernelCode, x: Value): Value {
  const { emitter } = code;
  const one = float(code, 1);
  const u = emitter.emit("add.f32", [x, one]);
  const log = logarithm(code, u, Math.LN2);
  const corrected = emitter.emit("mul.f32", [log, emitter.emit("div.rn.f32", [x, emitter.emit("sub.f32", [u, one])])]);
  const finite = emitter.emit("selp.f32", [log, corrected, emitter.emit("setp.eq.f32", [u, float(code, Infinity)])]);
  return emitter.emit("selp.f32", [x, finite, emitter.emit("setp.eq.f32", [u, one])]);
}

/** e^x - 1 = (u - 1) x / log(u) with u = e^x rounded; x where u is 1, u - 1 where that is -1 or infinite. */
function exponential1m(code: KernelCode, x: Value): Value {
  const { emitter } = code;
  const one = float(code, 1);
  const u = exponential(code, x);
  const less = emitter.emit("sub.f32", [u, one]);
  const corrected = emitter.emit("mul.f32", [less, emitter.emit("div.rn.f32", [x, logarithm(code, u, Math.LN2)])]);
  const end = emitter.emit("or.pred", [
    emitter.emit("setp.eq.f32", [less, float(code, -1)]),
    emitter.emit("setp.eq.f32", [less, float(code, Infinity)]),
  ]);
  const away = emitter.emit("selp.f32", [less, corrected, end]);
  return emitter.emit("selp.f32", [x, away, emitter.emit("setp.eq.f32", [u, one])]);
}

/** Half away from zero: the truncation of |x|, plus 1 where at least a half is left, with x's sign. */
function roundAway(code: KernelCode, x: Value): Value {
  const { emitter } = code;
  const magnitude = emitter.emit("abs.f32", [x]);
  const whole = emitter.emit("cvt.rzi.f32.f32", [magnitude]);
  const rest = emitter.emit("sub.f32", [magnitude, whole]);
  const up = emitter.emit("selp.f32", [
    float(code, 1),
    float(code, 0),
    emitter.emit("setp.ge.f32", [rest, float(code, 0.5)]),
  ]);
  return emitter.emit("copysign.f32", [x, emitter.emit("add.f32", [whole, up])]);
}

const unary = (f: (code: KernelCode, x: Value) => Value): Rule => onFloats32((code, [x]) => f(code, x!));
const special = (name: InstructionName): Rule => unary((code, x) => code.emitter.emit(name, [x]));

const count = (name: "popc" | "clz"): Rule => ({
  refuse: (op) =>
    refuseTypes(op) ??
    (registerOf(op.result().type) === "pred" || op.result().type.kind === "index"
      ? "there is no such instruction on its type"
      : undefined),
  lower: (op, code) => {
    const { type } = op.result();
    const { emitter } = code;
    const value = code.get(op.operand(0));
    if (registerOf(type) === "i64") {
      code.set(op.result(), emitter.emit("cvt.u64.u32", [emitter.emit(`${name}.b64`, [value])]));
      return;
    }
    const bits = narrowBits(type);
    const counted = emitter.emit(`${name}.b32`, [zeroExtended(code, value, type)]);
    const extra = name === "clz" && bits !== undefined ? 32 - bits : 0;
    code.set(op.result(), extra === 0 ? counted : emitter.emit("sub.s32", [counted, emitter.constant("i32", extra)]));
  },
});

const absoluteInteger: Rule = {
  refuse: (op) =>
    refuseTypes(op) ??
    (registerOf(op.result().type) === "pred" || op.result().type.kind === "index"
      ? "there is no such instruction on its type"
      : undefined),
  lower: (op, code) => {
    code.set(
      op.result(),
      code.emitter.emit(registerOf(op.result().type) === "i64" ? "abs.s64" : "abs.s32", [code.get(op.operand(0))]),
    );
  },
};

export const mathRules: Readonly<Record<string, Rule>> = {
  "math.exp": unary(exponential),
  "math.exp2": special("ex2.approx.f32"),
  "math.expm1": unary(exponential1m),
  "math.log": unary((code, x) => logarithm(code, x, Math.LN2)),
  "math.log2": special("lg2.approx.f32"),
  "math.log10": unary((code, x) => logarithm(code, x, Math.LN2 / Math.LN10)),
  "math.log1p": unary(logarithm1p),
  "math.sin": special("sin.approx.f32"),
  "math.cos": special("cos.approx.f32"),
  "math.tanh": special("tanh.approx.f32"),
  "math.rsqrt": special("rsqrt.approx.f32"),
  "math.round": unary(roundAway),
  "math.ctpop": count("popc"),
  "math.ctlz": count("clz"),
  "math.absi": absoluteInteger,
};
