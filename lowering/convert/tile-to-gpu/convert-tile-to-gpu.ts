// convert-tile-to-gpu: every tile.kernel becomes a gpu.func whose block of threads does one program's work; launches follow.
//
//   tile.kernel @k(...)                      gpu.module @kernels { gpu.func @k(...) workgroup(...) kernel { ... } }
//   tile.launch @k grid(%m, %n) args(...) => gpu.launch_func @kernels::@k blocks in (%n, %m, %c1) threads in (%c128, %c1, %c1) args(...)
import { symbolRefAttr, unitAttr } from "../../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { symbolName, uniqueSymbolName } from "../../../ir/core/symbol-table.ts";
import { opsNamed, walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { constantIndexOp } from "../../../dialects/arith/index.ts";
import { GPUModuleOp, LaunchFuncOp } from "../../../dialects/gpu/index.ts";
import { kernelOf, LaunchOp } from "../../../dialects/tile/index.ts";
import { machineOf } from "../../machine/module-machine.ts";
import type { GpuMachine } from "../../machine/schema.ts";
import { sharedMemoryProblem } from "../../stage/shared-memory.ts";
import { convertKernel, type ConvertedKernel } from "./convert-kernel.ts";
import { refusalOf } from "./lowerings.ts";
import { foldGrid } from "./program-grid.ts";

export const convertTileToGpu = definePass({
  name: "convert-tile-to-gpu",
  summary: "Converts tile kernels to the gpu dialect: one program is one block of threads.",
  description:
    "Element e of a vector belongs to thread e mod T. Elements of other threads come through shared memory, between barriers.",
  anchor: "builtin.module",
  dependentDialects: ["gpu", "scf", "memref", "arith", "math"],
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    const { machine } = found;
    const kernels = opsNamed(module, "tile.kernel");
    if (kernels.length === 0) return;
    if (machine.schema !== "gpu-hw/1") {
      fail(errorAt(module.location, `'${machine.name}' is no GPU: its description is '${machine.schema}'`));
      return;
    }
    const problems = [...kernels.flatMap(refusals), ...launchProblems(module)];
    problems.forEach((problem) => {
      fail(problem);
    });
    if (problems.length === 0) convert(module, kernels, machine, fail);
  },
});

const nameOf = (op: Operation): string => symbolName(op) ?? "";

/** Everything in a kernel that threads cannot do. */
function refusals(kernel: Operation): Diagnostic[] {
  return [...walk(kernel)].flatMap((op) => {
    const reason = op === kernel ? undefined : refusalOf(op);
    return reason === undefined
      ? []
      : [errorAt(op.location, `'${op.name}' op in kernel '@${nameOf(kernel)}' has no lowering to gpu: ${reason}`)];
  });
}

/** The rank of the grid is a kernel's own: it says what its program ids are. */
function launchProblems(module: Operation): Diagnostic[] {
  const ranks = new Map<Operation, number>();
  return opsNamed(module, "tile.launch").flatMap((op) => {
    const launch = LaunchOp.match(op)!;
    const kernel = kernelOf(op);
    if (kernel === undefined) return [errorAt(op.location, `there is no kernel '@${launch.callee}'`)];
    const rank = launch.grid.length;
    const known = ranks.get(kernel) ?? rank;
    ranks.set(kernel, known);
    if (launch.axes.includes("sequential"))
      return [errorAt(op.location, "'tile.launch' op has a sequential axis: blocks of a GPU have no order")];
    return known === rank
      ? []
      : [
          errorAt(
            op.location,
            `'tile.launch' op has a grid of rank ${rank}, but '@${launch.callee}' is launched with rank ${known}, too`,
          ),
        ];
  });
}

function convert(
  module: Operation,
  kernels: readonly Operation[],
  machine: GpuMachine,
  fail: (diagnostic: Diagnostic) => void,
): void {
  const { context } = module;
  const container = uniqueSymbolName(module, "kernels");
  const launches = opsNamed(module, "tile.launch").map((op) => ({ op, kernel: kernelOf(op)! }));
  const builder = OpBuilder.before(kernels[0]!);
  const region = builder.regionWithBlock();
  GPUModuleOp.build(builder, { symName: container, bodyRegion: region });
  const inside = OpBuilder.atEnd(context, region.entry);
  const converted = new Map<Operation, ConvertedKernel>();
  for (const kernel of kernels) {
    const rank = launches.find((launch) => launch.kernel === kernel)?.op;
    const made = convertKernel(inside, kernel, rank === undefined ? 1 : LaunchOp.match(rank)!.grid.length, machine);
    converted.set(kernel, made);
    const problem = sharedMemoryProblem(made.buffers, machine);
    if (problem !== undefined) fail(errorAt(kernel.location, `kernel '@${nameOf(kernel)}' ${problem}`));
  }
  module.setAttribute("gpu.container_module", unitAttr(context));
  for (const { op, kernel } of launches) {
    const { grid, args } = LaunchOp.match(op)!;
    const before = OpBuilder.before(op);
    const { sizes, extents } = foldGrid(before, grid);
    const [gridSizeX, gridSizeY, gridSizeZ] = sizes;
    const one = constantIndexOp(before, 1);
    LaunchFuncOp.build(before, {
      kernel: symbolRefAttr(context, container, [nameOf(kernel)]),
      gridSizeX,
      gridSizeY,
      gridSizeZ,
      blockSizeX: constantIndexOp(before, converted.get(kernel)!.threads),
      blockSizeY: one,
      blockSizeZ: one,
      kernelOperands: [...args, ...extents],
      resultTypes: [],
    });
    op.erase();
  }
  for (const kernel of kernels) kernel.erase();
}
