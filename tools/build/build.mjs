// Builds what the package ships: the command line (dist/bin), the library (dist/lib) and the browser bundle
// (dist/browser). `--cli` builds the command line only. Type declarations are tsc's (tsconfig.build.json).
import { cp, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildCommandLine } from "./command-line.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Class fields of packages are never lowered: that would make antlr4ng three times slower. */
const common = { absWorkingDir: root, bundle: true, format: "esm", target: "es2022", logLevel: "warning" };

/** The library: modules that share chunks, dependencies left to the user's installation. */
async function buildLibrary() {
  const dialects = await readdir(`${root}dialects`, { withFileTypes: true });
  const dialectEntries = dialects
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`dialects/${name}`, `dialects/${name}/index.ts`]);
  await rm(`${root}dist/lib`, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: {
      index: "tools/library/index.ts",
      testing: "tools/library/testing.ts",
      "command-line": "tools/plugins/command-line.ts",
      "fuzz-worker": "tools/plugins/fuzz-worker.ts",
      ...Object.fromEntries(dialectEntries),
    },
    outdir: `${root}dist/lib`,
    platform: "neutral",
    packages: "external",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
}

/** The library in one file with its dependencies. Any import of a `node:` module fails this build, as it should. */
async function buildBrowserBundle() {
  await rm(`${root}dist/browser`, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: { terrace: "tools/library/index.ts" },
    outdir: `${root}dist/browser`,
    platform: "browser",
    minifySyntax: true,
    minifyWhitespace: true,
  });
}

try {
  const commandLineOnly = process.argv.includes("--cli");
  if (!commandLineOnly) {
    await rm(`${root}dist`, { recursive: true, force: true });
    await Promise.all([buildLibrary(), buildBrowserBundle()]);
  }
  await buildCommandLine(root, common);
  await cp(`${root}tools/new/templates`, `${root}dist/templates`, { recursive: true });
} catch (error) {
  // esbuild has already printed what is wrong with the source.
  if (!Array.isArray(error?.errors)) throw error;
  process.exitCode = 1;
}
