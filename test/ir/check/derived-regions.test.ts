// Regions that follow from the rest of their op, and that its text leaves out: whatever generators and left sides do to a program, they are as the op makes them.
import { expect, test } from "@jest/globals";
import { roundTripProblem } from "../../../ir/check/check-round-trip.ts";
import { RulePlanting } from "../../../ir/check/directed/left-side-planting.ts";
import { mutate } from "../../../ir/check/directed/mutate.ts";
import { folderPatterns } from "../../../ir/check/fuzz/folder-patterns.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { verify } from "../../../ir/analysis/verify.ts";
import { createTerraceContext } from "../../../tools/library/context.ts";
import { generated } from "../../support/generated.ts";

const dialects = ["linalg", "tensor", "memref", "arith"];

test("left sides planted in a program do not touch bodies that no text shows", () => {
  const context = createTerraceContext();
  const plantings = folderPatterns(context, "linalg")
    .filter(({ root }) => root === "linalg.transpose")
    .map((pattern) => new RulePlanting(pattern));
  expect(plantings).toHaveLength(1);
  for (let seed = 0; seed < 60; seed++) {
    const problem = roundTripProblem(generated(context, seed, { dialects, planted: plantings }));
    expect({ seed, problem }).toEqual({ seed, problem: undefined });
  }
});

test("nor do changes of a program that is there", () => {
  const context = createTerraceContext();
  let valid = 0;
  for (let seed = 0; seed < 60; seed++) {
    const module = generated(context, seed, { dialects });
    mutate(module, seededSource(seed));
    if (verify(module).length > 0) continue;
    valid++;
    expect({ seed, problem: roundTripProblem(module) }).toEqual({ seed, problem: undefined });
  }
  expect(valid).toBeGreaterThan(20);
});
