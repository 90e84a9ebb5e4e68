// A target as a subject: the program compiled for a machine and run there, against the interpreter's results.
import { inputsFor } from "../../ir/check/fuzz/examine.ts";
import type { Refusals } from "../../ir/check/fuzz/pass-subject.ts";
import type { Application, AsyncSubject } from "../../ir/check/fuzz/subject.ts";
import { thrownText } from "../../ir/check/fuzz/subject.ts";
import { isDense, type Input } from "../../ir/check/buffer-input.ts";
import { refineDense } from "../../ir/check/refinement.ts";
import { Program } from "../../ir/check/run-program.ts";
import { cloneOp } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../ir/core/symbol-table.ts";
import { isScalar } from "../../ir/interpret/operand.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { Type } from "../../ir/core/types.ts";
import { compileProgram } from "../../lowering/target/compile.ts";
import { isTarget } from "../../lowering/target/targets.ts";
import { sharedRegistry } from "../library/context.ts";
import { entryPoint } from "../run/entry-point.ts";
import { isFailure } from "../command/failure.ts";

const FUEL = 100_000;
const INPUTS = 3;
/** What regrouping of sums and another mathematics library may make of floats. */
const tolerance = { relative: 1e-4, absolute: 1e-5 };

export function targetSubject(target: string, refusals: Refusals): AsyncSubject {
  const decline = (reason: string): Application => {
    refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
    return { fired: new Map() };
  };
  return {
    name: target,
    apply: async (module) => {
      const entry = entryPoint(module, "main", true);
      if (!isTarget(target) || isFailure(entry)) return decline("the entry's arguments or results are no arrays");
      const inputs = inputsFor(module, "main", 1, { inputs: INPUTS });
      if ("unsupported" in inputs) return decline(inputs.unsupported);
      const fired = new Map([[target, 1]]);
      try {
        const compiled = await compileProgram(cloneOp(module), sharedRegistry(), {
          target,
          entry: entry.name,
          signature: entry.signature,
        });
        if (!compiled.ok) return decline(compiled.diagnostics[0]?.message ?? "no message");
        for (const input of inputs) {
          const expected = interpret(module, input);
          if (expected === undefined) continue;
          const outcome = await compiled.executable.run(
            input.map((value, i) => asArray(value, entry.signature.inputs[i])),
          );
          const reason = outcome.ok
            ? mismatch(expected, outcome.results, entry.signature.results)
            : outcome.diagnostics[0]?.message;
          if (reason !== undefined) return { fired, problem: { kind: "miscompile", reason, rules: [target] } };
        }
        return { fired };
      } catch (error) {
        return { fired, problem: { kind: "crash", reason: thrownText(error), rules: [target] } };
      }
    },
  };
}

/** The interpreter's results; undefined where they say nothing. */
function interpret(module: Operation, input: readonly Input[]): readonly RuntimeValue[] | undefined {
  const callable = lookupSymbolIn(module, "main");
  const outcome = callable && new Program(module, callable).run(input, FUEL).outcome;
  return outcome?.kind === "values" ? outcome.values : undefined;
}

function asArray(value: Input | RuntimeValue, type: Type | undefined): DenseValue {
  if (isDense(value)) return value;
  if (type === undefined || (typeof value === "object" && "kind" in value)) throw new Error("the argument is no array");
  return DenseValue.splat([], type, value);
}

function mismatch(
  expected: readonly RuntimeValue[],
  found: readonly DenseValue[],
  types: readonly Type[],
): string | undefined {
  for (const [i, was] of expected.entries()) {
    const is = found[i];
    if (is === undefined) return `there is no result ${i}`;
    if (!isDense(was) && !isScalar(was)) continue;
    const reason = refineDense(asArray(was, types[i]), is, tolerance);
    if (reason !== undefined) return `result ${i}: ${reason}`;
  }
  return undefined;
}
