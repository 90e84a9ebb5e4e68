// A line of source and the caret range under it: long lines as a window around the place, tabs and wide characters aligned.

/** Characters of a line that are shown at most, besides the ellipses. */
const WIDEST = 158;

/** The line, cut where it is long, and the line of the caret; `column` counts from 1. */
export function sourceExcerpt(line: string, column: number, length: number, widest = WIDEST): string {
  const at = Math.min(column - 1, line.length);
  const until = Math.min(line.length, at + Math.max(1, length));
  const from = line.length <= widest ? 0 : Math.max(0, Math.min(at - (widest >> 1), line.length - widest));
  const to = Math.min(line.length, from + widest);
  const head = from === 0 ? "" : "…";
  const tail = to === line.length ? "" : "…";
  const shown = `${head}${wholeCharacters(line, from, to)}${tail}`;
  const indent = " ".repeat(head.length) + blank(wholeCharacters(line, from, at));
  const marked = displayWidth(line.slice(at, Math.min(until, to)));
  return `${shown}\n${indent}^${"~".repeat(Math.max(1, marked) - 1)}`;
}

/** A slice that begins and ends between characters, not within a surrogate pair. */
function wholeCharacters(line: string, from: number, to: number): string {
  return line.slice(isLowSurrogate(line, from) ? from + 1 : from, isLowSurrogate(line, to) ? to + 1 : to);
}

const isLowSurrogate = (line: string, at: number): boolean => at > 0 && (line.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Tabs stay, so that they end where the tabs above do; everything else becomes as many spaces as it is wide. */
function blank(text: string): string {
  let spaces = "";
  for (const character of text) spaces += character === "\t" ? "\t" : " ".repeat(characterWidth(character));
  return spaces;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns of a terminal: two for East Asian wide characters and emoji, none for marks that combine. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (zeroWidth.test(character)) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}
