// Affine expressions: dimensions, symbols, constants, +, *, mod, floordiv, ceildiv; simplified as they are made.
import { integerOfNumber, integerText, isWide, numberOfInteger, wideNumber } from "../core/wide-integer.ts";

export type AffineBinaryKind = "add" | "mul" | "mod" | "floordiv" | "ceildiv";

export type AffineExpr =
  | { readonly kind: "dim"; readonly position: number }
  | { readonly kind: "symbol"; readonly position: number }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: AffineBinaryKind; readonly lhs: AffineExpr; readonly rhs: AffineExpr };

export const affineDim = (position: number): AffineExpr => ({ kind: "dim", position });
export const affineSymbol = (position: number): AffineExpr => ({ kind: "symbol", position });
export const affineConstant = (value: number): AffineExpr => ({ kind: "constant", value });

/** Rounds towards minus infinity; the divisor is positive in affine expressions. */
export const floorDiv = (a: number, b: number): number => Math.floor(a / b);
export const ceilDiv = (a: number, b: number): number => Math.ceil(a / b);
/** Remainder in [0, b). */
export const euclideanMod = (a: number, b: number): number => ((a % b) + b) % b;

export function isBinary(e: AffineExpr): e is Extract<AffineExpr, { kind: AffineBinaryKind }> {
  return e.kind !== "dim" && e.kind !== "symbol" && e.kind !== "constant";
}

const isSymbolic = (e: AffineExpr): boolean =>
  isBinary(e) ? isSymbolic(e.lhs) && isSymbolic(e.rhs) : e.kind !== "dim";

/** Makes an expression, simplified as MLIR does when it makes one. */
export function affineBinary(kind: AffineBinaryKind, lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
  return simplified(kind, lhs, rhs) ?? { kind, lhs, rhs };
}

function simplified(kind: AffineBinaryKind, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  switch (kind) {
    case "add":
      return simplifiedSum(lhs, rhs);
    case "mul":
      return simplifiedProduct(lhs, rhs);
    case "floordiv":
    case "ceildiv":
      return simplifiedQuotient(kind, lhs, rhs);
    case "mod":
      return simplifiedRemainder(lhs, rhs);
  }
}

export function sameExpr(a: AffineExpr, b: AffineExpr): boolean {
  if (a === b) return true;
  if (isBinary(a)) return isBinary(b) && a.kind === b.kind && sameExpr(a.lhs, b.lhs) && sameExpr(a.rhs, b.rhs);
  if (a.kind === "constant") return b.kind === "constant" && a.value === b.value;
  return a.kind === b.kind && a.position === b.position;
}

/** An expression as a constant factor times the rest. */
const multiple = (e: AffineExpr): { readonly factor: number; readonly of: AffineExpr } =>
  e.kind === "mul" && e.rhs.kind === "constant" ? { factor: e.rhs.value, of: e.lhs } : { factor: 1, of: e };

/** Whether two plain dimensions, or two symbols, stand against the order of their positions. */
const isSwapped = (lhs: AffineExpr, rhs: AffineExpr): boolean =>
  ((lhs.kind === "dim" && rhs.kind === "dim") || (lhs.kind === "symbol" && rhs.kind === "symbol")) &&
  lhs.position > rhs.position;

/** Constants fold and go right, symbols go right of dimensions, equal terms are collected, e - e floordiv c * c is a remainder. */
function simplifiedSum(lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (lhs.kind === "constant" && rhs.kind === "constant") return foldedConstant("add", lhs.value, rhs.value);
  if (lhs.kind === "constant" || (isSymbolic(lhs) && !isSymbolic(rhs)) || isSwapped(lhs, rhs))
    return affineAdd(rhs, lhs);
  if (rhs.kind === "constant") {
    if (rhs.value === 0) return lhs;
    if (lhs.kind === "add" && lhs.rhs.kind === "constant")
      return affineAdd(lhs.lhs, affineConstant(wrappedSum(lhs.rhs.value, rhs.value)));
  }
  const [first, second] = [multiple(lhs), multiple(rhs)];
  if (sameExpr(first.of, second.of))
    return affineMul(first.of, affineConstant(wrappedSum(first.factor, second.factor)));
  if (lhs.kind === "add" && lhs.rhs.kind === "constant") return affineAdd(affineAdd(lhs.lhs, rhs), lhs.rhs);
  return remainderOfSum(lhs, rhs);
}

