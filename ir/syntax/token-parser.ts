// The token level of the reader: accept, expect, literals, lists, and failing with a diagnostic.
import type { Context } from "../core/context.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import { DYNAMIC } from "../core/types.ts";
import { isDigit, Lexer, Token } from "./lexer.ts";
import type { TextPosition } from "./parser-interface.ts";
import type { SourceText } from "./source-text.ts";
import { unescapeString } from "./string-escapes.ts";

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

/** How deep types, attributes and affine expressions may nest; measured so that the JavaScript stack holds several times that. */
export const MAX_NESTING = 256;

export class TokenParser {
  readonly context: Context;
  readonly source: SourceText;
  readonly lexer: Lexer;
  #nesting = 0;

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
    return end - start === text.length && this.lexer.text.startsWith(text, start);
  }

  accept(text: string): boolean {
    if (!this.peek(text)) return false;
    this.lexer.advance();
    return true;
  }

  expect(text: string, context?: string): void {
    if (!this.accept(text)) this.wrongToken(`expected '${text}'${context === undefined ? "" : ` ${context}`}`);
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

  commaList<T>(open: string | undefined, close: string | undefined, item: () => T): T[] {
    const items: T[] = [];
    if (open !== undefined) this.expect(open);
    if (close !== undefined && this.accept(close)) return items;
    do items.push(item());
    while (this.acceptCode(44));
    if (close !== undefined && !this.accept(close)) this.wrongToken(`expected ',' or '${close}'`);
    return items;
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
    this.lexer.scan(end);
    this.lexer.previousEnd = end;
    return Number(text.slice(start, end));
  }

  /** The `x` after an extent; what it is glued to becomes the next token. */
  dimensionSeparator(): void {
    const { kind, text, start } = this.lexer;
    if (kind !== Token.bareId || text.charCodeAt(start) !== 120) this.error("expected 'x' in dimension list");
    this.lexer.scan(start + 1);
  }

  /** Counts one level of a nested type, attribute or expression; `leave` undoes it. */
  enter(): void {
    if (++this.#nesting > MAX_NESTING) this.error(`types and attributes may nest at most ${MAX_NESTING} deep`);
  }

  leave(): void {
    this.#nesting--;
  }

  resetNesting(): void {
    this.#nesting = 0;
  }

  error(message: string, at: TextPosition = this.lexer.start, hint?: string): never {
    const broken = at === this.lexer.start && this.lexer.kind === Token.error;
    const diagnostic = this.diagnostic(broken ? this.lexer.message : message, at);
    throw new SyntaxFailure(hint === undefined || broken ? diagnostic : { ...diagnostic, hint }, at);
  }

  /** Fails with a diagnostic that has notes. */
  fail(diagnostic: Diagnostic, at: TextPosition): never {
    throw new SyntaxFailure(diagnostic, at);
  }

  /** Something is missing: reported where the token before ends, as MLIR does. */
  wrongToken(message: string): never {
    this.error(message, this.lexer.kind === Token.error ? this.lexer.start : this.lexer.previousEnd);
  }

  /** An error at a position, with the length of the token there. */
  diagnostic(message: string, at: TextPosition): Diagnostic {
    const token = new Lexer(this.source.text.slice(at, at + 200));
    const length = token.start === 0 && token.kind !== Token.error ? token.end : 1;
    return errorAt(this.source.location(at), message, { length: Math.max(1, length), category: "syntax" });
  }
}

/** `i32`, `si8`, `ui1`: types, never keywords. */
export function isIntegerTypeName(word: string): boolean {
  let at = word.charCodeAt(0) === 115 || word.charCodeAt(0) === 117 ? 1 : 0;
  if (word.charCodeAt(at) !== 105 || word.length === at + 1) return false;
  for (at++; at < word.length; at++) if (!isDigit(word.charCodeAt(at))) return false;
  return true;
}
