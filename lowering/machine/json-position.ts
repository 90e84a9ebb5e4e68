// Where a text stops being JSON. Engines word this differently and often leave the position out, so a scan of our own
// finds it; it is run only after `JSON.parse` has failed.

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expected = "value" | "value or ]" | "field name or }" | "field name" | ":" | ", or }" | ", or ]" | "end of text";

/** The first offset at which `text` is not JSON, and what JSON has there. */
export function findJsonError(text: string): { readonly offset: number; readonly expected: string } {
  const open: string[] = [];
  let expected: Expected = "value";
  let offset = 0;
  const afterValue = (): Expected =>
    open.length === 0 ? "end of text" : open[open.length - 1] === "{" ? ", or }" : ", or ]";
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const start = offset + (/^[ \t\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
    if (match === null) return { offset: start, expected };
    const [, mark, name, scalar] = match;
    const isValue = expected === "value" || expected === "value or ]";
    if (isValue && (name !== undefined || scalar !== undefined)) expected = afterValue();
    else if (isValue && (mark === "{" || mark === "[")) {
      open.push(mark);
      expected = mark === "{" ? "field name or }" : "value or ]";
    } else if (name !== undefined && (expected === "field name" || expected === "field name or }")) expected = ":";
    else if (mark === ":" && expected === ":") expected = "value";
    else if (mark === "," && (expected === ", or }" || expected === ", or ]"))
      expected = expected === ", or }" ? "field name" : "value";
    else if (
      (mark === "}" && (expected === ", or }" || expected === "field name or }")) ||
      (mark === "]" && (expected === ", or ]" || expected === "value or ]"))
    ) {
      open.pop();
      expected = afterValue();
    } else return { offset: start, expected };
    offset = TOKEN.lastIndex;
  }
}

/** Line and column of an offset, both from one. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 };
}
