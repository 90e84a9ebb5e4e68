// PassRegistry: passes and named pipelines by name.
import { DeferredMap, type Deferred } from "../core/deferred.ts";
import type { PassDefinition } from "./define-pass.ts";
import type { OptionRecord, OptionSpecs } from "./options.ts";

/** A name that stands for a pipeline's text. */
export interface NamedPipeline {
  readonly name: string;
  readonly summary: string;
  readonly options?: OptionSpecs;
  /** The elements as text, without an anchor: `canonicalize,cse`. A way down to a machine begins with the registry's `conversions`. */
  readonly expand: (options: OptionRecord, conversions: readonly string[]) => string;
}

export class PassRegistry {
  readonly passes = new DeferredMap<PassDefinition>();
  readonly pipelines = new Map<string, NamedPipeline>();
  /** The passes that turn ops of plugins' dialects into others', by name, in the order in which they run. */
  readonly conversions: string[] = [];

  constructor(
    passes: Iterable<PassDefinition | Deferred<PassDefinition>> = [],
    pipelines: Iterable<NamedPipeline> = [],
  ) {
    for (const problem of [...this.addAll(passes), ...this.addPipelines(pipelines)]) throw new Error(problem);
  }

  /** Adds a pass; returns why not, when the name is another's. */
  add(pass: PassDefinition | Deferred<PassDefinition>): string | undefined {
    if (this.passes.peek(pass.name) === pass) return undefined;
    if (this.has(pass.name)) return `pass '${pass.name}' is already registered`;
    if ("load" in pass) this.passes.defer(pass);
    else this.passes.set(pass.name, pass);
    return undefined;
  }

  addPipeline(pipeline: NamedPipeline): string | undefined {
    if (this.pipelines.get(pipeline.name) === pipeline) return undefined;
    if (this.has(pipeline.name)) return `pipeline '${pipeline.name}' is already registered`;
    this.pipelines.set(pipeline.name, pipeline);
    return undefined;
  }

  addAll(passes: Iterable<PassDefinition | Deferred<PassDefinition>>): string[] {
    return [...passes].flatMap((pass) => this.add(pass) ?? []);
  }

  addPipelines(pipelines: Iterable<NamedPipeline>): string[] {
    return [...pipelines].flatMap((pipeline) => this.addPipeline(pipeline) ?? []);
  }

  has(name: string): boolean {
    return this.passes.has(name) || this.pipelines.has(name);
  }

  /** Every name that may stand in a pipeline. */
  get names(): string[] {
    return [...this.passes.keys(), ...this.pipelines.keys()];
  }
}
