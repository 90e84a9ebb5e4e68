// A slice of work: some programs for one unit. What goes in and comes out is plain data, because workers do it.
import { counterexample, shrinkAsync } from "../../ir/check/fuzz/counterexample.ts";
import type { Finding } from "../../ir/check/fuzz/finding.ts";
import { examineOptions, huntOneAsync, noCounts, ProgramSource } from "../../ir/check/fuzz/hunt.ts";
import type { Context } from "../../ir/core/context.ts";
import { createTerraceContext } from "../library/context.ts";
import { huntOf } from "./hunts.ts";
import type { Unit } from "./units.ts";

export interface Slice {
  readonly unit: Unit;
  readonly seed: number;
  /** Number of the first program. */
  readonly from: number;
  readonly count: number;
  /** Applications after which it ends. */
  readonly enough: number;
  readonly timeMs: number;
  /** Causes that are known: findings of these are counted, and not made small. */
  readonly known: readonly string[];
  /** The seed of the one program to examine. */
  readonly replay?: number | undefined;
  /** Texts of programs to start from; the same in all slices. */
  readonly corpus: readonly string[];
}

export interface FoundText {
  /** What findings with one cause have in common. */
  readonly cause: string;
  readonly kind: string;
  readonly reason: string;
  readonly rules: readonly string[];
  readonly seed: number;
  /** The `.mlir` file; empty where the cause was known. */
  readonly text: string;
  readonly operations: number;
}

export interface SliceResult {
  readonly unit: Unit;
  /** How many programs were made. */
  readonly programs: number;
  readonly fired: Readonly<Record<string, number>>;
  readonly inconclusive: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly invalidPrograms: number;
  readonly firstInvalid: string | undefined;
  readonly findings: readonly FoundText[];
}

/** A context serves so many slices: its tables of types and attributes only grow. */
const SLICES_PER_CONTEXT = 32;
let context: Context | undefined;
let slices = 0;

function sharedContext(): Context {
  if (context === undefined || slices++ % SLICES_PER_CONTEXT === 0) context = createTerraceContext();
  return context;
}

/** Does it; called in a worker or in the process itself. */
export async function runSlice({
  unit,
  seed,
  from,
  count,
  enough,
  timeMs,
  known,
  corpus,
  replay,
}: Slice): Promise<SliceResult> {
  const { task, options, refusals } = await huntOf(unit, seed, corpus);
  const source = new ProgramSource({ ...options, context: sharedContext, replay });
  const counts = noCounts();
  const causes = new Set(known);
  const findings: FoundText[] = [];
  const end = performance.now() + timeMs;
  const isDone = (): boolean => (counts.fired.get(unit.name) ?? 0) >= enough || performance.now() >= end;
  for (let index = from; index < from + count && !isDone(); index++) {
    const finding = await huntOneAsync(source, index, task, options, counts);
    if (finding === undefined) continue;
    const cause = causeOf(finding);
    const isNew = !causes.has(cause);
    causes.add(cause);
    const small = isNew
      ? await shrinkAsync(finding, task.subject, {
          ...examineOptions(source, finding.seed, options),
          reduceTimeMs: 5000,
        })
      : undefined;
    const { kind, reason, rules } = (small ?? counterexample(finding)).failure;
    findings.push({
      cause,
      kind,
      reason,
      rules,
      seed: finding.seed,
      text: small === undefined ? "" : `${small.text}\n// Again: ${replayCommand(unit, finding.seed)}\n`,
      operations: small?.operations ?? 0,
    });
  }
  const record = (map: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries(map);
  const { programs, fired, inconclusive, invalidPrograms, firstInvalid } = counts;
  const declined = record(refusals);
  refusals.clear();
  return {
    unit,
    programs,
    fired: record(fired),
    inconclusive: record(inconclusive),
    refusals: declined,
    invalidPrograms,
    firstInvalid,
    findings,
  };
}

/** The kind, the rules, and the reason without its numbers and names of values. */
function causeOf({ failure: { kind, reason, rules } }: Finding): string {
  const gist = kind === "miscompile" ? "" : reason.split("\n", 1)[0]?.replace(/'[^']*'|-?\d[\d.e+-]*/g, "#");
  return [kind, [...rules].sort().join(" + "), gist].join(": ");
}

/** The command that makes and examines the program again. */
function replayCommand({ kind, name }: Unit, seed: number): string {
  const quoted = `'${name.replaceAll("'", "'\\''")}'`;
  return kind === "pipelines"
    ? `terrace fuzz --pass-pipeline=${quoted} --replay=${seed}`
    : `terrace fuzz ${kind} --only=${quoted} --replay=${seed}`;
}
