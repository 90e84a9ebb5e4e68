// Starts a program of the files beside this one, with the code that V8 compiled when they were built (tools/build/code-cache.cjs).
"use strict";
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// Of a run of a second or two, V8's optimising compiler takes a third: less inlining and higher thresholds halve that (measured at 100k
// ops; at 1M the code is as fast). Compiled code is good for the flags that it was made with, so the build has them as well.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
// A function is compiled at the first look that finds it hot, whatever its size, and not after several, the longer the more: V8 looks at
// it four times as late instead. What is used throughout is compiled sooner so, and what is not is never: 5 to 8 % less.
// (From Node 22 on, V8 has these thresholds by other names, and says so of a flag that it does not know.)
if (parseInt(process.versions.v8) < 12) {
  setFlagsFromString("--interrupt-budget=300000");
  setFlagsFromString("--ticks-before-optimization=1");
  setFlagsFromString("--bytecode-size-allowance-per-tick=1000");
}
// Peeling loops makes more to compile and gains nothing here. Nearly all that is read lives to the end: marking it bit by bit
// beside the program costs more than stopping for it.
setFlagsFromString("--no-turbo-loop-peeling");
setFlagsFromString("--no-incremental-marking");

/** Compiled code belongs to one version of V8: that of the Node that built it. */
const cacheFile = (name) => join(__dirname, `${name}-${process.version}-${process.platform}-${process.arch}.cache`);

function readCache(name) {
  try {
    return readFileSync(cacheFile(name));
  } catch {
    return undefined;
  }
}

/** For a Node without compiled code of ours: its own cache (22.8 and later), in a folder that only this user may write. */
function useNodesCache() {
  if (typeof Module.enableCompileCache !== "function" || process.env.NODE_COMPILE_CACHE !== undefined) return;
  try {
    const { mkdirSync, statSync } = require("node:fs");
    const folder = join(require("node:os").homedir(), ".cache", "terrace");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    if (process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0))
      Module.enableCompileCache(folder);
  } catch {
    // No home, or one that cannot be written: compiled at every start.
  }
}

/** What is loaded, by name: the modules of `main` and the others by path. */
const loaded = new Map();
const scripts = new Map();

/** `make` compiles although there is a cache, as the build does to make one. */
function load(name, make = false) {
  const present = loaded.get(name);
  if (present !== undefined) return present;
  const file = join(__dirname, `${name}.js`);
  const cachedData = make ? undefined : readCache(name);
  let define;
  if (cachedData === undefined && !make) {
    useNodesCache();
    define = require(file);
  } else {
    const script = new Script(Module.wrap(readFileSync(file, "latin1")), { filename: file, cachedData });
    const made = { exports: {} };
    script.runInThisContext()(made.exports, require, made);
    define = made.exports;
    scripts.set(name, script);
  }
  const { modules } = define(requireFrom(make));
  loaded.set(name, modules);
  return modules;
}

/** `FILE:PATH` are modules of ours, all else is Node's. */
function requireFrom(make) {
  return (id) => {
    const ours = /^(main|upstream|rest):(.*)$/.exec(id);
    return ours === null ? require(id) : load(ours[1], make)[ours[2]]();
  };
}

exports.load = load;
exports.scripts = scripts;
exports.cacheFile = cacheFile;

exports.start = (name) => {
  // The same programs as ES modules: plugins share those with them.
  const importLibrary = () => import("../lib/command-line.js");
  void load("main")[`tools/${name}/main.ts`]().main(process.argv.slice(2), importLibrary);
};
