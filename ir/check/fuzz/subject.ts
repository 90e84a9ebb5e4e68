// What is tested: something that rewrites a module, and tells what it applied.
import type { Operation } from "../../core/operation.ts";
import type { Tolerance } from "../../rewrite/tolerance.ts";
import type { FindingKind } from "./finding.ts";

/** What became of a module that a subject was applied to. */
export interface Application {
  /** Names of the rules (folders, passes) that applied, with how often. Empty: nothing changed. */
  readonly fired: ReadonlyMap<string, number>;
  /** It applied by what it showed or read alone: the module is as it was, and there is nothing to compare. */
  readonly isUnchanged?: boolean;
  /** What went wrong on the way: the module is then not looked at any more. */
  readonly problem?: { readonly kind: FindingKind; readonly reason: string; readonly rules: readonly string[] };
  /** The loosest that a rule which applied asks for. */
  readonly tolerance?: Tolerance | undefined;
}

export interface Subject {
  readonly name: string;
  /** Rewrites the module in place. */
  apply(module: Operation): Application;
}

/** A subject that waits: passes may. */
export interface AsyncSubject {
  readonly name: string;
  apply(module: Operation): Application | Promise<Application>;
}

/** The message of something that was thrown, and where. */
export function thrownText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return place === undefined ? error.message : `${error.message} (${place.trim()})`;
}
