// Random changes to a text's tokens: one deleted, doubled, replaced by another, or two exchanged.
import type { Random } from "./random.ts";

const token =
  /"(?:[^"\\\n]|\\.)*"|->|::|\{-#|#-\}|[%^#!@][\w$.-]+|@"(?:[^"\\\n]|\\.)*"|\d+\.\d*(?:[eE][+-]?\d+)?|0x[0-9a-fA-F]+|\d+|[A-Za-z_][\w$.]*|[^\s\w]/g;

/** Tokens that occur in few texts, and characters that occur in none. */
const foreign = [
  "0x10", "1.5", "-", "->", "?", "*", "x", "x4x", "4x", "0xf32", "i32", "!t", "!d.t<a>", "#a", "#d.a<(>", "#d<\"x\">", "@f", "::", "^bb9", "%9", "%x#1",
  "\"s\"", "true", "unit", "loc", "array", "dense", "affine_map", "strided", "distinct", "[", "]", "(", ")", "{", "}", "<", ">", ",", ":", "=", "~", ";", "{-#", "#-}",
  "tensor<4x?x8xf32>", "vector<[4]x8xf32>", "dense<1> : tensor<2xi32>", "loc(unknown)", "() -> ()", "\"a.b\"() : () -> ()", "-1", "i0", "f8E4M3FN",
]; // prettier-ignore

const kinds: readonly { readonly pattern: RegExp; readonly words: readonly string[] }[] = [
  { pattern: /^(?:0x)?\d+$/, words: ["0", "1", "7", "0x1F", "0x8", "18446744073709551616", "007"] },
  { pattern: /^\d+\./, words: ["1.0", "0.", "1.5e10", "1e5", "0x7FC00000"] },
  {
    pattern: /^(?:x\d+)*x?(?:[su]?i\d+|b?f\d\w*|index|none)$/,
    words: [
      "i32",
      "si8",
      "xf32",
      "x4xf32",
      "bf16",
      "f8E4M3FN",
      "index",
      "none",
      "x2xindex",
      "x8",
      "tuple<>",
      "complex<f32>",
      "xvector<2xf32>",
      "!a.b",
      "() -> i1",
    ],
  },
  {
    pattern: /^[%^@#!]/,
    words: ["%0", "%arg0", "^bb1", "@f", '@"a b"', "#map", "#a.b", "#a<b>", "!a", "!a.b<c -> d>", "#0", "%1#1"],
  },
  { pattern: /^"/, words: ['"a.b"', '""', '"\\41\\n"', '"\\q"', '"x\ty"', '"é"'] },
  {
    pattern: /^[A-Za-z_]/,
    words: [
      "x",
      "array",
      "dense",
      "loc",
      "true",
      "unit",
      "offset",
      "mod",
      "i32",
      "tensor",
      "dense_resource",
      "affine_map",
      "x4x",
      "_",
      "a.b",
      "fused",
      "at",
    ],
  },
  { pattern: /^[<([{]$/, words: ["<", "(", "[", "{"] },
  { pattern: /^[>)\]}]$/, words: [">", ")", "]", "}"] },
  { pattern: /^/, words: [",", ":", "=", "->", "-", "?", "*", "::", "+", "", "//", "\n"] },
];

/** The text with `count` changes. */
export function mutateText(text: string, random: Random, count: number): string {
  let changed = text;
  for (let i = 0; i < count; i++) changed = mutateOnce(changed, random);
  return changed;
}

function mutateOnce(text: string, random: Random): string {
  const tokens = [...text.matchAll(token)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  if (tokens.length === 0) return text;
  const at = random.below(tokens.length);
  const { word, start, end } = tokens[at]!;
  const other = tokens[random.chance(50) ? Math.min(tokens.length - 1, at + 1) : random.below(tokens.length)]!;
  const replaced = (from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
  switch (random.below(8)) {
    case 6:
    case 7:
      // Something of the same kind, which is often good.
      return replaced(start, end, random.pick(kinds.find(({ pattern }) => pattern.test(word))?.words ?? [word]));
    case 0:
      return replaced(start, end, "");
    case 1:
      return replaced(end, end, random.pick(["", " "]) + word);
    case 2:
      return replaced(start, end, other.word);
    case 3:
      return replaced(start, end, random.pick(foreign));
    case 4:
      return replaced(start, start, `${random.pick([other.word, random.pick(foreign)])}${random.pick(["", " "])}`);
    default: {
      const [a, b] = start <= other.start ? [{ word, start, end }, other] : [other, { word, start, end }];
      return a.start === b.start
        ? replaced(start, end, "")
        : text.slice(0, a.start) + b.word + text.slice(a.end, b.start) + a.word + text.slice(b.end);
    }
  }
}
