// A folder for the files of a test, gone at its end.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";

export interface Workplace {
  /** Writes a file and gives its path. */
  readonly file: (name: string, contents: string | Uint8Array) => string;
  readonly path: (name: string) => string;
  readonly text: (name: string) => string;
  /** Every file in it or in a folder of it, in order. */
  readonly list: (folder?: string) => string[];
}

export function workplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), "terrace-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string): string => join(root, name);
  return {
    path,
    file: (name, contents) => {
      writeFileSync(path(name), contents);
      return path(name);
    },
    text: (name) => readFileSync(path(name), "utf8"),
    list: (folder = ".") =>
      readdirSync(path(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path(folder).length + 1))
        .sort(),
  };
}
