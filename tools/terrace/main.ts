// `terrace`: the command line as a process.
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { terrace } from "./terrace.ts";

const io = nodeIo();
process.exitCode = await invoke(io, () => terrace(process.argv.slice(2), io));
