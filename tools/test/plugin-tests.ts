// Whether tests load plugins: found out before the program is loaded, which must then share its modules with them.
import { readFileSync, statSync } from "node:fs";
import { pluginFlags } from "../plugins/named-plugins.ts";
import { findMlirTests } from "./mlir-tests.ts";

const flag = new RegExp(`--?(?:${pluginFlags.join("|")})\\b`);

/** `words` are those of `terrace test`: files, folders and flags. What cannot be read is said by the command itself. */
export function namePlugins(words: readonly string[]): boolean {
  return words.some((word) => {
    const found = statSync(word, { throwIfNoEntry: false });
    if (found === undefined) return false;
    const files = found.isDirectory() ? findMlirTests(word) : [word];
    return files.some((file) => flag.test(readFileSync(file, "utf8")));
  });
}
