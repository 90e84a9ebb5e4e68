// The simulated array: executes commands one by one on the run's memory, and times them. Function and timing are
// apart: the results do not depend on the timing, and the timing reads only what each command touched.
import type { SystolicMachine } from "../../../machine/schema.ts";
import type { Command } from "../../../../dialects/systolic/commands.ts";
import { compute, preload } from "./compute.ts";
import { configure } from "./configure.ts";
import { NO_EFFECT, type Effect } from "./effect.ts";
import { geometryOf, type Geometry } from "./geometry.ts";
import { resetState, type ArrayState, type Dram } from "./memory.ts";
import { moveIn } from "./move-in.ts";
import { moveOut } from "./move-out.ts";
import { EventTiming } from "./timing/event.ts";
import type { Report } from "./timing/report.ts";

export class SystolicArray {
  readonly machine: SystolicMachine;
  readonly geometry: Geometry;
  readonly #dram: Dram;
  readonly #state: ArrayState;
  readonly #timing: EventTiming;

  /** An array fresh out of reset, described by a checked `machine`, before the memory of a run. */
  constructor(machine: SystolicMachine, dram: Dram) {
    this.machine = machine;
    this.geometry = geometryOf(machine);
    this.#dram = dram;
    this.#state = resetState(this.geometry, machine.dma.load_states);
    this.#timing = new EventTiming(machine);
  }

  /** Executes one command; a string names the command and the reason why nothing was done. */
  execute(command: Command): string | undefined {
    const effect = this.#perform(command);
    if (typeof effect === "string") return `${command.op}: ${effect}`;
    this.#timing.issue(command, effect);
    return undefined;
  }

  /** Executes commands in order up to the first that is refused. */
  executeAll(commands: Iterable<Command>): string | undefined {
    let index = 0;
    for (const command of commands) {
      const refused = this.execute(command);
      if (refused !== undefined) return `command ${index}: ${refused}`;
      index++;
    }
    return undefined;
  }

  /** Cycles, traffic and counts of what has been executed so far. */
  report(): Report {
    return this.#timing.report(this.#state.psumOverflows);
  }

  #perform(command: Command): Effect | string {
    const state = this.#state;
    switch (command.op) {
      case "config_ex":
      case "config_ld":
      case "config_st":
        return configure(state, this.machine, command) ?? NO_EFFECT;
      case "mvin":
        return moveIn(state, this.geometry, this.#dram, command);
      case "mvout":
        return moveOut(state, this.geometry, this.#dram, command);
      case "preload":
        return preload(state, this.geometry, command);
      case "compute_preloaded":
      case "compute_accumulated":
        return compute(state, this.geometry, command);
      case "flush":
      case "fence":
        return NO_EFFECT;
    }
  }
}
