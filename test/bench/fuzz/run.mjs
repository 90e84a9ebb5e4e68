// Bundles and runs the benchmark (bench.ts), from the root of the repository.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("../../../", import.meta.url)));
const { outputFiles } = await build({
  entryPoints: ["test/bench/fuzz/bench.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  logLevel: "warning",
  write: false,
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
