// Texts that mlir-opt 22 printed: read, verified and printed, they are the same again; through the generic form too.
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { reprint } from "./mlir.ts";

/** Tests each file: its text is what mlir-opt prints for it. */
export function testRoundTrips(folder: string, files: readonly string[]): void {
  test.each(files)("%s prints as mlir-opt prints it", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8").trimEnd();
    expect(reprint(text)).toBe(text);
    expect(reprint(reprint(text, { generic: true }))).toBe(text);
  });
}
