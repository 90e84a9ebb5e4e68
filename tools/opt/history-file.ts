// `--mlir-history`: writes the history of each module to one file, line by line, so that it need not fit into memory.
import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Operation } from "../../ir/core/operation.ts";
import type { HistoryRecorder } from "../../ir/history/recorder.ts";
import type { HistoryStart, HistoryStep } from "../../ir/history/steps.ts";
import { failure, fileFailure, type Failure } from "../command/failure.ts";

/** Characters that are written at once. */
const BUFFERED = 1 << 20;

/** A file that is there whole when it is closed, and not before. */
export class HistoryFile {
  readonly #name: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  readonly granularity: "rewrite" | "pass";
  #pending: string[] = [];
  #length = 0;
  #failed: Failure | undefined;

  private constructor(name: string, temporary: string, descriptor: number, granularity: "rewrite" | "pass") {
    this.#name = name;
    this.#temporary = temporary;
    this.#descriptor = descriptor;
    this.granularity = granularity;
  }

  static open(name: string, granularity: "rewrite" | "pass"): HistoryFile | Failure {
    if (name === "" || name === "-") return failure("error: --mlir-history: it takes the name of a file");
    const temporary = `${name}.${randomBytes(4).toString("hex")}.tmp`;
    try {
      return new HistoryFile(name, temporary, openSync(temporary, "wx"), granularity);
    } catch (error) {
      return fileFailure(name, "write", error);
    }
  }

  /** A recorder of what happens to a module; its steps go to the file. */
  async record(module: Operation): Promise<HistoryRecorder> {
    const { HistoryRecorder } = await import("../../ir/history/recorder.ts");
    const write = (line: HistoryStart | HistoryStep): void => {
      this.#write(`${JSON.stringify(line)}\n`);
    };
    const recorder = new HistoryRecorder(module, { granularity: this.granularity, step: write });
    write(recorder.start);
    return recorder;
  }

  close(): Failure | undefined {
    this.#flush();
    try {
      closeSync(this.#descriptor);
      if (this.#failed === undefined) renameSync(this.#temporary, this.#name);
      else rmSync(this.#temporary, { force: true });
    } catch (error) {
      rmSync(this.#temporary, { force: true });
      return this.#failed ?? fileFailure(this.#name, "write", error);
    }
    return this.#failed;
  }

  #write(text: string): void {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= BUFFERED) this.#flush();
  }

  #flush(): void {
    if (this.#failed !== undefined) return;
    try {
      for (const text of this.#pending) writeSync(this.#descriptor, text);
    } catch (error) {
      this.#failed = fileFailure(this.#name, "write", error);
    }
    this.#pending = [];
    this.#length = 0;
  }
}

/** The file that the flags ask for. */
export function historyFile(flags: ReadonlyMap<string, string>): HistoryFile | Failure | undefined {
  const name = flags.get("mlir-history");
  const granularity = flags.get("mlir-history-granularity") === "pass" ? "pass" : "rewrite";
  if (name !== undefined) return HistoryFile.open(name, granularity);
  return flags.has("mlir-history-granularity")
    ? failure("error: --mlir-history-granularity needs --mlir-history=FILE")
    : undefined;
}
