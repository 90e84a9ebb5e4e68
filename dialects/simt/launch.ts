// simt.launch: runs a kernel for every thread of a grid of blocks.
import { symbolRefAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import { byteWidth, type Type } from "../../ir/core/types.ts";
import { AnyType, anyOf, I32, I64, Index, typeVariable, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { LaunchOpInterface, MemoryEffects, type Launch } from "../../ir/define/op-interfaces.ts";
import { SymbolRefProperty } from "../../ir/define/properties.ts";
import { effect, type EffectMeaning, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectIndex, expectScalar } from "../../ir/interpret/operand.ts";
import { Unwind } from "../../ir/interpret/unwind.ts";
import { POISON } from "../../ir/interpret/value.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { KernelOp, shapeOf } from "./kernel.ts";
import { kindOfType, type RegisterKind } from "./types.ts";
import { runGrid, type KernelArgument } from "./warp/grid.ts";
import { kernelExample } from "./examples.ts";

/** The kernel that a launch names. */
export function kernelOf(launch: Operation): Operation | undefined {
  const view = LaunchOp.match(launch);
  const found = view && resolveSymbol(launch, view.callee);
  return KernelOp.match(found) && found;
}

/** State of a run: the seed of the order of blocks and warps; the order of their numbers when absent. */
export const ORDER = "simt.order";

/** What an argument is to a kernel's parameter: an address, a number. */
export function kernelArgument(
  value: RuntimeValue | undefined,
  kind: RegisterKind | undefined,
  run: Execution,
): KernelArgument {
  if (typeof value === "object" && "kind" in value && value.kind === "memref") {
    if (!value.allocation.live) return run.undefinedBehavior("the launch passes a buffer that is freed");
    return BigInt(value.base + value.offset * (byteWidth(value.element) ?? 0));
  }
  const scalar = expectScalar(value);
  if (scalar === POISON || typeof scalar === "object") return run.undefinedBehavior("the launch passes poison");
  if (kind === "i64") return BigInt(scalar);
  const number = Number(scalar);
  if (kind === "i32" && (number | 0) !== number)
    return run.undefinedBehavior(`the launch passes ${number}, which does not fit an i32`);
  return number;
}

/** Runs a kernel with a launch's operands: three extents of the grid, then the arguments. */
export function runLaunch(kernel: Operation, operands: readonly RuntimeValue[], run: Execution): void {
  const inputs = KernelOp.match(kernel)?.functionType.inputs ?? [];
  const [x = 0, y = 0, z = 0] = operands.slice(0, 3).map((extent) => expectIndex(extent, "grid extent"));
  if (x < 0 || y < 0 || z < 0) run.undefinedBehavior(`the grid (${x}, ${y}, ${z}) has a negative extent`);
  const args = inputs.map((type, i) => kernelArgument(operands[3 + i], kindOfType(type), run));
  const outcome = runGrid(kernel, shapeOf(kernel), [x, y, z], args, run.memory, {
    seed: run.state<number | undefined>(ORDER, () => undefined),
    checkWriters: true,
    // Registers know no poison: what nobody wrote reads as any bits, and matters only where it is used.
    allowUndefinedReads: true,
    spend: (units) => {
      run.spend(units);
    },
  });
  if (!outcome.ok) throw new Unwind("undefined-behavior", outcome.reason, outcome.op);
}

function prepareLaunch(op: Operation): ReturnType<EffectMeaning["prepare"]> {
  const kernel = kernelOf(op);
  return (operands, run) => {
    if (kernel === undefined) return run.undefinedBehavior("there is no kernel of this name");
    runLaunch(kernel, operands, run);
    return [];
  };
}

function accepts(parameter: Type, argument: Type): boolean {
  if (parameter === argument) return true;
  const kind = kindOfType(parameter);
  return (
    (kind === "i64" && argument.kind === "memref") || ((kind === "i64" || kind === "i32") && argument.kind === "index")
  );
}

function launchOf(op: Operation): Launch {
  const { callee, gridX, gridY, gridZ, args } = LaunchOp.match(op)!;
  return { callee, grid: [gridX, gridY, gridZ], args };
}

const GridExtent = typeVariable("G", anyOf(Index, I32, I64));

export const LaunchOp = defineOp({
  name: "simt.launch",
  summary: "Runs a kernel for every thread of a grid of blocks.",
  example: kernelExample,
  operands: { gridX: GridExtent, gridY: GridExtent, gridZ: GridExtent, args: variadic(AnyType) },
  properties: { callee: SymbolRefProperty },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }, { effect: "write" }]), LaunchOpInterface.with(launchOf)],
  assemblyFormat: {
    print: (op: Operation, p: OpPrinter): void => {
      const { callee, gridX, gridY, gridZ, args } = LaunchOp.match(op)!;
      p.text(" ");
      p.symbol(callee);
      p.text(" grid(");
      p.values([gridX, gridY, gridZ]);
      if (gridX.type.kind !== "index") {
        p.text(" : ");
        p.type(gridX.type);
      }
      p.text(") args(");
      p.list(args, (value) => {
        p.value(value);
        p.text(" : ");
        p.type(value.type);
      });
      p.text(")");
      p.attrDict(op, { elide: ["callee"] });
    },
    parse: (p) => {
      const callee = p.symbolName();
      p.expect("grid");
      p.expect("(");
      const extents = p.operandList();
      const type = p.accept(":") ? p.type() : Index.infer!(new Map(), p.context)!;
      p.expect(")");
      if (extents.length !== 3) p.error(`expected three grid extents, found ${extents.length}`);
      const grid = extents.map((extent) => p.resolve(extent, type));
      p.expect("args");
      const args = p.commaList("(", ")", () => {
        const operand = p.operand();
        p.expect(":");
        return p.resolve(operand, p.type());
      });
      return {
        operands: [...grid, ...args],
        properties: { callee: symbolRefAttr(p.context, callee) },
        attributes: p.optionalAttrDict(),
      };
    },
  },
  verifySymbols: ({ op, callee, args }) => {
    const kernel = KernelOp.match(kernelOf(op));
    if (kernel === undefined) return `'@${callee}' does not reference a simt.kernel`;
    const { inputs } = kernel.functionType;
    if (inputs.length !== args.length) return `passes ${args.length} arguments, but '@${callee}' has ${inputs.length}`;
    const wrong = args.findIndex((value, i) => !accepts(inputs[i]!, value.type));
    const [argument, parameter] = [args[wrong], inputs[wrong]];
    if (argument === undefined || parameter === undefined) return undefined;
    return `passes '${typeText(argument.type)}' as argument #${wrong}, where '@${callee}' takes '${typeText(parameter)}'`;
  },
  meaning: effect(prepareLaunch),
});
