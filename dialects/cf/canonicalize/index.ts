// What canonicalize does with cf: control flow that is known is followed.
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import { AssertOp } from "../ops.ts";
import { mergeWithOnlySuccessor, skipBranchOnly } from "./branch.ts";
import { condBranchPatterns } from "./cond-branch.ts";
import { switchPatterns } from "./switch.ts";

const assertTrue = pattern("cf.assert true => nothing", AssertOp, ({ op, arg }, rewriter) => {
  const known = integerConstant(arg);
  if (known === undefined || known === 0n) return refuse("the condition is not the constant true");
  rewriter.eraseOp(op);
  return true;
});

export const cfPatterns: readonly Pattern[] = [
  assertTrue,
  mergeWithOnlySuccessor,
  skipBranchOnly,
  ...condBranchPatterns,
  ...switchPatterns,
];
