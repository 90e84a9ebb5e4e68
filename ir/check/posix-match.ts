// Matching as POSIX says it: the leftmost match, the longest there, and inside it each part from the left as long as
// can be. JavaScript's engine finds where a match starts; where its first match need not be the longest, the tree of
// the expression is walked over the text from that place.

import { translatePosixRegex, type RegexNode } from "./posix-regex.ts";

export type Group = { readonly start: number; readonly end: number };

/** Places in the text; group 0 is the whole. A group that took no part is undefined. */
export type RegexMatch = readonly (Group | undefined)[];

/** Of a JavaScript expression: V8 refuses those that compile to much more. */
const longestSource = 10_000;

/** An expression, compiled. */
export class PosixMatcher {
  /** Undefined where the expression is too long for JavaScript's engine. */
  readonly #search: RegExp | undefined;
  readonly #whole: RegExp;
  readonly #tree: RegexNode;
  readonly #groups: number;
  readonly #ignoreCase: boolean;
  readonly #longest: "javascript" | "walk" | "retry";

  /** `pattern` must be valid. */
  private constructor(
    regex: Extract<ReturnType<typeof translatePosixRegex>, { tree: RegexNode }>,
    ignoreCase: boolean,
  ) {
    const flags = ignoreCase ? "i" : "";
    this.#search =
      regex.source.length > longestSource && !regex.refersBack ? undefined : new RegExp(regex.source, `d${flags}`);
    this.#whole = new RegExp(`(?:${regex.source})(?![^])`, `dy${flags}`);
    this.#tree = regex.tree;
    this.#groups = regex.groups;
    this.#ignoreCase = ignoreCase;
    this.#longest = !firstMayBeShort(regex.tree) ? "javascript" : regex.refersBack ? "retry" : "walk";
  }

  /** Undefined where the expression is invalid. */
  static compile(pattern: string, ignoreCase: boolean): PosixMatcher | undefined {
    const regex = translatePosixRegex(pattern);
    return "error" in regex ? undefined : new PosixMatcher(regex, ignoreCase);
  }

