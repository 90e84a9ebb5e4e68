// What one-shot-bufferize cannot give buffers, found before anything is rewritten.
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import type { Type } from "../../ir/core/types.ts";
import { walk } from "../../ir/core/walk.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { isTensor } from "./model.ts";

const isShaped = (type: Type): boolean => type.kind === "tensor" || type.kind === "unranked_tensor";

/** Every reason why a function cannot be bufferized; none for one that can, as far as single ops do not refuse. */
export function refuseFunction(func: Operation): Diagnostic[] {
  const attribute = func.attribute("function_type");
  const type = attribute?.kind === "type" && attribute.type.kind === "function" ? attribute.type : undefined;
  const body = func.regions[0];
  const name = symbolName(func) ?? "";
  if (body === undefined || body.isEmpty) {
    if (type === undefined || ![...type.inputs, ...type.results].some(isShaped)) return [];
    return [errorAt(func.location, `'${func.name}' op cannot be bufferized: '@${name}' has tensors and no body`)];
  }
  const problems: Diagnostic[] = [];
  if (body.blocks.slice(1).some((block) => block.arguments.some(isTensor))) {
    problems.push(errorAt(func.location, `'${func.name}' op cannot be bufferized: tensors are passed between blocks`));
  }
  for (const op of walk(func)) {
    const reason = refuseTypes(op);
    if (reason !== undefined) {
      problems.push(errorAt(op.location, `'${op.name}' op cannot be bufferized: ${reason}`));
    }
  }
  return problems;
}

function refuseTypes(op: Operation): string | undefined {
  const args = op.regions.flatMap((region) => region.blocks.flatMap((block) => block.arguments));
  for (const { type } of [...op.results, ...args]) {
    if (type.kind === "unranked_tensor") return "a tensor without a rank has no buffer";
    if (type.kind === "tensor" && type.encoding !== undefined) return "a tensor with an encoding has no buffer";
  }
  if (op.name !== "arith.constant" || !isTensor(op.result())) return undefined;
  return constantOf(op.result())?.kind === "dense" ? undefined : "only dense constants become globals";
}
