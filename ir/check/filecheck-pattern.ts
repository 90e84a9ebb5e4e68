// One FileCheck pattern: text with `{{regex}}`, `[[NAME:regex]]`, `[[NAME]]` and `[[#expression]]` in it. It becomes one
// regular expression in which values of variables are put when it is matched.

import { numberOf, numberText, wildcard, type NumberFormat } from "./filecheck-format.ts";
import { evaluate, NumericBlockReader, readVariableName, type NumericExpression } from "./filecheck-numeric.ts";
import { Cursor, type CheckMessage, type CheckSource, type Span } from "./filecheck-source.ts";
import type { CheckVariables, NumericVariable } from "./filecheck-variables.ts";
import { PosixMatcher } from "./posix-match.ts";
import { escapeRegex, translatePosixRegex } from "./posix-regex.ts";

export interface PatternSettings {
  readonly variables: CheckVariables;
  /** Of the check text; undefined on the command line. */
  readonly line: number | undefined;
  readonly ignoreCase: boolean;
  /** The match must take whole lines; blanks around it are allowed unless `strictWhitespace`. */
  readonly fullLines: boolean;
  readonly strictWhitespace: boolean;
}

/** A value that is put in when the pattern is matched. */
interface Substitution {
  /** As written. */
  readonly text: string;
  readonly at: Span;
  /** Into the expression. */
  readonly index: number;
  readonly number?: { readonly expression: NumericExpression; readonly format: NumberFormat };
}

export type PatternMatch =
  | {
      readonly found: true;
      readonly start: number;
      readonly end: number;
      readonly captured: readonly CapturedVariable[];
    }
  | { readonly found: false; readonly errors: readonly CheckMessage[] };

export interface CapturedVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const notFound: PatternMatch = { found: false, errors: [] };

export class CheckPattern {
  readonly source: CheckSource;
  readonly #settings: PatternSettings;
  /** The whole pattern, where it is plain text. */
  #fixed: string | undefined;
  #regex = "";
  /** The group that the next parenthesis opens. */
  #group = 1;
  readonly #substitutions: Substitution[] = [];
  readonly #strings = new Map<string, number>();
  readonly #numbers = new Map<NumericVariable, number>();
  #compiled: { readonly source: string; readonly matcher: PosixMatcher | undefined } | undefined;

  private constructor(source: CheckSource, settings: PatternSettings) {
    this.source = source;
    this.#settings = settings;
  }

  /** Reads the pattern at `at`; throws `CheckSyntaxFailure`. */
  static read(source: CheckSource, at: Span, settings: PatternSettings): CheckPattern {
    const pattern = new CheckPattern(source, settings);
    const cursor = new Cursor(source, at);
    const { text } = cursor;
    if (!settings.fullLines && !text.includes("{{") && !text.includes("[[")) pattern.#fixed = text;
    else pattern.#read(cursor);
    return pattern;
  }

  static literal(source: CheckSource, at: Span, settings: PatternSettings): CheckPattern {
    const pattern = new CheckPattern(source, settings);
    pattern.#fixed = source.text.slice(at.start, at.end);
    return pattern;
  }

  /** A line end and the end of the empty line after it. */
  static emptyLine(source: CheckSource, settings: PatternSettings): CheckPattern {
    const pattern = new CheckPattern(source, settings);
    pattern.#regex = "(\n$)";
    return pattern;
  }

  /** It sets or needs variables. */
  get hasVariables(): boolean {
    return this.#substitutions.length > 0 || this.#strings.size > 0;
  }

