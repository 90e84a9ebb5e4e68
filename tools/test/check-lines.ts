// Turns printed IR into CHECK lines: SSA names become variables, each symbol begins with a label.

/** A longer string (dense data) is checked at its start only. */
const longestString = 200;
const shownOfString = 40;

/** A top-level op of the output, or the aliases in front of all ops. */
export interface OutputUnit {
  /** Undefined for aliases, and for ops that are no symbols. */
  readonly symbol: string | undefined;
  readonly text: string;
  readonly aliases: readonly string[];
}

/** Takes a printed module apart into its top-level ops. */
export function outputUnits(text: string): OutputUnit[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const aliasLines = lines.filter((line) => /^[#!][\w$.-]+ = /.test(line));
  const rest = lines.filter((line) => !aliasLines.includes(line));
  const aliases = aliasLines.map((line) => line.slice(0, line.indexOf(" = ")));
  const inner = insideModule(rest);
  const units: OutputUnit[] = [];
  if (aliasLines.length > 0) units.push({ symbol: undefined, text: aliasLines.join("\n"), aliases });
  const [indent = ""] = /^ */.exec(inner[0] ?? "") ?? [];
  let unit: string[] = [];
  const end = (): void => {
    if (unit.length > 0) units.push({ symbol: symbolOf(unit[0] ?? ""), text: unit.join("\n"), aliases });
    unit = [];
  };
  for (const line of inner) {
    // A block's label stands as far left as its op.
    const closes = /^[})^]/.test(line.slice(indent.length));
    if (!line.startsWith(`${indent} `) && !closes) end();
    unit.push(line.slice(indent.length));
  }
  end();
  return units;
}

/** The lines in the one module around them, in either form; all of them where there is none. */
function insideModule(lines: readonly string[]): readonly string[] {
  const [first = ""] = lines;
  const last = lines.findLastIndex((line) => /^\}/.test(line));
  if (!/^(?:module\b|"builtin\.module").*\{$/.test(first) || last < 0) return lines;
  const body = lines.slice(1, last);
  return /^\^bb0:/.test(body[0] ?? "") ? body.slice(1) : body;
}

function symbolOf(line: string): string | undefined {
  if (/^(?:%|"?[\w.]*return)/.test(line)) return undefined;
  const generic = /sym_name = "((?:[^"\\]|\\.)*)"/.exec(line);
  const custom = /@([A-Za-z_][\w$.-]*|"(?:[^"\\]|\\.)*")/.exec(line);
  return generic?.[1] ?? custom?.[1]?.replace(/^"(.*)"$/, "$1");
}

/** `// CHECK-LABEL: ...` and the lines after it. */
export function checkLines(unit: OutputUnit, prefix: string): string[] {
  const variables = new VariableNames(unit.aliases);
  const lines = unit.text.split("\n");
  const widest = `${prefix}-LABEL:`.length;
  const write = (suffix: string, text: string): string => `// ${`${prefix}${suffix}:`.padEnd(widest)} ${text}`;
  if (unit.symbol === undefined) return lines.map((line) => write("", variables.rewrite(line)));
  const [head = "", ...body] = lines;
  const label = labelOf(head);
  const made = [write("-LABEL", escapePattern(label))];
  const tail = variables.rewrite(head, label.length);
  if (tail.trim() !== "") made.push(write("-SAME", tail.trimStart()));
  return [...made, ...body.map((line) => write("-NEXT", variables.rewrite(line)))];
}

/** As much of an op's first line as needs no variable: up to its name and the parenthesis after it. */
function labelOf(line: string): string {
  const named = /^[^%#!]*?@(?:[A-Za-z_][\w$.-]*|"(?:[^"\\]|\\.)*")\(?/.exec(line);
  if (named !== null) return named[0];
  const [plain = line] = /^[^%#!]*/.exec(line) ?? [];
  return plain.trimEnd() === "" ? line : plain.trimEnd();
}

/** What a check line would take for a pattern is put in a regular expression. */
function escapePattern(text: string): string {
  return text.replace(/\[\[+|\{\{+/g, (brackets) => `{{${[...brackets].map((bracket) => `\\${bracket}`).join("")}}}`);
}

/** Variables of one unit. A name is known in the region that defines it and those inside. */
class VariableNames {
  readonly #scopes: Map<string, string>[] = [new Map<string, string>()];
  readonly #taken = new Map<string, number>();
  readonly #aliases: ReadonlySet<string>;

  constructor(aliases: readonly string[]) {
    this.#aliases = new Set(aliases);
  }

  /** A line from the column `from` on, as a pattern. */
  rewrite(line: string, from = 0): string {
    const closes = /^\s*\}/.test(line);
    if (closes && this.#scopes.length > 1) this.#scopes.pop();
    const opens = /[{]\s*(?:loc\(.*\))?$/.test(line);
    const results = /^\s*%[^=]*? = /.exec(line)?.[0].length ?? 0;
    // Results belong to the block of the op; the other new names on a line that opens a region belong inside it.
    const outside = this.#rewritePart(line.slice(from, results), true);
    if (opens) this.#scopes.push(new Map());
    const blockArguments = /^\s*\^[\w$.-]+\(/.test(line);
    return outside + this.#rewritePart(line.slice(Math.max(from, results)), blockArguments);
  }

  #rewritePart(text: string, defines: boolean): string {
    const pieces = /"(?:[^"\\]|\\.)*"|%[\w$.-]+|[#!][A-Za-z_][\w$-]*(?![.<\w])|\[\[+|\{\{+/g;
    return text.replace(pieces, (piece, at: number) => {
      if (piece.length > longestString && piece.startsWith('"')) return `${piece.slice(0, shownOfString)}{{[^"]*}}"`;
      if (piece.startsWith('"')) return escapePattern(piece);
      if (piece.startsWith("[") || piece.startsWith("{")) return escapePattern(piece);
      if (!piece.startsWith("%")) return this.#alias(piece, text, at);
      const known = this.#lookup(piece);
      return known !== undefined && !defines ? `%[[${known}]]` : `%[[${this.#define(piece)}:.*]]`;
    });
  }

  #alias(name: string, text: string, at: number): string {
    if (!this.#aliases.has(name)) return name;
    // Global: a label forgets the other variables with --enable-var-scope.
    const variable = `$${variableOf(name.slice(1))}`;
    const defines = at === 0 && text.startsWith(" = ", name.length);
    return `${name.charAt(0)}[[${variable}${defines ? ":.*" : ""}]]`;
  }

  #lookup(name: string): string | undefined {
    return this.#scopes.findLast((scope) => scope.has(name))?.get(name);
  }

  #define(name: string): string {
    const base = /^%\d+$/.test(name) ? "VAL" : variableOf(name.slice(1));
    const count = this.#taken.get(base) ?? 0;
    this.#taken.set(base, count + 1);
    const numbered = base === "VAL" || count > 0 || /_\d+$/.test(base);
    const variable = numbered && base === "VAL" ? `${base}_${count}` : count > 0 ? `${base}__${count}` : base;
    this.#scopes.at(-1)?.set(name, variable);
    return variable;
  }
}

function variableOf(name: string): string {
  const word = name.replace(/[^A-Za-z0-9_]/g, "_").toUpperCase();
  return /^[A-Z_]/.test(word) ? word : `_${word}`;
}
