// Matrix products of every extent from 1 to 70, in every order of dimensions, with and without a start, bias and activation.
import { describe, expect, test } from "@jest/globals";
import * as fc from "../../support/fast-check.ts";
import { LinalgProgram } from "../../support/linalg-program.ts";
import { checkPipeline } from "../../support/pipeline.ts";
import { onMachine, roads } from "./machines.ts";
import { addRow } from "./programs/parts.ts";

const extent = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 12 }), weight: 3 },
  { arbitrary: fc.constantFrom(12, 16, 17, 20, 32), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 70 }), weight: 1 },
);
const orders = [
  ["mk", "kn", "mn"],
  ["km", "kn", "mn"],
  ["mk", "nk", "mn"],
  ["km", "nk", "mn"],
  ["mk", "kn", "nm"],
  ["bmk", "bkn", "bmn"],
  ["bmk", "bnk", "mbn"],
] as const;

describe("matrix products of any shape", () => {
  test.each([
    ["cpu", 6],
    ["gpu8k", 4],
    ["systolic", 5],
    ["array12x20", 4],
  ] as const)("on %s", async (road, numRuns) => {
    const { machine, passes } = roads[road];
    const choices = fc.record({
      order: fc.constantFrom(...orders),
      m: extent,
      n: extent,
      k: extent,
      b: fc.integer({ min: 1, max: 3 }),
      starts: fc.boolean(),
      epilogue: fc.constantFrom("none", "bias", "bias and relu"),
    });
    await fc.assert(
      fc.asyncProperty(choices, async ({ order, starts, epilogue, ...extents }) => {
        const p = new LinalgProgram();
        const shape = (letters: string): number[] =>
          [...letters].map((letter) => extents[letter === "m" || letter === "n" || letter === "k" ? letter : "b"]);
        const [left, right, out] = order;
        const [a, b] = [p.arg(shape(left)), p.arg(shape(right))];
        const product = p.contract(`${left},${right}->${out}`, a, b, starts ? p.arg(shape(out)) : undefined);
        const biased = epilogue === "none" ? product : addRow(p, product, p.arg(product.shape.slice(-1)));
        const text = p.text(epilogue === "bias and relu" ? p.relu(biased) : biased);
        expect((await checkPipeline(onMachine(machine, text), passes, { whole: true })).refused).toEqual([]);
      }),
      { numRuns, seed: 20_261_123 },
    );
  });
});
