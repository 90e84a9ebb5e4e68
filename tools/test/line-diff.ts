// What differs between two texts, line by line (Myers' algorithm), as `diff -u` shows it.

interface Edit {
  readonly kind: " " | "-" | "+";
  readonly line: string;
}

/** The shortest list of edits that makes `b` of `a`. */
function edits(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const same = (line: string): Edit => ({ kind: " ", line });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, endA), b.slice(start, endB)),
    ...a.slice(endA).map(same),
  ];
}

function middle(a: readonly string[], b: readonly string[]): Edit[] {
  const total = a.length + b.length;
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  const at = (map: ReadonlyMap<number, number>, k: number): number => map.get(k) ?? -1;
  const stepsDown = (map: ReadonlyMap<number, number>, k: number, d: number): boolean =>
    k === -d || (k !== d && at(map, k - 1) < at(map, k + 1));
  for (let d = 0; d <= total; d++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -d; k <= d; k += 2) {
      let x = stepsDown(next, k, d) ? at(next, k + 1) : at(next, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace, stepsDown);
    }
    furthest = next;
  }
  return [];
}

function backtrack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
  stepsDown: (map: ReadonlyMap<number, number>, k: number, d: number) => boolean,
): Edit[] {
  const made: Edit[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const map = trace[d]!;
    const k = x - y;
    const down = stepsDown(map, k, d);
    const beforeK = down ? k + 1 : k - 1;
    const beforeX = map.get(beforeK) ?? 0;
    const beforeY = beforeX - beforeK;
    while (x > beforeX && y > beforeY && x > 0 && y > 0) {
      made.push({ kind: " ", line: a[--x]! });
      y--;
    }
    if (d === 0) break;
    made.push(down ? { kind: "+", line: b[--y]! } : { kind: "-", line: a[--x]! });
  }
  return made.reverse();
}

/** Hunks with `context` equal lines around them; empty where the texts are equal. */
export function unifiedDiff(before: string, after: string, names: readonly [string, string], context = 3): string {
  if (before === after) return "";
  const lines = (text: string): string[] =>
    text
      .split("\n")
      .map((line, i, all) => (i < all.length - 1 ? `${line}\n` : line))
      .filter((line) => line !== "");
  const all = edits(lines(before), lines(after));
  let text = `--- ${names[0]}\n+++ ${names[1]}\n`;
  for (let i = 0; i < all.length;) {
    const first = all.findIndex(({ kind }, at) => at >= i && kind !== " ");
    if (first < 0) break;
    const start = Math.max(i, first - context);
    let end = first;
    for (let at = first; at < all.length && at <= end + 2 * context; at++) if (all[at]!.kind !== " ") end = at;
    const stop = Math.min(all.length, end + 1 + context);
    text += hunk(all, start, stop);
    i = stop;
  }
  return text;
}

function hunk(all: readonly Edit[], start: number, stop: number): string {
  const count = (from: number, to: number, without: string): number =>
    all.slice(from, to).filter(({ kind }) => kind !== without).length;
  const range = (without: string): string => {
    const length = count(start, stop, without);
    return `${count(0, start, without) + (length === 0 ? 0 : 1)},${length}`;
  };
  const body = all
    .slice(start, stop)
    .map(({ kind, line }) => kind + (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`));
  return `@@ -${range("+")} +${range("-")} @@\n${body.join("")}`;
}
