// The token level of the reader: accept, expect, literals, lists, and failing with a diagnostic.
import type { Context } from "../core/context.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import { DYNAMIC } from "../core/types.ts";
import { isDigit, Lexer, Token } from "./lexer.ts";
import { nearest } from "./near-miss.ts";
import type { TextPosition } from "./parser-interface.ts";
import type { SourceText } from "./source-text.ts";
import { unescapeString } from "./string-escapes.ts";
import { isWide, wideNumber } from "../core/wide-integer.ts";

/** Unwinds the reader to the nearest op list that can go on; never leaves ir/syntax. */
export class SyntaxFailure extends Error {
  readonly diagnostic: Diagnostic;
  readonly offset: number;

  constructor(diagnostic: Diagnostic, offset: number) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
    this.offset = offset;
  }
}

/** It stands for what is not known. */
const MIN_INT64 = -(1n << 63n);

/** How deep types, attributes and affine expressions may nest; measured so that the JavaScript stack holds several times that. */
export const MAX_NESTING = 256;

/** How many diagnostics one run gives: after so many, the rest of a file is not read. */
export const MAX_DIAGNOSTICS = 500;

/** Unwinds the reader to its beginning. */
export class ReadingStopped extends Error {
  constructor() {
    super(`there are more than ${MAX_DIAGNOSTICS} errors; the rest was not read`);
  }
}

export class TokenParser {
  readonly context: Context;
  readonly source: SourceText;
  readonly lexer: Lexer;
  readonly diagnostics: Diagnostic[] = [];
  /** Messages of failures by offset: an alias may be read at its first use and again at its definition. */
  readonly failures = new Map<number, string>();
  /** The op being read has an error of meaning: what follows from it is not reported. */
  mistaken = false;
  /** Where the dialect's own type or attribute around the position begins, or -1: its body is any balanced text to the grammar. */
  symbolStart = -1;
  /** How often aliases of nested things were used: what was read through one is not known by its text alone. */
  aliasUses = 0;
  /** Of the affine expression that is being read. */
  affineOperators = 0;
  #nesting = 0;
  /** The deepest nesting since `measuringDepth` began. */
  #deepest = 0;

  constructor(context: Context, source: SourceText) {
    this.context = context;
    this.source = source;
    this.lexer = new Lexer(source.text);
  }

  position(): TextPosition {
    return this.lexer.start;
  }

  /** Whether the next token has this spelling. */
  peek(text: string): boolean {
    const { start, end } = this.lexer;
    if (end - start !== text.length || this.lexer.text.charCodeAt(start) !== text.charCodeAt(0)) return false;
    return text.length === 1 || this.lexer.text.startsWith(text, start);
  }

  accept(text: string): boolean {
    if (!this.peek(text)) return false;
    this.lexer.advance();
    return true;
  }

  expect(text: string, context?: string): void {
    if (this.accept(text)) return;
    this.wrongToken(`expected '${text}'${context === undefined ? "" : ` ${context}`}`, this.nearWord([text]));
  }

  /** `accept` of punctuation of one character, by its code; the fast path of the reader. */
  acceptCode(code: number): boolean {
    if (this.lexer.kind !== code) return false;
    this.lexer.advance();
    return true;
  }

  keyword(what = "keyword"): string {
    return this.optionalKeyword() ?? this.error(`expected ${what}`);
  }

  optionalKeyword(): string | undefined {
    const { kind, spelling } = this.lexer;
    if (kind !== Token.bareId || isIntegerTypeName(spelling)) return undefined;
    this.lexer.advance();
    return spelling;
  }

  integer(what = "integer value"): bigint {
    if (this.accept("true")) return 1n;
    if (this.accept("false")) return 0n;
    return this.optionalInteger() ?? this.error(`expected ${what}`);
  }

