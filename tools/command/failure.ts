// A command that cannot go on: what is wrong, in words for the user.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { renderDiagnostic, type Source } from "../../ir/syntax/render.ts";

export interface Failure {
  /** One or more lines, ready to be shown. */
  readonly failure: string;
  /** The diagnostics that the lines are made of, where they are, and the texts that they point into. */
  readonly diagnostics?: readonly Diagnostic[];
  readonly sources?: readonly Source[];
}

export const failure = (text: string): Failure => ({ failure: text });

/** What diagnostics say. */
export const diagnosed = (diagnostics: readonly Diagnostic[], sources: readonly Source[]): Failure => ({
  failure: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, sources)).join("\n"),
  diagnostics,
  sources,
});

export const isFailure = (value: object): value is Failure => "failure" in value;

/** `NAME: REASON`, with what the operating system says of it in words. */
export function fileFailure(name: string, action: "read" | "write", error: unknown): Failure {
  return failure(`error: cannot ${action} '${name}': ${errorReason(error)}`);
}

/** What went wrong with a file, in words. */
export const errorReason = (error: unknown): string => reasons[errorCode(error) ?? ""] ?? errorMessage(error);

// Not `instanceof Error`: an error may come from another realm.

/** Node's code of an error: `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
}

export function errorMessage(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of its path is not a directory",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "too many symbolic links",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB, which cannot be read at once",
  ERR_INVALID_ARG_VALUE: "the name is not a file name",
};
