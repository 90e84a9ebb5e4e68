// The arithmetic of the array's edges: rounding, saturation, scaling. Integer accumulation wraps at 32 bits. float32
// is rounded after every product and after every sum, in array order, so results do not depend on the host.
import type { Activation } from "../../../../dialects/systolic/commands.ts";

/** The integer nearest to `value`, ties to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** `value` clipped to int8. */
export const saturateInt8 = (value: number): number => (value > 127 ? 127 : value < -128 ? -128 : value);

/** An int32 scaled in float32, rounded half to even and clipped to int8. */
export const scaleToInt8 = (value: number, scale: number): number =>
  saturateInt8(roundHalfEven(Math.fround(Math.fround(value) * scale)));

/** An int32 shifted right by 0 to 31 bits, ties to even, clipped to int8. */
export function shiftToInt8(value: number, shift: number): number {
  if (shift === 0) return saturateInt8(value);
  const shifted = value >> shift;
  const half = (value >> (shift - 1)) & 1;
  const below = shift === 1 ? 0 : value & ((1 << (shift - 1)) - 1);
  return saturateInt8(shifted + (half & (Number(below !== 0) | (shifted & 1))));
}

/** A float32 product with a scale. */
export const scaleFloat = (value: number, scale: number): number => (scale === 1 ? value : Math.fround(value * scale));

export const activate = (value: number, activation: Activation): number =>
  activation === "relu" ? (value > 0 ? value : 0) : value;

/** An accumulator element as it leaves for memory: scaled, in an integer array rounded and clipped, then activated. */
export const leaveAccumulator = (value: number, float: boolean, scale: number, activation: Activation): number =>
  activate(float ? scaleFloat(value, scale) : scaleToInt8(value, scale), activation);
