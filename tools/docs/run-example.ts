// Runs the functions of an example in the interpreter, on inputs that are the same each time.
import { inputsOfTypes } from "../../ir/check/inputs.ts";
import { seededSource } from "../../ir/check/random-source.ts";
import { Program } from "../../ir/check/run-program.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { CallableOpInterface } from "../../ir/define/op-interfaces.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { errorMessage } from "../command/failure.ts";

const RUNS = 4;
const FUEL = 1e5;

export interface RunExample {
  /** What the interpreter threw: a bug of a meaning. */
  readonly crash?: string;
  /** Whether some function of it ran to its end. */
  readonly runs: boolean;
}

export function runExample(module: Operation): RunExample {
  let runs = false;
  for (const op of module.region().entry.ops()) {
    const body = CallableOpInterface.of(op)?.(op);
    if (body === undefined || body.isEmpty) continue;
    try {
      const program = new Program(module, op, interpreterFor);
      for (let seed = 1; seed <= RUNS; seed++) {
        const inputs = inputsOfTypes(program.argumentTypes, seededSource(seed), { aliasing: false });
        if ("unsupported" in inputs) break;
        const { outcome } = program.run(inputs, FUEL);
        if (outcome.kind === "crashed") return { runs, crash: outcome.reason };
        runs ||= outcome.kind === "values";
      }
    } catch (error) {
      return { runs, crash: errorMessage(error) };
    }
  }
  return { runs };
}
