// LLVM's `split-file`: writes the parts of a file, each under a line `//--- NAME` of any comment, into a folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProgramIo } from "./programs.ts";

export interface FilePart {
  readonly name: string;
  readonly text: string;
}

/** The parts; what stands before the first is none of them. */
export function fileParts(text: string): FilePart[] {
  const marks = [...text.matchAll(/^(?:\/\/|;|#|<!--|.?)--- (\S+).*\n?/gm)];
  return marks.map(({ index, 0: mark, 1: name = "" }, i) => ({
    name,
    text: text.slice(index + mark.length, marks[i + 1]?.index ?? text.length),
  }));
}

export function splitFile(file: string, directory: string, io: ProgramIo): number {
  const parts = fileParts(readFileSync(file, "utf8"));
  const repeated = parts.find(({ name }, i) => parts.findIndex((part) => part.name === name) !== i);
  if (parts.length === 0 || repeated !== undefined || directory === "") {
    const reason = repeated === undefined ? "no part is marked" : `'${repeated.name}' is there twice`;
    io.stderr(`split-file: error: ${file}: ${directory === "" ? "no folder is given" : reason}\n`);
    return 1;
  }
  rmSync(directory, { recursive: true, force: true });
  for (const { name, text } of parts) {
    const place = join(directory, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return 0;
}
