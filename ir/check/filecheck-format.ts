// How FileCheck's numbers are written: `%u`, `%d`, `%x`, `%X`, with a precision and `0x` in front.

export interface NumberFormat {
  readonly kind: "unsigned" | "signed" | "hexLower" | "hexUpper";
  readonly precision: number;
  /** `0x` in front. */
  readonly alternate: boolean;
}

export const unsignedFormat: NumberFormat = { kind: "unsigned", precision: 0, alternate: false };

export function sameFormat(a: NumberFormat, b: NumberFormat): boolean {
  return a.kind === b.kind && a.precision === b.precision && a.alternate === b.alternate;
}

const letters = { unsigned: "u", signed: "d", hexLower: "x", hexUpper: "X" } as const;

/** As messages name it. */
export function formatName({ kind }: NumberFormat): string {
  return `%${letters[kind]}`;
}

const digits = {
  unsigned: ["[0-9]", "[1-9]"],
  signed: ["[0-9]", "[1-9]"],
  hexLower: ["[0-9a-f]", "[1-9a-f]"],
  hexUpper: ["[0-9A-F]", "[1-9A-F]"],
} as const;

/** An expression that matches every number of a format. */
export function wildcard({ kind, precision, alternate }: NumberFormat): string {
  const [digit, leading] = digits[kind];
  const front = (alternate ? "0x" : "") + (kind === "signed" ? "-?" : "");
  return precision === 0 ? `${front}${digit}+` : `${front}(${leading}${digit}*)?${digit}{${precision}}`;
}

/** A number's text; undefined where the format has none for it. */
export function numberText(value: bigint, { kind, precision, alternate }: NumberFormat): string | undefined {
  if (value < 0n && kind !== "signed") return undefined;
  const magnitude = value < 0n ? -value : value;
  const text = magnitude.toString(kind === "hexLower" || kind === "hexUpper" ? 16 : 10);
  const cased = kind === "hexUpper" ? text.toUpperCase() : text;
  return (value < 0n ? "-" : "") + (alternate ? "0x" : "") + cased.padStart(precision, "0");
}

/** The number that a text of the format says. */
export function numberOf(text: string, { kind }: NumberFormat): bigint {
  const negative = text.startsWith("-");
  const unsigned = negative ? text.slice(1) : text;
  const hexadecimal = kind === "hexLower" || kind === "hexUpper";
  const value = BigInt(hexadecimal && !unsigned.startsWith("0x") ? `0x${unsigned}` : unsigned);
  return negative ? -value : value;
}
