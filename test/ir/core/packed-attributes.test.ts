// Long array attributes are kept as bytes: they are one attribute per content and give the elements that were put in.
import { describe, expect, test } from "@jest/globals";
import {
  arrayAttr,
  denseArrayAttr,
  denseFloatArrayAttr,
  i64Attr,
  integerAttr,
} from "../../../ir/core/attribute-constructors.ts";
import { Context } from "../../../ir/core/context.ts";
import { f32, i32, i64 } from "../../../ir/core/type-constructors.ts";
import { attributeText } from "../../../ir/syntax/print-attributes.ts";

const count = 200;
const numbers = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1n : -1n) * 3n ** BigInt(i % 39));

describe("long array attributes", () => {
  test("give their elements and print them", () => {
    const context = new Context();
    const attribute = arrayAttr(
      context,
      numbers.map((value) => i64Attr(context, value)),
    );
    expect(attribute.packed?.length).toBe(count);
    expect(attribute.elements).toEqual(numbers.map((value) => i64Attr(context, value)));
    expect(attributeText(attribute)).toBe(`[${numbers.join(", ")}]`);
  });

  test("are one attribute per content", () => {
    const context = new Context();
    const make = (values: readonly bigint[]): unknown => denseArrayAttr(i64(context), values);
    expect(make(numbers)).toBe(make([...numbers]));
    expect(make(numbers)).not.toBe(make(numbers.with(count - 1, 0n)));
  });

  test("of several types keep their elements as they are", () => {
    const context = new Context();
    const elements = numbers.map((value, i) => (i === 100 ? integerAttr(i32(context), 1n) : i64Attr(context, value)));
    const attribute = arrayAttr(context, elements);
    expect(attribute.packed).toBeUndefined();
    expect(attribute).toBe(arrayAttr(context, elements));
  });

  test("keep the payloads of NaNs", () => {
    const context = new Context();
    const bits = Array.from({ length: count }, (_, i) => 0x7fc00001n + BigInt(i));
    expect(denseFloatArrayAttr(f32(context), bits).bits).toEqual(bits);
  });
});
