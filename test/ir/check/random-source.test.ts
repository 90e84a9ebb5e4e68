// Random numbers replay, and are spread evenly enough.
import { expect, test } from "@jest/globals";
import { derivedSeed, seededSource } from "../../../ir/check/random-source.ts";

test("a seed gives these numbers for ever", () => {
  const random = seededSource(42);
  expect(Array.from({ length: 8 }, () => random.below(1000))).toEqual([716, 836, 131, 751, 104, 549, 779, 9]);
  expect(random.bits(70)).toBe(986072041843992998969n);
});

test("numbers are below the bound, and all of them come", () => {
  const random = seededSource(7);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[random.below(10)]!++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  const heads = Array.from({ length: 3000 }, () => random.chance(1, 3)).filter((c) => c).length;
  expect(Math.abs(heads - 1000)).toBeLessThan(120);
});

test("bits have the width asked for", () => {
  const random = seededSource(1);
  for (const width of [0, 1, 31, 32, 33, 64, 128]) {
    const all = Array.from({ length: 50 }, () => random.bits(width));
    for (const bits of all) expect(BigInt.asUintN(width, bits)).toBe(bits);
    if (width > 0) expect(all.some((bits) => bits >> BigInt(width - 1) === 1n)).toBe(true);
  }
});

test("seeds of neighbours, and seeds beyond 32 bits, give other numbers", () => {
  const firsts = Array.from({ length: 1000 }, (_, i) => seededSource(derivedSeed(5, i)).below(0x4000_0000));
  expect(new Set(firsts).size).toBeGreaterThan(990);
  expect(seededSource(2 ** 40).bits(64)).not.toBe(seededSource(0).bits(64));
});

test("to pick from nothing is a mistake", () => {
  expect(() => seededSource(0).pick([])).toThrow("nothing to pick from");
});
