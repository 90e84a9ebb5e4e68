// An interpreter for a module at any level, with the devices and launches that its machine dialects need.
import type { Operation } from "../ir/core/operation.ts";
import { bitWidth } from "../ir/core/types.ts";
import { runInOrder } from "../ir/define/launch-syntax.ts";
import { Interpreter, type InterpreterOptions } from "../ir/interpret/interpreter.ts";
import { Memory } from "../ir/interpret/memory.ts";
import { KernelOp as SimtKernelOp, runLaunch } from "../dialects/simt/index.ts";
import { KernelOp as SystolicKernelOp, SYSTOLIC_DEVICE } from "../dialects/systolic/index.ts";
import { IMPORTS, initializeMemory, type Import } from "../dialects/wasm/index.ts";
import { machineOf } from "./machine/module-machine.ts";
import { arrayOn } from "./target/systolic/device.ts";

/** An interpreter before a fresh memory in which the module's static part is laid out. */
export function interpreterFor(module: Operation, options: Partial<InterpreterOptions> = {}): Interpreter {
  const memory = options.memory ?? new Memory();
  const problem = initializeMemory(module, memory);
  if (problem !== undefined) throw new Error(problem);
  return new Interpreter({
    ...options,
    context: module.context,
    memory,
    states: [...statesFor(module, memory), ...(options.states ?? [])],
  });
}

/** Simulated devices, and what the host's imports launch. */
function statesFor(module: Operation, memory: Memory): [string, unknown][] {
  const imports = new Map<string, Import>();
  const states: [string, unknown][] = [[IMPORTS, imports]];
  for (const op of module.region().entry.ops()) {
    const simt = SimtKernelOp.match(op);
    if (simt !== undefined) {
      imports.set(`launch.${simt.symName}`, function* (args, run) {
        runLaunch(op, args, run);
        return [];
      });
    }
    const kernel = SystolicKernelOp.match(op);
    if (kernel === undefined) continue;
    const types = kernel.functionType.inputs;
    const wide = (i: number): boolean => types[i]?.kind === "integer" && bitWidth(types[i]) === 64;
    // The host passes grid extents, then addresses and scalars.
    imports.set(`launch.${kernel.symName}`, function* (args, run) {
      const values = args.map((value, i) =>
        i < kernel.gridRank ? value : typeof value === "number" && wide(i) ? BigInt(value) : value,
      );
      const rest = values.slice(kernel.gridRank);
      yield* runInOrder(values.slice(0, kernel.gridRank).map(Number), (ids) => run.runCallable(op, [...ids, ...rest]));
      return [];
    });
    const found = machineOf(module);
    if (states.length === 1 && found.ok && found.machine.schema === "npu-hw/1")
      states.push([SYSTOLIC_DEVICE, arrayOn(memory, found.machine)]);
  }
  return states;
}
