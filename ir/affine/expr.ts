// Affine expressions: dimensions, symbols, constants, +, *, mod, floordiv, ceildiv; simplified as they are made.

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

/** Makes and simplifies: constants fold and go right, a + c1 + c2, a * 1, a * 0, x floordiv 1, x mod 1. */
export function affineBinary(kind: AffineBinaryKind, lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
  const a = lhs.kind === "constant" ? lhs.value : undefined;
  const b = rhs.kind === "constant" ? rhs.value : undefined;
  if (a !== undefined && b !== undefined && (kind === "add" || kind === "mul" || b > 0)) {
    return affineConstant(evaluateBinary(kind, a, b));
  }
  switch (kind) {
    case "add":
      if (a !== undefined || (isSymbolic(lhs) && !isSymbolic(rhs))) return affineBinary("add", rhs, lhs);
      if (b === 0) return lhs;
      if (b !== undefined && lhs.kind === "add" && lhs.rhs.kind === "constant") {
        return affineBinary("add", lhs.lhs, affineConstant(lhs.rhs.value + b));
      }
      if (lhs.kind === "add" && lhs.rhs.kind === "constant") {
        return affineBinary("add", affineBinary("add", lhs.lhs, rhs), lhs.rhs);
      }
      break;
    case "mul":
      if (a !== undefined || (isSymbolic(lhs) && !isSymbolic(rhs))) return affineBinary("mul", rhs, lhs);
      if (b === 1) return lhs;
      if (b === 0) return rhs;
      if (b !== undefined && lhs.kind === "mul" && lhs.rhs.kind === "constant") {
        return affineBinary("mul", lhs.lhs, affineConstant(lhs.rhs.value * b));
      }
      break;
    case "floordiv":
    case "ceildiv":
      if (b === 1) return lhs;
      if (a === 0) return lhs;
      if (b !== undefined && lhs.kind === "mul" && lhs.rhs.kind === "constant" && lhs.rhs.value % b === 0) {
        return affineBinary("mul", lhs.lhs, affineConstant(lhs.rhs.value / b));
      }
      break;
    case "mod":
      if (b === 1) return affineConstant(0);
      if (a === 0) return lhs;
      if (b !== undefined && lhs.kind === "mul" && lhs.rhs.kind === "constant" && lhs.rhs.value % b === 0) {
        return affineConstant(0);
      }
      break;
  }
  return { kind, lhs, rhs };
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
      return e.value;
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

const precedence = (e: AffineExpr): number => (e.kind === "add" ? 1 : isBinary(e) ? 2 : 3);
const operatorText: Record<AffineBinaryKind, string> = {
  add: "+",
  mul: "*",
  mod: "mod",
  floordiv: "floordiv",
  ceildiv: "ceildiv",
};

/** As MLIR prints it: `d0 * 4 + s0`, a negative addend as a subtraction. */
export function printExpr(e: AffineExpr): string {
  if (!isBinary(e)) return e.kind === "constant" ? String(e.value) : `${e.kind === "dim" ? "d" : "s"}${e.position}`;
  if (e.kind === "add") {
    const left = printExpr(e.lhs);
    if (e.rhs.kind === "constant" && e.rhs.value < 0) return `${left} - ${-e.rhs.value}`;
    if (e.rhs.kind === "mul" && e.rhs.rhs.kind === "constant" && e.rhs.rhs.value < 0) {
      const factor = -e.rhs.rhs.value;
      const inner = operand(e.rhs.lhs, 2);
      return factor === 1 ? `${left} - ${operand(e.rhs.lhs, 2)}` : `${left} - ${inner} * ${factor}`;
    }
    return `${left} + ${printExpr(e.rhs)}`;
  }
  if (e.kind === "mul" && e.rhs.kind === "constant" && e.rhs.value === -1) return `-${operand(e.lhs, 3)}`;
  return `${operand(e.lhs, 2)} ${operatorText[e.kind]} ${operand(e.rhs, 3)}`;
}

function operand(e: AffineExpr, least: number): string {
  return precedence(e) < least ? `(${printExpr(e)})` : printExpr(e);
}
