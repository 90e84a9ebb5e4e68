// Programs in Markdown: the block marked `ts` of a file is run in this process, and the block `text` after it is what it prints.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "node:util";
import { jest } from "@jest/globals";

const root = new URL("../../", import.meta.url);

export interface MarkdownProgram {
  readonly source: string;
  readonly output: string;
}

/** The program of a file, and what the file says that it prints. */
export function programIn(file: string): MarkdownProgram {
  const text = readFileSync(new URL(file, root), "utf8");
  const [, source, , output] = /^```ts\n([\s\S]*?)^```$([\s\S]*?)^```text\n([\s\S]*?)^```$/m.exec(text) ?? [];
  if (source === undefined || output === undefined) throw new Error(`${file} holds no program with its output`);
  return { source, output };
}

/** The file of the source tree that an import of the package resolves to when it is built. */
function entryOf(specifier: string): string {
  if (specifier === "terrace") return "tools/library/index.ts";
  if (specifier === "terrace/testing") return "tools/library/testing.ts";
  return `${specifier.slice("terrace/".length)}/index.ts`;
}

/** Runs a program on the source tree; gives what it printed. */
export async function outputOf({ source }: MarkdownProgram): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "terrace-"));
  const printed: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((...args) => void printed.push(`${format(...args)}\n`));
  try {
    const file = join(folder, "program.ts");
    const onSources = source.replace(/from "(terrace[^"]*)"/g, (_, specifier: string) => {
      return `from ${JSON.stringify(fileURLToPath(new URL(entryOf(specifier), root)))}`;
    });
    writeFileSync(file, onSources);
    await import(pathToFileURL(file).href);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  }
  return printed.join("");
}
