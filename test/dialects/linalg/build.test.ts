import { expect, test } from "@jest/globals";
import { linalgOp, MatmulOp } from "../../../dialects/linalg/index.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { parse } from "../../support/mlir.ts";

test("a builder makes the body and the results of a named op", () => {
  const module = parse("func.func @f(%a: tensor<3x?xi8>, %b: tensor<?x4xi8>, %c: tensor<3x4xi32>) {\n return\n}");
  const block = lookupSymbolIn(module, "f")!.region().entry;
  const [lhs, rhs, init] = block.arguments;
  const { op } = MatmulOp.build(OpBuilder.before(block.firstOp!), { inputs: [lhs!, rhs!], outputs: [init!] });
  expect(printOperation(parse(printOperation(module)))).toContain(
    "linalg.matmul ins(%arg0, %arg1 : tensor<3x?xi8>, tensor<?x4xi8>) outs(%arg2 : tensor<3x4xi32>) -> tensor<3x4xi32>",
  );
  const view = linalgOp(op)!;
  expect([...view.body.ops()].map(({ name }) => name)).toEqual([
    "arith.extsi", "arith.extsi", "arith.muli", "arith.addi", "linalg.yield",
  ]); // prettier-ignore
  expect(view.iterators).toEqual(["parallel", "parallel", "reduction"]);
  expect(view.staticLoopRanges).toEqual([3, 4, DYNAMIC]);
});
