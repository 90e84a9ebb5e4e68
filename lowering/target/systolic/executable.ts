// A program on a systolic array: the host in WebAssembly, each launch a controller that feeds the simulated array.
import { errorAt } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { gridPositions } from "../../../ir/define/launch-syntax.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { Interpreter } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { KernelOp, SYSTOLIC_DEVICE } from "../../../dialects/systolic/index.ts";
import type { Machine, SystolicMachine } from "../../machine/schema.ts";
import type { BuildOutcome, RunOutcome, RunSettings } from "../executable.ts";
import { buildHost, LaunchFailure, type Host, type SharedMemory } from "../host.ts";
import { SystolicArray } from "./simulator/array.ts";

export function buildExecutable(module: Operation, machine: Machine, settings: RunSettings): BuildOutcome {
  if (machine.schema !== "npu-hw/1") throw new Error(`'${machine.name}' is no systolic array`);
  const built = buildHost(module, settings);
  if (!built.ok) return built;
  return { ok: true, executable: { run: (inputs) => Promise.resolve(run(module, machine, built.host, inputs)) } };
}

type Inputs = Parameters<Host["run"]>[0];

function run(module: Operation, machine: SystolicMachine, host: Host, inputs: Inputs): RunOutcome {
  let array: SystolicArray | undefined;
  const outcome = host.run(inputs, (name, args, memory) => {
    array ??= arrayBefore(memory, machine);
    launch(module, name, args, array);
  });
  if (!outcome.ok) return outcome;
  const { results, milliseconds } = outcome;
  const report = array?.report();
  if (report === undefined)
    return {
      ok: true,
      results,
      report: { machine: machine.name, milliseconds, cycles: 0, multiplyAdds: 0, bytesMoved: 0 },
    };
  return {
    ok: true,
    results,
    report: {
      machine: machine.name,
      milliseconds,
      cycles: report.cycles,
      utilisation: report.utilisation,
      bytesMoved: report.dramBytesRead + report.dramBytesWritten,
      multiplyAdds: report.macs,
      counters: {
        "bytes read": report.dramBytesRead,
        "bytes written": report.dramBytesWritten,
        instructions: Object.values(report.instructions).reduce((sum, count) => sum + count, 0),
      },
    },
  };
}

/** The array before the run's memory. */
function arrayBefore(memory: SharedMemory, machine: SystolicMachine): SystolicArray {
  return new SystolicArray(machine, {
    get bytes() {
      return memory.bytes;
    },
    check: (address, length) =>
      length === 0 || memory.find(address, length) !== undefined
        ? undefined
        : `${length} bytes at ${address} are outside of every buffer`,
  });
}

/** Runs the controller's program for every position of the grid, in order. */
function launch(module: Operation, name: string, args: readonly (number | bigint)[], array: SystolicArray): void {
  const kernel = lookupSymbolIn(module, name);
  const view = KernelOp.match(kernel);
  if (kernel === undefined || view === undefined) throw new Error(`there is no kernel '@${name}'`);
  const types = view.functionType.inputs;
  const grid = args.slice(0, view.gridRank).map(Number);
  const rest = args.slice(grid.length).map((value, i): RuntimeValue => {
    const type = types[grid.length + i];
    return type?.kind === "integer" && type.width > 32 ? BigInt(value) : Number(value);
  });
  const interpreter = new Interpreter({ context: module.context, states: [[SYSTOLIC_DEVICE, array]] });
  for (const ids of gridPositions(grid)) {
    const outcome = interpreter.call(kernel, [...ids, ...rest]);
    if (outcome.kind !== "values")
      throw new LaunchFailure(errorAt(outcome.location, `'@${name}' stopped at '${outcome.op}': ${outcome.reason}`));
  }
}
