import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import {
  denseElementsAttr,
  floatAttr,
  floatAttrFromBits,
  indexAttr,
  integerAttr,
  stringAttr,
} from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { floatType, i64, integerType, tensorType, vectorType } from "../../../ir/core/type-constructors.ts";
import { byteWidth, type Type } from "../../../ir/core/types.ts";
import {
  attributeOfValue,
  bitsOfScalar,
  bytesOfValue,
  denseSplatElement,
  splatAttr,
  scalarOfBits,
  valueFromBytes,
  valueOfAttribute,
} from "../../../ir/interpret/convert.ts";
import { foldByMeaning } from "../../../ir/interpret/fold.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { Toy } from "./toy.ts";

const toy = new Toy();
const { context } = toy;

describe("attributes", () => {
  test("scalars both ways", () => {
    const cases: [Attribute, Type, unknown][] = [
      [integerAttr(toy.i32, -3), toy.i32, -3],
      [integerAttr(toy.i1, 1), toy.i1, 1],
      [integerAttr(integerType(context, 8, "unsigned"), 200), integerType(context, 8, "unsigned"), 200],
      [integerAttr(i64(context), 2n ** 62n), i64(context), 2n ** 62n],
      [indexAttr(context, 7), toy.index, 7],
      [indexAttr(context, -(2n ** 60n)), toy.index, -(2n ** 60n)],
      [floatAttr(toy.f32, -0), toy.f32, -0],
      [floatAttr(floatType(context, "bf16"), 3.14), floatType(context, "bf16"), 3.140625],
    ];
    for (const [attribute, type, value] of cases) {
      const found = valueOfAttribute(attribute)!;
      expect(found).toBe(value);
      expect(attributeOfValue(found, type)).toBe(attribute);
    }
    expect(valueOfAttribute(stringAttr(context, "x"))).toBeUndefined();
    expect(attributeOfValue(POISON, toy.i32)).toBeUndefined();
    expect(valueOfAttribute(floatAttrFromBits(toy.f32, 0x7fc00001n))).toBeNaN();
  });

  test("dense elements, splats among them", () => {
    const type = tensorType([2, 2], toy.i8);
    const attribute = denseElementsAttr(type, new Uint8Array([1, 255, 3, 4]), false, 1);
    const value = valueOfAttribute(attribute)!;
    expect(value).toMatchObject({ shape: [2, 2], data: new Int8Array([1, -1, 3, 4]) });
    expect(attributeOfValue(value, type)).toBe(attribute);
    const splat = denseElementsAttr(type, new Uint8Array([7]), true, 1);
    expect(valueOfAttribute(splat)).toMatchObject({ data: new Int8Array([7, 7, 7, 7]) });
    expect(attributeOfValue(valueOfAttribute(splat)!, type)).toBe(splat);
  });
});

test("splat attributes hold a scalar bit for bit", () => {
  const nan = floatAttrFromBits(toy.f32, 0x7f800001n);
  const nibble = integerType(context, 4);
  for (const scalar of [
    nan,
    floatAttr(toy.f64, -0),
    integerAttr(toy.i1, 1),
    integerAttr(nibble, -1),
    indexAttr(context, -2),
  ]) {
    const splat = splatAttr(tensorType([3], scalar.type), scalar);
    expect(splat.splat).toBe(true);
    expect(denseSplatElement(splat)).toBe(scalar);
    if (scalar !== nan) expect(attributeOfValue(valueOfAttribute(splat)!, splat.type)).toBe(splat);
  }
  expect(
    denseSplatElement(denseElementsAttr(tensorType([2], toy.i8), new Uint8Array([1, 2]), false, 1)),
  ).toBeUndefined();
});

