// Whatever types the values of a program are given, its verifier answers: with diagnostics or with none, and never with an error of its own.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../ir/analysis/verify.ts";
import { seededSource } from "../../ir/check/random-source.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { walk } from "../../ir/core/walk.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../tools/library/context.ts";
import { generated, otherSets, programCount, upstreamSets } from "../support/generated.ts";

function valuesOf(module: Operation): Value[] {
  const values: Value[] = [];
  for (const op of walk(module)) {
    values.push(...op.results);
    for (const region of op.regions) for (const block of region.blocks) values.push(...block.arguments);
  }
  return values;
}

/** What verifying says; the text of an error that it threw, with the module. */
function thrownBy(module: Operation): string | undefined {
  try {
    verify(module);
    return undefined;
  } catch (error) {
    return `${String(error)}\n${printOperation(module, { generic: true })}`;
  }
}

describe.each([...upstreamSets, ...otherSets].map((set) => [set.join(" "), set] as const))("%s", (_, dialects) => {
  test("values of wrong types and operands in wrong places are refused", () => {
    const context = createTerraceContext();
    let refused = 0;
    for (let seed = 0; seed < programCount(12); seed++) {
      const module = generated(context, seed, { dialects });
      const random = seededSource(seed + 7);
      const values = valuesOf(module);
      for (let change = 0; change < 30; change++) {
        const value = random.pick(values);
        const type = value.type;
        value.setType(random.pick(values).type);
        expect({ seed, change, thrown: thrownBy(module) }).toEqual({ seed, change, thrown: undefined });
        if (verify(module).length > 0) refused++;
        // Some stay wrong, so that several of an op's types are.
        if (random.chance(2, 3)) value.setType(type);
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});
