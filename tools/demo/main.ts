// `npm run demo`: a digit classifier that JAX trained and exported, run on every machine by the code of `terrace run`.
import { join } from "node:path";
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { demo } from "./demo.ts";

/** `folder` is where the program lies: dist/bin. */
export async function main(_argv: readonly string[], _importLibrary: unknown, folder: string): Promise<void> {
  const io = nodeIo();
  process.exitCode = await invoke(io, () => demo(join(folder, "../../test/models/"), io));
}
