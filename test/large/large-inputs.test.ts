// Memory and time on large inputs, of each long in one way: at most 12 times the input beside what Node itself takes. `npm run fuzz:long`.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { knownLimits } from "./known-limits.ts";
import { largeInputs, measure } from "./measure.ts";

const program = fileURLToPath(new URL("../../dist/bin/terrace-opt.js", import.meta.url));

/** Node, and this program on nothing, in MB. */
const OWN = 60;
const LIMIT = 12;
const SIZES = [5e6, 20e6] as const;

describe.each([[""], ["--mlir-print-op-generic"]])("memory %s", (flag) => {
  test.each(Object.entries(largeInputs))(
    "%s",
    (name, input) => {
      const flags = flag === "" ? [] : [flag];
      const [small, large] = SIZES.map((bytes) => measure(program, input, bytes, flags));
      if (small === undefined || large === undefined) throw new Error("not measured");
      const times = (large.memory - OWN) / large.size;
      const growth = large.cpu / small.cpu / (large.size / small.size);
      // Time depends on what else runs on the machine: it is told, not compared.
      console.log(
        `${name}: ${times.toFixed(1)} times the input, time grows ${growth.toFixed(2)} times as much as the input`,
      );
      expect([0, 1]).toContain(large.status);
      expect(large.said).not.toMatch(/internal|RangeError|heap|ended by/);
      expect(times).toBeLessThan(knownLimits[name]?.limit ?? LIMIT);
    },
    600_000,
  );
});
