// definePass: a pass is a name, a sentence, options as data, and a function on one operation.
import type { Analysis } from "../analysis/analysis-manager.ts";
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Listener } from "../rewrite/listener.ts";
import type { Tolerance } from "../rewrite/tolerance.ts";
import type { OptionRecord, OptionSpecs, OptionValues } from "./options.ts";

/** What a pass counts, by name: the sentence that a report shows. */
export type StatisticSpecs = Readonly<Record<string, string>>;

/** What a pass runs with. */
export interface PassRun<O = OptionRecord, S extends string = string> {
  readonly options: O;
  readonly context: Context;
  /** To be given to rewriters and drivers: `--explain` hears of every change through it. */
  readonly listener: Listener | undefined;
  /** Reports an error and makes the pass fail when it returns. */
  fail(diagnostic: Diagnostic): void;
  /** Adds to one of the pass's statistics. */
  count(statistic: S, by?: number): void;
  /** The result of an analysis of the op that the pass runs on: kept from an earlier pass, or computed now (getAnalysis). */
  analysis<T>(analysis: Analysis<T>): T;
  /** Says that what the pass does leaves these analyses right, or all (markAnalysesPreserved, markAllAnalysesPreserved). */
  preserve(...analyses: readonly Analysis<unknown>[] | readonly ["all"]): void;
  /** Shows a text, which the pass found out, to who runs it. */
  print(text: string): void;
}

/** The erased form, which registries and pipelines hold. */
export interface PassDefinition {
  /** Kebab case; MLIR's name where it has the pass. */
  readonly name: string;
  /** What the pass is called in dumps and reports: MLIR's class name where it has the pass. */
  readonly className: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  readonly options: OptionSpecs;
  readonly statistics: StatisticSpecs;
  /** The op that the pass runs on; undefined is any. */
  readonly anchor: string | undefined;
  /** Dialects whose ops the pass makes; they must be registered. */
  readonly dependentDialects: readonly string[];
  /** How far floats that an op computes may be off after the pass; undefined where not at all. */
  readonly tolerance?: ((op: Operation) => Tolerance | undefined) | undefined;
  run(op: Operation, run: PassRun): void | Promise<void>;
}

export interface PassSpec<S extends OptionSpecs, T extends StatisticSpecs> {
  readonly name: string;
  /** The name in Pascal case unless given. */
  readonly className?: string;
  readonly summary: string;
  readonly description?: string;
  readonly options?: S;
  readonly statistics?: T;
  readonly anchor?: string;
  readonly dependentDialects?: readonly string[];
  readonly tolerance?: (op: Operation) => Tolerance | undefined;
  run(op: Operation, run: PassRun<OptionValues<S>, keyof T & string>): void | Promise<void>;
}

/** Whether every declared option has a value, which `defaultOptions` and `buildPipeline` see to. */
function hasOptions<S extends OptionSpecs>(specs: S | undefined, values: object): values is OptionValues<S> {
  return Object.keys(specs ?? {}).every((name) => name in values);
}

/** Defines a pass. Pure data: nothing is registered. */
export function definePass<const S extends OptionSpecs, const T extends StatisticSpecs = Record<never, string>>(
  spec: PassSpec<S, T>,
): PassDefinition {
  return {
    name: spec.name,
    className: spec.className ?? pascalCase(spec.name),
    summary: spec.summary,
    description: spec.description ?? "",
    options: spec.options ?? {},
    statistics: spec.statistics ?? {},
    anchor: spec.anchor,
    dependentDialects: spec.dependentDialects ?? [],
    tolerance: spec.tolerance,
    run: (op, run) => {
      const options: object = run.options;
      if (!hasOptions(spec.options, options)) throw new Error(`pass '${spec.name}' was run without its options`);
      return spec.run(op, { ...run, options });
    },
  };
}

/** The class name that MLIR would give a pass: `memory-plan` is `MemoryPlan`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
