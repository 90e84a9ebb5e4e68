// A campaign: slices of all units in turn, on one or several workers, until time is up or enough programs were made; and what came of it.
import type { FoundText, Slice, SliceResult } from "./slice.ts";
import type { Unit } from "./units.ts";

export interface CampaignOptions {
  readonly seed: number;
  readonly timeMs: number;
  /** Programs in all. */
  readonly count: number;
  /** Applications of a unit that are enough. */
  readonly quota: number;
  /** Only the program of this seed, for each unit. */
  readonly replay?: number | undefined;
  readonly jobs: number;
  readonly corpus: readonly string[];
  /** Does a slice, on the worker of this number. */
  readonly run: (slice: Slice, worker: number) => Promise<SliceResult>;
  readonly onProgress: (state: CampaignState) => void;
}

/** How a unit fared. */
export interface UnitState {
  readonly unit: Unit;
  programs: number;
  /** Slices that are being done, and the time of those that were. */
  pending: number;
  ms: number;
  /** The worker that has its left sides. */
  worker: number | undefined;
  /** Applications in programs that were compared. */
  fired: number;
  /** Programs of which nothing could be said, and the commonest reason. */
  inconclusive: number;
  readonly reasons: Map<string, number>;
  invalidPrograms: number;
  findings: number;
}

export interface CampaignState {
  readonly units: readonly UnitState[];
  readonly findings: Map<string, FoundText & { times: number; readonly unit: string }>;
  programs: number;
  seconds: number;
  firstInvalid: string | undefined;
}

const SLICE_PROGRAMS = 64;
const SHORTEST_SLICE = 24;
const SLICE_MS = 2000;

/**
 * Runs slices until time is up, there were enough programs, or all units have their quota. What has its quota gives its turns to the others, and a
 * unit stays with the worker that knows its left sides as long as that has others like it.
 */
export async function runCampaign(units: readonly Unit[], options: CampaignOptions): Promise<CampaignState> {
  const state: CampaignState = {
    units: units.map((unit) => ({
      unit,
      programs: 0,
      pending: 0,
      ms: 0,
      worker: undefined,
      fired: 0,
      inconclusive: 0,
      reasons: new Map(),
      invalidPrograms: 0,
      findings: 0,
    })),
    findings: new Map(),
    programs: 0,
    seconds: 0,
    firstInvalid: undefined,
  };
  const start = performance.now();
  const end = start + options.timeMs;
  const { seed, corpus, quota, replay } = options;
  let promised = 0;
  const work = async (worker: number): Promise<void> => {
    while (performance.now() < end && promised < options.count) {
      const chosen = nextUnit(state.units, quota, worker, replay === undefined ? Infinity : 1);
      if (chosen === undefined) return;
      const count = Math.min(replay === undefined ? sliceOf(chosen, quota) : 1, options.count - promised);
      promised += count;
      const from = chosen.programs;
      chosen.programs += count;
      chosen.pending++;
      chosen.worker ??= worker;
      const begun = performance.now();
      const timeMs = Math.min(SLICE_MS, Math.max(1, end - begun));
      const known = [...state.findings.keys()];
      const result = await options.run({ unit: chosen.unit, seed, from, count, timeMs, known, corpus, replay }, worker);
      chosen.ms += performance.now() - begun;
      chosen.pending--;
      chosen.programs += result.programs - count;
      promised += result.programs - count;
      // A slice in which there was no time for a program ends the campaign rather than go on for ever.
      if (result.programs === 0) promised++;
      addResult(state, chosen, result);
      state.seconds = (performance.now() - start) / 1000;
      options.onProgress(state);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, (_, worker) => work(worker)));
  return state;
}

/** About as many programs as the quota still takes. */
function sliceOf({ fired, programs }: UnitState, quota: number): number {
  const needed = fired === 0 ? SLICE_PROGRAMS : ((quota - fired) * programs) / fired;
  return programs === 0 ? SHORTEST_SLICE : Math.ceil(Math.min(SLICE_PROGRAMS, Math.max(SHORTEST_SLICE / 3, needed)));
}

/**
 * Of the units without their quota, that of the fewest turns so far, where time counts as well as programs: what is slow is not to starve the rest. One
 * that another worker is at, or has the left sides of, only where there is no other; undefined where there is none at all.
 */
function nextUnit(
  units: readonly UnitState[],
  quota: number,
  worker: number,
  mostPrograms: number,
): UnitState | undefined {
  let best: UnitState | undefined;
  let least = Infinity;
  for (const state of units) {
    const { fired, programs, pending, ms } = state;
    if (fired >= quota || programs >= mostPrograms) continue;
    const isForeign = state.worker !== undefined && state.worker !== worker;
    const cost = programs + ms / 20 + (isForeign ? 300 : 0) + (pending > 0 ? 3000 : 0);
    if (cost < least) [best, least] = [state, cost];
  }
  return best;
}

function addResult(state: CampaignState, chosen: UnitState, result: SliceResult): void {
  state.programs += result.programs;
  state.firstInvalid ??= result.firstInvalid;
  chosen.invalidPrograms += result.invalidPrograms;
  chosen.findings += result.findings.length;
  chosen.fired += result.fired[chosen.unit.name] ?? 0;
  for (const [reason, times] of [...Object.entries(result.inconclusive), ...Object.entries(result.refusals)]) {
    chosen.inconclusive += times;
    if (chosen.reasons.size < 20 || chosen.reasons.has(reason))
      chosen.reasons.set(reason, (chosen.reasons.get(reason) ?? 0) + times);
  }
  for (const found of result.findings) {
    const present = state.findings.get(found.cause);
    if (present !== undefined) present.times++;
    else state.findings.set(found.cause, { ...found, times: 1, unit: chosen.unit.name });
  }
}
