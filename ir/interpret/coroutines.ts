// Runs several computations (threads, warps) together: each until it waits at a barrier, all on once enough of them are there.
import type { Computation } from "./meaning.ts";

export interface TogetherOptions {
  /** Shuffles the order of every round; without it, the order of the list. */
  readonly seed?: number;
  /** Called when a barrier opens, before anyone goes on. */
  readonly onBarrier?: (barrier: string) => void;
  /** How many computations open this barrier; by default all. */
  readonly participants?: (barrier: string) => number;
  /** Whether this group opens the barrier (default yes). One that it does not is passed on once all that have not finished wait there. */
  readonly owns?: (barrier: string) => boolean;
}

export type TogetherOutcome<T> =
  | { readonly kind: "finished"; readonly values: readonly T[] }
  /** Nobody can go on: some wait where the others never come. */
  | { readonly kind: "deadlock"; readonly waiting: readonly Waiting[]; readonly finished: readonly number[] };

export interface Waiting {
  /** Number of the computation. */
  readonly member: number;
  readonly barrier: string;
}

/** The driver is itself a computation, so that groups nest. The caller says what a deadlock means (undefined behaviour). */
export function* runTogether<T>(
  computations: readonly Computation<T>[],
  options: TogetherOptions = {},
): Computation<TogetherOutcome<T>> {
  const { onBarrier, participants = () => computations.length, owns = () => true } = options;
  const random = options.seed === undefined ? undefined : randomFrom(options.seed);
  const values = new Map<number, T>();
  const waiting = new Map<number, string>();
  let ready = computations.map((_, member) => member);
  while (ready.length > 0) {
    if (random !== undefined) shuffle(ready, random);
    for (const member of ready) {
      const step = computations[member]!.next();
      if (step.done === true) values.set(member, step.value);
      else waiting.set(member, step.value.barrier);
    }
    ready = [];
    for (const barrier of new Set(waiting.values())) {
      const members = [...waiting].flatMap(([member, name]) => (name === barrier ? [member] : []));
      if (owns(barrier)) {
        if (members.length < participants(barrier)) continue;
        onBarrier?.(barrier);
      } else {
        if (members.length + values.size < computations.length) continue;
        yield { barrier };
      }
      for (const member of members) waiting.delete(member);
      ready.push(...members);
    }
  }
  if (waiting.size === 0) return { kind: "finished", values: computations.map((_, member) => values.get(member)!) };
  return {
    kind: "deadlock",
    waiting: [...waiting].map(([member, barrier]) => ({ member, barrier })),
    finished: [...values.keys()].sort((a, b) => a - b),
  };
}

/** `3 of 64 wait at barrier 'gpu.barrier' (first 5), 61 finished`. */
export function describeDeadlock(outcome: Extract<TogetherOutcome<unknown>, { kind: "deadlock" }>): string {
  const barriers = new Map<string, number[]>();
  for (const { member, barrier } of outcome.waiting) barriers.set(barrier, [...(barriers.get(barrier) ?? []), member]);
  const total = outcome.waiting.length + outcome.finished.length;
  const parts = [...barriers].map(
    ([barrier, members]) =>
      `${members.length} of ${total} wait at barrier '${barrier}' (first ${Math.min(...members)})`,
  );
  if (outcome.finished.length > 0) parts.push(`${outcome.finished.length} finished without it`);
  return `barrier divergence: ${parts.join(", ")}`;
}

/** A 32-bit generator (mulberry32), so that a seed gives the same order everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shuffles in place. */
export function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = items[i]!;
    items[i] = items[j]!;
    items[j] = kept;
  }
}
