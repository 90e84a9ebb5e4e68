// Long arrays and dictionaries are kept as bytes: equal ones are one attribute whoever makes them, and their elements are the attributes themselves.
import { describe, expect, test } from "@jest/globals";
import { arrayAttr, dictionaryAttr, stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Context } from "../../../ir/core/context.ts";
import { createContext } from "../../../ir/plugin/registry.ts";
import { parseAttribute } from "../../../ir/syntax/parser.ts";
import { attributeText } from "../../../ir/syntax/print-attributes.ts";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";

const registry = builtinRegistry();

function newContext(): Context {
  const context = createContext(registry);
  context.allowUnregisteredDialects = true;
  return context;
}

function read(context: Context, text: string): Attribute {
  const { value, diagnostics } = parseAttribute(text, context);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("not read");
  return value;
}

/** One text for each kind of element, as it prints inside a list. */
const elements = [
  "1", "-1", "0", "9223372036854775807", "-9223372036854775808", "2251799813685248", "-2251799813685249", "-1 : i8", "255 : ui8", "5 : index",
  "170141183460469231731687303715884105727 : i128", "true", "false", "-1 : si1", "1.500000e+00", "-0.000000e+00 : f32", "0x7FC00001 : f32",
  "0.000000e+00 : f128", '"text"', '""', '"\\C3\\A4\\00\\22"', '"typed" : i32', "@a", '@a::@"b c"::@d', "unit", "i32", "tensor<2x?xf32>", "() -> ()",
  "[]", "[1, [2 : i32, []], unit]", "{}", '{a = 1 : i64, "b c" = [2], d}', "affine_map<(d0) -> (d0 + 1)>", "dense<[1, 2]> : tensor<2xi64>", "array<i32: 1, 2>",
  'loc("f":1:2)', '#t.x<"a">', "#t<y>", "tuple<i32, tuple<>>",
]; // prettier-ignore

const many = (count: number): string[] => Array.from({ length: count }, (_, i) => elements[i % elements.length] ?? "");

describe.each([63, 64, 65, 200])("a list of %d elements of all kinds", (count) => {
  const text = `[${many(count).join(", ")}]`;

  test("prints as its elements do", () => {
    const alone = many(count).map((element) => attributeText(read(newContext(), `[${element}]`)).slice(1, -1));
    expect(attributeText(read(newContext(), text))).toBe(`[${alone.join(", ")}]`);
  });

  test("has the elements that were read one by one", () => {
    const context = newContext();
    const single = many(count).map((element) => read(context, element));
    const array = read(context, text);
    expect(array.kind === "array" && array.elements.length === count && array.elements.every((e, i) => e === single[i])).toBe(true); // prettier-ignore
    expect(arrayAttr(context, single) === array).toBe(true);
  });

  test("is one attribute, whoever makes it, and another than one that differs", () => {
    const context = newContext();
    const array = read(context, text);
    expect(read(context, text) === array).toBe(true);
    if (array.kind !== "array") throw new Error("not an array");
    expect(arrayAttr(context, array.elements) === array).toBe(true);
    expect(arrayAttr(context, [...array.elements.slice(1), stringAttr(context, "other")]) === array).toBe(false);
  });
});

describe.each([63, 64, 200])("a dictionary of %d entries of all kinds", (count) => {
  const names = Array.from({ length: count }, (_, i) =>
    i % 7 === 0 ? `"ä ${i}"` : i % 11 === 0 ? `"\\E8\\AA\\9E ${i}"` : `n${count - i}`,
  );
  const values = many(count);
  const text = `{${names.map((name, i) => (values[i] === "unit" ? name : `${name} = ${values[i] ?? ""}`)).join(", ")}}`;

  test("is sorted by name, and has what was read one by one", () => {
    const context = newContext();
    const read1 = read(context, text);
    if (read1.kind !== "dictionary") throw new Error("not a dictionary");
    expect(read1.entries.length).toBe(count);
    const sorted = read1.entries.map(([name]) => name);
    expect(sorted).toEqual([...sorted].sort((a, b) => (a < b ? -1 : 1)));
    const made = dictionaryAttr(context, [...read1.entries].reverse());
    expect(made === read1).toBe(true);
    expect(read(context, attributeText(read1)) === read1).toBe(true);
    const held = new Set(read1.entries.map(([, value]) => value));
    for (const value of values) expect(held.has(read(context, value))).toBe(true);
  });

  test("a name that comes twice is refused where it comes again", () => {
    const context = newContext();
    const twice = `${text.slice(0, -1)}, n${count - 1} = 1, z, n${count - 2} = 2, y}`;
    const { value, diagnostics } = parseAttribute(twice, context);
    expect(value === undefined).toBe(true);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `duplicate key 'n${count - 1}' in dictionary attribute`,
    ]);
  });

  test("prints inside a long list as alone", () => {
    const context = newContext();
    const alone = attributeText(read(context, text));
    const list = `[${Array.from({ length: 70 }, () => text).join(", ")}]`;
    expect(attributeText(read(context, list))).toBe(`[${Array.from({ length: 70 }, () => alone).join(", ")}]`);
  });
});
