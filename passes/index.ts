// The passes that stay on one level, in the order in which help lists them; each is loaded when it is first used.
import { deferred, type Deferred } from "../ir/core/deferred.ts";
import type { PassDefinition } from "../ir/pass/define-pass.ts";
import { canonicalizePass } from "./canonicalize.ts";
import { controlFlowSinkPass } from "./control-flow-sink.ts";
import { csePass } from "./cse.ts";
import { inlinePass } from "./inline.ts";
import { intRangeOptimizationsPass } from "./int-range-optimizations.ts";
import { linalgFuseElementwiseOps } from "./linalg-fuse-elementwise-ops.ts";
import { linalgGeneralizeNamedOps } from "./linalg-generalize-named-ops.ts";
import { loopInvariantCodeMotionPass } from "./loop-invariant-code-motion.ts";
import { mem2regPass } from "./mem2reg.ts";
import { normalizeContractions } from "./normalize-contractions.ts";
import { printOpStatsPass } from "./print-op-stats.ts";
import { reconcileUnrealizedCastsPass } from "./reconcile-unrealized-casts.ts";
import { removeDeadValuesPass } from "./remove-dead-values.ts";
import { sccpPass } from "./sccp.ts";
import { stripDebuginfoPass } from "./strip-debuginfo.ts";
import { symbolDcePass } from "./symbol-dce.ts";
import { topologicalSortPass } from "./topological-sort.ts";
import { viewOpGraphPass } from "./view-op-graph.ts";

export const passes: readonly Deferred<PassDefinition>[] = [
  deferred("canonicalize", () => canonicalizePass),
  deferred("control-flow-sink", () => controlFlowSinkPass),
  deferred("cse", () => csePass),
  deferred("inline", () => inlinePass),
  deferred("int-range-optimizations", () => intRangeOptimizationsPass),
  deferred("linalg-fuse-elementwise-ops", () => linalgFuseElementwiseOps),
  deferred("linalg-generalize-named-ops", () => linalgGeneralizeNamedOps),
  deferred("loop-invariant-code-motion", () => loopInvariantCodeMotionPass),
  deferred("mem2reg", () => mem2regPass),
  deferred("normalize-contractions", () => normalizeContractions),
  deferred("print-op-stats", () => printOpStatsPass),
  deferred("reconcile-unrealized-casts", () => reconcileUnrealizedCastsPass),
  deferred("remove-dead-values", () => removeDeadValuesPass),
  deferred("sccp", () => sccpPass),
  deferred("strip-debuginfo", () => stripDebuginfoPass),
  deferred("symbol-dce", () => symbolDcePass),
  deferred("topological-sort", () => topologicalSortPass),
  deferred("view-op-graph", () => viewOpGraphPass),
];