  match(text: string): RegexMatch | undefined {
    if (this.#search === undefined) return this.#walkFromEach(text);
    const found = this.#search.exec(text);
    if (found === null) return undefined;
    if (this.#longest === "javascript") return groupsOf(found);
    if (this.#longest === "retry") return groupsOf(this.#retry(text, found));
    return new Walk(text, this.#groups, this.#ignoreCase).match(this.#tree, found.index);
  }

  #walkFromEach(text: string): RegexMatch | undefined {
    const walk = new Walk(text, this.#groups, this.#ignoreCase);
    for (let start = 0; start <= text.length; start++) {
      const match = walk.match(this.#tree, start);
      if (match !== undefined) return match;
    }
    return undefined;
  }

  /** Tries each longer end: what a back-reference matches depends on how the text before it was matched. */
  #retry(text: string, found: RegExpExecArray): RegExpExecArray {
    const end = found.index + found[0].length;
    for (let longer = text.length; longer > end; longer--) {
      this.#whole.lastIndex = found.index;
      const match = this.#whole.exec(text.slice(0, longer));
      if (match !== null) return match;
    }
    return found;
  }
}

function groupsOf({ indices }: RegExpExecArray): RegexMatch {
  return [...(indices ?? [])].map((pair) => (pair === undefined ? undefined : { start: pair[0], end: pair[1] }));
}

/** A choice, an option, or a repeated group: JavaScript takes the first way that works, not the longest. */
function firstMayBeShort(node: RegexNode): boolean {
  switch (node.kind) {
    case "choice":
      return true;
    case "repeat":
      return node.body.kind !== "character" || node.most !== Infinity || firstMayBeShort(node.body);
    case "sequence":
      return node.items.some(firstMayBeShort);
    case "group":
      return firstMayBeShort(node.body);
    case "character":
    case "lineStart":
    case "lineEnd":
    case "back":
      return false;
  }
}

/** One text: which ends a part can have from a place, remembered. */
class Walk {
  readonly #text: string;
  readonly #groups: (Group | undefined)[];
  readonly #ignoreCase: boolean;
  readonly #ends = new Map<RegexNode, Map<number, readonly number[]>>();
  readonly #characters = new Map<string, RegExp>();

  constructor(text: string, groups: number, ignoreCase: boolean) {
    this.#text = text;
    this.#groups = new Array<Group | undefined>(groups + 1).fill(undefined);
    this.#ignoreCase = ignoreCase;
  }

  match(tree: RegexNode, start: number): RegexMatch | undefined {
    const end = this.#endsOf(tree, start)[0];
    if (end === undefined) return undefined;
    this.#groups[0] = { start, end };
    this.#dissect(tree, start, end);
    return this.#groups;
  }

  /** Where a part that starts at `at` can end, the furthest first. */
  #endsOf(node: RegexNode, at: number): readonly number[] {
    const known = this.#ends.get(node) ?? new Map<number, readonly number[]>();
    this.#ends.set(node, known);
    const before = known.get(at);
    if (before !== undefined) return before;
    const ends = this.#computeEnds(node, at);
    known.set(at, ends);
    return ends;
  }

  #computeEnds(node: RegexNode, at: number): readonly number[] {
    switch (node.kind) {
      case "character":
        return this.#isCharacter(node.source, at) ? [at + 1] : [];
      case "lineStart":
        return at === 0 || this.#text[at - 1] === "\n" ? [at] : [];
      case "lineEnd":
        return at === this.#text.length || this.#text[at] === "\n" ? [at] : [];
      case "group":
        return this.#endsOf(node.body, at);
      case "choice":
        return sorted(new Set(node.branches.flatMap((branch) => this.#endsOf(branch, at))));
      case "sequence":
        return this.#endsOfSequence(node.items, 0, at);
      case "repeat":
        return this.#endsOfRepeat(node, at);
      case "back":
        throw new Error("back-references are matched by trying again");
    }
  }

  #endsOfSequence(items: readonly RegexNode[], from: number, at: number): readonly number[] {
    let ends: readonly number[] = [at];
    for (let i = from; i < items.length && ends.length > 0; i++) {
      const next = new Set<number>();
      for (const end of ends) for (const further of this.#endsOf(items[i]!, end)) next.add(further);
      ends = sorted(next);
    }
    return ends;
  }

  #endsOfRepeat({ body, least, most }: RegexNode & { kind: "repeat" }, at: number): readonly number[] {
    const all = new Set<number>(least === 0 ? [at] : []);
    let ends = new Set([at]);
    for (let i = 1; i <= most && ends.size > 0; i++) {
      const next = new Set<number>();
      for (const end of ends) for (const further of this.#endsOf(body, end)) next.add(further);
      if (i >= least) {
        // Once the least count is reached, what was seen before leads nowhere new.
        for (const end of next) if (all.has(end)) next.delete(end);
        for (const end of next) all.add(end);
      }
      ends = next;
    }
    return sorted(all);
  }

  #isCharacter(source: string, at: number): boolean {
    const character = this.#text[at];
    if (character === undefined) return false;
    let test = this.#characters.get(source);
    if (test === undefined) {
      test = new RegExp(`^${source}$`, this.#ignoreCase ? "i" : "");
      this.#characters.set(source, test);
    }
    // `$` of the test is the end of this one character: a newline is no end before it.
    return test.test(character) && character.length === 1;
  }

  /** Sets the groups inside a part that matches from `start` to `end`. */
  #dissect(node: RegexNode, start: number, end: number): void {
    if (node.kind === "group") {
      this.#groups[node.number] = { start, end };
      this.#dissect(node.body, start, end);
    } else if (node.kind === "choice") {
      const branch = node.branches.find((candidate) => this.#endsOf(candidate, start).includes(end));
      if (branch !== undefined) this.#dissect(branch, start, end);
    } else if (node.kind === "sequence") {
      let at = start;
      node.items.forEach((item, i) => {
        const next =
          this.#endsOf(item, at).find((stop) => this.#endsOfSequence(node.items, i + 1, stop).includes(end)) ?? end;
        this.#dissect(item, at, next);
        at = next;
      });
    } else if (node.kind === "repeat") this.#dissectRepeat(node, start, end);
  }

  /** The groups of a repeated part are those of its last round. */
  #dissectRepeat({ body, least, most }: RegexNode & { kind: "repeat" }, start: number, end: number): void {
    if (start === end && least === 0) return;
    let at = start;
    for (let round = 1; round <= most; round++) {
      const rest: RegexNode = { kind: "repeat", body, least: Math.max(0, least - round), most: most - round };
      const next = this.#endsOf(body, at).find(
        (stop) => stop === end || (stop > at && this.#endsOfRepeat(rest, stop).includes(end)),
      );
      if (next === undefined) return;
      this.#dissect(body, at, next);
      if (next === end) return;
      at = next;
    }
  }
}

function sorted(ends: ReadonlySet<number>): number[] {
  return [...ends].sort((a, b) => b - a);
}