describe("bytes", () => {
  const types: Type[] = [
    toy.i1, toy.i8, toy.i32, toy.index, toy.f32, toy.f64, i64(context), integerType(context, 4), integerType(context, 16, "unsigned"),
    floatType(context, "f16"), floatType(context, "bf16"), floatType(context, "f8E5M2"),
  ]; // prettier-ignore

  test.each(types.map((type) => [JSON.stringify({ kind: type.kind, bits: byteWidth(type) }), type] as const))(
    "there and back: %s",
    (_, type) => {
      const width = byteWidth(type)!;
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 3 * width, maxLength: 3 * width }), (bytes) => {
          const value = valueFromBytes({ element: type }, bytes, [3]);
          const again = valueFromBytes({ element: type }, bytesOfValue(value), [3]);
          expect(again.data).toEqual(value.data);
          for (let i = 0; i < 3; i++) {
            const scalar = value.get(i);
            if (typeof scalar === "number" || typeof scalar === "bigint")
              expect(scalarOfBits(type, bitsOfScalar(type, scalar))).toBe(scalar);
          }
        }),
        { numRuns: 20 },
      );
    },
  );

  test("bool is a byte, bf16 two, poison reads as 0", () => {
    expect(bytesOfValue(new DenseValue([2], toy.i1, new Uint8Array([1, 0])))).toEqual(new Uint8Array([1, 0]));
    const value = DenseValue.zeros([2], floatType(context, "bf16"));
    value.set(0, 1);
    value.set(1, POISON);
    expect(bytesOfValue(value)).toEqual(new Uint8Array([0x80, 0x3f, 0, 0]));
    expect(() => valueFromBytes({ element: toy.f32 }, new Uint8Array(7), [2])).toThrow(
      "7 bytes for 2 elements of 4 bytes",
    );
  });
});

describe("folding by meaning", () => {
  const region = toy.builder.regionWithBlock([toy.i32, vectorType([4], toy.i32), tensorType([100], toy.i32)]);
  toy.builder.setToEnd(region.entry);
  const [scalar, vector, large] = region.entry.arguments;
  const four = (numbers: number[]) =>
    attributeOfValue(new DenseValue([4], toy.i32, new Int32Array(numbers)), vectorType([4], toy.i32));
  const hundred = (fill: (i: number) => number) =>
    attributeOfValue(
      new DenseValue(
        [100],
        toy.i32,
        Int32Array.from({ length: 100 }, (_, i) => fill(i)),
      ),
      tensorType([100], toy.i32),
    );

  test("scalars, vectors, splats", () => {
    const add = toy.op("addi", [scalar!, scalar!], [toy.i32]);
    expect(foldByMeaning(add, [integerAttr(toy.i32, 2147483647), integerAttr(toy.i32, 1)])).toEqual([
      integerAttr(toy.i32, -2147483648),
    ]);
    expect(foldByMeaning(add, [undefined, integerAttr(toy.i32, 1)])).toBeUndefined();
    const lifted = toy.op("addi", [vector!, vector!], [vectorType([4], toy.i32)]);
    expect(foldByMeaning(lifted, [four([1, 2, 3, 4]), four([1, 1, 1, 1])])).toEqual([four([2, 3, 4, 5])]);
    expect(foldByMeaning(lifted, [four([5, 5, 5, 5]), four([1, 1, 1, 1])])).toEqual([four([6, 6, 6, 6])]);
    const big = toy.op("addi", [large!, large!], [tensorType([100], toy.i32)]);
    expect(foldByMeaning(big, [hundred(() => 1), hundred(() => 2)])).toEqual([hundred(() => 3)]);
    expect(foldByMeaning(big, [hundred((i) => i), hundred(() => 2)])).toEqual([hundred((i) => i + 2)]);
  });

  test("poison and undefined behaviour are left alone; several results", () => {
    const divide = toy.op("divi", [scalar!, scalar!], [toy.i32]);
    expect(foldByMeaning(divide, [integerAttr(toy.i32, 4), integerAttr(toy.i32, 0)])).toBeUndefined();
    const shift = toy.op("shl", [vector!, vector!], [vectorType([4], toy.i32)]);
    // Where only some elements are poison, these may be anything.
    expect(foldByMeaning(shift, [four([1, 1, 1, 1]), four([1, 2, 3, 32])])).toEqual([four([2, 4, 8, 0])]);
    expect(foldByMeaning(shift, [four([1, 1, 1, 1]), four([32, 33, 34, 35])])).toBeUndefined();
    const carry = toy.op("carry", [scalar!, scalar!], [toy.i32, toy.i1]);
    expect(foldByMeaning(carry, [integerAttr(toy.i32, -1), integerAttr(toy.i32, 2)])).toEqual([
      integerAttr(toy.i32, 1),
      integerAttr(toy.i1, 1),
    ]);
    expect(foldByMeaning(toy.op("opaque", [], []), [])).toBeUndefined();
  });
});