  #read(cursor: Cursor): void {
    const blanks = this.#settings.strictWhitespace ? "" : " *";
    if (this.#settings.fullLines) this.#regex += `^${blanks}`;
    while (!cursor.isEmpty) {
      if (cursor.startsWith("{{")) this.#readRegex(cursor);
      else if (cursor.startsWith("[[") && !cursor.startsWith("[[[")) this.#readBlock(cursor);
      else {
        const { text } = cursor;
        const ends = [text.indexOf("{{", 1), text.indexOf("[[", 1), text.length].filter((end) => end >= 0);
        const fixed = text.slice(0, Math.min(...ends));
        this.#regex += escapeRegex(fixed);
        cursor.at += fixed.length;
      }
    }
    if (this.#settings.fullLines) this.#regex += `${blanks}$`;
  }

  #readRegex(cursor: Cursor): void {
    const end = cursor.find("}}");
    if (end < 0) cursor.fail("found start of regex string with no end '}}'", cursor.span);
    // As FileCheck does it: groups are numbered with these parentheses.
    const alternation = cursor.text.includes("|");
    if (alternation) {
      this.#regex += "(";
      this.#group++;
    }
    this.#addRegex(cursor, cursor.text.slice(2, end), cursor.at + 2);
    if (alternation) this.#regex += ")";
    cursor.at += end + 2;
  }

