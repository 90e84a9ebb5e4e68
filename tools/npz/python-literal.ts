// Reads the Python literal of an npy header: a dict of strings, numbers, booleans, None, tuples and lists.
// Written by hand: the header comes from outside, so nothing is ever evaluated, and nesting is bounded.

export type PythonLiteral =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "sequence"; readonly bracket: "(" | "["; readonly items: readonly PythonLiteral[] }
  | { readonly kind: "dict"; readonly entries: ReadonlyMap<string, PythonLiteral> };

const deepest = 16;
const words: ReadonlyMap<string, PythonLiteral> = new Map<string, PythonLiteral>([
  ["True", { kind: "boolean", value: true }],
  ["False", { kind: "boolean", value: false }],
  ["None", { kind: "none" }],
]);

class LiteralError extends Error {}

class LiteralReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(depth: number): PythonLiteral {
    if (depth > deepest) this.fail("less nesting");
    this.space();
    const c = this.text[this.at];
    if (c === "{") return this.dict(depth);
    if (c === "(" || c === "[") return this.sequence(c, depth);
    if (c === "'" || c === '"') return { kind: "string", value: this.string(c) };
    const word = this.match(/[A-Za-z]+/y);
    if (word !== undefined) return words.get(word) ?? this.fail("True, False or None");
    const digits = this.match(/-?\d{1,40}/y) ?? this.fail("a value");
    this.match(/L/y); // Python 2 wrote long integers so.
    return { kind: "integer", value: BigInt(digits) };
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) this.fail("the end of the header");
  }

  private dict(depth: number): PythonLiteral {
    const entries = new Map<string, PythonLiteral>();
    this.take("{");
    while (!this.takes("}")) {
      this.space();
      const quote = this.text[this.at];
      if (quote !== "'" && quote !== '"') this.fail("a quoted key");
      const key = this.string(quote === "'" ? "'" : '"');
      if (entries.has(key)) this.fail(`'${key}' once only`);
      this.take(":");
      entries.set(key, this.read(depth + 1));
      if (this.takes(",")) continue;
      this.take("}");
      break;
    }
    return { kind: "dict", entries };
  }

  private sequence(bracket: "(" | "[", depth: number): PythonLiteral {
    const close = bracket === "(" ? ")" : "]";
    const items: PythonLiteral[] = [];
    this.take(bracket);
    while (!this.takes(close)) {
      items.push(this.read(depth + 1));
      if (this.takes(",")) continue;
      this.take(close);
      break;
    }
    return { kind: "sequence", bracket, items };
  }

  private string(quote: "'" | '"'): string {
    const body = this.match(quote === "'" ? /'(?:[^'\\\n]|\\[^\n])*'/y : /"(?:[^"\\\n]|\\[^\n])*"/y);
    return (body ?? this.fail("the end of a string")).slice(1, -1).replace(/\\(.)/g, "$1");
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private space(): void {
    this.match(/[ \t\r\n]*/y);
  }

  private takes(punctuation: string): boolean {
    this.space();
    if (this.text[this.at] !== punctuation) return false;
    this.at++;
    return true;
  }

  private take(punctuation: string): void {
    if (!this.takes(punctuation)) this.fail(`'${punctuation}'`);
  }

  private fail(expected: string): never {
    throw new LiteralError(`expected ${expected} at character ${this.at}`);
  }
}

/** Reads one literal; says where it stops being one. */
export function parsePythonLiteral(text: string): { value: PythonLiteral } | { error: string } {
  const reader = new LiteralReader(text);
  try {
    const value = reader.read(0);
    reader.end();
    return { value };
  } catch (error) {
    if (error instanceof LiteralError) return { error: error.message };
    throw error;
  }
}
