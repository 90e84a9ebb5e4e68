// Where the program that runs was built into: what is shipped beside it is found from there.
import { realpathSync } from "node:fs";
import { dirname } from "node:path";

/** The folder of the program, `dist/bin`; undefined where the process was not started as one, as in tests. */
export function programFolder(): string | undefined {
  const program = process.argv[1];
  return program === undefined ? undefined : dirname(realpathSync(program));
}

/** The same, for what only a program does. */
export function builtFolder(): string {
  const folder = programFolder();
  if (folder === undefined) throw new Error("no program was started");
  return folder;
}
