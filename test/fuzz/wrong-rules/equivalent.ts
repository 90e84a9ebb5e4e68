// Mutants that are right, and why: they are not counted. An entry whose mutant is refuted after all fails a test.
import type { Mutant } from "./mutants.ts";

export interface EquivalentMutant {
  readonly rule: string;
  readonly mutation: string;
  readonly reason: string;
}

export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    rule: "x - y == 0 => x == y",
    mutation: "operands exchanged",
    reason: "it makes comparisons for equality only, which are symmetric",
  },
  {
    rule: "trunci(x >> n, signed) => trunci(x >> n, unsigned) where n bits are cut off",
    mutation: "+ nuw",
    reason: "the bits that are cut off are zeros after the unsigned shift",
  },
  {
    rule: "bitcast(bitcast x) => bitcast x",
    mutation: "another value of the left side",
    reason: "a value of the result's type that the casts are made from has the result's bits",
  },
  {
    rule: "arith.bitcast(complex.bitcast x) => complex.bitcast x",
    mutation: "another value of the left side",
    reason: "a value of the result's type that the casts are made from has the result's bits",
  },
];

export function isEquivalent({ rule, mutation }: Pick<Mutant, "rule" | "mutation">): boolean {
  return equivalentMutants.some((entry) => entry.rule === rule && entry.mutation === mutation);
}
