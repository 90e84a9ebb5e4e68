// Reads an assembly format into its elements, resolving each name to an operand, property, region, successor or result.
import type { ArgumentElement, FormatElement, OilistClause, TypeSource } from "./format-elements.ts";
import { lexFormat, type FormatToken } from "./format-lexer.ts";
import { formatError, type FormatSubject } from "./subject.ts";

const KEYWORD = /^[A-Za-z_][\w$.]*$/;
const PUNCTUATION = new Set([
  "->",
  "...",
  ":",
  ",",
  "=",
  "<",
  ">",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  "?",
  "+",
  "*",
  "|",
  "/",
  "-",
]);

/** The elements of `format`. Throws, naming the op and the place, when the format is wrong. */
export function readFormat(format: string, subject: FormatSubject): readonly FormatElement[] {
  return new FormatReader(format, subject).read();
}

/** A list being read, and the anchor (`^`) met in it. */
interface Group {
  readonly elements: FormatElement[];
  anchor: FormatElement | undefined;
}

class FormatReader {
  readonly #format: string;
  readonly #subject: FormatSubject;
  readonly #tokens: readonly FormatToken[];
  #next = 0;

  constructor(format: string, subject: FormatSubject) {
    this.#format = format;
    this.#subject = subject;
    this.#tokens = lexFormat(format, (at, message) => formatError(subject, format, at, message));
  }

  read(): readonly FormatElement[] {
    const elements: FormatElement[] = [];
    while (this.#peek().kind !== "end") elements.push(this.#element());
    return elements;
  }

  #peek(): FormatToken {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Error("read past the end of a format");
    return token;
  }

