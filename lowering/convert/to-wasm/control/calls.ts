// Rules of calls and of launches: a launch is a loop nest over the grid on this machine, or a call of the embedder on others.
import { symbolRefAttr } from "../../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { symbolName } from "../../../../ir/core/symbol-table.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { walk } from "../../../../ir/core/walk.ts";
import { LaunchOpInterface } from "../../../../ir/define/op-interfaces.ts";
import { constantIndex } from "../../../../ir/define/offset-size-stride.ts";
import { kernelOf, LaunchOp, NumProgramsOp, ProgramIdOp } from "../../../../dialects/tile/index.ts";
import { CallOp as FuncCallOp } from "../../../../dialects/func/index.ts";
import { CallOp } from "../../../../dialects/wasm/index.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import type { Rule, RuleTable } from "../rule.ts";

const calleeOf = (op: Operation): string => {
  const attribute = op.attribute("callee");
  return attribute?.kind === "symbol" ? attribute.root : "";
};

function lowerCall(op: Operation, f: FunctionLowering): void {
  const view = FuncCallOp.match(op);
  if (view === undefined) throw new Error("expected a call");
  const resultTypes = view.results.flatMap((value) => [...f.flatTypes(value.type)]);
  const operands = f.flatAll(view.operands);
  const call = CallOp.build(f.emitter.builder, {
    callee: symbolRefAttr(f.module.context, calleeOf(op)),
    operands,
    resultTypes,
  });
  f.bindAll(view.results, call.results);
}

/** How many dimensions of the grid a kernel asks for. */
export function gridRank(kernel: Operation): number {
  let rank = 0;
  for (const op of walk(kernel)) {
    const dimension = (ProgramIdOp.match(op) ?? NumProgramsOp.match(op))?.dimension;
    if (dimension !== undefined) rank = Math.max(rank, dimension + 1);
  }
  return rank;
}

/** A kernel's function takes ids, then extents, then the launch's arguments. */
function launchHere(op: Operation, f: FunctionLowering, kernel: Operation): void {
  const view = LaunchOp.match(op);
  if (view === undefined) throw new Error("expected a launch");
  const { emitter } = f;
  const rank = gridRank(kernel);
  const extents = view.grid.map((value) => f.scalar(value));
  const args = f.flatAll(view.args);
  const callee = symbolRefAttr(f.module.context, symbolName(kernel) ?? "");
  const nest = (d: number, ids: readonly Value[]): void => {
    const extent = extents[d];
    const size = view.grid[d];
    if (extent === undefined || size === undefined) {
      CallOp.build(emitter.builder, {
        callee,
        operands: [...ids.slice(0, rank), ...extents.slice(0, rank), ...args],
        resultTypes: [],
      });
      return;
    }
    const known = constantIndex(size);
    emitter.countedLoop(
      { from: emitter.i64(0), to: extent, step: emitter.i64(1), entered: known !== undefined && known > 0 },
      [],
      (iv) => {
        nest(d + 1, [...ids, iv]);
        return [];
      },
    );
  };
  nest(0, []);
}

/** The import takes the grid's extents, then the launch's arguments. */
function launchElsewhere(op: Operation, f: FunctionLowering): void {
  const launch = LaunchOpInterface.of(op)?.(op);
  if (launch === undefined) throw new Error("expected a launch");
  const operands = [...launch.grid.map((value) => f.scalar(value)), ...f.flatAll(launch.args)];
  const name = f.module.launchImport(
    launch.callee,
    operands.map((value) => value.type),
  );
  CallOp.build(f.emitter.builder, { callee: symbolRefAttr(f.module.context, name), operands, resultTypes: [] });
}

/** `kernels`: compiled into this module, or launched through the embedder. */
export type Kernels = "inline" | "import";

const programValue = (op: Operation, values: readonly Value[], dimension: number, f: FunctionLowering): void => {
  const value = values[dimension];
  if (value === undefined) throw new Error("a kernel has a parameter for each dimension that it asks for");
  f.addresses.noteNonNegative(value);
  f.setScalar(op.result(), value);
};

const insideKernel = (op: Operation): boolean => op.enclosing((around) => around.name === "tile.kernel") !== undefined;
const outsideProblem = (op: Operation): string | undefined =>
  insideKernel(op) ? undefined : "a program id outside of a kernel";

/** Why a launch is refused here: its grid has fewer dimensions than the kernel asks for, or there is no kernel. */
function launchProblem(op: Operation): string | undefined {
  const kernel = kernelOf(op);
  const view = LaunchOp.match(op);
  if (kernel === undefined || view === undefined) return "a launch of a kernel that is not compiled here";
  const rank = gridRank(kernel);
  return view.grid.length < rank
    ? `a grid of rank ${view.grid.length} for a kernel that asks for ${rank} dimensions`
    : undefined;
}

const launchRules: Readonly<Record<Kernels, Rule>> = {
  inline: {
    refuse: launchProblem,
    lower: (op, f) => {
      const kernel = kernelOf(op);
      if (kernel === undefined) throw new Error("a launch was not refused");
      launchHere(op, f, kernel);
    },
  },
  import: { lower: launchElsewhere },
};

/** The rule of an op that launches, whatever machine's it is. */
export const launchRule = (op: Operation, kernels: Kernels): Rule | undefined =>
  LaunchOpInterface.of(op) === undefined ? undefined : launchRules[kernels];

export const callRules: RuleTable = {
  "func.call": { lower: lowerCall },
  "tile.program_id": {
    refuse: outsideProblem,
    lower: (op, f) => {
      programValue(op, f.programIds, ProgramIdOp.match(op)?.dimension ?? 0, f);
    },
  },
  "tile.num_programs": {
    refuse: outsideProblem,
    lower: (op, f) => {
      programValue(op, f.programCounts, NumProgramsOp.match(op)?.dimension ?? 0, f);
    },
  },
};
