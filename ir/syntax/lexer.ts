// The lexer of MLIR's text: one token at a time as a kind and two offsets into the source; nothing is copied.

/** Token kinds. Punctuation of one character is its character code. */
export const Token = {
  end: 0,
  error: 1,
  arrow: 200,
  ellipsis: 202,
  metadataBegin: 203,
  metadataEnd: 204,
  bareId: 210,
  percentId: 211,
  caretId: 212,
  atId: 213,
  hashId: 214,
  bangId: 215,
  integer: 216,
  float: 217,
  string: 218,
} as const;

const LETTER = 1;
const DIGIT = 2;
/** `$`, `.`, `_`, `-`: what names after a sigil may also have. */
const PUNCTUATION = 4;
const SPACE = 8;
const HEX = 16;

const classes = new Uint8Array(256);
for (let c = 0; c < 26; c++) classes[65 + c] = classes[97 + c] = LETTER | (c < 6 ? HEX : 0);
for (let c = 48; c < 58; c++) classes[c] = DIGIT | HEX;
for (const c of "$._-") classes[c.charCodeAt(0)]! |= PUNCTUATION;
for (const c of " \t\n\r\0") classes[c.charCodeAt(0)]! |= SPACE;
for (const c of "()[]{}<>:,=+*?|/-") classes[c.charCodeAt(0)]! |= 32;
const PUNCTUATOR = 32;

/** Class bits of the character at an offset; 0 past the end and for everything outside Latin-1. */
const classAt = (text: string, offset: number): number => classes[text.charCodeAt(offset)] ?? 0;

export const isLetterOrUnderscore = (code: number): boolean => ((classes[code] ?? 0) & LETTER) !== 0 || code === 95;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Whether a character may continue a bare identifier. */
export const isBareIdPart = (code: number): boolean =>
  ((classes[code] ?? 0) & (LETTER | DIGIT)) !== 0 || code === 95 || code === 36 || code === 46;

export class Lexer {
  readonly text: string;
  /** The current token. */
  kind = 0;
  start = 0;
  end = 0;
  /** End of the token before. */
  previousEnd = 0;
  /** What is wrong with the current token, of kind `error`. */
  message = "";

  constructor(text: string) {
    this.text = text;
    this.scan(0);
  }

  /** The text of the current token. */
  get spelling(): string {
    return this.text.slice(this.start, this.end);
  }

  advance(): void {
    this.previousEnd = this.end;
    this.scan(this.end);
  }

