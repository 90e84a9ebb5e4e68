// After a syntax error: where the next op of the same list begins.
import { Token, type Lexer } from "./lexer.ts";
import type { SourceText } from "./source-text.ts";

/** Tokens that may begin an op or an alias. */
const beginners: ReadonlySet<number> = new Set([
  Token.bareId, Token.string, Token.percentId, Token.hashId, Token.bangId, Token.metadataBegin,
]); // prettier-ignore

/**
 * Moves the lexer from the op that begins at `start`, in which an error was found, past its end: to the first token of a line
 * that can begin an op outside all brackets opened since, or at the op's column (brackets may be what is wrong) repeats its first
 * word or begins an op that defines a symbol, or to the bracket that closes the list around it.
 */
export function skipOperation(
  lexer: Lexer,
  source: SourceText,
  start: number,
  errorOffset: number,
  beginsSymbol: (word: string) => boolean,
): void {
  lexer.scan(start);
  const column = start - source.lineStart(source.line(start));
  const firstWord = lexer.spelling;
  const isAlias = lexer.kind === Token.hashId || lexer.kind === Token.bangId;
  let depth = 0;
  for (;;) {
    const { kind } = lexer;
    if (kind === Token.end) return;
    if (kind === 125 && lexer.start > start && (depth === 0 || isDedented(lexer, source, column))) return;
    if (kind === 40 || kind === 91 || kind === 123) depth++;
    else if (kind === 41 || kind === 93 || kind === 125) depth = Math.max(0, depth - 1);
    else if (lexer.start > start && beginners.has(kind) && beginsLine(lexer)) {
      if (depth === 0 && lexer.start > errorOffset) return;
      const line = source.line(lexer.start);
      const isSibling = lexer.start - source.lineStart(line) === column;
      if (isSibling && (isAlias || lexer.spelling === firstWord || beginsSymbol(lexer.spelling))) return;
    }
    const before = lexer.start;
    lexer.advance();
    if (lexer.start === before && lexer.end === before) lexer.scan(before + 1);
  }
}

/** Whether a closing brace stands on a line of its own further left than the op: it ends the list, whatever is open inside the op. */
function isDedented(lexer: Lexer, source: SourceText, column: number): boolean {
  return beginsLine(lexer) && lexer.start - source.lineStart(source.line(lexer.start)) < column;
}

function beginsLine({ text, start }: Lexer): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const c = text.charCodeAt(at);
    if (c === 10) return true;
    if (c !== 32 && c !== 9 && c !== 13) return false;
  }
  return true;
}
