// All wrong rules that are written down; mutants of our own rules are derived (mutants.ts).
import { branchRules } from "./branches.ts";
import { castRules } from "./casts.ts";
import { linalgBodyRules } from "./linalg-bodies.ts";
import { loopRules } from "./loops.ts";
import { divisionRules } from "./divisions.ts";
import { floatRules } from "./floats.ts";
import { integerRules } from "./integers.ts";
import { memoryRules } from "./memory.ts";
import { numberRules } from "./numbers.ts";
import { selectRules } from "./selects.ts";
import { stablehloElementRules } from "./stablehlo-elements.ts";
import { stablehloShapeRules } from "./stablehlo-shapes.ts";
import { stablehloRules } from "./stablehlo.ts";
import { structuredRules } from "./structured.ts";
import { tensorRules } from "./tensors.ts";
import { tensorShapeRules } from "./tensor-shapes.ts";
import { vectorLaneRules } from "./vector-lanes.ts";
import { vectorRules } from "./vectors.ts";
import { refusingWithoutConstants, type WrongRule } from "./wrong-rule.ts";

type Family = readonly [name: string, rules: readonly WrongRule[]];
const written: readonly Family[] = [
  ["integers", integerRules],
  ["division", divisionRules],
  ["casts", castRules],
  ["floats", floatRules],
  ["selections", selectRules],
  ["loops", loopRules],
  ["branches", branchRules],
  ["memory and motion", memoryRules],
  ["tensors", tensorRules],
  ["vectors", vectorRules],
  ["linalg and affine", structuredRules],
  ["complex, math, index", numberRules],
  ["stablehlo", stablehloRules],
  ["tensor shapes", tensorShapeRules],
  ["stablehlo shapes", stablehloShapeRules],
  ["stablehlo elements", stablehloElementRules],
  ["vector lanes", vectorLaneRules],
  ["linalg bodies", linalgBodyRules],
];

/** By what they are about. */
export const families: readonly Family[] = written.map(([name, rules]) => [name, rules.map(refusingWithoutConstants)]);

export const wrongRules: readonly WrongRule[] = families.flatMap(([, rules]) => rules);
