// Field kinds that every machine description uses: a positive size, a cycle count, a clock, an element type.
import * as z from "zod";

/** A whole number, one or more: a size, a count of units. */
export const size = () => z.int().min(1);

/** A whole number of cycles, zero included. */
export const cycles = () => z.int().min(0);

/** A strictly positive number that need not be whole: a rate. */
export const rate = () => z.number().positive();

/** A power of two, one or more: an address granule. */
export const powerOfTwo = () =>
  size().refine((value) => Number.isInteger(Math.log2(value)), { error: "a power of two" });

/** The name of a machine: letters, digits, dots and hyphens, so that it can stand on a command line. */
export const machineName = () =>
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: "a name of letters, digits, '.', '_' and '-'" });
