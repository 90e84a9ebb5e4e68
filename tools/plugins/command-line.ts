// The command line as ES modules, for runs with plugins: what those import from `terrace` is what runs them.
import { sharedRegistry } from "../library/context.ts";
import { isFailure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { opt } from "../opt/opt.ts";
import { terrace } from "../terrace/terrace.ts";
import { loadPlugins } from "./load-plugins.ts";
import type { NamedPlugins } from "./named-plugins.ts";
import { processPlugins } from "./process-plugins.ts";
import { refuse } from "./start.ts";

/** Loads the plugins into the registry of this process and runs the program. */
export async function runWithPlugins(
  program: string,
  { plugins, argv }: NamedPlugins,
  io: CommandIo,
): Promise<ExitCode> {
  // Diagnostics point into what the author wrote, not into what a compiler made of it.
  process.setSourceMapsEnabled(true);
  // A module that waits for what never comes ends the process.
  const neverEnds = (): void => {
    process.exitCode = refuse(
      `error: a plugin waits for ever: ${plugins.map(({ specifier }) => specifier).join(", ")}`,
      argv,
      io,
    );
  };
  process.once("exit", neverEnds);
  const problem = await loadPlugins(plugins, sharedRegistry());
  process.off("exit", neverEnds);
  if (problem !== undefined && isFailure(problem)) return refuse(problem.failure, argv, io);
  processPlugins.push(...plugins);
  return program === "terrace-opt" ? opt(argv, io) : terrace(argv, io);
}
