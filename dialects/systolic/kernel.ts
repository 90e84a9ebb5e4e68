// systolic.kernel and systolic.launch: the controller's program, and what starts it.
import { stringAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { resolveSymbol } from "../../ir/core/symbol-table.ts";
import { functionType, i64, indexType } from "../../ir/core/type-constructors.ts";
import { byteWidth, type Type } from "../../ir/core/types.ts";
import { AnyType, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../ir/define/define-op.ts";
import { launchAssembly, runInOrder } from "../../ir/define/launch-syntax.ts";
import {
  HasParent,
  ImplicitTerminator,
  LaunchOpInterface,
  MemoryEffects,
  type Launch,
} from "../../ir/define/op-interfaces.ts";
import {
  FunctionTypeProperty,
  I64Property,
  SymbolNameProperty,
  SymbolRefProperty,
  withDefault,
} from "../../ir/define/properties.ts";
import {
  control,
  onValues,
  terminator,
  type Computation,
  type ControlMeaning,
  type RuntimeValue,
} from "../../ir/interpret/meaning.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { kernelExample } from "./example.ts";

export const KernelOp = defineOp({
  name: "systolic.kernel",
  summary: "A program of the array's controller.",
  example: kernelExample,
  properties: {
    sym_name: SymbolNameProperty,
    function_type: FunctionTypeProperty,
    grid_rank: withDefault(I64Property, 0),
  },
  regions: { body: singleBlockRegion },
  traits: ["IsolatedFromAbove", "Symbol"],
  interfaces: [ImplicitTerminator.with("systolic.return")],
  assemblyFormat: {
    print: (op: Operation, p: OpPrinter): void => {
      const name = op.attribute("sym_name");
      p.text(" ");
      p.symbol(name?.kind === "string" ? name.value : "");
      p.text("(");
      p.list(op.region().entry.arguments, (argument) => {
        p.argument(argument);
      });
      p.text(")");
      p.attrDict(op, { elide: ["sym_name", "function_type"], keyword: true });
      p.text(" ");
      p.region(op.region(), { entryArguments: false });
    },
    parse: (p) => {
      const name = p.symbolName();
      const args = p.commaList("(", ")", () => {
        const { name: argument, type, location } = p.argument({ type: "required" });
        return { name: argument, type: type ?? p.error("expected the argument's type"), location };
      });
      const attributes = p.accept("attributes") ? p.optionalAttrDict() : [];
      return {
        properties: {
          sym_name: stringAttr(p.context, name),
          function_type: typeAttr(
            functionType(
              p.context,
              args.map((a) => a.type),
              [],
            ),
          ),
        },
        attributes,
        regions: [p.region(args)],
      };
    },
  },
  verify: ({ functionType: type, body, gridRank }) => {
    const args = body.entry.arguments;
    const same = type.inputs.length === args.length && type.inputs.every((input, i) => input === args[i]?.type);
    if (!same || type.results.length > 0)
      return "requires the entry block's arguments to have the types of the kernel's function type";
    if (type.inputs.slice(0, gridRank).some((t) => t.kind !== "index") || type.inputs.length < gridRank)
      return `requires ${gridRank} positions of type index first`;
    const scalar = (t: Type): boolean => t.kind === "index" || t.kind === "integer" || t.kind === "float";
    return type.inputs.every(scalar) ? undefined : "takes positions, addresses and scalars only";
  },
  meaning: onValues(() => () => []),
});

export const ReturnOp = defineOp({
  name: "systolic.return",
  summary: "Ends a kernel.",
  example: kernelExample,
  traits: ["Terminator", "ReturnLike", "Pure"],
  interfaces: [HasParent.with(["systolic.kernel"])],
  assemblyFormat: "attr-dict",
  meaning: terminator,
});

/** The kernel that a launch names. */
function kernelOf(op: Operation): Operation | undefined {
  const callee = op.attribute("callee");
  const found = callee?.kind === "symbol" ? resolveSymbol(op, callee) : undefined;
  return KernelOp.match(found) && found;
}

function launchOf(op: Operation): Launch {
  const { callee, grid, args } = LaunchOp.match(op)!;
  return { callee, grid, args };
}

/** The kernel's argument types for a grid and arguments: positions, and for each buffer its address. */
export function kernelInputs(grid: number, args: readonly Type[]): Type[] {
  const context = args[0]?.context;
  if (context === undefined) return [];
  return [
    ...Array.from({ length: grid }, () => indexType(context)),
    ...args.map((type) => (type.kind === "memref" ? i64(context) : type)),
  ];
}

/** Where a buffer starts, as an address. */
function addressOf(value: RuntimeValue): RuntimeValue {
  if (typeof value !== "object" || !("kind" in value) || value.kind !== "memref") return value;
  return BigInt(value.base + value.offset * (byteWidth(value.element) ?? 0));
}

/** Positions in row-major order, one after the other: the array has one controller. */
function prepareLaunch(op: Operation): ReturnType<ControlMeaning["prepare"]> {
  const rank = LaunchOp.match(op)!.grid.length;
  const kernel = kernelOf(op);
  return function* (operands, run): Computation<readonly RuntimeValue[]> {
    if (kernel === undefined) return run.undefinedBehavior("there is no such kernel");
    const grid = operands.slice(0, rank).map(Number);
    const args = operands.slice(rank).map(addressOf);
    yield* runInOrder(grid, (ids) => run.runCallable(kernel, [...ids, ...args]));
    return [];
  };
}

export const LaunchOp = defineOp({
  name: "systolic.launch",
  summary: "Runs a kernel for every position of a grid, in order.",
  example: kernelExample,
  operands: { grid: variadic(Index), args: variadic(AnyType) },
  properties: { callee: SymbolRefProperty },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }, { effect: "write" }]), LaunchOpInterface.with(launchOf)],
  assemblyFormat: launchAssembly,
  verifySymbols: ({ op, callee, grid, args }) => {
    const kernel = KernelOp.match(kernelOf(op));
    if (kernel === undefined) return `'@${callee}' does not reference a systolic.kernel`;
    const expected = kernelInputs(
      grid.length,
      args.map((v) => v.type),
    );
    const { inputs } = kernel.functionType;
    const same =
      kernel.gridRank === grid.length &&
      inputs.length === grid.length + args.length &&
      expected.every((type, i) => type === inputs[i]);
    return same ? undefined : `the arguments do not fit '@${callee}': positions, then an i64 address for each buffer`;
  },
  meaning: control(prepareLaunch),
});
