// The type of an elements attribute: given by the context, or after a colon.
import { DYNAMIC, type RankedTensorType, type Type, type VectorType } from "../core/types.ts";
import type { TextParser } from "./text-parser.ts";

export function elementsType(p: TextParser, type: Type | undefined): RankedTensorType | VectorType {
  if (type === undefined && !p.acceptCode(58)) p.wrongToken("expected ':'");
  const at = p.position();
  const actual = type ?? p.type();
  if (actual.kind !== "tensor" && actual.kind !== "vector") p.error("elements literal must be a shaped type", at);
  if (actual.shape.includes(DYNAMIC)) p.error("elements literal type must have static shape", at);
  return actual;
}
