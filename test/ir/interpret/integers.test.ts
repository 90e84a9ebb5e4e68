import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import { Context } from "../../../ir/core/context.ts";
import { indexType, integerType } from "../../../ir/core/type-constructors.ts";
import type { IndexType, IntegerType } from "../../../ir/core/types.ts";
import {
  convertInteger,
  integerArithmetic,
  integerPredicates,
  truncateNoWrap,
} from "../../../ir/interpret/integers.ts";
import { integerScalar } from "../../../ir/interpret/convert.ts";
import { Unwind } from "../../../ir/interpret/unwind.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";

const context = new Context();
const types: (IntegerType | IndexType)[] = [
  ...[1, 2, 7, 8, 16, 31, 32, 33, 64, 128].map((width) => integerType(context, width)),
  ...[1, 8, 32, 64].map((width) => integerType(context, width, "unsigned")),
  indexType(context),
];
const widthOf = (type: IntegerType | IndexType): number => (type.kind === "index" ? 64 : type.width);

/** Bit patterns that matter, and others. */
function patterns(width: number): fc.Arbitrary<bigint> {
  const top = 1n << BigInt(width);
  const edges = [0n, 1n, 2n, top - 1n, top / 2n, top / 2n - 1n, 2n ** 53n, 2n ** 53n - 1n, -(2n ** 53n)].map((x) =>
    BigInt.asUintN(width, x),
  );
  return fc.oneof(
    fc.constantFrom(...edges),
    fc.bigInt({ min: 0n, max: top - 1n }),
    fc.bigInt({ min: 0n, max: top < 300n ? top - 1n : 300n }),
  );
}

/** "UB" where the operation is undefined. */
function attempt(operation: () => Scalar): Scalar | "UB" {
  try {
    return operation();
  } catch (error) {
    if (error instanceof Unwind) return "UB";
    throw error;
  }
}

