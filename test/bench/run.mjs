// Bundles a program of this folder and runs it from the root of the repository: `node test/bench/run.mjs fuzz/bench.ts --only=...`.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));
const [entry] = process.argv.splice(2, 1);
const outfile = `dist/bench/${entry}.mjs`;
await build({
  entryPoints: [`test/bench/${entry}`],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  logLevel: "warning",
  outfile,
});
await import(new URL(`../../${outfile}`, import.meta.url));
