// `!name` and `#name`: aliases, types and attributes of registered dialects, and the balanced text of unregistered ones.
import type { DefinitionTable } from "../core/definition-table.ts";
import { nearest } from "./near-miss.ts";
import { symbolEnd, type TokenParser } from "./token-parser.ts";

export type ExtendedSymbol<D> =
  | { readonly kind: "alias"; readonly name: string }
  /** `closing`: the definition's own text is inside `!dialect<...>`, whose `>` is still to be read. */
  | { readonly kind: "registered"; readonly definition: D; readonly closing: boolean }
  | { readonly kind: "opaque"; readonly dialect: string; readonly text: string };

/**
 * Reads the sigil's token, and the body when the dialect is not registered. For a registered one the parser stands before the
 * parameters, one nesting level deeper, which the caller leaves.
 */
export function parseExtendedSymbol<D extends { readonly name: string }>(
  p: TokenParser,
  definitions: DefinitionTable<D>,
): ExtendedSymbol<D> {
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
  if (!/^[A-Za-z_][\w$]*$/.test(dialect)) p.reject(`invalid dialect namespace '${dialect}'`, start);
  const close = hasBody ? symbolEnd(text, end) : end;
  if (close === undefined) p.syntaxError("unbalanced '<' character in pretty dialect name", end);
  if (p.context.dialects.has(dialect)) {
    p.enter();
    let full = name;
    p.symbolStart = start;
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
    p.reject(
      `unknown ${what} '${rest}' in dialect '${dialect}'`,
      start,
      near === undefined ? undefined : `did you mean '${sigil}${near}'?`,
    );
  }
  if (!p.context.allowUnregisteredDialects) {
    const near = nearest(dialect, p.context.dialects.keys());
    p.mistake(
      `'${sigil}${name}' is of dialect '${dialect}', which is not registered`,
      start,
      near === undefined ? undefined : `did you mean dialect '${near}'?`,
    );
  }
  p.lexer.end = close;
  p.lexer.advance();
  const body = dot < 0 ? text.slice(end + 1, close - 1) : text.slice(start + 2 + dot, close);
  return { kind: "opaque", dialect, text: isPretty(body) ? `${dialect}.${body}` : `${dialect}<${body}>` };
}

/** Whether `!dialect<body>` prints as `!dialect.body`: a name, perhaps followed by what begins with `<` and ends with `>`. */
const isPretty = (body: string): boolean => /^[A-Za-z][A-Za-z0-9._]*(<[^]*>)?$/.test(body);
