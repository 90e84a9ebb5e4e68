// Integer division on poison: a divisor that is poison could be zero, and a dividend that is poison could be the one that overflows.
import { undefinedBehavior } from "./unwind.ts";
import { POISON, type Scalar } from "./value.ts";

/** A division, given for definite operands, for all: to be used with `seesPoison`. */
export function divisionOnPoison(
  apply: (a: Scalar, b: Scalar) => Scalar,
  isSigned: boolean,
): (a: Scalar, b: Scalar) => Scalar {
  return (a, b) => {
    if (b === POISON) return undefinedBehavior("division by poison");
    if (a !== POISON) return apply(a, b);
    if (b === 0 || b === 0n) return undefinedBehavior("division by zero");
    if (isSigned && (b === -1 || b === -1n)) return undefinedBehavior("division of poison by -1");
    return POISON;
  };
}
