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
  /** Microseconds a program, by phase. */
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
  const timed = <T>(phase: keyof typeof phases, run: () => T): T => {
    const start = cpuMs();
    try {
      return run();
    } finally {
      phases[phase] += 1000 * (cpuMs() - start);
    }
  };
  const one = (index: number): void => {
    const seed = source.seedOf(index);
    const program = timed("generate", () => source.program(seed, []));
    if (timed("verify", () => verify(program)).length > 0) throw new Error("the generator made an invalid program");
    timed("examine", () => examine(program, subject, seed, { inputs: INPUTS, compareUnchanged: true }));
    sizes.push([...walk(program)].length);
  };
  const rate = (first: number): number => {
    sizes.length = 0;
    Object.assign(phases, { generate: 0, verify: 0, examine: 0 });
    const start = cpuMs();
    for (let index = first; index < first + programs; index++) one(index);
    return (1000 * programs) / (cpuMs() - start);
  };
  const warmingUp = rate(0);
  const programsPerSecond = rate(1_000_000);
  sizes.sort((a, b) => a - b);
  return {
    programsPerSecond,
    warmingUp,
    medianOperations: sizes[Math.floor(sizes.length / 2)] ?? 0,
    generate: phases.generate / programs,
    verify: phases.verify / programs,
    examine: phases.examine / programs,
  };
}
