// gpu.launch_func and gpu.wait: runs a kernel for every thread of a grid of blocks.
import { denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import { i32, indexType } from "../../ir/core/type-constructors.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyType, I32, I64, Index, anyOf, optional, typeVariable, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { SymbolRefAttrProperty } from "../../ir/define/properties.ts";
import { control, effect, type ControlMeaning } from "../../ir/interpret/meaning.ts";
import { expectIndex } from "../../ir/interpret/operand.ts";
import type { OpParser, UnresolvedOperand } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { functionTypeOf } from "../func/index.ts";
import { AsyncTokenType } from "./attributes.ts";
import { isKernel } from "./function.ts";
import { runGrid } from "./run-grid.ts";
import { generateLaunchFunc } from "./generation.ts";
import { kernelExample } from "./example.ts";

type Prepared = ReturnType<ControlMeaning["prepare"]>;

/** The kernel that a launch names. */
export function kernelOf(launch: Operation): Operation | undefined {
  const kernel = launch.attribute("kernel");
  const found = kernel?.kind === "symbol" ? resolveSymbol(launch, kernel) : undefined;
  return found?.name === "gpu.func" ? found : undefined;
}

/** `async [%a, %b]` with its leading space. */
function printDependencies(p: OpPrinter, isAsync: boolean, dependencies: readonly Value[]): void {
  if (isAsync) p.text(" async");
  if (dependencies.length === 0) return;
  p.text(" [");
  p.values(dependencies);
  p.text("]");
}

interface Dependencies {
  readonly resultTypes: readonly Type[];
  readonly dependencies: readonly Value[];
}

function parseDependencies(p: OpParser): Dependencies {
  const token = AsyncTokenType.get(p.context);
  const resultTypes = p.accept("async") ? [token] : [];
  const dependencies = p.peek("[") ? p.commaList("[", "]", () => p.resolve(p.operand(), token)) : [];
  return { resultTypes, dependencies };
}

const LaunchSize = typeVariable("L", anyOf(Index, I32, I64));
const ClusterSize = typeVariable("C", anyOf(Index, I32, I64));

interface LaunchView {
  readonly op: Operation;
  readonly asyncDependencies: readonly Value[];
  readonly clusterSizeX: Value | undefined;
  readonly dynamicSharedMemorySize: Value | undefined;
  readonly kernelOperands: readonly Value[];
  readonly asyncObject: Value | undefined;
}

function printLaunch(op: Operation, p: OpPrinter): void {
  const view = LaunchFuncOp.match(op)!;
  const {
    gridSizeX,
    gridSizeY,
    gridSizeZ,
    blockSizeX,
    blockSizeY,
    blockSizeZ,
    kernel,
    kernelOperands,
    dynamicSharedMemorySize: dynamic,
  } = view;
  const triple = (keyword: string, ...sizes: readonly Value[]): void => {
    p.text(` ${keyword} in (`);
    p.values(sizes);
    p.text(")");
  };
  printDependencies(p, view.asyncToken !== undefined, view.asyncDependencies);
  if (view.asyncToken === undefined && view.asyncDependencies.length === 0) p.text(" ");
  p.text(" ");
  p.attribute(kernel);
  triple("blocks", gridSizeX, gridSizeY, gridSizeZ);
  triple("threads", blockSizeX, blockSizeY, blockSizeZ);
  p.text(" ");
  if (gridSizeX.type.kind !== "index") {
    p.text(": ");
    p.type(gridSizeX.type);
  }
  if (dynamic !== undefined) {
    p.text(" dynamic_shared_memory_size ");
    p.value(dynamic);
  }
  p.text(" ");
  if (kernelOperands.length > 0) {
    p.text("args(");
    p.list(kernelOperands, (value) => {
      p.value(value);
      p.text(" : ");
      p.type(value.type);
    });
    p.text(")");
  }
  p.attrDict(op, { elide: ["kernel", "operandSegmentSizes"] });
}

function parseTriple(p: OpParser, keyword: string): UnresolvedOperand[] {
  p.expect(keyword);
  p.expect("in");
  const at = p.position();
  const names = p.commaList("(", ")", () => p.operand());
  return names.length === 3 ? names : p.error("expected three sizes", at);
}

function parseLaunch(p: OpParser): OperationParts {
  const { resultTypes, dependencies } = parseDependencies(p);
  if (p.peek("<"))
    return p.error(
      "launches on a stream object are not supported: the interpreter and the targets run launches in order",
    );
  const kernel = p.attribute();
  if (p.peek("clusters")) return p.error("clusters of blocks are not supported: no machine here has them");
  const grid = parseTriple(p, "blocks");
  const block = parseTriple(p, "threads");
  const type = p.accept(":") ? p.type() : indexType(p.context);
  const dynamic = p.accept("dynamic_shared_memory_size") ? [p.resolve(p.operand(), i32(p.context))] : [];
  const args = p.accept("args")
    ? p.commaList("(", ")", () => {
        const operand = p.operand();
        p.expect(":");
        return p.resolve(operand, p.type());
      })
    : [];
  const segments = [dependencies.length, 1, 1, 1, 1, 1, 1, 0, 0, 0, dynamic.length, args.length, 0];
  return {
    operands: [...dependencies, ...[...grid, ...block].map((name) => p.resolve(name, type)), ...dynamic, ...args],
    resultTypes,
    properties: { kernel, operandSegmentSizes: denseArrayAttr(i32(p.context), segments) },
    attributes: p.optionalAttrDict(),
  };
}

function prepareLaunch(op: Operation): Prepared {
  const view = LaunchFuncOp.match(op)!;
  const first = view.asyncDependencies.length;
  const { clusterSizeX, asyncObject, dynamicSharedMemorySize } = view;
  const args = op.operandCount - view.kernelOperands.length;
  const kernel = kernelOf(op);
  return function* (operands, run) {
    if (kernel === undefined) return run.undefinedBehavior("there is no kernel of this name");
    if (clusterSizeX !== undefined) return run.unsupported("clusters of blocks have no meaning here");
    if (asyncObject !== undefined) return run.unsupported("launches on a stream object have no meaning here");
    const sizes = operands.slice(first, first + 6).map((size) => expectIndex(size, "launch size"));
    const [gx = 1, gy = 1, gz = 1, bx = 1, by = 1, bz = 1] = sizes;
    if (sizes.some((size) => size < 0))
      return run.undefinedBehavior(`the launch of (${sizes.join(", ")}) has a negative size`);
    const dynamicBytes =
      dynamicSharedMemorySize === undefined ? 0 : expectIndex(operands[args - 1], "shared memory size");
    yield* runGrid(kernel, { x: gx, y: gy, z: gz }, { x: bx, y: by, z: bz }, dynamicBytes, operands.slice(args), run);
    return op.resultCount === 0 ? [] : [{ kind: "object", object: AsyncTokenType }];
  };
}

function containerProblem(op: Operation): string | undefined {
  const module = op.enclosing((outer) => outer.name === "builtin.module");
  if (module === undefined) return "expected to belong to a module";
  return module.attribute("gpu.container_module") === undefined
    ? "expected the closest surrounding module to have the 'gpu.container_module' attribute"
    : undefined;
}

function verifyKernel({ op, kernelOperands }: LaunchView): string | undefined {
  const kernel = kernelOf(op);
  const reference = op.attribute("kernel");
  const name =
    reference?.kind === "symbol" ? [reference.root, ...reference.nested].map((part) => `@${part}`).join("::") : "";
  if (kernel === undefined) return `kernel function '${name}' is undefined`;
  if (!isKernel(kernel)) return "kernel function is missing the 'gpu.kernel' attribute";
  const { inputs } = functionTypeOf(kernel);
  if (inputs.length !== kernelOperands.length)
    return `got ${kernelOperands.length} kernel operands but expected ${inputs.length}`;
  const wrong = inputs.findIndex((input, i) => input !== kernelOperands[i]?.type);
  return wrong < 0 ? undefined : `type of function argument ${wrong} does not match`;
}

const optionalCluster = optional(ClusterSize);

export const LaunchFuncOp = defineOp({
  name: "gpu.launch_func",
  summary: "Runs a kernel for every thread of a grid of blocks.",
  example: kernelExample,
  operands: {
    asyncDependencies: variadic(AsyncTokenType.constraint),
    gridSizeX: LaunchSize,
    gridSizeY: LaunchSize,
    gridSizeZ: LaunchSize,
    blockSizeX: LaunchSize,
    blockSizeY: LaunchSize,
    blockSizeZ: LaunchSize,
    clusterSizeX: optionalCluster,
    clusterSizeY: optionalCluster,
    clusterSizeZ: optionalCluster,
    dynamicSharedMemorySize: optional(I32),
    kernelOperands: variadic(AnyType),
    asyncObject: optional(AnyType),
  },
  properties: { kernel: SymbolRefAttrProperty },
  results: { asyncToken: optional(AsyncTokenType.constraint) },
  assemblyFormat: { print: printLaunch, parse: parseLaunch },
  verify: ({ op, kernel }) => {
    if (kernel.nested.length === 0) return "expected a nested reference to the kernel: @module::@kernel";
    return containerProblem(op);
  },
  verifySymbols: (view) => verifyKernel(view),
  generate: generateLaunchFunc,
  meaning: control(prepareLaunch),
});

export const WaitOp = defineOp({
  name: "gpu.wait",
  summary: "Waits for asynchronous ops; launches are in order, so they are done.",
  operands: { asyncDependencies: variadic(AsyncTokenType.constraint) },
  results: { asyncToken: optional(AsyncTokenType.constraint) },
  assemblyFormat: {
    print: (op, p) => {
      printDependencies(p, op.resultCount === 1, op.operands);
      p.attrDict(op);
    },
    parse: (p) => {
      const { resultTypes, dependencies } = parseDependencies(p);
      return { operands: dependencies, resultTypes, attributes: p.optionalAttrDict() };
    },
  },
  meaning: effect((op) => () => op.results.map(() => ({ kind: "object", object: AsyncTokenType }) as const)),
});
