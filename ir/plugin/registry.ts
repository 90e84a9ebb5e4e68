// Registry: everything that plugins brought, built-in things included. A Context is made from it.
import { Attachments } from "../core/attachments.ts";
import { Context } from "../core/context.ts";
import type { Deferred } from "../core/deferred.ts";
import type { DialectDefinition } from "../core/definition.ts";
import { PassRegistry } from "../pass/pass-registry.ts";
import { thisCopy, type Plugin } from "./define-plugin.ts";
import { satisfies, TERRACE_VERSION } from "./version.ts";

export class Registry {
  readonly dialects = new Map<string, DialectDefinition | Deferred<DialectDefinition>>();
  /** Passes and pipelines, as pipelines' texts name them. */
  readonly passes = new PassRegistry();
  readonly machines = new Map<string, unknown>();
  attachments = Attachments.none;
  readonly plugins = new Map<string, Plugin>();
  /** Which plugin brought a name: by `dialect x`, `operation x.y`, `pass x`, `pipeline x`, `machine x`. */
  readonly owners = new Map<string, string>();

  get pipelines(): PassRegistry["pipelines"] {
    return this.passes.pipelines;
  }
}

/** A deferred dialect's ops have its name before the dot, so that its name stands for them. */
function opsOf(dialect: DialectDefinition | Deferred<DialectDefinition>): DialectDefinition["ops"] {
  return "load" in dialect ? [] : dialect.ops;
}

/** What a plugin brings, as `owners` names it. */
function namesOf(plugin: Plugin): string[] {
  return [
    ...plugin.dialects.map(({ name }) => `dialect '${name}'`),
    ...plugin.dialects.flatMap((dialect) => opsOf(dialect).map(({ name }) => `operation '${name}'`)),
    ...[...plugin.passes, ...plugin.conversions].map(({ name }) => `pass '${name}'`),
    // Passes and pipelines share one space of names.
    ...plugin.pipelines.map(({ name }) => `pass '${name}'`),
    ...Object.keys(plugin.machines).map((name) => `machine '${name}'`),
  ];
}

/** What is attached once the plugin is there too, or what clashes. */
function attachmentsWith({ attachments, dialects }: Registry, plugin: Plugin): Attachments | string {
  const definitionOf = (dialect: DialectDefinition | Deferred<DialectDefinition> | undefined) =>
    dialect !== undefined && "load" in dialect ? dialect.load() : dialect;
  const all = attachments.with(plugin.attachments, plugin.name, (name) =>
    definitionOf(plugin.dialects.find((dialect) => dialect.name === name) ?? dialects.get(name)),
  );
  if (typeof all === "string") return all;
  for (const dialect of plugin.dialects) {
    const definition = all.concerns(dialect.name) ? definitionOf(dialect) : undefined;
    const clash = definition && all.clashWith(definition);
    if (clash !== undefined) return clash;
  }
  return all;
}

/** Adds all that a plugin brings, or nothing: then returns why not. */
export function loadPlugin(registry: Registry, plugin: Plugin): string | undefined {
  const who = `plugin '${plugin.name}'`;
  if (registry.plugins.get(plugin.name) === plugin) return undefined;
  if (registry.plugins.has(plugin.name)) return `${who} is already loaded, from elsewhere`;
  if (plugin.copy !== thisCopy) {
    return `${who} was made by another copy of terrace than the one that loads it; it must use this one (a peer dependency)`;
  }
  const fits = satisfies(TERRACE_VERSION, plugin.terrace);
  if (fits === undefined) return `${who} asks for terrace '${plugin.terrace}', which is no version range`;
  if (!fits) return `${who} asks for terrace ${plugin.terrace}; this is ${TERRACE_VERSION}`;
  const names = namesOf(plugin);
  const seen = new Set<string>();
  for (const name of names) {
    const owner = registry.owners.get(name);
    if (owner !== undefined) return `${who} brings ${name}, which plugin '${owner}' has brought already`;
    if (seen.has(name)) return `${who} brings ${name} twice`;
    seen.add(name);
  }
  const attachments = attachmentsWith(registry, plugin);
  if (typeof attachments === "string") return `${who}: ${attachments}`;
  for (const name of names) registry.owners.set(name, plugin.name);
  registry.plugins.set(plugin.name, plugin);
  for (const dialect of plugin.dialects) registry.dialects.set(dialect.name, dialect);
  const { passes } = registry;
  const problems = [
    ...passes.addAll([...plugin.passes, ...plugin.conversions]),
    ...passes.addPipelines(plugin.pipelines),
  ];
  if (problems.length > 0) throw new Error(problems[0]);
  passes.conversions.push(...plugin.conversions.map(({ name }) => name));
  for (const [name, machine] of Object.entries(plugin.machines)) registry.machines.set(name, machine);
  registry.attachments = attachments;
  return undefined;
}

/** A registry of its own with the same plugins: what is added to the one is not in the other. */
export function copyRegistry({ plugins }: Registry): Registry {
  const copy = new Registry();
  for (const plugin of plugins.values()) {
    const problem = loadPlugin(copy, plugin);
    if (problem !== undefined) throw new Error(problem);
  }
  return copy;
}

/** A fresh context with all dialects of the registry. */
export function createContext(registry: Registry): Context {
  const context = new Context();
  for (const dialect of registry.dialects.values()) {
    const problem = context.registerDialect(dialect, registry.owners.get(`dialect '${dialect.name}'`));
    if (problem !== undefined) throw new Error(problem);
  }
  context.attachments = registry.attachments;
  return context;
}
