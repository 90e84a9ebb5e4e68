// The files of the documentation in a folder: written, or held against what they would be.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { errorCode, failure, fileFailure, isFailure, type Failure } from "../command/failure.ts";
import { makeDirectory } from "../command/ir-tree.ts";
import { writeOutput } from "../command/output-file.ts";
import { dialectsFolder } from "./subject.ts";

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

export function writeFiles(files: Files, out: string): Failure | undefined {
  for (const [path, text] of files) {
    const file = join(out, path);
    try {
      makeDirectory(dirname(file));
    } catch (error) {
      return fileFailure(dirname(file), "write", error);
    }
    const failed = writeOutput(file, [text]);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

/** Which files are not what they would be; and, where these are all pages that there are, which is about nothing that there is. */
export function staleFile(files: Files, out: string, isAll: boolean): Failure | undefined {
  const stale: string[] = [];
  for (const [path, text] of files) {
    const present = contents(join(out, path));
    if (typeof present === "object" && isFailure(present)) return present;
    if (present !== text) stale.push(join(out, path));
  }
  const [first, ...others] = stale;
  if (first === undefined) return isAll ? leftoverFile(files, out) : undefined;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return failure(`error: '${first}' is stale${more}\nhint: the same without --check writes it`);
}

/** Undefined where there is no such file. */
function contents(file: string): string | Failure | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return errorCode(error) === "ENOENT" ? undefined : fileFailure(file, "read", error);
  }
}

/** The page of a dialect that is not there any more. */
function leftoverFile(files: Files, out: string): Failure | undefined {
  // Pages of the other format may stand beside these.
  const kinds = new Set([...files.keys()].map((path) => extname(path)));
  const leftover = readdirSync(join(out, dialectsFolder)).find(
    (name) => kinds.has(extname(name)) && !files.has(`${dialectsFolder}/${name}`),
  );
  if (leftover === undefined) return undefined;
  return failure(`error: '${join(out, dialectsFolder, leftover)}' is about nothing that there is\nhint: remove it`);
}
