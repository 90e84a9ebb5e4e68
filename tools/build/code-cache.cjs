// Writes the code that V8 compiles for the programs: `node code-cache.cjs START-SCRIPT ARGUMENTS...` runs terrace-opt with each of the
// arguments (a command line in one string) and keeps what was compiled.
"use strict";
const { writeFileSync } = require("node:fs");

const [start, ...runs] = process.argv.slice(2);
const { load, scripts, cacheFile } = require(start);

async function run() {
  const { main } = load("main", true)["tools/terrace-opt/main.ts"]();
  for (const line of runs) {
    await main(line.split(" "));
    if (process.exitCode !== 0) throw new Error(`terrace-opt ${line} failed`);
  }
  for (const [name, script] of scripts) writeFileSync(cacheFile(name), script.createCachedData());
}
void run();
