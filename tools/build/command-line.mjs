// Builds the command line: a few CommonJS files, what starts a program of them, and the code that V8 compiles for them. On a small input
// a program's start is most of its time: so the main file holds what every run needs, and each evaluates a module when it is first needed.
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { lazyImports } from "./lazy-imports.mjs";
import { plainFields } from "./plain-fields.mjs";

const programs = ["terrace", "terrace-opt", "demo"];

/** What workers start from, and the module of ours that they call. */
const workers = { "fuzz-worker": "tools/fuzz/slice.ts" };

/** Packages that find their own files when they run: they are not bundled. */
const external = ["piscina"];

/** The files, and which of the modules that are loaded lazily are in each: the first that matches. What they import is there as well. */
const files = {
  main: /^(?:dialects\/(?:builtin|func|arith)\/index|passes\/(?:canonicalize|cse)|tools\/(?:(?:terrace|terrace-opt|opt|command|plugins)\/.*|library\/context)|lowering\/builtin-plugin|ir\/(?!syntax\/grammar\/|pass\/option-schema|plugin\/plugin-schema|check\/).*)\.ts$/,
  upstream: /^dialects\/(?:math|scf|ub|tensor|complex|cf|index)\/index\.ts$/,
  rest: /./,
};

/** What is run once by the build, so that its code is compiled. */
const warmUp = [
  "smallest.mlir",
  "warm-up.mlir",
  "warm-up.mlir --canonicalize --cse",
  "warm-up.mlir --mlir-print-op-generic",
  "warm-up.mlir --pass-pipeline=builtin.module(symbol-dce)",
];

/** Returns what the files were made of. */
export async function buildCommandLine(root, common) {
  const outdir = `${root}dist/bin`;
  const { texts, inputs } = await bundles(root, common);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(`${outdir}/${name}.js`, text);
  // The package's other files are ES modules.
  await writeFile(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
  await copyFile(`${root}tools/build/start.cjs`, `${outdir}/start.js`);
  for (const name of programs) {
    const file = `${outdir}/${name}.js`;
    await writeFile(file, `#!/usr/bin/env node\nrequire("./start.js").start("${name}");\n`);
    await chmod(file, 0o755);
  }
  for (const [name, path] of Object.entries(workers)) {
    const text = `module.exports = require("./start.js").load("rest")["${path}"]().runSlice;\n`;
    await writeFile(`${outdir}/${name}.js`, text);
  }
  const runs = warmUp.map((line) => `tools/build/${line}`);
  execFileSync(process.execPath, [`${root}tools/build/code-cache.cjs`, `${outdir}/start.js`, ...runs], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return inputs;
}

/** The text of every file. A module is in the first file that needs it at its own start, and the others ask for it as `FILE:PATH`. */
async function bundles(root, common) {
  const names = Object.keys(files);
  /** What is in each file, by path. */
  const contents = new Map(names.map((name) => [name, new Set()]));
  /** What each file is asked for: by its readers, and in the next round by the others. */
  let wanted = firstWanted();
  let asked = firstWanted();
  const fileOf = (path, kind, own) => {
    const has = (name) => contents.get(name).has(path);
    if (kind === "import-statement") return names.slice(0, names.indexOf(own)).find(has) ?? own;
    return names.find((name) => has(name) || files[name].test(path));
  };

  const plain = plainFields();

  const bundle = async (own) => {
    const result = await build({
      ...common,
      stdin: { contents: entry([...wanted.get(own)]), resolveDir: root, loader: "js", sourcefile: "entry.mjs" },
      format: "cjs",
      platform: "node",
      // `import()` of another file is a `require` as well.
      supported: { "dynamic-import": false },
      metafile: true,
      write: false,
      minifySyntax: true,
      minifyWhitespace: true,
      banner: { js: "module.exports = (require) => { const module = { exports: {} };" },
      footer: { js: "return module.exports; };" },
      plugins: [
        lazyImports(root),
        plain,
        { name: "files", setup: ({ onResolve }) => onResolve({ filter: /./ }, resolve) },
      ],
    });
    function resolve({ importer, path: specifier, kind }) {
      if (external.includes(specifier)) return { path: specifier, external: true };
      if (isBuiltin(specifier) || importer.includes("node_modules") || importer.endsWith("entry.mjs")) return undefined;
      const path = pathOf(root, importer, specifier);
      const file = fileOf(path, kind, own);
      if (file === own) return undefined;
      asked.get(file).add(path);
      return { path: `${file}:${path}`, external: true };
    }
    return result;
  };

  // Until all ask for what they are given: a module that moves to an earlier file takes what it imports along.
  for (let round = 0, before = ""; round < 20; round++) {
    const texts = {};
    for (const name of names) {
      const { metafile, outputFiles } = await bundle(name);
      contents.set(name, new Set(Object.keys(metafile.inputs)));
      texts[name] = outputFiles[0].text;
    }
    const now = JSON.stringify([asked, contents].map((sets) => [...sets.values()].map((paths) => [...paths].sort())));
    if (now === before) return { texts, inputs: [...contents.values()].flatMap((paths) => [...paths]) };
    before = now;
    wanted = asked;
    asked = firstWanted();
  }
  throw new Error("the files of the command line keep asking each other for more");
}

/** What is asked of the files by those who start them. */
const firstWanted = () =>
  new Map([
    ["main", new Set(programs.map((name) => `tools/${name}/main.ts`))],
    ["upstream", new Set()],
    ["rest", new Set(Object.values(workers))],
  ]);

/** A module's path from the root, or a package's name. */
function pathOf(root, importer, specifier) {
  if (!specifier.startsWith(".")) return specifier;
  return relative(root, join(dirname(importer), specifier))
    .split(sep)
    .join("/");
}

/** A module that gives others by path. */
function entry(modules) {
  const from = (path) => (path.endsWith(".ts") ? `./${path}` : path);
  return `export const modules = {\n${modules.map((path) => `"${path}": () => require("${from(path)}"),\n`).join("")}};\n`;
}
