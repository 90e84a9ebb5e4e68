// Integer arithmetic, comparisons and selection. i8 and i16 are sign-extended in an i32; what can leave their range is extended again.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { CmpIOp, SelectOp } from "../../../dialects/arith/index.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import { indexRules, lowerIndexOp } from "./index-rules.ts";
import { refuseTypes, type KernelCode, type Rule } from "./kernel-code.ts";
import { everything, fits32, isConstant, termLinear } from "./linear.ts";
import { narrowBits, registerOf } from "./register.ts";

/** The value with the low bits of a narrow type, sign-extended. */
export function signExtended(code: KernelCode, value: Value, type: Type): Value {
  const bits = narrowBits(type);
  return bits === undefined ? value : code.emitter.emit(bits === 8 ? "cvt.s32.s8" : "cvt.s32.s16", [value]);
}

export function zeroExtended(code: KernelCode, value: Value, type: Type): Value {
  const bits = narrowBits(type);
  return bits === undefined ? value : code.emitter.emit(bits === 8 ? "cvt.u32.u8" : "cvt.u32.u16", [value]);
}

interface Binary {
  readonly i32: InstructionName;
  readonly i64: InstructionName;
  /** On i1, where true is -1 signed and 1 unsigned; absent where it is not worth having. */
  readonly pred?: InstructionName;
  /** Operands that share a register are taken as unsigned. */
  readonly unsigned?: boolean;
  /** The result is a value of a narrow type again whenever the operands are. */
  readonly closed?: boolean;
}

const binaries: Readonly<Record<string, Binary>> = {
  "arith.addi": { i32: "add.s32", i64: "add.s64", pred: "xor.pred" },
  "arith.subi": { i32: "sub.s32", i64: "sub.s64", pred: "xor.pred" },
  "arith.muli": { i32: "mul.lo.s32", i64: "mul.lo.s64", pred: "and.pred" },
  "arith.divsi": { i32: "div.s32", i64: "div.s64" },
  "arith.divui": { i32: "div.u32", i64: "div.u64", unsigned: true },
  "arith.remsi": { i32: "rem.s32", i64: "rem.s64" },
  "arith.remui": { i32: "rem.u32", i64: "rem.u64", unsigned: true },
  "arith.andi": { i32: "and.b32", i64: "and.b64", pred: "and.pred", closed: true },
  "arith.ori": { i32: "or.b32", i64: "or.b64", pred: "or.pred", closed: true },
  "arith.xori": { i32: "xor.b32", i64: "xor.b64", pred: "xor.pred", closed: true },
  "arith.minsi": { i32: "min.s32", i64: "min.s64", pred: "or.pred", closed: true },
  "arith.maxsi": { i32: "max.s32", i64: "max.s64", pred: "and.pred", closed: true },
  "arith.minui": { i32: "min.u32", i64: "min.u64", pred: "and.pred", closed: true },
  "arith.maxui": { i32: "max.u32", i64: "max.u64", pred: "or.pred", closed: true },
};

function refuseBinary(op: Operation): string | undefined {
  const isPredicate = registerOf(op.result().type) === "pred" && binaries[op.name]?.pred === undefined;
  return refuseTypes(op) ?? (isPredicate ? "there is no such instruction on predicates" : undefined);
}

const binary: Rule = {
  refuse: refuseBinary,
  lower: (op, code) => {
    const { type } = op.result();
    const rule = indexRules[op.name];
    if (type.kind === "index" && rule !== undefined) {
      lowerIndexOp(op, rule, code);
      return;
    }
    const names = binaries[op.name]!;
    const register = registerOf(type);
    const operands = op.operands.map((value) =>
      names.unsigned === true ? zeroExtended(code, code.get(value), type) : code.get(value),
    );
    const name = register === "pred" ? names.pred! : register === "i64" ? names.i64 : names.i32;
    const result = code.emitter.emit(name, operands);
    code.set(op.result(), names.closed === true ? result : signExtended(code, result, type));
  },
};

const shifts: Readonly<
  Record<string, { readonly i32: InstructionName; readonly i64: InstructionName; readonly unsigned?: boolean }>
> = {
  "arith.shli": { i32: "shl.b32", i64: "shl.b64" },
  "arith.shrsi": { i32: "shr.s32", i64: "shr.s64" },
  "arith.shrui": { i32: "shr.u32", i64: "shr.u64", unsigned: true },
};

