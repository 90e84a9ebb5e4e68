// Checks of whole programs on GPUs: after every pass of the road they verify, read back and give the same results; then they run.
import { describe, expect, test } from "@jest/globals";
import { DiagnosticList } from "../../ir/core/diagnostic.ts";
import { createContext } from "../../ir/plugin/registry.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { callEntry, entrySignature, findEntry } from "../../lowering/entry.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { compileProgram } from "../../lowering/target/compile.ts";
import { checkPipeline, randomInputs } from "./pipeline.ts";
import { parse } from "./mlir.ts";
import { difference } from "./stages.ts";
import { onMachine, roads } from "../lowering/middle/machines.ts";
import { programs } from "../lowering/middle/programs/index.ts";

const tail = [
  "stage",
  "convert-tile-to-gpu",
  "lower-affine",
  "canonicalize",
  "cse",
  "convert-gpu-to-simt",
  "canonicalize",
  "cse",
  "simt-dot-products",
  "simt-vectorize-loads",
];
export const machines = {
  gpu: "gpu",
  gpu8k: roads.gpu8k.machine,
  "gpu-sm80": "gpu-sm80",
  "gpu-sm90": "gpu-sm90",
} as const;

/** A program, a machine's name and its description. */
export type Pair = readonly [program: string, name: string, machine: string];

/** `compiled`: the machines on which the encoder block is compiled and simulated. */
export function checkGpuRoads(pairs: readonly Pair[], compiled: Readonly<Record<string, string>>): void {
  describe("after every pass", () => {
    test.each(pairs)(
      "%s on %s",
      async (name, _, machine) => {
        const { refused, text } = await checkPipeline(onMachine(machine, programs[name]!), [
          ...roads.gpu.passes,
          ...tail,
        ]);
        expect(refused).toEqual([]);
        expect(text).toMatch(/simt\.kernel/);
        expect(text).not.toMatch(/tile\.|gpu\.|vector\./);
      },
      60_000,
    );
  });

  describe("compiled", () => {
    const registry = builtinRegistry();

    async function runOn(program: string, machine: string, shuffle?: number) {
      const context = createContext(registry);
      context.diagnostics = new DiagnosticList().sink;
      const module = parse(program, context);
      const entry = findEntry(module)!;
      const signature = entrySignature(entry)!;
      const inputs = randomInputs(module, 3);
      const expected = callEntry(interpreterFor(module), entry, inputs);
      if (expected.kind !== "values") throw new Error(expected.reason);
      const compiled = await compileProgram(module, registry, {
        target: "gpu",
        machine,
        entry: "main",
        signature,
        shuffle,
      });
      if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
      const outcome = await compiled.executable.run(
        inputs.flatMap((value) => (value instanceof DenseValue ? [value] : [])),
      );
      if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
      return { ...outcome, worst: difference(outcome.results, expected.values) };
    }

    test.each(Object.entries(compiled))(
      "an encoder block on %s, with a report",
      async (_, machine) => {
        const { worst, report } = await runOn(programs["an encoder block"]!, machine);
        expect(worst).toBeLessThan(1e-5);
        const { cycles = 0, utilisation = 0, bytesMoved = 0, multiplyAdds = 0, counters = {} } = report;
        expect(cycles).toBeGreaterThan(1000);
        expect(utilisation).toBeGreaterThan(0);
        expect(utilisation).toBeLessThanOrEqual(1);
        expect(bytesMoved).toBeGreaterThan(0);
        expect(multiplyAdds).toBeGreaterThan(0);
        for (const name of ["launches", "warp instructions", "sectors", "barriers"])
          expect(counters[name]).toBeGreaterThan(0);
        const perKernel = Object.entries(counters).filter(([name]) => name.startsWith("@") && name.endsWith(" cycles"));
        expect(perKernel.reduce((sum, [, value]) => sum + value, 0)).toBe(cycles);
      },
      60_000,
    );

    test("the order of blocks and warps changes nothing", async () => {
      const program = programs["ragged attention"]!;
      const [first, second] = [await runOn(program, "gpu", 1), await runOn(program, "gpu", 12345)];
      expect(difference(first.results, second.results)).toBe(0);
      expect(first.worst).toBeLessThan(1e-5);
    });
  });
}
