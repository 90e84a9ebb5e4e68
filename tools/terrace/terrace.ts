// The subcommands of `terrace`. `opt` reads its own flags, because their order matters; commander reads the others'.
import type { CommandIo, ExitCode } from "../command/io.ts";

export async function terrace(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (argv[0] === "opt") {
    const { opt } = await import("../opt/opt.ts");
    return opt(argv.slice(1), io);
  }
  const { subcommands } = await import("./subcommands.ts");
  return subcommands(argv, io);
}
