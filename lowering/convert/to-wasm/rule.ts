// Rules: one per source op. What it cannot do it says before anything is converted; then it makes WebAssembly.
import type { Operation } from "../../../ir/core/operation.ts";
import type { FunctionLowering } from "./function-lowering.ts";

export interface Rule {
  /** Why this op is refused, from the op alone; types that have no form in WebAssembly are refused before. */
  readonly refuse?: (op: Operation) => string | undefined;
  /** Makes instructions and says what the op's results became. */
  readonly lower: (op: Operation, f: FunctionLowering) => void;
}

export type RuleTable = Readonly<Record<string, Rule>>;

export type FindRule = (op: Operation) => Rule | undefined;
