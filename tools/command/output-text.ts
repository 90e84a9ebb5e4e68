// An operation as mlir-opt writes it out.
import type { Operation } from "../../ir/core/operation.ts";
import { printPieces, type PrintOptions } from "../../ir/syntax/printer.ts";

/** In pieces. Ends with a newline, and with an empty line after an outermost op that is not printed in local scope. */
export function outputPieces(op: Operation, options: PrintOptions, sink: (piece: string) => void): void {
  const isWhole = op.parentOp === null && options.localScope !== true;
  printPieces(op, options, sink);
  sink(isWhole ? "\n\n" : "\n");
}

export function outputText(op: Operation, options: PrintOptions): string {
  const pieces: string[] = [];
  outputPieces(op, options, (piece) => pieces.push(piece));
  return pieces.join("");
}

/** Gives on pieces as few long ones. `end` gives on the rest. */
export function gathered(sink: (piece: string) => void): { readonly take: (piece: string) => void; end(): void } {
  let pieces: string[] = [];
  let length = 0;
  const end = (): void => {
    if (length > 0) sink(pieces.join(""));
    pieces = [];
    length = 0;
  };
  const take = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
    if (length >= GATHERED) end();
  };
  return { take, end };
}

const GATHERED = 1 << 18;
