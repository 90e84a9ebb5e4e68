// Every op of the dialects above the instruction sets appears in generated programs, or is listed here with the reason. The table is printed with
// TERRACE_FUZZ_TABLE=1.
import { expect, test } from "@jest/globals";
import { walk } from "../../../ir/core/walk.ts";
import { createTerraceContext } from "../../../tools/library/context.ts";
import { generated, otherSets, programCount, upstreamSets } from "../../support/generated.ts";

/** Ops that no program has, by the reason. */
const never: Readonly<Record<string, string>> = {
  "stablehlo.convolution": "its dimension numbers have no generator yet",
  "stablehlo.reduce_window": "its windows have no generator yet",
  "stablehlo.gather": "its dimension numbers have no generator yet",
  "stablehlo.scatter": "its dimension numbers have no generator yet",
  "stablehlo.select_and_scatter": "its windows have no generator yet",
};

test("every op is generated, or listed with the reason", () => {
  const context = createTerraceContext();
  const sets = [...upstreamSets, ...otherSets];
  const dialects = [...new Set(sets.flat())];
  const ops = dialects.flatMap((name) => context.dialects.get(name)?.ops ?? []);
  const counts = new Map(ops.map(({ name }) => [name, 0]));
  let programs = 0;
  const isMissing = (): boolean => [...counts].some(([name, count]) => count === 0 && never[name] === undefined);
  for (let seed = 0; seed < programCount(600) && (seed < programCount(60) || isMissing()); seed++) {
    for (const set of sets) {
      for (const undefinedBehavior of ["avoid", "rich"] as const) {
        programs++;
        for (const { name } of walk(generated(context, seed, { dialects: set, undefinedBehavior }))) {
          const count = counts.get(name);
          if (count !== undefined) counts.set(name, count + 1);
        }
      }
    }
  }
  if (process.env["TERRACE_FUZZ_TABLE"] !== undefined) {
    const rows = [...counts].map(([name, count]) => `${name.padEnd(40)} ${count}`);
    process.stdout.write(`ops in ${programs} programs\n${rows.join("\n")}\n`);
  }
  const missing = [...counts].filter(([, count]) => count === 0).map(([name]) => name);
  expect(missing.sort()).toEqual(Object.keys(never).sort());
});
