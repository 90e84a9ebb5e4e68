// Loads the plugins that the user named: the only modules from outside that Terrace ever executes.
import { existsSync, statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { resolve as resolvePackage } from "import-meta-resolve";
import type { Plugin } from "../../ir/plugin/define-plugin.ts";
import { checkPlugin } from "../../ir/plugin/plugin-schema.ts";
import { loadPlugin, type Registry } from "../../ir/plugin/registry.ts";
import { errorMessage, failure, isFailure, type Failure } from "../command/failure.ts";
import { explainImportError, placeInStack } from "./import-errors.ts";
import type { NamedPlugin } from "./named-plugins.ts";

/** Loads a module: Node's `import()`, but for tests. */
export type ImportModule = (url: string) => Promise<object>;

/** Adds what the plugins bring; all that is wrong with any of them is one failure. */
export async function loadPlugins(
  plugins: readonly NamedPlugin[],
  registry: Registry,
  importModule: ImportModule = (url) => import(url),
): Promise<Failure | undefined> {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const named of plugins) {
    const url = urlOf(named);
    const loaded = isFailure(url) ? url : seen.has(url.href) ? undefined : await load(url, registry, importModule);
    if (!isFailure(url)) seen.add(url.href);
    if (loaded !== undefined)
      problems.push(`error: cannot load plugin '${named.specifier}' (named by ${named.namedBy}): ${loaded.failure}`);
  }
  return problems.length === 0 ? undefined : failure(problems.join("\n"));
}

function urlOf({ specifier, folder }: NamedPlugin): URL | Failure {
  if (/\.(so|dylib|dll)$/.test(specifier))
    return failure("it is a shared library, which LLVM's tools load; Terrace's plugins are ES modules");
  const file = resolve(folder, specifier);
  if (/^\.{0,2}[/\\]/.test(specifier) || specifier === "." || isAbsolute(specifier) || existsSync(file)) {
    if (!existsSync(file)) return failure(`there is no file '${file}'`);
    if (statSync(file).isDirectory()) return failure("it is a folder; name the module in it");
    return pathToFileURL(file);
  }
  try {
    return new URL(resolvePackage(specifier, `${pathToFileURL(folder).href}/`));
  } catch (error) {
    return failure(`${errorMessage(error)}\nhint: a path begins with ./, a package is installed first`);
  }
}

async function load(url: URL, registry: Registry, importModule: ImportModule): Promise<Failure | undefined> {
  let made: object;
  try {
    made = await importModule(url.href);
  } catch (error) {
    return failure(explainImportError(error, url));
  }
  const exported = "default" in made ? made.default : undefined;
  if (exported === undefined)
    return failure("it has no default export\nhint: export default definePlugin({ name, terrace, dialects, ... })");
  const check = checkPlugin(exported);
  if (!check.ok) return failure(check.message);
  const plugin = withDialects(check.plugin);
  if (isFailure(plugin)) return plugin;
  const problem = loadPlugin(registry, plugin);
  return problem === undefined ? undefined : failure(problem);
}

/** A dialect that is defined when it is first used is so now: what is wrong with it is to be said of the plugin. */
function withDialects(plugin: Plugin): Plugin | Failure {
  try {
    const dialects = plugin.dialects.map((dialect) => ("load" in dialect ? dialect.load() : dialect));
    const check = checkPlugin({ ...plugin, dialects });
    return check.ok ? check.plugin : failure(check.message);
  } catch (error) {
    return failure(`a dialect of it cannot be defined: ${errorMessage(error)}${placeInStack(error)}`);
  }
}
