// outline-kernels: each scf.forall on buffers becomes a tile.kernel, and the loop a tile.launch of it.
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName, uniqueSymbolName } from "../../ir/core/symbol-table.ts";
import { functionType, memrefType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed, walk } from "../../ir/core/walk.ts";
import { affineAdd, affineBinary, affineConstant, affineDim, affineMul } from "../../ir/affine/expr.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { AllocOp as MemRefAllocOp } from "../../dialects/memref/index.ts";
import { ForallOp, forallBounds } from "../../dialects/scf/index.ts";
import { AllocOp, KernelOp, LaunchOp, ProgramIdOp, ReturnOp, type Access } from "../../dialects/tile/index.ts";
import { propagateMemorySpace } from "../analysis/memory-space.ts";
import { machineOf } from "../machine/module-machine.ts";
import { applyExpr, materializeIndex } from "../tile/index-arithmetic.ts";

export const outlineKernels = definePass({
  name: "outline-kernels",
  summary: "Outlines each scf.forall on buffers as a tile.kernel and a tile.launch.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    // On a GPU what a program keeps to itself is shared by its threads.
    const space = found.machine.schema === "gpu-hw/1" ? "shared" : undefined;
    for (const forall of opsNamed(module, "scf.forall")) {
      // A loop inside of a program is the program's.
      if (forall.enclosing((outer) => outer.name === "scf.forall") !== undefined) continue;
      if (forall.resultCount > 0)
        fail(errorAt(forall.location, "'scf.forall' op still yields tensors: bufferize before outlining"));
      else outline(module, forall, space);
    }
  },
});

/** Ops that are copied into the kernel rather than passed to it: constants, and views of buffers that come in whole. */
const cloned = new Set([
  "arith.constant",
  "ub.poison",
  "memref.subview",
  "memref.collapse_shape",
  "memref.expand_shape",
  "memref.cast",
]);

/** A buffer of identity layout can be passed as it is, whichever view it is of another. */
const isPassable = (value: Value): boolean => value.type.kind === "memref" && value.type.layout === undefined;

/** What the loop uses from outside: values to pass, and ops to copy, in order. */
function captures(forall: Operation): { passed: Value[]; copied: Operation[] } {
  const passed = new Set<Value>();
  const copied = new Set<Operation>();
  const visit = (value: Value): void => {
    if (value.parentBlock?.parentOp?.isWithin(forall) === true) return;
    const op = value.definingOp;
    if (op !== null && cloned.has(op.name) && !isPassable(value)) {
      op.operands.forEach(visit);
      copied.add(op);
    } else passed.add(value);
  };
  for (const op of walk(forall)) if (op !== forall) op.operands.forEach(visit);
  const inOrder = [...copied];
  return { passed: [...passed], copied: inOrder };
}

function outline(module: Operation, forall: Operation, space: string | undefined): void {
  const view = ForallOp.match(forall)!;
  const { lower, upper, step } = forallBounds(forall);
  const { passed, copied } = captures(forall);
  const builder = OpBuilder.before(forall);
  const rank = lower.length;
  const parameters = [...passed];
  for (const bound of [...lower, ...step])
    if (typeof bound !== "number" && !parameters.includes(bound)) parameters.push(bound);

  const trips = upper.map((end, d) => {
    const [low, by] = [lower[d]!, step[d]!];
    const extent = affineAdd(affineDim(0), affineMul(affineDim(1), affineConstant(-1)));
    const trip =
      typeof by === "number"
        ? affineBinary("ceildiv", extent, affineConstant(by))
        : affineBinary("ceildiv", extent, affineDim(2));
    return materializeIndex(builder, applyExpr(builder, trip, [end, low, by]));
  });

  const host = forall.enclosing((op) => op.parentOp === module);
  const name = uniqueSymbolName(module, `${symbolName(host ?? forall) ?? "main"}_kernel`);
  const kernelBuilder = new OpBuilder(module.context).setToEnd(module.region().entry);
  if (host !== undefined) kernelBuilder.setBefore(host);
  kernelBuilder.location = forall.location;
  const region = kernelBuilder.regionWithBlock(parameters.map((value) => value.type));
  const mapping = new IRMapping();
  parameters.forEach((value, i) => mapping.map(value, region.entry.arguments[i]!));
  const inside = new OpBuilder(module.context).setToEnd(region.entry);
  inside.location = forall.location;
  const { context } = module;
  for (let d = 0; d < rank; d++) {
    const id = ProgramIdOp.build(inside, { dimension: d }).result;
    const bound = (b: Value | number): Value | number => (typeof b === "number" ? b : mapping.value(b));
    const expr = affineAdd(
      affineMul(affineDim(0), typeof step[d] === "number" ? affineConstant(Number(step[d])) : affineDim(1)),
      affineDim(2),
    );
    const iv = applyExpr(inside, expr, [id, bound(step[d]!), bound(lower[d]!)]);
    mapping.map(view.region.entry.arguments[d]!, materializeIndex(inside, iv));
  }
  for (const op of copied) inside.insert(cloneOp(op, mapping));
  for (const op of view.region.entry.ops()) if (op !== view.region.entry.lastOp) inside.insert(cloneOp(op, mapping));
  ReturnOp.build(inside, {});
  const access = region.entry.arguments.map((argument): Access =>
    argument.type.kind === "memref" ? accessOf(argument) : "none",
  );
  const kernel = KernelOp.build(kernelBuilder, {
    symName: name,
    functionType: functionType(
      context,
      parameters.map((v) => v.type),
      [],
    ),
    argAccess: access,
    body: region,
  });
  localBuffers(kernel.op, space);
  LaunchOp.build(builder, { callee: name, grid: trips, args: parameters });
  forall.erase();
}

/** How a kernel uses a buffer, through its views. */
function accessOf(buffer: Value): Access {
  let [reads, writes] = [false, false];
  const pending = [buffer];
  while (pending.length > 0) {
    const value = pending.pop()!;
    for (const use of value.uses()) {
      const { owner, index } = use;
      if (owner.resultCount === 1 && owner.result().type.kind === "memref") pending.push(owner.result());
      else if (owner.name === "vector.transfer_read" || owner.name === "memref.load" || owner.name === "memref.dim")
        reads = true;
      else if (owner.name === "vector.transfer_write" || owner.name === "memref.store") writes = true;
      else if (owner.name === "memref.copy") {
        if (index === 0) reads = true;
        else writes = true;
      } else [reads, writes] = [true, true];
    }
  }
  return reads && writes ? "readwrite" : writes ? "write" : "read";
}

/** Buffers that a program allocates become its local ones. */
function localBuffers(kernel: Operation, space: string | undefined): void {
  for (const op of opsNamed(kernel, "memref.alloc")) {
    const alloc = MemRefAllocOp.match(op)!;
    const type = alloc.memref.type;
    if (type.kind !== "memref") continue;
    const memorySpace = space === undefined ? undefined : stringAttr(op.context, space);
    const made = AllocOp.build(OpBuilder.before(op), {
      resultTypes: [memrefType(type.shape, type.element, { memorySpace })],
    });
    alloc.memref.replaceAllUsesWith(made.result);
    op.erase();
    if (memorySpace !== undefined) propagateMemorySpace(made.result);
  }
}
