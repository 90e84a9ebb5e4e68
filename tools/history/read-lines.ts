// The lines of a file, read from it when they are asked for: a history may be larger than a string can be.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Lines } from "../../ir/history/history-text.ts";
import { fileFailure, type Failure } from "../command/failure.ts";
import type { CommandIo } from "../command/io.ts";

export interface FileLines extends Lines {
  /** As messages name it. */
  readonly file: string;
  close(): void;
}

/** Reads `length` bytes from `position`. */
type Read = (position: number, length: number) => Buffer;

/** `-` is standard input. */
export async function readLines(name: string, io: CommandIo): Promise<FileLines | Failure> {
  try {
    if (name === "-") {
      const bytes = Buffer.from(await io.stdin());
      return linesOf("<stdin>", bytes.length, (position, length) => bytes.subarray(position, position + length));
    }
    const descriptor = openSync(name, "r");
    const read: Read = (position, length) => {
      const buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(descriptor, buffer, 0, length, position));
    };
    return linesOf(name, fstatSync(descriptor).size, read, () => {
      closeSync(descriptor);
    });
  } catch (error) {
    return fileFailure(name, "read", error);
  }
}

/** Bytes that are looked through at once. */
const PIECE = 1 << 20;

function linesOf(file: string, size: number, read: Read, close: () => void = () => undefined): FileLines {
  /** Where each line begins. */
  const starts = [0];
  for (let position = 0; position < size; position += PIECE) {
    const piece = read(position, Math.min(PIECE, size - position));
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) starts.push(position + at + 1);
  }
  return {
    file,
    length: starts.length,
    at: (index) => {
      const [start, end] = [starts[index], starts[index + 1] ?? size + 1];
      return start === undefined ? undefined : read(start, Math.max(0, end - 1 - start)).toString("utf8");
    },
    close,
  };
}
