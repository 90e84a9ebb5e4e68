// Wrong passes on control flow: what comes from elsewhere is overlooked.
import { BranchOp } from "../../../dialects/cf/index.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { passOnEach, type WrongPass } from "./wrong-pass.ts";

/** The branch that stands first in the text among those that lead to the op's block, where it is no other kind of branch. */
const firstBranchTo = (op: Operation): ReturnType<typeof BranchOp.match> =>
  (op.parentBlock?.parentRegion?.blocks ?? [])
    .map((block) => BranchOp.match(block.lastOp))
    .find((branch) => branch?.dest === op.parentBlock);

export const wrongBranchPasses: readonly WrongPass[] = [
  {
    mistake: "guard",
    dialects: ["arith", "cf"],
    pass: passOnEach(
      "arguments-from-one-side",
      "A block's argument is the constant that the first branch passes.",
      (op, rewriter) => {
        const block = op.parentBlock;
        if (block === null || block.firstOp !== op) return;
        const passed = firstBranchTo(op)?.destOperands ?? [];
        block.arguments.forEach((argument, i) => {
          const value = passed[i];
          const constant = value === undefined || integerConstant(value) === undefined ? null : value.definingOp;
          if (constant === null || constant.name !== "arith.constant" || !argument.hasUses) return;
          rewriter.setBefore(op);
          rewriter.replaceAllUsesWith(argument, rewriter.clone(constant).result());
        });
      },
    ),
    witness: {
      text: `func.func @main(%x: i8, %c: i1) -> i8 {
  %c7 = arith.constant 7 : i8
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  cf.br ^bb3(%c7 : i8)
^bb2:
  cf.br ^bb3(%x : i8)
^bb3(%r: i8):
  %s = arith.addi %r, %x : i8
  return %s : i8
}`,
      args: [1, 0],
    },
  },
];
