// Modules of the wasm dialect pass through mlir-opt, which does not know it, unchanged: in SSA form and in stack order.
import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { stackify, wasmContext } from "../lowering/target/cpu/differential.ts";
import { RandomProgram } from "../lowering/target/cpu/random-program.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

const throughMlirOpt = (text: string): string =>
  execFileSync(mlirOpt, ["--allow-unregistered-dialect", "--mlir-print-op-generic"], {
    input: text,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });

describe("the wasm dialect survives mlir-opt", () => {
  test.each([1, 2, 3, 4, 5, 6])("random program %s", (seed) => {
    const module = new RandomProgram(wasmContext(), seed * 104729).module();
    for (const form of ["SSA", "stack order"]) {
      if (form === "stack order") stackify(module);
      const text = printOperation(module, { generic: true });
      const back = parseModule(throughMlirOpt(text), wasmContext()).module;
      expect(back === undefined ? "unreadable" : printOperation(back, { generic: true })).toBe(text);
    }
  });
});
