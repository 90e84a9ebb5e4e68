// The nearest name, for "did you mean": Damerau-Levenshtein distance (adjacent letters swapped count once).

/** The number of insertions, deletions, replacements and adjacent swaps from one text to the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length]!;
}

/** Longer names are no near misses of anything that a person types; they are cut so that the search stays cheap. */
const longest = 100;

/** The candidate most like `name`, if one is like it at all: at most a third of the letters differ. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.slice(0, longest).toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, candidate.slice(0, longest).toLowerCase());
    if (distance > allowed || distance >= bestDistance || distance >= wanted.length) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** A hint that names the candidate most like `name`, written after `sigil`. */
export function didYouMean(name: string, candidates: Iterable<string>, sigil = ""): string | undefined {
  const near = nearest(name, candidates);
  return near === undefined ? undefined : `did you mean '${sigil}${near}'?`;
}
