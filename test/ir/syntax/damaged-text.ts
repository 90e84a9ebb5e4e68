// Real files with damage: what fast-check draws to see that no input crashes the reader.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "../../support/fast-check.ts";

/** Every .mlir file under a folder, in pieces of some lines, so that a case takes a millisecond. */
export function realPieces(root: string, linesEach = 24): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".mlir") && statSync(join(root, name)).size < 100_000)
    .sort();
  return files.flatMap((name) => {
    const lines = readFileSync(join(root, name), "utf8").split("\n");
    const pieces: string[] = [];
    for (let from = 0; from < lines.length; from += linesEach)
      pieces.push(lines.slice(from, from + linesEach).join("\n"));
    return pieces;
  });
}

const pool = [
  "{", "}", "(", ")", "[", "]", "<", ">", "<{", "}>", ",", ":", "::", "=", "->", "#", "!", "@", "%", "^", "^bb0", "^bb0:", "%0", "%0#1", "%arg0",
  "\"", "\"\\FF\"", "\\", "-", "*", "?", "0", "1", "-1", "0x", "0xFF", "1e400", "1.0e+", "99999999999999999999999", "i32", "i0", "i99999999",
  "si8", "index", "f32", "none", "tensor<", "tensor<4xf32>", "tensor<*xf32>", "vector<[4]xf32>", "memref<?xf32>", "tuple<", "complex<", "dense<",
  "dense<\"0x", "sparse<", "array<i32: ", "affine_map<", "(d0) -> (d0)", "affine_set<", "loc(", "loc(unknown)", "callsite(", "fused[", "unit", "true",
  "#map", "#map = ", "!t = ", "distinct[0]<", "dense_resource<", "strided<[", "func.func @f()", "return", "module {", "arith.constant", "scf.for",
  "\"t.op\"() : () -> ()", "attributes", "{-#", "#-}", "// c", "\n", "\0", "\uFEFF", "\uD800", "\uDC80", "é", "\u2028", "\r", "\t",
]; // prettier-ignore

type Edit = (text: string, other: string) => string;

/** Places are fractions, so that an edit means something in any text. */
const place = (text: string, fraction: number): number => Math.floor(fraction * (text.length + 1));

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const span = fc.nat({ max: 80 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fraction, fc.constantFrom(...pool)).map(([at, word]): Edit => (text) => {
    const i = place(text, at);
    return text.slice(0, i) + word + text.slice(i);
  }),
  fc.tuple(fraction, span).map(([at, length]): Edit => (text) => {
    const i = place(text, at);
    return text.slice(0, i) + text.slice(i + length);
  }),
  fc.tuple(fraction, span, fraction).map(([at, length, to]): Edit => (text) => {
    const i = place(text, at);
    const j = place(text, to);
    return text.slice(0, j) + text.slice(i, i + length) + text.slice(j);
  }),
  fc.tuple(fraction, span, fraction).map(([at, length, to]): Edit => (text, other) => {
    const i = place(other, at);
    const j = place(text, to);
    return text.slice(0, j) + other.slice(i, i + length) + text.slice(j + length);
  }),
  fc.tuple(fraction, fc.nat({ max: 0x17f })).map(([at, code]): Edit => (text) => {
    const i = place(text, at);
    return text.slice(0, i) + String.fromCharCode(code) + text.slice(i + 1);
  }),
  // A token in the place of another.
  fc.tuple(fraction, fraction).map(([at, from]): Edit => (text, other) => {
    const words = [...other.matchAll(/[\w.%@#!^$-]+|[^\s]/g)].map(([word]) => word);
    const word = words[Math.floor(from * words.length)] ?? "";
    const i = place(text, at);
    return text.slice(0, i) + text.slice(i).replace(/[\w.%@#!^$-]+/, () => word);
  }),
);

/** A piece with one to four edits. */
export function damagedText(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, other, edits]) => edits.reduce((damaged, change) => change(damaged, other), text));
}
