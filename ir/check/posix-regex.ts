// Reads a POSIX extended regular expression, as LLVM's tools read it: a tree, and the source of a JavaScript expression
// that matches at the same places. The two differ where it hurts: `\d` is the letter d, `a+?` is an error, a backslash
// in brackets is itself. Newlines as in LLVM: `.` and `[^x]` match none; `^` and `$` match at lines.

/** `posix-match.ts` walks it where the longest match is not the one that JavaScript finds. */
export type RegexNode =
  /** One character; `source` is a JavaScript expression for it. */
  | { readonly kind: "character"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly branches: readonly RegexNode[] }
  | { readonly kind: "group"; readonly number: number; readonly body: RegexNode }
  | { readonly kind: "repeat"; readonly body: RegexNode; readonly least: number; readonly most: number }
  | { readonly kind: "lineStart" | "lineEnd" }
  | { readonly kind: "back"; readonly number: number };

export type PosixRegex =
  | {
      readonly source: string;
      readonly groups: number;
      readonly tree: RegexNode;
      /** It has back-references. */
      readonly refersBack: boolean;
    }
  | { readonly error: string };

const classes: ReadonlyMap<string, string> = new Map([
  ["alnum", "0-9A-Za-z"],
  ["alpha", "A-Za-z"],
  ["blank", " \\t"],
  ["cntrl", "\\x00-\\x1f\\x7f"],
  ["digit", "0-9"],
  ["graph", "!-~"],
  ["lower", "a-z"],
  ["print", " -~"],
  ["punct", "!-\\/:-@\\[-`{-~"],
  ["space", " \\t-\\r"],
  ["upper", "A-Z"],
  ["xdigit", "0-9A-Fa-f"],
]);

/** The highest count in `{n,m}` (RE_DUP_MAX). */
const highestCount = 255;

class RegexError extends Error {}