const shift: Rule = {
  refuse: (op) =>
    refuseTypes(op) ??
    (registerOf(op.result().type) === "pred" ? "there is no such instruction on predicates" : undefined),
  lower: (op, code) => {
    const { type } = op.result();
    const rule = indexRules[op.name];
    if (type.kind === "index" && rule !== undefined) {
      lowerIndexOp(op, rule, code);
      return;
    }
    const names = shifts[op.name]!;
    const [value, amount] = [code.get(op.operand(0)), code.get(op.operand(1))];
    if (registerOf(type) === "i64") {
      code.set(op.result(), code.emitter.emit(names.i64, [value, code.emitter.emit("cvt.u32.u64", [amount])]));
      return;
    }
    const taken = names.unsigned === true ? zeroExtended(code, value, type) : value;
    code.set(op.result(), signExtended(code, code.emitter.emit(names.i32, [taken, amount]), type));
  },
};

type Predicate = "eq" | "ne" | "slt" | "sle" | "sgt" | "sge" | "ult" | "ule" | "ugt" | "uge";

const comparisons = {
  eq: ["setp.eq.s32", "setp.eq.s64"], ne: ["setp.ne.s32", "setp.ne.s64"],
  slt: ["setp.lt.s32", "setp.lt.s64"], sle: ["setp.le.s32", "setp.le.s64"], sgt: ["setp.gt.s32", "setp.gt.s64"], sge: ["setp.ge.s32", "setp.ge.s64"],
  ult: ["setp.lt.u32", "setp.lt.u64"], ule: ["setp.le.u32", "setp.le.u64"], ugt: ["setp.gt.u32", "setp.gt.u64"], uge: ["setp.ge.u32", "setp.ge.u64"],
} as const satisfies Readonly<Record<Predicate, readonly [InstructionName, InstructionName]>>; // prettier-ignore

/** A predicate as an i32: 1, or -1 where it is signed, and 0. */
export const predicateAsInteger = (code: KernelCode, value: Value, one: 1 | -1): Value =>
  code.emitter.emit("selp.b32", [code.emitter.constant("i32", one), code.emitter.constant("i32", 0), value]);

const compare: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const { lhs, rhs, predicate, result } = CmpIOp.match(op)!;
    const [narrow, wide] = comparisons[predicate];
    if (lhs.type.kind === "index") {
      const [a, b] = [code.index(lhs), code.index(rhs)];
      // In 32 bits the order is the same, unsigned too: both are sign-extended.
      const fits = fits32(a) && fits32(b);
      const operands = [a, b].map((linear) => (fits ? code.emitter.sum32(linear) : code.emitter.sum64(linear)));
      code.set(result, code.emitter.shared(fits ? narrow : wide, operands));
      return;
    }
    const one = predicate.startsWith("s") ? -1 : 1;
    const isPredicate = registerOf(lhs.type) === "pred";
    const operands = [lhs, rhs].map((value) =>
      isPredicate ? predicateAsInteger(code, code.get(value), one) : code.get(value),
    );
    code.set(result, code.emitter.emit(registerOf(lhs.type) === "i64" ? wide : narrow, operands));
  },
};

const selections = { i32: "selp.b32", i64: "selp.b64", f32: "selp.f32", f64: "selp.f64" } as const;

const select: Rule = {
  refuse: refuseTypes,
  lower: (op, code) => {
    const { condition, trueValue, falseValue, result } = SelectOp.match(op)!;
    const { emitter } = code;
    const test = code.get(condition);
    if (result.type.kind === "index") {
      const [a, b] = [code.index(trueValue), code.index(falseValue)];
      const range = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
      const narrow = fits32(range);
      const picked = narrow
        ? emitter.shared("selp.b32", [emitter.sum32(a), emitter.sum32(b), test])
        : emitter.shared("selp.b64", [emitter.sum64(a), emitter.sum64(b), test]);
      code.setIndex(
        result,
        isConstant(a) && isConstant(b) && a.constant === b.constant
          ? a
          : termLinear(picked, narrow ? range : everything),
      );
      return;
    }
    const [a, b] = [code.get(trueValue), code.get(falseValue)];
    const register = registerOf(result.type)!;
    if (register !== "pred") {
      code.set(result, emitter.emit(selections[register], [a, b, test]));
      return;
    }
    const taken = emitter.emit("and.pred", [test, a]);
    const other = emitter.emit("and.pred", [emitter.emit("not.pred", [test]), b]);
    code.set(result, emitter.emit("or.pred", [taken, other]));
  },
};

export const integerRules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(Object.keys(binaries).map((name) => [name, binary])),
  ...Object.fromEntries(Object.keys(shifts).map((name) => [name, shift])),
  "arith.cmpi": compare,
  "arith.select": select,
};
