// Everything that Terrace itself brings, as the plugin that it loads first.
import { definePlugin } from "../ir/plugin/define-plugin.ts";
import { loadPlugin, Registry } from "../ir/plugin/registry.ts";
import { TERRACE_VERSION } from "../ir/plugin/version.ts";
import { deferredDialects } from "../dialects/deferred.ts";
import { passes } from "../passes/index.ts";
import { presets } from "./machine/presets/index.ts";
import { loweringPasses } from "./passes.ts";
import { pipelines } from "./target/pipelines.ts";

export const builtinPlugin = definePlugin({
  name: "terrace",
  terrace: `^${TERRACE_VERSION}`,
  dialects: deferredDialects,
  passes: [...passes, ...loweringPasses],
  machines: presets,
  pipelines,
});

/** A registry that holds what is built in. */
export function builtinRegistry(): Registry {
  const registry = new Registry();
  const problem = loadPlugin(registry, builtinPlugin);
  if (problem !== undefined) throw new Error(problem);
  return registry;
}
