// `terrace-opt`: the same as `terrace opt`.
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { opt } from "../opt/opt.ts";

/** Runs the process with these arguments. */
export async function main(argv: readonly string[]): Promise<void> {
  const io = nodeIo();
  process.exitCode = await invoke(io, () => opt(argv, io));
}
