// Writes the code that V8 compiles for the programs: `node code-cache.cjs START-SCRIPT ARGUMENTS...` runs terrace-opt with each of the
// arguments (a command line in one string) and keeps what was compiled. The first run must need the main file alone.
"use strict";
const { writeFileSync } = require("node:fs");

const [start, ...runs] = process.argv.slice(2);
const { load, scripts, cacheFile } = require(start);

async function run() {
  const { main } = load("main", true)["tools/terrace-opt/main.ts"]();
  for (const [index, line] of runs.entries()) {
    await main(line.split(" "));
    if (process.exitCode !== 0) throw new Error(`terrace-opt ${line} failed`);
    const names = [...scripts.keys()];
    if (index === 0 && names.length > 1)
      throw new Error(
        `terrace-opt ${line} loads ${names.join(", ")}: what it needs belongs into main (command-line.mjs)`,
      );
  }
  for (const [name, script] of scripts) writeFileSync(cacheFile(name), script.createCachedData());
}
void run();
