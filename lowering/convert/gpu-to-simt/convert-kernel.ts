// One gpu.func as a simt.kernel: parameters are addresses and scalars, workgroup memory is one window of shared bytes.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { symbolName } from "../../../ir/core/symbol-table.ts";
import { isIdentityLayout } from "../../../ir/core/strided-layout.ts";
import { functionType, i32, i64 } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { attributions, isKernel } from "../../../dialects/gpu/index.ts";
import { KernelOp, ReturnOp } from "../../../dialects/simt/index.ts";
import { bufferBytes } from "../../stage/shared-memory.ts";
import { isAddressable, wholeBuffer } from "./descriptor.ts";
import { KernelCode, type LaunchBounds } from "./kernel-code.ts";
import { everything, int32, termLinear } from "./linear.ts";
import { registerOf, registerType } from "./register.ts";
import { refusalOf, ruleOf } from "./rules.ts";
import { ThreadEmitter } from "./thread-emitter.ts";

/** Everything in a function that has no instructions. */
export function kernelProblems(func: Operation): Diagnostic[] {
  const name = symbolName(func) ?? "";
  const refuse = (op: Operation, reason: string): Diagnostic =>
    errorAt(op.location, `'${op.name}' op in '@${name}' has no lowering to simt: ${reason}`);
  if (!isKernel(func)) return [refuse(func, "the instruction set has kernels and no functions that they call")];
  const problems: Diagnostic[] = [];
  if (func.region().blocks.length !== 1) problems.push(refuse(func, "its body has more than one block"));
  const { workgroup, private: own } = attributions(func);
  if (own.length > 0) problems.push(refuse(func, "there is no private memory"));
  const shared = new Set(workgroup);
  for (const [i, argument] of func.region().entry.arguments.entries()) {
    const { type } = argument;
    if (type.kind === "memref" ? !isIdentityLayout(type) || !isAddressable(type) : registerOf(type) === undefined) {
      problems.push(refuse(func, `argument #${i} is no buffer of identity layout and no scalar`));
    }
    if (shared.has(argument) && type.kind === "memref" && !isStaticShape(type.shape))
      problems.push(refuse(func, "shared memory has static shapes"));
  }
  for (const op of walk(func)) {
    const reason = op === func ? undefined : refusalOf(op);
    if (reason !== undefined) problems.push(refuse(op, reason));
  }
  return problems;
}

/** The parameters that an argument becomes. */
function parameterTypes({ type }: Value): Type[] {
  const { context } = type;
  if (type.kind === "memref")
    return [i64(context), ...type.shape.filter((extent) => extent === DYNAMIC).map(() => i64(context))];
  return [registerOf(type) === "pred" ? i32(context) : registerType(type)];
}

/** Makes the kernel at the builder's insertion point, under this name. */
export function convertKernel(builder: OpBuilder, func: Operation, name: string, bounds: LaunchBounds): Operation {
  const { context } = func;
  const body = func.region().entry;
  const { workgroup } = attributions(func);
  const inputs = body.arguments.slice(0, body.arguments.length - workgroup.length);
  const parameters = inputs.map(parameterTypes);
  const region = builder.regionWithBlock(parameters.flat());
  const { entry } = region;
  const emitter = new ThreadEmitter(context, entry);
  const code = new KernelCode(emitter, bounds, (within, block) => {
    for (const op of block.ops()) {
      emitter.location = op.location;
      ruleOf(op)?.lower(op, within);
    }
  });
  let next = 0;
  inputs.forEach((argument, i) => {
    const [first, ...rest] = entry.arguments.slice(next, next + parameters[i]!.length);
    next += parameters[i]!.length;
    bind(code, argument, first!, rest);
  });
  let sharedBytes = 0;
  for (const buffer of workgroup) {
    if (buffer.type.kind !== "memref") throw new Error("workgroup memory is a memref");
    code.setBuffer(buffer, wholeBuffer(buffer.type, "shared", sharedBytes, [], code));
    sharedBytes += bufferBytes(buffer.type);
  }
  code.lowerBody(body);
  ReturnOp.build(emitter.builder, {});
  const { x, y, z } = bounds.threads;
  return KernelOp.build(builder, {
    symName: name,
    functionType: functionType(context, parameters.flat(), []),
    threads: [x, y, z],
    sharedBytes,
    body: region,
    location: func.location,
  }).op;
}

/** What an argument is, in its parameters. */
function bind(code: KernelCode, argument: Value, first: Value, extents: readonly Value[]): void {
  const { type } = argument;
  const { emitter } = code;
  if (type.kind === "memref") {
    const dynamic = extents.map((extent) => termLinear(extent, { low: 0, high: Infinity }));
    code.setBuffer(argument, wholeBuffer(type, "global", first, dynamic, code));
  } else if (type.kind === "index")
    code.setTerm(argument, first, registerOf(first.type) === "i32" ? int32 : everything);
  else if (registerOf(type) === "pred")
    code.set(argument, emitter.shared("setp.ne.s32", [first, emitter.constant("i32", 0)]));
  else code.set(argument, first);
}
