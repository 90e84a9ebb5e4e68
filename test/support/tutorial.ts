// The tutorial "A dialect in ten minutes": what its text makes of a package that `terrace new dialect clock` made.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const tutorial = readFileSync(new URL("../../tools/new/README.md", import.meta.url), "utf8");

/** Every block under the name of a file is that file; what "goes" is removed. Returns the number of files that it wrote. */
export function followTutorial(folder: string): number {
  const files = [...tutorial.matchAll(/^`([\w/.]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)];
  for (const [, name = "", body = ""] of files) writeFileSync(join(folder, name), body);
  for (const [, name = ""] of tutorial.matchAll(/^`([\w/.]+)` goes/gm)) rmSync(join(folder, name));
  return files.length;
}
