// Regenerates ir/syntax/grammar/generated from the grammars beside it. antlr-ng also writes its tables as text
// (*.interp, *.tokens), which only its own debugger reads: they are removed.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join("ir", "syntax", "grammar");
const generated = join(folder, "generated");
const grammars = readdirSync(join(root, folder)).filter((name) => name.endsWith(".g4"));
if (grammars.length === 0) throw new Error(`no grammar in ${folder}`);

const options = ["-Dlanguage=TypeScript", "--generate-visitor", "false", "--generate-listener", "false"];
rmSync(join(root, generated), { recursive: true, force: true });
for (const grammar of grammars) {
  const runner = join("node_modules", "antlr-ng", "dist", "cli", "runner.js");
  execFileSync(process.execPath, [runner, ...options, "-o", generated, join(folder, grammar)], {
    cwd: root,
    stdio: "inherit",
  });
}
for (const name of readdirSync(join(root, generated))) {
  if (!name.endsWith(".ts")) rmSync(join(root, generated, name));
}
