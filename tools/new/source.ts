// What `terrace new` copies from, as it is shipped.
import { join } from "node:path";
import { builtFolder } from "../command/program-folder.ts";
import type { NewSource } from "./new.ts";
import { terraceDependency } from "./terrace-dependency.ts";

/** The templates beside the program that runs, which is in `dist/bin` of its package. */
export function newSource(): NewSource {
  const folder = builtFolder();
  return { templates: join(folder, "../templates"), terrace: terraceDependency(join(folder, "../..")) };
}
