// What `--test` names: an executable that gets the candidate's path, or a command line in which the path is put.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { failure, type Failure } from "../command/failure.ts";

export interface TestCommand {
  readonly program: string;
  /** The arguments, for a candidate at this path. */
  readonly args: (path: string) => readonly string[];
}

/** What only a shell reads. */
const isCommandLine = (text: string): boolean => /[\s|&;<>()$`"'*?~{}]|%s/.test(text);

/** A file of this name, or, of a name alone, a program in the PATH; else a command line for the shell. */
export function testCommand(text: string): TestCommand | Failure {
  if (text.trim() === "") return failure("error: --test needs an executable or a command line");
  const file = fileKind(resolve(text));
  if (file === "executable") return { program: resolve(text), args: (path) => [path] };
  if (file === "other")
    return failure(`error: cannot run the test '${text}': it is not executable\nhint: chmod +x ${text}`);
  if (file === "directory") return failure(`error: cannot run the test '${text}': it is a directory`);
  if (isCommandLine(text)) return commandLine(text);
  const found = text.includes("/") ? undefined : inPath(text);
  if (found === undefined) return failure(`error: cannot run the test '${text}': no such file or program`);
  return { program: found, args: (path) => [path] };
}

/** `{}`, or without it `%s`, is the path; without either it comes last. */
function commandLine(text: string): TestCommand {
  const place = text.includes("{}") ? "{}" : text.includes("%s") ? "%s" : undefined;
  const line = (path: string): string =>
    place === undefined ? `${text} ${quoted(path)}` : text.replaceAll(place, quoted(path).replaceAll("$", "$$$$"));
  return { program: "/bin/sh", args: (path) => ["-c", line(path)] };
}

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

/** Undefined where there is no file: a command line is a name that no file can have, or too long for one. */
function fileKind(path: string): "executable" | "directory" | "other" | undefined {
  let isDirectory: boolean;
  try {
    isDirectory = statSync(path).isDirectory();
  } catch {
    return undefined;
  }
  if (isDirectory) return "directory";
  try {
    accessSync(path, constants.X_OK);
    return "executable";
  } catch {
    return "other";
  }
}

function inPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find((path) => fileKind(path) === "executable");
}
