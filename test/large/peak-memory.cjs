// Loaded before the program: tells at its end the most memory that it held (KiB) and its CPU time (microseconds), on descriptor 3.
"use strict";
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});
