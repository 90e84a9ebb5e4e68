// A whole pass, or a conversion, with one mistake in it, and a program that shows it: what `checkPass` and `checkConversion` are tested with.
import { conversionSubject, type Conversion } from "../../../ir/check/fuzz/conversion-subject.ts";
import { passSubject } from "../../../ir/check/fuzz/pass-subject.ts";
import type { AsyncSubject } from "../../../ir/check/fuzz/subject.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { walkPreOrder } from "../../../ir/core/walk.ts";
import { definePass, type PassDefinition } from "../../../ir/pass/define-pass.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import type { Mistake, Witness } from "../wrong-rules/wrong-rule.ts";

export interface WrongPass {
  readonly mistake: Mistake;
  /** The dialects that programs need so that it goes wrong. */
  readonly dialects: readonly string[];
  readonly pass: PassDefinition | Conversion;
  readonly witness: Witness;
}

/** A pass that looks at each op that is still there, those outside first. */
export function passOnEach(
  name: string,
  summary: string,
  visit: (op: Operation, rewriter: Rewriter) => void,
): PassDefinition {
  return definePass({
    name,
    summary,
    run: (root, { context, listener }) => {
      const rewriter = new Rewriter(context, listener);
      for (const op of walkPreOrder(root)) if (op !== root && op.parentBlock !== null) visit(op, rewriter);
    },
  });
}

export function subjectOf(pass: PassDefinition | Conversion): AsyncSubject {
  return "run" in pass ? passSubject(pass) : conversionSubject(pass);
}
