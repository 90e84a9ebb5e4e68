// Names of constants in the text: c0, c7_i32, true, cst.
import type { Operation } from "../../ir/core/operation.ts";

/** What mlir-opt calls the result of an arith.constant. */
export function suggestConstantName(op: Operation): string | readonly string[] | undefined {
  switch (op.name) {
    case "arith.addui_extended":
      return ["sum", "overflow"];
    case "arith.mulsi_extended":
    case "arith.mului_extended":
      return ["low", "high"];
    case "arith.constant":
      return constantName(op);
    default:
      return undefined;
  }
}

function constantName(op: Operation): string {
  const value = op.attribute("value");
  if (value?.kind !== "integer") return "cst";
  const { type } = value;
  if (type.kind === "index") return `c${value.value}`;
  if (type.width === 1) return value.value === 0n ? "false" : "true";
  return `c${value.value}_${type.signedness === "unsigned" ? "ui" : type.signedness === "signed" ? "si" : "i"}${type.width}`;
}
