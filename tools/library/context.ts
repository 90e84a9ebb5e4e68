// A context with everything that is built in, and the registry that it is made from.
import type { Context } from "../../ir/core/context.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";

let shared: Registry | undefined;

/**
 * The registry of this process, made once: what is built in, and the plugins that a command line named. Other plugins go into a registry of one's
 * own: `loadPlugin(builtinRegistry(), plugin)`.
 */
export function sharedRegistry(): Registry {
  return (shared ??= builtinRegistry());
}

/** A fresh context with the dialects of `registry`; without one, with those that are built in. */
export function createTerraceContext(registry: Registry = sharedRegistry()): Context {
  return createContext(registry);
}
