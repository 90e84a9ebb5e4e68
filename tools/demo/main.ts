// `npm run demo`: a digit classifier that JAX trained and exported, run on every machine by the code of `terrace run`.
import { fileURLToPath } from "node:url";
import { invoke } from "../command/invoke.ts";
import { nodeIo } from "../command/node-io.ts";
import { demo } from "./demo.ts";

const io = nodeIo();
// From dist/bin/demo.js.
const models = fileURLToPath(new URL("../../test/models/", import.meta.url));
process.exitCode = await invoke(io, () => demo(models, io));
