// Where a new package is to get terrace from: where the terrace that makes it came from.
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";

/**
 * What stands in a package.json as the version of `terrace`. `root` is the folder of this terrace: in a `node_modules` it is what
 * that folder's package.json says, made absolute where it is a file; outside one, that folder itself.
 */
export function terraceDependency(root: string): string {
  const modules = dirname(root);
  if (basename(modules) !== "node_modules") return `file:${root}`;
  const owner = dirname(modules);
  const said = dependencyIn(join(owner, "package.json"));
  if (said === undefined) return `^${TERRACE_VERSION}`;
  return said.startsWith("file:") ? `file:${resolve(owner, said.slice("file:".length))}` : said;
}

function dependencyIn(file: string): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // npm made it, or nobody did: either way it says nothing of where terrace is from.
    return undefined;
  }
  for (const list of ["dependencies", "devDependencies", "optionalDependencies"]) {
    const version = field(field(manifest, list), "terrace");
    if (typeof version === "string") return version;
  }
  return undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
