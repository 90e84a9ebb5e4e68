// The options of `terrace fuzz`, checked.
import { nearest } from "../../ir/syntax/near-miss.ts";
import { sharedRegistry } from "../library/context.ts";
import { fuzzKinds, isFuzzKind, type FuzzKind } from "./kinds.ts";

/** As commander gives them. */
export interface FuzzOptions {
  readonly dialects?: readonly string[] | undefined;
  readonly passPipeline?: string | undefined;
  readonly against?: string | undefined;
  readonly jobs: number;
  readonly time?: number | undefined;
  readonly seed: number;
  readonly count?: number | undefined;
  /** Applications of a rule (folder, pass, ...) that are enough. */
  readonly quota?: number | undefined;
  /** The seed of the one program to examine, as findings tell it. */
  readonly replay?: number | undefined;
  readonly only?: string | undefined;
  /** A folder of `.mlir` files to start programs from. */
  readonly corpus?: string | undefined;
  readonly json?: boolean;
  readonly out?: string | undefined;
}

/** What is wrong with the words of the command line; undefined where nothing is. */
export function optionProblem(words: readonly string[], options: FuzzOptions): string | undefined {
  for (const word of words) {
    if (!isFuzzKind(word))
      return `cannot test '${word}'; did you mean '${nearest(word, fuzzKinds) ?? fuzzKinds.join("', '")}'?`;
  }
  const dialects = [...sharedRegistry().dialects.keys()];
  for (const dialect of options.dialects ?? []) {
    if (dialects.includes(dialect)) continue;
    const near = nearest(dialect, dialects);
    return `there is no dialect '${dialect}'; ${near === undefined ? `there are ${dialects.join(", ")}` : `did you mean '${near}'?`}`;
  }
  if (
    options.passPipeline !== undefined &&
    words.length > 0 &&
    !words.includes("pipelines") &&
    options.against === undefined
  )
    return "--pass-pipeline is for 'pipelines'";
  if (options.against !== undefined && words.length > 0)
    return "--against compares one pipeline, and tests nothing else";
  return undefined;
}

/** What to test: what was named; pipelines where one is given; else rules, folders, passes and round trips. */
export function chosenKinds(words: readonly string[], options: FuzzOptions): readonly FuzzKind[] {
  if (words.length > 0) return words.filter(isFuzzKind);
  return options.passPipeline === undefined ? ["rules", "folders", "passes", "round-trip"] : ["pipelines"];
}
