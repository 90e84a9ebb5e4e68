// linalg-vectorize: linalg ops on tiles inside scf.forall become transfers and vector arithmetic.
import { OpBuilder } from "../../ir/core/builder.ts";
import { errorAt } from "../../ir/core/diagnostic.ts";
import { opsNamed, walk } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { linalgOp } from "../../dialects/linalg/index.ts";
import { refuseVectorization } from "./vectorizable.ts";
import { OpVectorizer } from "./vectorize-op.ts";

export const linalgVectorize = definePass({
  name: "linalg-vectorize",
  summary: "Vectorises the linalg ops inside each scf.forall, ragged edges by padding and masks.",
  run: (root, { fail }) => {
    for (const forall of opsNamed(root, "scf.forall")) {
      for (const op of [...walk(forall)]) {
        const linalg = linalgOp(op);
        if (linalg === undefined) continue;
        const refused = refuseVectorization(linalg);
        if (refused !== undefined) {
          fail(errorAt(op.location, `'${op.name}' op cannot be vectorised: ${refused}`));
          continue;
        }
        const results = new OpVectorizer(OpBuilder.before(op), linalg).run();
        op.replaceAllUsesWith(results);
        op.erase();
      }
    }
  },
});
