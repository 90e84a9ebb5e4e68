// The passes that stay on one level, in the order in which help lists them.
import type { PassDefinition } from "../ir/pass/define-pass.ts";
import { canonicalizePass } from "./canonicalize.ts";
import { csePass } from "./cse.ts";
import { inlinePass } from "./inline.ts";
import { linalgFuseElementwiseOps } from "./linalg-fuse-elementwise-ops.ts";
import { linalgGeneralizeNamedOps } from "./linalg-generalize-named-ops.ts";
import { loopInvariantCodeMotionPass } from "./loop-invariant-code-motion.ts";
import { normalizeContractions } from "./normalize-contractions.ts";
import { reconcileUnrealizedCastsPass } from "./reconcile-unrealized-casts.ts";
import { stripDebuginfoPass } from "./strip-debuginfo.ts";
import { symbolDcePass } from "./symbol-dce.ts";

export const passes: readonly PassDefinition[] = [
  canonicalizePass,
  csePass,
  inlinePass,
  linalgFuseElementwiseOps,
  linalgGeneralizeNamedOps,
  loopInvariantCodeMotionPass,
  normalizeContractions,
  reconcileUnrealizedCastsPass,
  stripDebuginfoPass,
  symbolDcePass,
];
