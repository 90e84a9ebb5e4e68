// Folders that commands write into: checked before the time is spent on what goes there.
import { accessSync, constants, statSync } from "node:fs";
import { errorReason } from "./failure.ts";
import { makeDirectory } from "./ir-tree.ts";

/** Makes the folder that `--out` names, for `what`; why not, where that cannot be. */
export function outputFolderProblem(folder: string, what: string): string | undefined {
  try {
    makeDirectory(folder);
    accessSync(folder, constants.W_OK);
    if (statSync(folder).isDirectory()) return undefined;
    return `cannot write ${what} to '${folder}': it is a file\nhint: --out takes a folder`;
  } catch (error) {
    return `cannot write ${what} to '${folder}': ${errorReason(error)}\nhint: --out takes a folder, which is made where it is not there`;
  }
}
