// The start of a program: as it is, or, where plugins are named, as ES modules that share with the plugins what they import.
import { errorCode, failure, isFailure } from "../command/failure.ts";
import { failureText } from "../command/diagnostics.ts";
import { invoke } from "../command/invoke.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { nodeIo } from "../command/node-io.ts";
import { namedPlugins, type NamedPlugins } from "./named-plugins.ts";

export type Command = (argv: readonly string[], io: CommandIo) => Promise<ExitCode>;

/** What `dist/lib/command-line.js` exports. */
export interface CommandLine {
  readonly runWithPlugins: (program: string, named: NamedPlugins, io: CommandIo) => Promise<ExitCode>;
}

/** Runs `command`, the program's, on these arguments; `importLibrary` loads the program as ES modules. */
export async function start(
  program: string,
  command: Command,
  argv: readonly string[],
  importLibrary: () => Promise<CommandLine>,
): Promise<void> {
  const io = nodeIo();
  process.exitCode = await invoke(io, async () => {
    const named = namedPlugins(argv, process.cwd());
    if (isFailure(named)) return refuse(named.failure, argv, io);
    if (named.plugins.length === 0) return command(argv, io);
    try {
      const { runWithPlugins } = await importLibrary();
      return await runWithPlugins(program, named, io);
    } catch (error) {
      if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
      return refuse("error: plugins need the library, which is not built: npm run build", argv, io);
    }
  });
}

export function refuse(text: string, argv: readonly string[], io: CommandIo): ExitCode {
  io.stderr(failureText(failure(text), argv.includes("--diagnostics=json") ? "json" : "text"));
  return 1;
}
