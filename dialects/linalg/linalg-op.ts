// The LinalgOp interface: loops, indexing maps and scalar body of a structured op, whichever op it is.
import type { AffineMap } from "../../ir/affine/map.ts";
import type { Block } from "../../ir/core/block.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { defineInterface } from "../../ir/define/interface.ts";
import type { IteratorType } from "./attributes.ts";

/** What an op states about its loop nest. The last operands are the inits. */
export interface StructuredFacts {
  readonly iterators: readonly IteratorType[];
  /** One indexing map per operand, inputs then inits. */
  readonly maps: readonly AffineMap[];
  readonly inputCount: number;
}

export const LinalgOpInterface = defineInterface<(op: Operation) => StructuredFacts>("LinalgOp");

/** A structured op as lowerings read it. */
export interface LinalgOp extends StructuredFacts {
  readonly op: Operation;
  readonly inputs: readonly Value[];
  readonly inits: readonly Value[];
  /** Arguments: an element of each operand. Its linalg.yield gives the new elements of the inits. */
  readonly body: Block;
  /** Extent of each loop; DYNAMIC where no operand's type states it. */
  readonly staticLoopRanges: readonly number[];
}

/** A structured view of `op`, or undefined for any other op. */
export function linalgOp(op: Operation | null | undefined): LinalgOp | undefined {
  if (op === null || op === undefined) return undefined;
  const facts = LinalgOpInterface.of(op)?.(op);
  if (facts === undefined) return undefined;
  const operands = op.operands;
  return {
    ...facts,
    op,
    inputs: operands.slice(0, facts.inputCount),
    inits: operands.slice(facts.inputCount),
    body: op.region().entry,
    staticLoopRanges: staticLoopRanges(facts, operands),
  };
}

/** The shape of a tensor or memref operand; a scalar has none. */
export function operandShape(type: Type): readonly number[] {
  return type.kind === "tensor" || type.kind === "memref" ? type.shape : [];
}

/** Loop extents from the operands' types: a known extent wins over a dynamic one. */
export function staticLoopRanges({ iterators, maps }: StructuredFacts, operands: readonly Value[]): number[] {
  const ranges = new Array<number>(iterators.length).fill(DYNAMIC);
  operands.forEach(({ type }, k) => {
    const shape = operandShape(type);
    maps[k]?.results.forEach((expr, d) => {
      const extent = shape[d];
      if (expr.kind === "dim" && extent !== undefined && ranges[expr.position] === DYNAMIC)
        ranges[expr.position] = extent;
    });
  });
  return ranges;
}

/** Whether all operands are tensors or scalars: the op has no effects. */
export function hasPureTensorSemantics(op: Operation): boolean {
  return op.operands.every(({ type }) => type.kind !== "memref" && type.kind !== "unranked_memref");
}

/** Whether all shaped operands are memrefs: the op is bufferized. */
export function hasPureBufferSemantics(op: Operation): boolean {
  return (
    op.resultCount === 0 && op.operands.every(({ type }) => type.kind !== "tensor" && type.kind !== "unranked_tensor")
  );
}
