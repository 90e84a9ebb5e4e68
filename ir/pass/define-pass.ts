// definePass: a pass is a name, a sentence, options as data, and a function on one operation.
import type { Context } from "../core/context.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Listener } from "../rewrite/listener.ts";
import type { OptionRecord, OptionSpecs, OptionValues } from "./options.ts";

/** What a pass runs with. */
export interface PassRun<O = OptionRecord> {
  readonly options: O;
  readonly context: Context;
  /** To be given to rewriters and drivers: `--explain` hears of every change through it. */
  readonly listener: Listener | undefined;
  /** Reports an error and makes the pass fail when it returns. */
  fail(diagnostic: Diagnostic): void;
}

/** The erased form, which registries and pipelines hold. */
export interface PassDefinition {
  /** Kebab case; MLIR's name where it has the pass. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  readonly options: OptionSpecs;
  /** The op that the pass runs on; undefined is any. */
  readonly anchor: string | undefined;
  /** Dialects whose ops the pass makes; they must be registered. */
  readonly dependentDialects: readonly string[];
  run(op: Operation, run: PassRun): void | Promise<void>;
}

export interface PassSpec<S extends OptionSpecs> {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly options?: S;
  readonly anchor?: string;
  readonly dependentDialects?: readonly string[];
  run(op: Operation, run: PassRun<OptionValues<S>>): void | Promise<void>;
}

/** Whether every declared option has a value, which `defaultOptions` and `buildPipeline` see to. */
function hasOptions<S extends OptionSpecs>(specs: S | undefined, values: object): values is OptionValues<S> {
  return Object.keys(specs ?? {}).every((name) => name in values);
}

/** Defines a pass. Pure data: nothing is registered. */
export function definePass<const S extends OptionSpecs>(spec: PassSpec<S>): PassDefinition {
  return {
    name: spec.name,
    summary: spec.summary,
    description: spec.description ?? "",
    options: spec.options ?? {},
    anchor: spec.anchor,
    dependentDialects: spec.dependentDialects ?? [],
    run: (op, run) => {
      const options: object = run.options;
      if (!hasOptions(spec.options, options)) throw new Error(`pass '${spec.name}' was run without its options`);
      return spec.run(op, { ...run, options });
    },
  };
}