  optionalInteger(): bigint | undefined {
    const negative = this.lexer.kind === 45;
    if (!negative && this.lexer.kind !== Token.integer) return undefined;
    if (negative) this.lexer.advance();
    if (this.lexer.kind !== Token.integer) this.error("expected integer value");
    const magnitude = BigInt(this.lexer.spelling);
    this.lexer.advance();
    return negative ? -magnitude : magnitude;
  }

  /** A small non-negative integer, e.g. a dimension's number. */
  unsigned(what: string): number {
    if (this.lexer.kind !== Token.integer) this.error(`expected ${what}`);
    const value = Number(this.lexer.spelling);
    this.lexer.advance();
    return value;
  }

  string(what = "string"): string {
    return this.optionalString() ?? this.error(`expected ${what}`);
  }

  optionalString(): string | undefined {
    if (this.lexer.kind !== Token.string) return undefined;
    const value = unescapeString(this.lexer.text, this.lexer.start + 1, this.lexer.end - 1);
    this.lexer.advance();
    return value;
  }

  symbolName(): string {
    return this.optionalSymbolName() ?? this.error("expected valid '@'-identifier for symbol name");
  }

  optionalSymbolName(): string | undefined {
    const { kind, text, start, end } = this.lexer;
    if (kind !== Token.atId) return undefined;
    this.lexer.advance();
    return text.charCodeAt(start + 1) === 34 ? unescapeString(text, start + 2, end - 1) : text.slice(start + 1, end);
  }

  /** `::@b::@c`, which may follow a symbol's name. White space may be between the colons, too, as in MLIR. */
  nestedSymbolNames(): string[] {
    const names: string[] = [];
    while (this.lexer.kind === 58) {
      const { start, previousEnd } = this.lexer;
      this.lexer.advance();
      if (this.lexer.kind !== 58) {
        this.lexer.scan(start);
        this.lexer.previousEnd = previousEnd;
        break;
      }
      this.lexer.advance();
      names.push(this.symbolName());
    }
    return names;
  }

  commaList<T>(open: string | undefined, close: string | undefined, item: () => T): T[] {
    const items: T[] = [];
    if (open !== undefined) this.expect(open);
    if (close !== undefined && this.accept(close)) return items;
    do items.push(item());
    while (this.acceptCode(44));
    if (close !== undefined && !this.accept(close)) this.wrongToken(`expected ',' or '${close}'`);
    return items;
  }

  /** `commaList` of items that are kept elsewhere: an array of millions of nothings is large too. */
  skipCommaList(open: string, close: string, item: () => void): void {
    this.expect(open);
    if (this.accept(close)) return;
    do item();
    while (this.acceptCode(44));
    if (!this.accept(close)) this.wrongToken(`expected ',' or '${close}'`);
  }

  /** `4x?x`: read from the characters, since `x8xf32` is one token. */
  dimensionList(options: { dynamic?: boolean } = {}): number[] {
    const shape: number[] = [];
    for (;;) {
      const extent = this.dimension(options.dynamic ?? true);
      if (extent === undefined) return shape;
      shape.push(extent);
      this.dimensionSeparator();
    }
  }

  /** One extent at the current token, if there is one. */
  dimension(dynamic: boolean): number | undefined {
    const { kind, text, start } = this.lexer;
    if (kind === 63) {
      if (!dynamic) this.error("expected static shape");
      this.lexer.advance();
      return DYNAMIC;
    }
    if (kind !== Token.integer) return undefined;
    let end = start;
    while (isDigit(text.charCodeAt(end))) end++;
    // Of `x1x1xf32`, which is one word, only what `dimensionSeparator` takes: the rest is not gone through for each extent.
    if (text.charCodeAt(end) === 120) {
      this.lexer.kind = Token.bareId;
      this.lexer.start = end;
      this.lexer.end = end + 1;
    } else this.lexer.scan(end);
    this.lexer.previousEnd = end;
    const extent = Number(text.slice(start, end));
    return isWide(extent) ? this.wide(BigInt(text.slice(start, end)), "dimension", start) : extent;
  }

