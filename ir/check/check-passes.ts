// Passes and conversions in an author's tests.
import type { PassDefinition } from "../pass/define-pass.ts";
import type { OptionRecord } from "../pass/options.ts";
import { scenePlanting } from "./directed/scene-planting.ts";
import type { Planting } from "./generate/generate-module.ts";
import { adaptSignature } from "./fuzz/adapt-signature.ts";
import { failureMessage, throwUnless } from "./fuzz/check-report.ts";
import { conversionSubject, type Conversion } from "./fuzz/conversion-subject.ts";
import { shrinkAsync } from "./fuzz/counterexample.ts";
import { huntOneAsync, noCounts, ProgramSource, type HuntCounts, type HuntOptions } from "./fuzz/hunt.ts";
import { passSubject, type Refusals } from "./fuzz/pass-subject.ts";
import type { AsyncSubject } from "./fuzz/subject.ts";
import type { CheckResult } from "./check-rules.ts";

export interface CheckPassOptions extends HuntOptions {
  /** The pass's options, where not at their defaults. */
  readonly passOptions?: OptionRecord;
  /** Default 500. */
  readonly programs?: number;
  readonly timeMs?: number;
  readonly reduceTimeMs?: number;
  /** Left sides that stand in the programs; scenes of ops that have to do with each other, unless given. */
  readonly planted?: readonly Planting[];
  /** It need not have changed any program. Default false. */
  readonly mayBeIdle?: boolean;
}

export interface CheckPassResult extends CheckResult {
  /** What it refused programs with, by how often. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly inconclusive: ReadonlyMap<string, number>;
}

/** Tests a pass on random programs: what it makes must verify and refine what was there. Throws with a small counterexample. */
export async function checkPass(pass: PassDefinition, options: CheckPassOptions): Promise<CheckPassResult> {
  const refusals: Refusals = new Map();
  return checkSubject(passSubject(pass, options.passOptions, refusals), refusals, options);
}

/** As `checkPass` for patterns and a target. A conversion that is a pass is one. */
export async function checkConversion(
  conversion: Conversion | PassDefinition,
  options: CheckPassOptions,
): Promise<CheckPassResult> {
  if ("run" in conversion) return checkPass(conversion, options);
  const refusals: Refusals = new Map();
  return checkSubject(conversionSubject(conversion, refusals), refusals, options);
}

/** Examines programs until one fails, the number is reached or time is up. */
export async function checkSubject(
  subject: AsyncSubject,
  refusals: Refusals,
  options: CheckPassOptions,
): Promise<CheckPassResult> {
  const { programs = 500, timeMs = Infinity, planted } = options;
  const hunt: CheckPassOptions = { adapt: adaptSignature, ...options };
  const source = new ProgramSource(hunt);
  const counts: HuntCounts = noCounts();
  const scene = scenePlanting(options.dialects);
  const scenes = [scene, scene];
  const end = performance.now() + timeMs;
  for (let index = 0; index < programs && performance.now() < end; index++) {
    const finding = await huntOneAsync(source, index, { subject, planted: planted ?? scenes }, hunt, counts);
    if (finding !== undefined) throw new Error(failureMessage(await shrinkAsync(finding, subject, hunt)));
  }
  const { fired, inconclusive } = counts;
  throwUnless(fired.size > 0 || options.mayBeIdle === true, () => {
    const reasons = [...refusals, ...inconclusive]
      .slice(0, 5)
      .map(([reason, times]) => `\n  ${times} programs: ${reason}`);
    return `in ${counts.programs} programs '${subject.name}' changed nothing${reasons.join("")}`;
  });
  return { fired, programs: counts.programs, refusals, inconclusive };
}
