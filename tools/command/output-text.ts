// An operation as mlir-opt writes it out.
import type { Operation } from "../../ir/core/operation.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";

/** Ends with a newline, and with an empty line after an outermost op that is not printed in local scope. */
export function outputText(op: Operation, options: PrintOptions): string {
  const isWhole = op.parentOp === null && options.localScope !== true;
  return `${printOperation(op, options)}${isWhole ? "\n\n" : "\n"}`;
}
