// The version of Terrace, and the ranges of versions that plugins ask for.

/** As in package.json; a test holds the two together. */
export const TERRACE_VERSION = "0.1.0";

type Version = readonly [major: number, minor: number, patch: number];

function parseVersion(text: string): Version | undefined {
  const found = /^v?(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?$/.exec(text);
  if (found === null) return undefined;
  const part = (index: number): number => (/^\d+$/.test(found[index] ?? "") ? Number(found[index]) : 0);
  return [part(1), part(2), part(3)];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The first version after those that `^` allows: the leftmost part that is not zero stays. */
function afterCaret([major, minor, patch]: Version): Version {
  if (major > 0) return [major + 1, 0, 0];
  return minor > 0 ? [0, minor + 1, 0] : [0, 0, patch + 1];
}

/** Whether a version is in one comparator: `>=0.1`, `^0.1.2`, `~0.1`, `0.1.x`, `*`; undefined where it cannot be read. */
function satisfiesOne(version: Version, comparator: string): boolean | undefined {
  if (comparator === "*" || comparator === "x") return true;
  const found = /^(>=|<=|>|<|=|\^|~)?(.+)$/.exec(comparator);
  const operator = found?.[1] ?? "";
  const text = found?.[2] ?? "";
  const bound = parseVersion(text);
  if (bound === undefined) return undefined;
  const order = compare(version, bound);
  switch (operator) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "^":
      return order >= 0 && compare(version, afterCaret(bound)) < 0;
    case "~":
      return order >= 0 && compare(version, [bound[0], bound[1] + 1, 0]) < 0;
    default: {
      const given = text.split(".").filter((part) => /^v?\d+$/.test(part)).length;
      if (given === 3) return order === 0;
      return order >= 0 && compare(version, given === 2 ? [bound[0], bound[1] + 1, 0] : [bound[0] + 1, 0, 0]) < 0;
    }
  }
}

/** Whether a version is in a range: comparators joined by blanks all hold, alternatives stand between `||`. */
export function satisfies(version: string, range: string): boolean | undefined {
  const parsed = parseVersion(version);
  if (parsed === undefined) return undefined;
  let any = false;
  for (const alternative of range.split("||")) {
    const results = alternative
      .trim()
      .split(/\s+/)
      .map((comparator) => satisfiesOne(parsed, comparator));
    if (results.includes(undefined)) return undefined;
    any ||= results.every((result) => result === true);
  }
  return any;
}