function remainderOfSum(lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== "mul") return undefined;
  // e + (e floordiv q) * q * -1, for a symbolic q.
  if (rhs.rhs.kind === "constant" && rhs.rhs.value === -1 && rhs.lhs.kind === "mul") {
    const { lhs: quotient, rhs: divisor } = rhs.lhs;
    if (quotient.kind !== "floordiv") return undefined;
    if (sameExpr(quotient.rhs, divisor) && sameExpr(lhs, quotient.lhs)) return affineBinary("mod", lhs, divisor);
  }
  // e + (e floordiv c) * -c.
  const { lhs: quotient, rhs: factor } = rhs;
  if (quotient.kind !== "floordiv") return undefined;
  const divisor = quotient.rhs;
  if (
    divisor.kind === "constant" &&
    divisor.value > 0 &&
    factor.kind === "constant" &&
    factor.value === -divisor.value &&
    sameExpr(lhs, quotient.lhs)
  )
    return affineBinary("mod", lhs, divisor);
  if (lhs.kind !== "add") return undefined;
  const last = simplifiedSum(lhs.rhs, rhs);
  return last === undefined ? undefined : affineAdd(lhs.lhs, last);
}

function simplifiedProduct(lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (lhs.kind === "constant" && rhs.kind === "constant") return foldedConstant("mul", lhs.value, rhs.value);
  if (lhs.kind === "constant" || !isSymbolic(rhs) || isSwapped(lhs, rhs))
    return isSymbolic(lhs) ? affineMul(rhs, lhs) : undefined;
  if (rhs.kind === "constant") {
    if (rhs.value === 1) return lhs;
    if (rhs.value === 0) return rhs;
    if (lhs.kind === "mul" && lhs.rhs.kind === "constant")
      return affineMul(lhs.lhs, affineConstant(wrappedProduct(lhs.rhs.value, rhs.value)));
  }
  if (lhs.kind === "mul" && lhs.rhs.kind === "constant") return affineMul(affineMul(lhs.lhs, rhs), lhs.rhs);
  return undefined;
}

/** Quotients of constants and of multiples; a floor distributes over a sum when the divisor divides one of the terms. */
function simplifiedQuotient(kind: "floordiv" | "ceildiv", lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== "constant" || rhs.value === 0) return undefined;
  const divisor = rhs.value;
  if (lhs.kind === "constant") return foldedConstant(kind, lhs.value, divisor);
  if (divisor === 1) return lhs;
  if (isWide(divisor)) return undefined;
  if (lhs.kind === "mul" && lhs.rhs.kind === "constant" && !isWide(lhs.rhs.value) && lhs.rhs.value % divisor === 0)
    return affineMul(lhs.lhs, affineConstant(lhs.rhs.value / divisor));
  if (kind === "floordiv" && lhs.kind === "add") {
    if (largestKnownDivisor(lhs.lhs) % divisor === 0 || largestKnownDivisor(lhs.rhs) % divisor === 0)
      return affineAdd(affineBinary("floordiv", lhs.lhs, rhs), affineBinary("floordiv", lhs.rhs, rhs));
  }
  return undefined;
}

/** A remainder by zero or a negative number stays as it is. */
function simplifiedRemainder(lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== "constant" || integerOfNumber(rhs.value) < 1n) return undefined;
  const divisor = rhs.value;
  if (lhs.kind === "constant") return foldedConstant("mod", lhs.value, divisor);
  if (isWide(divisor)) return undefined;
  if (largestKnownDivisor(lhs) % divisor === 0) return affineConstant(0);
  if (lhs.kind === "add") {
    if (largestKnownDivisor(lhs.lhs) % divisor === 0) return affineBinary("mod", lhs.rhs, rhs);
    if (largestKnownDivisor(lhs.rhs) % divisor === 0) return affineBinary("mod", lhs.lhs, rhs);
  }
  if (lhs.kind === "mod" && lhs.rhs.kind === "constant" && lhs.rhs.value >= 1 && lhs.rhs.value % divisor === 0)
    return affineBinary("mod", lhs.lhs, rhs);
  return undefined;
}

