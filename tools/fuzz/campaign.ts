// A campaign: slices of all units in turn, on one or several workers, until time is up or enough programs were made; and what came of it.
import type { FoundText, Slice, SliceResult } from "./slice.ts";
import type { Unit } from "./units.ts";

export interface CampaignOptions {
  readonly seed: number;
  readonly timeMs: number;
  /** Programs in all. */
  readonly count: number;
  readonly jobs: number;
  readonly corpus: readonly string[];
  readonly run: (slice: Slice) => Promise<SliceResult>;
  readonly onProgress: (state: CampaignState) => void;
}

/** How a unit fared. */
export interface UnitState {
  readonly unit: Unit;
  programs: number;
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
const SLICE_MS = 2000;

/** Runs slices; units that applied least often go first once each had its turn. */
export async function runCampaign(units: readonly Unit[], options: CampaignOptions): Promise<CampaignState> {
  const state: CampaignState = {
    units: units.map((unit) => ({
      unit,
      programs: 0,
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
  const { seed, corpus } = options;
  let promised = 0;
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end && promised < options.count && state.units.length > 0) {
      const chosen = nextUnit(state.units, turn++);
      const count = Math.min(SLICE_PROGRAMS, options.count - promised);
      promised += count;
      const from = chosen.programs;
      chosen.programs += count;
      const timeMs = Math.min(SLICE_MS, Math.max(1, end - performance.now()));
      const known = [...state.findings.keys()];
      const result = await options.run({ unit: chosen.unit, seed, from, count, timeMs, known, corpus });
      chosen.programs += result.programs - count;
      promised += result.programs - count;
      // A slice in which there was no time for a program ends the campaign rather than go on for ever.
      if (result.programs === 0) promised++;
      addResult(state, chosen, result);
      state.seconds = (performance.now() - start) / 1000;
      options.onProgress(state);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  return state;
}

/** Each in turn; every other turn goes to the one that applied least often. */
function nextUnit(units: readonly UnitState[], turn: number): UnitState {
  const inTurn = units[turn % units.length];
  if (inTurn === undefined) throw new Error("a campaign without units");
  if (turn < units.length || turn % 2 === 0) return inTurn;
  return units.reduce((least, unit) => (weight(unit) < weight(least) ? unit : least));
}

/** Applications, and programs that were made in vain. */
const weight = ({ fired, programs }: UnitState): number => fired + programs / 8;

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
