// Functions of two scalars by op name and element type: total, as StableHLO has them. On booleans + is or, * is and.
import type { IntegerType, Type } from "../../../ir/core/types.ts";
import { floatArithmetic, type FloatArithmetic } from "../../../ir/interpret/floats.ts";
import { integerArithmetic, type Integer, type IntegerArithmetic } from "../../../ir/interpret/integers.ts";
import { expectComplex, expectNumber } from "../../../ir/interpret/operand.ts";
import type { ComplexValue, Scalar } from "../../../ir/interpret/value.ts";
import { isBool, isUnsigned } from "../types.ts";
import { complexArithmetic } from "./complex.ts";

export type ScalarFunction2 = (a: Scalar, b: Scalar) => Scalar;
type ComplexName = keyof ReturnType<typeof complexArithmetic>;

interface BinaryFunctions {
  readonly bool?: (arithmetic: IntegerArithmetic) => ScalarFunction2;
  readonly integer?: (arithmetic: IntegerArithmetic, unsigned: boolean) => ScalarFunction2;
  readonly float?: (arithmetic: FloatArithmetic) => ScalarFunction2;
  readonly complex?: ComplexName;
}

/** IEEE 754 pow, where JavaScript differs: 1 to any power and -1 to an infinite one are 1. */
function floatPower(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;
}

/** Powers modulo 2^width; a negative exponent gives the reciprocal towards zero. */
function integerPower(arithmetic: IntegerArithmetic, unsigned: boolean): ScalarFunction2 {
  const { wrap, width } = arithmetic;
  const read = unsigned ? arithmetic.unsigned : arithmetic.signed;
  const mask = (1n << BigInt(width)) - 1n;
  return (a, b) => {
    let base = BigInt(read(a));
    let exponent = BigInt(read(b));
    if (exponent < 0n) {
      if (base === 1n) return wrap(1n);
      return base === -1n ? wrap(exponent % 2n === 0n ? 1n : -1n) : wrap(0n);
    }
    let result = 1n;
    for (; exponent > 0n; exponent >>= 1n) {
      if ((exponent & 1n) === 1n) result = (result * base) & mask;
      base = (base * base) & mask;
    }
    return wrap(result);
  };
}

/** A shift by the width or more gives what is left when all bits are gone. */
function shift(by: (a: IntegerArithmetic) => ScalarFunction2, isArithmetic = false) {
  return (arithmetic: IntegerArithmetic): ScalarFunction2 => {
    const apply = by(arithmetic);
    const { width, wrap, signed, unsigned } = arithmetic;
    const [zero, ones] = [wrap(0), wrap(-1)];
    const emptied = (a: Scalar): Integer => (isArithmetic && signed(a) < 0 ? ones : zero);
    return (a, b) => (unsigned(b) >= width ? emptied(a) : apply(a, b));
  };
}

const bitwise = (pick: (a: IntegerArithmetic) => ScalarFunction2): BinaryFunctions => ({ bool: pick, integer: pick });

export const binaryFunctions = {
  add: { bool: (a) => a.or, integer: (a) => a.add, float: (a) => a.add, complex: "add" },
  and: bitwise((a) => a.and),
  atan2: { float: (a) => (y, x) => a.round(Math.atan2(expectNumber(y), expectNumber(x))), complex: "atan2" },
  divide: {
    integer: (a, unsigned) => (unsigned ? a.totalDivUnsigned : a.totalDivSigned),
    float: (a) => a.div,
    complex: "divide",
  },
  maximum: {
    bool: (a) => a.or,
    integer: (a, unsigned) => (unsigned ? a.maxUnsigned : a.maxSigned),
    float: (a) => a.maximum,
    complex: "maximum",
  },
  minimum: {
    bool: (a) => a.and,
    integer: (a, unsigned) => (unsigned ? a.minUnsigned : a.minSigned),
    float: (a) => a.minimum,
    complex: "minimum",
  },
  multiply: { bool: (a) => a.and, integer: (a) => a.mul, float: (a) => a.mul, complex: "multiply" },
  or: bitwise((a) => a.or),
  power: {
    integer: integerPower,
    float: (a) => (x, y) => a.round(floatPower(expectNumber(x), expectNumber(y))),
    complex: "power",
  },
  remainder: { integer: (a, unsigned) => (unsigned ? a.totalRemUnsigned : a.totalRemSigned), float: (a) => a.rem },
  shift_left: { integer: shift((a) => a.shl) },
  shift_right_arithmetic: { integer: shift((a) => a.shrSigned, true) },
  shift_right_logical: { integer: shift((a) => a.shrUnsigned) },
  subtract: { integer: (a) => a.sub, float: (a) => a.sub, complex: "subtract" },
  xor: bitwise((a) => a.xor),
} as const satisfies Readonly<Record<string, BinaryFunctions>>;

export type BinaryName = keyof typeof binaryFunctions;

/** The function on elements of a type; undefined where the op has none. */
export function binaryFunction(name: BinaryName, type: Type): ScalarFunction2 | undefined {
  const functions: BinaryFunctions = binaryFunctions[name];
  if (type.kind === "float") return functions.float?.(floatArithmetic(type));
  if (type.kind === "integer") return integerFunction(functions, type);
  if (type.kind !== "complex" || functions.complex === undefined || type.element.kind !== "float") return undefined;
  const apply: (a: ComplexValue, b: ComplexValue) => ComplexValue = complexArithmetic(
    floatArithmetic(type.element).round,
  )[functions.complex];
  return (a, b) => apply(expectComplex(a), expectComplex(b));
}

function integerFunction({ bool, integer }: BinaryFunctions, type: IntegerType): ScalarFunction2 | undefined {
  const arithmetic = integerArithmetic(type);
  return isBool(type) ? bool?.(arithmetic) : integer?.(arithmetic, isUnsigned(type));
}
