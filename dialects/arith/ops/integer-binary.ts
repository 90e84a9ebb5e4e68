// Integer arithmetic: addition to remainders, minima and maxima, bit operations and shifts.
import { flagsOf, infersRangeOf } from "../ranges.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { FoldResult } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import type { InterfaceImplementation } from "../../../ir/define/interface.ts";
import { definedBy, ConditionallySpeculatable, constantOf } from "../../../ir/define/op-interfaces.ts";
import { PoisonUnitProperty } from "../../../ir/define/properties.ts";
import { everyPattern, foldBits } from "../../../ir/interpret/fold-bits.ts";
import type { IntegerArithmetic } from "../../../ir/interpret/integers.ts";
import { scalar, type Primitive } from "../../../ir/interpret/meaning.ts";
import { divisionOnPoison } from "../../../ir/interpret/poison-division.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";
import type { Trait } from "../../../ir/define/traits.ts";
import { integerConstant, integerOf } from "../../../ir/rewrite/constant.ts";
import { OverflowFlags } from "../attributes.ts";
import { integerConstantAttr } from "../constant-attribute.ts";
import { makeNonZeroDivisor, makePositiveDivisor, makeShiftBelowWidth } from "../generation.ts";
import { arithmeticOf, integerWidth } from "../integer-element.ts";
import { poisonAmong } from "../poison.ts";
import { IntegerT } from "../types.ts";

/** What a binary folder sees; constants are integers, or splats of one. */
interface Binary {
  readonly op: Operation;
  readonly lhs: Value;
  readonly rhs: Value;
  readonly left: bigint | undefined;
  readonly right: bigint | undefined;
  readonly type: Type;
}
type BinaryFold = (operands: Binary) => Value | Attribute | undefined;

const folder =
  (...folds: readonly BinaryFold[]) =>
  (
    { op, lhs, rhs }: { op: Operation; lhs: Value; rhs: Value },
    constants: readonly (Attribute | undefined)[],
  ): FoldResult => {
    const operands = { op, lhs, rhs, left: integerOf(constants[0]), right: integerOf(constants[1]), type: lhs.type };
    for (const fold of folds) {
      const folded = fold(operands);
      if (folded !== undefined) return [folded];
    }
    const poison = op.name.startsWith("arith.sh") ? undefined : poisonAmong(constants);
    return poison && [poison];
  };

const rightIs =
  (neutral: bigint): BinaryFold =>
  ({ lhs, right }) =>
    right === neutral ? lhs : undefined;
/** `x op c => c`: the value that is there, so that no constant is made anew. */
const absorbs =
  (absorbing: bigint): BinaryFold =>
  ({ rhs, right }) =>
    right === absorbing ? rhs : undefined;
const sameGives =
  (constant: bigint): BinaryFold =>
  ({ lhs, rhs, type }) =>
    lhs === rhs ? integerConstantAttr(type, constant) : undefined;
const idempotent: BinaryFold = ({ lhs, rhs }) => (lhs === rhs ? lhs : undefined);
/** All bits set, as a canonical constant: i1 true is 1. */
const allOnes = (type: Type): bigint => (integerWidth(type) === 1 ? 1n : -1n);

function operandsOf(value: Value, name: string): readonly [Value, Value] | undefined {
  const op = definedBy(value, name);
  return op && [op.operand(0), op.operand(1)];
}

// --- with overflow flags -------------------------------------------------------------------------------------------------

const primitives: Partial<Record<string, Primitive>> = { add: "add", sub: "subtract", mul: "multiply" };

