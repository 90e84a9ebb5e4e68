// Lines and columns of offsets; columns count bytes, as mlir-opt's do.
import { expect, test } from "@jest/globals";
import { filePosition } from "../../../ir/core/location.ts";
import { renderDiagnostic } from "../../../ir/syntax/render.ts";
import { offsetOfColumn, SourceText } from "../../../ir/syntax/source-text.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { newContext } from "../../support/mlir.ts";

const line = 'é "日本🙂" \udcff x';
const text = `abc\n${line}\n${line}`;

/** Every offset that begins a character, and its place by counting bytes. */
const places = [...text].map((_, i, all) => {
  const before = all.slice(0, i).join("");
  const start = before.lastIndexOf("\n") + 1;
  const bytes = [...before.slice(start)].reduce((sum, c) => sum + (c === "\udcff" ? 1 : Buffer.byteLength(c)), 0);
  return { offset: before.length, line: before.split("\n").length, column: bytes + 1 };
});

test.each([
  ["forwards", places],
  ["backwards", places.toReversed()],
  ["to and fro", places.flatMap((place, i) => [place, places[places.length - 1 - i] ?? place])],
])("columns count bytes, asked for %s", (_, asked) => {
  const source = new SourceText("f", text);
  for (const { offset, line: number, column } of asked) {
    expect(filePosition(source.location(offset))).toEqual({ kind: "file", file: "f", line: number, column });
    const shown = source.lineText(number) ?? "";
    expect(source.lineStart(number) + offsetOfColumn(shown, column)).toBe(offset);
  }
});

test("the caret stands under the character", () => {
  const wrong = '"t.x"() {a = "é🙂"} : () -> () foo';
  const { diagnostics } = parseModule(wrong, newContext(), { file: "f" });
  const [first] = diagnostics.filter(({ message }) => message.includes("foo"));
  expect(first && renderDiagnostic(first, [{ file: "f", text: wrong }])).toMatch(
    /^f:1:35: error: .*\n.*foo\n {31}\^~~/,
  );
});
