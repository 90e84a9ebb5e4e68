// buffer-results-to-out-params: a function's result buffers become its last arguments, which the caller provides.
import { typeAttr } from "../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { functionType } from "../../ir/core/type-constructors.ts";
import { isStaticShape, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { CallOp } from "../../dialects/func/index.ts";
import { AllocOp, CopyOp } from "../../dialects/memref/index.ts";

export const bufferResultsToOutParams = definePass({
  name: "buffer-results-to-out-params",
  className: "BufferResultsToOutParamsPass",
  summary: "Turns result buffers of functions into arguments that they write to.",
  anchor: "builtin.module",
  run: (module, { fail }) => {
    for (const func of opsNamed(module, "func.func")) {
      const problem = convertFunction(func);
      if (problem !== undefined) fail(errorAt(func.location, problem));
    }
    for (const call of opsNamed(module, "func.call")) convertCall(call);
  },
});

function convertFunction(func: Operation): string | undefined {
  const attribute = func.attribute("function_type");
  if (attribute?.kind !== "type" || attribute.type.kind !== "function") return undefined;
  const { inputs, results } = attribute.type;
  const buffers = results.filter((type) => type.kind === "memref");
  if (buffers.length === 0) return undefined;
  if (buffers.some((type) => type.kind === "memref" && !isStaticShape(type.shape))) {
    return "'func.func' op returns a buffer of dynamic shape, which no caller can provide";
  }
  const kept = results.filter((type) => type.kind !== "memref");
  func.setAttribute("function_type", typeAttr(functionType(func.context, [...inputs, ...buffers], kept)));
  func.setAttribute("res_attrs", undefined);
  if (func.attribute("arg_attrs") !== undefined) func.setAttribute("arg_attrs", undefined);
  const entry = func.regions[0]?.blocks[0];
  if (entry === undefined) return undefined;
  const outs = buffers.map((type) => entry.addArgument(type));
  for (const op of opsNamed(func, "func.return")) {
    if (op.parentOp !== func) continue;
    const returned = op.operands.filter((v) => v.type.kind === "memref");
    const builder = OpBuilder.before(op);
    const provided = new Map<Value, Value>();
    returned.forEach((value, i) => {
      const out = outs[i]!;
      if (provided.has(value) || !isOwn(value, func)) {
        CopyOp.build(builder, { source: provided.get(value) ?? value, target: out });
        return;
      }
      provided.set(value, out);
      value.replaceAllUsesWith(out);
    });
    op.setOperands(op.operands.filter((v) => v.type.kind !== "memref"));
  }
  for (const op of opsNamed(func, "memref.alloc")) if (!op.hasResultUses) op.erase();
  return undefined;
}

/** A buffer that the function's entry block allocates: the caller's takes its place. */
function isOwn(value: Value, func: Operation): boolean {
  return (
    AllocOp.match(value.definingOp) !== undefined &&
    value.definingOp?.parentBlock === func.region().entry &&
    func.region().blocks.length === 1
  );
}

function convertCall(op: Operation): void {
  const call = CallOp.match(op);
  if (call === undefined || !op.results.some((r) => r.type.kind === "memref")) return;
  const builder = OpBuilder.before(op);
  const outs = new Map<Value, Value>();
  for (const result of op.results) {
    if (result.type.kind === "memref")
      outs.set(result, AllocOp.build(builder, { resultTypes: [result.type], alignment: 64 }).memref);
  }
  const kept: Type[] = op.results.filter((r) => !outs.has(r)).map((r) => r.type);
  const made = CallOp.build(builder, {
    callee: call.callee,
    operands: [...op.operands, ...outs.values()],
    resultTypes: kept,
  });
  let next = 0;
  for (const result of op.results) result.replaceAllUsesWith(outs.get(result) ?? made.op.result(next++));
  op.erase();
}