function withOverflowFlags(
  name: string,
  summary: string,
  operation: "add" | "sub" | "mul" | "shl",
  traits: readonly Trait[],
  ...folds: BinaryFold[]
) {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: IntegerT, rhs: IntegerT },
    properties: { overflowFlags: OverflowFlags },
    results: { result: IntegerT },
    traits: ["Pure", "Elementwise", ...traits],
    interfaces: infersRangeOf(name),
    assemblyFormat: "$lhs `,` $rhs (`overflow` `` $overflowFlags^)? attr-dict `:` type($result)",
    ...(operation === "shl" ? { makeDefined: makeShiftBelowWidth } : {}),
    fold: folder(...folds),
    meaning: scalar((op) => arithmeticOf(op).noWrap(operation, flagsOf(op)), {
      primitive: (op) => {
        const { signed, unsigned } = flagsOf(op);
        return signed || unsigned ? undefined : primitives[operation];
      },
    }),
  });
}

export const AddIOp = withOverflowFlags(
  "addi",
  "Integer addition, modulo 2^n.",
  "add",
  ["Commutative"],
  rightIs(0n),
  // (a - b) + b => a, b + (a - b) => a
  ({ lhs, rhs }) => {
    const [left, right] = [operandsOf(lhs, "arith.subi"), operandsOf(rhs, "arith.subi")];
    return left?.[1] === rhs ? left[0] : right?.[1] === lhs ? right[0] : undefined;
  },
);

export const SubIOp = withOverflowFlags(
  "subi",
  "Integer subtraction, modulo 2^n.",
  "sub",
  [],
  sameGives(0n),
  rightIs(0n),
  // (x + y) - y => x, (x + y) - x => y
  ({ lhs, rhs }) => {
    const sum = operandsOf(lhs, "arith.addi");
    return sum?.[1] === rhs ? sum[0] : sum?.[0] === rhs ? sum[1] : undefined;
  },
);

export const MulIOp = withOverflowFlags(
  "muli",
  "Integer multiplication, modulo 2^n.",
  "mul",
  ["Commutative"],
  absorbs(0n),
  rightIs(1n),
);

export const ShLIOp = withOverflowFlags(
  "shli",
  "Shift to the left; poison when the amount is the width or more.",
  "shl",
  [],
  rightIs(0n),
);

// --- with an exact flag --------------------------------------------------------------------------------------------------

/** What a divisor must be. */
interface Divisor {
  readonly speculatable: InterfaceImplementation;
  readonly makeDefined: typeof makeNonZeroDivisor;
}

/** A division runs where it would not have run only when its divisor is known to be harmless. */
const unsignedDivisor: Divisor = {
  speculatable: ConditionallySpeculatable.with((op) => everyPattern(constantOf(op.operand(1)), (bits) => bits !== 0n)),
  makeDefined: makeNonZeroDivisor,
};
/** -1 is all ones; at one bit that is the constant 1. */
const signedDivisor: Divisor = {
  speculatable: ConditionallySpeculatable.with((op) => {
    const width = integerWidth(op.operand(1).type);
    return everyPattern(constantOf(op.operand(1)), (bits) => bits !== 0n && BigInt.asIntN(width, bits) !== -1n);
  }),
  makeDefined: makePositiveDivisor,
};

type Operator = (a: Scalar, b: Scalar) => Scalar;
/** Picks an operation of an element type's arithmetic. */
type Pick = (arithmetic: IntegerArithmetic) => Operator;

/** An exact division or right shift: where undoing it does not give the operand back, the result is poison. */
function exact(apply: Operator, undo: Operator): Operator {
  return (a, b) => {
    const result = apply(a, b);
    return result === POISON || undo(result, b) !== a ? POISON : result;
  };
}

function withExactFlag(name: string, summary: string, operation: Pick, undo: "mul" | "shl", divisor?: Divisor) {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: IntegerT, rhs: IntegerT },
    properties: { isExact: PoisonUnitProperty },
    results: { result: IntegerT },
    traits: [divisor === undefined ? "Pure" : "NoMemoryEffect", "Elementwise"],
    interfaces: [...infersRangeOf(name), ...(divisor === undefined ? [] : [divisor.speculatable])],
    makeDefined: divisor?.makeDefined ?? makeShiftBelowWidth,
    assemblyFormat: "$lhs `,` $rhs (`exact` $isExact^)? attr-dict `:` type($result)",
    fold: folder(rightIs(undo === "mul" ? 1n : 0n)),
    meaning: scalar(
      (op) => {
        const arithmetic = arithmeticOf(op);
        const plainly = operation(arithmetic);
        const apply = op.attribute("isExact") === undefined ? plainly : exact(plainly, arithmetic[undo]);
        return divisor === undefined ? apply : divisionOnPoison(apply, divisor === signedDivisor);
      },
      { seesPoison: divisor !== undefined },
    ),
  });
}

