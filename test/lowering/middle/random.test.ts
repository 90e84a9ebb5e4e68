// Random programs over random shapes, down every machine's road.
import { describe, expect, test } from "@jest/globals";
import * as fc from "../../support/fast-check.ts";
import { checkPipeline } from "../../support/pipeline.ts";
import { onMachine, roads } from "./machines.ts";
import { programChoices, randomProgram } from "./random-program.ts";

describe("random programs give the same results after every pass", () => {
  test.each([
    ["cpu", 25],
    ["gpu8k", 15],
    ["systolic", 15],
    ["array12x20", 10],
  ] as const)("on %s", async (road, numRuns) => {
    const { machine, passes } = roads[road];
    await fc.assert(
      fc.asyncProperty(programChoices(fc, 7), async (choices) => {
        const { refused } = await checkPipeline(onMachine(machine, randomProgram(choices)), passes, { whole: true });
        // An array multiplies numbers of one type, and says so of others.
        const others = refused.filter((reason) => road === "cpu" || !reason.includes("the array multiplies"));
        expect(others).toEqual([]);
      }),
      { numRuns, seed: 20_261_123 },
    );
  });
});
