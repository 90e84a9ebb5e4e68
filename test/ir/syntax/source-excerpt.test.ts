import { describe, expect, test } from "@jest/globals";
import { sourceExcerpt } from "../../../ir/syntax/source-excerpt.ts";

describe("the line under a diagnostic", () => {
  test("a caret range under the place, at least one wide and never past the line", () => {
    expect(sourceExcerpt("abc def", 5, 3)).toBe("abc def\n    ^~~");
    expect(sourceExcerpt("abc def", 5, 0)).toBe("abc def\n    ^");
    expect(sourceExcerpt("abc def", 5, 99)).toBe("abc def\n    ^~~");
    expect(sourceExcerpt("abc", 9, 3)).toBe("abc\n   ^");
  });

  test("tabs stay, so that the caret is under its place however wide they are", () => {
    expect(sourceExcerpt("\ta\tb c", 4, 1)).toBe("\ta\tb c\n\t \t^");
  });

  test("wide characters take two columns, combining marks none", () => {
    expect(sourceExcerpt('"日本" x', 6, 1)).toBe('"日本" x\n       ^');
    expect(sourceExcerpt('"日本" x', 2, 2)).toBe('"日本" x\n ^~~~');
    expect(sourceExcerpt("e\u0301x", 3, 1)).toBe("e\u0301x\n ^");
    expect(sourceExcerpt("😀x", 3, 1)).toBe("😀x\n  ^");
  });

  test("a long line is cut around the place, and not within a character", () => {
    const line = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
    const [shown = "", caret = ""] = sourceExcerpt(line, 501, 4).split("\n");
    expect(shown).toMatch(/^…a+HEREb+…$/);
    expect(shown.length).toBeLessThanOrEqual(160);
    expect(shown.slice(caret.indexOf("^"), caret.length)).toBe("HERE");
    expect(sourceExcerpt(line, 2, 1).split("\n")[0]).toMatch(/^a+…$/);
    expect(sourceExcerpt(line, 1004, 1).split("\n")[0]).toMatch(/^…b+$/);
    const wide = sourceExcerpt("😀".repeat(300), 301, 2);
    expect(wide).not.toMatch(/(^|[^\ud800-\udbff])[\udc00-\udfff]/);
  });
});
