// `terrace completion SHELL`: prints a script that completes subcommands, flags, passes and their values.
import type { Command } from "commander";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { sharedRegistry } from "../library/context.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { shells, type Shell } from "./shells.ts";
import { commandWords, type CommandWords } from "./words.ts";
import { zshScript } from "./zsh.ts";

const scripts: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

export function completion(shell: string, program: Command, io: CommandIo): ExitCode {
  const known = shells.find((name) => name === shell);
  if (known === undefined) {
    io.stderr(
      `error: no completion for '${shell}'; did you mean '${nearest(shell, shells) ?? shells.join("', '")}'?\n`,
    );
    return 1;
  }
  io.stdout(scripts[known](commandWords(program, sharedRegistry())));
  return 0;
}
