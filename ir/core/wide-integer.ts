// Integers of 64 bits as numbers. Extents, strides, offsets and affine constants are numbers; one that no number holds exactly stands as
// a number of its own beyond all that are computed, by which a table knows it. Such a number compares, copies and prints as the integer
// that it stands for, and must not be computed with.

const values = new Map<number, bigint>();
const numbers = new Map<bigint, number>();
const FIRST = 2 ** 1000;
const STEP = 2 ** 948;

/** How many different integers the table knows: real programs have none, and it is never emptied. */
const MOST = 1 << 16;

/** Whether the integer of a number is beyond 53 bits, and so to be asked for with `integerOfNumber`. */
export const isWide = (number: number): boolean => !Number.isSafeInteger(number);

/** The number that stands for an integer; undefined where it has more than 64 bits, or the table is full. */
export function wideNumber(value: bigint): number | undefined {
  const number = Number(value);
  if (!isWide(number)) return number;
  if (BigInt.asIntN(64, value) !== value) return undefined;
  if (BigInt(number) === value) return number;
  const known = numbers.get(value);
  if (known !== undefined || values.size === MOST) return known;
  const made = FIRST + values.size * STEP;
  values.set(made, value);
  numbers.set(value, made);
  return made;
}

/** The number that stands for an integer, or the nearest where none does. */
export const numberOfInteger = (value: bigint | number): number =>
  typeof value === "number" ? value : (wideNumber(value) ?? Number(value));

/** The integer that a number stands for. */
export function integerOfNumber(number: number): bigint {
  return number < FIRST ? BigInt(number) : (values.get(number) ?? BigInt(number));
}

export const integerText = (number: number): string => String(isWide(number) ? integerOfNumber(number) : number);
