// What a rule looked for in vain.
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";

export type Wish =
  | { readonly kind: "definition"; readonly op: Operation; readonly wanted: OpDefinition }
  | { readonly kind: "constant"; readonly op: Operation; readonly wanted: bigint | undefined }
  /** A constant was read, and may have been the wrong one. */
  | { readonly kind: "read"; readonly op: Operation }
  | { readonly kind: "same"; readonly found: Value; readonly wanted: Value };

export function wishText(wish: Wish): string {
  if (wish.kind === "definition") return wish.wanted.name;
  if (wish.kind === "read") return "read";
  return wish.kind === "constant" ? `constant ${wish.wanted ?? ""}` : "same";
}
