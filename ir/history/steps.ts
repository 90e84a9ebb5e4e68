// Steps: what a history is made of. A step says what happened, and how the snapshot before becomes the one after, and back.
import type { Patch } from "immer";
import type { OpSnapshot } from "./snapshot.ts";

/** A place in a snapshot, and what comes there; immer's form, for which `applyPatches` is. */
export type SnapshotPatch = Patch;

export interface HistoryStep {
  /**
   * - rewrite: a pattern or a folder applied
   * - cleanup: what a driver did by itself: dead ops that went, constants that were merged, simplified regions
   * - pass: the end of a pass, with all that it did and told nobody of
   */
  readonly kind: "rewrite" | "cleanup" | "pass";
  /** The pass that ran. */
  readonly pass: string;
  /** Of rewrites: the equation or name of the pattern, or `fold`. */
  readonly rule?: string;
  /** Of rewrites: name, number and location of the op that the pattern started from. */
  readonly on?: { readonly name: string; readonly id: number; readonly location: string };
  readonly patches: readonly SnapshotPatch[];
  readonly inverse: readonly SnapshotPatch[];
}

/** What a history begins with. */
export interface HistoryStart {
  readonly format: "terrace-history";
  readonly version: 1;
  readonly module: OpSnapshot;
}

/** The line of a history's file that says it. */
export const historyLine = (line: HistoryStart | HistoryStep): string => `${JSON.stringify(line)}\n`;