export const DivSIOp = withExactFlag(
  "divsi",
  "Signed division, rounded towards zero.",
  (a) => a.divSigned,
  "mul",
  signedDivisor,
);
export const DivUIOp = withExactFlag(
  "divui",
  "Unsigned division, rounded down.",
  (a) => a.divUnsigned,
  "mul",
  unsignedDivisor,
);
export const ShRSIOp = withExactFlag("shrsi", "Shift to the right that copies the sign.", (a) => a.shrSigned, "shl");
export const ShRUIOp = withExactFlag("shrui", "Shift to the right that fills with zeros.", (a) => a.shrUnsigned, "shl");

// --- without flags -------------------------------------------------------------------------------------------------------

function plain(name: string, summary: string, operation: Pick, traits: readonly Trait[], ...folds: BinaryFold[]) {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: IntegerT, rhs: IntegerT },
    results: { result: IntegerT },
    traits: ["Pure", "Elementwise", ...traits],
    interfaces: infersRangeOf(name),
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($result)",
    fold: folder(...folds),
    meaning: scalar((op) => operation(arithmeticOf(op))),
  });
}

type ConstantFold = (a: bigint, b: bigint, width: number) => bigint | undefined;

/** Where upstream folds other constants than have a meaning, `constants` says what they fold to, read as signed integers. */
function division(
  name: string,
  summary: string,
  operation: Pick,
  divisor: Divisor,
  identity: BinaryFold,
  constants?: ConstantFold,
) {
  const fold = folder(identity);
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: IntegerT, rhs: IntegerT },
    results: { result: IntegerT },
    traits: ["NoMemoryEffect", "Elementwise"],
    interfaces: [...infersRangeOf(name), divisor.speculatable],
    makeDefined: divisor.makeDefined,
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($result)",
    fold: (view, attributes) => {
      const folded = fold(view, attributes);
      if (folded !== undefined || constants === undefined) return folded;
      const width = integerWidth(view.result.type);
      const signed = (bits = 0n): bigint => BigInt.asIntN(width, bits);
      const made = foldBits(view.result.type, attributes, (a, b) => {
        const value = constants(signed(a), signed(b), width);
        return value === undefined ? undefined : BigInt.asUintN(width, value);
      });
      return made && [made];
    },
    meaning: scalar((op) => divisionOnPoison(operation(arithmeticOf(op)), divisor === signedDivisor), {
      folds: constants === undefined,
      seesPoison: true,
    }),
  });
}

/** `x rem 1 => 0`. */
const remainderByOne: BinaryFold = ({ right, type }) => (right === 1n ? integerConstantAttr(type, 0n) : undefined);

export const CeilDivSIOp = division(
  "ceildivsi",
  "Signed division, rounded up.",
  (a) => a.ceilDivSigned,
  signedDivisor,
  rightIs(1n),
  (a, b, width) => {
    if (b === 0n) return undefined;
    if (a === 0n) return 0n;
    // Upstream computes with magnitudes, and gives up where one overflows.
    const least = -(1n << BigInt(width - 1));
    if (a === least || b === least) return undefined;
    return a / b + (a % b !== 0n && a < 0n === b < 0n ? 1n : 0n);
  },
);
export const CeilDivUIOp = division(
  "ceildivui",
  "Unsigned division, rounded up.",
  (a) => a.ceilDivUnsigned,
  unsignedDivisor,
  rightIs(1n),
);
export const FloorDivSIOp = division(
  "floordivsi",
  "Signed division, rounded down.",
  (a) => a.floorDivSigned,
  signedDivisor,
  rightIs(1n),
);
export const RemSIOp = division(
  "remsi",
  "Remainder with the sign of the dividend.",
  (a) => a.remSigned,
  signedDivisor,
  remainderByOne,
  // Of the least value by -1 as well, though that has no meaning.
  (a, b) => (b === 0n ? undefined : a % b),
);
export const RemUIOp = division("remui", "Unsigned remainder.", (a) => a.remUnsigned, unsignedDivisor, remainderByOne);

