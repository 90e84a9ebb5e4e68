// The hunt: programs by the thousand, each examined; findings as they come, and counts of what applied.
import { verify } from "../../analysis/verify.ts";
import type { Context } from "../../core/context.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Type } from "../../core/types.ts";
import type { Operation } from "../../core/operation.ts";
import { corpusProgram } from "../directed/corpus.ts";
import { generateModule, type Planting } from "../generate/generate-module.ts";
import { derivedSeed, seededSource } from "../random-source.ts";
import { examine, examineAsync, type Examination, type ExamineOptions } from "./examine.ts";
import type { Finding } from "./finding.ts";
import type { AsyncSubject, Subject } from "./subject.ts";

/** Programs that one context serves: its tables of types and attributes only grow. */
const PROGRAMS_PER_CONTEXT = 4096;

/** How programs come about, and what is done with them. */
export interface HuntOptions extends ExamineOptions {
  /** Makes a context with the dialects registered. */
  readonly context: () => Context;
  /** Whose ops stand in the programs. */
  readonly dialects: readonly string[];
  readonly only?: ((definition: OpDefinition) => boolean) | undefined;
  /** Default 1. The same seed gives the same programs. */
  readonly seed?: number;
  /** All programs are that of this seed, which a finding told. */
  readonly replay?: number | undefined;
  /** About how many ops a program has. Default 30. */
  readonly operations?: number;
  /** Only values of these types. */
  readonly types?: (type: Type) => boolean;
  /** Makes of a program what is then examined, where waiting is possible; undefined, having said why itself, where it cannot. */
  readonly prepare?: (program: Operation, seed: number) => Promise<Operation | undefined>;
  /** "avoid" or "rich" for all programs; half of each unless given. */
  readonly undefinedBehavior?: "avoid" | "rich";
  /** Only programs that can be run. Default true. */
  readonly runnable?: boolean;
}

/** What a program is for: the subject that it is examined with, and left sides that stand in it. */
export interface Task<S extends AsyncSubject = Subject> {
  readonly subject: S;
  readonly planted?: readonly Planting[];
  /** Texts of programs to start from, in place of generated ones; as often as generated ones where something is planted, too. */
  readonly corpus?: readonly string[];
}

export interface HuntCounts {
  programs: number;
  /** Programs that the generator made and that did not verify: its bug, or that of a planted left side. */
  invalidPrograms: number;
  /** By rule, how often it applied in programs that were compared to the end. */
  readonly fired: Map<string, number>;
  /** Why nothing could be said about a program, by how often. */
  readonly inconclusive: Map<string, number>;
  /** The first diagnostic of an invalid program. */
  firstInvalid: string | undefined;
}

export const noCounts = (): HuntCounts => ({
  programs: 0,
  invalidPrograms: 0,
  fired: new Map(),
  inconclusive: new Map(),
  firstInvalid: undefined,
});

/** Makes program after program; the index and the seed say which. */
export class ProgramSource {
  readonly #options: HuntOptions;
  #context: Context | undefined;
  #served = 0;

  constructor(options: HuntOptions) {
    this.#options = options;
  }

  seedOf(index: number): number {
    return this.#options.replay ?? derivedSeed(this.#options.seed ?? 1, index);
  }

  /** Whether the programs of this seed are free of undefined behaviour. */
  avoids(seed: number): boolean {
    const { undefinedBehavior } = this.#options;
    return undefinedBehavior === undefined ? seed % 2 === 0 : undefinedBehavior === "avoid";
  }

  program(seed: number, planted: readonly Planting[], corpus: readonly string[] = []): Operation {
    const { context, dialects, only, operations, types, runnable = true, undefinedBehavior } = this.#options;
    if (this.#context === undefined || this.#served++ >= PROGRAMS_PER_CONTEXT) {
      this.#context = context();
      this.#served = 0;
    }
    const random = seededSource(seed);
    if (corpus.length > 0 && random.chance(1, 2)) {
      const program = corpusProgram(corpus, this.#context, random);
      if (program !== undefined) return program;
    }
    // Where the rest of a program ends it early, what is planted shows nothing.
    const may = planted.length > 0 && seed % 4 === 3 && undefinedBehavior === undefined ? "planted" : "rich";
    return generateModule(this.#context, random, {
      dialects,
      undefinedBehavior: this.avoids(seed) ? "avoid" : may,
      planted,
      runnable,
      ...(only === undefined ? {} : { only }),
      ...(types === undefined ? {} : { types }),
      ...(operations === undefined ? {} : { operations }),
    });
  }
}

/** Examines the `index`-th program; counts, and returns what was found. */
export function huntOne(
  source: ProgramSource,
  index: number,
  task: Task,
  options: HuntOptions,
  counts: HuntCounts,
): Finding | undefined {
  const seed = source.seedOf(index);
  const program = makeProgram(source, seed, task, counts);
  if (program === undefined) return undefined;
  return settle(program, seed, examine(program, task.subject, seed, examineOptions(source, seed, options)), counts);
}

/** As `huntOne`, for subjects that wait. */
export async function huntOneAsync(
  source: ProgramSource,
  index: number,
  task: Task<AsyncSubject>,
  options: HuntOptions,
  counts: HuntCounts,
): Promise<Finding | undefined> {
  const seed = source.seedOf(index);
  const made = makeProgram(source, seed, task, counts);
  const program = made === undefined || options.prepare === undefined ? made : await options.prepare(made, seed);
  if (program === undefined) return undefined;
  const examination = await examineAsync(program, task.subject, seed, examineOptions(source, seed, options));
  return settle(program, seed, examination, counts);
}

/** Poison among the inputs of programs that need not be free of it. */
export function examineOptions(source: ProgramSource, seed: number, options: HuntOptions): ExamineOptions {
  return { ...options, inputOptions: { poison: !source.avoids(seed) && seed % 4 === 1, ...options.inputOptions } };
}

function makeProgram(
  source: ProgramSource,
  seed: number,
  { planted = [], corpus = [] }: Task<AsyncSubject>,
  counts: HuntCounts,
): Operation | undefined {
  const program = source.program(seed, planted, corpus);
  counts.programs++;
  const [problem] = verify(program);
  if (problem === undefined) return program;
  counts.invalidPrograms++;
  counts.firstInvalid ??= problem.message;
  return undefined;
}

function settle(
  program: Operation,
  seed: number,
  { fired, failure, rewritten, inconclusive }: Examination,
  counts: HuntCounts,
): Finding | undefined {
  if (inconclusive === undefined)
    for (const [name, times] of fired) counts.fired.set(name, (counts.fired.get(name) ?? 0) + times);
  else counts.inconclusive.set(inconclusive, (counts.inconclusive.get(inconclusive) ?? 0) + 1);
  return failure === undefined ? undefined : { failure, program, rewritten, seed };
}
