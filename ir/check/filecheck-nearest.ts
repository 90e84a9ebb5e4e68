// Where in an input something stands that looks most like a pattern that was not found.

/** How far it is looked. */
const furthest = 4096;
/** What differs more than this is not worth showing. */
const tooDifferent = 50;

/** A place after the start of `text`, or undefined where nothing looks like `example`. */
export function nearestPlace(example: string, text: string): number | undefined {
  let lines = 0;
  let best: number | undefined;
  let quality = 0;
  for (let at = 0; at < Math.min(furthest, text.length); at++) {
    const character = text[at];
    if (character === "\n") lines++;
    if (character === " " || character === "\t") continue;
    const [line = ""] = text.slice(at, at + example.length).split("\n", 1);
    const limit = best === undefined ? Infinity : quality - lines / 100;
    const found = editDistance(line, example, limit) + lines / 100;
    if (best !== undefined && found >= quality) continue;
    best = at;
    quality = found;
  }
  return best === 0 || quality >= tooDifferent ? undefined : best;
}

/** Insertions, deletions and replacements between two texts; Infinity where there are more than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const distance = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
      next.push(distance);
      if (distance < least) least = distance;
    }
    if (least > limit) return Infinity;
    row = next;
  }
  return row[b.length]!;
}
