// Float arithmetic and comparisons: f32 and f64 as they are; f16 and bf16 in f32, rounded after every op, which rounds as one op would.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { CmpFOp } from "../../../dialects/arith/index.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import { refuseTypes, type KernelCode, type Rule } from "./kernel-code.ts";
import { narrowFloat, registerOf } from "./register.ts";

/** Rounds a result in f32 to a narrow float. */
export function rounded(code: KernelCode, value: Value, type: Type): Value {
  const name = narrowFloat(type);
  if (name === undefined) return value;
  const bits = code.emitter.emit(name === "f16" ? "cvt.rn.f16.f32" : "cvt.rn.bf16.f32", [value]);
  return code.emitter.emit(name === "f16" ? "cvt.f32.f16" : "cvt.f32.bf16", [bits]);
}

interface FloatNames {
  readonly f32: InstructionName;
  readonly f64: InstructionName;
  /** The result is a value of a narrow type whenever the operands are. */
  readonly closed?: boolean;
}

const table: Readonly<Record<string, FloatNames>> = {
  "arith.addf": { f32: "add.f32", f64: "add.f64" },
  "arith.subf": { f32: "sub.f32", f64: "sub.f64" },
  "arith.mulf": { f32: "mul.f32", f64: "mul.f64" },
  "arith.divf": { f32: "div.rn.f32", f64: "div.rn.f64" },
  "arith.negf": { f32: "neg.f32", f64: "neg.f64", closed: true },
  "arith.maximumf": { f32: "max.NaN.f32", f64: "max.NaN.f64", closed: true },
  "arith.minimumf": { f32: "min.NaN.f32", f64: "min.NaN.f64", closed: true },
  "arith.maxnumf": { f32: "max.f32", f64: "max.f64", closed: true },
  "arith.minnumf": { f32: "min.f32", f64: "min.f64", closed: true },
  "math.absf": { f32: "abs.f32", f64: "abs.f64", closed: true },
  "math.sqrt": { f32: "sqrt.rn.f32", f64: "sqrt.rn.f64" },
  "math.ceil": { f32: "cvt.rpi.f32.f32", f64: "cvt.rpi.f64.f64", closed: true },
  "math.floor": { f32: "cvt.rmi.f32.f32", f64: "cvt.rmi.f64.f64", closed: true },
  "math.trunc": { f32: "cvt.rzi.f32.f32", f64: "cvt.rzi.f64.f64", closed: true },
  "math.roundeven": { f32: "cvt.rni.f32.f32", f64: "cvt.rni.f64.f64", closed: true },
};

/** One instruction on floats of one type. */
const direct: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const { type } = op.result();
    const { f32, f64, closed = false } = table[op.name]!;
    const result = code.emitter.emit(registerOf(type) === "f64" ? f64 : f32, op.operands.map((value) => code.get(value))); // prettier-ignore
    code.set(op.result(), closed ? result : rounded(code, result, type));
  },
};

const copySign: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const [magnitude, sign] = [code.get(op.operand(0)), code.get(op.operand(1))];
    code.set(
      op.result(),
      code.emitter.emit(registerOf(op.result().type) === "f64" ? "copysign.f64" : "copysign.f32", [sign, magnitude]),
    );
  },
};

/** In f32 a product of narrow floats and its sum are not always exact: rounding twice could differ from rounding once. */
const fma: Rule = {
  refuse: (op) =>
    refuseTypes(op) ??
    (narrowFloat(op.result().type) === undefined
      ? undefined
      : "there is no instruction that rounds a narrow float's fma once"),
  lower: (op, code) => {
    const name = registerOf(op.result().type) === "f64" ? "fma.rn.f64" : "fma.rn.f32";
    code.set(op.result(), code.emitter.emit(name, op.operands.map((value) => code.get(value)))); // prettier-ignore
  },
};

const tests = {
  oeq: "eq", one: "ne", olt: "lt", ole: "le", ogt: "gt", oge: "ge", ord: "num",
  ueq: "equ", une: "neu", ult: "ltu", ule: "leu", ugt: "gtu", uge: "geu", uno: "nan",
} as const; // prettier-ignore

const compare: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const { lhs, rhs, predicate, result } = CmpFOp.match(op)!;
    if (predicate === "false" || predicate === "true") {
      code.set(result, code.emitter.constant("pred", predicate === "true" ? 1 : 0));
      return;
    }
    const width = registerOf(lhs.type) === "f64" ? "f64" : "f32";
    code.set(result, code.emitter.emit(`setp.${tests[predicate]}.${width}`, [code.get(lhs), code.get(rhs)]));
  },
};

export const floatRules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(Object.keys(table).map((name) => [name, direct])),
  "math.copysign": copySign,
  "math.fma": fma,
  "arith.cmpf": compare,
};

/** `f` on f32; a narrow float's result is rounded. */
export function onFloats32(f: (code: KernelCode, operands: readonly Value[]) => Value): Rule {
  return {
    refuse: (op: Operation) =>
      refuseTypes(op) ?? (registerOf(op.result().type) === "f64" ? "the special function unit has no f64" : undefined),
    lower: (op, code) => {
      const result = f(code, op.operands.map((value) => code.get(value))); // prettier-ignore
      code.set(op.result(), rounded(code, result, op.result().type));
    },
  };
}