  /** The number for an integer that may have too many bits. */
  wide(value: bigint, what: string, at: TextPosition): number {
    const number = value === MIN_INT64 ? undefined : wideNumber(value);
    if (number === undefined) this.mistake(`invalid ${what}: it is beyond 64 bits`, at);
    return number ?? 1;
  }

  /** The `x` after an extent; what it is glued to becomes the next token. */
  dimensionSeparator(): void {
    const { kind, text, start } = this.lexer;
    if (kind !== Token.bareId || text.charCodeAt(start) !== 120) this.error("expected 'x' in dimension list");
    this.lexer.scan(start + 1);
  }

  /** Counts one level of a nested type, attribute or expression; `leave` undoes it. */
  enter(): void {
    if (++this.#nesting > this.#deepest) this.#deepen(this.#nesting);
  }

  leave(): void {
    this.#nesting--;
  }

  /** What stands for an alias nests as deep as it does in full: the parts of what was read are walked again and again. */
  enterAlias(depth: number): void {
    if (depth === 0) return;
    this.aliasUses++;
    if (this.#nesting + depth > this.#deepest) this.#deepen(this.#nesting + depth);
  }

  #deepen(nesting: number): void {
    this.#deepest = nesting;
    if (nesting > MAX_NESTING) this.reject(`types and attributes may nest at most ${MAX_NESTING} deep`);
  }

  /** Reads something; with it, how deep it nests. */
  measuringDepth<T>(read: () => T): { readonly value: T; readonly depth: number } {
    const before = this.#deepest;
    const nesting = this.#nesting;
    this.#deepest = nesting;
    const value = read();
    const depth = this.#deepest - nesting;
    this.#deepest = Math.max(before, this.#deepest);
    return { value, depth };
  }

  get nesting(): number {
    return this.#nesting;
  }

  /** Goes on behind a dialect's own type or attribute, from its sigil at `start`, in which something was wrong. */
  leaveSymbol(start: number, symbolStart: number, nesting: number): void {
    this.symbolStart = symbolStart;
    this.#nesting = nesting;
    this.lexer.scan(start);
    this.lexer.end = symbolEnd(this.lexer.text, this.lexer.end) ?? this.lexer.end;
    this.lexer.advance();
  }

  resetNesting(): void {
    this.symbolStart = -1;
    this.#nesting = 0;
    this.#deepest = 0;
  }

  /** Fails at a position. At the next token it is an error of syntax; about what has been read before, one of meaning. */
  error(message: string, at: TextPosition = this.lexer.start, hint?: string): never {
    if (at === this.lexer.start) this.syntaxError(message, at, hint);
    this.reject(message, at, hint);
  }

  /** Fails because no grammar would take the text. */
  syntaxError(message: string, at: TextPosition = this.lexer.start, hint?: string): never {
    const broken = at === this.lexer.start && this.lexer.kind === Token.error;
    const category = isInsideSymbol(this.lexer.text, this.symbolStart, at) ? "semantic" : "syntax";
    const diagnostic = this.diagnostic(broken ? this.lexer.message : message, at, category);
    throw new SyntaxFailure(hint === undefined || broken ? diagnostic : { ...diagnostic, hint }, at);
  }

  /** Fails because well-formed text means nothing. */
  reject(message: string, at: TextPosition = this.lexer.start, hint?: string): never {
    const diagnostic = this.diagnostic(message, at);
    throw new SyntaxFailure(hint === undefined ? diagnostic : { ...diagnostic, hint }, at);
  }

  /** Reports that well-formed text means nothing. Reading goes on, with whatever: nobody sees what comes of it. */
  mistake(message: string, at: TextPosition = this.lexer.start, hint?: string): void {
    const diagnostic = this.diagnostic(message, at);
    this.recordMistake(hint === undefined ? diagnostic : { ...diagnostic, hint }, at);
  }

  recordMistake(diagnostic: Diagnostic, at: TextPosition): void {
    const { message } = diagnostic;
    if (!this.mistaken && this.failures.get(at) !== message) this.diagnostics.push(diagnostic);
    this.failures.set(at, message);
    this.mistaken = true;
  }

  /** After a failure in text that has been consumed: where that text means nothing it is reported, and reading goes on. */
  recover(failure: unknown): void {
    if (!(failure instanceof SyntaxFailure) || failure.diagnostic.category !== "semantic") throw failure;
    this.recordMistake(failure.diagnostic, failure.offset);
  }

  /** Fails with a diagnostic that has notes. */
  fail(diagnostic: Diagnostic, at: TextPosition): never {
    throw new SyntaxFailure(diagnostic, at);
  }

  /** Something is missing: reported where the token before ends, as MLIR does. */
  wrongToken(message: string, hint?: string): never {
    this.syntaxError(message, this.lexer.kind === Token.error ? this.lexer.start : this.lexer.previousEnd, hint);
  }

  /** As `wrongToken`, but at the next token where that stands on the same line: it may have been meant. */
  missing(message: string, hint?: string): never {
    const { text, start, previousEnd } = this.lexer;
    if (/\n/.test(text.slice(previousEnd, Math.min(start, previousEnd + 1000)))) this.wrongToken(message, hint);
    this.syntaxError(message, start, hint);
  }

  /** A hint where the next token is nearly one of these words. */
  nearWord(words: Iterable<string>): string | undefined {
    const near = this.lexer.kind === Token.bareId ? nearest(this.lexer.spelling, words) : undefined;
    return near === undefined ? undefined : `did you mean '${near}'?`;
  }

  /** An error at a position, with the length of the token there. */
  diagnostic(message: string, at: TextPosition, category: "syntax" | "semantic" = "semantic"): Diagnostic {
    const token = new Lexer(this.source.text.slice(at, at + 200));
    const length = token.start === 0 && token.kind !== Token.error ? token.end : 1;
    return errorAt(this.source.location(at), message, { length: Math.max(1, length), category });
  }
}

const closers: Readonly<Record<string, string>> = { "<": ">", "(": ")", "[": "]", "{": "}" };

/** The offset after the bracket that closes the `<` at `open`, past strings and arrows; undefined where brackets do not match. */
export function symbolEnd(text: string, open: number): number | undefined {
  if (text.charCodeAt(open) !== 60) return undefined;
  const expected: string[] = [];
  for (let at = open; at < text.length; at++) {
    const c = text.charAt(at);
    const closer = closers[c];
    if (closer !== undefined) expected.push(closer);
    else if (c === '"') {
      for (at++; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
    } else if (c === "-" && text.charAt(at + 1) === ">") at++;
    else if (c === ">" || c === ")" || c === "]" || c === "}") {
      if (expected.pop() !== c) return undefined;
      if (expected.length === 0) return at + 1;
    }
  }
  return undefined;
}

/** Whether an error is in the body of a `#dialect.name<...>` (from its sigil at `start`) whose brackets match, or where it has none. */
function isInsideSymbol(text: string, start: number, at: number): boolean {
  if (start < 0) return false;
  const lexer = new Lexer(text);
  lexer.scan(start);
  const { end } = lexer;
  if (text.charCodeAt(end) === 60) {
    const close = symbolEnd(text, end);
    if (close === undefined) return false;
    lexer.end = close;
  }
  lexer.advance();
  return at <= lexer.start;
}

/** `i32`, `si8`, `ui1`: types, never keywords. */
export function isIntegerTypeName(word: string): boolean {
  let at = word.charCodeAt(0) === 115 || word.charCodeAt(0) === 117 ? 1 : 0;
  if (word.charCodeAt(at) !== 105 || word.length === at + 1) return false;
  for (at++; at < word.length; at++) if (!isDigit(word.charCodeAt(at))) return false;
  return true;
}
