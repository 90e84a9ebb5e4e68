// `terrace new dialect|pass|machine NAME`: a package of one's own that builds, and whose tests pass.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";
import { errorCode, fileFailure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { sharedRegistry } from "../library/context.ts";
import { isNewKind, newKinds } from "./kinds.ts";
import { nameProblem, withName } from "./names.ts";

export interface NewOptions {
  /** The folder to make; that of the name, here, unless given. */
  readonly dir?: string | undefined;
}

/** What a new package is made of. */
export interface NewSource {
  /** The folder of the templates: `common` is part of each kind. */
  readonly templates: string;
  /** The version of terrace for its package.json. */
  readonly terrace: string;
}

export function newPackage(
  kind: string,
  name: string,
  options: NewOptions,
  source: NewSource,
  io: CommandIo,
): ExitCode {
  const refuse = (message: string): ExitCode => (io.stderr(`error: ${message}\n`), 1);
  if (!isNewKind(kind))
    return refuse(`cannot make a '${kind}'; did you mean '${nearest(kind, newKinds) ?? newKinds.join("', '")}'?`);
  const problem = nameProblem(kind, name, sharedRegistry());
  if (problem !== undefined) return refuse(problem);
  const folder = resolve(options.dir ?? name);
  const shown = relative(process.cwd(), folder) || ".";
  const present = contents(folder);
  if (typeof present === "string") return refuse(present);
  if (present.length > 0) return refuse(`the folder '${shown}' is not empty: it has '${present[0] ?? ""}'`);
  const written: string[] = [];
  for (const template of [join(source.templates, "common"), join(source.templates, kind)]) {
    for (const entry of readdirSync(template, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      // npm would leave out a file of that name.
      const path = withName(relative(template, from), name).replace(/(^|\/)gitignore$/, "$1.gitignore");
      const text = withName(readFileSync(from, "utf8"), name);
      const file = join(folder, path);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text.replaceAll("VERSION", TERRACE_VERSION).replaceAll("TERRACE", source.terrace));
      } catch (error) {
        io.stderr(`${fileFailure(file, "write", error).failure}\n`);
        return 1;
      }
      written.push(path);
    }
  }
  io.stdout(`${written.sort().map((path) => `${join(shown, path)}\n`).join("")}\n`); // prettier-ignore
  io.stdout(`Next:\n  cd ${shown}\n  npm install\n  npm test\n`);
  return 0;
}

/** What is in a folder; nothing where there is none; or why that cannot be known. */
function contents(folder: string): readonly string[] | string {
  try {
    return readdirSync(folder);
  } catch (error) {
    return errorCode(error) === "ENOENT" ? [] : fileFailure(folder, "read", error).failure.replace(/^error: /, "");
  }
}
