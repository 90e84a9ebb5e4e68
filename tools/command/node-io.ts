// The streams of this process.
import { writeSync } from "node:fs";
import { errorCode } from "./failure.ts";
import type { CommandIo } from "./io.ts";
import { progressLine } from "./progress-line.ts";

/** All of a text to a descriptor; a reader that has gone (`| head`) ends the process quietly, as it does with other tools. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
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

export function nodeIo(): CommandIo {
  const progress = progressLine();
  return {
    stdout: (text) => writeAll(1, text),
    stderr: (text) => writeAll(2, text),
    stdin: () =>
      new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        process.stdin.on("data", (chunk: Buffer) => chunks.push(chunk));
        process.stdin.on("end", () => resolve(Buffer.concat(chunks)));
        process.stdin.on("error", reject);
      }),
    progress: (phase) => progress.show(phase),
  };
}
