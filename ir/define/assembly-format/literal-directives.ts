// Keywords, punctuation and whitespace.
import type { Directive, Scope } from "./directive.ts";

export function compileLiteral(text: string, scope: Scope): Directive {
  const spaced = scope.spacing.literal(text);
  return {
    print: (_, p) => {
      p.text(spaced);
    },
    parse: (p) => {
      p.expect(text);
    },
    parseIfPresent: (p) => p.accept(text),
  };
}

/** Whitespace is only printed: reading skips it anyway. */
export function compileWhitespace(text: "" | " " | "\n", scope: Scope): Directive {
  if (text !== "\n") scope.spacing.whitespace(text);
  return {
    print: (_, p) => {
      if (text === "\n") p.newline();
      else if (text === " ") p.text(" ");
    },
    parse: () => undefined,
  };
}
