// `terrace-opt`: the same as `terrace opt`.
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { opt } from "../opt/opt.ts";

const io = nodeIo();
process.exitCode = await invoke(io, () => opt(process.argv.slice(2), io));
