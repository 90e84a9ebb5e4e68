// memory-plan: buffers of static shape get places in one arena, a global of bytes; those that never live at once may share bytes.
//
//     %b = memref.alloc() : T   =>   %arena = memref.get_global @terrace_arena; %b = memref.view %arena[%offset][] : memref<Nxi8> to T
//
// On a CPU the local buffers of kernels lie in the arena too, and are arguments of the launch: programs run one after another.
import { arrayAttr, i64Attr, stringAttr, typeAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { uniqueSymbolName } from "../../ir/core/symbol-table.ts";
import { functionType, integerType, memrefType } from "../../ir/core/type-constructors.ts";
import { byteWidth, elementCount, isStaticShape, type MemRefType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { walk } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { constantIndexOp } from "../../dialects/arith/index.ts";
import { GetGlobalOp, GlobalOp, ViewOp } from "../../dialects/memref/index.ts";
import { kernelOf, KernelOp, LaunchOp } from "../../dialects/tile/index.ts";
import { machineOf } from "../machine/module-machine.ts";
import { aliasesOf, lifetimeOf, numberOps, outlivesItsLoop, type Lifetime } from "./lifetimes.ts";
import { alignment, placeIntervals } from "./place-intervals.ts";

export const ARENA_BYTES = "terrace.arena_bytes";

export const memoryPlan = definePass({
  name: "memory-plan",
  summary: "Places buffers of static shape in one arena by their lifetimes.",
  anchor: "builtin.module",
  dependentDialects: ["memref", "arith"],
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    const { machine } = found;
    const limit = machine.schema === "cpu-hw/1" ? machine.max_memory_bytes : 2 ** 32;
    const isHost = machine.schema === "cpu-hw/1";
    const problems = problemsOf(module, isHost);
    problems.forEach(fail);
    if (problems.length > 0) return;
    const plan = planOf(module, isHost);
    const bytes = plan.bytes + bytesOutside(module);
    if (bytes > limit) {
      fail(
        errorAt(
          module.location,
          `the program's buffers take ${bytes} bytes at once, and '${machine.name}' has ${limit}`,
        ),
      );
      return;
    }
    apply(module, plan);
  },
});

/** Bytes that are in memory beside the arena: constants, and the arrays of the caller of the largest function. */
function bytesOutside(module: Operation): number {
  const bytesOf = (type: Type): number =>
    type.kind === "memref" && isStaticShape(type.shape) ? elementCount(type.shape) * (byteWidth(type.element) ?? 0) : 0;
  let constants = 0;
  let arrays = 0;
  for (const op of module.region().entry.ops()) {
    const constant = GlobalOp.match(op);
    if (constant !== undefined) constants += bytesOf(constant.type);
    const block = op.name === "func.func" && !op.region().isEmpty ? op.region().entry : null;
    if (block !== null)
      arrays = Math.max(
        arrays,
        block.arguments.reduce((sum, { type }) => sum + bytesOf(type), 0),
      );
  }
  return constants + arrays;
}

/** A buffer of the host, or the local buffers of the kernel that an op launches. */
type Item =
  | { readonly alloc: Operation; readonly bytes: number; readonly lifetime: Lifetime }
  | { readonly launch: Operation; readonly bytes: number; readonly lifetime: Lifetime };

interface Local {
  readonly alloc: Operation;
  /** In the room of its kernel. */
  readonly offset: number;
}

interface Plan {
  /** Bytes of the arena. */
  readonly bytes: number;
  readonly hosts: readonly {
    readonly function: Operation;
    readonly places: readonly { readonly item: Item; readonly offset: number }[];
  }[];
  readonly kernels: ReadonlyMap<Operation, { readonly locals: readonly Local[]; readonly bytes: number }>;
}

const isAllocation = (op: Operation): boolean => op.name === "memref.alloc" || op.name === "memref.alloca";

function bufferType(op: Operation): MemRefType {
  const { type } = op.result();
  if (type.kind !== "memref") throw new Error("an allocation gives a buffer");
  return type;
}

const bytesOf = (type: MemRefType): number => elementCount(type.shape) * (byteWidth(type.element) ?? 0);

/** Ops of functions and, where kernels share the host's memory, of kernels. */
const holders = (module: Operation, name: string): Operation[] =>
  [...module.region().entry.ops()].filter((op) => op.name === name && !op.region().isEmpty);

function problemsOf(module: Operation, isHost: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (op: Operation): void => {
    const type = bufferType(op);
    const refuse = (why: string): number =>
      found.push(
        errorAt(op.location, `'${op.name}' op of '${typeText(type)}' has no place in the memory plan: ${why}`),
      );
    if (!isStaticShape(type.shape)) refuse("its shape is dynamic");
    else if (type.layout !== undefined) refuse("its layout is not the identity");
    else if (byteWidth(type.element) === undefined) refuse("its elements have no bytes");
    else {
      const loop = outlivesItsLoop(op.result(), aliasesOf(op.result()));
      if (loop !== undefined) refuse(`'${loop.name}' passes it on to its next iteration`);
    }
  };
  for (const func of holders(module, "func.func")) for (const op of walk(func)) if (isAllocation(op)) check(op);
  if (isHost)
    for (const kernel of holders(module, "tile.kernel"))
      for (const op of walk(kernel)) if (op.name === "tile.alloc") check(op);
  return found;
}

function planOf(module: Operation, isHost: boolean): Plan {
  const kernels = new Map<Operation, { locals: readonly Local[]; bytes: number }>();
  if (isHost) for (const kernel of holders(module, "tile.kernel")) kernels.set(kernel, planLocals(kernel));
  let bytes = 0;
  // Functions may call each other, so each has a part of the arena of its own.
  const hosts = holders(module, "func.func").map((func) => {
    const items = itemsOf(func, kernels);
    const placement = placeIntervals(items);
    const start = bytes;
    bytes += placement.bytes;
    return { function: func, places: items.map((item, i) => ({ item, offset: start + (placement.offsets[i] ?? 0) })) };
  });
  return { bytes, hosts, kernels };
}

/** The allocations of a holder's body that something uses. */
function allocationsOf(
  holder: Operation,
  accept: (op: Operation) => boolean,
): { readonly alloc: Operation; readonly bytes: number; readonly lifetime: Lifetime }[] {
  const block = holder.region().entry;
  const numbers = numberOps(block);
  return [...walk(holder)].filter(accept).map((alloc) => {
    const buffer = alloc.result();
    const lifetime = lifetimeOf(block, numbers, buffer, aliasesOf(buffer));
    return { alloc, bytes: bytesOf(bufferType(alloc)), lifetime: lifetime ?? { first: -1, last: -1 } };
  });
}

function planLocals(kernel: Operation): { locals: readonly Local[]; bytes: number } {
  const items = allocationsOf(kernel, (op) => op.name === "tile.alloc");
  const { offsets, bytes } = placeIntervals(items);
  return { locals: items.map(({ alloc }, i) => ({ alloc, offset: offsets[i] ?? 0 })), bytes };
}

function itemsOf(func: Operation, kernels: Plan["kernels"]): Item[] {
  const block = func.region().entry;
  const numbers = numberOps(block);
  const items: Item[] = allocationsOf(func, isAllocation);
  for (const op of walk(func)) {
    const room = op.name === "tile.launch" ? kernels.get(kernelOf(op) ?? op) : undefined;
    if (room === undefined || room.locals.length === 0) continue;
    let at: Operation = op;
    while (at.parentBlock !== block && at.parentOp !== null) at = at.parentOp;
    const number = numbers.get(at) ?? 0;
    items.push({ launch: op, bytes: room.bytes, lifetime: { first: number, last: number } });
  }
  return items;
}

function apply(module: Operation, { bytes, hosts, kernels }: Plan): void {
  const { context } = module;
  module.setAttribute(ARENA_BYTES, i64Attr(context, bytes));
  if (bytes === 0) return;
  const name = uniqueSymbolName(module, "terrace_arena");
  const type = memrefType([bytes], integerType(context, 8));
  const builder = new OpBuilder(context).setToStart(module.region().entry);
  builder.location = module.location;
  GlobalOp.build(builder, {
    symName: name,
    symVisibility: "private",
    type,
    initialValue: unitAttr(context),
    alignment: alignment,
  });
  for (const { function: func, places } of hosts) {
    if (places.length === 0) continue;
    const start = new OpBuilder(context).setToStart(func.region().entry);
    start.location = func.location;
    const arena = GetGlobalOp.build(start, { name, resultTypes: [type] }).result;
    for (const { item, offset } of places) {
      if ("alloc" in item) replaceAllocation(item.alloc, arena, offset);
      else addArguments(item.launch, arena, offset, kernels);
    }
  }
  for (const [kernel, { locals }] of kernels)
    moveLocals(
      kernel,
      locals.map(({ alloc }) => alloc),
    );
}

const viewOf = (builder: OpBuilder, arena: Value, offset: number, type: MemRefType): Value =>
  ViewOp.build(builder, { source: arena, byteShift: constantIndexOp(builder, offset), sizes: [], resultTypes: [type] })
    .result;

function replaceAllocation(alloc: Operation, arena: Value, offset: number): void {
  const view = viewOf(OpBuilder.before(alloc), arena, offset, bufferType(alloc));
  for (const user of alloc.result().users()) if (user.name === "memref.dealloc") user.erase();
  alloc.replaceAllUsesWith([view]);
  alloc.erase();
}

/** A launch passes the places of its kernel's local buffers after its arguments. */
function addArguments(op: Operation, arena: Value, room: number, kernels: Plan["kernels"]): void {
  const view = LaunchOp.match(op);
  const kernel = kernelOf(op);
  const locals = kernel && kernels.get(kernel)?.locals;
  if (view === undefined || locals === undefined) throw new Error("expected a launch of a kernel");
  const builder = OpBuilder.before(op);
  const places = locals.map(({ alloc, offset }) => viewOf(builder, arena, room + offset, bufferType(alloc)));
  LaunchOp.build(builder, {
    callee: view.callee,
    grid: view.grid,
    args: [...view.args, ...places],
    axes: view.grid.map(() => "sequential"),
    attributes: op.discardable,
  });
  op.erase();
}

/** The local buffers of a kernel become its last arguments. */
function moveLocals(kernel: Operation, locals: readonly Operation[]): void {
  const view = KernelOp.match(kernel);
  if (view === undefined || locals.length === 0) return;
  const { entry } = view.body;
  for (const alloc of locals) {
    const argument = entry.addArgument(bufferType(alloc));
    alloc.replaceAllUsesWith([argument]);
    alloc.erase();
  }
  const { context } = kernel;
  const types = entry.arguments.map(({ type }) => type);
  const access = [...view.argAccess, ...locals.map(() => "readwrite")];
  kernel.setAttribute("function_type", typeAttr(functionType(context, types, [])));
  kernel.setAttribute(
    "arg_access",
    arrayAttr(
      context,
      access.map((word) => stringAttr(context, word)),
    ),
  );
}
