// `terrace history FILE`: the steps that `terrace opt --mlir-history=FILE` wrote, the module at any of them, and what changed between two.
import { changesBetween } from "../../ir/history/changes.ts";
import type { History } from "../../ir/history/history.ts";
import { DamagedHistory, readHistories } from "../../ir/history/history-text.ts";
import type { OpSnapshot } from "../../ir/history/snapshot.ts";
import { headerText, snapshotText, valueTypes } from "../../ir/history/snapshot-text.ts";
import { errorMessage, failure, isFailure, type Failure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { readLines } from "./read-lines.ts";

export interface HistoryOptions {
  readonly file: string;
  /** Print the module as it was after so many steps. */
  readonly at?: number | undefined;
  /** `A..B`: print what changed between two moments. */
  readonly changes?: string | undefined;
  /** Which module of the file, from 1. */
  readonly module: number;
  readonly json?: boolean | undefined;
}

export async function history(options: HistoryOptions, io: CommandIo): Promise<ExitCode> {
  const shown = await textFor(options, io);
  if (typeof shown === "string") {
    io.stdout(shown);
    return 0;
  }
  io.stderr(`${shown.failure}\n`);
  return 1;
}

async function textFor(options: HistoryOptions, io: CommandIo): Promise<string | Failure> {
  const lines = await readLines(options.file, io);
  if (isFailure(lines)) return lines;
  const { file } = lines;
  try {
    const histories = readHistories(lines);
    const found = histories[options.module - 1];
    if (found === undefined)
      return failure(`error: there is no module ${options.module} in '${file}', which has ${histories.length}`);
    if (options.at !== undefined) return moduleText(found, options.at, options.json === true);
    if (options.changes !== undefined) return changesText(found, options.changes, options.json === true);
    return stepsText(found, options.json === true);
  } catch (error) {
    const isUnread = error instanceof DamagedHistory;
    // Else patches that do not fit what they are for.
    return failure(`error: '${file}' is ${isUnread ? "not a history" : "damaged"}: ${errorMessage(error)}`);
  } finally {
    lines.close();
  }
}

function momentOf(history: History, moment: number): OpSnapshot | Failure {
  return (
    history.at(moment) ??
    failure(
      `error: there is no moment ${moment}; they are 0, which is before the first step, to ${history.steps.length}`,
    )
  );
}

function moduleText(history: History, moment: number, json: boolean): string | Failure {
  const module = momentOf(history, moment);
  if (isFailure(module)) return module;
  return json ? `${JSON.stringify(module)}\n` : snapshotText(module);
}

function changesText(history: History, range: string, json: boolean): string | Failure {
  const match = /^(\d+)\.\.(\d+)$/.exec(range);
  if (match === null) return failure(`error: --changes: '${range}' is not two moments, such as 3..7`);
  const before = momentOf(history, Number(match[1]));
  if (isFailure(before)) return before;
  const after = momentOf(history, Number(match[2]));
  if (isFailure(after)) return after;
  const changes = changesBetween(before, after);
  if (json) return `${JSON.stringify(changes)}\n`;
  const [old, now] = [valueTypes(before), valueTypes(after)];
  const lines = [
    ...changes.erased.map((op) => `- ${headerText(op, old)}`),
    ...changes.modified.flatMap((op) => [`- ${headerText(op.before, old)}`, `+ ${headerText(op.after, now)}`]),
    ...changes.inserted.map((op) => `+ ${headerText(op, now)}`),
    ...changes.moved.map((op) => `~ ${headerText(op, now)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function stepsText({ steps }: History, json: boolean): string {
  const rows = Array.from({ length: steps.length }, (_, index) => {
    const { kind, pass, rule, on } = steps.at(index) ?? {};
    return { step: index + 1, kind, pass, rule, on };
  });
  if (json) return `${JSON.stringify(rows)}\n`;
  return rows
    .map(({ step, kind, pass, rule, on }) => {
      const what =
        rule === undefined
          ? kind === "pass"
            ? "end of pass"
            : kind
          : `${rule} on ${on?.name ?? ""} ${on?.location ?? ""}`;
      return `${String(step).padStart(6)}  ${pass}: ${what}\n`;
    })
    .join("");
}
