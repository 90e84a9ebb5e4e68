// What is shipped of declarations: of tsc's, those that the package's entries reach, since what is behind them is no business of users; and
// those of packages whose types are in them, which the library itself holds what it needs of.
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const types = join(root, "dist/types");

/** Where the types of packages begin. */
const packages = { zod: "index.d.ts", immer: "dist/immer.d.ts" };

const specifiers = /(?<=(?:from|import\()\s*")[^"]*(?=")/g;
const declarationOf = (file) => file.replace(/\.([mc]?)[jt]s$/, ".d.$1ts");

/** The files that these reach by relative imports, themselves among them. `seen` is told of each with its text. */
async function reachable(folder, entries, seen) {
  const reached = new Set(entries);
  for (const name of reached) {
    const text = await readFile(join(folder, name), "utf8");
    for (const [specifier] of text.matchAll(specifiers)) {
      if (!specifier.startsWith(".")) continue;
      const file = join(dirname(name), declarationOf(specifier));
      if (!existsSync(join(folder, file)))
        throw new Error(`${join(folder, name)} asks for ${specifier}, which is not there`);
      reached.add(file);
    }
    await seen?.(name, text);
  }
  return reached;
}

const used = new Set();

/** Imports of packages become those of the copies. */
async function withCopies(name, text) {
  const changed = text.replace(specifiers, (specifier) => {
    const entry = packages[specifier];
    if (entry === undefined) return specifier;
    used.add(specifier);
    const path = relative(dirname(name), join("packages", specifier, entry)).replace(/\.d\.ts$/, ".js");
    return path.startsWith(".") ? path : `./${path}`;
  });
  if (changed !== text) await writeFile(join(types, name), changed);
}

const all = (await readdir(types, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
const isEntry = (name) => /^(?:tools\/library\/(?:index|testing)|dialects\/[^/]+\/index)\.d\.ts$/.test(name);
const reached = await reachable(types, all.filter(isEntry), withCopies);
for (const name of all) if (!reached.has(name)) await rm(join(types, name));
for (const name of used) {
  const from = join(root, "node_modules", name);
  const to = join(types, "packages", name);
  for (const file of [...(await reachable(from, [packages[name]])), "LICENSE", "package.json"]) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await copyFile(join(from, file), join(to, file));
  }
}
