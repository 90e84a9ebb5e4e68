// tile.launch: runs a kernel once per point of a grid.
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import { AnyType, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { launchAssembly } from "../../ir/define/launch-syntax.ts";
import { LaunchOpInterface, MemoryEffects, type Launch, type MemoryEffect } from "../../ir/define/op-interfaces.ts";
import { StringArrayProperty, SymbolRefProperty, withDefault } from "../../ir/define/properties.ts";
import {
  control,
  type Computation,
  type ControlMeaning,
  type Execution,
  type RuntimeValue,
} from "../../ir/interpret/meaning.ts";
import { describeConflict } from "../../ir/interpret/memory.ts";
import { KernelOp } from "./kernel.ts";
import { flatten, PROGRAM, PROGRAM_ORDER, unflatten, type ProgramOrder } from "./program.ts";
import { generateLaunch } from "./generation.ts";
import { kernelExample } from "./examples.ts";

type PreparedControl = ReturnType<ControlMeaning["prepare"]>;

/** The kernel that a launch names. */
export function kernelOf(launch: Operation): Operation | undefined {
  const view = LaunchOp.match(launch);
  const found = view && resolveSymbol(launch, view.callee);
  return KernelOp.match(found) && found;
}

function launchOf(op: Operation): Launch {
  const { callee, grid, args } = LaunchOp.match(op)!;
  return { callee, grid, args };
}

function effectsOf(op: Operation): readonly MemoryEffect[] {
  const view = LaunchOp.match(op)!;
  const access = KernelOp.match(kernelOf(op))?.argAccess ?? [];
  return view.args.flatMap((value, i): MemoryEffect[] => {
    if (value.type.kind !== "memref") return [];
    const word = access[i] ?? "readwrite";
    return [
      ...(word === "read" || word === "readwrite" ? [{ effect: "read" as const, value }] : []),
      ...(word === "write" || word === "readwrite" ? [{ effect: "write" as const, value }] : []),
    ];
  });
}

/**
 * Runs the programs one after another. Two that write one byte are undefined behaviour, which this reports, unless they differ in
 * sequential axes only.
 */
function* runGrid(
  kernel: Operation,
  grid: readonly number[],
  axes: readonly string[],
  args: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  const free = grid.map((extent, d) => (axes[d] === "sequential" ? 1 : extent));
  const count = grid.reduce((product, extent) => product * extent, 1);
  const order = run.state<ProgramOrder>(PROGRAM_ORDER, () => () => undefined)(count);
  const { memory } = run;
  const tracked = memory.trackWriters();
  try {
    for (let step = 0; step < count; step++) {
      const position = order?.[step] ?? step;
      const ids = unflatten(position, grid);
      tracked.writer = flatten(ids, free);
      const mark = memory.allocations.length;
      yield* run.withState(PROGRAM, { ids, grid }, () => run.runCallable(kernel, args));
      for (let i = memory.allocations.length - 1; i >= mark; i--) memory.free(memory.allocations[i]!);
      const conflict = describeConflict(
        tracked,
        memory,
        (a, b) => `programs (${unflatten(a, free).join(", ")}) and (${unflatten(b, free).join(", ")})`,
      );
      if (conflict !== undefined) return run.undefinedBehavior(conflict);
    }
  } finally {
    memory.endTracking();
  }
  return [];
}

function prepareLaunch(op: Operation): PreparedControl {
  const view = LaunchOp.match(op)!;
  const rank = view.grid.length;
  const sequential = view.axes.includes("sequential");
  const kernel = kernelOf(op);
  return function* (operands, run) {
    if (kernel === undefined) return run.undefinedBehavior(`there is no kernel '@${view.callee}'`);
    const grid = operands.slice(0, rank).map(Number);
    if (grid.some((extent) => extent < 0))
      return run.undefinedBehavior(`the grid (${grid.join(", ")}) has a negative extent`);
    const body = (): Computation<readonly RuntimeValue[]> =>
      runGrid(kernel, grid, view.axes, operands.slice(rank), run);
    return yield* sequential ? run.withState(PROGRAM_ORDER, () => undefined, body) : body();
  };
}

export const LaunchOp = defineOp({
  name: "tile.launch",
  summary: "Runs a kernel once per point of a grid.",
  example: kernelExample,
  operands: { grid: variadic(Index), args: variadic(AnyType) },
  properties: { callee: SymbolRefProperty, axes: withDefault(StringArrayProperty, []) },
  interfaces: [MemoryEffects.with(effectsOf), LaunchOpInterface.with(launchOf)],
  assemblyFormat: launchAssembly,
  verify: ({ grid, axes }) => {
    if (axes.length > 0 && axes.length !== grid.length)
      return `requires one axis kind per grid dimension, but got ${axes.length} for ${grid.length}`;
    const wrong = axes.find((axis) => axis !== "parallel" && axis !== "sequential");
    return wrong === undefined ? undefined : `requires axes of parallel, sequential, but got '${wrong}'`;
  },
  verifySymbols: ({ op, callee, args }) => {
    const kernel = KernelOp.match(kernelOf(op));
    if (kernel === undefined) return `'@${callee}' does not reference a tile.kernel`;
    const { inputs } = kernel.functionType;
    if (inputs.length !== args.length) return `passes ${args.length} arguments, but '@${callee}' has ${inputs.length}`;
    const wrong = args.findIndex((value, i) => value.type !== inputs[i]);
    return wrong < 0 ? undefined : `argument #${wrong} has another type than '@${callee}' declares`;
  },
  generate: generateLaunch,
  meaning: control(prepareLaunch),
});
