// Narrowing of run-time values to what a meaning needs. A wrong kind is a bug of ours (the verifier checked types); poison where
// a definite value is needed is undefined behaviour.
import type { MemRefValue } from "./memory.ts";
import type { ObjectValue, RuntimeValue } from "./meaning.ts";
import { undefinedBehavior } from "./unwind.ts";
import { canonicalIndex, POISON, type ComplexValue, type DenseValue, type Scalar } from "./value.ts";

function wrong(expected: string, value: RuntimeValue | undefined): never {
  const found = typeof value === "object" && "kind" in value ? value.kind : typeof value;
  throw new Error(`the interpreter expected ${expected} and found ${found}`);
}

export function isScalar(value: RuntimeValue): value is Scalar {
  return (
    typeof value === "number" ||
    typeof value === "bigint" ||
    value === POISON ||
    (typeof value === "object" && !("kind" in value))
  );
}

/** Poison included. */
export function expectScalar(value: RuntimeValue | undefined): Scalar {
  if (typeof value === "number" || typeof value === "bigint" || value === POISON) return value;
  if (typeof value === "object" && !("kind" in value)) return value;
  return wrong("a scalar", value);
}

export function expectDense(value: RuntimeValue | undefined): DenseValue {
  if (typeof value === "object" && "kind" in value && value.kind === "dense") return value;
  return value === POISON ? undefinedBehavior("poison used as a tensor or vector") : wrong("a tensor or vector", value);
}

export function expectMemRef(value: RuntimeValue | undefined): MemRefValue {
  if (typeof value === "object" && "kind" in value && value.kind === "memref") return value;
  return value === POISON ? undefinedBehavior("poison used as a memref") : wrong("a memref", value);
}

export function expectObject(value: RuntimeValue | undefined): ObjectValue {
  if (typeof value === "object" && "kind" in value && value.kind === "object") return value;
  return value === POISON ? undefinedBehavior("poison used as an object") : wrong("an object", value);
}

/** A definite number: an integer of up to 32 bits or a float. */
export function expectNumber(value: RuntimeValue | undefined, what = "value"): number {
  if (typeof value === "number") return value;
  return value === POISON ? undefinedBehavior(`${what} is poison`) : wrong("a number", value);
}

/** A definite integer of any width. */
export function expectInteger(value: RuntimeValue | undefined, what = "value"): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  return value === POISON ? undefinedBehavior(`${what} is poison`) : wrong("an integer", value);
}

/** A definite index (or i64) that a double holds exactly; one beyond 2^53 is in no buffer, so it is undefined behaviour. */
export function expectIndex(value: RuntimeValue | undefined, what = "index"): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") {
    const index = canonicalIndex(value);
    return typeof index === "number" ? index : undefinedBehavior(`${what} ${value} is beyond any extent`);
  }
  return value === POISON ? undefinedBehavior(`${what} is poison`) : wrong("an index", value);
}

/** A definite i1. */
export function expectBoolean(value: RuntimeValue | undefined, what = "condition"): boolean {
  return expectNumber(value, what) !== 0;
}

export function expectComplex(value: RuntimeValue | undefined): ComplexValue {
  if (typeof value === "object" && !("kind" in value)) return value;
  return wrong("a complex number", value);
}
