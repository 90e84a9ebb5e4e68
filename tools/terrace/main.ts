// `terrace`: the command line as a process.
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { terrace } from "./terrace.ts";

/** Runs the process with these arguments. */
export async function main(argv: readonly string[]): Promise<void> {
  const io = nodeIo();
  process.exitCode = await invoke(io, () => terrace(argv, io));
}
