// The name of an entry of a dictionary.
import { Token } from "./lexer.ts";
import type { TextPosition } from "./parser-interface.ts";
import type { TokenParser } from "./token-parser.ts";

/** Any bare word, also one that is a type's, or a string. */
export function parseEntryName(p: TokenParser): string {
  const at = p.position();
  const name = p.optionalString() ?? attributeName(p);
  if (name === "") p.mistake("expected valid attribute name", at);
  return name;
}

export function repeatedName(p: TokenParser, name: string, at: TextPosition): void {
  p.mistake(`duplicate key '${name}' in dictionary attribute`, at);
}

/** Any bare word. */
export function attributeName(p: TokenParser): string {
  if (p.lexer.kind !== Token.bareId) p.missing("expected attribute name");
  const name = p.lexer.spelling;
  p.lexer.advance();
  return name;
}