  /** Makes the token at an offset the current one. */
  scan(offset: number): void {
    const text = this.text;
    let at = offset;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === 32 || c === 10 || c === 13 || c === 9 || c === 0) at++;
      else if (c === 47 && text.charCodeAt(at + 1) === 47) {
        const newline = text.indexOf("\n", at);
        at = newline < 0 ? text.length : newline + 1;
      } else break;
    }
    this.start = at;
    if (at >= text.length) {
      this.kind = Token.end;
      this.start = this.end = text.length;
      return;
    }
    this.#token(at, text.charCodeAt(at));
  }

  #token(at: number, c: number): void {
    const text = this.text;
    switch (c) {
      case 37:
        return this.#prefixed(at, Token.percentId);
      case 94:
        return this.#prefixed(at, Token.caretId);
      case 33:
        return this.#prefixed(at, Token.bangId);
      case 35: // '#', '#-}'
        if (text.startsWith("-}", at + 1)) return this.#take(Token.metadataEnd, at + 3);
        return this.#prefixed(at, Token.hashId);
      case 64:
        return this.#symbol(at);
      case 34:
        return this.#string(at, Token.string);
      case 45: // '-', '->'
        if (text.charCodeAt(at + 1) === 62) return this.#take(Token.arrow, at + 2);
        return this.#take(c, at + 1);
      case 46:
        if (text.startsWith("..", at + 1)) return this.#take(Token.ellipsis, at + 3);
        return this.#error("expected three consecutive dots for an ellipsis", at + 1);
      case 123: // '{', '{-#'
        if (text.startsWith("-#", at + 1)) return this.#take(Token.metadataBegin, at + 3);
        return this.#take(c, at + 1);
    }
    const kind = classes[c] ?? 0;
    if ((kind & LETTER) !== 0 || c === 95) {
      let end = at + 1;
      while (isBareIdPart(text.charCodeAt(end))) end++;
      return this.#take(Token.bareId, end);
    }
    if ((kind & DIGIT) !== 0) return this.#number(at);
    if ((kind & PUNCTUATOR) !== 0) return this.#take(c, at + 1);
    this.#error("unexpected character", at + 1);
  }

  #take(kind: number, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #error(message: string, end: number): void {
    this.kind = Token.error;
    this.message = message;
    this.end = end;
  }

  /** A sigil, then digits or a name. */
  #prefixed(at: number, kind: number): void {
    const text = this.text;
    let end = at + 1;
    let c = classAt(text, end);
    if ((c & DIGIT) !== 0) {
      while ((classAt(text, end) & DIGIT) !== 0) end++;
      return this.#take(kind, end);
    }
    while ((c & (LETTER | DIGIT | PUNCTUATION)) !== 0) c = classAt(text, ++end);
    if (end === at + 1) return this.#error(`invalid ${prefixedNames[kind] ?? "name"}`, end);
    this.#take(kind, end);
  }

  #symbol(at: number): void {
    const c = this.text.charCodeAt(at + 1);
    if (c === 34) return this.#string(at + 1, Token.atId);
    if (!isLetterOrUnderscore(c)) return this.#error("@ identifier expected to start with letter or '_'", at + 1);
    let end = at + 2;
    while (isBareIdPart(this.text.charCodeAt(end))) end++;
    this.#take(Token.atId, end);
  }

  #number(at: number): void {
    const text = this.text;
    let end = at + 1;
    if (text.charCodeAt(at) === 48 && text.charCodeAt(end) === 120 && (classAt(text, end + 1) & HEX) !== 0) {
      end += 2;
      while ((classAt(text, end) & HEX) !== 0) end++;
      return this.#take(Token.integer, end);
    }
    while ((classAt(text, end) & DIGIT) !== 0) end++;
    if (text.charCodeAt(end) !== 46) return this.#take(Token.integer, end);
    end++;
    while ((classAt(text, end) & DIGIT) !== 0) end++;
    const e = text.charCodeAt(end);
    if (e === 101 || e === 69) {
      const sign = text.charCodeAt(end + 1);
      const digits = sign === 43 || sign === 45 ? end + 2 : end + 1;
      if ((classAt(text, digits) & DIGIT) !== 0) {
        end = digits + 1;
        while ((classAt(text, end) & DIGIT) !== 0) end++;
      }
    }
    this.#take(Token.float, end);
  }

  /** From the opening quote; escapes are checked here and decoded by `unescapeString`. */
  #string(quote: number, kind: number): void {
    const text = this.text;
    for (let at = quote + 1; ; at++) {
      const c = text.charCodeAt(at);
      if (c === 34) return this.#take(kind, at + 1);
      if (at >= text.length || (c >= 10 && c <= 12)) {
        this.#error("expected '\"' in string literal", at);
        this.start = at;
        return;
      }
      if (c !== 92) continue;
      const escaped = text.charCodeAt(at + 1);
      if (escaped === 34 || escaped === 92 || escaped === 110 || escaped === 116) at++;
      else if ((classAt(text, at + 1) & HEX) !== 0 && (classAt(text, at + 2) & HEX) !== 0) at += 2;
      else return this.#error("unknown escape in string literal", at + 1);
    }
  }
}

const prefixedNames: Readonly<Record<number, string>> = {
  [Token.percentId]: "SSA name",
  [Token.caretId]: "block name",
  [Token.bangId]: "type identifier",
  [Token.hashId]: "attribute name",
};
