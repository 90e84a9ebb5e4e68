// Whether a linalg op has a vector form, and why not.
import { elementTypeOf } from "../../ir/core/types.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import type { LinalgOp } from "../../dialects/linalg/index.ts";
import { combinerOf, neutralElement } from "./combiner.ts";
import { isVectorContraction, loopBounds } from "./vectorize-op.ts";

/** The reason why an op's body has no vector form; undefined when it has one. Extents are not looked at. */
export function refuseBody(linalg: LinalgOp): string | undefined {
  const { body, inputs, inits, iterators, maps } = linalg;
  if (isVectorContraction(linalg)) return undefined;
  const scalars = [...body.arguments, ...[...body.ops()].flatMap((op) => op.results)];
  if (!scalars.every(({ type }) => type.kind === "float" || type.kind === "integer" || type.kind === "index"))
    return "its elements are none of a vector";
  for (const op of body.ops()) {
    if (
      op === body.lastOp ||
      op.name === "linalg.index" ||
      (op.resultCount === 1 && constantOf(op.result()) !== undefined)
    )
      continue;
    if (!op.hasTrait("Elementwise")) return `'${op.name}' in its body is not elementwise`;
  }
  for (const map of maps.slice(inputs.length))
    if (!map.isProjectedPermutation) return "an output is not indexed by plain loops";
  if (iterators.every((kind) => kind === "parallel")) return undefined;
  for (const [i, init] of inits.entries()) {
    const combiner = combinerOf(body, inputs.length + i);
    if (combiner === undefined) return "its reduction is none of vector's combining kinds";
    if (neutralElement(combiner.kind, elementTypeOf(init.type)) === undefined)
      return `combining '${combiner.kind}' has no neutral element`;
  }
  return undefined;
}

/** The reason why an op on tiles cannot become vectors. */
export function refuseVectorization(linalg: LinalgOp): string | undefined {
  if (loopBounds(linalg) === undefined) return "the extent of a loop has no static bound";
  for (const [i, input] of linalg.inputs.entries()) {
    if (input.type.kind === "tensor" && !linalg.maps[i]!.isProjectedPermutation)
      return `operand #${i} is indexed by ${linalg.maps[i]!.key}`;
  }
  return refuseBody(linalg);
}
