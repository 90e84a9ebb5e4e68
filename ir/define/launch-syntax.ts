// The text of launches: `@kernel grid(%x, %y) args(%a : type, ...)`, and the walk over a grid's positions that all of them share.
import { denseArrayAttr, symbolRefAttr } from "../core/attribute-constructors.ts";
import type { OperationParts } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import { i32, indexType } from "../core/type-constructors.ts";
import type { Computation } from "../interpret/meaning.ts";
import type { OpParser } from "../syntax/parser-interface.ts";
import type { OpPrinter } from "../syntax/printer-interface.ts";
import { LaunchOpInterface } from "./op-interfaces.ts";

/** Syntax of an op with operands `grid` and `args` and the property `callee`; it implements LaunchOpInterface. */
export const launchAssembly = {
  print: (op: Operation, p: OpPrinter): void => {
    const launch = LaunchOpInterface.of(op)?.(op);
    if (launch === undefined) throw new Error(`'${op.name}' is no launch`);
    p.text(" ");
    p.symbol(launch.callee);
    p.text(" grid(");
    p.values(launch.grid);
    p.text(") args(");
    p.list(launch.args, (value) => {
      p.value(value);
      p.text(" : ");
      p.type(value.type);
    });
    p.text(")");
    p.attrDict(op, { elide: ["callee", "operandSegmentSizes"] });
  },
  parse: (p: OpParser): OperationParts => {
    const callee = p.symbolName();
    p.expect("grid");
    const grid = p.commaList("(", ")", () => p.resolve(p.operand(), indexType(p.context)));
    p.expect("args");
    const args = p.commaList("(", ")", () => {
      const operand = p.operand();
      p.expect(":");
      return p.resolve(operand, p.type());
    });
    return {
      operands: [...grid, ...args],
      properties: {
        callee: symbolRefAttr(p.context, callee),
        operandSegmentSizes: denseArrayAttr(i32(p.context), [grid.length, args.length]),
      },
      attributes: p.optionalAttrDict(),
    };
  },
};

/** The positions of a grid in row-major order. */
export function* gridPositions(grid: readonly number[]): IterableIterator<readonly number[]> {
  const ids = grid.map(() => 0);
  for (let left = grid.reduce((count, extent) => count * extent, 1); left > 0; left--) {
    yield [...ids];
    for (let d = grid.length - 1; d >= 0; d--) {
      ids[d]!++;
      if (ids[d]! < grid[d]!) break;
      ids[d] = 0;
    }
  }
}

/** Runs a program for every position of a grid, one after the other. */
export function* runInOrder(
  grid: readonly number[],
  program: (ids: readonly number[]) => Computation<unknown>,
): Computation<void> {
  for (const ids of gridPositions(grid)) yield* program(ids);
}
