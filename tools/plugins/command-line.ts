// The command line as ES modules, for runs with plugins: what those import from `terrace` is what runs them.
import { sharedRegistry } from "../library/context.ts";
import { formatAskedFor, refuse } from "../command/diagnostics.ts";
import { failure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { opt } from "../opt/opt.ts";
import { terrace } from "../terrace/terrace.ts";
import { loadPlugins } from "./load-plugins.ts";
import type { NamedPlugins } from "./named-plugins.ts";
import { processPlugins } from "./process-plugins.ts";

/** Loads the plugins into the registry of this process and runs the program. */
export async function runWithPlugins(
  program: string,
  { plugins, argv }: NamedPlugins,
  io: CommandIo,
): Promise<ExitCode> {
  const format = formatAskedFor(argv);
  // Diagnostics point into what the author wrote, not into what a compiler made of it.
  process.setSourceMapsEnabled(true);
  // A module that waits for what never comes ends the process.
  const neverEnds = (): void => {
    const names = plugins.map(({ specifier }) => specifier).join(", ");
    process.exitCode = refuse(failure(`error: a plugin waits for ever: ${names}`), format, io);
  };
  process.once("exit", neverEnds);
  const problem = await loadPlugins(plugins, sharedRegistry());
  process.off("exit", neverEnds);
  if (problem !== undefined) return refuse(problem, format, io);
  processPlugins.push(...plugins);
  return program === "terrace-opt" ? opt(argv, io) : terrace(argv, io);
}
