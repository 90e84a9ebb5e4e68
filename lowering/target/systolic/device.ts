// A simulated array before the memory of an interpreter's run.
import type { Memory } from "../../../ir/interpret/memory.ts";
import type { SystolicMachine } from "../../machine/schema.ts";
import { SystolicArray } from "./simulator/array.ts";

/** An array whose DRAM is the run's memory: accesses stay inside live allocations, and what it writes counts as written. */
export function arrayOn(memory: Memory, machine: SystolicMachine): SystolicArray {
  return new SystolicArray(machine, {
    get bytes() {
      return memory.bytes;
    },
    check: (address, length, kind) => {
      if (length > 0 && memory.find(address, length) === undefined)
        return `${length} bytes at ${address} are outside of every buffer`;
      if (kind === "write") {
        memory.noteWrite(address, length);
        memory.undefinedBytes.fill(0, address, address + length);
      }
      return undefined;
    },
  });
}
