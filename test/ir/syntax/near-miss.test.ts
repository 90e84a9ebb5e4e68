// "Did you mean": distances against known values and properties, and what counts as near.
import { expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import { editDistance, nearest } from "../../../ir/syntax/near-miss.ts";

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["canonicalise", "canonicalize", 1],
  ["arith.adid", "arith.addi", 1],
  ["abc", "acb", 1],
])("from '%s' to '%s' in %i", (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});

test("a distance is symmetric, and zero only from a text to itself", () => {
  const text = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(editDistance(from, to)).toBe(editDistance(to, from));
      expect(editDistance(from, to) === 0).toBe(from === to);
      expect(editDistance(from, to)).toBeLessThanOrEqual(Math.max(from.length, to.length));
    }),
  );
});

test("nearest", () => {
  const passes = ["canonicalize", "cse", "inline", "symbol-dce", "convert-scf-to-cf", "convert-vector-to-scf"];
  expect(nearest("canonicalise", passes)).toBe("canonicalize");
  expect(nearest("CSE", passes)).toBe("cse");
  expect(nearest("csse", passes)).toBe("cse");
  expect(nearest("symbol-dec", passes)).toBe("symbol-dce");
  expect(nearest("convert-scf-cf", passes)).toBe("convert-scf-to-cf");
  expect(nearest("bufferize", passes)).toBeUndefined();
  expect(nearest("", passes)).toBeUndefined();
  expect(nearest("cse", [])).toBeUndefined();
});
