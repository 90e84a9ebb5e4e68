// The file form of histories: a line of JSON for the start of each module, then one for each of its steps.
import * as z from "zod";
import { History } from "./history.ts";
import type { OpSnapshot } from "./snapshot.ts";
import type { HistoryStart, HistoryStep } from "./steps.ts";

const list = z.array(z.number());
const value = z.object({ id: z.number(), type: z.string() });
/** A snapshot is checked where it begins; what stands deeper comes from the same writer. */
const snapshot = z.custom<OpSnapshot>((data) => {
  const head = z.object({
    id: z.number(),
    name: z.string(),
    results: z.array(value),
    operands: list,
    attributes: z.record(z.string(), z.string()),
    successors: list,
    location: z.string(),
    regions: z.array(z.object({ order: list, blocks: z.record(z.string(), z.unknown()) })),
  });
  return head.safeParse(data).success;
}, "a snapshot of an op");
const start = z.object({ format: z.literal("terrace-history"), version: z.literal(1), module: snapshot });
const patch = z.object({
  op: z.enum(["add", "remove", "replace"]),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
});
const step = z.object({
  kind: z.enum(["rewrite", "cleanup", "pass"]),
  pass: z.string(),
  rule: z.string().exactOptional(),
  on: z.object({ name: z.string(), id: z.number(), location: z.string() }).exactOptional(),
  patches: z.array(patch),
  inverse: z.array(patch),
});

/** The lines of a file, by number from 0: a list, or what reads one when it is asked for. */
export interface Lines {
  readonly length: number;
  at(index: number): string | undefined;
}

/** What is wrong with a line, which counts from 1. */
export class DamagedHistory extends Error {
  constructor(index: number, reason: string) {
    super(`line ${index + 1}: ${reason}`);
  }
}

/**
 * What `--mlir-history` wrote: a history for each module. Steps are read when they are asked for, so that a file need not fit into memory;
 * what is wrong is thrown then, as a `DamagedHistory`.
 */
export function readHistories(lines: Lines): readonly History[] {
  const modules: { readonly start: HistoryStart; readonly steps: number[] }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines.at(index) ?? "";
    if (line === "") continue;
    const last = modules[modules.length - 1];
    if (last !== undefined && !line.startsWith(STARTS)) {
      last.steps.push(index);
      continue;
    }
    const began = start.safeParse(parsed(line, index));
    if (!began.success) throw new DamagedHistory(index, "it is not the start of a history, version 1");
    modules.push({ start: began.data, steps: [] });
  }
  if (modules.length === 0) throw new DamagedHistory(0, "there is no history in it");
  return modules.map(
    (module) =>
      new History(module.start, {
        length: module.steps.length,
        at: (number) => {
          const index = module.steps[number];
          return index === undefined ? undefined : readStep(lines.at(index) ?? "", index);
        },
      }),
  );
}

/** How the line of a start begins. */
const STARTS = '{"format":';

function readStep(line: string, index: number): HistoryStep {
  const read = step.safeParse(parsed(line, index));
  if (read.success) return read.data;
  throw new DamagedHistory(index, `it is neither a step nor the start of a history: ${z.prettifyError(read.error)}`);
}

function parsed(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new DamagedHistory(index, "it is not JSON");
  }
}
