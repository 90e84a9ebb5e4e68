// Writing outputs all or not at all.
import { randomBytes } from "node:crypto";
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { failure, fileFailure, type Failure } from "./failure.ts";

/** Characters or bytes that are written at once. */
const BUFFERED = 1 << 20;

/**
 * A file that is there whole once it is closed, and as it was before that. A file that is there keeps its mode, and stays where a symbolic link
 * points at it. Devices and pipes are written directly. Errors are kept, and told by `close`.
 */
export class OutputFile {
  readonly #name: string;
  readonly #descriptor: number;
  /** Where the text is until the end, and where it goes then; undefined for devices. */
  readonly #rename: { readonly from: string; readonly to: string } | undefined;
  #pending: string[] = [];
  #length = 0;
  #failed: Failure | undefined;

  private constructor(
    name: string,
    descriptor: number,
    rename: { readonly from: string; readonly to: string } | undefined,
  ) {
    this.#name = name;
    this.#descriptor = descriptor;
    this.#rename = rename;
  }

  static open(name: string): OutputFile | Failure {
    try {
      const present = statSync(name, { throwIfNoEntry: false });
      if (present?.isDirectory() === true) return failure(`error: cannot write '${name}': it is a directory`);
      if (present !== undefined && !present.isFile()) return new OutputFile(name, openSync(name, "w"), undefined);
      const to = present === undefined ? name : realpathSync(name);
      const from = `${to}.${randomBytes(4).toString("hex")}.tmp`;
      const descriptor = openSync(from, "wx", present === undefined ? 0o666 : present.mode & 0o777);
      return new OutputFile(name, descriptor, { from, to });
    } catch (error) {
      return fileFailure(name, "write", error);
    }
  }

  write(contents: Uint8Array | string): void {
    if (typeof contents === "string") {
      this.#pending.push(contents);
      this.#length += contents.length;
      if (this.#length >= BUFFERED) this.#flush();
    } else {
      this.#flush();
      this.#writeAll(contents);
    }
  }

  close(): Failure | undefined {
    this.#flush();
    try {
      closeSync(this.#descriptor);
      if (this.#failed === undefined && this.#rename !== undefined) renameSync(this.#rename.from, this.#rename.to);
    } catch (error) {
      this.#failed ??= fileFailure(this.#name, "write", error);
    }
    if (this.#failed !== undefined && this.#rename !== undefined) rmSync(this.#rename.from, { force: true });
    return this.#failed;
  }

  #flush(): void {
    if (this.#length === 0) return;
    const text = this.#pending.join("");
    this.#pending = [];
    this.#length = 0;
    this.#writeAll(Buffer.from(text));
  }

  #writeAll(bytes: Uint8Array): void {
    if (this.#failed !== undefined) return;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    } catch (error) {
      this.#failed = fileFailure(this.#name, "write", error);
    }
  }
}

/** Writes an `OutputFile` at once. */
export function writeOutput(name: string, contents: readonly (Uint8Array | string)[]): Failure | undefined {
  const file = OutputFile.open(name);
  if (!(file instanceof OutputFile)) return file;
  for (const part of contents) file.write(part);
  return file.close();
}
