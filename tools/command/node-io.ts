// The streams of this process.
import { readSync, writeSync } from "node:fs";
import { errorCode } from "./failure.ts";
import type { CommandIo } from "./io.ts";
import { largeInput, setForLargeInput } from "./large-input.ts";
import { progressLine } from "./progress-line.ts";

/** All of a text to a descriptor; a reader that has gone (`| head`) ends the process quietly, as it does with other tools. */
function writeAll(descriptor: number, text: string): void {
  for (let from = 0; from < text.length;) {
    // In pieces, so that a large text is not there twice; between two halves of a character nothing is cut.
    const end = Math.min(text.length, from + pieceLength);
    const isHalf = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
    const until = isHalf ? end - 1 : end;
    writeBytes(descriptor, Buffer.from(from === 0 && until === text.length ? text : text.slice(from, until), "utf8"));
    from = until;
  }
}

const pieceLength = 1 << 20;

function writeBytes(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EPIPE") process.exit(0);
      if (code !== "EAGAIN") throw error;
    }
  }
}

/** All that a descriptor gives. Read directly: `process.stdin` would load what sockets and terminals need. */
function readAll(descriptor: number): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    try {
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
    } catch (error) {
      const code = errorCode(error);
      // Windows says so of a closed pipe.
      if (code === "EOF") return Buffer.concat(chunks);
      if (code !== "EAGAIN") throw error;
      pause();
    }
  }
}

/** Ten milliseconds, for a descriptor that does not wait by itself. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}

export function nodeIo(): CommandIo {
  const progress = progressLine();
  return {
    stdout: (text) => writeAll(1, text),
    stderr: (text) => writeAll(2, text),
    stdin: () => Promise.resolve(readAll(0)),
    expectInput: (bytes) => {
      if (bytes > largeInput) setForLargeInput(bytes);
    },
    progress: (phase) => progress.show(phase),
  };
}
