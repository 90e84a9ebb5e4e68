// How long the tester takes to refute one rule, and how small the counterexample is.
import type { Pattern } from "../../../ir/rewrite/pattern.ts";
import { findCounterexample, type FindResult } from "../../../ir/check/find-counterexample.ts";
import { newContext } from "../../support/mlir.ts";

export interface Refutation {
  readonly name: string;
  /** In which way it was refuted; undefined where it was not. */
  readonly kind: string | undefined;
  /** Processor time, from the first program to the small counterexample. */
  readonly ms: number;
  readonly programs: number;
  /** Ops of the counterexample beyond the rule's own. */
  readonly beyond: number | undefined;
  /** Of a rule that was not refuted: how often it applied, and why it did not. */
  readonly note: string;
  readonly text: string;
}

export interface RefuteOptions {
  readonly timeMs: number;
  readonly seed?: number;
  readonly leftOps?: number;
}

/** Processor time of this process in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What `findCounterexample` gives; what it throws is a bug of the tester, and no refutation. */
function search(pattern: Pattern, dialects: readonly string[], timeMs: number, seed: number): FindResult | Error {
  const options = { context: newContext, dialects, programs: 1_000_000, timeMs, seed, reduceTimeMs: 5_000 };
  try {
    return findCounterexample([pattern], options);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export function refute(
  name: string,
  pattern: Pattern,
  dialects: readonly string[],
  options: RefuteOptions,
): Refutation {
  const { timeMs, seed = 1, leftOps = 0 } = options;
  const start = cpuMs();
  const result = search(pattern, dialects, timeMs, seed);
  const ms = cpuMs() - start;
  if (result instanceof Error)
    return {
      name,
      kind: undefined,
      ms,
      programs: 0,
      beyond: undefined,
      note: `the tester threw: ${result.message}`,
      text: "",
    };
  if (result.kind === "found") {
    const { failure, operations, text } = result.counterexample;
    const { programs } = result;
    return { name, kind: failure.kind, ms, programs, beyond: operations - leftOps, note: failure.reason, text };
  }
  const fired = [...result.fired.values()].reduce((sum, times) => sum + times, 0);
  const refusals = [...result.refusals.values()].flat().slice(0, 2);
  const inconclusive = [...result.inconclusive.keys()].slice(0, 1);
  const note = [`applied ${fired} times in ${result.programs} programs`, ...refusals, ...inconclusive].join("; ");
  return { name, kind: undefined, ms, programs: result.programs, beyond: undefined, note, text: "" };
}

const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);
const quantile = (numbers: readonly number[], q: number): number | undefined =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];

/** One line of the table: what share of some rules was refuted, how fast, how small. */
export function tableRow(title: string, refutations: readonly Refutation[]): string {
  const found = refutations.filter(({ kind }) => kind !== undefined);
  const times = found.map(({ ms }) => ms);
  const sizes = found.flatMap(({ beyond }) => beyond ?? []);
  const share = refutations.length === 0 ? 0 : (100 * found.length) / refutations.length;
  const number = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(0));
  return [
    title.padEnd(26),
    String(refutations.length).padStart(6),
    String(found.length).padStart(8),
    `${share.toFixed(1)} %`.padStart(9),
    number(quantile(times, 0.5)).padStart(10),
    number(quantile(times, 0.9)).padStart(8),
    number(quantile(sizes, 0.5)).padStart(8),
    number(sizes.length === 0 ? undefined : Math.max(...sizes)).padStart(6),
  ].join(" ");
}

export const tableHead = [
  "rules".padEnd(26),
  "count".padStart(6),
  "refuted".padStart(8),
  "share".padStart(9),
  "median ms".padStart(10),
  "p90 ms".padStart(8),
  "beyond".padStart(8),
  "most".padStart(6),
].join(" ");
