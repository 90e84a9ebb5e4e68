// What went wrong when a plugin's module was loaded, in words, and where.
import { spawnSync } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { errorCode, errorMessage } from "../command/failure.ts";

export function explainImportError(error: unknown, url: URL): string {
  const message = errorMessage(error);
  const code = errorCode(error);
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes("package 'terrace'"))
    return `${message}\nhint: 'terrace' is a peer dependency of a plugin: install it beside the plugin (npm install terrace)`;
  if (code === "ERR_MODULE_NOT_FOUND") return message;
  if (code === "ERR_UNKNOWN_FILE_EXTENSION" && /^\.m?ts$/.test(extname(url.pathname)))
    return "this version of Node does not load TypeScript; compile it, and name the JavaScript";
  if (isSyntaxError(error)) return `${syntaxErrorPlace(url)}${message}`;
  return `it throws: ${message}${placeInStack(error)}`;
}

// Not `instanceof`: an error may come from another realm.
const isSyntaxError = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "name" in error && error.name === "SyntaxError";

/** `FILE:LINE: ` of a mistake in the text of the module itself. V8 knows it and does not tell: `node --check`, which executes nothing, does. */
function syntaxErrorPlace(url: URL): string {
  const { stderr } = spawnSync(process.execPath, ["--check", fileURLToPath(url)], { encoding: "utf8" });
  const place = /^(?:file:\/\/)?(\S.*:\d+)$/m.exec(stderr)?.[1];
  return place === undefined ? "" : `${place}: `;
}

/** Where a thrown error comes from, in the author's own file: the first place in the stack that is none of Node's. */
export function placeInStack(error: unknown): string {
  const stack = typeof error === "object" && error !== null && "stack" in error ? String(error.stack) : "";
  const places = [...stack.matchAll(/^\s+at .*?\(?((?:file:\/\/)?\/[^()\s]+:\d+:\d+)\)?$/gm)].map(
    ([, place]) => place ?? "",
  );
  const own = places.find((place) => !/node_modules\/terrace\/|\/dist\/lib\//.test(place));
  return own === undefined ? "" : `\n  at ${own.replace(/^file:\/\//, "")}`;
}
