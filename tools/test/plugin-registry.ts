// Plugins that a RUN line names by flags: loaded for that one command, into a registry of its own.
import { copyRegistry, type Registry } from "../../ir/plugin/registry.ts";
import { isFailure, type Failure } from "../command/failure.ts";
import { sharedRegistry } from "../library/context.ts";
import { loadPlugins } from "../plugins/load-plugins.ts";
import { flaggedPlugins } from "../plugins/named-plugins.ts";

export interface CommandRegistry {
  readonly registry: Registry | undefined;
  /** The arguments without those flags. */
  readonly argv: readonly string[];
}

/** What a command knows: `registry`, and the plugins of its flags. package.json's are not asked for: whoever runs the tests has loaded those. */
export async function commandRegistry(
  argv: readonly string[],
  registry: Registry | undefined,
): Promise<CommandRegistry | Failure> {
  const named = flaggedPlugins(argv, process.cwd());
  if (isFailure(named)) return named;
  if (named.plugins.length === 0) return { registry, argv };
  const own = copyRegistry(registry ?? sharedRegistry());
  const problem = await loadPlugins(named.plugins, own);
  return problem ?? { registry: own, argv: named.argv };
}

/** The flags of a command that name plugins, each as one word. */
export function pluginFlagsOf(words: readonly string[]): readonly string[] {
  const named = flaggedPlugins(words, process.cwd());
  return isFailure(named) ? [] : named.plugins.map(({ specifier, namedBy }) => `${namedBy}=${specifier}`);
}
