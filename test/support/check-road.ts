// One model down one pipeline: after each pass the module reads back to the same text and gives JAX's results.
import { describe, expect, test } from "@jest/globals";
import { runOutside } from "./outside.ts";
import type { Road } from "./roads.ts";

/** What was found after one pass. */
export interface StageCheck {
  /** The pass, with its number in the pipeline. */
  readonly name: string;
  /** Whether the custom and the generic form read back to the same text. */
  readonly custom: boolean;
  readonly generic: boolean;
  /** Largest difference from JAX, relative to the largest expected value. */
  readonly difference: number | null;
}

const isCheckList = (value: unknown): value is StageCheck[] => Array.isArray(value);

export function checkRoads(roads: readonly Road[]): void {
  describe.each(roads)("$model through $pipeline on $machine", ({ model, pipeline, machine }) => {
    test("after every pass: verified, read back to the same text, the same results", async () => {
      const checks: unknown = JSON.parse(await runOutside("test/support/road-process.ts", [model, pipeline, machine]));
      if (!isCheckList(checks)) throw new Error("the process printed something else than checks");
      expect(checks.length).toBeGreaterThan(5);
      // JSON has no Infinity: null is a difference without bound.
      const wrong = checks.filter(
        ({ custom, generic, difference }) => !custom || !generic || difference === null || difference > 1e-5,
      );
      expect(wrong).toEqual([]);
    }, 300_000);
  });
}
