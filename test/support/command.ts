// Commands in tests: run in this process, their streams kept.
import type { CommandIo, ExitCode } from "../../tools/command/io.ts";
import { invoke } from "../../tools/command/invoke.ts";
import { terrace } from "../../tools/terrace/terrace.ts";

export interface CommandResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `terrace` with these arguments. */
export function runTerrace(argv: readonly string[], stdin = ""): Promise<CommandResult> {
  return captured((io) => terrace(argv, io), stdin);
}

/** Runs a command with streams that are kept. */
export async function captured(command: (io: CommandIo) => Promise<ExitCode>, stdin = ""): Promise<CommandResult> {
  let stdout = "";
  let stderr = "";
  const io: CommandIo = {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    stdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
    progress: () => undefined,
  };
  const code = await invoke(io, () => command(io));
  return { code, stdout, stderr };
}
