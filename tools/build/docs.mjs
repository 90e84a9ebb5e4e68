// Writes the tables that the READMEs hold (tools/docs/tables.ts) into them.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["tools/docs/tables.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  logLevel: "warning",
  write: false,
});
const bundled = Buffer.from(outputFiles[0].contents).toString("base64");
const { filesWithTables, withTables } = await import(`data:text/javascript;base64,${bundled}`);

for (const file of filesWithTables) {
  const text = await readFile(root + file, "utf8");
  const updated = withTables(text);
  if (updated === text) continue;
  await writeFile(root + file, updated);
  console.log(`updated ${file}`);
}
