// `npm run demo`: a digit classifier that JAX trained and exported, run on every machine by the code of `terrace run`.
import { join } from "node:path";
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { builtFolder } from "../command/program-folder.ts";
import { demo } from "./demo.ts";

/** Runs the process. */
export async function main(): Promise<void> {
  const io = nodeIo();
  process.exitCode = await invoke(io, () => demo(join(builtFolder(), "../../test/models/"), io));
}
