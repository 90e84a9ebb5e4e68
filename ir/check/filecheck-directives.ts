// Finds the directives of a FileCheck test, in order, and reads their patterns.

import { CheckPattern, type PatternSettings } from "./filecheck-pattern.ts";
import { CheckSyntaxFailure, type CheckSource, type Span } from "./filecheck-source.ts";
import type { CheckVariables } from "./filecheck-variables.ts";
import { defaultCommentPrefixes, type FileCheckOptions } from "./filecheck-options.ts";

export type CheckKind = "plain" | "next" | "same" | "not" | "dag" | "label" | "empty" | "end";

export interface CheckDirective {
  readonly kind: CheckKind;
  /** `CHECK`. */
  readonly prefix: string;
  /** As messages name it: `CHECK-NEXT`. */
  readonly name: string;
  /** Undefined for the end of the input, which always matches. */
  readonly pattern: CheckPattern | undefined;
  /** How often it must match (`-COUNT-n`). */
  readonly count: number;
  /** Where the pattern starts. */
  readonly at: number;
  readonly source: CheckSource;
}

export interface DirectiveList {
  readonly directives: readonly CheckDirective[];
  /** Prefixes that occur nowhere, in order. */
  readonly unused: readonly string[];
}

const kinds: Readonly<Record<string, CheckKind>> = {
  NEXT: "next",
  SAME: "same",
  NOT: "not",
  DAG: "dag",
  LABEL: "label",
  EMPTY: "empty",
};

const wordCharacter = /[A-Za-z0-9_-]/;

/** What follows a prefix: which directive it is, and where its pattern starts. */
interface Suffix {
  readonly kind: CheckKind;
  readonly suffix: string;
  readonly literal: boolean;
  readonly count: number;
  readonly end: number;
}

class DirectiveReader {
  readonly #source: CheckSource;
  readonly #prefixes: readonly string[];
  readonly #comments: readonly string[];
  readonly #options: FileCheckOptions;
  readonly #variables: CheckVariables;
  readonly #directives: CheckDirective[] = [];
  readonly #unused: Set<string>;
  /** A directive other than -DAG and -NOT was read. */
  #anchored = false;

  constructor(source: CheckSource, options: FileCheckOptions, variables: CheckVariables) {
    this.#source = source;
    this.#prefixes = options.prefixes ?? ["CHECK"];
    this.#comments = options.commentPrefixes ?? defaultCommentPrefixes;
    this.#options = options;
    this.#variables = variables;
    this.#unused = new Set([...this.#prefixes].sort());
  }

