// Where Terrace decides otherwise than mlir-opt about a mutation, or names another place, and why.
import type { Difference } from "./compare.ts";

export interface KnownDifference {
  /** The side that accepts, or neither: both reject, at different places. */
  readonly accepts: "ours" | "theirs" | "neither";
  readonly ours?: RegExp;
  readonly theirs?: RegExp;
  readonly reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    accepts: "theirs",
    ours: /types mismatch between \d+th iter operand and defined value/,
    reason:
      "mlir-opt does not compare the types of an scf.parallel's initial values with those of its results, which they become when there are no iterations",
  },
  {
    accepts: "theirs",
    ours: /invalid to collapse or expand non-unit dimensions to rank 0/,
    reason:
      "mlir-opt does not look at the extents when a tensor is reshaped to or from rank 0; 128 elements as one have no meaning, and ours have one",
  },
  {
    accepts: "theirs",
    ours: /attribute '\w+' failed to satisfy constraint/,
    reason:
      "in custom form mlir-opt silently drops an attribute of the op's own that is of another kind than it must be; we say so",
  },
  {
    accepts: "ours",
    theirs: /expected add\/mul op in the body/,
    reason: "mlir-opt wants a product and a sum in the body of linalg.matmul; here a body means what it computes",
  },
  {
    accepts: "neither",
    ours: /use of undeclared SSA value name/,
    reason:
      "a name that an isolated region does not define: we point at it; mlir-opt's reader takes a later definition of that name in any function, and its verifier then points at some use that reaches across",
  },
];

function verdictMatches(difference: Difference, known: KnownDifference): boolean {
  const { ours, theirs } = difference;
  const accepts = ours === undefined ? "ours" : theirs === undefined ? "theirs" : "neither";
  if (accepts !== known.accepts || ours === "crash" || theirs === "crash") return false;
  return (known.ours?.test(ours?.message ?? "") ?? true) && (known.theirs?.test(theirs?.message ?? "") ?? true);
}

export const reasonFor = (difference: Difference): string | undefined =>
  knownDifferences.find((known) => verdictMatches(difference, known))?.reason;
