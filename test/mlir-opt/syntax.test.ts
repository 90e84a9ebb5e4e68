// Reading and printing against a live mlir-opt: the same text from the same text, for the syntax fixtures and for float literals.
import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Context } from "../../ir/core/context.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

const theirs = (text: string): string =>
  execFileSync(mlirOpt, ["--allow-unregistered-dialect", "--mlir-print-op-generic"], {
    input: text,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  }).trim();

function ours(text: string): string {
  const context = new Context();
  context.allowUnregisteredDialects = true;
  const { module, diagnostics } = parseModule(text, context);
  expect(diagnostics).toEqual([]);
  return module === undefined ? "" : printOperation(module, { generic: true });
}

/** Bit patterns spread over a format, by a multiplicative generator. */
function* patterns(width: number, count: number): IterableIterator<bigint> {
  const modulus = 1n << BigInt(width);
  let state = 88172645463325252n;
  for (let i = 0; i < count; i++) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 128n) - 1n);
    yield (state >> 40n) % modulus;
  }
}

describe("the generic form is mlir-opt's, live", () => {
  for (const name of ["attributes", "structure"]) {
    test(name, () => {
      const text = readFileSync(join(import.meta.dirname, "../ir/syntax/fixtures", `${name}.mlir`), "utf8");
      expect(ours(text)).toBe(theirs(text));
    });
  }

  test("floats of every width", () => {
    const widths = {
      f16: 16,
      bf16: 16,
      f32: 32,
      f64: 64,
      tf32: 19,
      f8E4M3FN: 8,
      f8E5M2: 8,
      f8E5M2FNUZ: 8,
      f8E8M0FNU: 8,
    };
    const lines = Object.entries(widths).flatMap(([type, width]) =>
      [...patterns(width, 400)].map((bits) => `"d.x"() {v = 0x${bits.toString(16)} : ${type}} : () -> ()`),
    );
    for (const value of ["1.0", "0.1", "1.0e-5", "3.14159265358979", "65504.0", "1.0e22", "123456789.0"]) {
      for (const type of ["f32", "f64", "bf16"]) lines.push(`"d.x"() {v = ${value} : ${type}} : () -> ()`);
    }
    const text = lines.join("\n");
    expect(ours(text)).toBe(theirs(text));
  });
});
