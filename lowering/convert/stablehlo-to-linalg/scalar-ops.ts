// The scalar form of elementwise ops: arith and math on one element of each operand. Integer division stays total, as StableHLO's is.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { unitRoundoff } from "../../../ir/core/float-bits.ts";
import { f32, i1, integerType } from "../../../ir/core/type-constructors.ts";
import { bitWidth, elementTypeOf, type IntegerType, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import * as arith from "../../../dialects/arith/index.ts";
import { emitBinary, emitCast, type BinaryKind } from "../../../dialects/linalg/index.ts";
import * as math from "../../../dialects/math/index.ts";
import { CompareOp, type ComparisonDirection } from "../../../dialects/stablehlo/index.ts";
import { scalarConstant } from "./build.ts";
import { signless } from "./types.ts";

/** What an emission reads of the op: element types as they were, with their signedness. */
interface ScalarOp {
  readonly op: Operation;
  readonly from: Type;
  readonly to: Type;
}
/** The result's element; undefined for elements that have no such op below. */
type Emit = (b: OpBuilder, args: readonly Value[], scalarOp: ScalarOp) => Value | undefined;

const isFloat = ({ type }: Value): boolean => type.kind === "float";
const isUnsigned = (type: Type): boolean =>
  type.kind === "integer" && (type.signedness === "unsigned" || type.width === 1);
const widthOf = (type: Type): number => bitWidth(type) ?? 0;

const first = (args: readonly Value[]): Value => {
  const [value] = args;
  if (value === undefined) throw new Error("an elementwise op has operands");
  return value;
};
const pair = (args: readonly Value[]): readonly [Value, Value] => {
  const [lhs, rhs] = args;
  if (lhs === undefined || rhs === undefined) throw new Error("a binary op has two operands");
  return [lhs, rhs];
};

const select = (b: OpBuilder, condition: Value, trueValue: Value, falseValue: Value): Value =>
  arith.SelectOp.build(b, { condition, trueValue, falseValue }).result;

type FloatPredicate = Parameters<typeof arith.CmpFOp.build>[1]["predicate"];
type IntegerPredicate = Parameters<typeof arith.CmpIOp.build>[1]["predicate"];
const cmpf = (b: OpBuilder, predicate: FloatPredicate, lhs: Value, rhs: Value): Value =>
  arith.CmpFOp.build(b, { predicate, lhs, rhs }).result;
const cmpi = (b: OpBuilder, predicate: IntegerPredicate, lhs: Value, rhs: Value): Value =>
  arith.CmpIOp.build(b, { predicate, lhs, rhs }).result;

// --- one operand ---------------------------------------------------------------------------------------------------------

type MathUnary = "CbrtOp" | "CeilOp" | "CosOp" | "ExpOp" | "ExpM1Op" | "FloorOp" | "LogOp" | "Log1pOp" | "RoundOp" | "RoundEvenOp" | "RsqrtOp" | "SinOp" | "SqrtOp" | "TanOp" | "TanhOp"; // prettier-ignore

const floatUnary =
  (name: MathUnary): Emit =>
  (b, args) =>
    isFloat(first(args)) ? math[name].build(b, { operand: first(args) }).result : undefined;

const negate: Emit = (b, args) => {
  const x = first(args);
  return isFloat(x)
    ? arith.NegFOp.build(b, { operand: x }).result
    : arith.SubIOp.build(b, { lhs: scalarConstant(b, x.type, 0), rhs: x }).result;
};

/** 1 / (1 + e^-x). */
const logistic: Emit = (b, args) => {
  const x = first(args);
  if (!isFloat(x)) return undefined;
  const one = scalarConstant(b, x.type, 1);
  const exponential = math.ExpOp.build(b, { operand: arith.NegFOp.build(b, { operand: x }).result }).result;
  return arith.DivFOp.build(b, { lhs: one, rhs: arith.AddFOp.build(b, { lhs: exponential, rhs: one }).result }).result;
};

/** Floats: x where it is NaN or 0, else 1 with its sign. Integers: 0, or the sign bit spread out with the last bit set. */
const sign: Emit = (b, args) => {
  const x = first(args);
  const zero = scalarConstant(b, x.type, 0);
  if (isFloat(x)) {
    const unit = math.CopySignOp.build(b, { lhs: scalarConstant(b, x.type, 1), rhs: x }).result;
    return select(b, cmpf(b, "ueq", x, zero), x, unit);
  }
  const spread = arith.ShRSIOp.build(b, { lhs: x, rhs: scalarConstant(b, x.type, widthOf(x.type) - 1) }).result;
  const signed = arith.OrIOp.build(b, { lhs: spread, rhs: scalarConstant(b, x.type, 1) }).result;
  return select(b, cmpi(b, "eq", x, zero), zero, signed);
};

const abs: Emit = (b, args) => {
  const x = first(args);
  return isFloat(x) ? math.AbsFOp.build(b, { operand: x }).result : math.AbsIOp.build(b, { operand: x }).result;
};

const isFinite: Emit = (b, args) => {
  const x = first(args);
  const magnitude = math.AbsFOp.build(b, { operand: x }).result;
  return cmpf(b, "one", magnitude, scalarConstant(b, x.type, Infinity));
};

/** Between element types; to a boolean, whether it is not zero. Floats that no integer of the type holds give poison. */
const convert: Emit = (b, args, { from, to }) => {
  const x = first(args);
  const target = signless(to);
  if (target === undefined) return undefined;
  if (from === to || x.type === target) return x;
  if (target === i1(b.context)) {
    const zero = scalarConstant(b, x.type, 0);
    return isFloat(x) ? cmpf(b, "une", x, zero) : cmpi(b, "ne", x, zero);
  }
  if (from.kind === "float" && target.kind === "float" && widthOf(from) === widthOf(target)) {
    // f16 and bf16: through a type that holds both.
    const wide = emitCast(b, x, f32(b.context));
    return wide && emitCast(b, wide, target);
  }
  if (from.kind === "float" && target.kind === "integer") return saturate(b, x, target, isUnsigned(to));
  return emitCast(b, x, target, isUnsigned(from));
};

/**
 * Towards zero, NaN as 0, and what no integer of the type is as the nearest that is: StableHLO leaves it open, its reference interpreter and XLA do
 * so, and arith.fptosi has no result there.
 */
function saturate(b: OpBuilder, x: Value, target: IntegerType, unsigned: boolean): Value | undefined {
  const wide = widthOf(x.type) < 32 ? emitCast(b, x, f32(b.context)) : x;
  if (wide?.type.kind !== "float") return undefined;
  const constant = (value: number): Value => scalarConstant(b, wide.type, value);
  const bits = unsigned ? target.width : target.width - 1;
  const past = 2 ** bits;
  // The largest float below.
  const step = unitRoundoff(wide.type.name) * past;
  const number = select(b, cmpf(b, "uno", wide, wide), constant(0), wide);
  const raised = arith.MaximumFOp.build(b, { lhs: number, rhs: constant(unsigned ? 0 : -past) }).result;
  const inside = arith.MinimumFOp.build(b, { lhs: raised, rhs: constant(past - Math.max(step, 1)) }).result;
  const converted = emitCast(b, inside, target, unsigned);
  if (step <= 1 || converted === undefined) return converted;
  const most = scalarConstant(b, target, BigInt.asIntN(target.width, (1n << BigInt(bits)) - 1n));
  return select(b, cmpf(b, "oge", wide, constant(past)), most, converted);
}

/** The same bits; elements of another width have another shape. */
const bitcast: Emit = (b, args, { to }) => {
  const x = first(args);
  const target = signless(to);
  if (target === undefined || widthOf(target) !== widthOf(x.type)) return undefined;
  return target === x.type ? x : arith.BitcastOp.build(b, { in: x, resultTypes: [target] }).out;
};

// --- two operands --------------------------------------------------------------------------------------------------------

/** By kind of element; `unsigned` where it matters. */
const binary =
  (signed: BinaryKind, unsigned: BinaryKind = signed): Emit =>
  (b, args, { from }) =>
    emitBinary(b, isUnsigned(from) ? unsigned : signed, ...pair(args));

const extremum =
  (kind: "max" | "min"): Emit =>
  (b, args, scalarOp) => {
    const [lhs, rhs] = pair(args);
    if (lhs.type === i1(b.context))
      return kind === "max" ? arith.OrIOp.build(b, { lhs, rhs }).result : arith.AndIOp.build(b, { lhs, rhs }).result;
    return binary(kind, `${kind}_unsigned`)(b, args, scalarOp);
  };

const bitwise =
  (name: "AndIOp" | "OrIOp" | "XOrIOp"): Emit =>
  (b, args) => {
    const [lhs, rhs] = pair(args);
    return arith[name].build(b, { lhs, rhs }).result;
  };

/** The divisor, or 1 where dividing by it is undefined: 0, and -1 under the least number. */
function safeDivisor(
  b: OpBuilder,
  lhs: Value,
  rhs: Value,
  unsigned: boolean,
): { readonly divisor: Value; readonly isZero: Value } {
  const { type } = rhs;
  const one = scalarConstant(b, type, 1);
  const isZero = cmpi(b, "eq", rhs, scalarConstant(b, type, 0));
  if (unsigned) return { divisor: select(b, isZero, one, rhs), isZero };
  const least = scalarConstant(b, type, -(1n << BigInt(widthOf(type) - 1)));
  const overflows = arith.AndIOp.build(b, {
    lhs: cmpi(b, "eq", lhs, least),
    rhs: cmpi(b, "eq", rhs, scalarConstant(b, type, -1)),
  }).result;
  const undefinedThere = arith.OrIOp.build(b, { lhs: isZero, rhs: overflows }).result;
  return { divisor: select(b, undefinedThere, one, rhs), isZero };
}

/** x / 0 has all bits set; the least number / -1 is itself. */
const divide: Emit = (b, args, { from }) => {
  const [lhs, rhs] = pair(args);
  if (isFloat(lhs)) return arith.DivFOp.build(b, { lhs, rhs }).result;
  const { divisor, isZero } = safeDivisor(b, lhs, rhs, isUnsigned(from));
  const quotient = isUnsigned(from)
    ? arith.DivUIOp.build(b, { lhs, rhs: divisor }).result
    : arith.DivSIOp.build(b, { lhs, rhs: divisor }).result;
  return select(b, isZero, scalarConstant(b, lhs.type, -1), quotient);
};

/** x rem 0 is x. */
const remainder: Emit = (b, args, { from }) => {
  const [lhs, rhs] = pair(args);
  if (isFloat(lhs)) return arith.RemFOp.build(b, { lhs, rhs }).result;
  const { divisor, isZero } = safeDivisor(b, lhs, rhs, isUnsigned(from));
  const rest = isUnsigned(from)
    ? arith.RemUIOp.build(b, { lhs, rhs: divisor }).result
    : arith.RemSIOp.build(b, { lhs, rhs: divisor }).result;
  return select(b, isZero, lhs, rest);
};

/** Zero where the amount is the width or more. */
const shift =
  (name: "ShLIOp" | "ShRUIOp"): Emit =>
  (b, args) => {
    const [lhs, rhs] = pair(args);
    const fits = cmpi(b, "ult", rhs, scalarConstant(b, rhs.type, widthOf(rhs.type)));
    return select(b, fits, arith[name].build(b, { lhs, rhs }).result, scalarConstant(b, lhs.type, 0));
  };

/** An amount of the width or more leaves the sign alone, as one below it does. */
const shiftRightArithmetic: Emit = (b, args) => {
  const [lhs, amount] = pair(args);
  const rhs = arith.MinUIOp.build(b, {
    lhs: amount,
    rhs: scalarConstant(b, amount.type, widthOf(amount.type) - 1),
  }).result;
  return arith.ShRSIOp.build(b, { lhs, rhs }).result;
};

const floatPredicates: Readonly<Record<ComparisonDirection, FloatPredicate>> = {
  EQ: "oeq",
  NE: "une",
  GE: "oge",
  GT: "ogt",
  LE: "ole",
  LT: "olt",
};
const signedPredicates: Readonly<Record<ComparisonDirection, IntegerPredicate>> = {
  EQ: "eq",
  NE: "ne",
  GE: "sge",
  GT: "sgt",
  LE: "sle",
  LT: "slt",
};
const unsignedPredicates: Readonly<Record<ComparisonDirection, IntegerPredicate>> = {
  EQ: "eq",
  NE: "ne",
  GE: "uge",
  GT: "ugt",
  LE: "ule",
  LT: "ult",
};

/** The bits as a signed integer that orders all floats: those of negative ones turned over. */
function totalOrderKey(b: OpBuilder, x: Value): Value {
  const width = widthOf(x.type);
  const type = integerType(b.context, width);
  const bits = arith.BitcastOp.build(b, { in: x, resultTypes: [type] }).out;
  const most = scalarConstant(b, type, (1n << BigInt(width - 1)) - 1n);
  const turned = arith.XOrIOp.build(b, { lhs: bits, rhs: most }).result;
  return select(b, cmpi(b, "slt", bits, scalarConstant(b, type, 0)), turned, bits);
}

const compare: Emit = (b, args, { op, from }) => {
  const view = CompareOp.match(op);
  const [lhs, rhs] = pair(args);
  if (view === undefined) return undefined;
  const direction = view.comparisonDirection;
  if (!isFloat(lhs)) return cmpi(b, (isUnsigned(from) ? unsignedPredicates : signedPredicates)[direction], lhs, rhs);
  if (view.compareType !== "TOTALORDER") return cmpf(b, floatPredicates[direction], lhs, rhs);
  return cmpi(b, signedPredicates[direction], totalOrderKey(b, lhs), totalOrderKey(b, rhs));
};

// --- the table -----------------------------------------------------------------------------------------------------------

/** Emissions by op name, `stablehlo.` left out. */
const emissions = {
  abs,
  add: binary("add"),
  and: bitwise("AndIOp"),
  atan2: (b, args) => {
    const [lhs, rhs] = pair(args);
    return math.Atan2Op.build(b, { lhs, rhs }).result;
  },
  bitcast_convert: bitcast,
  cbrt: floatUnary("CbrtOp"),
  ceil: floatUnary("CeilOp"),
  clamp: (b, [low, x, high], scalarOp) => {
    if (low === undefined || x === undefined || high === undefined) return undefined;
    const raised = extremum("max")(b, [x, low], scalarOp);
    return raised && extremum("min")(b, [raised, high], scalarOp);
  },
  compare,
  convert,
  cosine: floatUnary("CosOp"),
  count_leading_zeros: (b, args) => math.CountLeadingZerosOp.build(b, { operand: first(args) }).result,
  divide,
  exponential: floatUnary("ExpOp"),
  exponential_minus_one: floatUnary("ExpM1Op"),
  floor: floatUnary("FloorOp"),
  imag: (b, args) => scalarConstant(b, first(args).type, 0),
  is_finite: isFinite,
  log: floatUnary("LogOp"),
  log_plus_one: floatUnary("Log1pOp"),
  logistic,
  maximum: extremum("max"),
  minimum: extremum("min"),
  multiply: binary("mul"),
  negate,
  not: (b, args) => arith.XOrIOp.build(b, { lhs: first(args), rhs: scalarConstant(b, first(args).type, -1) }).result,
  or: bitwise("OrIOp"),
  popcnt: (b, args) => math.CtPopOp.build(b, { operand: first(args) }).result,
  power: (b, args) => {
    const [lhs, rhs] = pair(args);
    return isFloat(lhs) ? math.PowFOp.build(b, { lhs, rhs }).result : undefined;
  },
  real: (_, args) => first(args),
  remainder,
  round_nearest_afz: floatUnary("RoundOp"),
  round_nearest_even: floatUnary("RoundEvenOp"),
  rsqrt: floatUnary("RsqrtOp"),
  select: (b, [condition, onTrue, onFalse]) =>
    condition === undefined || onTrue === undefined || onFalse === undefined
      ? undefined
      : select(b, condition, onTrue, onFalse),
  shift_left: shift("ShLIOp"),
  shift_right_arithmetic: shiftRightArithmetic,
  shift_right_logical: shift("ShRUIOp"),
  sign,
  sine: floatUnary("SinOp"),
  sqrt: floatUnary("SqrtOp"),
  subtract: binary("sub"),
  tan: floatUnary("TanOp"),
  tanh: floatUnary("TanhOp"),
  xor: bitwise("XOrIOp"),
} as const satisfies Readonly<Record<string, Emit>>;

const byName: ReadonlyMap<string, Emit> = new Map(
  Object.entries(emissions).map(([name, emit]) => [`stablehlo.${name}`, emit]),
);

/** Names of the ops that have a scalar form. */
export const elementwiseOps: readonly string[] = [...byName.keys()];

/** The op on scalars; undefined where it has no form on elements of its types. */
export function emitScalar(b: OpBuilder, op: Operation, args: readonly Value[]): Value | undefined {
  // The second operand of select and clamp has the type that matters.
  const typed = op.operandCount === 3 ? op.operand(1) : op.operand(0);
  const [from, to] = [elementTypeOf(typed.type), elementTypeOf(op.result().type)];
  return byName.get(op.name)?.(b, args, { op, from, to });
}
