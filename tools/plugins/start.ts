// The start of a program: as it is, or, where plugins are named, as ES modules that share with the plugins what they import.
import { errorCode, failure, isFailure, type Failure } from "../command/failure.ts";
import { formatAskedFor, refuse } from "../command/diagnostics.ts";
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
    if (isFailure(named)) return refuse(named, formatAskedFor(argv), io);
    if (named.plugins.length === 0 && !(await testsNamePlugins(program, argv))) return command(argv, io);
    const library = await loaded(importLibrary);
    return isFailure(library) ? refuse(library, formatAskedFor(argv), io) : library.runWithPlugins(program, named, io);
  });
}

/** Whether `terrace test` is to run tests whose RUN lines may load plugins, with which its modules must be shared then. */
async function testsNamePlugins(program: string, argv: readonly string[]): Promise<boolean> {
  if (program !== "terrace" || argv[0] !== "test") return false;
  const { namePlugins } = await import("../test/plugin-tests.ts");
  return namePlugins(argv.slice(1));
}

async function loaded(importLibrary: () => Promise<CommandLine>): Promise<CommandLine | Failure> {
  try {
    return await importLibrary();
  } catch (error) {
    if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    return failure("error: plugins need the library, which is not built: npm run build");
  }
}
