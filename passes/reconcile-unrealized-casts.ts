// reconcile-unrealized-casts: cancels casts that lead back to the type they came from, and erases unused ones.
import { opsNamed } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { reconcileCasts, UNREALIZED_CAST } from "../ir/rewrite/unrealized-casts.ts";

export const reconcileUnrealizedCastsPass = definePass({
  name: "reconcile-unrealized-casts",
  className: "ReconcileUnrealizedCastsPass",
  summary: "Simplify and eliminate unrealized conversion casts",
  run: (op, { context, listener }) => {
    reconcileCasts(opsNamed(op, UNREALIZED_CAST), new Rewriter(context, listener));
  },
});
