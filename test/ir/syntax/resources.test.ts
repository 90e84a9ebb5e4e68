// The resource section of a file: what is kept, and what is refused.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../ir/core/context.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { toyContext } from "./toy-dialect.ts";

const messages = (section: string, context = new Context()): string[] =>
  parseModule(`{-# ${section} #-}`, context).diagnostics.map(({ message }) => message);

describe("resources", () => {
  test("are in the context, by handle", () => {
    const context = new Context();
    expect(messages('dialect_resources: { builtin: { w: "0x040000000102" } }', context)).toEqual([]);
    expect(context.resources.blob("w")).toEqual({ alignment: 4, data: Uint8Array.of(1, 2) });
    expect(context.resources.blob("v")).toBeUndefined();
  });

  test("of two modules may not differ under one handle", () => {
    const context = new Context();
    const section = 'dialect_resources: { builtin: { w: "0x0400000001" } }';
    expect(messages(section, context)).toEqual([]);
    expect(messages(section, context)).toEqual([]);
    expect(messages(section.replace("01", "02"), context)).toEqual([
      "resource 'w' has other contents in a module that was read before",
    ]);
  });

  test("of a file: the last definition counts", () => {
    const context = new Context();
    expect(messages('dialect_resources: { builtin: { w: "0x0400000001", w: "0x0400000002" } }', context)).toEqual([]);
    expect(context.resources.blob("w")?.data).toEqual(Uint8Array.of(2));
  });

  test.each([
    ["other: { }", "unknown key 'other' in file metadata dictionary"],
    ['dialect_resources: { none: { x: "0x04000000" } }', "dialect 'none' is unknown"],
    ['dialect_resources: { toy: { x: "0x04000000" } }', "unexpected 'resource' section for dialect 'toy'"],
    ["dialect_resources: { builtin: { x: true } }", "expected hex string blob for key 'x'"],
    ['dialect_resources: { builtin: { x: "0x0" } }', "expected hex string blob for key 'x'"],
    [
      'dialect_resources: { builtin: { x: "0x04" } }',
      "expected hex string blob for key 'x' to encode alignment in first 4 bytes",
    ],
    [
      'dialect_resources: { builtin: { x: "0x03000000" } }',
      "expected hex string blob for key 'x' to encode alignment in first 4 bytes, but got non-power-of-2 value: 3",
    ],
    ["external_resources: { a: { x: 12 } }", "expected string value for key 'x'"],
    ['external_resources: { "a": { x: true } }', "expected identifier key for 'resource' entry"],
    ["external_resources: { a: { x: true } },", "expected identifier key in file metadata dictionary"],
  ])("%s is refused", (section, message) => {
    expect(messages(section, toyContext())).toEqual([message]);
  });
});
