// What `terrace docs` reads besides definitions, as it is shipped: the style and the script of the site, and the verdicts.
import { join } from "node:path";
import { builtFolder } from "../command/program-folder.ts";

export interface DocsSource {
  /** The folder of `style.css` and `search.js`. */
  readonly site: string;
  /** The table of verdicts, tools/fuzz/VERDICTS.md. */
  readonly verdicts: string;
}

/** The files beside the program that runs, which is in `dist/bin` of its package. */
export function docsSource(): DocsSource {
  const folder = join(builtFolder(), "../docs");
  return { site: folder, verdicts: join(folder, "VERDICTS.md") };
}
