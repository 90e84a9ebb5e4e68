// `terrace`: the command line as a process.
import { start, type CommandLine } from "../plugins/start.ts";
import { terrace } from "./terrace.ts";

/** Runs the process with these arguments. */
export const main = (argv: readonly string[], importLibrary: () => Promise<CommandLine>): Promise<void> =>
  start("terrace", terrace, argv, importLibrary);
