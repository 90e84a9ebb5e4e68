// Combining functions of reductions, contractions and scans, by kind and element type, with their neutral elements.
import type { Type } from "../../ir/core/types.ts";
import { floatArithmetic } from "../../ir/interpret/floats.ts";
import { integerArithmetic } from "../../ir/interpret/integers.ts";
import { POISON, type Scalar } from "../../ir/interpret/value.ts";
import type { CombiningKind } from "./attributes.ts";

export type Combine = (a: Scalar, b: Scalar) => Scalar;

const integerFunctions = {
  add: "add",
  mul: "mul",
  minui: "minUnsigned",
  minsi: "minSigned",
  maxui: "maxUnsigned",
  maxsi: "maxSigned",
  and: "and",
  or: "or",
  xor: "xor",
} as const satisfies Partial<Record<CombiningKind, string>>;
const floatFunctions = {
  add: "add",
  mul: "mul",
  minnumf: "minnum",
  maxnumf: "maxnum",
  minimumf: "minimum",
  maximumf: "maximum",
} as const satisfies Partial<Record<CombiningKind, string>>;

function has<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return key in table;
}

/** Whether values of this element type combine under this kind. */
export function combines(kind: CombiningKind, element: Type): boolean {
  if (element.kind === "float") return has(floatFunctions, kind);
  return (element.kind === "integer" || element.kind === "index") && has(integerFunctions, kind);
}

/** The function on canonical scalars that are not poison. Floats are rounded after each. */
export function combineFunction(kind: CombiningKind, element: Type): Combine {
  if (element.kind === "float" && has(floatFunctions, kind)) return floatArithmetic(element)[floatFunctions[kind]];
  if ((element.kind === "integer" || element.kind === "index") && has(integerFunctions, kind)) {
    return integerArithmetic(element)[integerFunctions[kind]];
  }
  throw new Error(`'${kind}' does not combine elements of kind '${element.kind}'`);
}

/** The same function with poison where an operand is. */
export function combineOrPoison(kind: CombiningKind, element: Type): Combine {
  const combine = combineFunction(kind, element);
  return (a, b) => (a === POISON || b === POISON ? POISON : combine(a, b));
}

function neutralFloat(kind: CombiningKind): Scalar {
  switch (kind) {
    case "mul":
      return 1;
    case "minimumf":
    case "minnumf":
      return Infinity;
    default:
      return kind === "add" ? 0 : -Infinity;
  }
}

/** The element that changes nothing: what a reduction of no lanes gives. */
export function neutralElement(kind: CombiningKind, element: Type): Scalar {
  if (element.kind === "float") return neutralFloat(kind);
  if (element.kind !== "integer" && element.kind !== "index")
    throw new Error(`no neutral element of kind '${element.kind}'`);
  const { wrap, width } = integerArithmetic(element);
  const half = 1n << BigInt(width - 1);
  switch (kind) {
    case "mul":
      return wrap(1n);
    case "and":
    case "minui":
      return wrap(-1n);
    case "minsi":
      return wrap(half - 1n);
    case "maxsi":
      return wrap(half);
    default:
      return wrap(0n);
  }
}
