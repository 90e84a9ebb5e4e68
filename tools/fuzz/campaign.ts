// A campaign: turns of all units, on one or several workers, until all have their quota, time is up or enough programs were made; and what came of it.
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
  /** Turns that it had or is having, and those of them that are not over. */
  turns: number;
  pending: number;
  /** Number of the first program of its next turn. */
  next: number;
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
  /** Applications that are enough. */
  readonly quota: number;
  programs: number;
  seconds: number;
  firstInvalid: string | undefined;
}

/** The first turn of a unit, in which most get their quota: later ones are longer, up to the longest. */
const FIRST_TURN = { programs: 64, ms: 2000 };
const LONGEST_TURN_MS = 16_000;
/** Programs of a turn where there is no quota: a glance at each. */
const GLANCE = 24;

/**
 * Gives turns until time is up, there were enough programs, or all units have their quota. Whoever had fewest turns has the next, and each turn may take
 * twice as long as the one before: what is easy is done at once, while its left sides and the types of its context are at hand, and what is hard gets
 * ever more of the time that is left. A unit stays with the worker that knows its left sides as long as that has others like it.
 */
export async function runCampaign(units: readonly Unit[], options: CampaignOptions): Promise<CampaignState> {
  const { seed, corpus, quota, replay } = options;
  const state: CampaignState = {
    units: units.map((unit) => ({
      unit,
      programs: 0,
      turns: 0,
      pending: 0,
      next: 0,
      worker: undefined,
      fired: 0,
      inconclusive: 0,
      reasons: new Map(),
      invalidPrograms: 0,
      findings: 0,
    })),
    findings: new Map(),
    quota,
    programs: 0,
    seconds: 0,
    firstInvalid: undefined,
  };
  const start = performance.now();
  const end = start + options.timeMs;
  let promised = 0;
  const work = async (worker: number): Promise<void> => {
    while (performance.now() < end && promised < options.count) {
      const chosen = nextUnit(state.units, quota, worker, replay === undefined ? Infinity : 1);
      if (chosen === undefined) return;
      const { unit, next: from, fired } = chosen;
      const { programs, ms } = turnOf(chosen, quota);
      const count = Math.min(replay === undefined ? programs : 1, options.count - promised);
      promised += count;
      chosen.next += count;
      chosen.turns++;
      chosen.pending++;
      chosen.worker ??= worker;
      const timeMs = Math.min(ms, Math.max(1, end - performance.now()));
      const known = [...state.findings.keys()];
      const enough = quota - fired;
      const result = await options.run({ unit, seed, from, count, enough, timeMs, known, corpus, replay }, worker);
      chosen.pending--;
      promised += result.programs - count;
      // A turn in which there was no time for a program ends the campaign rather than go on for ever.
      if (result.programs === 0) promised++;
      addResult(state, chosen, result);
      state.seconds = (performance.now() - start) / 1000;
      options.onProgress(state);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, (_, worker) => work(worker)));
  return state;
}

function turnOf({ turns }: UnitState, quota: number): { readonly programs: number; readonly ms: number } {
  const programs = quota === Infinity ? GLANCE : FIRST_TURN.programs * 2 ** turns;
  return { programs, ms: Math.min(LONGEST_TURN_MS, FIRST_TURN.ms * 2 ** turns) };
}

/**
 * Of the units without their quota, the first of the fewest turns so far. One that another worker is at, or has the left sides of, only where there is no
 * other; undefined where there is none at all.
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
    const { fired, turns, next, pending } = state;
    if (fired >= quota || next >= mostPrograms) continue;
    const isForeign = state.worker !== undefined && state.worker !== worker;
    const cost = turns + (isForeign ? 2 : 0) + (pending > 0 ? 1000 : 0);
    if (cost < least) [best, least] = [state, cost];
  }
  return best;
}

function addResult(state: CampaignState, chosen: UnitState, result: SliceResult): void {
  state.programs += result.programs;
  chosen.programs += result.programs;
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
