// Steps that take arguments and results from functions, and from their callers.
import type { Operation } from "../../core/operation.ts";
import { visibleOps } from "../visible-ops.ts";
import { CallableOpInterface } from "../../define/op-interfaces.ts";
import {
  callersOf,
  entryOf,
  eraseArgument,
  eraseFunctionResult,
  signatureOf,
} from "../../rewrite/function-signature.ts";
import { anything, replaceValues } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

const callables = (module: Operation): Operation[] =>
  visibleOps(module).filter((op) => op !== module && CallableOpInterface.of(op) !== undefined);

/** One edit for each argument or result, the last first, so that those before it keep their numbers. */
function fromLast(count: number, edit: (index: number) => Edit): Edit[] {
  return Array.from({ length: count }, (_, i) => edit(count - 1 - i));
}

export const dropArguments: Step = {
  name: "drop function arguments",
  summary: "a function and its calls have an argument less",
  edits: (module) =>
    callables(module).flatMap((op) => {
      const entry = entryOf(op);
      const count = signatureOf(op)?.inputs.length ?? 0;
      return fromLast(count, (index) => {
        const value = entry?.arguments[index];
        return () => {
          if (!op.isWithin(module)) return false;
          if (value === undefined) return eraseArgument(op, index);
          const at = entry?.firstOp ?? null;
          if (at === null || entry?.arguments[value.index] !== value || !replaceValues(at, [value], anything))
            return false;
          return eraseArgument(op, value.index);
        };
      });
    }),
};

export const dropFunctionResults: Step = {
  name: "drop function results",
  summary: "a function, its returns and its calls have a result less",
  edits: (module) =>
    callables(module).flatMap((op) => {
      const count = signatureOf(op)?.results.length ?? 0;
      return fromLast(count, (index) => () => {
        if (!op.isWithin(module) || index >= (signatureOf(op)?.results.length ?? 0)) return false;
        for (const { call } of callersOf(op)) {
          const result = call.results[index];
          if (result !== undefined && !replaceValues(call, [result], anything)) return false;
        }
        return eraseFunctionResult(op, index);
      });
    }),
};
