// What a page of the documentation holds, before it is Markdown or HTML.

/** A place in the documentation: a page, and an entry of it. */
export interface Place {
  /** The path of the page from the root, without an extension: `dialects/arith`. */
  readonly page: string;
  readonly anchor?: string | undefined;
}

/** A part of a line: text, code, either of which may lead to another place. */
export type Inline =
  string | { readonly code: string; readonly to?: Place | undefined } | { readonly text: string; readonly to: Place };

export type Line = readonly Inline[];

/** What is searched for and linked to. */
export interface Entry {
  readonly name: string;
  /** "operation", "pass", ... */
  readonly kind: string;
  readonly summary: string;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string; readonly entry?: Entry }
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: "code"; readonly language: "mlir" | "json" | "text"; readonly text: string };

export interface Page {
  /** From the root, without an extension. */
  readonly path: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const paragraph = (...line: Line): Block => ({ kind: "paragraph", line });
export const heading = (level: 2 | 3, text: string, entry?: Entry): Block =>
  entry === undefined ? { kind: "heading", level, text } : { kind: "heading", level, text, entry };
export const code = (text: string, language: "mlir" | "json" | "text" = "text"): Block => ({ kind: "code", language, text }); // prettier-ignore
export const list = (items: readonly Line[]): Block[] => (items.length === 0 ? [] : [{ kind: "list", items }]);

/** Nothing where there are no rows. */
export const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: "table", head, rows }];

/** `a, b, c`, of lines. */
export const commas = (lines: readonly Line[]): Line => lines.flatMap((line, i) => (i === 0 ? line : [", ", ...line]));

/** Text in which code stands in backquotes. */
export const prose = (text: string): Line => text.split("`").map((part, i) => (i % 2 === 0 ? part : { code: part }));

/** With a full stop. A plugin in JavaScript may have left a text out. */
export const sentence = (text: string | undefined = ""): string =>
  text === "" || /[.!?:]$/.test(text) ? text : `${text}.`;

/** The anchor that GitHub gives a heading. */
export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** From the page at one path to the one at another: `../passes`. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
