// The plugin: what `terrace` loads where it is named, and what other packages import.
import { definePlugin } from "terrace";
import { toyMachine } from "./machine.js";

export { toyMachine };

export default definePlugin({ name: "terrace-toy", terrace: "^VERSION", machines: { [toyMachine.name]: toyMachine } });
