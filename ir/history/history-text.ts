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

export type ReadHistories =
  | { readonly ok: true; readonly histories: readonly History[] }
  /** The line counts from 1. */
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** Reads the text of a file that `--mlir-history` wrote: a history for each module. */
export function readHistories(text: string): ReadHistories {
  const modules: { readonly start: HistoryStart; readonly steps: HistoryStep[] }[] = [];
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    if (line === "") continue;
    const refused = (reason: string): ReadHistories => ({ ok: false, line: number, reason });
    let data: unknown;
    try {
      data = JSON.parse(line);
    } catch {
      return refused("it is not JSON");
    }
    const began = start.safeParse(data);
    if (began.success) {
      modules.push({ start: began.data, steps: [] });
      continue;
    }
    const last = modules[modules.length - 1];
    if (last === undefined) return refused("it is not the start of a history, version 1");
    const next = step.safeParse(data);
    if (!next.success)
      return refused(`it is neither a step nor the start of a history: ${z.prettifyError(next.error)}`);
    last.steps.push(next.data);
  }
  if (modules.length === 0) return { ok: false, line: 1, reason: "there is no history in it" };
  return { ok: true, histories: modules.map((module) => new History(module.start, module.steps)) };
}
