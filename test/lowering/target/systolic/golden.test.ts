// Gemmini programs whose results its functional model gave, bit for bit.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { systolicInt8 } from "../../../../lowering/machine/presets/systolic-int8.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import { decodeProgram } from "../../../../lowering/target/systolic/simulator/decode.ts";

const word = z.union([z.string(), z.number()]);
const integers = z.array(z.int());
const Program = z.object({
  name: z.string(),
  cmds: z.array(z.tuple([z.int(), word, word])),
  A: integers,
  B: integers,
  D: integers.optional(),
  C8: integers.optional(),
  C32: integers.optional(),
});

const path = "../shared/golden/gemmini_programs.jsonl";
const present = existsSync(path);
const lines = present ? readFileSync(path, "utf8").trim().split("\n") : [];
const programs = lines.map((line) => Program.parse(JSON.parse(line)));

describe("Gemmini programs", () => {
  if (!present) {
    test.skip(`${path} is absent`, () => undefined);
    return;
  }
  test.each(programs.map((program) => [program.name, program] as const))("%s", (_, program) => {
    const bytes = new Uint8Array(0x240000);
    const view = new DataView(bytes.buffer);
    program.A.forEach((value, at) => view.setInt8(0x10000 + at, value));
    program.B.forEach((value, at) => view.setInt8(0x80000 + at, value));
    program.D?.forEach((value, at) => view.setInt32(0x100000 + 4 * at, value, true));

    const decoded = decodeProgram(systolicInt8, program.cmds);
    if ("error" in decoded) throw new Error(decoded.error);
    const array = new SystolicArray(systolicInt8, { bytes, check: () => undefined });
    expect(array.executeAll(decoded.commands)).toBeUndefined();

    const found8 = program.C8?.map((_, at) => view.getInt8(0x200000 + at));
    const found32 = program.C32?.map((_, at) => view.getInt32(0x200000 + 4 * at, true));
    expect(program.C8 ?? program.C32).toBeDefined();
    expect(found8).toEqual(program.C8);
    expect(found32).toEqual(program.C32);

    const report = array.report();
    for (const bound of Object.values(report.lowerBounds)) expect(report.cycles).toBeGreaterThanOrEqual(bound);
    expect(report.macs).toBeGreaterThan(0);
  });
});
