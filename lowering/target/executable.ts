// What every target makes of a compiled program: something that runs on arrays and tells what the run cost.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { FunctionType } from "../../ir/core/types.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";
import type { Machine } from "../machine/schema.ts";

/** What a machine says about one run. Only what it knows is there. */
export interface MachineReport {
  /** The machine's name, as its description has it. */
  readonly machine: string;
  /** Time that the run took here; of a simulator, the simulation's. */
  readonly milliseconds: number;
  /** Simulated cycles, all launches together. */
  readonly cycles?: number;
  /** Share of the cycles' arithmetic capacity that was used, from 0 to 1. */
  readonly utilisation?: number;
  /** Bytes read from and written to the memory that all launches share. */
  readonly bytesMoved?: number;
  /** Multiply-adds that the kernels executed. */
  readonly multiplyAdds?: number;
  /** Everything else that was counted, by name, in the order in which it is shown. */
  readonly counters?: Readonly<Record<string, number>>;
}

export type RunOutcome =
  | { readonly ok: true; readonly results: readonly DenseValue[]; readonly report: MachineReport }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface Executable {
  /** Runs the entry. Inputs have the shapes and element types of its signature; a scalar is an array of rank 0. */
  run(inputs: readonly DenseValue[]): Promise<RunOutcome>;
}

export interface RunSettings {
  /** The entry point's name. */
  readonly entry: string;
  /** What the entry takes and gives on tensors, whatever it has been lowered to. */
  readonly signature: FunctionType;
  /** Runs the programs of a launch in an order shuffled by this seed, where the target can. */
  readonly shuffle?: number | undefined;
}

export type BuildOutcome =
  | { readonly ok: true; readonly executable: Executable }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes the artifact of a module that the target's pipeline has lowered. */
export type BuildExecutable = (
  module: Operation,
  machine: Machine,
  settings: RunSettings,
) => BuildOutcome | Promise<BuildOutcome>;
