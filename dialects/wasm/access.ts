// Addresses of the one memory: the bounds check of an access, and meanings of loads and stores.
import type { Operation } from "../../ir/core/operation.ts";
import { effect, type EffectMeaning, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { Allocation } from "../../ir/interpret/memory.ts";
import { expectNumber } from "../../ir/interpret/operand.ts";
import { integerImmediate } from "./immediates.ts";

type Locate = (run: Execution, address: RuntimeValue | undefined) => number;

/**
 * The effective address of an access of `bytes` bytes. Outside every live allocation it is undefined behaviour: WebAssembly traps only
 * past the end of memory, but no correct program relies on that. The last allocation is remembered.
 */
export function locate(op: Operation, bytes: number, writes: boolean): Locate {
  const offset = integerImmediate(op, "offset", 0);
  let last: Allocation | undefined;
  return (run, address) => {
    const at = (expectNumber(address, "address") >>> 0) + offset;
    if (last === undefined || !last.live || at < last.address || at + bytes > last.address + last.bytes) {
      last = allocationAt(run, at, bytes);
      if (writes && !last.writable) run.undefinedBehavior(`write of ${bytes} bytes at ${at}, in a constant buffer`);
    }
    return at;
  };
}

/** The live allocation that holds the bytes. */
export function allocationAt(run: Execution, at: number, bytes: number): Allocation {
  return (
    run.memory.find(at, bytes) ?? run.undefinedBehavior(`access of ${bytes} bytes at ${at}, outside every live buffer`)
  );
}

/** Says that bytes are about to be written. */
export function noteWrite(run: Execution, at: number, bytes: number): void {
  run.memory.noteWrite(at, bytes);
  run.memory.undefinedBytes.fill(0, at, at + bytes);
}

/** A load: `read` gets the memory, the address and the other operands. */
export function load(
  bytes: number,
  prepare: (op: Operation) => (view: DataView, at: number, operands: readonly RuntimeValue[]) => RuntimeValue,
): EffectMeaning {
  return effect((op) => {
    const address = locate(op, bytes, false);
    const read = prepare(op);
    return (operands, run) => {
      const at = address(run, operands[0]);
      return [read(run.memory.view, at, operands)];
    };
  });
}

/** A store of the second operand. */
export function store(
  bytes: number,
  prepare: (op: Operation) => (view: DataView, at: number, value: RuntimeValue | undefined) => void,
): EffectMeaning {
  return effect((op) => {
    const address = locate(op, bytes, true);
    const write = prepare(op);
    return (operands, run) => {
      const at = address(run, operands[0]);
      noteWrite(run, at, bytes);
      write(run.memory.view, at, operands[1]);
      return [];
    };
  });
}
