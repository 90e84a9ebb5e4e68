// Tokens of an assembly format: `literals`, $variables, directive words, strings and punctuation.

export interface FormatToken {
  readonly kind: "literal" | "variable" | "word" | "string" | "punctuation" | "end";
  /** Without backquotes, dollar sign or quotes. */
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s+|`([^`]*)`|\$([A-Za-z_]\w*)|"([^"]*)"|([A-Za-z_][\w-]*)|([()<>,^?:|])/y;

/** The tokens of `format`, ending with one of kind "end"; `fail` reports what is no token. */
export function lexFormat(format: string, fail: (at: number, message: string) => never): readonly FormatToken[] {
  const tokens: FormatToken[] = [];
  const pattern = new RegExp(TOKEN);
  for (let at = 0; at < format.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(format);
    if (match === null) fail(at, "unexpected character");
    const [, literal, variable, string, word, punctuation] = match;
    if (literal !== undefined) tokens.push({ kind: "literal", text: literal, at });
    else if (variable !== undefined) tokens.push({ kind: "variable", text: variable, at });
    else if (string !== undefined) tokens.push({ kind: "string", text: string, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else if (punctuation !== undefined) tokens.push({ kind: "punctuation", text: punctuation, at });
  }
  tokens.push({ kind: "end", text: "", at: format.length });
  return tokens;
}
