// A reduced module as a test: a `.mlir` file with its RUN line, the seed that it came from, and what was seen.
import type { Operation } from "../../core/operation.ts";
import { printOperation } from "../../syntax/printer.ts";

export interface TestFileOptions {
  /** What follows `RUN:`, with `%s` for the file; a RUN line for each line. */
  readonly run: string;
  /** The seed with which the program was generated. */
  readonly seed?: number | bigint | string;
  /** What is wrong with it, in words; each line becomes a comment. */
  readonly note?: string;
}

export function asTestFile(module: Operation, { run, seed, note }: TestFileOptions): string {
  const comments = [
    ...run.split("\n").map((line) => `// RUN: ${line}`),
    ...(seed === undefined ? [] : [`// Seed: ${seed}`]),
    ...(note === undefined ? [] : note.trimEnd().split("\n").map((line) => `// ${line}`.trimEnd())), // prettier-ignore
  ];
  return `${comments.join("\n")}\n\n${printOperation(module)}\n`;
}
