// The array that executes the instructions of a run. The dialect knows its commands; the machine behind them is attached.
import type { Execution } from "../../ir/interpret/meaning.ts";
import type { Command } from "./commands.ts";

export interface SystolicDevice {
  /** Executes one command; a string names the command and the reason why nothing was done. */
  execute(command: Command): string | undefined;
}

/** Key of the run's state that holds the device. */
export const SYSTOLIC_DEVICE = "systolic.device";

/** Executes a command on the run's device; what the device refuses is undefined behaviour of the program. */
export function execute(run: Execution, command: Command): void {
  const device = run.state<SystolicDevice | undefined>(SYSTOLIC_DEVICE, () => undefined);
  if (device === undefined) return run.unsupported("no systolic array is attached to this run");
  const refused = device.execute(command);
  if (refused !== undefined) run.undefinedBehavior(refused);
}