/** The greatest number that every value of the expression is known to be a multiple of. */
export function largestKnownDivisor(e: AffineExpr): number {
  switch (e.kind) {
    case "dim":
    case "symbol":
      return 1;
    case "constant":
      return isWide(e.value) ? 1 : Math.abs(e.value);
    case "mul": {
      const product = largestKnownDivisor(e.lhs) * largestKnownDivisor(e.rhs);
      return isWide(product) ? 1 : product;
    }
    case "floordiv":
    case "ceildiv": {
      if (e.rhs.kind !== "constant" || e.rhs.value === 0) return 1;
      const dividend = largestKnownDivisor(e.lhs);
      return dividend % e.rhs.value === 0 ? Math.abs(dividend / e.rhs.value) : 1;
    }
    case "add":
    case "mod":
      return greatestCommonDivisor(largestKnownDivisor(e.lhs), largestKnownDivisor(e.rhs));
  }
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** Sums and products of 64 bits, which wrap; numbers where they suffice. */
const wrappedSum = (a: number, b: number): number => wrapped(a, b, a + b, (x, y) => x + y);
const wrappedProduct = (a: number, b: number): number => wrapped(a, b, a * b, (x, y) => x * y);

function wrapped(a: number, b: number, result: number, exact: (x: bigint, y: bigint) => bigint): number {
  if (!isWide(a) && !isWide(b) && !isWide(result)) return result;
  return numberOfInteger(BigInt.asIntN(64, exact(integerOfNumber(a), integerOfNumber(b))));
}

/** A constant of constants; nothing where the result has more than 64 bits. */
function foldedConstant(kind: AffineBinaryKind, a: number, b: number): AffineExpr | undefined {
  const result = evaluateBinary(kind, a, b);
  if (!isWide(a) && !isWide(b) && !isWide(result)) return affineConstant(result);
  const exact = wideNumber(evaluateExactly(kind, integerOfNumber(a), integerOfNumber(b)));
  return exact === undefined || (kind === "mod" && integerOfNumber(b) < 1n) ? undefined : affineConstant(exact);
}

function evaluateExactly(kind: AffineBinaryKind, a: bigint, b: bigint): bigint {
  switch (kind) {
    case "add":
      return a + b;
    case "mul":
      return a * b;
    case "mod":
      return ((a % b) + b) % b;
    case "floordiv":
      return (a - (((a % b) + b) % b)) / b;
    case "ceildiv":
      return -((-a - (((-a % b) + b) % b)) / b);
  }
}

export const affineAdd = (a: AffineExpr, b: AffineExpr): AffineExpr => affineBinary("add", a, b);
export const affineMul = (a: AffineExpr, b: AffineExpr): AffineExpr => affineBinary("mul", a, b);

export function evaluateBinary(kind: AffineBinaryKind, a: number, b: number): number {
  switch (kind) {
    case "add":
      return a + b;
    case "mul":
      return a * b;
    case "mod":
      return euclideanMod(a, b);
    case "floordiv":
      return floorDiv(a, b);
    case "ceildiv":
      return ceilDiv(a, b);
  }
}

export function evaluateExpr(e: AffineExpr, dims: readonly number[], symbols: readonly number[]): number {
  switch (e.kind) {
    case "dim":
      return dims[e.position]!;
    case "symbol":
      return symbols[e.position]!;
    case "constant":
      return isWide(e.value) ? Number(integerOfNumber(e.value)) : e.value;
    default:
      return evaluateBinary(e.kind, evaluateExpr(e.lhs, dims, symbols), evaluateExpr(e.rhs, dims, symbols));
  }
}

/** Replaces dimensions and symbols; one that the list lacks stays. */
export function substituteExpr(e: AffineExpr, dims: readonly AffineExpr[], symbols: readonly AffineExpr[]): AffineExpr {
  switch (e.kind) {
    case "dim":
      return dims[e.position] ?? e;
    case "symbol":
      return symbols[e.position] ?? e;
    case "constant":
      return e;
    default:
      return affineBinary(e.kind, substituteExpr(e.lhs, dims, symbols), substituteExpr(e.rhs, dims, symbols));
  }
}

/** Whether dimension `position` occurs. */
export function usesDim(e: AffineExpr, position: number): boolean {
  return isBinary(e)
    ? usesDim(e.lhs, position) || usesDim(e.rhs, position)
    : e.kind === "dim" && e.position === position;
}

const operatorText: Record<AffineBinaryKind, string> = {
  add: "+",
  mul: "*",
  mod: "mod",
  floordiv: "floordiv",
  ceildiv: "ceildiv",
};

/** As MLIR prints it: `d0 * 4 + s0`, a negative addend as a subtraction; `tight` puts parentheses around an operation. */
export function printExpr(e: AffineExpr, tight = false): string {
  if (!isBinary(e))
    return e.kind === "constant" ? integerText(e.value) : `${e.kind === "dim" ? "d" : "s"}${e.position}`;
  const text = e.kind === "add" ? sumText(e.lhs, e.rhs) : productText(e.kind, e.lhs, e.rhs);
  return tight ? `(${text})` : text;
}

function productText(kind: AffineBinaryKind, lhs: AffineExpr, rhs: AffineExpr): string {
  if (kind === "mul" && rhs.kind === "constant" && rhs.value === -1) return `-${printExpr(lhs, true)}`;
  return `${printExpr(lhs, true)} ${operatorText[kind]} ${printExpr(rhs, true)}`;
}

const isNegative = (value: number): boolean => (isWide(value) ? integerOfNumber(value) < 0n : value < 0);

/** In 64 bits, where the least integer is its own negative. */
const negatedText = (value: number): string => integerText(wrappedProduct(value, -1));

function sumText(lhs: AffineExpr, rhs: AffineExpr): string {
  const left = printExpr(lhs);
  if (rhs.kind === "mul" && rhs.rhs.kind === "constant") {
    const factor = rhs.rhs.value;
    if (factor === -1) return `${left} - ${printExpr(rhs.lhs, rhs.lhs.kind === "add")}`;
    if (isNegative(factor)) return `${left} - ${printExpr(rhs.lhs, true)} * ${negatedText(factor)}`;
  }
  if (rhs.kind === "constant" && isNegative(rhs.value)) return `${left} - ${negatedText(rhs.value)}`;
  return `${left} + ${printExpr(rhs)}`;
}
