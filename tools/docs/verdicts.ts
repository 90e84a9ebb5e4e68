// Verdicts: what `terrace fuzz` found of rules, folders, passes and conversions, as tools/build/verdicts.mjs wrote it down.

/** The rows of the table of verdicts, by kind and name: `rules`, `arith.addi: x + 0 => x`. */
export interface Verdicts {
  readonly of: (kind: string, name: string) => Verdict | undefined;
}

export interface Verdict {
  /** "none", or how far floats may be off. */
  readonly tolerance: string;
  /** "refines", "did not apply", or how many findings there are. */
  readonly verdict: string;
}

export const noVerdicts: Verdicts = { of: () => undefined };

/** Verdicts by kind and name; of several the last. */
export function verdictMap(rows: Iterable<readonly [kind: string, name: string, verdict: Verdict]>): Verdicts {
  const found = new Map<string, Verdict>();
  const keyOf = (kind: string, name: string): string => `${kind}\n${name}`;
  for (const [kind, name, verdict] of rows) found.set(keyOf(kind, name), verdict);
  return { of: (kind, name) => found.get(keyOf(kind, name)) };
}

/** Reads tools/fuzz/VERDICTS.md. */
export function parseVerdicts(markdown: string): Verdicts {
  const rows: [string, string, Verdict][] = [];
  let kind = "";
  for (const line of markdown.split("\n")) {
    kind = /^## (.+)$/.exec(line)?.[1] ?? kind;
    const [, name, applied, , tolerance, verdict] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (name === undefined || verdict === undefined || !/^\d+$/.test(applied ?? "")) continue;
    rows.push([kind, name.replaceAll("\\|", "|"), { tolerance: tolerance ?? "none", verdict }]);
  }
  return verdictMap(rows);
}

/** `refines, within 2 ulps`: how often something applied says nothing here, and is another number after each run. */
export function verdictText(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "not fuzzed";
  const { verdict: result, tolerance } = verdict;
  if (tolerance === "none") return result;
  return `${result}, within ${tolerance === "by op" ? "the tolerance of each operation" : tolerance}`;
}
