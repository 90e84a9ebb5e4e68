// Integers of 64 bits as numbers: what stands for them, and back.
import { expect, test } from "@jest/globals";
import { affineAdd, affineConstant, affineDim, affineMul, printExpr } from "../../../ir/affine/expr.ts";
import { indexAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { i8, tensorType } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import { integerOfNumber, integerText, numberOfInteger, wideNumber } from "../../../ir/core/wide-integer.ts";
import { typeText } from "../../../ir/syntax/print-attributes.ts";
import { newContext } from "../../support/mlir.ts";

const LARGEST = 2n ** 63n - 1n;

test.each([0n, -1n, 2n ** 53n - 1n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 60n, LARGEST, -LARGEST, -(2n ** 63n)])(
  "%s stands as a number, and comes back",
  (value) => {
    const number = numberOfInteger(value);
    expect(numberOfInteger(value)).toBe(number);
    expect(integerOfNumber(number)).toBe(value);
    expect(integerText(number)).toBe(String(value));
  },
);

test("numbers stand for themselves where they are exact, and different integers for different ones", () => {
  expect([wideNumber(5n), wideNumber(2n ** 62n), wideNumber(-(2n ** 63n))]).toEqual([5, 2 ** 62, DYNAMIC]);
  expect(numberOfInteger(LARGEST)).not.toBe(numberOfInteger(LARGEST - 1n));
  expect(wideNumber(2n ** 63n)).toBeUndefined();
});

test("types, constants and maps keep them", () => {
  const context = newContext();
  const type = tensorType([numberOfInteger(LARGEST)], i8(context));
  expect(tensorType([...type.shape], i8(context))).toBe(type);
  expect(typeText(type)).toBe("tensor<9223372036854775807xi8>");
  expect(indexAttr(context, type.shape[0] ?? 0).value).toBe(LARGEST);
  expect(i64ArrayAttr(context, type.shape).values).toEqual([LARGEST]);
  const large = affineConstant(numberOfInteger(LARGEST));
  expect(printExpr(affineAdd(affineMul(affineDim(0), large), large))).toBe(
    "d0 * 9223372036854775807 + 9223372036854775807",
  );
});