  #take(): FormatToken {
    const token = this.#peek();
    if (token.kind !== "end") this.#next++;
    return token;
  }

  #fail(message: string, token: FormatToken = this.#peek()): never {
    return formatError(this.#subject, this.#format, token.at, message);
  }

  #accept(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== "punctuation" || token.text !== text) return false;
    this.#next++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) this.#fail(`expected '${text}'`);
  }

  #element(): FormatElement {
    const token = this.#take();
    switch (token.kind) {
      case "literal":
        return this.#literal(token);
      case "variable":
        return this.#variable(token, false);
      case "word":
        return this.#directive(token);
      default:
        if (token.kind === "punctuation" && token.text === "(") return this.#optionalGroup(token);
        return this.#fail("expected a literal, a variable, a directive or '('", token);
    }
  }

  #literal(token: FormatToken): FormatElement {
    const { text } = token;
    if (text === "" || text === " ") return { kind: "whitespace", text };
    if (text === "\n" || text === "\\n") return { kind: "whitespace", text: "\n" };
    if (!KEYWORD.test(text) && !PUNCTUATION.has(text))
      this.#fail(`'${text}' is neither a keyword nor punctuation`, token);
    return { kind: "literal", text };
  }

  #variable(token: FormatToken, qualified: boolean): FormatElement {
    const found = this.#lookUp(token);
    if (found.kind === "result") this.#fail(`result '${token.text}' may only stand in a type directive`, token);
    return found.kind === "property" ? { ...found, kind: "property", qualified } : { ...found, kind: found.kind };
  }

  #lookUp(token: FormatToken): { kind: "operand" | "property" | "region" | "successor" | "result"; index: number } {
    const { operands, properties, regions, successors, results } = this.#subject;
    const lists = { operand: operands, property: properties, region: regions, successor: successors, result: results };
    for (const kind of ["operand", "property", "region", "successor", "result"] as const) {
      const index = lists[kind].findIndex(({ name }) => name === token.text);
      if (index >= 0) return { kind, index };
    }
    return this.#fail(`no operand, property, region, successor or result is named '${token.text}'`, token);
  }

  #directive(token: FormatToken): FormatElement {
    switch (token.text) {
      case "operands":
      case "regions":
      case "successors":
        return { kind: token.text };
      case "attr-dict":
        return { kind: "attr-dict", keyword: false };
      case "attr-dict-with-keyword":
        return { kind: "attr-dict", keyword: true };
      case "prop-dict":
        return { kind: "prop-dict" };
      case "type":
        return { kind: "type", of: this.#parenthesised(() => this.#typeSource()) };
      case "functional-type":
        return this.#parenthesised(() => {
          const inputs = this.#typeSource();
          this.#expect(",");
          return { kind: "functional-type", inputs, results: this.#typeSource() };
        });
      case "qualified":
        return this.#parenthesised(() => {
          const inner = this.#take();
          if (inner.kind === "variable") return this.#variable(inner, true);
          // Types always print with their dialect: `qualified` has nothing to add.
          if (inner.kind === "word" && inner.text === "type") return this.#directive(inner);
          return this.#fail("expected a property or a type directive", inner);
        });
      case "custom":
        return this.#custom();
      case "oilist":
        return this.#parenthesised(() => ({ kind: "oilist", clauses: this.#oilistClauses() }));
      case "ref":
        return this.#fail("'ref' may only stand among the arguments of a custom directive", token);
      default:
        return this.#fail(`no directive is named '${token.text}'`, token);
    }
  }

  #parenthesised<T>(inside: () => T): T {
    this.#expect("(");
    const read = inside();
    this.#expect(")");
    return read;
  }

  #typeSource(): TypeSource {
    const token = this.#take();
    if (token.kind === "word" && (token.text === "operands" || token.text === "results")) return { kind: token.text };
    if (token.kind === "variable") {
      const { kind, index } = this.#lookUp(token);
      if (kind === "operand" || kind === "result") return { kind, index };
    }
    return this.#fail("expected an operand, a result, 'operands' or 'results'", token);
  }

  #custom(): FormatElement {
    this.#expect("<");
    const name = this.#take();
    if (name.kind !== "word") this.#fail("expected the name of a custom directive", name);
    this.#expect(">");
    const list: ArgumentElement[] = [];
    this.#parenthesised(() => {
      do list.push(this.#argument(false));
      while (this.#accept(","));
    });
    return { kind: "custom", name: name.text, arguments: list };
  }

  #argument(reference: boolean): ArgumentElement {
    const token = this.#take();
    if (token.kind === "string") return { kind: "text", name: token.text, reference };
    if (token.kind === "variable") return { ...this.#lookUp(token), name: token.text, reference };
    if (token.kind === "word" && token.text === "type") {
      const name = this.#tokens[this.#next + 1]?.text ?? "";
      return { kind: "type", of: this.#parenthesised(() => this.#typeSource()), name, reference };
    }
    if (token.kind === "word" && token.text === "ref" && !reference)
      return this.#parenthesised(() => this.#argument(true));
    return this.#fail(
      "expected a variable, a type directive, 'ref' or a string as argument of a custom directive",
      token,
    );
  }

  #oilistClauses(): OilistClause[] {
    const clauses: OilistClause[] = [];
    do {
      const token = this.#take();
      const literal = token.kind === "literal" ? this.#literal(token) : undefined;
      if (literal?.kind !== "literal") this.#fail("a clause of 'oilist' begins with a literal", token);
      const elements: FormatElement[] = [];
      while (!this.#atPunctuation("|") && !this.#atPunctuation(")")) elements.push(this.#element());
      clauses.push({ literal: literal.text, elements });
    } while (this.#accept("|"));
    return clauses;
  }

  #atPunctuation(text: string): boolean {
    const token = this.#peek();
    return token.kind === "punctuation" && token.text === text;
  }

  /** `( ... )?` or `( ... ) : ( ... )?`; the opening parenthesis has been read. */
  #optionalGroup(open: FormatToken): FormatElement {
    const then = this.#group();
    let otherwise: Group = { elements: [], anchor: undefined };
    if (this.#accept(":")) {
      this.#expect("(");
      otherwise = this.#group();
    }
    this.#expect("?");
    if (then.elements.length === 0) this.#fail("an optional group needs an element", open);
    if (then.anchor !== undefined && otherwise.anchor !== undefined)
      this.#fail("an optional group has one anchor", open);
    const anchor = then.anchor ?? otherwise.anchor;
    if (anchor === undefined) this.#fail("an optional group needs an anchor '^'", open);
    return {
      kind: "optional",
      then: then.elements,
      otherwise: otherwise.elements,
      anchor,
      inverted: then.anchor === undefined,
    };
  }

  #group(): Group {
    const group: Group = { elements: [], anchor: undefined };
    while (!this.#accept(")")) {
      const start = this.#peek();
      const element = this.#element();
      group.elements.push(element);
      if (this.#accept("^")) {
        if (group.anchor !== undefined) this.#fail("an optional group has one anchor", start);
        group.anchor = element;
      }
    }
    return group;
  }
}
