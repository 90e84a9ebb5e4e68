// Translates a POSIX extended regular expression, as LLVM's tools read it, to the source of a JavaScript one.
// The two differ where it hurts: `\d` is the letter d, `a+?` is an error, a backslash in brackets is itself.
// Newlines as in LLVM: `.` and `[^x]` match none; `^` and `$` match at lines.

export type PosixRegex = { readonly source: string; readonly groups: number } | { readonly error: string };

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

const lineStart = "(?<![^\\n])";
const lineEnd = "(?![^\\n])";

class RegexError extends Error {}

/** Makes text stand for itself in a JavaScript regular expression. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

class Translator {
  groups = 0;
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  alternatives(): string {
    const branches: string[] = [];
    do branches.push(this.branch());
    while (this.takes("|"));
    if (branches.length > 1 && branches.includes("")) fail("empty (sub)expression");
    if (this.depth === 0 && this.at < this.text.length) fail("parentheses not balanced");
    return branches.join("|");
  }

  private branch(): string {
    let source = "";
    while (this.at < this.text.length && !"|)".includes(this.text[this.at]!)) source += this.piece();
    return source;
  }

  private piece(): string {
    const start = this.text[this.at]!;
    const atom = this.atom();
    const repetition = this.repetition();
    if (repetition === "") return atom;
    if (start === "^" || start === "$") fail("repetition-operator operand invalid");
    if (this.repetition() !== "") fail("repetition-operator operand invalid");
    return atom + repetition;
  }

  private atom(): string {
    const character = this.text[this.at]!;
    if (this.repetition() !== "") fail("repetition-operator operand invalid");
    this.at++;
    switch (character) {
      case "(":
        return this.group();
      case "[":
        return this.bracket();
      case ".":
        return "[^\\n]";
      case "^":
        return lineStart;
      case "$":
        return lineEnd;
      case "\\":
        return this.escape();
      default:
        return escapeRegex(character);
    }
  }

  private group(): string {
    this.groups++;
    this.depth++;
    const source = this.alternatives();
    this.depth--;
    if (!this.takes(")")) fail("parentheses not balanced");
    return `(${source})`;
  }

  private escape(): string {
    const character = this.text[this.at++] ?? fail("trailing backslash (\\)");
    if (!/[1-9]/.test(character)) return escapeRegex(character);
    if (Number(character) > this.groups) fail("invalid backreference number");
    return `(?:\\${character})`;
  }

  private repetition(): string {
    const character = this.text[this.at];
    if (character === "*" || character === "+" || character === "?") {
      this.at++;
      return character;
    }
    if (character !== "{" || !/[0-9]/.test(this.text[this.at + 1] ?? "")) return "";
    const bounds = /\{(\d+)(,?)(\d*)\}/y;
    bounds.lastIndex = this.at;
    const match = bounds.exec(this.text) ?? fail("braces not balanced");
    const [whole, low, comma, high] = match;
    const least = Number(low);
    const most = comma === "" ? least : high === "" ? highestCount : Number(high);
    if (least > most || most > highestCount || (comma === "" && high !== "")) fail("invalid repetition count(s)");
    this.at += whole.length;
    return whole;
  }

  private bracket(): string {
    const negated = this.takes("^");
    let source = "";
    let first = true;
    while (first || this.text[this.at] !== "]") {
      if (this.at >= this.text.length) fail("brackets ([ ]) not balanced");
      first = false;
      source += this.bracketItem();
    }
    this.at++;
    return negated ? `[^${source}\\n]` : `[${source}]`;
  }

  private bracketItem(): string {
    const named = /\[:([a-z<>]*):\]/y;
    named.lastIndex = this.at;
    const match = named.exec(this.text);
    if (match !== null) {
      this.at += match[0].length;
      return classes.get(match[1] ?? "") ?? fail("invalid character class");
    }
    const low = this.bracketCharacter();
    if (this.text[this.at] !== "-" || this.text[this.at + 1] === "]") return escapeInBracket(low);
    this.at++;
    const high = this.bracketCharacter();
    if (low > high) fail("invalid character range");
    return `${escapeInBracket(low)}-${escapeInBracket(high)}`;
  }

  private bracketCharacter(): string {
    const collating = /\[([.=])(.)\1\]/y;
    collating.lastIndex = this.at;
    const match = collating.exec(this.text);
    this.at += match?.[0].length ?? 1;
    return match?.[2] ?? this.text[this.at - 1] ?? fail("brackets ([ ]) not balanced");
  }

  private takes(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }
}

function escapeInBracket(character: string): string {
  return /[\\\]^[-]/.test(character) ? `\\${character}` : character;
}

function fail(message: string): never {
  throw new RegexError(message);
}

/** Translates an expression that begins after `groupsBefore` other groups (back-references count from the start). */
export function translatePosixRegex(text: string, groupsBefore = 0): PosixRegex {
  const translator = new Translator(text);
  translator.groups = groupsBefore;
  try {
    const source = translator.alternatives();
    return { source, groups: translator.groups - groupsBefore };
  } catch (error) {
    if (error instanceof RegexError) return { error: error.message };
    throw error;
  }
}
