// convert-gpu-to-simt: functions of the device become kernels of the virtual instruction set, and their launches launches of those.
import { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { symbolName, uniqueSymbolName } from "../../../ir/core/symbol-table.ts";
import { opsNamed, walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { kernelOf } from "../../../dialects/gpu/index.ts";
import { expand, expandMath, isExpandable } from "../math-to-arith/expand-math.ts";
import { convertKernel, kernelProblems } from "./convert-kernel.ts";
import { mayContract } from "./fused-rules.ts";
import { fusedTerms } from "./fused-terms.ts";
import type { LaunchBounds } from "./kernel-code.ts";
import { refusalOf } from "./rules.ts";
import { boundsOf, convertLaunch, launchProblems } from "./launches.ts";

export const convertGpuToSimt = definePass({
  name: "convert-gpu-to-simt",
  summary: "Converts gpu kernels to the simt instruction set.",
  description:
    "Buffers are addresses, indices sums whose constant part is an access's offset, in 32 bits where they provably fit. " +
    "Integer arithmetic is made once, outside of the loops that it does not depend on. Functions of math use the special function unit.",
  anchor: "builtin.module",
  dependentDialects: ["simt", "memref", "arith"],
  tolerance: (op) =>
    // A product that its sum makes is not rounded.
    op.name === "arith.addf" && mayContract(op) ? { terms: fusedTerms(op) } : expandMath.tolerance?.(op),
  run: (module, { fail }) => {
    const funcs = opsNamed(module, "gpu.func");
    const launches = opsNamed(module, "gpu.launch_func");
    expandFunctions(funcs);
    const problems: Diagnostic[] = [...funcs.flatMap(kernelProblems), ...launches.flatMap(launchProblems)];
    const bounds = new Map<Operation, LaunchBounds>();
    for (const func of funcs) {
      const found = boundsOf(func, launches.filter((launch) => kernelOf(launch) === func)); // prettier-ignore
      if ("message" in found) problems.push(found);
      else bounds.set(func, found);
    }
    for (const launch of launches) {
      if (kernelOf(launch) === undefined)
        problems.push(errorAt(launch.location, "'gpu.launch_func' op names a kernel that is not here"));
    }
    problems.forEach((problem) => {
      fail(problem);
    });
    if (problems.length === 0) convert(module, bounds, launches);
  },
});

/** What neither an instruction nor the special function unit does becomes arithmetic, where that is known. */
function expandFunctions(funcs: readonly Operation[]): void {
  for (const func of funcs) {
    const lacking = [...walk(func)].filter((op) => op !== func && refusalOf(op) !== undefined && isExpandable(op));
    lacking.forEach(expand);
  }
}

function convert(
  module: Operation,
  bounds: ReadonlyMap<Operation, LaunchBounds>,
  launches: readonly Operation[],
): void {
  const containers = opsNamed(module, "gpu.module");
  const [first] = containers;
  if (first === undefined) return;
  const builder = OpBuilder.before(first);
  const names = new Map<Operation, string>();
  for (const [func, known] of bounds) {
    const name = uniqueSymbolName(module, symbolName(func) ?? "kernel");
    convertKernel(builder, func, name, known);
    names.set(func, name);
  }
  for (const launch of launches) convertLaunch(launch, names.get(kernelOf(launch)!)!);
  for (const container of containers) container.erase();
  module.setAttribute("gpu.container_module", undefined);
}
