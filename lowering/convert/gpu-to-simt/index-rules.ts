// Arithmetic on indices: sums stay sums; other results are in the narrowest register that holds all that they can be.
import type { Operation } from "../../../ir/core/operation.ts";
import type { InstructionName } from "../../../dialects/simt/index.ts";
import type { KernelCode } from "./kernel-code.ts";
import { everything, fits32, int32, isConstant, termLinear, type Linear, type Range } from "./linear.ts";

/** The names of an instruction on 32 and on 64 bits. */
interface Widths {
  readonly narrow: InstructionName;
  readonly wide: InstructionName;
}
type Rule = (a: Linear, b: Linear, code: KernelCode) => Linear;

const isNatural = ({ low }: Range): boolean => low >= 0;

/** The instruction on the narrower registers where operands and result fit. */
function opaque(names: Widths, a: Linear, b: Linear, range: Range, code: KernelCode, mayTrap = false): Linear {
  const narrow = fits32(a) && fits32(b) && fits32(range);
  const operands = [a, b].map((linear) => (narrow ? code.emitter.sum32(linear) : code.emitter.sum64(linear)));
  const name = narrow ? names.narrow : names.wide;
  return termLinear(
    mayTrap ? code.emitter.emit(name, operands) : code.emitter.shared(name, operands),
    narrow ? range : everything,
  );
}

const powerOfTwo = (value: number): number | undefined =>
  value > 0 && Number.isInteger(Math.log2(value)) ? Math.log2(value) : undefined;

/** Quotient and remainder of naturals: by a power of two a shift and a mask. */
function divide(signed: boolean): Rule {
  const names: Widths = signed ? { narrow: "div.s32", wide: "div.s64" } : { narrow: "div.u32", wide: "div.u64" };
  return (a, b, code) => {
    const divisor = isConstant(b) ? b.constant : undefined;
    if (divisor === 1) return a;
    const natural = isNatural(a) && isNatural(b);
    const range =
      natural && divisor !== undefined && divisor > 0
        ? { low: Math.floor(a.low / divisor), high: Math.floor(a.high / divisor) }
        : natural
          ? { low: 0, high: a.high }
          : everything;
    const shift = natural && divisor !== undefined ? powerOfTwo(divisor) : undefined;
    if (shift !== undefined) {
      const narrow = fits32(a);
      const operand = narrow ? code.emitter.sum32(a) : code.emitter.sum64(a);
      return termLinear(
        code.emitter.shared(narrow ? "shr.u32" : "shr.u64", [operand, code.emitter.constant("i32", shift)]),
        narrow ? range : everything,
      );
    }
    return opaque(
      names,
      a,
      b,
      natural ? range : signed && fits32(a) && fits32(b) && divisor !== undefined && divisor > 0 ? int32 : everything,
      code,
      divisor === undefined || divisor <= 0,
    );
  };
}

function remainder(signed: boolean): Rule {
  const names: Widths = signed ? { narrow: "rem.s32", wide: "rem.s64" } : { narrow: "rem.u32", wide: "rem.u64" };
  return (a, b, code) => {
    const divisor = isConstant(b) ? b.constant : undefined;
    const natural = isNatural(a) && isNatural(b);
    if (natural && divisor !== undefined && a.high < divisor) return a;
    const range = natural
      ? { low: 0, high: Math.min(a.high, divisor === undefined ? b.high - 1 : divisor - 1) }
      : everything;
    const shift = natural && divisor !== undefined ? powerOfTwo(divisor) : undefined;
    if (shift !== undefined && divisor !== undefined) {
      const narrow = fits32(a);
      const operand = narrow ? code.emitter.sum32(a) : code.emitter.sum64(a);
      const mask = narrow
        ? code.emitter.constant("i32", divisor - 1)
        : code.emitter.constant("i64", BigInt(divisor - 1));
      return termLinear(code.emitter.shared(narrow ? "and.b32" : "and.b64", [operand, mask]), range);
    }
    const bounded = signed && fits32(a) && fits32(b) && divisor !== undefined && divisor > 0;
    return opaque(
      names,
      a,
      b,
      natural ? range : bounded ? int32 : everything,
      code,
      divisor === undefined || divisor <= 0,
    );
  };
}

/** Minimum or maximum; of naturals signed and unsigned are the same. */
function extremum(kind: "min" | "max", signed: boolean): Rule {
  const pick = Math[kind];
  const names: Widths = { narrow: `${kind}.s32`, wide: signed ? `${kind}.s64` : `${kind}.u64` };
  return (a, b, code) => {
    const known = signed || (isNatural(a) && isNatural(b));
    if (!known)
      return termLinear(code.emitter.shared(names.wide, [code.emitter.sum64(a), code.emitter.sum64(b)]), everything);
    if (isConstant(a) && isConstant(b)) return pick(a.constant, b.constant) === a.constant ? a : b;
    return opaque(names, a, b, { low: pick(a.low, b.low), high: pick(a.high, b.high) }, code);
  };
}

const bitwise = (name: "and" | "or" | "xor"): Rule => {
  const names: Widths = { narrow: `${name}.b32`, wide: `${name}.b64` };
  return (a, b, code) => opaque(names, a, b, int32, code);
};

const negated = (b: Linear, code: KernelCode): Linear =>
  code.multiply(b, { terms: [], constant: -1, low: -1, high: -1 });

/** Shifts by constants are multiplications and divisions; the amount is an i32. */
const shift =
  (names: Widths): Rule =>
  (a, b, code) => {
    const amount = code.emitter.sum32(b);
    return termLinear(code.emitter.shared(names.wide, [code.emitter.sum64(a), amount]), everything);
  };

export const indexRules: Readonly<Record<string, Rule>> = {
  "arith.addi": (a, b, code) => code.add(a, b),
  "arith.subi": (a, b, code) => code.add(a, negated(b, code)),
  "arith.muli": (a, b, code) => code.multiply(a, b),
  "arith.divui": divide(false),
  "arith.divsi": divide(true),
  "arith.remui": remainder(false),
  "arith.remsi": remainder(true),
  "arith.minsi": extremum("min", true),
  "arith.maxsi": extremum("max", true),
  "arith.minui": extremum("min", false),
  "arith.maxui": extremum("max", false),
  "arith.andi": bitwise("and"),
  "arith.ori": bitwise("or"),
  "arith.xori": bitwise("xor"),
  "arith.shli": shift({ narrow: "shl.b32", wide: "shl.b64" }),
  "arith.shrsi": shift({ narrow: "shr.s32", wide: "shr.s64" }),
  "arith.shrui": shift({ narrow: "shr.u32", wide: "shr.u64" }),
};

export function lowerIndexOp(op: Operation, rule: Rule, code: KernelCode): void {
  code.setIndex(op.result(), rule(code.index(op.operand(0)), code.index(op.operand(1)), code));
}
