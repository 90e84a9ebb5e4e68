// The table of the conversion: what every op of the source becomes.
import { accessRules } from "./memory/access.ts";
import { viewRules } from "./memory/views.ts";
import { constantRules } from "./constants.ts";
import { callRules, launchRule, type Kernels } from "./control/calls.ts";
import { scfRules, scfTerminators } from "./control/scf.ts";
import { elementwiseRules } from "./elementwise.ts";
import type { FindRule, RuleTable } from "./rule.ts";
import { contractionRules } from "./vector/contract.ts";
import { maskRules } from "./vector/mask.ts";
import { reductionRules } from "./vector/reduce.ts";
import { shapeRules } from "./vector/shape.ts";
import { transferRules } from "./vector/transfer.ts";

/** Terminators: the op that holds them converts them. */
export const terminators: ReadonlySet<string> = new Set([...scfTerminators, "func.return", "tile.return"]);

const rules: RuleTable = {
  ...constantRules,
  ...elementwiseRules,
  ...accessRules,
  ...viewRules,
  ...transferRules,
  ...shapeRules,
  ...maskRules,
  ...reductionRules,
  ...contractionRules,
  ...scfRules,
  ...callRules,
};

/** The rule of an op; undefined where it cannot be converted. */
export const conversionRules =
  (kernels: Kernels): FindRule =>
  (op) =>
    launchRule(op, kernels) ?? rules[op.name];
