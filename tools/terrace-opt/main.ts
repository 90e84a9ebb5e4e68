// `terrace-opt`: the same as `terrace opt`.
import { opt } from "../opt/opt.ts";
import { start, type CommandLine } from "../plugins/start.ts";

/** Runs the process with these arguments. */
export const main = (argv: readonly string[], importLibrary: () => Promise<CommandLine>): Promise<void> =>
  start("terrace-opt", (words, io) => opt(words, io), argv, importLibrary);
