// The type of an elements attribute: given by the context, or after a colon.
import { DYNAMIC, isShaped, type ShapedType, type Type } from "../core/types.ts";
import type { TextParser } from "./text-parser.ts";

/** Bulk data outside the text may have a dynamic shape; elements in it may not. */
export function elementsType(p: TextParser, type: Type | undefined, isStatic = true): ShapedType {
  if (type === undefined && !p.acceptCode(58)) p.wrongToken("expected ':'");
  const at = p.position();
  const actual = type ?? p.type();
  if (!isShaped(actual)) p.reject("elements literal must be a shaped type", at);
  if (isStatic && actual.shape.includes(DYNAMIC)) p.reject("elements literal type must have static shape", at);
  return actual;
}
