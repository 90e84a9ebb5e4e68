// Remarks: what a pass did to an op, what it did not do and why, or what it found out. Passes say them through the context, where somebody listens.
import type { Operation } from "./operation.ts";

export type RemarkKind = "passed" | "missed" | "failure" | "analysis";

export interface Remark {
  readonly kind: RemarkKind;
  /** What filters choose by: the pass. */
  readonly category: string;
  /** The optimization, or the rule. */
  readonly name: string;
  readonly op: Operation;
  /** What else is known, by name: `Reason`, `Remark`, `Suggestion`, or names of the pass's own. */
  readonly args: Readonly<Record<string, string>>;
}

/** Hears remarks. Where there is none nothing is made: `context.remarks?.({ ... })`. */
export type RemarkSink = (remark: Remark) => void;
