// `--mlir-history`: writes the history of each module to one file, line by line, so that it need not fit into memory.
import type { Operation } from "../../ir/core/operation.ts";
import type { HistoryRecorder } from "../../ir/history/recorder.ts";
import { historyLine, type HistoryStart, type HistoryStep } from "../../ir/history/steps.ts";
import { failure, isFailure, type Failure } from "../command/failure.ts";
import { OutputFile } from "../command/output-file.ts";

/** What the recorders of a run write into. */
export class HistoryFile {
  readonly #file: OutputFile;
  readonly granularity: "rewrite" | "pass";

  constructor(file: OutputFile, granularity: "rewrite" | "pass") {
    this.#file = file;
    this.granularity = granularity;
  }

  /** A recorder of what happens to a module; its steps go to the file. */
  async record(module: Operation): Promise<HistoryRecorder> {
    const { HistoryRecorder } = await import("../../ir/history/recorder.ts");
    const write = (line: HistoryStart | HistoryStep): void => {
      this.#file.write(historyLine(line));
    };
    const recorder = new HistoryRecorder(module, { granularity: this.granularity, step: write });
    write(recorder.start);
    return recorder;
  }

  /** Returns why it could not be written. */
  close(): Failure | undefined {
    return this.#file.close();
  }
}

/** The file that the flags ask for. */
export function historyFile(flags: ReadonlyMap<string, string>): HistoryFile | Failure | undefined {
  const name = flags.get("mlir-history");
  if (name === undefined) {
    return flags.has("mlir-history-granularity")
      ? failure("error: --mlir-history-granularity needs --mlir-history=FILE")
      : undefined;
  }
  if (name === "" || name === "-") return failure("error: --mlir-history: it takes the name of a file");
  const file = OutputFile.open(name);
  if (isFailure(file)) return file;
  return new HistoryFile(file, flags.get("mlir-history-granularity") === "pass" ? "pass" : "rewrite");
}
