// An esbuild plugin: the imports of some modules are evaluated when they are first used, not when the program starts. Importing does
// nothing in this repository (definitions are data), so that only the time at which it happens differs.
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { relative, sep } from "node:path";
import { transform } from "esbuild";

/** Lists of definitions, and the command line, most of which most runs do not need. */
const lazily = /^(?:dialects\/deferred|passes\/index|lowering\/passes|tools\/.*)\.ts$/;

export const lazyImports = (root) => ({
  name: "lazy-imports",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!lazily.test(relative(root, path).split(sep).join("/"))) return undefined;
      const source = await readFile(path, "utf8");
      const { code } = await transform(source, { loader: "ts", format: "cjs", target: "es2022" });
      return { contents: withLazyImports(code, path), loader: "js" };
    });
  },
});

/**
 * `code` is esbuild's CommonJS form of a module. Its `var import_x = require("x")` become getters that load the module; its
 * exports become an ES module's again, which is what the bundle is made of.
 */
export function withLazyImports(code, path) {
  const getters = new Map();
  const exported = [];
  const lazy = code
    .replace(/^var (\w+) = ((?:__toESM\()?require\("([^"]+)"\)\)?);$/gm, (line, name, value, from) => {
      // What comes from a package stays an import, so that esbuild leaves out what is not used of it.
      if (!from.startsWith(".") && !isBuiltin(from)) return `import * as ${name} from "${from}";`;
      if (!name.startsWith("import_")) return line;
      getters.set(name, `get ${name}() { return (${name} ??= ${value}); }`);
      return `var ${name};`;
    })
    .replace(/^__export\(stdin_exports, \{\n([\s\S]*?)\n\}\);$/m, (_, list) => {
      for (const [, name, local] of list.matchAll(/^ {2}(\w+): \(\) => (.+?),?$/gm))
        exported.push(`${local} as ${name}`);
      return "";
    })
    .replace(/^module\.exports = __toCommonJS\(stdin_exports\);$/m, () => `export { ${exported.join(", ")} };`);
  if (/^module\.exports\b/m.test(lazy) || exported.some((name) => name.includes("import_"))) {
    throw new Error(`${path}: cannot make its imports lazy`);
  }
  const uses = lazy.replace(/\b(import_\w+)\./g, (use, name) => (getters.has(name) ? `lazily.${use}` : use));
  return `const lazily = { ${[...getters.values()].join(", ")} };\n${uses}`;
}
