// Runs a TypeScript program in a process of its own: jest's module contexts make the interpreter several times slower.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

/** Bundles `program` (a path from the root of the repository) and gives what it prints; throws with what it says when it fails. */
export async function runOutside(program: string, args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "terrace-test-"));
  try {
    const bundle = join(folder, "program.mjs");
    await build({
      entryPoints: [program],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "es2022",
      logLevel: "silent",
      banner: { js: 'import{createRequire as r}from"node:module";const require=r(import.meta.url);' },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [bundle, ...args], { maxBuffer: 1 << 28 });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
