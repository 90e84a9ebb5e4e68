// Mutations of the custom form, token by token and line by line: what a person may have written wrongly.
import { Lexer, Token } from "../../../ir/syntax/lexer.ts";
import { applyEdits, type Edit, type Mutation } from "./mutation.ts";
import { Random } from "./random.ts";

interface Piece {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function pieces(text: string): Piece[] {
  const lexer = new Lexer(text);
  const found: Piece[] = [];
  while (lexer.kind !== Token.end && lexer.kind !== Token.error) {
    const { kind, start, end, spelling } = lexer;
    found.push({ kind, start, end, text: spelling });
    lexer.advance();
  }
  return found;
}

const words = [
  "i1", "i8", "i32", "i64", "index", "f16", "f32", "f64", "tensor", "vector", "memref", "true", "false", "dense", "to", "into",
  "step", "iter_args", "private", "attributes", "none", "fast", "nsw", "eq", "slt", "oeq", "loc", "unit",
] as const; // prettier-ignore
const numbers = ["0", "1", "2", "3", "7", "42", "300"] as const;

type CustomMutator = (text: string, all: readonly Piece[], random: Random) => readonly Edit[] | undefined;

/** Another token of the same kind, from the text or from a list. */
const otherToken: CustomMutator = (_text, all, random) => {
  const piece = random.pick(all.filter(({ kind }) => kind >= Token.bareId));
  if (piece === undefined) return undefined;
  const same = all.filter(({ kind }) => kind === piece.kind).map(({ text }) => text);
  const more = piece.kind === Token.bareId ? words : piece.kind === Token.integer ? numbers : [];
  const other = random.pick(random.below(2) === 0 && more.length > 0 ? more : same);
  return other === undefined || other === piece.text ? undefined : [{ ...piece, text: other }];
};

/** A word that is or contains a type: `4xf32` is one token. */
const otherElement: CustomMutator = (_text, all, random) => {
  const typed = all.flatMap((piece) => {
    const found = /(i\d+|f\d+|index)$/.exec(piece.text);
    return piece.kind !== Token.bareId || found === null ? [] : [{ start: piece.start + found.index, end: piece.end }];
  });
  const place = random.pick(typed);
  return place && [{ ...place, text: random.pick(["i1", "i8", "i32", "i64", "index", "f16", "f32", "f64"]) ?? "i32" }];
};

const dropToken: CustomMutator = (_text, all, random) => {
  const piece = random.pick(all);
  return piece && [{ ...piece, text: "" }];
};

const repeatToken: CustomMutator = (_text, all, random) => {
  const piece = random.pick(all);
  return piece && [{ start: piece.end, end: piece.end, text: ` ${piece.text}` }];
};

const swapTokens: CustomMutator = (_text, all, random) => {
  const index = random.below(all.length - 1);
  const [a, b] = [all[index], all[index + 1]];
  if (a === undefined || b === undefined || a.text === b.text) return undefined;
  return [
    { ...a, text: b.text },
    { ...b, text: a.text },
  ];
};

/** An operand with its comma, or a type with its comma. */
const dropItem: CustomMutator = (_text, all, random) => {
  const commas = all.flatMap((piece, i) => (piece.text === "," ? [i] : []));
  const index = random.pick(commas);
  const [comma, next] = [all[index ?? -1], all[(index ?? -1) + 1]];
  return comma === undefined || next === undefined ? undefined : [{ start: comma.start, end: next.end, text: "" }];
};

const repeatItem: CustomMutator = (_text, all, random) => {
  const names = all.filter(({ kind }) => kind === Token.percentId);
  const [piece, other] = [random.pick(names), random.pick(names)];
  return piece === undefined || other === undefined
    ? undefined
    : [{ start: piece.end, end: piece.end, text: `, ${other.text}` }];
};

const lineOf = (text: string, random: Random): { readonly start: number; readonly end: number } | undefined => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const start = random.pick(starts) ?? 0;
  const newline = text.indexOf("\n", start);
  return newline < 0 || newline === start ? undefined : { start, end: newline + 1 };
};

const dropLine: CustomMutator = (text, _all, random) => {
  const line = lineOf(text, random);
  return line && [{ ...line, text: "" }];
};

const repeatLine: CustomMutator = (text, _all, random) => {
  const line = lineOf(text, random);
  return line && [{ start: line.end, end: line.end, text: text.slice(line.start, line.end) }];
};

const moveLine: CustomMutator = (text, _all, random) => {
  const [line, target] = [lineOf(text, random), lineOf(text, random)];
  if (line === undefined || target === undefined || line.start === target.start) return undefined;
  return [
    { ...line, text: "" },
    { start: target.start, end: target.start, text: text.slice(line.start, line.end) },
  ];
};

const mutators: readonly (readonly [string, CustomMutator])[] = Object.entries<CustomMutator>({
  otherToken,
  otherTokens: otherToken,
  otherElement,
  otherElements: otherElement,
  dropToken,
  repeatToken,
  swapTokens,
  dropItem,
  repeatItem,
  dropLine,
  repeatLine,
  moveLine,
});

/** An endless sequence of mutations of these modules in custom form. */
export function* customMutations(modules: readonly string[], seed: number): Generator<Mutation> {
  const random = new Random(seed);
  const texts = modules.map((text) => ({ text, all: pieces(text) }));
  for (;;) {
    const chosen = random.pick(texts);
    const [kind, mutator] = random.pick(mutators) ?? [];
    if (chosen === undefined || kind === undefined || mutator === undefined) continue;
    const edits = mutator(chosen.text, chosen.all, random);
    if (edits === undefined) continue;
    const at = edits[0]?.start ?? 0;
    const line = chosen.text.slice(chosen.text.lastIndexOf("\n", at) + 1, at + 40);
    yield { kind, op: /[a-z_]+\.[a-z_.]+/.exec(line)?.[0] ?? "text", text: applyEdits(chosen.text, edits) };
  }
}