  #addRegex(cursor: Cursor, regex: string, at: number): void {
    const translated = translatePosixRegex(regex);
    if ("error" in translated) cursor.fail(`invalid regex: ${translated.error}`, { start: at, end: at + regex.length });
    this.#regex += regex;
    this.#group += translated.groups;
  }

  #readBlock(cursor: Cursor): void {
    const start = cursor.at + 2;
    const end = blockEnd(cursor, start);
    if (end === undefined) cursor.fail("Invalid substitution block, no ]] found", cursor.span);
    cursor.at = end + 2;
    const block = new Cursor(cursor.source, { start, end });
    if (block.takes("#")) this.#readNumeric(block, false);
    else if (!this.#readString(block)) this.#readNumeric(new Cursor(cursor.source, { start, end }), true);
  }

  /** `[[NAME:regex]]` and `[[NAME]]`; false where it is the old form of `[[#@LINE]]`. */
  #readString(block: Cursor): boolean {
    const colon = block.find(":");
    const blank = (colon < 0 ? block.text : block.text.slice(0, colon)).search(/[ \t]/);
    if (blank >= 0) block.fail("unexpected whitespace", { start: block.at + blank, end: block.end });
    const variable = readVariableName(block);
    const { name } = variable;
    const at = variable;
    if (colon < 0) {
      if (variable.isPseudo) return false;
      if (!block.isEmpty) block.fail("invalid name in string variable use", at);
      this.#useString(block, name, variable);
      return true;
    }
    if (variable.isPseudo || !block.takes(":")) block.fail("invalid name in string variable definition", at);
    if (this.#settings.variables.numbers.has(name))
      block.fail(`numeric variable with name '${name}' already exists`, at);
    this.#regex += "(";
    this.#strings.set(name, this.#group++);
    this.#settings.variables.stringNames.add(name);
    if (!block.isEmpty) this.#addRegex(block, block.text, block.at);
    this.#regex += ")";
    return true;
  }

  #useString(block: Cursor, name: string, at: Span): void {
    const group = this.#strings.get(name);
    if (group === undefined) {
      this.#substitutions.push({ text: name, at: { start: at.start, end: at.end }, index: this.#regex.length });
      return;
    }
    if (group > 9) block.fail("Can't back-reference more than 9 variables", at);
    this.#regex += `\\${group}`;
  }

  #readNumeric(block: Cursor, legacy: boolean): void {
    const { text, span: at } = block;
    const { variables, line } = this.#settings;
    const { expression, format, defines } = new NumericBlockReader(block, variables, line, legacy).read();
    if (defines !== undefined) {
      this.#regex += "(";
      this.#numbers.set(defines, this.#group++);
      variables.numbers.set(defines.name, defines);
    }
    if (expression === undefined) this.#addRegex(block, wildcard(format), at.start);
    else this.#substitutions.push({ text, at, index: this.#regex.length, number: { expression, format } });
    if (defines !== undefined) this.#regex += ")";
  }

  /** The leftmost match in `text`, the longest there. Sets the variables that the pattern defines. */
  match(text: string): PatternMatch {
    if (this.#fixed !== undefined && this.#fixed !== "") return this.#matchFixed(text, this.#fixed);
    const regex = this.#substituted();
    if (typeof regex !== "string") return { found: false, errors: regex };
    if (this.#compiled?.source !== regex)
      this.#compiled = { source: regex, matcher: PosixMatcher.compile(regex, this.#settings.ignoreCase) };
    const groups = this.#compiled.matcher?.match(text);
    const whole = groups?.[0];
    if (groups === undefined || whole === undefined) return notFound;
    const captured: CapturedVariable[] = [];
    const group = (name: string, number: number): string => {
      const { start, end } = groups[number] ?? { start: whole.start, end: whole.start };
      captured.push({ name, start, end });
      return text.slice(start, end);
    };
    const { variables } = this.#settings;
    for (const [name, number] of this.#strings) variables.strings.set(name, group(name, number));
    for (const [variable, number] of this.#numbers)
      variable.value = numberOf(group(variable.name, number), variable.format);
    return { found: true, ...whole, captured: captured.sort((a, b) => a.start - b.start) };
  }

  #matchFixed(text: string, fixed: string): PatternMatch {
    const start = this.#settings.ignoreCase ? text.toLowerCase().indexOf(fixed.toLowerCase()) : text.indexOf(fixed);
    return start < 0 ? notFound : { found: true, start, end: start + fixed.length, captured: [] };
  }

  /** The expression with values put in, or what is undefined. */
  #substituted(): string | CheckMessage[] {
    this.#setLine();
    const errors: CheckMessage[] = [];
    let regex = "";
    let from = 0;
    for (const substitution of this.#substitutions) {
      const value = this.#value(substitution);
      if (typeof value === "string") {
        regex += this.#regex.slice(from, substitution.index) + escapeRegex(value);
        from = substitution.index;
      } else errors.push(...value);
    }
    return errors.length > 0 ? errors : regex + this.#regex.slice(from);
  }

  #setLine(): void {
    const { variables, line } = this.#settings;
    if (line !== undefined) variables.line.value = BigInt(line);
  }

  #value({ text, at, number }: Substitution): string | CheckMessage[] {
    const { variables } = this.#settings;
    const error = (message: string, place: Span): CheckMessage[] => [
      { severity: "error", source: this.source, at: { start: place.start, end: place.start }, message },
    ];
    if (number === undefined) return variables.strings.get(text) ?? error(`undefined variable: ${text}`, at);
    const result = evaluate(number.expression);
    if (result !== "overflow" && "undefinedVariables" in result)
      return result.undefinedVariables.flatMap((use) => error(`undefined variable: ${use.text}`, use.at));
    const value = result === "overflow" ? undefined : numberText(result.value, number.format);
    return value ?? error("unable to substitute variable or numeric expression: overflow error", at);
  }

  /** What was put in for each substitution, for notes. */
  substitutionNotes(): string[] {
    this.#setLine();
    return this.#substitutions.flatMap((substitution) => {
      const value = this.#value(substitution);
      return typeof value === "string" ? [`with "${escaped(substitution.text)}" equal to "${escaped(value)}"`] : [];
    });
  }

  /** What a text is compared with when a near miss is looked for. */
  get example(): string {
    return this.#fixed === undefined || this.#fixed === "" ? this.#regex : this.#fixed;
  }
}

/** The `]]` that closes a block, past balanced brackets and escaped characters of its regex. */
function blockEnd(cursor: Cursor, start: number): number | undefined {
  const { source, end } = cursor;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = source.text[at];
    if (depth === 0 && source.text.startsWith("]]", at) && at + 1 < end) return at;
    if (character === "\\") at++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth < 0)
      return cursor.fail('missing closing "]" for regex variable', { start: at, end });
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n"]/g, (character) => ({ "\t": "\\t", "\n": "\\n" })[character] ?? `\\${character}`);
}
