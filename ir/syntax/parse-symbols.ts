// `!name` and `#name`: aliases, types and attributes of registered dialects, and the balanced text of unregistered ones.
import { isLetterOrUnderscore } from "./lexer.ts";
import { nearest } from "./near-miss.ts";
import type { TokenParser } from "./token-parser.ts";

export type ExtendedSymbol<D> =
  | { readonly kind: "alias"; readonly name: string }
  /** `closing`: the definition's own text is inside `!dialect<...>`, whose `>` is still to be read. */
  | { readonly kind: "registered"; readonly definition: D; readonly closing: boolean }
  | { readonly kind: "opaque"; readonly dialect: string; readonly text: string };

/**
 * Reads the sigil's token, and the body when the dialect is not registered. For a registered one the parser stands before the
 * parameters, one nesting level deeper, which the caller leaves.
 */
export function parseExtendedSymbol<D>(p: TokenParser, definitions: ReadonlyMap<string, D>): ExtendedSymbol<D> {
  const { text, start, end } = p.lexer;
  const sigil = text.charAt(start);
  const name = text.slice(start + 1, end);
  const dot = name.indexOf(".");
  const hasBody = text.charCodeAt(end) === 60;
  if (dot < 0 && !hasBody) {
    p.lexer.advance();
    return { kind: "alias", name };
  }
  const dialect = dot < 0 ? name : name.slice(0, dot);
  if (p.context.dialects.has(dialect)) {
    p.enter();
    let full = name;
    p.lexer.advance();
    if (dot < 0) {
      p.expect("<");
      full = `${dialect}.${p.keyword("type or attribute name")}`;
    }
    const definition = definitions.get(full);
    if (definition !== undefined) return { kind: "registered", definition, closing: dot < 0 };
    const what = sigil === "!" ? "type" : "attribute";
    const rest = full.slice(dialect.length + 1);
    const near = nearest(full, definitions.keys());
    p.error(
      `unknown ${what} '${rest}' in dialect '${dialect}'`,
      start,
      near === undefined ? undefined : `did you mean '${sigil}${near}'?`,
    );
  }
  if (!p.context.allowUnregisteredDialects) {
    const near = nearest(dialect, p.context.dialects.keys());
    p.error(
      `'${sigil}${name}' is of dialect '${dialect}', which is not registered`,
      start,
      near === undefined ? undefined : `did you mean dialect '${near}'?`,
    );
  }
  const close = hasBody ? balancedEnd(p, end) : end;
  p.lexer.end = close;
  p.lexer.advance();
  const body = dot < 0 ? text.slice(end + 1, close - 1) : text.slice(start + 2 + dot, close);
  return { kind: "opaque", dialect, text: isPretty(body) ? `${dialect}.${body}` : `${dialect}<${body}>` };
}

const closers: Readonly<Record<string, string>> = { "<": ">", "(": ")", "[": "]", "{": "}" };

/** The offset after the bracket that closes the one at `open`; strings and arrows inside are skipped. */
function balancedEnd(p: TokenParser, open: number): number {
  const text = p.lexer.text;
  const expected: string[] = [];
  for (let at = open; at < text.length; at++) {
    const c = text.charAt(at);
    const closer = closers[c];
    if (closer !== undefined) expected.push(closer);
    else if (c === '"') {
      for (at++; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
    } else if (c === "-" && text.charAt(at + 1) === ">") at++;
    else if (c === ">" || c === ")" || c === "]" || c === "}") {
      if (expected.pop() !== c) p.error(`unbalanced '${c}' character in pretty dialect name`, at);
      if (expected.length === 0) return at + 1;
    }
  }
  return p.error("unbalanced '<' character in pretty dialect name", open);
}

/** Whether `!dialect<body>` prints as `!dialect.body`: a name, perhaps followed by one bracketed part to its end. */
function isPretty(body: string): boolean {
  if (!isLetterOrUnderscore(body.charCodeAt(0))) return false;
  const rest = /^[\w$.]+/.exec(body)?.[0].length ?? 0;
  if (rest === body.length) return true;
  if (body.charAt(rest) !== "<" || !body.endsWith(">")) return false;
  let depth = 0;
  for (let at = rest; at < body.length; at++) {
    const c = body.charAt(at);
    if (c === "<") depth++;
    else if (c === ">" && body.charAt(at - 1) !== "-" && --depth === 0 && at + 1 < body.length) return false;
  }
  return true;
}