describe.each(
  types.map((type) => [type.kind === "index" ? "index" : `${type.signedness} i${type.width}`, type] as const),
)("%s", (_, type) => {
  const width = widthOf(type);
  const w = BigInt(width);
  const arithmetic = integerArithmetic(type);
  const canonical = (x: bigint): Scalar => integerScalar(type, x);
  const s = (x: bigint): bigint => BigInt.asIntN(width, x);
  const least = -(1n << (w - 1n));
  const floorDiv = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
  const overflow = (a: bigint, b: bigint): boolean => s(a) === least && s(b) === -1n;

  test("agrees with bigints modulo 2^width", () => {
    fc.assert(
      fc.property(patterns(width), patterns(width), (a, b) => {
        const x = canonical(a);
        const y = canonical(b);
        const is = (found: Scalar | "UB", expected: bigint | "UB" | typeof POISON): void => {
          const value = typeof expected === "bigint" ? canonical(expected) : expected;
          if (!Object.is(found, value)) expect(found).toBe(value);
        };
        is(arithmetic.add(x, y), a + b);
        is(arithmetic.sub(x, y), a - b);
        is(arithmetic.mul(x, y), a * b);
        is(arithmetic.and(x, y), a & b);
        is(arithmetic.or(x, y), a | b);
        is(arithmetic.xor(x, y), a ^ b);
        is(arithmetic.negate(x), -a);
        is(arithmetic.not(x), ~a);
        is(arithmetic.abs(x), s(a) < 0n ? -s(a) : s(a));
        is(arithmetic.shl(x, y), b >= w ? POISON : a << b);
        is(arithmetic.shrUnsigned(x, y), b >= w ? POISON : a >> b);
        is(arithmetic.shrSigned(x, y), b >= w ? POISON : s(a) >> b);
        const bad = b === 0n ? "UB" : undefined;
        const badSigned = bad ?? (overflow(a, b) ? "UB" : undefined);
        is(
          attempt(() => arithmetic.divUnsigned(x, y)),
          bad ?? a / b,
        );
        is(
          attempt(() => arithmetic.remUnsigned(x, y)),
          bad ?? a % b,
        );
        is(
          attempt(() => arithmetic.ceilDivUnsigned(x, y)),
          bad ?? (a + b - 1n) / b,
        );
        is(
          attempt(() => arithmetic.divSigned(x, y)),
          badSigned ?? s(a) / s(b),
        );
        is(
          attempt(() => arithmetic.remSigned(x, y)),
          badSigned ?? s(a) % s(b),
        );
        is(
          attempt(() => arithmetic.floorDivSigned(x, y)),
          badSigned ?? floorDiv(s(a), s(b)),
        );
        is(
          attempt(() => arithmetic.ceilDivSigned(x, y)),
          badSigned ?? -floorDiv(-s(a), s(b)),
        );
        is(arithmetic.totalDivSigned(x, y), b === 0n ? -1n : s(a) / s(b));
        is(arithmetic.totalRemSigned(x, y), b === 0n ? a : s(a) % s(b));
        is(arithmetic.totalDivUnsigned(x, y), b === 0n ? -1n : a / b);
        is(arithmetic.totalRemUnsigned(x, y), b === 0n ? a : a % b);
        is(arithmetic.minSigned(x, y), s(a) < s(b) ? a : b);
        is(arithmetic.maxSigned(x, y), s(a) > s(b) ? a : b);
        is(arithmetic.minUnsigned(x, y), a < b ? a : b);
        is(arithmetic.maxUnsigned(x, y), a > b ? a : b);
        const [sum, carry] = arithmetic.addExtended(x, y);
        is(sum, a + b);
        expect(carry).toBe(a + b >= 1n << w ? 1 : 0);
        const [low, high] = arithmetic.mulExtendedSigned(x, y);
        is(low, a * b);
        is(high, (s(a) * s(b)) >> w);
        is(arithmetic.mulExtendedUnsigned(x, y)[1], (a * b) >> w);
        const holds = {
          eq: a === b,
          ne: a !== b,
          slt: s(a) < s(b),
          sle: s(a) <= s(b),
          sgt: s(a) > s(b),
          sge: s(a) >= s(b),
          ult: a < b,
          ule: a <= b,
          ugt: a > b,
          uge: a >= b,
        };
        for (const predicate of integerPredicates)
          if (arithmetic.compare[predicate](x, y) !== (holds[predicate] ? 1 : 0)) throw new Error(predicate);
        const inSigned = (v: bigint): boolean => s(v) === v;
        const inUnsigned = (v: bigint): boolean => BigInt.asUintN(width, v) === v;
        const flags = { signed: true, unsigned: false };
        const unsignedFlags = { signed: false, unsigned: true };
        is(arithmetic.noWrap("add", flags)(x, y), inSigned(s(a) + s(b)) ? a + b : POISON);
        is(arithmetic.noWrap("add", unsignedFlags)(x, y), inUnsigned(a + b) ? a + b : POISON);
        is(arithmetic.noWrap("sub", flags)(x, y), inSigned(s(a) - s(b)) ? a - b : POISON);
        is(arithmetic.noWrap("sub", unsignedFlags)(x, y), inUnsigned(a - b) ? a - b : POISON);
        is(arithmetic.noWrap("mul", flags)(x, y), inSigned(s(a) * s(b)) ? a * b : POISON);
        is(arithmetic.noWrap("mul", unsignedFlags)(x, y), inUnsigned(a * b) ? a * b : POISON);
        if (b < w) is(arithmetic.noWrap("shl", flags)(x, y), inSigned(s(a) << b) ? a << b : POISON);
        if (b < w) is(arithmetic.noWrap("shl", unsignedFlags)(x, y), inUnsigned(a << b) ? a << b : POISON);
        const bits = a.toString(2);
        is(arithmetic.countLeadingZeros(x), a === 0n ? w : w - BigInt(bits.length));
        is(arithmetic.countTrailingZeros(x), a === 0n ? w : BigInt(/0*$/.exec(bits)![0].length));
        is(arithmetic.countOnes(x), BigInt(bits.replaceAll("0", "").length));
      }),
      { numRuns: 400 },
    );
  });

  test.each(types.map((to) => [to.kind === "index" ? "index" : `${to.signedness} i${to.width}`, to] as const))(
    "converts to %s",
    (_name, to) => {
      const target = widthOf(to);
      fc.assert(
        fc.property(patterns(width), (a) => {
          const x = canonical(a);
          expect(convertInteger(type, to, "unsigned")(x)).toBe(integerScalar(to, a));
          expect(convertInteger(type, to, "signed")(x)).toBe(integerScalar(to, s(a)));
          const kept = BigInt.asIntN(target, a) === s(a);
          if (target < width)
            expect(truncateNoWrap(type, to, { signed: true, unsigned: false })(x)).toBe(
              kept ? integerScalar(to, a) : POISON,
            );
        }),
        { numRuns: 30 },
      );
    },
  );
});
