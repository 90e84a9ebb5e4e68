// definePlugin: dialects, passes, conversions, machines and pipelines under one name. Pure data; `loadPlugin` registers it.
import type { Attachment } from "../core/attachments.ts";
import type { Deferred } from "../core/deferred.ts";
import type { DialectDefinition } from "../core/definition.ts";
import type { PassDefinition } from "../pass/define-pass.ts";
import type { NamedPipeline } from "../pass/pass-registry.ts";

export interface PluginSpec {
  readonly name: string;
  /** The versions of Terrace that it works with: `^0.1.0`. */
  readonly terrace: string;
  /** Definitions, or names with what loads the definition when it is first used. */
  readonly dialects?: readonly (DialectDefinition | Deferred<DialectDefinition>)[];
  readonly passes?: readonly (PassDefinition | Deferred<PassDefinition>)[];
  /** Passes that turn its dialects' ops into others'. The way down to every machine begins with them, in this order. */
  readonly conversions?: readonly (PassDefinition | Deferred<PassDefinition>)[];
  /** Machine descriptions by name; who reads them checks them. */
  readonly machines?: Readonly<Record<string, unknown>>;
  readonly pipelines?: readonly NamedPipeline[];
  /** What it gives ops of other dialects. */
  readonly attachments?: readonly Attachment[];
}

export interface Plugin extends Required<PluginSpec> {
  /** Identity of the copy of Terrace that made it. */
  readonly copy: object;
}

/** One object per loaded copy of this module: definitions of two copies must not meet in a context. */
export const thisCopy: object = Object.freeze({});

export function definePlugin(spec: PluginSpec): Plugin {
  return {
    dialects: [],
    passes: [],
    conversions: [],
    machines: {},
    pipelines: [],
    attachments: [],
    ...spec,
    copy: thisCopy,
  };
}
