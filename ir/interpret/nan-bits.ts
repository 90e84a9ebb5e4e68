// Bits of NaNs: any NaN stands for any other, so a program that looks at the bits of one may give this or that.

/** How often the bits of a NaN were looked at. Who compares two runs asks whether it grew: what they give then says nothing. */
export const nanBits = { read: 0 };
