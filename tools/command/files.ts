// Reading inputs whole.
import { constants } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { decodeText } from "./decode-text.ts";
import { failure, fileFailure, isFailure, type Failure } from "./failure.ts";
import type { CommandIo } from "./io.ts";

/** The bytes of a file; `-` is standard input. */
export async function readBytes(name: string, io: CommandIo): Promise<Uint8Array | Failure> {
  try {
    // Not from `node:fs/promises`: loading it, and its threads, would be a tenth of a small run.
    return name === "-" ? await io.stdin() : readFileSync(name);
  } catch (error) {
    return fileFailure(name, "read", error);
  }
}

/** A file as text, as `readBytes`. The name that locations have is `<stdin>` for standard input, as mlir-opt says it. */
export async function readText(name: string, io: CommandIo): Promise<{ file: string; text: string } | Failure> {
  const file = name === "-" ? "<stdin>" : name;
  // Asked first, so that a file that cannot be text is not read.
  const size = name === "-" ? 0 : (statSync(name, { throwIfNoEntry: false })?.size ?? 0);
  if (size > constants.MAX_STRING_LENGTH) return tooLong(file, size);
  const bytes = await readBytes(name, io);
  if (isFailure(bytes)) return bytes;
  if (bytes.length > constants.MAX_STRING_LENGTH) return tooLong(file, bytes.length);
  if (isBytecode(bytes)) {
    const input = name === "-" ? "-" : name;
    return failure(
      `error: '${file}' is MLIR bytecode, which is not read; \`mlir-opt --allow-unregistered-dialect ${input} -o TEXT.mlir\` turns it into text`,
    );
  }
  if (isUtf16(bytes))
    return failure(`error: '${file}' is UTF-16, which is not read; \`iconv -f UTF-16 -t UTF-8\` turns it into UTF-8`);
  io.expectInput?.(bytes.length);
  return { file, text: decodeText(bytes) };
}

/** `ML\xEFR`, which MLIR bytecode begins with. */
function isBytecode(bytes: Uint8Array): boolean {
  return bytes[0] === 0x4d && bytes[1] === 0x4c && bytes[2] === 0xef && bytes[3] === 0x52;
}

/** A byte order mark of two bytes. */
function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function tooLong(file: string, size: number): Failure {
  const limit = (constants.MAX_STRING_LENGTH / 2 ** 20).toFixed(0);
  return failure(`error: '${file}' has ${(size / 2 ** 20).toFixed(0)} MiB; a text may have ${limit}`);
}
