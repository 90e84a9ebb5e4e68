// Matches directives against an input. Labels cut the input into regions first; then each region is matched by itself.

import type { CheckDirective } from "./filecheck-directives.ts";
import { nearestPlace } from "./filecheck-nearest.ts";
import type { PatternMatch } from "./filecheck-pattern.ts";
import type { CheckMessage, CheckSource, Span } from "./filecheck-source.ts";
import type { CheckVariables } from "./filecheck-variables.ts";

/** A directive that must match, and the -DAG and -NOT lines before it. */
export interface CheckString {
  readonly directive: CheckDirective;
  readonly before: readonly CheckDirective[];
}

export interface MatcherSettings {
  readonly variables: CheckVariables;
  readonly enableVarScope: boolean;
  readonly allowDagOverlap: boolean;
}

type Found = PatternMatch & { readonly found: true };

/** One run over one input. Where something does not match, `messages` says what. */
export class Matcher {
  readonly messages: CheckMessage[] = [];
  readonly #input: CheckSource;
  readonly #settings: MatcherSettings;

  constructor(input: CheckSource, settings: MatcherSettings) {
    this.#input = input;
    this.#settings = settings;
  }

  run(strings: readonly CheckString[]): void {
    let start = 0;
    for (let next = 0; next < strings.length;) {
      const label = strings.findIndex(({ directive }, i) => i >= next && directive.kind === "label");
      const anchor = strings[label];
      let end = this.#input.text.length;
      if (anchor !== undefined) {
        const found = this.#find(anchor.directive, { start, end });
        // Without its label, nobody knows where the next region starts.
        if (found === undefined) return;
        end = found.end;
      }
      if (next > 0 && this.#settings.enableVarScope) this.#settings.variables.clearLocals();
      const last = anchor === undefined ? strings.length : label + 1;
      this.#matchRegion(strings.slice(next, last), { start, end });
      start = end;
      next = last;
    }
  }

  #matchRegion(strings: readonly CheckString[], { start, end }: Span): void {
    let at = start;
    for (const string of strings) {
      const found = this.#matchString(string, { start: at, end });
      if (found === undefined) return;
      at = found.end;
    }
  }

  /** Matches the -DAG lines before a directive, then the directive, then sees that what lies between is allowed. */
  #matchString({ directive, before }: CheckString, region: Span): Span | undefined {
    const unordered = this.#matchUnordered(before, region);
    if (unordered === undefined) return undefined;
    const { start, excluded } = unordered;
    const found = this.#find(directive, { start, end: region.end });
    if (found === undefined || !this.#isOnItsLine(directive, start, found.start)) return undefined;
    return this.#excludes(excluded, { start, end: found.start }) ? found : undefined;
  }

