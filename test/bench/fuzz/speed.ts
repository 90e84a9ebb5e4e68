// Programs a second on one core: generated, verified, rewritten, verified again, interpreted before and after on 8 inputs.
import { examine } from "../../../ir/check/fuzz/examine.ts";
import { ProgramSource } from "../../../ir/check/fuzz/hunt.ts";
import { rulesSubject } from "../../../ir/check/fuzz/rules-subject.ts";
import { verify } from "../../../ir/analysis/verify.ts";
import { walk } from "../../../ir/core/walk.ts";
import { builtinDialects } from "../../../dialects/index.ts";
import { newContext } from "../../support/mlir.ts";
import { cpuMs } from "./refute.ts";

export interface Speed {
  readonly programsPerSecond: number;
  /** Of the programs before the measured ones, while the engine still compiles: nearly half of their time goes there. */
  readonly warmingUp: number;
  readonly medianOperations: number;
  /** Microseconds a program, by phase: the processor's time, shared out as the elapsed time was. */
  readonly generate: number;
  readonly verify: number;
  readonly examine: number;
}

const INPUTS = 8;

/**
 * Runs the loop over programs of these dialects; every program is a cold module. What is measured is what a hunt comes to after
 * some seconds: as many programs go before, until the engine has compiled the framework.
 */
export function measureSpeed(dialects: readonly string[], programs: number): Speed {
  const patterns = builtinDialects
    .filter(({ name }) => dialects.includes(name))
    .flatMap(({ canonicalizationPatterns }) => canonicalizationPatterns ?? []);
  const subject = rulesSubject("canonicalization", patterns, { fold: true });
  const source = new ProgramSource({ context: newContext, dialects, operations: 30 });
  const sizes: number[] = [];
  const phases = { generate: 0, verify: 0, examine: 0 };
  // Asking for the processor's time costs as much as some phases take: it is asked for before all programs and after them.
  const timed = <T>(phase: keyof typeof phases, run: () => T): T => {
    const start = performance.now();
    const made = run();
    phases[phase] += performance.now() - start;
    return made;
  };
  const one = (index: number): void => {
    const seed = source.seedOf(index);
    const program = timed("generate", () => source.program(seed, []));
    if (timed("verify", () => verify(program)).length > 0) throw new Error("the generator made an invalid program");
    timed("examine", () => examine(program, subject, seed, { inputs: INPUTS, compareUnchanged: true }));
    sizes.push([...walk(program)].length);
  };
  /** Milliseconds of the processor that as many programs take. */
  const run = (first: number): number => {
    sizes.length = 0;
    Object.assign(phases, { generate: 0, verify: 0, examine: 0 });
    const start = cpuMs();
    for (let index = first; index < first + programs; index++) one(index);
    return cpuMs() - start;
  };
  const warmingUp = run(0);
  const measured = run(1_000_000);
  sizes.sort((a, b) => a - b);
  const { generate, verify: verified, examine: examined } = phases;
  const microseconds = (elapsed: number): number =>
    (1000 * measured * elapsed) / (generate + verified + examined) / programs;
  return {
    programsPerSecond: (1000 * programs) / measured,
    warmingUp: (1000 * programs) / warmingUp,
    medianOperations: sizes[Math.floor(sizes.length / 2)] ?? 0,
    generate: microseconds(generate),
    verify: microseconds(verified),
    examine: microseconds(examined),
  };
}
