// What the conversion refuses, all of it, found before anything is converted.
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { symbolVisibility } from "../../../ir/core/symbol-table.ts";
import { walk } from "../../../ir/core/walk.ts";
import { GlobalOp } from "../../../dialects/memref/index.ts";
import type { Kernels } from "./control/calls.ts";
import { elementOf } from "./element.ts";
import { entryTypeProblem, typeProblem } from "./lowered.ts";
import type { FindRule } from "./rule.ts";
import { terminators } from "./table.ts";

const refusal = (op: Operation, why: string): Diagnostic =>
  errorAt(op.location, `'${op.name}' op cannot be converted to WebAssembly: ${why}`);

/** Why one op inside a function is refused. */
function opProblem(op: Operation, rules: FindRule): string | undefined {
  for (const { type } of [...op.operands, ...op.results]) {
    const problem = typeProblem(type);
    if (problem !== undefined) return problem;
  }
  if (terminators.has(op.name)) return undefined;
  const rule = rules(op);
  return rule === undefined ? "there is no rule for it" : rule.refuse?.(op);
}

function functionProblem(op: Operation): string | undefined {
  const body = op.region();
  if (body.isEmpty) return "it has no body";
  if (body.blocks.length > 1) return "it has several blocks";
  const isOpen = op.name === "func.func" && symbolVisibility(op) === "public";
  const check = isOpen ? entryTypeProblem : typeProblem;
  if (!body.entry.lastOp?.hasTrait("Terminator")) return "it has no terminator";
  const results = body.entry.terminator.operands;
  if (results.some((value) => value.type.kind === "memref"))
    return "it returns a buffer: run 'buffer-results-to-out-params'";
  return [...body.entry.arguments, ...results]
    .map((value) => check(value.type))
    .find((problem) => problem !== undefined);
}

function globalProblem(op: Operation): string | undefined {
  const view = GlobalOp.match(op);
  if (view === undefined || view.type.kind !== "memref") return "it is no buffer";
  const problem = typeProblem(view.type);
  if (problem !== undefined) return problem;
  if (view.type.layout !== undefined) return "its layout is not the identity";
  if (view.initialValue === undefined) return "it is defined elsewhere";
  if (view.initialValue.kind === "unit") return undefined;
  if (view.initialValue.kind !== "dense") return "its contents are not in the module";
  return elementOf(view.type.element) === undefined ? "its elements have no form in WebAssembly" : undefined;
}

/** Every op of the module that cannot be converted. */
export function findRefusals(module: Operation, rules: FindRule, kernels: Kernels): Diagnostic[] {
  const found: Diagnostic[] = [];
  const note = (op: Operation, problem: string | undefined): void => {
    if (problem !== undefined) found.push(refusal(op, problem));
  };
  for (const op of module.region().entry.ops()) {
    if (op.name === "memref.global") note(op, globalProblem(op));
    else if (op.name === "func.func" || op.name === "tile.kernel") {
      if (op.name === "tile.kernel" && kernels === "import") continue;
      note(op, functionProblem(op));
      for (const inner of walk(op)) if (inner !== op) note(inner, opProblem(inner, rules));
    } else if (op.definition.dialect !== "wasm" && !(kernels === "import" && isForeign(op)))
      note(op, "it is no function, kernel or global");
  }
  return found;
}

/** What another target left in the module. */
export const isForeign = (op: Operation): boolean =>
  !["func", "memref", "tile"].includes(op.definition.dialect) || op.name === "tile.kernel";