  read(): DirectiveList {
    const { text } = this.#source;
    // Longest first: CHECK-FOO is a prefix of its own where both it and CHECK are given.
    const names = [...this.#prefixes, ...this.#comments].sort((a, b) => b.length - a.length);
    const search = new RegExp(names.join("|"), "g");
    let line = 1;
    let counted = 0;
    for (let found = search.exec(text); found !== null; found = search.exec(text)) {
      const [prefix] = found;
      const { index } = found;
      const after = index + prefix.length;
      const partOfWord = index > 0 && wordCharacter.test(text.charAt(index - 1));
      const isComment = this.#comments.includes(prefix);
      if (isComment && !partOfWord && text[after] === ":") {
        search.lastIndex = this.#lineEnd(after);
        continue;
      }
      const suffix = partOfWord || isComment ? undefined : this.#suffix(prefix, after);
      if (suffix === undefined) {
        let next = after;
        while (wordCharacter.test(text.charAt(next))) next++;
        search.lastIndex = next;
        continue;
      }
      for (; counted < index; counted++) if (text[counted] === "\n") line++;
      this.#unused.delete(prefix);
      search.lastIndex = this.#directive(prefix, index, suffix, line);
    }
    return { directives: this.#directives, unused: [...this.#unused] };
  }

  #lineEnd(at: number): number {
    const length = this.#source.text.slice(at).search(/[\r\n]/);
    return length < 0 ? this.#source.text.length : at + length;
  }

  #fail(at: Span, message: string): never {
    throw new CheckSyntaxFailure(this.#source, at, message);
  }

  /** Undefined where the prefix stands for itself. */
  #suffix(prefix: string, after: number): Suffix | undefined {
    const { text } = this.#source;
    const point = (at: number): Span => ({ start: at, end: at });
    const ending = (at: number): { literal: boolean; end: number } | undefined => {
      const modifiers = /:|\{(?:\s*LITERAL\s*,)*\s*LITERAL\s*\}:/y;
      modifiers.lastIndex = at;
      const match = modifiers.exec(text);
      return match === null ? undefined : { literal: match[0] !== ":", end: at + match[0].length };
    };
    const plain = ending(after);
    if (plain !== undefined) return { kind: "plain", suffix: "", count: 1, ...plain };
    const separator = text[after];
    if (separator !== "-" && separator !== "_") return undefined;
    const misspelled = separator === "_";
    const rest = after + 1;
    const wrong = (suffix: Suffix | undefined): Suffix | undefined => {
      if (suffix === undefined || !misspelled) return suffix;
      return this.#fail(
        point(after - prefix.length),
        `misspelled directive '${text.slice(after - prefix.length, suffix.end)}'`,
      );
    };
    if (text.startsWith("COUNT-", rest)) {
      const digits = /[0-9]*/y;
      digits.lastIndex = rest + "COUNT-".length;
      const [number] = digits.exec(text) ?? [""];
      const end = rest + "COUNT-".length + number.length;
      const count = Number(number);
      if (count < 1 || count > 0x7fffffff || !/[:{]/.test(text.charAt(end))) {
        const at = number === "" ? rest + "COUNT-".length : end;
        if (misspelled)
          this.#fail(point(after - prefix.length), `misspelled directive '${text.slice(after - prefix.length, at)}'`);
        this.#fail(point(at), `invalid count in -COUNT specification on prefix '${prefix}'`);
      }
      const rule = ending(end);
      return wrong(
        rule === undefined ? undefined : { kind: "plain", suffix: count > 1 ? "-COUNT" : "", count, ...rule },
      );
    }
    if (/^(?:(?:DAG|NEXT|SAME|EMPTY)-NOT|NOT-(?:DAG|NEXT|SAME|EMPTY)):/.test(text.slice(rest, rest + 10))) {
      if (misspelled)
        this.#fail(point(after - prefix.length), `misspelled directive '${text.slice(after - prefix.length, rest)}'`);
      this.#fail(point(rest), `unsupported -NOT combo on prefix '${prefix}'`);
    }
    const name = Object.keys(kinds).find((key) => text.startsWith(key, rest));
    const kind = kinds[name ?? ""];
    if (name === undefined || kind === undefined) return undefined;
    const rule = ending(rest + name.length);
    return wrong(rule === undefined ? undefined : { kind, suffix: `-${name}`, count: 1, ...rule });
  }

  /** Reads the pattern after a directive; returns where its line ends. */
  #directive(prefix: string, index: number, { kind, suffix, literal, count, end }: Suffix, line: number): number {
    const { text } = this.#source;
    const { matchFullLines = false, strictWhitespace = false, ignoreCase = false } = this.#options;
    const exact = matchFullLines && strictWhitespace;
    const lineEnd = this.#lineEnd(end);
    let start = end;
    let stop = lineEnd;
    if (!exact) {
      while (start < lineEnd && /[ \t]/.test(text.charAt(start))) start++;
      while (stop > start && /[ \t]/.test(text.charAt(stop - 1))) stop--;
    }
    const at = { start, end: start };
    if (start === stop && kind !== "empty") this.#fail(at, `found empty check string with prefix '${prefix}:'`);
    if (start !== stop && kind === "empty")
      this.#fail(at, `found non-empty check string for empty check with prefix '${prefix}:'`);
    const settings: PatternSettings = {
      variables: this.#variables,
      line,
      ignoreCase,
      fullLines: matchFullLines && kind !== "not",
      strictWhitespace,
    };
    const span = { start, end: stop };
    const pattern =
      kind === "empty"
        ? CheckPattern.emptyLine(this.#source, settings)
        : literal
          ? CheckPattern.literal(this.#source, span, settings)
          : CheckPattern.read(this.#source, span, settings);
    const place = { start: index, end: index };
    if (kind === "label" && pattern.hasVariables)
      this.#fail(place, `found '${prefix}-LABEL:' with variable definition or use`);
    if (!this.#anchored && (kind === "next" || kind === "same" || kind === "empty"))
      this.#fail(place, `found '${prefix}${suffix}' without previous '${prefix}: line`);
    if (kind !== "not" && kind !== "dag") this.#anchored = true;
    const name = prefix + suffix + (literal ? "{LITERAL}" : "");
    this.#directives.push({ kind, prefix, name, pattern, count, at: start, source: this.#source });
    return lineEnd;
  }
}

/** Reads the directives of a text whose blanks are already canonical; throws `CheckSyntaxFailure`. */
export function readDirectives(
  source: CheckSource,
  options: FileCheckOptions,
  variables: CheckVariables,
): DirectiveList {
  return new DirectiveReader(source, options, variables).read();
}
