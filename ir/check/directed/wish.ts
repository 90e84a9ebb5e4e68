// What a rule looked for in vain.
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";

export type Wish =
  | { readonly kind: "definition"; readonly op: Operation; readonly wanted: OpDefinition }
  | { readonly kind: "constant"; readonly op: Operation; readonly wanted: bigint | undefined }
  /** A constant was read, and may have been the wrong one. */
  | { readonly kind: "read"; readonly op: Operation }
  | { readonly kind: "same"; readonly found: Value; readonly wanted: Value }
  /** The name of what defines an operand was asked for: it may have been the wrong one. */
  | { readonly kind: "name"; readonly op: Operation }
  /** So was an attribute. */
  | { readonly kind: "attribute"; readonly op: Operation; readonly name: string };

/** Whether nothing says what would have been right. */
export const isVague = ({ kind }: Wish): boolean => kind === "name" || kind === "attribute";

export function wishText(wish: Wish): string {
  if (wish.kind === "definition") return wish.wanted.name;
  if (wish.kind === "read" || wish.kind === "name") return wish.kind;
  if (wish.kind === "attribute") return wish.name;
  return wish.kind === "constant" ? `constant ${wish.wanted ?? ""}` : "same";
}
