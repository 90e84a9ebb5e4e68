// Units: what is tested one at a time, by name, so that workers can be told.
import { ruleLabel } from "../../ir/check/fuzz/rules-subject.ts";
import { folderPatterns } from "../../ir/check/fuzz/folder-patterns.ts";
import type { Tolerance } from "../../ir/rewrite/tolerance.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { loweringPasses } from "../../lowering/passes.ts";
import { targetNames } from "../../lowering/target/targets.ts";
import { createTerraceContext, sharedRegistry } from "../library/context.ts";
import { companyOf, MACHINE_DIALECTS, needsPipeline, programsOfPass } from "./company.ts";
import type { FuzzKind } from "./kinds.ts";

/** Something to test, with whose ops stand in its programs. Plain data. */
export interface Unit {
  readonly kind: FuzzKind;
  /** A rule's equation, `fold arith.addi`, a pass, a pipeline's text, a target, a dialect. */
  readonly name: string;
  readonly dialects: readonly string[];
  /** A pass that takes what a target's pipeline has made by then: it is examined there. */
  readonly isStaged?: boolean;
  /** What the rule asks for; a pass does so for each op. */
  readonly tolerance?: Tolerance | "by op";
}

/** A context in which every dialect is loaded. */
export function loadedContext(): Context {
  const context = createTerraceContext();
  for (const name of context.dialects.keys()) context.ops.get(`${name}.`);
  return context;
}

export interface UnitOptions {
  /** Only what starts from, or is about, these dialects; programs are of these dialects too. */
  readonly dialects?: readonly string[] | undefined;
  /** The text of a pipeline, for `pipelines`. */
  readonly passPipeline?: string | undefined;
}

/** The names of the passes that cross a level. */
export const crossingPasses = ({ passes }: Registry): ReadonlySet<string> =>
  new Set([...loweringPasses.map(({ name }) => name), ...passes.conversions]);

/** The passes that cross a level, or those that do not. */
function passUnits(kind: "passes" | "conversions", dialects: readonly string[] | undefined): Unit[] {
  const registry = sharedRegistry();
  const crossing = crossingPasses(registry);
  return [...registry.passes.passes.values()]
    .filter(({ name }) => crossing.has(name) === (kind === "conversions"))
    .map(({ name, tolerance }): Unit => ({
      kind,
      name,
      dialects: dialects ?? (needsPipeline(name) ? MACHINE_DIALECTS : programsOfPass(name)),
      ...(needsPipeline(name) ? { isStaged: true } : {}),
      ...(tolerance === undefined ? {} : { tolerance: "by op" }),
    }));
}

/** All units of a kind. */
export function unitsOf(kind: FuzzKind, { dialects, passPipeline }: UnitOptions): readonly Unit[] {
  const context = loadedContext();
  const names = dialects ?? [...context.dialects.keys()];
  switch (kind) {
    case "rules":
      return canonicalizationPatterns(context).flatMap(({ name, root, tolerance }): Unit[] => {
        const dialect = root?.slice(0, root.indexOf(".")) ?? "scf";
        if (!names.includes(dialect)) return [];
        const unit: Unit = { kind, name: ruleLabel({ name, root }), dialects: companyOf(dialect) };
        return [tolerance === undefined ? unit : { ...unit, tolerance }];
      });
    case "folders":
      return names.flatMap((dialect) =>
        folderPatterns(context, dialect).map(({ name }): Unit => ({ kind, name, dialects: companyOf(dialect) })),
      );
    case "passes":
    case "conversions":
      return passUnits(kind, dialects);
    case "pipelines": {
      const texts = passPipeline === undefined ? [...sharedRegistry().pipelines.keys()] : [passPipeline];
      return texts.map((name): Unit => ({ kind, name, dialects: dialects ?? ["linalg", "tensor", "scf", "arith"] }));
    }
    case "targets":
      return targetNames
        .filter((name) => name !== "interpreter")
        .map((name): Unit => ({ kind, name, dialects: dialects ?? MACHINE_DIALECTS }));
    case "round-trip":
      return names.map((name): Unit => ({ kind, name, dialects: [name] }));
  }
}
