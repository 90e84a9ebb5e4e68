// The plugin: what `terrace` loads where it is named, and what other packages import.
import { definePlugin } from "terrace";
import { toyPass } from "./pass.js";

export * from "./rules.js";
export { toyPass };

export default definePlugin({ name: "terrace-toy", terrace: "^VERSION", passes: [toyPass] });