/** Makes text stand for itself in a regular expression, POSIX or JavaScript. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

class RegexReader {
  groups = 0;
  refersBack = false;
  readonly #text: string;
  #at = 0;
  #depth = 0;
  readonly #closed = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  alternatives(): RegexNode {
    const branches: RegexNode[] = [];
    do branches.push(this.#branch());
    while (this.#takes("|"));
    if (this.#depth === 0 && this.#at < this.#text.length) fail("parentheses not balanced");
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: "choice", branches };
  }

  #branch(): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined || character === "|" || (character === ")" && this.#depth > 0)) break;
      items.push(this.#piece());
    }
    if (items.length === 0) fail("empty (sub)expression");
    return { kind: "sequence", items };
  }

  #piece(): RegexNode {
    const body = this.#atom();
    const bounds = this.#repetition();
    if (bounds === undefined) return body;
    if (body.kind === "lineStart" || body.kind === "lineEnd") fail("repetition-operator operand invalid");
    if (this.#repetition() !== undefined) fail("repetition-operator operand invalid");
    return { kind: "repeat", body, ...bounds };
  }

  #atom(): RegexNode {
    const character = this.#text[this.#at] ?? "";
    if ("*+?".includes(character) || (character === "{" && /[0-9]/.test(this.#text[this.#at + 1] ?? "")))
      fail("repetition-operator operand invalid");
    this.#at++;
    switch (character) {
      case "(":
        return this.#group();
      case ")":
        return fail("parentheses not balanced");
      case "[":
        return { kind: "character", source: this.#bracket() };
      case ".":
        return { kind: "character", source: "[^\\n]" };
      case "^":
        return { kind: "lineStart" };
      case "$":
        return { kind: "lineEnd" };
      case "\\":
        return this.#escape();
      default:
        return { kind: "character", source: escapeRegex(character) };
    }
  }

  #group(): RegexNode {
    const number = ++this.groups;
    if (this.#at >= this.#text.length) fail("parentheses not balanced");
    this.#depth++;
    const body: RegexNode = this.#text[this.#at] === ")" ? { kind: "sequence", items: [] } : this.alternatives();
    this.#depth--;
    if (!this.#takes(")")) fail("parentheses not balanced");
    this.#closed.add(number);
    return { kind: "group", number, body };
  }

  #escape(): RegexNode {
    const character = this.#text[this.#at++] ?? fail("trailing backslash (\\)");
    if (!/[1-9]/.test(character)) return { kind: "character", source: escapeRegex(character) };
    const number = Number(character);
    if (!this.#closed.has(number)) fail("invalid backreference number");
    this.refersBack = true;
    return { kind: "back", number };
  }

  #repetition(): { least: number; most: number } | undefined {
    const character = this.#text[this.#at];
    const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] }[character ?? ""];
    if (simple !== undefined) {
      this.#at++;
      return { least: simple[0] ?? 0, most: simple[1] ?? 0 };
    }
    if (character !== "{" || !/[0-9]/.test(this.#text[this.#at + 1] ?? "")) return undefined;
    const [whole, low, comma, high] =
      /^\{(\d+)(,?)(\d*)/.exec(this.#text.slice(this.#at)) ?? fail("braces not balanced");
    const least = Number(low);
    const most = comma === "" ? least : high === "" ? Infinity : Number(high);
    if (least > most || least > highestCount || (most > highestCount && most !== Infinity))
      fail("invalid repetition count(s)");
    this.#at += whole.length;
    if (!this.#takes("}"))
      fail(this.#text.indexOf("}", this.#at) < 0 ? "braces not balanced" : "invalid repetition count(s)");
    return { least, most };
  }

  #bracket(): string {
    const negated = this.#takes("^");
    let source = "";
    let first = true;
    while (first || this.#text[this.#at] !== "]") {
      if (this.#at >= this.#text.length) fail("brackets ([ ]) not balanced");
      first = false;
      source += this.#bracketItem();
    }
    this.#at++;
    return negated ? `[^${source}\\n]` : `[${source}]`;
  }

  #bracketItem(): string {
    const named = /\[:([A-Za-z<>]*):\]/y;
    named.lastIndex = this.#at;
    const match = named.exec(this.#text);
    if (match !== null) {
      this.#at += match[0].length;
      return classes.get(match[1] ?? "") ?? fail("invalid character class");
    }
    const low = this.#bracketCharacter();
    if (this.#text[this.#at] !== "-" || this.#text[this.#at + 1] === "]") return escapeInBracket(low);
    this.#at++;
    const high = this.#bracketCharacter();
    if (low > high) fail("invalid character range");
    return `${escapeInBracket(low)}-${escapeInBracket(high)}`;
  }

  #bracketCharacter(): string {
    const collating = /\[([.=])(.)\1\]/y;
    collating.lastIndex = this.#at;
    const match = collating.exec(this.#text);
    this.#at += match?.[0].length ?? 1;
    return match?.[2] ?? this.#text[this.#at - 1] ?? fail("brackets ([ ]) not balanced");
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
}

function escapeInBracket(character: string): string {
  return /[\\\]^[-]/.test(character) ? `\\${character}` : character;
}

function fail(message: string): never {
  throw new RegexError(message);
}

/** The JavaScript expression of a tree. */
function sourceOf(node: RegexNode): string {
  switch (node.kind) {
    case "character":
      return node.source;
    case "sequence":
      return node.items.map(sourceOf).join("");
    case "choice":
      return node.branches.map(sourceOf).join("|");
    case "group":
      return `(${sourceOf(node.body)})`;
    case "repeat":
      return `${sourceOf(node.body)}{${node.least},${node.most === Infinity ? "" : node.most}}`;
    case "lineStart":
      return "(?<![^\\n])";
    case "lineEnd":
      return "(?![^\\n])";
    case "back":
      return `(?:\\${node.number})`;
  }
}

/** Reads an expression, or says what is wrong with it in the words of LLVM's. */
export function translatePosixRegex(text: string): PosixRegex {
  const reader = new RegexReader(text);
  try {
    const tree = reader.alternatives();
    return { source: sourceOf(tree), groups: reader.groups, tree, refersBack: reader.refersBack };
  } catch (error) {
    if (error instanceof RegexError) return { error: error.message };
    throw error;
  }
}
