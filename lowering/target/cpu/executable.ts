// A program on the CPU: host and kernels are one WebAssembly module, which the engine compiles and runs.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Machine } from "../../machine/schema.ts";
import type { BuildOutcome, RunSettings } from "../executable.ts";
import { buildHost } from "../host.ts";

export function buildExecutable(module: Operation, machine: Machine, settings: RunSettings): BuildOutcome {
  if (machine.schema !== "cpu-hw/1") throw new Error(`'${machine.name}' is no CPU`);
  const built = buildHost(module, settings);
  if (!built.ok) return built;
  const { host } = built;
  return {
    ok: true,
    executable: {
      run: (inputs) => {
        const outcome = host.run(inputs, (kernel) => {
          throw new Error(`the CPU's host launched '${kernel}', which should be a function of its own`);
        });
        if (!outcome.ok) return Promise.resolve(outcome);
        const { results, milliseconds } = outcome;
        return Promise.resolve({
          ok: true,
          results,
          report: { machine: machine.name, milliseconds, counters: { "bytes of WebAssembly": host.bytes } },
        });
      },
    },
  };
}
