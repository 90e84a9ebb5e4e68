// Writes the table of verdicts, tools/fuzz/VERDICTS.md, from what `terrace fuzz --json` printed (npm run fuzz:long). Exits with 1, and says what, where
// something did not apply as often as it was to, or something was found.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const [, , input] = process.argv;
if (input === undefined) throw new Error("usage: node tools/build/verdicts.mjs RESULT.json");
const { seed, quota, seconds, units, findings } = JSON.parse(await readFile(input, "utf8"));
const output = fileURLToPath(new URL("../fuzz/VERDICTS.md", import.meta.url));

const cell = (text) => String(text).replaceAll("|", "\\|");

const sections = [...new Set(units.map(({ kind }) => kind))].map((kind) => {
  const rows = units
    .filter((unit) => unit.kind === kind)
    .map((unit) => `| ${[unit.name, unit.fired, unit.programs, unit.within, unit.verdict].map(cell).join(" | ")} |`);
  return `## ${kind}\n\n| name | applied | programs | tolerance | verdict |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
});
const lacking = units.filter(({ fired }) => fired < quota);
const total = units.reduce((sum, { programs }) => sum + programs, 0);
const often = `${units.length - lacking.length} of ${units.length} applied ${quota} times`;
await writeFile(
  output,
  `# Verdicts\n\nWhat \`npm run fuzz:long\` found, with seed ${seed}, in ${total} programs: ${often}, ${units.filter(({ fired }) => fired > 0).length} at all. Written by tools/build/verdicts.mjs.\n\n${sections.join("\n")}`,
);
console.log(`wrote ${output}: ${often}, ${findings.length} findings, in ${Math.round(seconds)} s`);
for (const { kind, name, fired } of lacking) console.log(`applied ${fired} times: ${kind}: ${name}`);
for (const { cause, text } of findings) console.log(`found: ${cause}\n\n${text}`);
if (lacking.length + findings.length > 0) process.exitCode = 1;
