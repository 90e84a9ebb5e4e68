// What the launches of a kernel say about it, and what they become.
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { isIdentityLayout } from "../../../ir/core/strided-layout.ts";
import { f32, i32 } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantIndex } from "../../../ir/define/offset-size-stride.ts";
import { constantIndexOp, ExtFOp, ExtSIOp, ExtUIOp } from "../../../dialects/arith/index.ts";
import { GPUFuncOp, LaunchFuncOp, type Dimension } from "../../../dialects/gpu/index.ts";
import { DimOp } from "../../../dialects/memref/index.ts";
import { LaunchOp } from "../../../dialects/simt/index.ts";
import type { LaunchBounds } from "./kernel-code.ts";
import { narrowBits, narrowFloat, registerOf } from "./register.ts";

/** Blocks that a launch may have along a dimension, whatever its size is. */
const MOST_BLOCKS = 2147483647;

type Triple = Readonly<Record<Dimension, number>>;

/** The largest grid of the launches, and their blocks, which must be one. */
export function boundsOf(func: Operation, launches: readonly Operation[]): LaunchBounds | Diagnostic {
  const views = launches.flatMap((op) => LaunchFuncOp.match(op) ?? []);
  const largest = (pick: (view: (typeof views)[number]) => Value): number =>
    views.length === 0 ? MOST_BLOCKS : Math.max(...views.map((view) => constantIndex(pick(view)) ?? MOST_BLOCKS));
  const blocks: Triple = {
    x: largest((v) => v.gridSizeX),
    y: largest((v) => v.gridSizeY),
    z: largest((v) => v.gridSizeZ),
  };
  const known = GPUFuncOp.match(func)!.knownBlockSize;
  const sizes = views.map((view) =>
    [view.blockSizeX, view.blockSizeY, view.blockSizeZ].map((size) => constantIndex(size)),
  );
  const [x, y, z] = known ?? sizes[0] ?? [];
  if (x === undefined || y === undefined || z === undefined)
    return errorAt(func.location, "'gpu.func' op has a block whose size is not constant: the instruction set needs it");
  const other = sizes.findIndex(([a, b, c]) => a !== x || b !== y || c !== z);
  if (other >= 0)
    return errorAt(
      launches[other]!.location,
      `'gpu.launch_func' op has other blocks than (${x}, ${y}, ${z}), which its kernel has`,
    );
  return { blocks, threads: { x, y, z } };
}

/** Everything about a launch that the instruction set's launches lack. */
export function launchProblems(op: Operation): Diagnostic[] {
  const view = LaunchFuncOp.match(op)!;
  const refuse = (reason: string): Diagnostic =>
    errorAt(op.location, `'gpu.launch_func' op has no lowering to simt: ${reason}`);
  const problems: Diagnostic[] = [];
  if (view.asyncToken !== undefined || view.asyncDependencies.length > 0)
    problems.push(refuse("launches run in order, without tokens"));
  if (view.clusterSizeX !== undefined) problems.push(refuse("there are no clusters of blocks"));
  if (view.dynamicSharedMemorySize !== undefined) problems.push(refuse("the size of shared memory is the kernel's"));
  for (const [i, { type }] of view.kernelOperands.entries()) {
    if (type.kind === "memref" ? !isIdentityLayout(type) : registerOf(type) === undefined)
      problems.push(refuse(`argument #${i} is no whole buffer and no scalar`));
  }
  return problems;
}

/** A kernel argument as the parameters that it becomes: a buffer its address and the extents that its type does not state. */
function parametersOf(builder: OpBuilder, value: Value): Value[] {
  const { type } = value;
  if (type.kind === "memref") {
    const dynamic = type.shape.flatMap((extent, d) => (extent === DYNAMIC ? [d] : []));
    return [
      value,
      ...dynamic.map((d) => DimOp.build(builder, { source: value, index: constantIndexOp(builder, d) }).result),
    ];
  }
  if (registerOf(type) === "pred")
    return [ExtUIOp.build(builder, { in: value, resultTypes: [i32(builder.context)] }).out];
  if (narrowBits(type) !== undefined)
    return [ExtSIOp.build(builder, { in: value, resultTypes: [i32(builder.context)] }).out];
  if (narrowFloat(type) !== undefined)
    return [ExtFOp.build(builder, { in: value, resultTypes: [f32(builder.context)] }).out];
  return [value];
}

/** `gpu.launch_func @m::@k blocks in (...) threads in (...) args(...)` => `simt.launch @k grid(...) args(...)` */
export function convertLaunch(op: Operation, callee: string): void {
  const view = LaunchFuncOp.match(op)!;
  const builder = OpBuilder.before(op);
  const args = view.kernelOperands.flatMap((value) => parametersOf(builder, value));
  LaunchOp.build(builder, { gridX: view.gridSizeX, gridY: view.gridSizeY, gridZ: view.gridSizeZ, args, callee });
  op.erase();
}