/** Whether a value is `x ^ -1`. */
function isNot(value: Value, x: Value): boolean {
  const operands = operandsOf(value, "arith.xori");
  return operands?.[0] === x && integerConstant(operands[1]) === allOnes(x.type);
}

export const AndIOp = plain(
  "andi",
  "Bitwise and.",
  (a) => a.and,
  ["Commutative", "Idempotent"],
  absorbs(0n),
  ({ lhs, right, type }) => (right === allOnes(type) ? lhs : undefined),
  ({ lhs, rhs, type }) => (isNot(rhs, lhs) || isNot(lhs, rhs) ? integerConstantAttr(type, 0n) : undefined),
  // (x & y) & x => x & y, and the other way round
  ({ lhs, rhs }) => {
    const [left, right] = [operandsOf(lhs, "arith.andi"), operandsOf(rhs, "arith.andi")];
    return left?.includes(rhs) === true ? lhs : right?.includes(lhs) === true ? rhs : undefined;
  },
  idempotent,
);
export const OrIOp = plain(
  "ori",
  "Bitwise or.",
  (a) => a.or,
  ["Commutative", "Idempotent"],
  rightIs(0n),
  ({ right, type }) => (right === allOnes(type) ? integerConstantAttr(type, -1n) : undefined),
  ({ lhs, rhs, type }) => (isNot(rhs, lhs) || isNot(lhs, rhs) ? integerConstantAttr(type, -1n) : undefined),
  idempotent,
);
export const XOrIOp = plain(
  "xori",
  "Bitwise exclusive or.",
  (a) => a.xor,
  ["Commutative"],
  rightIs(0n),
  sameGives(0n),
  // (x ^ a) ^ a => x, and the other way round
  ({ lhs, rhs }) => {
    const [left, right] = [operandsOf(lhs, "arith.xori"), operandsOf(rhs, "arith.xori")];
    if (left?.[1] === rhs) return left[0];
    if (left?.[0] === rhs) return left[1];
    return right?.[1] === lhs ? right[0] : right?.[0] === lhs ? right[1] : undefined;
  },
);

/** The least and greatest canonical constants of a type, as its minimum or maximum sees them. */
function limits(type: Type, isSigned: boolean): { readonly least: bigint; readonly greatest: bigint } {
  const width = BigInt(integerWidth(type));
  if (!isSigned) return { least: 0n, greatest: allOnes(type) };
  return width === 1n
    ? { least: 1n, greatest: 0n }
    : { least: -(1n << (width - 1n)), greatest: (1n << (width - 1n)) - 1n };
}

function extremum(name: string, summary: string, operation: Pick, isSigned: boolean, isMaximum: boolean) {
  return plain(name, summary, operation, ["Commutative"], idempotent, ({ lhs, rhs, right, type }) => {
    const { least, greatest } = limits(type, isSigned);
    if (right === (isMaximum ? least : greatest)) return lhs;
    return right === (isMaximum ? greatest : least) ? rhs : undefined;
  });
}

export const MaxSIOp = extremum("maxsi", "The greater, signed.", (a) => a.maxSigned, true, true);
export const MinSIOp = extremum("minsi", "The lesser, signed.", (a) => a.minSigned, true, false);
export const MaxUIOp = extremum("maxui", "The greater, unsigned.", (a) => a.maxUnsigned, false, true);
export const MinUIOp = extremum("minui", "The lesser, unsigned.", (a) => a.minUnsigned, false, false);
