// The text of simt: every form of syntax is read, verified and printed the same, and what is wrong is said.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { instructionEntries, opNameOf } from "../../../dialects/simt/index.ts";
import { problemsOf, reprint } from "../../support/mlir.ts";

const text = readFileSync(new URL("ops.mlir", import.meta.url), "utf8").trimEnd();

const types = { pred: "i1", i32: "i32", i64: "i64", f32: "f32", f64: "f64" } as const;
const parameters = "%i32: i32, %i64: i64, %f32: f32, %f64: f64";

/** A kernel that holds each instruction once. */
function everyInstruction(): string {
  const lines = instructionEntries.map(([name, { operands, results }]) => {
    const left =
      results.length === 0 ? "" : `%r_${name.replaceAll(".", "_")}${results.length > 1 ? `:${results.length}` : ""} = `;
    return `${left}${opNameOf(name)} ${operands.map((kind) => (kind === "pred" ? "%p" : `%${types[kind]}`)).join(", ")}`;
  });
  return `simt.kernel @k(${parameters}) threads(32, 1, 1) {\n%p = simt.setp_lt_s32 %i32, %i32\n${lines.join("\n")}\nsimt.return\n}`;
}

describe("text", () => {
  test("control, kernels and launches print as they were read, in both forms", () => {
    expect(reprint(text)).toBe(text);
    expect(reprint(reprint(text, { generic: true }))).toBe(text);
  });

  test("every instruction round-trips", () => {
    const printed = reprint(everyInstruction());
    expect(reprint(reprint(printed, { generic: true }))).toBe(printed);
    expect(instructionEntries.length).toBeGreaterThan(250);
  });
});

const kernel = (body: string, attributes = ""): string =>
  `simt.kernel @k(${parameters}) threads(32, 1, 1) ${attributes} {\n${body}\nsimt.return\n}`;

test.each([
  ["simt.kernel @k(%a: f32) threads(2048, 1, 1) {\nsimt.return\n}", "at most 1024 threads in a block, but has 2048"],
  [kernel("", "attributes {shared_bytes = 300000 : i64}"), "0 to 232448 bytes of shared memory"],
  [
    "simt.kernel @k(%a: index) threads(1, 1, 1) {\nsimt.return\n}",
    "parameters of type i32, i64, f32 or f64, but got 'index'",
  ],
  [kernel("%c = arith.constant 1 : i32"), "holds simt instructions only, but 'arith.constant' is in it"],
  [kernel("%a, %b = simt.shfl_up_f32 %f32, %i32 {width = 12 : i64}"), "a width of 1, 2, 4, 8, 16 or 32, but got 12"],
  [
    kernel("%p = simt.const true\n%r = simt.if %p -> (f32) {\nsimt.yield %f32 : f32\n}"),
    "requires an else region, since it has results",
  ],
  [
    kernel("%p = simt.const true\n%r = simt.loop(%x = %f32) : f32 {\nsimt.continue_if %p, %i32 : i32\n}"),
    "values of 'simt.continue_if' #0 of type 'f32', but got 'i32'",
  ],
  [
    `${kernel("")}\nfunc.func @f(%x: index, %y: f32) {\nsimt.launch @k grid(%x, %x, %x) args(%x : index, %x : index, %y : f32, %y : f32)\nreturn\n}`,
    "passes 'f32' as argument #3, where '@k' takes 'f64'",
  ],
  [
    "func.func @f(%x: index) {\nsimt.launch @k grid(%x, %x, %x) args()\nreturn\n}",
    "'@k' does not reference a simt.kernel",
  ],
])("refuses %#", (source, message) => {
  expect(problemsOf(source).join("\n")).toContain(message);
});
