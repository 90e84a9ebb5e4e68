// Machine descriptions: the samples are read, mistakes are named by path, expectation and finding.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { presetNames, findPreset, presets } from "../../../lowering/machine/presets/index.ts";
import { parseMachine, parseMachineText } from "../../../lowering/machine/schema.ts";
import { deriveMachine } from "../../../lowering/machine/variant.ts";

const edited = (edit: (copy: ReturnType<typeof copyOfSystolic>) => unknown): string => {
  const copy = copyOfSystolic();
  const json = edit(copy) ?? copy;
  const result = parseMachine(json);
  return result.ok ? "accepted" : result.message;
};
const copyOfSystolic = () => structuredClone(presets["systolic-int8"]);

describe("presets", () => {
  test.each(presetNames.map((name) => [name]))("%s is valid and plain data", (name) => {
    const machine = findPreset(name);
    const text = JSON.stringify(machine);
    expect(parseMachineText(text)).toEqual({ ok: true, machine });
  });

  test("no other name is a preset", () => {
    expect(findPreset("toString")).toBeUndefined();
  });
});

const samples = "../shared/hardware";
const sampleFiles = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith(".json")) : [];

describe("sample descriptions", () => {
  if (sampleFiles.length === 0) test.skip(`${samples} is absent`, () => undefined);
  for (const file of sampleFiles)
    test(file, () => {
      const result = parseMachineText(readFileSync(`${samples}/${file}`, "utf8"));
      if (file.startsWith("scalesim"))
        expect(result).toEqual({ ok: false, message: "timing engine scalesim is not implemented" });
      else expect(result).toMatchObject({ ok: true });
    });
});

describe("mistakes", () => {
  test("a misspelled field names the nearest one", () => {
    expect(edited((copy) => ({ ...copy, array: { ...copy.array, mesh_row: 16 } }))).toBe(
      'array.mesh_row: unknown field; the nearest known field is "mesh_rows"',
    );
  });

  test("a field of the wrong type", () => {
    expect(edited((copy) => ({ ...copy, array: { ...copy.array, mesh_rows: "16" } }))).toBe(
      'array.mesh_rows: expected a number, found "16"',
    );
    expect(edited((copy) => ({ ...copy, array: { ...copy.array, mesh_rows: 1.5 } }))).toBe(
      "array.mesh_rows: expected a whole number, found 1.5",
    );
  });

  test("a number out of range, a missing field, a value outside its list", () => {
    expect(edited((copy) => void (copy.array.mesh_rows = 0))).toBe(
      "array.mesh_rows: expected a number of at least 1, found 0",
    );
    expect(edited(({ clock_mhz: _, ...rest }) => rest)).toBe(
      "clock_mhz: expected a number, found nothing (the field is missing)",
    );
    expect(edited((copy) => ({ ...copy, array: { ...copy.array, dataflows: ["ws", "is"] } }))).toBe(
      'array.dataflows[1]: expected one of "ws", "os", found "is"',
    );
  });

  test("kinds of machine", () => {
    expect(edited((copy) => ({ ...copy, schema: "npu-hw/2" }))).toBe(
      'schema: unknown kind of machine "npu-hw/2"; the nearest known one is "npu-hw/1"',
    );
    expect(edited(({ schema: _, ...rest }) => rest)).toBe(
      "schema: expected one of cpu-hw/1, gpu-hw/1, npu-hw/1, found nothing (the field is missing)",
    );
    expect(edited(() => [1])).toBe("a machine description is a JSON object, found [1]");
    expect(edited((copy) => ({ ...copy, timing: "scalesim" }))).toBe("timing engine scalesim is not implemented");
  });

  test("several mistakes are all named", () => {
    expect(edited((copy) => ({ ...copy, colour: "red", clock_mhz: -1 })).split("\n")).toHaveLength(2);
  });

  test.each([
    ["", "1:1: not JSON: expected value, found the end of the text"],
    ['{"schema": tru}', '1:12: not JSON: expected value, found "t"'],
    ['{\n  "a": 1,\n}', '3:1: not JSON: expected field name, found "}"'],
    ["[1 2]", '1:4: not JSON: expected , or ], found "2"'],
    ['{"a": [1, 2}', '1:12: not JSON: expected , or ], found "}"'],
    ["{} x", '1:4: not JSON: expected end of text, found "x"'],
    ['{"a": 01}', '1:7: not JSON: expected value, found "0"'],
  ])("%j is not JSON", (text, message) => {
    expect(parseMachineText(text)).toEqual({ ok: false, message });
  });
});

describe("facts across fields", () => {
  test("memory rows hold the array's blocks", () => {
    expect(edited((copy) => void (copy.array.mesh_cols = 20)).split("\n")).toEqual([
      "scratchpad.row_elems: expected at least 20, the larger extent of the 16x20 array, found 16",
      "accumulator.row_elems: expected at least 20, the columns of the 16x20 array, found 16",
    ]);
  });

  test("element types come in combinations that are implemented", () => {
    expect(edited((copy) => void (copy.types.input = "f32"))).toBe(
      "types: input, weight, acc and out f32, i8, i32, i8 are not implemented; implemented: i8, i8, i32, i8; f32, f32, f32, f32",
    );
  });
});

describe("variants", () => {
  test("a 12x20 array, and the base stays as it was", () => {
    const result = deriveMachine(presets.systolic, (draft) => {
      draft.array.mesh_rows = 12;
      draft.array.mesh_cols = 20;
      draft.scratchpad.row_elems = 20;
      draft.accumulator.row_elems = 20;
    });
    expect(result).toMatchObject({ ok: true, machine: { array: { mesh_rows: 12, mesh_cols: 20 } } });
    expect(presets.systolic.array.mesh_rows).toBe(16);
  });

  test("an invalid variant is refused", () => {
    const result = deriveMachine(presets.gpu, (draft) => void (draft.sm.smem_max_block_kb = 64));
    expect(result).toEqual({
      ok: false,
      message: "sm.smem_max_block_kb: expected at most sm.smem_kb (48), found 64",
    });
  });
});