  /** Matches -DAG lines, group by group (-NOT lines part the groups): where they end, and the -NOT lines left over. */
  #matchUnordered(
    lines: readonly CheckDirective[],
    region: Span,
  ): { start: number; excluded: CheckDirective[] } | undefined {
    let { start } = region;
    let excluded: CheckDirective[] = [];
    let group: Span[] = [];
    for (const [i, line] of lines.entries()) {
      if (line.kind === "not") {
        excluded.push(line);
        continue;
      }
      const grown = this.#findApart(line, { start, end: region.end }, group);
      if (grown === undefined) return undefined;
      group = grown;
      const following = lines[i + 1];
      const [first, last] = [group[0], group.at(-1)];
      if ((following !== undefined && following.kind !== "not") || first === undefined || last === undefined) continue;
      if (!this.#excludes(excluded, { start, end: first.start })) return undefined;
      excluded = [];
      start = last.end;
      group = [];
    }
    return { start, excluded };
  }

  /** The group, in order, with the first match of a line that overlaps none of it. */
  #findApart(directive: CheckDirective, region: Span, group: readonly Span[]): Span[] | undefined {
    let at = region.start;
    for (let i = 0; ; i++) {
      const match = this.#match(directive, { start: at, end: region.end });
      if (!match.found) {
        this.#missing(directive, 1, { start: at, end: region.end }, match.errors);
        return undefined;
      }
      const found = { start: at + match.start, end: at + match.end };
      if (this.#settings.allowDagOverlap) {
        const all = [...group, found];
        return [{ start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) }];
      }
      // Matches before the one that was in the way last cannot be in the way again.
      while (i < group.length && found.start >= group[i]!.end) i++;
      const other = group[i];
      if (other === undefined || other.start >= found.end) return group.toSpliced(i, 0, found);
      at = other.end;
    }
  }

  /** The first match of a directive, of all its repetitions where it has a count. */
  #find(directive: CheckDirective, region: Span): Span | undefined {
    if (directive.kind === "end") return { start: region.end, end: region.end };
    let first: number | undefined;
    let at = region.start;
    for (let i = 1; i <= directive.count; i++) {
      const found = this.#match(directive, { start: at, end: region.end });
      if (!found.found) {
        this.#missing(directive, i, { start: at, end: region.end }, found.errors);
        return undefined;
      }
      first ??= at + found.start;
      at += found.end;
    }
    return { start: first ?? at, end: at };
  }

  #match({ kind, pattern }: CheckDirective, { start, end }: Span): PatternMatch {
    if (pattern === undefined) return { found: true, start: end - start, end: end - start, captured: [] };
    const match = pattern.match(this.#input.text.slice(start, end));
    // The line end before an empty line is needed, but is no part of what was matched.
    return match.found && kind === "empty" ? { ...match, start: match.start + 1 } : match;
  }

  /** None of the directives matches in the region. */
  #excludes(excluded: readonly CheckDirective[], region: Span): boolean {
    let good = true;
    for (const directive of excluded) {
      const match = this.#match(directive, region);
      if (match.found) this.#unwanted(directive, region, match);
      else if (match.errors.length > 0) this.#missing(directive, 1, region, match.errors);
      else continue;
      good = false;
    }
    return good;
  }

  /** -NEXT and -EMPTY match on the line after the last match, -SAME on its line. */
  #isOnItsLine(directive: CheckDirective, from: number, to: number): boolean {
    const { kind, prefix } = directive;
    if (kind !== "next" && kind !== "empty" && kind !== "same") return true;
    const ends = [...this.#input.text.slice(from, to).matchAll(/\r\n|\n\r|[\r\n]/g)];
    if (ends.length === (kind === "same" ? 0 : 1)) return true;
    const wrong =
      kind === "same"
        ? "is not on the same line as the previous match"
        : ends.length === 0
          ? "is on the same line as previous match"
          : "is not on the line after the previous match";
    this.#report(directive, `${prefix}-${kind.toUpperCase()}: ${wrong}`);
    this.#note(to, "'next' match was here");
    this.#note(from, "previous match ended here");
    const [first] = ends;
    if (kind !== "same" && first !== undefined)
      this.#note(from + first.index + first[0].length, "non-matching line after previous match is here");
    return false;
  }

  #missing(directive: CheckDirective, round: number, region: Span, errors: readonly CheckMessage[]): void {
    this.messages.push(...errors);
    if (errors.length === 0) {
      const count = directive.count > 1 ? ` (${round} out of ${directive.count})` : "";
      this.#report(directive, `${directive.name}: expected string not found in input${count}`);
      this.#note(region.start, "scanning from here");
    }
    const { pattern } = directive;
    if (pattern === undefined) return;
    for (const note of pattern.substitutionNotes()) this.#note(region.start, note);
    if (directive.kind === "not") return;
    const nearest = nearestPlace(pattern.example, this.#input.text.slice(region.start, region.end));
    if (nearest !== undefined) this.#note(region.start + nearest, "possible intended match here");
  }

  #unwanted(directive: CheckDirective, region: Span, { start, end, captured }: Found): void {
    const at = { start: region.start + start, end: region.start + end };
    this.#report(directive, `${directive.name}: excluded string found in input`);
    this.#note(at, "found here");
    for (const note of directive.pattern?.substitutionNotes() ?? []) this.#note(at.start, note);
    for (const { name, ...place } of captured)
      this.#note({ start: region.start + place.start, end: region.start + place.end }, `captured var "${name}"`);
  }

  #report({ source, at }: CheckDirective, message: string): void {
    this.messages.push({ severity: "error", source, at: { start: at, end: at }, message });
  }

  #note(at: number | Span, message: string): void {
    const span = typeof at === "number" ? { start: at, end: at } : at;
    this.messages.push({ severity: "note", source: this.#input, at: span, message });
  }
}
