// `terrace reduce` on failures of mlir-opt: an op deep inside a program of 500 that a pass of it refuses, in under a minute.
import { describe, expect, test } from "@jest/globals";
import { runTerrace } from "../support/command.ts";
import { plantedProgram } from "../support/large-program.ts";
import { workplace } from "../support/workplace.ts";

const binary = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt-22";
const place = workplace();

interface Failure {
  readonly flags: string;
  readonly message: string;
  readonly planted: readonly string[];
  readonly keeps: string;
}

const failures: readonly Failure[] = [
  {
    flags: "--one-shot-bufferize",
    message: "op was not bufferized",
    planted: [
      "%gathered = tensor.gather %t[%ix] gather_dims([0]) : (tensor<4x8xf32>, tensor<3x1xindex>) -> tensor<3x8xf32>",
      "%element = tensor.extract %gathered[%c0, %c0] : tensor<3x8xf32>",
    ],
    keeps: "tensor.gather",
  },
  {
    flags: "--convert-arith-to-spirv",
    message: "failed to legalize operation 'arith.ceildivsi'",
    planted: ["%quotient = arith.ceildivsi %a, %b : i32"],
    keeps: "arith.ceildivsi",
  },
];

describe("a program of 500 ops falls to at most 5", () => {
  test.each(failures)(
    "$flags",
    async ({ flags, message, planted, keeps }) => {
      const { text, operations } = plantedProgram(500, planted);
      expect(operations).toBeGreaterThanOrEqual(500);
      const file = place.file("large.mlir", text);
      const command = `${binary} ${flags} {} 2>&1 | grep -q "${message}"`;
      const { code, stdout, stderr } = await runTerrace(["reduce", file, "--test", command, "-j", "2"]);
      expect([code, stderr.match(/-> (\d+) operations, /)?.[1]]).toEqual([0, expect.stringMatching(/^[1-5]$/)]);
      // Each test starts mlir-opt: what is done in a minute is a matter of how few there are.
      expect(Number(stderr.match(/operations, (\d+) tests, /)?.[1])).toBeLessThan(200);
      expect(stdout).toContain(keeps);
      expect(stderr).toContain("no single step makes it smaller");
    },
    60_000,
  );
});
