// Writes the table of verdicts, tools/fuzz/VERDICTS.md, from what `terrace fuzz --json` printed (npm run fuzz:long).
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const [, , input] = process.argv;
if (input === undefined) throw new Error("usage: node tools/build/verdicts.mjs RESULT.json");
const { seed, units } = JSON.parse(await readFile(input, "utf8"));
const output = fileURLToPath(new URL("../fuzz/VERDICTS.md", import.meta.url));

const cell = (text) => String(text).replaceAll("|", "\\|");
const tolerance = (given) =>
  given === undefined
    ? "none"
    : Object.entries(given)
        .map(([name, amount]) => `${amount} ${name}`)
        .join(", ");
const verdict = ({ findings, fired }) =>
  findings > 0 ? `${findings} findings` : fired === 0 ? "did not apply" : "refines";

const sections = [...new Set(units.map(({ kind }) => kind))].map((kind) => {
  const rows = units
    .filter((unit) => unit.kind === kind)
    .map(
      (unit) =>
        `| ${[unit.name, unit.fired, unit.programs, tolerance(unit.tolerance), verdict(unit)].map(cell).join(" | ")} |`,
    );
  return `## ${kind}\n\n| name | applied | programs | tolerance | verdict |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
});
const often = units.filter(({ fired }) => fired >= 100).length;
const total = units.reduce((sum, { programs }) => sum + programs, 0);
await writeFile(
  output,
  `# Verdicts\n\nWhat \`npm run fuzz:long\` found, with seed ${seed}, in ${total} programs: ${often} of ${units.length} applied at least a hundred times, ${units.filter(({ fired }) => fired > 0).length} at all. Written by tools/build/verdicts.mjs.\n\n${sections.join("\n")}`,
);
console.log(`wrote ${output}`);
