// Builds what the package ships: the command line (dist/bin), and the library (dist/lib), for Node and browsers. `--cli` builds the command
// line only. Type declarations are tsc's (tsconfig.build.json), of which `declarations.mjs` keeps those that the entries reach.
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildCommandLine } from "./command-line.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Class fields of packages are never lowered: that would make antlr4ng three times slower. */
const common = { absWorkingDir: root, bundle: true, format: "esm", target: "es2022", logLevel: "warning" };

/** What only programs on Node need, and leave to the user's installation: it is no ES module, or finds its own files. */
const external = ["commander", "import-meta-resolve", "piscina"];

/** What is for programs and tests on Node; the other entries run in a browser as well. */
const nodeEntries = {
  testing: "tools/library/testing.ts",
  "command-line": "tools/plugins/command-line.ts",
  "fuzz-worker": "tools/plugins/fuzz-worker.ts",
};

/** The library: modules that share chunks. They hold what they need of packages, a tenth of what an installation of those would be. */
async function buildLibrary() {
  const dialects = await readdir(`${root}dialects`, { withFileTypes: true });
  const dialectEntries = dialects
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`dialects/${name}`, `dialects/${name}/index.ts`]);
  const { metafile } = await build({
    ...common,
    entryPoints: { index: "tools/library/index.ts", ...nodeEntries, ...Object.fromEntries(dialectEntries) },
    outdir: `${root}dist/lib`,
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["node:*", ...external],
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  const foreign = externalImports(metafile, ["index", ...dialectEntries.map(([name]) => name)]);
  if (foreign.length > 0) throw new Error(`the library could not run in a browser: it imports ${foreign.join(", ")}`);
  return Object.keys(metafile.inputs);
}

/** The licences of the packages that these files are of, and that what is built holds parts of. */
async function licences(inputs) {
  const names = inputs.flatMap((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const texts = [...new Set(names)].sort().map(async (name) => {
    const folder = `${root}node_modules/${name}`;
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`package ${name} has no licence to ship`);
    return `${name}\n\n${await readFile(`${folder}/${file}`, "utf8")}`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n`);
}

/** What the files of these entries, and those that they import, have from outside the library. */
function externalImports({ outputs }, entries) {
  const files = entries.map((name) => `dist/lib/${name}.js`);
  const found = new Set();
  const seen = new Set(files);
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    for (const { path, external: isExternal } of outputs[file].imports) {
      if (isExternal) found.add(path);
      else if (!seen.has(path)) {
        seen.add(path);
        files.push(path);
      }
    }
  }
  return [...found];
}

try {
  const inputs = [];
  const commandLineOnly = process.argv.includes("--cli");
  if (!commandLineOnly) {
    await rm(`${root}dist`, { recursive: true, force: true });
    inputs.push(...(await buildLibrary()));
  }
  inputs.push(...(await buildCommandLine(root, common)));
  await writeFile(`${root}dist/THIRD-PARTY-LICENSES.txt`, await licences(inputs));
  await cp(`${root}tools/docs/site`, `${root}dist/docs`, { recursive: true });
  await cp(`${root}tools/fuzz/VERDICTS.md`, `${root}dist/docs/VERDICTS.md`);
  await cp(`${root}tools/new/templates`, `${root}dist/templates`, { recursive: true });
} catch (error) {
  // esbuild has already printed what is wrong with the source.
  if (!Array.isArray(error?.errors)) throw error;
  process.exitCode = 1;
}
