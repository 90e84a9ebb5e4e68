// Compares the verdicts over many mutations, and puts the differences into classes by their words.
import type { Registry } from "../../../ir/plugin/registry.ts";
import type { Mutation } from "./mutation.ts";
import { ourVerdict, theirVerdicts, type Refusal, type Verdict } from "./verdict.ts";

export interface Difference extends Mutation {
  readonly ours: Verdict;
  readonly theirs: Verdict;
}

export interface Comparison {
  readonly count: number;
  readonly crashes: Difference[];
  readonly rejected: number;
  /** One accepts and the other does not. */
  readonly verdicts: Difference[];
  /** Both reject, at another line or for another op. */
  readonly places: Difference[];
}

const batch = 1000;

export function compareMutations(
  mutations: Iterator<Mutation>,
  count: number,
  registry: Registry,
  mlirOpt: string,
): Comparison {
  const result = {
    count,
    rejected: 0,
    crashes: [] as Difference[],
    verdicts: [] as Difference[],
    places: [] as Difference[],
  };
  for (let done = 0; done < count; done += batch) {
    const some: Mutation[] = [];
    while (some.length < Math.min(batch, count - done)) {
      const next = mutations.next();
      if (next.done === true) throw new Error("too few mutations");
      some.push(next.value);
    }
    const theirs = theirVerdicts(some.map(({ text }) => text), mlirOpt); // prettier-ignore
    some.forEach((mutation, i) => {
      const difference = { ...mutation, ours: ourVerdict(mutation.text, registry), theirs: theirs[i] };
      const { ours } = difference;
      if (difference.theirs === "crash") result.crashes.push(difference);
      else if (ours === "crash" || (ours === undefined) !== (difference.theirs === undefined))
        result.verdicts.push(difference);
      else if (ours !== undefined && difference.theirs !== undefined) {
        result.rejected++;
        if (!isSamePlace(ours, difference.theirs)) result.places.push(difference);
      }
    });
  }
  return result;
}

/** The op that a message names, if it does; otherwise it is the one at the line. */
const namedOp = ({ message }: Refusal): string | undefined => /^'([\w$.]+)' op\b/.exec(message)?.[1];

function isSamePlace(ours: Refusal, theirs: Refusal): boolean {
  const [a, b] = [namedOp(ours), namedOp(theirs)];
  return ours.line === theirs.line && (a === undefined || b === undefined || a === b);
}
