// Every model on every target: JAX's results, and every multiply-add in the target's own kernels.
import { expect, test } from "@jest/globals";
import { modelNames } from "./support/models.ts";
import { runOutside } from "./support/outside.ts";

export interface TargetCheck {
  readonly model: string;
  /** Largest difference from JAX, relative to the largest expected value; null (in JSON) is without bound. */
  readonly difference: number | null;
  /** Share of the multiply-adds that the target's kernels do. */
  readonly share: number;
}

const isCheckList = (value: unknown): value is TargetCheck[] => Array.isArray(value);

test.each(["interpreter", "cpu", "gpu", "systolic"])(
  "all models on %s",
  async (target) => {
    const checks: unknown = JSON.parse(await runOutside("test/support/targets-process.ts", [target, ...modelNames]));
    if (!isCheckList(checks)) throw new Error("the process printed something else than checks");
    expect(checks.map(({ model }) => model)).toEqual([...modelNames]);
    const wrong = checks.filter(({ difference, share }) => difference === null || difference > 1e-5 || share !== 1);
    expect(wrong).toEqual([]);
  },
  120_000,
);
