// Runs a command to its exit code. What is thrown below here is a bug of ours, and is said so.
import { errorMessage } from "./failure.ts";
import type { CommandIo, ExitCode } from "./io.ts";

export async function invoke(io: CommandIo, command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    io.progress(undefined);
    if (isMemoryExhausted(error)) {
      io.stderr(`error: out of memory: ${errorMessage(error)}\n`);
      return 1;
    }
    io.stderr(`internal error: ${errorMessage(error)}; please report it with the command and its input\n`);
    if (process.env["TERRACE_DEBUG"] === "1") io.stderr(`${stackOf(error)}\n`);
    else io.stderr("(TERRACE_DEBUG=1 shows where it happened)\n");
    return 2;
  }
}

function stackOf(error: unknown): string {
  return typeof error === "object" && error !== null && "stack" in error ? String(error.stack) : "no stack";
}

/** An array or a text that this engine cannot hold is the input's size, not a bug. */
function isMemoryExhausted(error: unknown): boolean {
  return /array buffer allocation failed|invalid (typed )?array length|invalid string length/i.test(
    errorMessage(error),
  );
}
