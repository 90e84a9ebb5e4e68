// Files that are not the text that they should be: refused by name, before they are read where they are too large.
import { closeSync, ftruncateSync, openSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { decodeText } from "../../tools/command/decode-text.ts";
import { runTerrace } from "../support/command.ts";
import { workplace } from "../support/workplace.ts";

const place = workplace();

test("bytecode is recognised, with what turns it into text", async () => {
  const file = place.file("x.mlirbc", new Uint8Array([0x4d, 0x4c, 0xef, 0x52, 13, 0, 1]));
  const { code, stdout, stderr } = await runTerrace(["opt", file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("is MLIR bytecode");
  expect(stderr).toContain(`mlir-opt --allow-unregistered-dialect ${file} -o TEXT.mlir`);
});

test("a file beyond what a string holds is refused without being read", async () => {
  const file = place.path("huge.mlir");
  const descriptor = openSync(file, "w");
  ftruncateSync(descriptor, 600 * 2 ** 20);
  closeSync(descriptor);
  const { code, stderr } = await runTerrace(["opt", file]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/huge\.mlir' has 600 MiB; a text may have 51[12]/);
});

test("bytes that are no UTF-8 stay the bytes that they are", async () => {
  const text = Buffer.from('func.func private @f() attributes {a = "x?\u00e9\u{1f600}"} // caf?\n', "utf8");
  const bytes = text.map((byte) => (byte === 0x3f ? 0xff : byte));
  const file = place.file("latin.mlir", bytes);
  const { code, stdout } = await runTerrace(["opt", file]);
  expect(code).toBe(0);
  expect(stdout).toContain(String.raw`{a = "x\FF\C3\A9\F0\9F\98\80"}`);
});

test.each([
  ["a lone continuation byte", [0x80], "\udc80"],
  ["a cut sequence", [0x61, 0xe2, 0x82], "a\udce2\udc82"],
  ["a form that is too long", [0xc0, 0xaf], "\udcc0\udcaf"],
  ["a surrogate", [0xed, 0xa0, 0x80], "\udced\udca0\udc80"],
  ["beyond the last code point", [0xf4, 0x90, 0x80, 0x80], "\udcf4\udc90\udc80\udc80"],
  ["a mark before text", [0xef, 0xbb, 0xbf, 0x61], "a"],
])("%s", (_what, bytes, text) => {
  expect(decodeText(new Uint8Array(bytes))).toBe(text);
});
